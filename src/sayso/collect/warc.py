"""Captures into WARC files that survive a kill: written, flushed to the disk, and only then counted.

A folder holds files such as ``sayso-20261125-141502-3f9a1c.warc.gz``; the one that is being written has ``.open``
behind its name and is locked by its process. A new one is begun each day (UTC) and when it has grown to a gigabyte.
What a killed process left half written is cut off when the folder is opened again: every record is a gzip member of its
own, so the last whole one is where the file ends.
"""

from __future__ import annotations

import os
import secrets
import threading
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from sayso.collect.answer import Answer
from sayso.collect.warc_record import First, Packed, records, warcinfo
from sayso.model import Capture, SaysoError

LARGEST = 1_000_000_000
"""Bytes after which a new file is begun; the size the WARC standard recommends."""
OPEN = ".open"
_ENDING = ".warc.gz"
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Keep:
    """One capture to keep.

    Attributes:
        capture: bytes, address, time.
        answer: what the host answered, None for what came from a file.
        request: headers that were sent, in order; left out when not known.
        first: where the same bytes are kept already, None when they are not.
    """

    capture: Capture
    answer: Answer | None = None
    request: tuple[tuple[str, str], ...] = ()
    first: First | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a capture is kept.

    Attributes:
        file: name in the folder, without ``.open``.
        offset, length: bytes of the record in the file, a gzip member (more than one when a request follows).
        kind: ``response``, ``resource`` or ``revisit``.
        record: WARC-Record-ID; ``address``: WARC-Target-URI; ``at``: WARC-Date.
        digest: SHA-256 of the captured bytes.
    """

    file: str
    offset: int
    length: int
    kind: str
    record: str
    address: str
    at: datetime
    digest: str


class WarcFolder:
    """Appends captures to the WARC files of a folder; one object per process, usable from several threads."""

    def __init__(
        self, folder: Path, software: str, *, largest: int = LARGEST, now: Callable[[], datetime] | None = None
    ) -> None:
        """Nothing is written until something is kept.

        Args:
            folder: made when missing.
            software: program and version, for the first record of each file.
            largest: bytes after which a new file is begun.
            now: the clock (UTC); for tests.
        """
        self.folder = folder
        self._software, self._largest = software, largest
        self._now = now or (lambda: datetime.now(UTC))
        self._lock = threading.Lock()
        self._out: _Open | None = None

    def keep(self, some: Iterable[Keep]) -> list[Kept]:
        """Write captures and wait until the disk has them; all of them, or none.

        Of captures with the same bytes in one call, the later ones become revisits of the first.

        Raises:
            SaysoError: the folder cannot be written or the disk is full.
        """
        with self._lock:
            try:
                out = self._current()
                begin = out.size
                try:
                    made = _written(out, some)
                    out.sync()
                except BaseException:
                    out.cut(begin)
                    raise
            except OSError as error:
                hint = "make room on the disk, then run the same command again"
                raise SaysoError(f"captures cannot be kept in {self.folder}: {error.strerror}", hint) from error
            return made

    def close(self) -> None:
        """End the current file: it gets its name without ``.open``."""
        with self._lock:
            if self._out:
                self._out.finish()
                self._out = None

    def _current(self) -> _Open:
        today = f"{self._now():%Y%m%d}"
        if self._out and (self._out.day != today or self._out.size >= self._largest):
            self._out.finish()
            self._out = None
        if self._out is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._out = _Open(self.folder, self._now())
            self._out.add(warcinfo(self._out.name, self._software, self._now()).data)
        return self._out


class _Open:
    """The file that is being written."""

    def __init__(self, folder: Path, at: datetime) -> None:
        self.day = f"{at:%Y%m%d}"
        self.name = f"sayso-{at:%Y%m%d-%H%M%S}-{secrets.token_hex(3)}{_ENDING}"
        self.path = folder / (self.name + OPEN)
        self.size = 0
        self._file: BinaryIO = _new(self.path)
        sync_folder(folder)

    def add(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            view = view[self._file.write(view) or 0 :]
        self.size += len(data)

    def sync(self) -> None:
        os.fsync(self._file.fileno())

    def cut(self, size: int) -> None:
        """Back to what was whole; a file that cannot even be cut is repaired when it is opened next."""
        self.size = size
        self._file.truncate(size)
        self._file.seek(size)

    def finish(self) -> None:
        self.sync()
        os.replace(self.path, self.path.with_name(self.name))
        self._file.close()
        sync_folder(self.path.parent)


def _new(path: Path) -> BinaryIO:
    """A new locked file. A process that repairs the folder may take it away before the lock holds: then once more."""
    while True:
        file = path.open("xb", buffering=0)
        lock(file)
        if path.exists() and os.path.samestat(path.stat(), os.fstat(file.fileno())):
            return file
        file.close()


def _written(out: _Open, some: Iterable[Keep]) -> list[Kept]:
    made: list[Kept] = []
    seen: dict[str, First] = {}
    for item in some:
        digest = item.capture.digest
        first = item.first or seen.get(digest)
        packed = records(item.capture, item.answer, first=first, request=item.request)
        head, offset = packed[0], out.size
        for record in packed:
            out.add(record.data)
        made.append(_kept(out.name, offset, out.size - offset, head, item.capture))
        seen.setdefault(digest, First(head.record, head.address, item.capture.known_from))
    return made


def _kept(file: str, offset: int, length: int, head: Packed, capture: Capture) -> Kept:
    return Kept(file, offset, length, head.kind, head.record, head.address, capture.known_from, capture.digest)


def repair(folder: Path, whole: Callable[[str], int] = lambda name: 0) -> list[tuple[str, int]]:
    """End the files that a killed process left open: cut off a torn record, give them their names.

    Files of processes that still run are left alone.

    Args:
        folder: may be missing.
        whole: bytes of a file that are known to be whole, asked by name, so that a large file is not read again.

    Returns:
        (name, bytes cut off) of each file that was ended.

    Raises:
        OSError: the folder cannot be written.
    """
    ended = []
    for path in sorted(folder.glob(f"*{_ENDING}{OPEN}")) if folder.is_dir() else []:
        with path.open("r+b") as file:
            if not lock(file, wait=False):
                continue
            name, size = path.name.removesuffix(OPEN), path.stat().st_size
            good = whole_until(file, min(whole(name), size))
            file.truncate(good)
            os.fsync(file.fileno())
            os.replace(path, path.with_name(name)) if good else path.unlink()
            ended.append((name, size - good))
    if ended:
        sync_folder(folder)
    return ended


def whole_until(file: BinaryIO, start: int = 0) -> int:
    """Offset behind the last whole gzip member, looking from ``start``, which is the beginning of one or the end."""
    file.seek(start)
    good, at, member = start, start, zlib.decompressobj(31)
    while piece := file.read(_PIECE):
        at += len(piece)
        while piece:
            try:
                member.decompress(piece)
            except zlib.error:
                return good
            piece = member.unused_data
            if member.eof:
                good, member = at - len(piece), zlib.decompressobj(31)
            else:
                piece = b""
    return good


def find(folder: Path, name: str) -> Path | None:
    """The file of that name, ended or open; None when it is gone."""
    return next((p for p in (folder / name, folder / (name + OPEN)) if p.is_file()), None)


def read_bytes(folder: Path, kept: Kept) -> bytes | None:
    """The record's bytes as they lie in the file; None when the file is gone or shorter."""
    path = find(folder, kept.file)
    if path is None:
        return None
    with path.open("rb") as file:
        file.seek(kept.offset)
        data = file.read(kept.length)
    return data if len(data) == kept.length else None


