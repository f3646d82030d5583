"""Read documents into the ledger. Run again after a break, it goes on where it stopped."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.db.utils import OperationalError

from sayso.app.inputs import Item, count_items, find_files, read_items
from sayso.app.read_item import work
from sayso.app.storing import store_readings
from sayso.model import Reading, SaysoError
from sayso.run import run
from sayso.store.closed import closing
from sayso.store.entry import Quarantined
from sayso.store.pack import capture_id
from sayso.store.writer import Writer

Progress = Callable[[int, int, str], None]
"""Called with documents done, documents in all, and the address of the last one."""
_TOGETHER = 16  # documents in one transaction at most: one fsync (about 10 ms) for all of them
_WAIT_S = 0.25  # a reading waits no longer for others; reading one takes about as long
_GO_ON = "what was acknowledged is kept; make room and run the same command again to go on"


@dataclass(frozen=True, slots=True)
class IngestResult:
    """What became of the documents.

    Attributes:
        new: read and added. ``known``: there already. ``quarantined``: put aside with a reason, now or before.
        seconds: how long it took.
        problems: (address, reason, message) of what was put aside in this run.
    """

    new: int
    known: int
    quarantined: int
    seconds: float
    problems: tuple[tuple[str, str, str], ...] = ()


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
    start = time.perf_counter()
    files = find_files(paths)
    total = count_items(files) if progress else 0
    writer, name = Writer(), str(uuid.uuid4())
    with writing():
        writer.note_run(name, "begin", datetime.now(UTC), {"files": len(files)})
    counts = {"new": 0, "known": 0, "quarantined": 0}
    problems: list[tuple[str, str, str]] = []
    for done, (address, state, problem) in enumerate(_each(writer, read_items(files, known_from), workers), start=1):
        counts[state] += 1
        if problem:
            problems.append((address, problem.reason, problem.message))
        if progress:
            progress(done, total, address)
    with writing(), writer.turn():
        writer.note_run(name, "end", datetime.now(UTC), closing(counts))
    return IngestResult(**counts, seconds=time.perf_counter() - start, problems=tuple(problems))


def _each(
    writer: Writer, items: Iterable[Item | Quarantined], workers: int
) -> Iterator[tuple[str, str, Quarantined | None]]:
    """(address, what became of it, problem) of every input, in order.

    Readings wait for one another, so that several are written in one transaction; nothing is told before it is stored.
    """
    waiting: list[tuple[Item, Reading]] = []
    began = 0.0
    for outcome in run(work, _mark(writer, items), workers=workers):
        item = outcome.item
        if isinstance(item, Item) and isinstance(outcome.made, Reading):
            began = began if waiting else time.monotonic()
            waiting.append((item, outcome.made))
            if len(waiting) >= _TOGETHER or time.monotonic() - began > _WAIT_S:
                yield from _stored(writer, waiting)
                waiting = []
            continue
        yield from _stored(writer, waiting)
        waiting = []
        if isinstance(item, Quarantined):
            with writing():
                writer.put_aside(item)
            yield item.address, "quarantined", item
        elif isinstance(item, str):
            yield item, "known", None
        elif isinstance(outcome.error, OSError):  # a full disk or too many files: not the document's fault
            raise SaysoError(f"reading stopped at {item.capture.address}: {outcome.error}", _GO_ON)
        else:
            problem = problem_of(item, outcome.error)
            with writing():
                writer.put_aside(problem)
            yield item.capture.address, "quarantined", problem
    yield from _stored(writer, waiting)


def _mark(writer: Writer, items: Iterable[Item | Quarantined]) -> Iterator[Item | Quarantined | str]:
    """Items that are in the ledger already become their address, so that nobody reads them again."""
    for item in items:
        known = isinstance(item, Item) and writer.knows(capture_id(item.capture, item.given))
        yield item.capture.address if isinstance(item, Item) and known else item


def _stored(writer: Writer, waiting: list[tuple[Item, Reading]]) -> list[tuple[str, str, None]]:
    if not waiting:
        return []
    with writing():
        entries = store_readings(waiting, writer)
    states = ["known" if entry is None else "new" for entry in entries]
    return [(item.capture.address, state, None) for (item, _), state in zip(waiting, states, strict=True)]


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
