"""JSON lines: one document a line.

A line holds ``text`` or ``html`` and, as far as known, ``url``, ``title``, ``outlet``, ``published`` (ISO day),
``known_from`` (ISO time, UTC when it names no zone), ``language`` and ``constructed`` (true for invented examples). A
``text`` gets its ``title`` as first paragraph unless it begins with it.
"""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, Any

import zstandard

from sayso.collect.kinds.kind import LARGEST, NOWHERE, Found, Kind, Refused, saved_at
from sayso.model import Capture

_LONGEST = 3 * LARGEST
"""Bytes of one line: a document of the largest size with every other character escaped."""
_BROKEN = (OSError, EOFError, zlib.error, zstandard.ZstdError)


def count(file: Path) -> int:
    """Number of lines that are not empty; 1 for a file that cannot be read."""
    try:
        with _open(file) as lines:
            return sum(1 for line in _each(lines) if line is None or line.strip())
    except _BROKEN:
        return 1


def read(file: Path, known_from: datetime | None) -> Iterator[Found | Refused]:
    """The documents of the lines in order; see :class:`sayso.collect.kinds.kind.Kind`."""
    at = known_from or datetime.fromtimestamp(0, UTC)
    try:
        at = known_from or saved_at(file)
        with _open(file) as lines:
            for number, line in enumerate(_each(lines), start=1):
                place = f"{file.name}:{number}"
                if line is None:
                    yield Refused(place, "too_large", f"{place}: a line of more than {_LONGEST / 1e6:.0f} MB", at)
                elif line.strip():
                    yield _record(line, place, at)
    except _BROKEN as error:
        yield Refused(str(file.absolute()), "unreadable_file", str(error), at)


def _open(file: Path) -> IO[bytes]:
    packing = file.suffix.lower()
    if packing == ".zst":
        return io.BufferedReader(zstandard.open(file, "rb"))
    return gzip.open(file, "rb") if packing == ".gz" else file.open("rb")  # type: ignore[return-value]


def _each(lines: IO[bytes]) -> Iterator[bytes | None]:
    """Line after line; None for one that is too long, of which no more is held than its beginning."""
    while line := lines.readline(_LONGEST):
        if len(line) < _LONGEST or line.endswith(b"\n"):
            yield line
            continue
        while not line.endswith(b"\n") and (line := lines.readline(_LONGEST)):
            pass
        yield None


def _record(line: bytes, place: str, known_from: datetime) -> Found | Refused:
    try:
        record = json.loads(line)
        if not isinstance(record, dict):
            raise ValueError("not a JSON object")
        return _found(record, known_from)
    except (ValueError, RecursionError) as error:
        return Refused(place, "bad_record", f"{place}: {error}", known_from)


def _found(record: dict[str, Any], known_from: datetime) -> Found:
    words = {key: _word(record, key) for key in ("url", "title", "outlet", "language", "text", "html")}
    if not words["text"].strip() and not words["html"].strip():
        raise ValueError('neither "text" nor "html"')
    published = _word(record, "published")[:10]
    if published:
        date.fromisoformat(published)
    body, kind = (words["html"], "text/html") if words["html"] else (_titled(words), "text/plain")
    at = _time(record["known_from"]) if record.get("known_from") else known_from
    capture = Capture(words["url"] or NOWHERE, body.encode("utf-8"), at, media_type=kind, charset="utf-8")
    return Found(
        capture, words["url"], words["title"], words["outlet"], published, words["language"],
        record.get("constructed") is True,
    )  # fmt: skip


def _titled(words: dict[str, str]) -> str:
    title, text = words["title"].strip(), words["text"]
    return text if not title or text.lstrip().startswith(title) else f"{title}\n\n{text}"


def _word(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise ValueError(f'"{key}" is not text')
    return value or ""


def _time(value: Any) -> datetime:
    at = datetime.fromisoformat(str(value))
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


_ENDINGS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".jsonl.zst", ".ndjson.zst")
LINES = Kind("lines", _ENDINGS, count, read)
