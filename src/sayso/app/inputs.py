"""Files, folders and lists of paths to Captures, in an order that does not depend on the machine.

What a file holds is the matter of its kind of source (``collect/kinds``).

``known_from`` is the record's own, else the time the file was last saved: whoever saved it held it then, and a second
run finds the same time. With ``known_from`` given by the caller, that counts for records without one of their own.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import IO

from sayso.collect.kinds import NOWHERE, PAGE, Found, Kind, Passed, Position, Refused, kind_of
from sayso.model import Capture, SaysoError
from sayso.store.entry import Given, Quarantined
from sayso.store.pack import capture_id


@dataclass(frozen=True, slots=True)
class Item:
    """One document to read: its capture, what was given along, and whether it is a constructed example."""

    capture: Capture
    given: Given
    constructed: bool = False


def find_files(paths: Iterable[str | Path], stdin: IO[str] | None = None) -> list[Path]:
    """Every file to read, in order of the paths given, folders in order of their names.

    Args:
        paths: files (any name), folders (files of a known kind, at any depth; hidden ones and others are left out),
            or "-" for a list of paths on standard input.

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


def count_documents(file: Path) -> int | None:
    """Number of documents in a file; None when only reading all of it tells."""
    return _kind(file).count(file)


def goes_on(file: Path) -> bool:
    """True when a reading of the file that was broken off can go on where it was."""
    return _kind(file).resume is not None


def read_items(files: Iterable[Path], known_from: datetime | None = None) -> Iterator[Item | Quarantined]:
    """The documents of the files one by one; what is no document comes as Quarantined with its reason."""
    for found in read_placed(files, known_from):
        if not isinstance(found.input, Passed):
            yield found.input


@dataclass(frozen=True, slots=True)
class Placed:
    """One input with the file it came from, and where in it, as far as the kind tells."""

    input: Item | Quarantined | Passed
    file: Path
    position: Position | None


def read_placed(
    files: Iterable[Path], known_from: datetime | None = None, cursors: Mapping[Path, str] | None = None
) -> Iterator[Placed]:
    """Like :func:`read_items`, with places, and with what is passed over.

    Args:
        cursors: where to go on, for files of which a part was read before.
    """
    for file in files:
        kind, cursor = _kind(file), (cursors or {}).get(file, "")
        resume = kind.resume if cursor else None
        for found in resume(file, known_from, cursor) if resume else kind.read(file, known_from):
            made = found if isinstance(found, Passed) else _item(found)
            yield Placed(made, file, found.position)


def _wanted(file: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.parts)
    return file.is_file() and not hidden and kind_of(file) is not None


def _kind(file: Path) -> Kind:
    """A file that was named is read whatever its name: as a page when nothing tells more."""
    return kind_of(file) or PAGE


def _item(found: Found | Refused) -> Item | Quarantined:
    if isinstance(found, Refused):
        return Quarantined(found.address, "", found.reason, found.message, found.known_from)
    given = Given(found.url, found.title, found.outlet, found.published, found.language)
    capture = found.capture
    if capture.address == NOWHERE:
        # without an address of its own a record is nobody's newer version: it is addressed by what it is
        capture = replace(capture, address=f"record:{capture_id(capture, given)[:16]}")
    return Item(capture, given, found.constructed)
