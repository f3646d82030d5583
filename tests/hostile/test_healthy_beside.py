"""Healthy hosts are collected at the rate they have alone, whatever the hosts beside them do."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import hostile_again
import hostile_lines
import pytest
from hostile_all import BEHAVIOURS
from hostile_web import Behaviour, HostileWeb

from sayso.collect.answer import NO_VALIDATORS, FetchProblem
from sayso.collect.fetch import getter
from sayso.collect.kinds.feed import FEED
from sayso.collect.politeness import Gate
from sayso.model.source import LookState, Source

LOOKS = 10
HANGING = [b for b in hostile_lines.SLOW if b.name not in ("slow-redirects", "slow-dns")]
RESTLESS = [b for b in BEHAVIOURS.values() if b not in HANGING and b.timeout > 1 and not b.name.startswith("healthy")]
"""Hosts that do their harm at once, over and over."""
PATIENCE_S = 60.0


def source_of(web: HostileWeb, behaviour: Behaviour) -> Source:
    hosts = tuple(web.allow_hosts)
    return Source(behaviour.name, behaviour.name, "feed", web.url(behaviour), every_s=3600, allow_hosts=hosts)


class Watch:
    """Looks at hosts in a thread each, all with the same ways; counts the looks that came to what they should."""

    def __init__(self, web: HostileWeb) -> None:
        self.web, self.ways = web, web.ways(gate=Gate(0.0), patience_s=PATIENCE_S)
        self.done: Counter[str] = Counter()
        self.over = threading.Event()

    def look(self, behaviour: Behaviour) -> None:
        ask = getter(allow_hosts=self.web.allow_hosts, ways=self.ways, timeout=PATIENCE_S)
        look = FEED.look(source_of(self.web, behaviour), LookState(), ask)
        self.done[behaviour.name] += (look.outcome, len(look.items)) == (behaviour.outcome, behaviour.items)

    def start(self, work: Callable[[], None]) -> threading.Thread:
        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        return thread

    def many(self, behaviour: Behaviour) -> None:
        for _ in range(LOOKS):
            self.look(behaviour)

    def healthy(self) -> Counter[str]:
        """All healthy hosts at the same time, so many looks at each."""
        self.done.clear()
        threads = [self.start(lambda b=b: self.many(b)) for b in hostile_again.HEALTHY]  # type: ignore[misc]
        for thread in threads:
            thread.join()
        return Counter({name: count for name, count in self.done.items() if name.startswith("healthy")})

    def restless(self) -> None:
        while not self.over.is_set():
            for behaviour in RESTLESS:
                ask = getter(allow_hosts=self.web.allow_hosts, ways=self.ways, timeout=5)
                try:
                    ask(self.web.url(behaviour), NO_VALIDATORS, behaviour.max_bytes)
                except FetchProblem:
                    self.done["restless"] += 1
                if self.over.is_set():
                    return


def test_every_healthy_look_is_done_while_hostile_ones_hang(web: HostileWeb) -> None:
    """By count, not by the clock: all looks there are alone are there as well before one that hangs has ended."""
    alone = Watch(web).healthy()
    watch = Watch(web)
    hanging = [watch.start(lambda b=b: watch.look(b)) for b in HANGING]  # type: ignore[misc]
    watch.start(watch.restless)
    _until(lambda: {name for name, _, _ in web.asked} >= {b.name for b in HANGING if b.at_accept is None})
    beside = watch.healthy()
    assert beside == alone == {b.name: LOOKS for b in hostile_again.HEALTHY}
    assert all(thread.is_alive() for thread in hanging)
    assert watch.done["restless"] > 0
    watch.over.set()


def _until(true: Callable[[], bool], seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_the_service_collects_healthy_sources_while_hostile_ones_hang(ledger: Path, web: HostileWeb) -> None:
    from sayso.app.collecting import Collector, Limits
    from sayso.store.items import last_items
    from sayso.store.sources import looks, save_source, sources

    some = [*HANGING, *RESTLESS[::20], *hostile_again.HEALTHY]
    for behaviour in some:
        save_source(source_of(web, behaviour), "test")
    ways = web.ways(gate=Gate(0.0), patience_s=PATIENCE_S)
    collector = Collector({"feed": FEED}, sources, Limits(look_s=PATIENCE_S, fetch_s=PATIENCE_S), ways)

    def all_captured() -> bool:
        collector.step(0.05)
        states = [item.state for b in hostile_again.HEALTHY for item in last_items(b.name)]
        return states == ["captured"] * 3 * len(hostile_again.HEALTHY)

    _until(all_captured, PATIENCE_S)
    assert collector.busy >= len(HANGING)
    assert not any(looks(b.name) for b in HANGING)
    came = {b.name: looks(b.name)[-1].outcome for b in RESTLESS[::20] if looks(b.name)}
    assert {"failing", "blocked"} <= set(came.values())
