"""Looks at sources that are due, fetches their items, and stores what came before anybody is told of it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from urllib.parse import urlsplit

from django.db import DatabaseError, OperationalError, transaction

import sayso.app.prepare  # noqa: F401
from sayso.app.capturing import Budget, Fetched, brought_along, fetch_item
from sayso.app.collected import Event, store_fetched, store_look
from sayso.app.ingest import writing
from sayso.app.websub import ask_hub
from sayso.collect.answer import FetchProblem
from sayso.collect.kinds.watched import Get, Watched, trouble
from sayso.collect.politeness import Gate
from sayso.collect.ways import Ways
from sayso.model import SaysoError
from sayso.model.source import Look, LookState, Source
from sayso.run import Crew, Done
from sayso.store import items as queue
from sayso.store import sources as held
from sayso.store.items import HeldItem
from sayso.store.sources import Watching
from sayso.store.writer import Writer

__all__ = ["Budget", "Collector", "Limits", "host_of"]

log = logging.getLogger("sayso.collect")
_SOON_S = 0.3  # a host whose turn comes later than that waits outside, so that it takes no place from others
_REFRESH_S = 1.0  # how often the queue is asked for what is due while there is nothing
_CONFIGURED_S = 3.0  # how often the configuration is asked for
_MOST_CANDIDATES = 400
_TOGETHER = 32  # items that need no fetching in one transaction


@dataclass(frozen=True, slots=True)
class Limits:
    """What collecting may take.

    Attributes:
        places: looks and fetches at the same time.
        look_s: seconds for one look, whatever it asks for. ``fetch_s``: seconds for one request.
        per_source: items of one source that are fetched or wait at the door at the same time.
        grace_s: seconds after its time before a look or fetch that hangs is given up.
        gap_s: seconds between two requests to one host.
    """

    places: int = 16
    look_s: float = 60.0
    fetch_s: float = 30.0
    per_source: int = 4
    grace_s: float = 40.0
    gap_s: float = 2.0


@dataclass(frozen=True, slots=True)
class _LookJob:
    source: Source
    watching: Watching
    began: datetime


@dataclass(frozen=True, slots=True)
class _FetchJob:
    source: Source
    item: HeldItem


_Job = _LookJob | _FetchJob


class Collector:
    """Collects for the open house; one thread calls it, and it alone writes what is collected.

    Args:
        kinds: name to kind of watched source.
        sources: asked for the sources as they are configured now.
        limits: what it may take.
        ways: how hosts are reached; shared by all its requests.
        once: look at each source once at most.
    """

    def __init__(
        self,
        kinds: Mapping[str, Watched],
        sources: Callable[[], Mapping[str, Source]] = held.sources,
        limits: Limits | None = None,
        ways: Ways | None = None,
        once: bool = False,
    ) -> None:
        self._once = once
        self._looked: set[str] = set()
        self.limits = limits or Limits()
        self._kinds, self._sources = kinds, sources
        self._ways = ways or Ways(gate=Gate(gap_s=self.limits.gap_s))
        self._crew: Crew[Look | Fetched] = Crew(self.limits.places)
        self._jobs: dict[str, _Job] = {}
        self._configured: dict[str, Source] = {}
        self._asked_at = self._configured_at = float("-inf")
        self._candidates: list[HeldItem] = []
        self._due: dict[str, Watching] = {}

    @property
    def busy(self) -> int:
        """Looks and fetches on their way."""
        return self._crew.busy

    @property
    def given_up(self) -> int:
        """Looks and fetches that hung and were given up."""
        return self._crew.given_up

    def step(self, wait_s: float = 0.2, only: Collection[str] | None = None) -> int:
        """One round: store what came in, begin what is due; how much was stored.

        Args:
            wait_s: seconds to wait for something to come in.
            only: ids of the sources that are looked at; None for all.

        Raises:
            SaysoError: the ledger cannot be written. What came in is lost then, and will be asked for again.
        """
        done = self._crew.take(wait_s if self.busy else 0.0)
        if done:
            self._store(done)
        begun = self._begin(only)
        if not done and not begun and not self.busy:
            time.sleep(wait_s)
        return len(done)

    def idle(self, only: Collection[str] | None = None) -> bool:
        """True when nothing is on its way and nothing is due."""
        if self.busy:
            return False
        self._refresh(only, force=True)
        return not self._due and not self._candidates

    def _begin(self, only: Collection[str] | None) -> int:
        if not self._crew.free:
            return 0
        self._refresh(only)
        hosts = self._hosts()
        begun = 0
        for source, watching in list(self._due.items()):
            if self._crew.free <= self.limits.places // 4:  # items of sources that were looked at get their share
                break
            begun += self._begin_look(self._configured[source], watching, hosts)
        local = [item for item in self._candidates if not item.seen.fetch][:_TOGETHER]
        if local:
            self._take_along(local)
            begun += len(local)
        for item in [one for one in self._candidates if one.seen.fetch]:
            if not self._crew.free:
                break
            begun += self._begin_fetch(item, hosts)
        return begun

    def _refresh(self, only: Collection[str] | None, force: bool = False) -> None:
        """Ask what is due, at most once a second."""
        if not force and time.monotonic() - self._asked_at < _REFRESH_S:
            return
        now = datetime.now(UTC)
        if force or time.monotonic() - self._configured_at >= _CONFIGURED_S:
            self._configured = {k: s for k, s in self._sources().items() if only is None or k in only}
            self._configured_at = time.monotonic()
        self._due = {
            source: watching
            for source, watching in held.due_watching(now).items()
            if self._watched(source) and source not in self._looked and not self._crew.has(f"look {source}")
        }
        fetching = {job.item.id for job in self._jobs.values() if isinstance(job, _FetchJob)}
        awake = [pk for pk, source in self._configured.items() if not source.paused]
        found = queue.due_items(now, _MOST_CANDIDATES, self.limits.per_source, awake)
        self._candidates = [item for item in found if item.id not in fetching]
        self._asked_at = time.monotonic()

    def _watched(self, source: str) -> bool:
        configured = self._configured.get(source)
        return configured is not None and not configured.paused and configured.kind in self._kinds

    def _hosts(self) -> set[str]:
        """Hosts that are being asked."""
        some = (job.source.address if isinstance(job, _LookJob) else job.item.address for job in self._jobs.values())
        return {host_of(address) for address in some}

    def _open(self, address: str, hosts: set[str]) -> bool:
        """True when a request to this address would be let through now."""
        host = host_of(address)
        gate = self._ways.gate
        return not host or (host not in hosts and (gate is None or gate.wait_s(host) <= _SOON_S))

    def _begin_look(self, source: Source, watching: Watching, hosts: set[str]) -> bool:
        kind = self._kinds[source.kind]
        if kind.remote and not self._open(source.address, hosts):
            return False
        get = Budget(source.allow_hosts, self._ways, self.limits.fetch_s, self.limits.look_s)
        self._submit(
            f"look {source.id}", _LookJob(source, watching, datetime.now(UTC)),
            partial(_look, kind, source, watching.state, get, self._ways), self.limits.look_s,
        )  # fmt: skip
        hosts.add(host_of(source.address))
        del self._due[source.id]
        self._looked |= {source.id} if self._once else set()
        return True

    def _begin_fetch(self, item: HeldItem, hosts: set[str]) -> bool:
        if not self._open(item.address, hosts):
            return False
        source = self._configured[item.source]
        get = Budget(source.allow_hosts, self._ways, self.limits.fetch_s, self.limits.fetch_s, page=True)
        self._submit(f"item {item.id}", _FetchJob(source, item), partial(fetch_item, item, get), self.limits.fetch_s)
        hosts.add(host_of(item.address))
        self._candidates.remove(item)
        return True

    def _submit(self, key: str, job: _Job, work: Callable[[], Look | Fetched], limit_s: float) -> None:
        self._jobs[key] = job
        self._crew.submit(key, work, limit_s + self._ways.patience_s + self.limits.grace_s)

    def _store(self, done: Iterable[Done[Look | Fetched]]) -> None:
        """What came in, all of it in one transaction; what cannot be stored of one source harms no other."""
        said: list[Event] = []
        with writing(), Writer().turn():
            for one in done:
                job = self._jobs.pop(one.key)
                try:
                    with transaction.atomic():
                        said += self._store_one(job, one)
                except OperationalError:  # a full disk, no database: nobody's fault but ours
                    raise
                except (ValueError, TypeError, DatabaseError) as error:
                    said += self._spoilt(job, error)
        for event, words in said:  # nobody is told of anything before it is stored
            log.info(event, extra={"event": event, "words": words})

    def _store_one(self, job: _Job, one: Done[Look | Fetched]) -> list[Event]:
        if isinstance(job, _LookJob):
            look = one.made if isinstance(one.made, Look) else _failed(job.watching.state, one.error)
            return [store_look(job.source, job.watching, look, job.began, one.seconds)]
        fetched = one.made if isinstance(one.made, Fetched) else Fetched(problem=_problem(one.error))
        return [store_fetched(job.source, job.item, fetched)]

    def _spoilt(self, job: _Job, error: Exception) -> list[Event]:
        """What came in cannot be stored (text that no database takes): noted as the source's failure."""
        problem = FetchProblem("failing", "bad_answer", f"what came cannot be stored: {type(error).__name__}")
        if isinstance(job, _LookJob):
            return [store_look(job.source, job.watching, trouble(job.watching.state, problem), job.began, 0.0)]
        return [store_fetched(job.source, job.item, Fetched(problem=problem))]

    def _take_along(self, some: list[HeldItem]) -> None:
        """Items whose text the source brought along, or that are files: there is nothing to ask anybody for."""
        said = []
        with writing(), Writer().turn():
            for item in some:
                source = self._configured[item.source]
                said.append(store_fetched(source, item, Fetched(brought_along(item.seen, datetime.now(UTC)))))
                self._candidates.remove(item)
        for event, words in said:
            log.info(event, extra={"event": event, "words": words})


def _look(kind: Watched, source: Source, state: LookState, get: Get, ways: Ways) -> Look:
    look = kind.look(source, state, get)
    ask_hub(source, look, ways)
    return look


def _failed(state: LookState, error: Exception | None) -> Look:
    """The look that an exception comes to: a fault of ours or of a library, never the end of anything else."""
    return trouble(state, _problem(error))


def _problem(error: Exception | None) -> FetchProblem:
    if isinstance(error, FetchProblem):
        return error
    reason = "hung" if isinstance(error, SaysoError) else "reader_error"
    words = str(error) if isinstance(error, SaysoError) else f"{type(error).__name__} in our own reader"
    if not isinstance(error, SaysoError):
        log.error("fault", exc_info=error, extra={"event": "fault", "words": {}})
    return FetchProblem("failing", reason, words)


def host_of(address: str) -> str:
    """Host of an http(s) address in lower case, "" for anything else."""
    try:
        parts = urlsplit(address)
        return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""
