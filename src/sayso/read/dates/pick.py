"""Which of several possible days, months or years is meant, seen from an anchor and a tense."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.read.dates.calendar import day_of, shift


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
    """The day of a year that was not said: the last one in the past, the next in the future, else the nearest."""
    days = [d for y in range(anchor.year - 4, anchor.year + 5) if (d := day_of(y, month, day))]
    if tense == "past":
        days = [d for d in days if d <= anchor][-1:]
    elif tense == "future":
        days = [d for d in days if d >= anchor][:1]
    return min(days, key=lambda d: abs((d - anchor).days), default=None)


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
    if tense == "future":
        return this if ahead >= 0 else shift(this, "Y", 1)
    if tense == "past" or ahead > 6:
        return this if ahead <= 0 else shift(this, "Y", -1)
    return this if ahead > -7 else (shift(this, "Y", 1) if tense == "" and ahead < -10 else this)


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
    first = date(anchor.year, 3 * number - 2, 1)
    if tense == "future":
        return anchor.year if shift(first, "Q", 1) > anchor else anchor.year + 1
    return anchor.year if first <= anchor else anchor.year - 1
