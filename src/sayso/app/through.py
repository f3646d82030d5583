"""How far an ingest is: documents done of how many, and for large archives where the next run goes on.

An archive is not counted before it is read. How many documents it holds is reckoned from how far through its bytes the
last one stands; a cursor is noted in the ledger's bookkeeping every few hundred records, behind what is stored.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sayso.app.prepare  # noqa: F401
from sayso.app.inputs import Placed, count_documents, goes_on
from sayso.app.read import reader_names
from sayso.clean.cleaner import CLEANER
from sayso.store import models as rows
from sayso.store.writer import Writer

_EVERY = 256
"""Records between two notes of a cursor; after a kill that many are looked at again, which takes a second."""
_HEAD = 65_536
_STATES = ("new", "known", "quarantined")


@dataclass(slots=True)
class _File:
    counted: int | None
    size: int
    counts: dict[str, int] = field(default_factory=dict)
    through: float = 0.0
    cursor: str = ""
    noted: str = ""
    seen: int = 0

    @property
    def done(self) -> int:
        return sum(self.counts.get(state, 0) for state in _STATES)


class Through:
    """Keeps count of an ingest of ``files``; told of every input after it is stored."""

    def __init__(self, files: Iterable[Path], writer: Writer, counting: bool) -> None:
        """Look up where earlier runs stopped.

        Args:
            counting: count the documents of files that can be counted.
        """
        self._writer = writer
        self._files: dict[Path, _File] = {}
        for file in dict.fromkeys(files):
            known = _noted(file)
            size = file.stat().st_size if file.exists() else 0
            held = _File(count_documents(file) if counting else 0, size, dict(known.get("counts", {})))
            held.cursor = held.noted = known.get("cursor", "")
            self._files[file] = held

    @property
    def cursors(self) -> dict[Path, str]:
        """Where to go on in files of which a part was read before."""
        return {file: held.cursor for file, held in self._files.items() if held.cursor}

    @property
    def before(self) -> dict[str, int]:
        """What became of the records that earlier runs read: ``known``, ``quarantined`` and ``skipped``."""
        made = {"known": 0, "quarantined": 0, "skipped": 0}
        for held in self._files.values():
            made["known"] += held.counts.get("new", 0) + held.counts.get("known", 0)
            made["quarantined"] += held.counts.get("quarantined", 0)
            made["skipped"] += held.counts.get("skipped", 0)
        return made

    def told(self, placed: Placed, state: str, number: int = 1) -> None:
        """One input of a file is done, and whatever came before it in the file."""
        held = self._files[placed.file]
        held.counts[state] = held.counts.get(state, 0) + number
        if placed.position:
            held.through = placed.position.through
            held.cursor = placed.position.cursor
            held.seen += 1
            if held.cursor and held.seen % _EVERY == 0:
                self._note(placed.file, held)

    def ended(self) -> None:
        """Note where the files that are done end."""
        for file, held in self._files.items():
            if held.cursor and held.cursor != held.noted:
                self._note(file, held)

    @property
    def is_reckoned(self) -> bool:
        """True when the number of documents cannot be counted beforehand."""
        return any(held.counted is None for held in self._files.values())

    @property
    def done(self) -> int:
        """Documents done, those of earlier runs included."""
        return sum(held.done for held in self._files.values())

    @property
    def total(self) -> int:
        """Documents in all, as far as can be reckoned; 0 while nothing can be."""
        counted = sum(held.counted for held in self._files.values() if held.counted is not None)
        open_ones = [held for held in self._files.values() if held.counted is None]
        per_byte = _rate(open_ones)
        if open_ones and not per_byte:
            return 0
        return counted + sum(max(held.done, round(held.size * per_byte)) for held in open_ones)

    def _note(self, file: Path, held: _File) -> None:
        detail = {"cursor": held.cursor, "counts": held.counts, "reader": _readers()}
        self._writer.note_run(_key(file), "cursor", datetime.now(UTC), detail)
        held.noted = held.cursor


def _rate(some: list[_File]) -> float:
    """Documents in a byte of an archive."""
    read = sum(held.size * held.through for held in some)
    return sum(held.done for held in some) / read if read else 0.0


def _noted(file: Path) -> dict[str, Any]:
    """What the last run noted: ``cursor`` and ``counts``; empty when there is nothing to go on from."""
    if not goes_on(file) or not file.is_file():
        return {}
    query = rows.RunRow.objects.filter(run=_key(file), event="cursor").order_by("-id")
    detail = query.values_list("detail", flat=True).first()
    told = json.loads(detail) if detail else {}
    # another version reads what this one put aside, so it begins at the beginning
    return told if told.get("reader") == _readers() else {}


def _key(file: Path) -> str:
    """Name of an archive: its beginning; a cursor that does not fit any more is found out when it is used."""
    with file.open("rb") as source:
        return hashlib.sha256(b"archive" + source.read(_HEAD)).hexdigest()[:36]


def _readers() -> str:
    return " ".join([CLEANER, *sorted(reader_names())])
