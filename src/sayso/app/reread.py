"""Read stored captures again with the reader of today: a change of reader, never news.

Every capture is one transaction: the new reading, its links, and what became of the judgements about the old one. A
killed run goes on where it stopped, because what was read by this reader is not read again.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import sayso.app.prepare  # noqa: F401
from sayso.app.carry import Carried, carry
from sayso.app.ingest import Progress, writing
from sayso.app.inputs import Item
from sayso.app.linking import relink_reading
from sayso.app.read import reader_names
from sayso.app.read_item import read_item
from sayso.clean.cleaner import CLEANER
from sayso.model import Reading, SaysoError
from sayso.run import run
from sayso.store import stored
from sayso.store.closed import closing, time_of_act
from sayso.store.pack import reading_id
from sayso.store.stored import Stored
from sayso.store.writer import Writer

Read = Callable[[Item], Reading]


@dataclass(frozen=True, slots=True)
class Moved:
    """What a re-reading moved.

    Attributes:
        what: ``report`` (to another incident, gone, or new), ``judgement`` (carried to the new reading, or lost).
        subject: report key or judgement id.
        address: of the capture.
        said: what happened, in words.
        lost: True when a judgement has nothing to stand on any more: somebody has to decide again.
    """

    what: str
    subject: str
    address: str
    said: str
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of the captures.

    Attributes:
        read: read anew. ``same``: the reader of today made the very reading that is there. ``failed``: cannot be read
            any more; the old reading stays.
        moved: everything that changed its place.
        problems: (address, message) of what failed.
    """

    read: int
    same: int
    failed: int
    moved: tuple[Moved, ...]
    problems: tuple[tuple[str, str], ...] = ()


def reread(
    *, again: bool = False, progress: Progress | None = None, workers: int = 1, read: Read = read_item
) -> Reread:
    """Read every stored capture that another reader or cleaner read last.

    Args:
        again: also those that this reader read, in case it changed without a new version.
        progress: told after every capture.
        workers: reading processes.
        read: what reads; the reader of this version when not given.

    Raises:
        SaysoError: the ledger cannot be written.
    """
    writer, name = Writer(), str(uuid.uuid4())
    wanted = _everything if again else _outdated
    total = stored.count(wanted) if progress else 0
    with writing():
        writer.note_run(name, "begin", datetime.now(UTC), {"reread": CLEANER})
    counts = {"read": 0, "same": 0, "failed": 0}
    moved: list[Moved] = []
    problems: list[tuple[str, str]] = []
    for done, (held, made) in enumerate(_each(wanted, read, workers), start=1):
        if isinstance(made, Reading):
            state, some = _store(writer, held, made)
            counts[state] += 1
            moved += some
        else:
            counts["failed"] += 1
            problems.append((held.capture.address, str(made)))
        if progress:
            progress(done, total, held.capture.address)
    with writing(), writer.turn():
        writer.note_run(name, "end", datetime.now(UTC), closing(dict(counts)))
    return Reread(**counts, moved=tuple(moved), problems=tuple(problems))


def _everything(_reader: str, _cleaner: str) -> bool:
    return True


def _outdated(reader: str, cleaner: str) -> bool:
    return cleaner != CLEANER or reader not in reader_names()


def _each(
    wanted: Callable[[str, str], bool], read: Read, workers: int
) -> Iterator[tuple[Stored, Reading | Exception | None]]:
    waiting: list[Stored] = []

    def items() -> Iterator[Item]:
        for held in stored.captures(wanted):
            waiting.append(held)
            yield Item(held.capture, held.given, held.constructed)

    for outcome in run(read, items(), workers=workers):
        if isinstance(outcome.error, OSError):  # a full disk or too many files: not the document's fault
            raise SaysoError(f"reading stopped: {outcome.error}", "run the same command again to go on")
        yield waiting.pop(0), outcome.made if outcome.made is not None else outcome.error


def _store(writer: Writer, held: Stored, made: Reading) -> tuple[str, list[Moved]]:
    with writing(), writer.turn():
        if stored.has_reading(reading_id(made)):
            return "same", []
        before = stored.linked(held.document)
        at = time_of_act()
        carried = carry(held, made, at)
        writer.add_reading(relink_reading(Item(held.capture, held.given, held.constructed), made, at))
        after = stored.linked(made.document.id)
    old, new = {r.key: r.incident for r in before}, {r.key: r.incident for r in after}
    return "read", [*_moved(held.capture.address, old, new, carried), *_judgements(held.capture.address, carried)]


def _moved(address: str, old: dict[str, str], new: dict[str, str], carried: Carried) -> Iterator[Moved]:
    """Reports that are in another incident now, gone, or new; told apart by the words they stand on."""
    for key, at in old.items():
        now = carried.reports.get(key, "")
        if not now:
            yield Moved("report", key, address, f"no longer read; it was in {at or 'no incident'}")
        elif new.get(now, "") != at:
            yield Moved("report", now, address, f"from {at or 'no incident'} to {new.get(now) or 'no incident'}")
    for key in sorted(new.keys() - set(carried.reports.values())):
        yield Moved("report", key, address, f"read for the first time, in {new[key] or 'no incident'}")


def _judgements(address: str, carried: Carried) -> Iterator[Moved]:
    for row, words, lost in carried.judgements:
        yield Moved("judgement", row, address, words, lost)
