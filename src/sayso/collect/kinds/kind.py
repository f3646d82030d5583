"""What a kind of source is, and what it gives: documents with what came along, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sayso.model import Capture

LARGEST = 20_000_000
"""Bytes of one document; more is no article."""
NOWHERE = "-"
"""Address of a capture that brings none of its own."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where in its file something stands.

    Attributes:
        cursor: what ``Kind.resume`` takes to go on behind it, "" when one cannot go on from here.
        through: part of the file read so far, 0 to 1.
    """

    cursor: str
    through: float


@dataclass(frozen=True, slots=True)
class Found:
    """One document of a source.

    Attributes:
        capture: its bytes; the address is ``NOWHERE`` when the source names none.
        url, title, outlet, language: given along with the bytes, "" when not.
        published: ISO day given along, "" when not.
        constructed: True for an invented example.
        position: where in its file it stands, None when the kind does not tell.
    """

    capture: Capture
    url: str = ""
    title: str = ""
    outlet: str = ""
    published: str = ""
    language: str = ""
    constructed: bool = False
    position: Position | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """What should have been a document and is none: where, why as a word and in a sentence."""

    address: str
    reason: str
    message: str
    known_from: datetime
    position: Position | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """Records that are no documents and were passed over: how many, and why as a word ("image", "unchanged")."""

    reason: str
    number: int
    position: Position | None = None


Read = Found | Refused | Passed


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of source.

    Attributes:
        name: "page".
        endings: lower-case endings of the file names it reads.
        count: number of documents in a file, for a progress bar; None when only reading all of it tells (then each
            document says how far through the file it stands); never raises.
        read: the documents of a file in a fixed order, and what is none; with ``known_from`` given, that counts for
            documents that bring no time of their own. Raises nothing that a file can cause.
        resume: the same behind a cursor of an earlier reading, or from the beginning when the cursor no longer fits;
            None for kinds that are always read from the beginning.
    """

    name: str
    endings: tuple[str, ...]
    count: Callable[[Path], int | None]
    read: Callable[[Path, datetime | None], Iterator[Read]]
    resume: Callable[[Path, datetime | None, str], Iterator[Read]] | None = None


def saved_at(file: Path) -> datetime:
    """When the file was last saved, in whole seconds, UTC: whoever saved it held it then."""
    return datetime.fromtimestamp(int(file.stat().st_mtime), UTC)
