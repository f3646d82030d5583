"""Read documents into the ledger. Run again after a break, it goes on where it stopped."""

from __future__ import annotations

import time
import uuid
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from django.db.utils import OperationalError

from sayso.app.inputs import Item, Placed, find_files, read_placed
from sayso.app.read_item import work
from sayso.app.storing import store_readings
from sayso.app.through import Through
from sayso.collect.kinds import Passed
from sayso.model import Reading, SaysoError
from sayso.run import run
from sayso.store.closed import closing
from sayso.store.entry import Entry, Quarantined
from sayso.store.pack import capture_id
from sayso.store.writer import Writer

Progress = Callable[[int, int, str], None]
"""Called with documents done, documents in all (reckoned for archives, 0 while unknown), address of the last one."""
_TOGETHER = 16  # documents in one transaction at most: one fsync (about 10 ms) for all of them
_WAIT_S = 0.25  # a reading waits no longer for others; reading one takes about as long
_NOTHING = Passed("", 0)
_Told = tuple[str, str, Quarantined | None]
"""Address, what became of it, problem."""
_GO_ON = "what was acknowledged is kept; make room and run the same command again to go on"


@dataclass(frozen=True, slots=True)
class IngestResult:
    """What became of the documents.

    Attributes:
        new: read and added. ``known``: there already. ``quarantined``: put aside with a reason, now or before.
        seconds: how long it took.
        problems: (address, reason, message) of what was put aside in this run.
        skipped: records of archives that hold no page, by reason ("no_page", "status", "unchanged", "empty").
        resumed: how many documents of ``known`` an earlier run had read, and this one did not look at again.
    """

    new: int
    known: int
    quarantined: int
    seconds: float
    problems: tuple[tuple[str, str, str], ...] = ()
    skipped: tuple[tuple[str, int], ...] = ()
    resumed: int = 0


def ingest(
    paths: Iterable[str | Path],
    *,
    progress: Progress | None = None,
    known_from: datetime | None = None,
    workers: int = 1,
) -> IngestResult:
    """Read files, folders, JSON lines or a list on standard input into the ledger of the open house.

    Documents are added with their links, a few in one transaction, in the order of ``find_files``; a process that is
    killed leaves whole documents only and loses none that ``progress`` was told of, and the next run with the same
    paths ends with the same ledger. A capture older than what an earlier run closed (``sayso.store.closed``) counts
    from now on, so that no answer of the past changes.

    Args:
        paths: see :func:`sayso.app.inputs.find_files`.
        progress: told after every document.
        known_from: time of capture for what brings none of its own (UTC).
        workers: reading processes.

    Raises:
        SaysoError: a path does not exist, or the ledger cannot be written (a full disk). Documents that cannot be
            read raise nothing: they are put aside.
    """
    start, files = time.perf_counter(), find_files(paths)
    writer, name = Writer(), str(uuid.uuid4())
    through = Through(files, writer, counting=progress is not None)
    with writing():
        writer.note_run(name, "begin", datetime.now(UTC), {"files": len(files)})
    before = through.before
    counts = {"new": 0, "known": before["known"], "quarantined": before["quarantined"]}
    skipped, problems = Counter[str](), list[tuple[str, str, str]]()
    placed: deque[Placed] = deque()
    inputs = _noting(read_placed(files, known_from, through.cursors), placed)
    for address, state, problem in _each(writer, inputs, workers):
        at = placed.popleft()
        if isinstance(at.input, Passed) and state == "skipped":
            skipped[at.input.reason] += at.input.number
            through.told(at, "skipped", at.input.number)
            continue
        counts[state] += 1
        with writing():
            through.told(at, state)
        if problem:
            problems.append((address, problem.reason, problem.message))
        if progress:
            progress(through.done, max(through.done, through.total), address)
    with writing(), writer.turn():
        through.ended()
        if progress and through.is_reckoned:  # what was reckoned is known now
            progress(through.done, through.done, "")
        writer.note_run(name, "end", datetime.now(UTC), closing(counts))
    return IngestResult(
        **counts, seconds=time.perf_counter() - start, problems=tuple(problems), skipped=tuple(skipped.most_common()),
        resumed=before["known"],
    )  # fmt: skip


