"""What is left open when nobody says on which day a text was written.

A date that stands beside a relative expression ("last week issued a video dated Oct. 21") limits the days on which the
text can have been written. Every such day of every kind of year is tried; a relative expression may mean whatever it
would mean on one of the days that fit. Nothing is chosen: the results are candidates, never a value.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from sayso.lang.dates import DateWords
from sayso.model import When
from sayso.read.dates.answer import iso_of
from sayso.read.dates.calendar import day_of, first_day, shift
from sayso.read.dates.scene import Answer, Found

_YEARS = (2001, 2002, 2003, 2009, 2010, 2005, 2006)
"""One common year for each weekday that New Year can fall on; ``_LEAP_YEARS`` the same for leap years."""
_LEAP_YEARS = (2024, 2008, 2020, 2004, 2016, 2000, 2012)
_EARLIEST, _LATEST = -1, 70
_NEAR = 90
"""A date and a relative expression belong together when at most so many characters of one sentence lie between."""
_BEFORE = timedelta(days=7)
"""What is told of a past week may bear a date of up to a week before it: a video is dated, then issued."""
_MOST = 31
_PAIRS = 8
_WHOLE = 10
_PARTLY = re.compile(r"XXXX-(?:\d\d|XX)-\d\d(?:T|$)")
"""A day whose year or month is not told, or a part of it: "the night of May 3", "the 15th"."""
_RELATIVE = ("XXXX-XX-XX", "XXXX-WXX", "XXXX-XX")


def candidates_of(found: list[Found], whens: list[When], words: DateWords) -> list[When]:
    """``whens`` with candidates where the text as a whole leaves some.

    Args:
        found: all expressions of one text that has no anchor, with ``whens`` made from them one to one.
    """
    worlds, known = _worlds(found, words)
    dated, full = _weekdays_with_date(found), _full_dates(found)
    out = []
    for item, when in zip(found, whens, strict=True):
        if when.value is not None or when.timex_type not in ("DATE", "TIME") or when.candidates:
            out.append(when)
            continue
        options = full.get(item.answer.timex[5:], ()) or _options(item, worlds, known, words)
        if not options and when.weekday is not None:
            options = dated.get(when.weekday, ())
        if not options and _PARTLY.match(item.answer.timex):
            options = full.get(item.answer.timex[5:10], (item.answer.timex[:10],))
        out.append(replace(when, candidates=options))
    return out


def _worlds(found: list[Found], words: DateWords) -> tuple[list[date], bool]:
    """The days on which the text can have been written, and whether their year is known."""
    pairs = _pairs(found)
    if not pairs:
        return [], False
    year = _year_told(found, pairs)
    first = pairs[0][1].answer.timex
    years = (year,) if year else _YEARS + (_LEAP_YEARS if first[5:7] in ("12", "01", "02") else ())
    worlds = []
    for number in years:
        day = day_of(number, int(first[5:7]), int(first[8:10]))
        if day is None or not _weekdays_fit(found, number):
            continue
        days = (day + timedelta(days=step) for step in range(_EARLIEST, _LATEST))
        worlds += [d for d in days if all(_fits(d, a, b, number, words) for a, b in pairs)]
    return worlds, year is not None


def _pairs(found: list[Found]) -> list[tuple[Found, Found]]:
    """Relative expressions with the dates beside them, the first few of the text."""
    by_passage: dict[int, list[Found]] = {}
    for item in found:
        by_passage.setdefault(item.passage, []).append(item)
    groups = by_passage.values()
    pairs = ((a, b) for group in groups for a in group if _is_relative(a.answer) for b in group if _beside(a, b))
    return list(islice(pairs, _PAIRS))


def _is_relative(answer: Answer) -> bool:
    return answer.kind in ("DATE", "TIME") and answer.timex[:10].split("T")[0] in _RELATIVE and answer.weekday is None


def _is_day(answer: Answer) -> bool:
    return answer.kind == "DATE" and len(answer.timex) == 10 and answer.timex[5:].replace("-", "").isdigit()


def _beside(relative: Found, other: Found) -> bool:
    if not _is_day(other.answer):
        return False
    return max(relative.start - other.end, other.start - relative.end) <= _NEAR


def _year_told(found: list[Found], pairs: list[tuple[Found, Found]]) -> int | None:
    """The year when the date of a pair names it, or one full date at the head of the text does."""
    told = {b.answer.timex[:4] for _, b in pairs if b.answer.timex[:4].isdigit()}
    if not told:
        full = [f for f in found if f.answer.basis == "text" and _is_day(f.answer)]
        told = {f.answer.timex[:4] for f in full} if any(f.passage < 3 for f in full) else set()
    return int(told.pop()) if len(told) == 1 else None


def _weekdays_fit(found: list[Found], year: int) -> bool:
    """False when "Monday, Oct. 24" without a year is no Monday in ``year``."""
    for item in found:
        answer = item.answer
        if answer.weekday is not None and answer.timex.startswith("XXXX") and _is_day(answer):
            day = day_of(year, int(answer.timex[5:7]), int(answer.timex[8:10]))
            if day is None or day.weekday() != answer.weekday:
                return False
    return True


def _fits(written: date, relative: Found, other: Found, year: int, words: DateWords) -> bool:
    """True when on the day ``written`` the relative expression would hold the date beside it."""
    answer = relative.under(written, words)
    timex = other.answer.timex
    day = day_of(int(timex[:4]) if timex[:4].isdigit() else year, int(timex[5:7]), int(timex[8:10]))
    start = first_day(answer.timex) if answer else None
    if answer is None or day is None or start is None:
        return False
    if len(answer.timex) >= 10:
        return day == start
    end = shift(start, "W" if "W" in answer.timex else "M", 1)
    return start - _BEFORE <= day < end and day < written


def _options(item: Found, worlds: list[date], known: bool, words: DateWords) -> tuple[str, ...]:
    """What ``item`` would mean, most often met first; a partial date stands for itself."""
    if _is_day(item.answer) and not worlds:
        return (item.answer.timex,)
    counts: Counter[str] = Counter()
    for world in worlds:
        answer = item.under(world, words)
        if answer is None or first_day(answer.timex) is None:
            continue
        iso = iso_of(answer.timex)[0]
        if known:
            counts[iso] += 1
        elif len(iso) in (7, 10) and iso[5:].replace("-", "").isdigit():
            counts["XXXX" + iso[4:]] += 1
    if len(counts) > _MOST:
        return ()
    return tuple(sorted(counts, key=lambda iso: (-counts[iso], iso)))


def _full_dates(found: list[Found]) -> dict[str, tuple[str, ...]]:
    """ "MM-DD" to the one full date of that day in the text; days with two years are left out."""
    out: dict[str, tuple[str, ...]] = {}
    for item in found:
        timex = item.answer.timex
        if _is_day(item.answer) and timex[0] != "X" and timex not in out.get(timex[5:], ()):
            out[timex[5:]] = (*out.get(timex[5:], ()), timex)
    return {day: dates for day, dates in out.items() if len(dates) == 1}


def _weekdays_with_date(found: list[Found]) -> dict[int, tuple[str, ...]]:
    """Weekday to the dates that the text names together with it."""
    out: dict[int, tuple[str, ...]] = {}
    for item in found:
        answer, day = item.answer, item.answer.timex[:10]
        dated = day[5:].replace("-", "").isdigit() and len(day) == _WHOLE
        if answer.weekday is not None and dated and day not in out.get(answer.weekday, ()):
            out[answer.weekday] = (*out.get(answer.weekday, ()), day)
    return out
