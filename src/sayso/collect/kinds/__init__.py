"""One file per kind of source; the registry has one line for each."""

from __future__ import annotations

from pathlib import Path

from sayso.collect.kinds.archive import ARCHIVE
from sayso.collect.kinds.kind import LARGEST, NOWHERE, Found, Kind, Passed, Position, Read, Refused
from sayso.collect.kinds.lines import LINES
from sayso.collect.kinds.mbox import MBOX
from sayso.collect.kinds.page import PAGE
from sayso.collect.kinds.watched_kinds import WATCHED, watched_of

KINDS: tuple[Kind, ...] = (
    PAGE,
    LINES,
    MBOX,
    ARCHIVE,
)
"""The registry of kinds of source."""


def kind_of(file: Path) -> Kind | None:
    """The kind that reads files with such a name, None when none does."""
    return next((kind for kind in KINDS if file.name.lower().endswith(kind.endings)), None)


__all__ = [
    "KINDS", "LARGEST", "NOWHERE", "PAGE", "WATCHED", "Found", "Kind", "Passed", "Position", "Read", "Refused",
    "kind_of", "watched_of",
]  # fmt: skip
