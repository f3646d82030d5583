"""Files, folders, JSON lines and lists of paths to Captures, in an order that does not depend on the machine.

A JSON line holds ``text`` or ``html`` and, as far as known, ``url``, ``title``, ``outlet``, ``published``
(ISO day), ``known_from`` (ISO time, UTC when it names no zone), ``language`` and ``constructed`` (true for invented
examples). A ``text`` gets its ``title`` as first paragraph unless it begins with it.

``known_from`` is the record's own, else the time the file was last saved: whoever saved it held it then, and a second
run finds the same time. With ``known_from`` given by the caller, that counts for records without one of their own.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, Any

from sayso.model import Capture, SaysoError, Unreadable
from sayso.store.entry import Given, Quarantined
from sayso.store.pack import capture_id

LARGEST = 20_000_000
"""Bytes of one document; more is no article."""
_PAGES = {".html": "text/html", ".htm": "text/html", ".xhtml": "text/html", ".txt": "text/plain", ".text": "text/plain"}
_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


@dataclass(frozen=True, slots=True)
class Item:
    """One document to read: its capture, what was given along, and whether it is a constructed example."""

    capture: Capture
    given: Given
    constructed: bool = False


def find_files(paths: Iterable[str | Path], stdin: IO[str] | None = None) -> list[Path]:
    """Every file to read, in order of the paths given, folders in order of their names.

    Args:
        paths: files (any name), folders (their pages, texts and JSON lines, at any depth; hidden ones and other
            kinds are left out), or "-" for a list of paths on standard input.

    Raises:
        SaysoError: when a path does not exist; nothing is read then.
    """
    found: list[Path] = []
    for path in paths:
        if str(path) == "-":
            listed = [line.strip() for line in (stdin or sys.stdin) if line.strip()]
            found += find_files([line for line in listed if line != "-"])
            continue
        file = Path(path)
        if not file.exists():
            raise SaysoError(f"no such file or folder: {path}", "check the path")
        found += sorted(filter(_wanted, file.rglob("*"))) if file.is_dir() else [file]
    return found


def count_items(files: Iterable[Path]) -> int:
    """Number of documents in the files, for a progress bar."""
    return sum(_lines_in(f) if _is_lines(f) else 1 for f in files)


def read_items(files: Iterable[Path], known_from: datetime | None = None) -> Iterator[Item | Quarantined]:
    """The documents of the files one by one; what is no document comes as Quarantined with its reason."""
    for file in files:
        yield from _records(file, known_from) if _is_lines(file) else _page(file, known_from)


def _wanted(file: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.parts)
    return file.is_file() and not hidden and (file.suffix.lower() in _PAGES or _is_lines(file))


def _is_lines(file: Path) -> bool:
    return file.name.lower().endswith(_LINES)


def _open(file: Path) -> IO[bytes]:
    return gzip.open(file, "rb") if file.suffix.lower() == ".gz" else file.open("rb")  # type: ignore[return-value]


def _lines_in(file: Path) -> int:
    try:
        with _open(file) as lines:
            return sum(1 for line in lines if line.strip())
    except OSError:
        return 1


def _page(file: Path, known_from: datetime | None) -> Iterator[Item | Quarantined]:
    address = str(file.absolute())
    at = known_from or datetime.fromtimestamp(0, UTC)
    try:
        state = file.stat()
        at = known_from or datetime.fromtimestamp(int(state.st_mtime), UTC)
        if state.st_size > LARGEST:
            raise Unreadable("too_large", f"{state.st_size / 1e6:.0f} MB is more than {LARGEST / 1e6:.0f} MB")
        capture = Capture(address, file.read_bytes(), at, media_type=_PAGES.get(file.suffix.lower(), ""))
    except OSError as error:
        yield Quarantined(address, "", "unreadable_file", error.strerror or str(error), at)
    except Unreadable as error:
        yield Quarantined(address, "", error.reason, error.message, at)
    else:
        yield Item(capture, Given())


def _records(file: Path, known_from: datetime | None) -> Iterator[Item | Quarantined]:
    saved = datetime.fromtimestamp(int(file.stat().st_mtime), UTC)
    try:
        with _open(file) as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _record(line, f"{file.name}:{number}", known_from or saved)
    except OSError as error:
        yield Quarantined(str(file.absolute()), "", "unreadable_file", str(error), known_from or saved)


def _record(line: bytes, place: str, known_from: datetime) -> Item | Quarantined:
    try:
        record = json.loads(line)
        if not isinstance(record, dict):
            raise ValueError("not a JSON object")
        return _item(record, known_from)
    except (ValueError, RecursionError) as error:
        return Quarantined(place, "", "bad_record", f"{place}: {error}", known_from)


def _item(record: dict[str, Any], known_from: datetime) -> Item:
    words = {key: _word(record, key) for key in ("url", "title", "outlet", "language", "text", "html")}
    if not words["text"].strip() and not words["html"].strip():
        raise ValueError('neither "text" nor "html"')
    published = _word(record, "published")[:10]
    if published:
        date.fromisoformat(published)
    body, kind = (words["html"], "text/html") if words["html"] else (_titled(words), "text/plain")
    at = _time(record["known_from"]) if record.get("known_from") else known_from
    given = Given(words["url"], words["title"], words["outlet"], published, words["language"])
    capture = Capture("-", body.encode("utf-8"), at, media_type=kind, charset="utf-8")
    # without an address of its own a record is nobody's newer version: it is addressed by what it is
    address = words["url"] or f"record:{capture_id(capture, given)[:16]}"
    return Item(replace(capture, address=address), given, record.get("constructed") is True)


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