def _noting(inputs: Iterable[Placed], placed: deque[Placed]) -> Iterator[Item | Quarantined | Passed]:
    """The inputs alone; their places go to ``placed``, in the same order, without the bytes of the documents."""
    for one in inputs:
        placed.append(one if isinstance(one.input, Passed) else replace(one, input=_NOTHING))
        yield one.input


def _each(writer: Writer, items: Iterable[Item | Quarantined | Passed], workers: int) -> Iterator[_Told]:
    """What became of every input, in order.

    Readings wait for one another, so that several are written in one transaction; nothing is told before it is stored.
    """
    waiting: list[tuple[Item, Reading] | _Told] = []
    began = 0.0
    for outcome in run(work, _mark(writer, items), workers=workers):
        item = outcome.item
        if isinstance(item, str | Passed):
            waiting.append((item, "known", None) if isinstance(item, str) else ("", "skipped", None))
        elif isinstance(item, Item) and isinstance(outcome.made, Reading):
            began = began or time.monotonic()
            waiting.append((item, outcome.made))
        else:
            yield from _stored(writer, waiting)
            waiting, began = [], 0.0
            yield _put_aside(writer, item, outcome.error)
        if not began or len(waiting) >= _TOGETHER or time.monotonic() - began > _WAIT_S:
            yield from _stored(writer, waiting)
            waiting, began = [], 0.0
    yield from _stored(writer, waiting)


def _put_aside(writer: Writer, item: Item | Quarantined, error: Exception | None) -> _Told:
    if isinstance(item, Item) and isinstance(error, OSError):  # a full disk, too many files: not the document's fault
        raise SaysoError(f"reading stopped at {item.capture.address}: {error}", _GO_ON)
    problem = problem_of(item, error) if isinstance(item, Item) else item
    with writing():
        writer.put_aside(problem)
    return problem.address, "quarantined", problem


def _mark(writer: Writer, items: Iterable[Item | Quarantined | Passed]) -> Iterator[Item | Quarantined | Passed | str]:
    """Items that are in the ledger already become their address, so that nobody reads them again."""
    for item in items:
        known = isinstance(item, Item) and writer.knows(capture_id(item.capture, item.given))
        yield item.capture.address if isinstance(item, Item) and known else item


def _stored(writer: Writer, waiting: list[tuple[Item, Reading] | _Told]) -> Iterator[_Told]:
    """What became of those that waited, after the readings among them are stored."""
    readings = [(one[0], one[1]) for one in waiting if isinstance(one[0], Item) and isinstance(one[1], Reading)]
    entries: list[Entry | None] = []
    if readings:
        with writing():
            entries = store_readings(readings, writer)
    states = iter("known" if entry is None else "new" for entry in entries)
    for one in waiting:
        yield (one[0].capture.address, next(states), None) if isinstance(one[0], Item) else one


@contextmanager
def writing() -> Iterator[None]:
    """Turns what a database says when it cannot write into one clear line.

    Raises:
        SaysoError: the disk is full or fails, the database is locked or gone.
    """
    try:
        yield
    except OperationalError as error:
        reason = str(error).strip().splitlines()[0]
        raise SaysoError(f"the ledger cannot be written: {reason}", _GO_ON) from error


def problem_of(item: Item, error: Exception | None) -> Quarantined:
    """What is put aside of an item that could not be read."""
    reason, message = "reader_error", f"{type(error).__name__}: {error}"
    if isinstance(error, SaysoError):
        reason, message = getattr(error, "reason", "unreadable"), error.message
    return Quarantined(item.capture.address, item.capture.digest, reason, message[:500], item.capture.known_from)
