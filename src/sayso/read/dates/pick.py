"""Which of several possible days, months or years is meant, seen from an anchor and a tense."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.read.dates.calendar import day_of, shift

_PAST, _OTHER = 40, 3
_UNTOLD = 1.25
"""News tells more of what was: without a tense, the way ahead counts a quarter more."""


def weekday(anchor: date, number: int, tense: str, relation: str = "") -> date:
    """The weekday meant: past and untold tense look back to the last one on or before the anchor.

    Args:
        relation: "last", "previous" (strictly before), "next", "coming" (strictly after), "this" or "".
    """
    back = (anchor.weekday() - number) % 7
    if relation in ("last", "past", "previous"):
        return anchor - timedelta(days=back or 7)
    if relation in ("next", "coming", "following"):
        return anchor + timedelta(days=7 - back)
    if relation == "this" and tense != "past":
        return anchor + timedelta(days=(-back) % 7)
    if tense == "future":
        return anchor + timedelta(days=(-back) % 7)
    return anchor - timedelta(days=back)


def month_day(anchor: date, month: int, day: int, tense: str) -> date | None:
    """The day of a year that was not said: the nearest one, seldom against the tense."""
    days = [d for y in range(anchor.year - 4, anchor.year + 5) if (d := day_of(y, month, day))]
    return min(days, key=lambda d: far((d - anchor).days, tense), default=None)


def far(ahead: int, tense: str) -> float:
    """Distance in which the way against the tense counts several times.

    A date ten months back is seldom given without its year, so a near day may win against a weak sign of the future.
    """
    if tense in ("past", "present"):
        return abs(ahead) * (_PAST if tense == "past" else _OTHER) if ahead > 0 else -ahead
    if tense == "future":
        return abs(ahead) * (_OTHER if ahead < 0 else 1)
    return abs(ahead) * (_UNTOLD if ahead > 0 else 1)


def month(anchor: date, number: int, tense: str, relation: str = "") -> date:
    """First day of the month meant."""
    this = date(anchor.year, number, 1)
    ahead = number - anchor.month
    if relation in ("last", "past", "previous"):
        return this if ahead < 0 else shift(this, "Y", -1)
    if relation in ("next", "coming", "following"):
        return this if ahead > 0 else shift(this, "Y", 1)
    if relation == "this":
        return this
    return min((shift(this, "Y", y) for y in (-1, 0, 1)), key=lambda d: far(_months(anchor, d), tense))


def _months(start: date, end: date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month


def season(anchor: date, start: int, tense: str, relation: str = "") -> int:
    """Year of the season that starts in month ``start``; a winter bears the year it starts in."""
    this = date(anchor.year, start, 1)
    over = shift(this, "M", 3) <= anchor
    begun = this <= anchor
    if relation in ("last", "past", "previous"):
        return anchor.year if over else anchor.year - 1
    if relation in ("next", "coming", "following"):
        return anchor.year if not begun else anchor.year + 1
    if relation == "this":
        return anchor.year
    if tense == "future":
        return anchor.year if not over else anchor.year + 1
    return anchor.year if begun else anchor.year - 1


def quarter(anchor: date, number: int, tense: str) -> int:
    """Year of the n-th quarter: the running or last one, with a future tense the next."""
    ahead = number - (anchor.month + 2) // 3
    if tense == "future" and ahead < -1:
        return anchor.year + 1
    return anchor.year if ahead <= 0 or tense == "future" else anchor.year - 1
