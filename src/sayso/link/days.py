"""First and last possible day of a When."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.model import When


def day_range(when: When) -> tuple[date, date] | None:
    """First and last possible day of a When, None when nothing is known."""
    values = (when.value,) if when.value else when.candidates
    ends = [r for value in values if (r := _iso_range(value))]
    if not ends:
        return None
    last = _iso_range(when.end) if when.end else None
    return min(r[0] for r in ends), max([r[1] for r in ends] + ([last[1]] if last else []))


def narrowest(whens: list[When]) -> tuple[date, date] | None:
    """First and last day that the best-dated expression leaves possible; None when all are open."""
    ranges = [r for w in whens if (r := day_range(w))]
    return min(ranges, key=lambda r: (r[1] - r[0], r[0])) if ranges else None


def _iso_range(value: str) -> tuple[date, date] | None:
    """First and last day of an ISO day, week, month or year."""
    try:
        if match := re.fullmatch(r"(\d{4})-W(\d\d)", value):
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return monday, monday + timedelta(days=6)
        if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
            year, month = int(match[1]), int(match[2])
            following = date(year + month // 12, month % 12 + 1, 1)
            return date(year, month, 1), following - timedelta(days=1)
        if re.fullmatch(r"\d{4}", value):
            return date(int(value), 1, 1), date(int(value), 12, 31)
        day = date.fromisoformat(value[:10])
    except ValueError:
        return None
    return day, day
