"""Unpack gzip and deflate bodies without being blown up."""

from __future__ import annotations

import codecs
import zlib

from sayso.collect.answer import FetchProblem, problem

WORST_RATIO = 200
"""A packed body that grows more than this many times (and beyond a megabyte) is taken for an attack."""
_HARMLESS = 1_000_000
_PIECE = 65_536
_LONGEST_NAME = 60  # characters of the header that are looked at
_GZIP = 16 + zlib.MAX_WBITS
_GZIP_MARK = b"\x1f\x8b"


def coding(stated: str, host: str) -> str:
    """``gzip``, ``deflate`` or "" from a Content-Encoding header.

    The name of a character set stands there by mistake on some hosts, and means nothing.

    Raises:
        FetchProblem: bad_encoding, for packings that were not asked for or stand in a row.
    """
    names = [name.strip().lower() for name in stated[:_LONGEST_NAME].split(",")]
    names = [name for name in names if name not in ("", "identity", "none", "binary") and not _is_charset(name)]
    if not names:
        return ""
    if len(names) > 1:
        raise problem("bad_encoding", f"{host} packed the body more than once", "it is not read")
    name = names[0].removeprefix("x-")
    if name not in ("gzip", "deflate"):
        raise problem("bad_encoding", f"{host} sent a body packed as {name[:20]!r}", "Sayso did not ask for that")
    return name


def too_large(host: str, max_bytes: int) -> FetchProblem:
    """The problem of a body that is longer than allowed."""
    size = f"{max_bytes / 1e6:g} MB" if max_bytes >= 100_000 else f"{max_bytes:,} bytes"
    return problem("too_large", f"{host} sent more than {size}", "that is too large")


class Body:
    """Gathers a body piece by piece, unpacked when it is packed, within limits.

    Args:
        packing: ``gzip``, ``deflate`` or "".
        max_bytes: most bytes, packed and unpacked.
        host: for messages.
    """

    def __init__(self, packing: str, max_bytes: int, host: str) -> None:
        self._packing, self._max, self._host = packing, max_bytes, host
        self._unpack = zlib.decompressobj(_GZIP if packing == "gzip" else zlib.MAX_WBITS) if packing else None
        self._out = bytearray()
        self._packed = 0
        self._head = b""  # of a deflate body, until it shows whether it has a zlib header
        self._behind = b""  # what stands behind the end of a gzip member, until it shows what it is
        self._held = False  # whether zlib holds output back, which it does not tell

    @property
    def full(self) -> bool:
        """True when there is more than the limit."""
        return max(len(self._out), self._packed) > self._max

    def add(self, piece: bytes) -> None:
        """Take ``piece`` in.

        Raises:
            FetchProblem: bad_encoding or bomb.
        """
        for at in range(0, len(piece), _PIECE):
            part = piece[at : at + _PIECE]
            self._packed += len(part)
            if self._unpack is None:
                self._out += part
            else:
                self._inflate(part)
            if self.full:
                return

    def whole(self, cut: bool = False) -> bytes:
        """The whole body, or its beginning when it is longer than the limit and ``cut`` is set.

        Raises:
            FetchProblem: too_large, or truncated when the packing ends before its end.
        """
        if self.full and not cut:
            raise too_large(self._host, self._max)
        if not cut and self._unpack is not None and self._packed and not self._unpack.eof:
            raise problem("truncated", f"{self._host} sent a packed body without its end", "try again later")
        return bytes(self._out[: self._max])

    def _inflate(self, part: bytes) -> None:
        while (part or self._held) and not self.full:
            if self._unpack is not None and self._unpack.eof:
                part = self._next_member(part)
                if not part:
                    return
            part = self._step(part)
            if len(self._out) > max(_HARMLESS, WORST_RATIO * self._packed):
                raise problem("bomb", f"{self._host} sent a body that unpacks beyond all measure", "it is not read")

    def _step(self, part: bytes) -> bytes:
        """Unpack at most what is left to the limit; gives what is still to be unpacked."""
        unpack = self._unpack
        assert unpack is not None
        most = max(1, min(16 * _PIECE, self._max + 1 - len(self._out)))
        try:
            made = unpack.decompress(part, most)
        except zlib.error:
            self._unpack = self._raw_deflate()
            return self._head + part
        self._out += made
        self._held = len(made) == most and not unpack.eof
        if self._packing == "deflate" and not self._out:
            self._head += part[: len(part) - len(unpack.unconsumed_tail)]
        return unpack.unused_data if unpack.eof else unpack.unconsumed_tail

    def _raw_deflate(self) -> zlib._Decompress:
        """Some hosts send "deflate" without its zlib header; that shows at its first bytes."""
        if self._packing == "deflate" and not self._out:
            self._packing = "raw"
            return zlib.decompressobj(-zlib.MAX_WBITS)
        raise problem("bad_encoding", f"the packed body {self._host} sent is damaged", "try again later")

    def _next_member(self, part: bytes) -> bytes:
        """A gzip body may be several in a row (RFC 1952, 2.2); anything else behind its end is padding, and is left."""
        behind = self._behind + part[: len(_GZIP_MARK)]
        if self._packing != "gzip" or not _GZIP_MARK.startswith(behind[: len(_GZIP_MARK)]):
            self._behind = b"padding"
            return b""
        if len(behind) < len(_GZIP_MARK):
            self._behind = behind
            return b""
        part, self._behind = self._behind + part, b""
        self._unpack = zlib.decompressobj(_GZIP)
        return part


def gunzip(packed: bytes, max_bytes: int, name: str = "the file") -> bytes:
    """The content of a gzip file (``sitemap.xml.gz``), within limits.

    Raises:
        FetchProblem: bad_encoding, truncated, bomb or too_large.
    """
    body = Body("gzip", max_bytes, name)
    body.add(packed)
    return body.whole()


def _is_charset(name: str) -> bool:
    try:
        return not name.startswith(("x-", "gzip", "zip", "bz2", "zlib")) and bool(codecs.lookup(name)._is_text_encoding)
    except (LookupError, ValueError):
        return False
