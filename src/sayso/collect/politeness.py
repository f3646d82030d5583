"""Politeness: one request at a time for each host, with a pause between two, and silence for as long as it asks."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from math import ceil, isfinite

from sayso.collect.answer import problem

GAP_S = 2.0
"""Seconds between the end of one request and the start of the next to the same host, when it asks for no other."""
LONGEST_GAP_S = 600.0
"""A longer Crawl-delay counts as this one: some hosts state days by mistake, and are then never read at all."""
LONGEST_WAIT_S = 86_400
"""Seconds of a Retry-After that are believed; after a day the host is asked once more."""
_MOST_HOSTS = 5_000


@dataclass(slots=True)
class _Lane:
    """One host: who waits, in order of coming; whether someone is in; when the next may go in."""

    waiting: deque[object] = field(default_factory=deque)
    busy: bool = False
    free_at: float = 0.0
    held_until: float = 0.0
    gap_s: float = 0.0


class Gate:
    """Lets requests to each host through one by one, first come, first served; one for a whole service, thread safe.

    Args:
        gap_s: seconds between two requests to one host.
        now: a clock in seconds that never goes back.
    """

    def __init__(self, gap_s: float = GAP_S, now: Callable[[], float] = time.monotonic) -> None:
        self._gap_s, self._now = gap_s, now
        self._lanes: dict[str, _Lane] = {}
        self._changed = threading.Condition()

    @contextmanager
    def turn(self, host: str, patience_s: float = 30.0) -> Iterator[None]:
        """Wait for the turn of this caller at ``host``; others wait until it leaves.

        Raises:
            FetchProblem: busy, when the turn cannot come within ``patience_s`` seconds; rate_limited, when the host
                asked to be left alone for longer than that. Both say in ``retry_after_s`` when to ask again.
        """
        with self._changed:
            lane = self._lane(host)
            self._wait(host, lane, self._now() + patience_s)
            lane.busy = True
        try:
            yield
        finally:
            with self._changed:
                lane.busy = False
                lane.free_at = self._now() + max(lane.gap_s, self._gap_s)
                self._changed.notify_all()

    def ask_gap(self, host: str, seconds: float | None) -> None:
        """The pause that the host asks for (Crawl-delay); never shorter than the gate's own."""
        with self._changed:
            self._lane(host).gap_s = min(max(seconds or 0.0, 0.0), LONGEST_GAP_S)

    def hold(self, host: str, seconds: float) -> None:
        """Leave the host alone for so long (Retry-After), at most a day."""
        with self._changed:
            lane = self._lane(host)
            lane.held_until = max(lane.held_until, self._now() + min(max(seconds, 0.0), LONGEST_WAIT_S))

    def wait_s(self, host: str) -> float:
        """Seconds until a caller that came now would be let through, as far as can be foreseen; 0.0 when at once."""
        with self._changed:
            lane = self._lanes.get(host)
            return self._ahead(lane, len(lane.waiting)) if lane else 0.0

    def _wait(self, host: str, lane: _Lane, end: float) -> None:
        ticket = object()
        lane.waiting.append(ticket)
        try:
            while lane.busy or lane.waiting[0] is not ticket or self._pause(lane) > 0:
                left = end - self._now()
                self._give_up(host, lane, lane.waiting.index(ticket), left)
                first = lane.waiting[0] is ticket and not lane.busy
                self._changed.wait(min(left, self._pause(lane)) if first else left)
        finally:
            lane.waiting.remove(ticket)
            self._changed.notify_all()

    def _give_up(self, host: str, lane: _Lane, before: int, left: float) -> None:
        held = lane.held_until - self._now()
        if held > left:
            words = f"{host} asked to be left alone for {ceil(held)} seconds more"
            raise problem("rate_limited", words, "it is asked again later", retry_after_s=ceil(held))
        ahead = self._ahead(lane, before)
        if left <= 0 or ahead > left:
            words = f"{before} other requests wait for {host}, one every {max(lane.gap_s, self._gap_s):g} seconds"
            raise problem("busy", words, "it is asked again later", retry_after_s=max(1, ceil(ahead)))

    def _ahead(self, lane: _Lane, before: int) -> float:
        """Seconds until the turn of one who has ``before`` others before it, if each of them took no time."""
        gap = max(lane.gap_s, self._gap_s)
        return self._pause(lane) + (before + lane.busy) * gap

    def _pause(self, lane: _Lane) -> float:
        return max(0.0, max(lane.free_at, lane.held_until) - self._now())

    def _lane(self, host: str) -> _Lane:
        lane = self._lanes.get(host)
        if lane is None:
            if len(self._lanes) >= _MOST_HOSTS:
                idle = [h for h, old in self._lanes.items() if not (old.busy or old.waiting or self._pause(old))]
                for one in idle:
                    del self._lanes[one]
            lane = self._lanes[host] = _Lane()
        return lane


def retry_after(stated: str, now: datetime) -> int | None:
    """Seconds from a Retry-After header (RFC 9110, 10.2.3): a number of them or a date, at most a day.

    Args:
        stated: the header, "" when there is none.
        now: aware time of the answer.

    Returns:
        Whole seconds, 0 for a time that is over, None when nothing (or nothing that can be read) is stated.
    """
    text = stated.strip()[:100]
    if not text:
        return None
    if text.isascii() and text.replace(".", "", 1).isdigit():
        seconds = float(text)
    else:
        try:
            at = parsedate_to_datetime(text)
        except (ValueError, TypeError, OverflowError, IndexError):
            return None
        seconds = ((at if at.tzinfo else at.replace(tzinfo=UTC)) - now).total_seconds()
    return min(LONGEST_WAIT_S, max(0, ceil(seconds))) if isfinite(seconds) else LONGEST_WAIT_S
