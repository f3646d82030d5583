"""When to look at a source again: it learns from how often new items came, and gives way when the source is in trouble.

New items are taken to come as a Poisson process (Cho and Garcia-Molina, "Estimating frequency of change", ACM TOIT
3(3), 2003, who find it a good model of pages). Its rate is estimated with a gamma prior (Gelman et al., Bayesian Data
Analysis, 2.6) and looks further back weigh less, so that a source that wakes up or falls asleep is followed within a
day. The gap is the time in which half an item is expected: twice as many looks as items, after which a look more
gains little.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta

from sayso.collect.past import PASSING, Past, failures
from sayso.model.source import Source

SHORTEST = timedelta(minutes=2)
LONGEST = timedelta(hours=24)
STATED_SHORTEST = timedelta(minutes=1)
"""What a person states (``every_s``) is kept to, but nobody is asked more often than once a minute ..."""
OWN_SHORTEST = timedelta(seconds=1)
"""... unless the host is the person's own: one that is allowed by name although it is not public."""
_HALF_LIFE_DAYS = 3.0
_PRIOR_ITEMS = 1.0
_LEAST_PER_DAY = 0.001  # stated volumes below one item in three years are no different
_PRIOR_PER_DAY = 12.0  # one look an hour to begin with, until something is known
_EXPECTED_AT_A_LOOK = 0.5
_FIRST_AFTER_FAILURE = timedelta(minutes=2)
_FIRST_AFTER_REFUSAL = timedelta(minutes=30)
_JITTER = 0.1


def next_look(source: Source, history: Sequence[Past], now: datetime) -> datetime:
    """When the next look at a source is due.

    Args:
        source: with its stated gap (``every_s``) or volume (``expected_per_day``), if any.
        history: looks at it, oldest first, the one just made among them; empty before the first.
        now: UTC.

    Returns:
        ``now`` without any history; else a time between two minutes and 24 hours ahead, a little earlier or later for
        each source and look so that not all come at once (the same for the same source and look: nothing is rolled).
        A source that asked for a longer time (Retry-After) gets it, up to 24 hours.
    """
    if not history:
        return now
    last = history[-1]
    usual = _usual_gap(source, history, now)
    gap = usual if last.reached else _after_failure(source, last, failures(history), usual)
    gap *= 1 + _JITTER * _share(source.id, last.at)
    gap = min(max(gap, _lowest(source)), max(LONGEST, usual))
    stated = last.reached and source.every_s is not None
    if last.wait_s is not None and not stated:  # "ttl" of a feed is advice, Retry-After of a refusal is not
        gap = max(gap, min(timedelta(seconds=max(0, last.wait_s)), LONGEST))
    return now + gap


def rate(source: Source, history: Sequence[Past], now: datetime) -> float:
    """New items a day as far as they are known now: stated at the beginning, more and more learned."""
    prior = source.expected_per_day if source.expected_per_day and source.expected_per_day > 0 else _PRIOR_PER_DAY
    items, days = _PRIOR_ITEMS, _PRIOR_ITEMS / max(prior, _LEAST_PER_DAY)
    last: datetime | None = None
    for look in history:
        if not look.reached:
            continue
        if last is not None and not look.backlog:
            weight = 0.5 ** (max(0.0, _days(now - look.at)) / _HALF_LIFE_DAYS)
            items += weight * look.new_items
            days += weight * max(0.0, _days(look.at - last))
        last = look.at
    return items / days


def _usual_gap(source: Source, history: Sequence[Past], now: datetime) -> timedelta:
    if source.every_s is not None:
        return max(timedelta(seconds=source.every_s), _lowest(source))
    days = _EXPECTED_AT_A_LOOK / rate(source, history, now)
    return min(max(timedelta(days=min(days, 1.0)), SHORTEST), LONGEST)


def _lowest(source: Source) -> timedelta:
    """The shortest gap there is for a source."""
    if source.every_s is None:
        return SHORTEST
    return OWN_SHORTEST if source.allow_hosts else STATED_SHORTEST


def _after_failure(source: Source, last: Past, in_a_row: int, usual: timedelta) -> timedelta:
    """Twice as long after each failure in a row, never sooner than usual; long at once for who keeps us out or left.

    Who only asks for patience (429) gets what it asks for and the doubling, no more.
    """
    refused = last.outcome in ("blocked", "gone") and last.reason not in PASSING
    first = _FIRST_AFTER_REFUSAL if refused else _FIRST_AFTER_FAILURE
    if source.allow_hosts:  # the person's own host
        first = min(first, usual)
    doubled: int = 2 ** min(in_a_row - 1, 20)
    return max(usual, min(first * doubled, LONGEST))


def _share(source: str, at: datetime) -> float:
    """A number between -1 and 1 that is the same for the same source and look."""
    digest = hashlib.sha256(f"{source} {at.isoformat()}".encode()).digest()
    return int.from_bytes(digest[:4], "big") / 2**31 - 1


def _days(time: timedelta) -> float:
    return time.total_seconds() / 86_400
