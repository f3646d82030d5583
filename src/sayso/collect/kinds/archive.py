"""Web archives: WARC files, packed with gzip or zstd or not at all, and WACZ packages of them.

Read from the first record to the last in a stream; memory does not grow with the archive. Nothing is unpacked to the
disk. What is damaged is refused with its place, and reading goes on at the next record that begins well. A reading that
was broken off goes on where it was: a cursor is the offset of a record and its id, so a file that changed in between is
read from the beginning.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import IO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from sayso.collect.kinds.archived import Cut, page_of
from sayso.collect.kinds.kind import Kind, Passed, Position, Read, Refused, saved_at

_MOST_DAMAGE = 50
"""Damaged places in one file that are passed over; with more of them it is no archive."""
_MOST_TRIES = 10_000  # places that look like the beginning of a record, behind one damaged place
_WORST_RATIO = 200
_MEMBER = re.compile(r"archive/[^/\\]+\.warc(?:\.gz|\.zst)?")
_STARTS = re.compile(rb"\x1f\x8b\x08|\x28\xb5\x2f\xfd|WARC/1\.[01]\r\n")
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class _Part:
    """One WARC file: on its own, or inside a package.

    Attributes:
        name: "" for a file on its own; ``where``: for messages.
        before, size, total: bytes of the parts before it, of itself, of all parts.
        open: how to open it.
    """

    name: str
    where: str
    before: int
    size: int
    total: int
    open: Callable[[], IO[bytes]]

    def position(self, at: int, record: str) -> Position:
        """Where a record stands; ``record`` is its id, "" when one cannot go on from it."""
        through = min(1.0, (self.before + at) / max(1, self.total))
        return Position(f"{self.name}|{at}|{record}" if record else "", through)


def read(file: Path, known_from: datetime | None) -> Iterator[Read]:
    """The pages of an archive; see :class:`sayso.collect.kinds.kind.Kind`."""
    return resume(file, known_from, "")


def resume(file: Path, known_from: datetime | None, cursor: str) -> Iterator[Read]:
    """The pages behind a cursor; see :class:`sayso.collect.kinds.kind.Kind`."""
    at = known_from or datetime.fromtimestamp(0, UTC)
    try:
        at = known_from or saved_at(file)
        with _parts(file) as (parts, refused):
            yield from (Refused(str(file.absolute()), word, said, at) for word, said in refused)
            yield from _from_parts(parts, at, cursor)
    except zipfile.BadZipFile as error:
        yield Refused(str(file.absolute()), "bad_archive", f"{file.name}: {error}", at)
    except (OSError, EOFError, NotImplementedError, RuntimeError) as error:
        yield Refused(str(file.absolute()), "unreadable_file", getattr(error, "strerror", None) or str(error), at)


@contextmanager
def _parts(file: Path) -> Iterator[tuple[list[_Part], list[tuple[str, str]]]]:
    """The WARC files of a file, and what in it is refused."""
    if not file.name.lower().endswith(".wacz"):
        size = file.stat().st_size
        yield [_Part("", file.name, 0, size, size, lambda: file.open("rb"))], []
        return
    with zipfile.ZipFile(file) as package:
        good, refused = _members(package, file.name)
        total, before, parts = sum(info.file_size for info in good), 0, []
        for info in good:
            where = f"{file.name}/{info.filename}"
            opener = lambda held=info: package.open(held)  # noqa: E731
            parts.append(_Part(info.filename, where, before, info.file_size, total, opener))
            before += info.file_size
        yield parts, refused


def _members(package: zipfile.ZipFile, name: str) -> tuple[list[zipfile.ZipInfo], list[tuple[str, str]]]:
    good: list[zipfile.ZipInfo] = []
    refused: list[tuple[str, str]] = []
    for info in sorted(package.infolist(), key=lambda i: i.filename):
        where = f"{name}: {info.filename[:200]!r}"
        if ".." in info.filename.split("/") or info.filename.startswith("/") or "\\" in info.filename:
            refused.append(("path_trick", f"{where} leads out of the package"))
        elif not _MEMBER.fullmatch(info.filename):
            continue
        elif info.flag_bits & 1:
            refused.append(("encrypted", f"{where} is encrypted"))
        elif info.file_size > _WORST_RATIO * max(info.compress_size, 5_000):
            refused.append(("bomb", f"{where} unpacks beyond all measure"))
        else:
            good.append(info)
    if not good and not refused:
        refused.append(("bad_archive", f"{name}: no WARC file under archive/"))
    return good, refused[:_MOST_DAMAGE]


def _from_parts(parts: list[_Part], at: datetime, cursor: str) -> Iterator[Read]:
    name, _, rest = cursor.partition("|")
    begin = next((n for n, part in enumerate(parts) if part.name == name), None) if cursor else None
    if begin is None:
        begin, rest = 0, ""
    for number, part in enumerate(parts[begin:]):
        start, _, record = rest.partition("|") if not number else ("", "", "")
        fits = start.isdigit() and _is_at(part, int(start), record)
        yield from _records(part, at, int(start) if fits else 0, behind=record if fits else "")


def _is_at(part: _Part, start: int, record: str) -> bool:
    """True when the record of this id begins there."""
    try:
        with part.open() as stream:
            stream.seek(start)
            found = next(iter(ArchiveIterator(stream, parse_http=False)), None)
            return found is not None and found.record_id == record
    except (OSError, StopIteration, zlib.error):
        return False


def _records(part: _Part, at: datetime, start: int, behind: str) -> Iterator[Read]:
    """The records from ``start`` on, without the one of the id ``behind``, which was read before."""
    damaged, seen = 0, False
    with part.open() as stream:
        while start < part.size:
            trouble, last = "", start
            stream.seek(start)
            records = _stream(stream)
            while (record := next(records, None)) is not None:
                if isinstance(record, str):
                    trouble = record
                    break
                last, seen = max(last, record.stream_pos), True
                try:
                    yield from _one(part, record, at, behind)
                except (Cut, OSError, zlib.error, zipfile.BadZipFile) as error:
                    trouble = str(error) or type(error).__name__
                    break
            if not trouble and seen:
                return
            damaged, trouble = damaged + 1, trouble or "no record begins here"
            yield Refused(f"{part.where}@{last}", "damaged_archive", f"{part.where} at byte {last:,}: {trouble}", at)
            if damaged >= _MOST_DAMAGE:
                said = f"{part.where}: damaged in more than {_MOST_DAMAGE} places; the rest is not read"
                yield Refused(part.where, "bad_archive", said, at)
                return
            start = _next_start(part, last + 1)


def _stream(stream: IO[bytes]) -> Iterator[WarcRecord | str]:
    """Records as FastWARC finds them; at last what went wrong, in words, when something did."""
    try:
        for record in ArchiveIterator(stream, parse_http=False):
            if record.record_type == WarcRecordType.unknown and not record.headers.get("WARC-Type"):
                yield "no whole record begins here"
                return
            yield record
    except (OSError, ValueError, zlib.error, zipfile.BadZipFile) as error:
        yield str(error) or type(error).__name__


def _one(part: _Part, record: WarcRecord, at: datetime, behind: str) -> Iterator[Read]:
    name = str(record.record_id or "")
    if behind and name == behind:
        return
    where = part.position(record.stream_pos, name)
    found = page_of(record, at)
    if isinstance(found, Passed | Refused) or found is not None:
        yield replace(found, position=where)


def _next_start(part: _Part, start: int) -> int:
    """Offset of the next place from which a record can be read; the end when there is none."""
    tried = islice(_marks(part, start), _MOST_TRIES)
    return next((offset for offset in tried if _begins(part, offset)), part.size)


def _marks(part: _Part, start: int) -> Iterator[int]:
    with part.open() as stream:
        stream.seek(start)
        base, tail = start, b""
        while piece := stream.read(_PIECE):
            held = tail + piece
            yield from (base - len(tail) + m.start() for m in _STARTS.finditer(held) if m.end() > len(tail))
            base += len(piece)
            tail = held[-16:]


def _begins(part: _Part, offset: int) -> bool:
    try:
        with part.open() as stream:
            stream.seek(offset)
            found = next(iter(ArchiveIterator(stream, parse_http=False)), None)
            return found is not None and found.record_type != WarcRecordType.unknown
    except (OSError, ValueError, zlib.error, zipfile.BadZipFile):
        return False


ARCHIVE = Kind("archive", (".warc", ".warc.gz", ".warc.zst", ".wacz"), lambda file: None, read, resume)
