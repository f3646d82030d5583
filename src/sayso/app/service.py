"""The whole service in one process: collect, read, link, and the desk, until it is stopped."""

from __future__ import annotations

import json
import logging
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.db import connection

import sayso.app.prepare  # noqa: F401
from sayso import __version__
from sayso.app import sources as watched_places
from sayso.app.collected import pasts
from sayso.app.collecting import Collector, Limits
from sayso.app.evidence import end_files
from sayso.app.ingest import writing
from sayso.app.keeping import keep
from sayso.app.only_one import only_service
from sayso.app.read import reader_names
from sayso.app.reading_queue import Reader
from sayso.clean.cleaner import CLEANER
from sayso.collect.health import health
from sayso.collect.kinds import WATCHED
from sayso.collect.kinds.watched import Watched
from sayso.model import SaysoError
from sayso.model.source import Source
from sayso.run import Pool
from sayso.store import items as queue
from sayso.store import sources as held
from sayso.store.closed import closing
from sayso.store.models import RunRow
from sayso.store.sources import totals, watching
from sayso.store.writer import Writer

log = logging.getLogger("sayso.service")
_REST_S = 0.5  # the reader looks for work so often while there is none
_LONGEST_PAUSE_S = 60.0
_CLOSE_EVERY_S = 600.0
_KEEP_EVERY_S, _FIRST_KEEP_S = 86_400.0, 900.0  # retention runs daily, and soon after a start
_LOOKS_FOR_HEALTH = 20
STUCK_S = 300.0
"""Seconds after which a part that gave no sign of life counts as stuck: longer than any document takes to read."""


@dataclass(slots=True)
class Beat:
    """Sign of life of one part of the service: when (monotonic seconds), and what is in its way ("" nothing)."""

    at: float = field(default_factory=time.monotonic)
    trouble: str = ""


beats: dict[str, Beat] = {}
"""Part of the service that runs in this process to its last sign of life; empty while none runs."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Where collecting stands, in numbers.

    Attributes:
        sources: health word to number of sources.
        counts: totals over all sources, see ``store.sources.Watching``.
        items: state to number of items.
        on_their_way: looks and fetches begun and not over.
    """

    sources: Mapping[str, int]
    counts: Mapping[str, int]
    items: Mapping[str, int]
    on_their_way: int = 0


def configured() -> Mapping[str, Source]:
    """The sources as they are configured now; those of the ledger when ``sayso.toml`` cannot be read as it is."""
    try:
        found, problem = watched_places.configured(), ""
    except SaysoError as error:
        found, problem = held.sources(), str(error)
    if problem and problem not in _told:
        log.error(problem, extra={"event": "trouble", "words": {}})
    _told.clear()
    _told.update({problem} if problem else ())
    return found


_told: set[str] = set()
"""What was said to be wrong with the configuration, so that it is said once."""


def summary(on_their_way: int = 0) -> Summary:
    """Where collecting into the open house stands."""
    words = Counter(word for word, _ in fares().values())
    return Summary(dict(words), totals(watching().values()), queue.queue_length(), on_their_way)


def fares(some: Collection[str] | None = None) -> dict[str, tuple[str, str]]:
    """Source id to how it fares now: a word and a sentence; see ``collect.health``."""
    now, where = datetime.now(UTC), watching(some)
    found = {k: s for k, s in configured().items() if some is None or k in some}
    looks = held.looks_of(list(found), _LOOKS_FOR_HEALTH)
    made = {}
    for key, source in found.items():
        at = where.get(key)
        past = pasts(looks.get(key, ()), at.first_at if at else None)
        made[key] = health(source, past, now, at.days if at else {}, at.next_at if at else None)
    return made


def serve_all(
    folder: Path,
    stop: threading.Event,
    *,
    workers: int = 1,
    limits: Limits | None = None,
    show: Callable[[Collector], None] = lambda _: None,
) -> None:
    """Collect into the open house, read and link, until ``stop`` is set.

    Trouble with the ledger (a full disk, a database that is away) ends nothing: it is said, and tried again.

    Args:
        folder: of the house.
        workers: reading processes; 1 reads in this one.
        show: called in the caller's thread about five times a second.

    Raises:
        SaysoError: another service collects into this ledger.
    """
    with only_service(folder):
        begin()
        reading = threading.Thread(target=_read_on, args=(stop, workers), name="sayso reading", daemon=True)
        reading.start()
        try:
            _collect_on(stop, Collector(kinds(), configured, limits), show)
        finally:
            stop.set()
            reading.join(timeout=30)
            beats.clear()
            end_files()
            note("end", {"service": True})
            log.info("stopped", extra={"event": "stopped", "words": {}})


def kinds() -> Mapping[str, Watched]:
    """The kinds of watched source by name."""
    return {kind.name: kind for kind in WATCHED}


def _collect_on(stop: threading.Event, collector: Collector, show: Callable[[Collector], None]) -> None:
    beat, closed_at = beats.setdefault("collecting", Beat()), time.monotonic()
    pause, keep_at = _Pause(stop, beat), closed_at + _FIRST_KEEP_S
    while not stop.is_set():
        with pause:
            collector.step()
            if time.monotonic() - closed_at > _CLOSE_EVERY_S:
                note("end", {"service": True})
                closed_at = time.monotonic()
            if time.monotonic() > keep_at:
                keep_at = time.monotonic() + _KEEP_EVERY_S
                let_go()
        show(collector)


