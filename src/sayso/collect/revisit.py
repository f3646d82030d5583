"""When to fetch an item of a source again: to see whether it was edited, or because it could not be had."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sayso.collect.past import NOT_ITS_FAULT, PASSING
from sayso.model.source import Seen, Source

MOST_CHECKS = 5
"""Looks at an item after its bytes changed last: with the gaps below the last one comes after about a week."""
_FIRST_CHECK = timedelta(minutes=30)
_WIDER = 4
"""Each gap is so many times the one before; most corrections of news come in the first hours."""
_OLD = timedelta(days=7)
_FIRST_RETRY = timedelta(minutes=2)
_LONGEST_RETRY = timedelta(hours=6)
_REFUSAL_RETRY = timedelta(hours=6)
_OWN_REFUSAL = timedelta(minutes=10)
_TRIES = {"blocked": 3, "gone": 2, "changed": 2, "empty": 3}
"""Tries before an item is given up, by outcome; what only failed is tried eight times, over about half a day."""
_FAILING_TRIES = 8


def next_check(source: Source, seen: Seen, found_at: datetime, checks: int, now: datetime) -> datetime | None:
    """When to look at a captured item again; None when it is old or was looked at often enough.

    Args:
        checks: looks at it since its bytes changed last.
        found_at: when it was found, UTC.
    """
    if not seen.fetch or checks >= MOST_CHECKS or now - (_published(seen) or found_at) > _OLD:
        return None
    first = _FIRST_CHECK
    if source.allow_hosts and source.every_s:  # the person's own host, asked as often as it is stated
        first = min(first, timedelta(seconds=2 * source.every_s))
    gap: timedelta = first * _WIDER**checks
    return now + gap


def next_try(
    source: Source, outcome: str, reason: str, tries: int, retry_after_s: int | None, now: datetime
) -> datetime | None:
    """When to try again to fetch an item that could not be had; None when it is given up.

    Args:
        outcome, reason: what went wrong, as in ``collect.answer.FetchProblem``.
        tries: how many tries failed before this one.
        retry_after_s: seconds the host asked to be left alone.
    """
    if reason in NOT_ITS_FAULT:
        return now + timedelta(seconds=max(retry_after_s or 60, 1))
    refused = outcome == "blocked" and reason not in PASSING
    if tries + 1 >= _TRIES.get("" if reason in PASSING else outcome, _FAILING_TRIES):
        return None
    gap = _REFUSAL_RETRY if refused else min(_FIRST_RETRY * 2**tries, _LONGEST_RETRY)
    if source.allow_hosts and source.every_s:  # what keeps out of one's own host is set right soon, or not at all
        own = timedelta(seconds=source.every_s)
        gap = min(gap, max(own, _OWN_REFUSAL) if refused else own * 2**tries)
    return now + max(gap, timedelta(seconds=retry_after_s or 0))


def _published(seen: Seen) -> datetime | None:
    try:
        day = date.fromisoformat(seen.published[:10])
    except ValueError:
        return None
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=1)
