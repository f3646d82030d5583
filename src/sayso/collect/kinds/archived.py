"""One record of a web archive: the page it holds, or why it is none.

Pages are HTML and plain text: responses with status 200, and resources. The charset and the media type are those the
server stated, ``known_from`` is the WARC-Date. Bodies are taken out of their chunks and unpacked as the headers say;
archivers that unpacked them already and left the headers are common, so a body that is not packed is taken as it is.
"""

from __future__ import annotations

import io
import re
import zlib
from datetime import UTC, datetime, timedelta

from fastwarc.stream_io import BrotliReader, ZstdReader
from fastwarc.warc import WarcRecord, WarcRecordType

from sayso.collect.kinds.kind import LARGEST, NOWHERE, Found, Passed, Refused
from sayso.collect.unpack import Body
from sayso.model import Capture, SaysoError

PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_HEADERS = 1_000_000  # bytes of HTTP headers beside a body of the largest size
_BOOKKEEPING = (WarcRecordType.warcinfo, WarcRecordType.request, WarcRecordType.metadata)
# What browser-based archivers store beside pages under names of their own: texts of pages, pictures of them.
_BESIDE = ("urn:text:", "urn:view:", "urn:thumbnail", "urn:pageinfo:", "urn:fullpage")
_CHUNK = re.compile(rb"\s*([0-9a-fA-F]{1,8})\s*(?:;[^\r\n]{0,1000})?\r?\n")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.I)
_FIRST = datetime(1990, 1, 1, tzinfo=UTC)  # before the web


_SHORT = "the record says {:,} bytes, and {:,} are there"


class Cut(Exception):
    """The record ends before its length: what follows in the file cannot be trusted to begin where it should."""


def page_of(record: WarcRecord, at: datetime) -> Found | Refused | Passed | None:
    """The page of a record; None for bookkeeping that nobody would take for a page.

    Args:
        record: as FastWARC gives it, HTTP headers not parsed yet.
        at: ``known_from`` for a record without a date that can be.

    Raises:
        Cut: the archive ends inside the record.
        OSError: the archive is damaged inside the record.
    """
    kind = record.record_type
    uri = str(record.headers.get("WARC-Target-URI") or "").strip("<> ")
    if kind in _BOOKKEEPING:
        return None
    if kind == WarcRecordType.revisit:
        return Passed("unchanged", 1)
    if kind not in (WarcRecordType.response, WarcRecordType.resource) or uri.startswith(_BESIDE):
        return Passed("no_page", 1)
    at = _date(record, at)
    if record.content_length > LARGEST + _HEADERS:
        _skip(record)
        return Refused(uri, "too_large", f"{uri}: {record.content_length / 1e6:,.0f} MB is no page", at)
    return _checked(record, uri, at)


def _checked(record: WarcRecord, uri: str, at: datetime) -> Found | Refused | Passed:
    length = record.content_length
    record.freeze()
    if record.content_length < length:
        raise Cut(_SHORT.format(length, record.content_length))
    stated = str(record.headers.get("WARC-Block-Digest") or "").lower()
    if stated.startswith(("sha1:", "sha256:")) and not record.verify_block_digest():
        return Refused(uri, "bad_digest", f"{uri}: the bytes are not those of the digest beside them", at)
    if record.is_http:
        return _response(record, uri, at)
    media, charset = _stated(str(record.headers.get("Content-Type") or ""))
    return _page(uri, record.reader.read(), media, charset, at)


def _skip(record: WarcRecord) -> None:
    length, left = record.content_length, record.content_length
    while left and (piece := record.reader.read(min(left, 1 << 20))):
        left -= len(piece)
    if left:
        raise Cut(_SHORT.format(length, length - left))


def _response(record: WarcRecord, uri: str, at: datetime) -> Found | Refused | Passed:
    record.parse_http()
    headers = record.http_headers
    if headers is None or headers.status_code != 200:
        return Passed("status", 1)
    media, _ = _stated(str(headers.get("Content-Type") or ""))
    if media and media not in PAGES:
        return Passed("no_page", 1)
    try:
        body = _unpacked(
            record.reader.read(),
            str(headers.get("Transfer-Encoding") or ""),
            str(headers.get("Content-Encoding") or ""),
        )
    except SaysoError as error:
        return Refused(uri, getattr(error, "reason", "bad_encoding"), f"{uri}: {error.message}", at)
    return _page(uri, body, media, record.http_charset or "", at)


def _page(uri: str, body: bytes, media: str, charset: str, at: datetime) -> Found | Refused | Passed:
    media = media or ("text/html" if _HTML.search(body[:2000]) else "")
    if media not in PAGES or re.match(r"https?://[^/]+/robots\.txt$", uri):
        return Passed("no_page", 1)
    if not body.strip():
        return Passed("empty", 1)
    if len(body) > LARGEST:
        return Refused(uri, "too_large", f"{uri}: {len(body) / 1e6:,.0f} MB is more than {LARGEST / 1e6:.0f} MB", at)
    url = uri if uri.startswith(("http://", "https://")) else ""
    return Found(Capture(uri or NOWHERE, body, at, media, charset), url)


def _date(record: WarcRecord, at: datetime) -> datetime:
    """The record's date, unless it cannot be."""
    try:
        found = record.record_date
    except ValueError:
        return at
    if found is None:
        return at
    found = found.astimezone(UTC)
    return found if _FIRST < found < datetime.now(UTC) + timedelta(days=1) else at


def _stated(value: str) -> tuple[str, str]:
    """Media type and charset of a Content-Type."""
    media, *rest = value.lower().split(";")
    named = [part.split("=", 1)[1].strip(" \"'") for part in rest if part.strip().startswith("charset=")]
    return media.strip(), named[0] if named else ""


def _unpacked(body: bytes, transfer: str, content: str) -> bytes:
    """The body as a reader sees it, at most a byte more than ``LARGEST``.

    Raises:
        SaysoError: it is packed in a way that is not known, or grows beyond all measure.
    """
    if "chunked" in transfer.lower():
        body = _joined(body)
    for name in reversed([part.strip().lower().removeprefix("x-") for part in content.split(",")]):
        body = _opened(body, name)
    return body


def _opened(body: bytes, name: str) -> bytes:
    if name == "gzip" and body.startswith(b"\x1f\x8b"):
        packed = Body("gzip", LARGEST, "the archive")
        packed.add(body)
        return packed.whole()
    try:
        if name == "deflate":
            return zlib.decompressobj().decompress(body, LARGEST + 1)
        if name == "zstd":
            return bytes(ZstdReader(io.BytesIO(body)).read(LARGEST + 1))
        if name == "br":
            return bytes(BrotliReader(io.BytesIO(body)).read(LARGEST + 1)) or body
    except (OSError, zlib.error):
        return body
    return body


def _joined(body: bytes) -> bytes:
    """The chunks of a body together (RFC 9112, 7.1); as it is when it is not chunked, up to where it is damaged."""
    made, at = bytearray(), 0
    while head := _CHUNK.match(body, at):
        size = int(head.group(1), 16)
        if not size:
            return bytes(made)
        made += body[head.end() : head.end() + size]
        at = head.end() + size
    return bytes(made) if at else body
