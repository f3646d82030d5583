"""One look at a source as the schedule and the health of sources remember it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

REACHED = frozenset({"new", "unchanged", "empty"})
"""Outcomes of a look that reached the source and found it in order."""

NOT_ITS_FAULT = frozenset({"busy", "rate_limited"})
"""Reasons that tell of the host's patience, not of what was asked for."""

PASSING = NOT_ITS_FAULT | {"robots_unread"}
"""Reasons of a refusal that nobody meant for us: they pass, as a failure does."""


@dataclass(frozen=True, slots=True)
class Past:
    """One look that was made.

    Attributes:
        at: when, UTC.
        outcome: one of ``sayso.model.source.OUTCOMES``; ``reason``: a machine word for what is not in order.
        new_items: items never seen before.
        wait_s: seconds the source asked to be left alone (Retry-After, ttl), None when it did not.
        backlog: True for the first look that reached the source: what it found had gathered before anybody looked.
    """

    at: datetime
    outcome: str
    reason: str = ""
    new_items: int = 0
    wait_s: int | None = None
    backlog: bool = False

    @property
    def reached(self) -> bool:
        """True when it reached the source and found it in order."""
        return self.outcome in REACHED


def failures(looks: Iterable[Past]) -> int:
    """How many of the last looks in a row did not reach the source; ``looks`` are oldest first."""
    count = 0
    for look in looks:
        count = 0 if look.reached else count + 1
    return count


@dataclass(frozen=True, slots=True)
class Gathered:
    """New items over a stretch of time: ``items`` in ``days`` (fractions of a day count)."""

    items: int = 0
    days: float = 0.0


def gathered(looks: Iterable[Past], since: datetime | None = None, until: datetime | None = None) -> Gathered:
    """What came between two looks that reached the source, put together; outages count, as feeds keep their items.

    Args:
        looks: oldest first. The backlog of the first one is not counted.
        since: only looks after this time; what they found came since the look before, which may be earlier.
        until: only looks up to this time.
    """
    items, time, last = 0, timedelta(), None
    for look in looks:
        if not look.reached or (until is not None and look.at > until):
            continue
        if last is not None and not look.backlog and (since is None or look.at > since):
            items += look.new_items
            time += max(look.at - (last if since is None else max(last, since)), timedelta())
        last = look.at
    return Gathered(items, time.total_seconds() / 86_400)