def let_go(now: datetime | None = None) -> int:
    """Let the bytes go whose time is over by the rules of the sources (``keep_days``); the number of captures.

    Args:
        now: UTC; the clock when None.

    Raises:
        SaysoError: the ledger or the WARC files cannot be written.
    """
    rules = {key: source.keep_days for key, source in configured().items() if source.keep_days is not None}
    if not rules:
        return 0
    gone = keep(apply=True, now=now, keep_days=rules)
    for one in gone:
        words: dict[str, object] = {"source": one.source, "captures": one.captures, "bytes": one.size}
        log.info("let_go", extra={"event": "let_go", "words": words})
    return sum(one.captures for one in gone)


def _read_on(stop: threading.Event, workers: int) -> None:
    pool, beat = Pool(workers), beats.setdefault("reading", Beat())
    reader, pause = Reader(pool), _Pause(stop, beat)
    try:
        while not stop.is_set():
            done = 1
            with pause:
                done = reader.step()
            if not done:
                stop.wait(_REST_S)
    finally:
        pool.close()
        connection.close()


class _Pause:
    """What is in the way of one part is said once, and the part waits, longer each time, before it goes on."""

    def __init__(self, stop: threading.Event, beat: Beat) -> None:
        self._stop, self._beat, self._wait_s = stop, beat, 1.0

    def __enter__(self) -> None:
        self._beat.at = time.monotonic()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> bool:
        if error is None:
            self._beat.trouble, self._wait_s = "", 1.0
            return False
        if not isinstance(error, Exception):
            return False
        words = error.message if isinstance(error, SaysoError) else f"{type(error).__name__}: {error}"
        if words != self._beat.trouble:
            known = isinstance(error, SaysoError)
            log.error(words, exc_info=None if known else error, extra={"event": "trouble", "words": {}})
        self._beat.trouble = words
        connection.close()  # a connection that broke is made anew
        self._stop.wait(self._wait_s)
        self._wait_s = min(2 * self._wait_s, _LONGEST_PAUSE_S)
        return True


def begin() -> None:
    """Note that collecting begins; what a fault of an earlier reader put aside is read again by another one."""
    readers = " ".join([__version__, CLEANER, *sorted(reader_names())])
    before = RunRow.objects.filter(event="begin", detail__contains='"readers":').order_by("-id").first()
    if before is None or json.loads(before.detail).get("readers") != readers:
        with writing(), Writer().turn():
            queue.read_again("reader_error")
    note("begin", {"service": True, "readers": readers})


def note(event: str, detail: dict[str, Any]) -> None:
    """Bookkeeping of the service's runs; an end closes the past (``store.closed``)."""
    writer = Writer()
    with writing(), writer.turn():
        done = closing(detail) if event == "end" else detail
        writer.note_run(str(uuid.uuid4()), event, datetime.now(UTC), done)


@dataclass(frozen=True, slots=True)
class Once:
    """What one round of collecting came to.

    Attributes:
        looks: outcome to number of looks. ``new``: items found for the first time. ``captured``: versions captured.
        read, refused: documents. ``left``: items that are to be tried again later.
    """

    looks: Mapping[str, int]
    new: int
    captured: int
    read: int
    refused: int
    left: int

    @property
    def reached(self) -> int:
        """Looks that reached their source."""
        return sum(self.looks.get(outcome, 0) for outcome in held.REACHED)


def collect_once(
    folder: Path,
    source: str | None = None,
    *,
    limits: Limits | None = None,
    workers: int = 1,
    show: Callable[[Collector], None] = lambda _: None,
    most_s: float = 3600.0,
) -> Once:
    """Look at every source that is due, or at one whether it is due or not; fetch, read and link what came.

    Args:
        folder: of the house.
        source: id of the one source.
        most_s: seconds after which no more is begun.

    Raises:
        SaysoError: no such source, none at all, another service runs, or the ledger cannot be written.
    """
    have = configured()
    if not have:
        raise SaysoError("no source is watched yet", "add one with: sayso source add URL")
    if source is not None and source not in have:
        raise SaysoError(f"no source is called {source!r}", "see: sayso source list")
    with only_service(folder, "sayso collect"):
        begin()
        if source is not None:
            held.look_again(source, datetime.now(UTC))
        before = totals(watching().values())
        _all_that_is_due(Collector(kinds(), configured, limits, once=True), source, Reader(Pool(workers)), show, most_s)
        end_files()
        note("end", {"service": True})
        done = Counter(totals(watching().values()))
        done.subtract(before)
    looks = {k.partition(":")[2]: n for k, n in done.items() if k.startswith("looks:") and n}
    left = queue.queue_length()["waiting"]
    return Once(looks, done["items"], done["captures"], done["read"], done["refused"], left)


def _all_that_is_due(
    collector: Collector, source: str | None, reader: Reader, show: Callable[[Collector], None], most_s: float
) -> None:
    only = None if source is None else {source}
    end = time.monotonic() + most_s
    while time.monotonic() < end and not collector.idle(only):
        collector.step(only=only)
        show(collector)
    while time.monotonic() < end and reader.step():
        show(collector)
