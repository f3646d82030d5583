"""Arithmetic of the calendar on TIMEX3 values: days, weeks, months, quarters, seasons, years, decades."""

from __future__ import annotations

import calendar as _calendar
from datetime import date, timedelta

SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
GRAINS = ("D", "W", "M", "Q", "Y", "E", "C")


def cut(day: date, grain: str) -> str:
    """The TIMEX3 value of the stretch of ``grain`` that holds ``day``: ``cut(2011-10-31, "M") == "2011-10"``."""
    if grain == "D":
        return day.isoformat()
    if grain in ("W", "WE"):
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if grain == "WE" else "")
    if grain == "M":
        return f"{day.year:04d}-{day.month:02d}"
    if grain == "Q":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    if grain == "E":
        return f"{day.year // 10:03d}"
    if grain == "C":
        return f"{day.year // 100:02d}"
    return f"{day.year:04d}"


def shift(day: date, grain: str, count: int) -> date:
    """``day`` moved by ``count`` stretches of ``grain``; the day of the month is held back to the month's last.

    Raises:
        OverflowError, ValueError: when the result lies outside the years 1 to 9999.
    """
    if grain in ("D", "TH", "TM", "TS"):
        return day + timedelta(days=count if grain == "D" else 0)
    if grain in ("W", "WE"):
        return day + timedelta(days=7 * count)
    months = count * {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}[grain]
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    return date(year, month, min(day.day, _calendar.monthrange(year, month)[1]))


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def first_day(value: str) -> date | None:
    """The first day of a TIMEX3 value ("2011-W44", "2011-Q4", "2011-SU", "199"), None when it names none."""
    digits = value[:4].replace("X", "0")
    if len(value) < 2 or not digits.isdigit() or value[0] in "PX":
        return None
    year = int(digits.ljust(4, "0")) if len(digits) < 4 or digits.isdigit() else 0
    rest = value[5:]
    try:
        if not rest or year == 0:
            return date(max(year, 1), 1, 1)
        if rest[0] == "W" and rest[1:3].isdigit():
            return date.fromisocalendar(year, int(rest[1:3]), 1)
        if rest[0] == "Q" and rest[1:2].isdigit():
            return date(year, 3 * int(rest[1]) - 2, 1)
        if rest[:2] in SEASON_START:
            return date(year, SEASON_START[rest[:2]], 1)
        if rest[:2].isdigit():
            return date(year, int(rest[:2]), int(rest[3:5]) if rest[3:5].isdigit() else 1)
    except ValueError:
        return None
    return date(year, 1, 1)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    """The n-th ``weekday`` (0 = Monday) of a month; ``nth`` -1 is the last."""
    if nth < 0:
        last = date(year, month, _calendar.monthrange(year, month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