def without(folder: Path, name: str, drop: Sequence[Kept], held: Sequence[Kept], at: datetime) -> list[Kept]:
    """Copy a file without some of its captures and say where the others are now; the old file stays until removed.

    Args:
        folder, name: the file, which must be ended.
        drop: captures whose records go.
        held: the captures that stay, in any order.
        at: time for the name of the new file.

    Raises:
        OSError: the folder cannot be read or written.
    """
    gone = {(k.offset, k.length) for k in drop}
    stay = sorted((k for k in held if (k.offset, k.length) not in gone), key=lambda k: k.offset)
    if not stay:
        return []
    out = _Open(folder, at)
    out.add(warcinfo(out.name, "sayso", at, note=f"the captures of {name} that are still kept").data)
    made = []
    for kept in stay:
        data = read_bytes(folder, kept)
        if data is None:
            raise FileNotFoundError(2, "a record is missing", name)
        made.append(Kept(out.name, out.size, len(data), kept.kind, kept.record, kept.address, kept.at, kept.digest))
        out.add(data)
    out.finish()
    return made


def lock(file: BinaryIO, wait: bool = True) -> bool:
    """Lock a file for this process; False when another one holds it (only with ``wait`` False)."""
    try:
        import fcntl
    except ImportError:  # no such locks on this system: one process at a time is the user's care
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; systems that cannot open a folder need no such thing."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
