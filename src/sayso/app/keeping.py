"""Retention: captured bytes of a source go after the days its rule says, unless they stand behind an incident.

What goes are the bytes, in the ledger and in the WARC files. Every row stays - the document's text, what was read, that
it was captured, when, with which digest - and a tombstone says when the bytes went and by which rule. No answer of the
ledger changes by it.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import sayso.app.prepare  # noqa: F401
from sayso.app.evidence import end_files, warc_folder
from sayso.app.ingest import writing
from sayso.collect.warc import Kept, find, repair, without
from sayso.model import SaysoError
from sayso.store import kept as ledger
from sayso.store.bodies import drop, dropped
from sayso.store.kept import HeldRecord
from sayso.store.retention import expired, files_with_dropped, sizes
from sayso.store.sources import sources
from sayso.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Expired:
    """What the rule of one source lets go: its days, how many captures' bytes, and how many bytes (unpacked)."""

    source: str
    keep_days: int
    captures: int
    size: int


def rules() -> dict[str, int]:
    """Source id to the days its bytes are kept, for sources that have a rule."""
    return {key: source.keep_days for key, source in sources().items() if source.keep_days is not None}


def keep(
    *, apply: bool = False, now: datetime | None = None, keep_days: Mapping[str, int] | None = None
) -> tuple[Expired, ...]:
    """Find what may go by the rules of the sources, and with ``apply`` let it go.

    Killed in the middle, the next run ends what this one began.

    Args:
        apply: False only tells.
        now: UTC; the clock when None.
        keep_days: the rules; those of the configured sources when None.

    Raises:
        SaysoError: the ledger or the WARC files cannot be written.
    """
    at = now or datetime.now(UTC)
    days = rules() if keep_days is None else dict(keep_days)
    captures, size = Counter[str](), Counter[str]()
    for source, digests in expired(days, at):
        captures[source] += len(digests)
        size[source] += sizes(digests)
        if apply:
            with writing(), Writer().turn():
                drop(digests, f"source {source} keeps {days[source]} days", at)
    if apply:
        try:
            _take_out(warc_folder(), at)
        except OSError as error:
            raise SaysoError(
                f"the WARC files cannot be written: {error.strerror}", "make room and run it again"
            ) from error
    return tuple(Expired(source, days[source], n, size[source]) for source, n in sorted(captures.items()))


def _take_out(folder: Path, at: datetime) -> None:
    """Write the WARC files that hold dropped bytes anew without them; files another process writes come next time."""
    files = [name for name in files_with_dropped() if find(folder, name)]
    if not files:
        return
    end_files()
    repair(folder, ledger.whole_until)
    for name in files:
        if not (folder / name).is_file():
            continue
        held = ledger.kept_in(name)
        gone = dropped({h.digest for h in held})
        by_record = {(h.record, h.at, h.address): h for h in held}
        records = {key: _kept(h) for key, h in by_record.items()}
        drop_these = [k for k in records.values() if k.digest in gone]
        moved = without(folder, name, drop_these, list(records.values()), at)
        places = {(k.record, k.at): k for k in moved}
        ledger.note_kept(_moved(h, places[h.record, h.at]) for h in by_record.values() if (h.record, h.at) in places)
        os.unlink(folder / name)


def _kept(h: HeldRecord) -> Kept:
    return Kept(h.file, h.offset, h.length, h.kind, h.record, h.uri, h.at, h.digest)


def _moved(h: HeldRecord, to: Kept) -> HeldRecord:
    return HeldRecord(h.digest, h.address, h.at, h.source, to.file, to.offset, to.length, h.kind, h.record, h.uri)
