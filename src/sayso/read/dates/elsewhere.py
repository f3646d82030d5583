"""Rules for holidays and for the calendars that are not the Gregorian: Hijri, Persian, Hebrew, Julian, Buddhist.

Conversion: ``convertdate`` (Dershowitz and Reingold, Calendrical Calculations). The Hijri calendar of a country follows
the sighting of the moon and may differ from the computed one by a day, so its days are approximate and keep their
neighbours as candidates. A calendar that is named but not converted gives no value.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from sayso.read.dates import pick
from sayso.read.dates.calendar import day_of, nth_weekday
from sayso.read.dates.scene import Answer, Hit, Scene

_YEARS = {"hijri": (1000, 1600), "persian": (1200, 1500), "buddhist": (2300, 2700), "hebrew": (5300, 6000)}
"""Years that are believed to be of a calendar."""
_LAST_MONTH = {"hijri": 12, "persian": 12, "hebrew": 12}
_FIRST_MONTH = {"hijri": 1, "persian": 1, "hebrew": 7}
_BUDDHIST = 543
_SIGHTED = ("hijri",)


@lru_cache(maxsize=512)
def converted(calendar: str, year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a day of another calendar; None when that calendar has no such day or is not known."""
    from convertdate import hebrew, islamic, julian, persian

    tables: dict[str, Callable[[int, int, int], tuple[int, int, int]]] = {
        "hijri": islamic.to_gregorian, "persian": persian.to_gregorian, "hebrew": hebrew.to_gregorian,
        "julian": julian.to_gregorian,
    }  # fmt: skip
    if calendar == "buddhist":
        return day_of(year - _BUDDHIST, month, day)
    try:
        return date(*tables[calendar](year, month, day))
    except (KeyError, ValueError, OverflowError):
        return None


@lru_cache(maxsize=256)
def holiday_days(rule: str, year: int) -> tuple[date, date] | None:
    """First and last day of a holiday in a Gregorian year; see ``lang.en.holidays.HOLIDAYS`` for the rules."""
    for name in ("easter", "orthodox"):
        if rule.startswith(name):
            from convertdate.holidays import easter

            church = "western" if name == "easter" else "orthodox"
            day = date(*easter(year, church)) + timedelta(days=int(rule.removeprefix(name)))
            return day, day
    head, _, length = rule.partition("*")
    if head == "moon":
        first: date | None = _new_moon_after(date(year, 1, 20))
    elif head[0].isalpha():
        calendar, month, number = head.split("-")
        first = _in_year(calendar, int(month), int(number), year)
    else:
        first = _plain(head, year)
    return (first, first + timedelta(days=int(length or 1) - 1)) if first else None


def _plain(rule: str, year: int) -> date:
    if rule.count("-") == 1:
        month, day = rule.split("-")
        return date(year, int(month), int(day))
    month, middle, weekday = rule[:2], rule[3:-2], rule[-1]
    return nth_weekday(year, int(month), int(middle), int(weekday))


def _in_year(calendar: str, month: int, day: int, year: int) -> date | None:
    """The day of another calendar that falls within a Gregorian year; the first when two do."""
    base = {"hijri": round((year - 622) * 33 / 32), "persian": year - 622, "hebrew": year + 3760}[calendar]
    days = (converted(calendar, base + step, month, day) for step in (-1, 0, 1, 2))
    return next((d for d in days if d is not None and d.year == year), None)


@lru_cache(maxsize=64)
def _new_moon_after(day: date) -> date:
    """The day of China on which the next new moon falls (Meeus, Astronomical Algorithms, by ``pymeeus``)."""
    from pymeeus.Epoch import Epoch
    from pymeeus.Moon import Moon

    moon = Moon.moon_phase(Epoch(day.year, day.month, day.day), target="new")
    year, month, number = (moon + 8 / 24).get_date()
    found = date(year, month, int(number))
    return found if found > day else _new_moon_after(day + timedelta(days=15))


_TITLE = 3
"""Letters of the longest short title ("On Christmas Gen. Roe ...")."""


def holiday(hit: Hit) -> Answer | None:
    """A holiday: "last Christmas", "Easter Sunday 1998", "Eid al-Fitr"; those of the moon are approximate."""
    scene, code, said = hit.scene, hit.code("n"), hit.token("y")
    if said is None and _in_a_name(hit):
        return None
    rule = scene.words.holidays.get(code, code)
    if said is not None:
        return _on(holiday_days(rule, int(said.number)), rule, "text")
    if scene.anchor is None:
        return Answer(f"XXXX-{rule}" if len(rule) == 5 and rule[2] == "-" else "XXXX-XX-XX")
    return _on(_nearest(hit, scene.anchor, lambda year: holiday_days(rule, year)), rule, scene.basis)


def _in_a_name(hit: Hit) -> bool:
    """True right before another word of a name: "Christmas Market", "Easter Rising"; not before "Monday" or a mark."""
    at = hit.match.end()
    if at >= len(hit.scene.tokens):
        return False
    last, behind = hit.scene.tokens[at - 1], hit.scene.tokens[at]
    plain = behind.kind == "x" and behind.start == last.end + 1  # no other meaning for dates, one space before it
    return plain and len(behind.text) > _TITLE and behind.text[0].isupper() and behind.text[1:].islower()


def _on(days: tuple[date, date] | None, rule: str, basis: str) -> Answer | None:
    if days is None:
        return None
    first, last = days
    end = last.isoformat() if last > first else ""
    computed = rule[0].isalpha() and not rule.startswith(("easter", "orthodox"))
    return Answer(first.isoformat(), basis=basis, end=end).roughly(computed)


def _nearest(hit: Hit, anchor: date, of_year: Callable[[int], tuple[date, date] | None]) -> tuple[date, date] | None:
    """The holiday that relation and tense mean: last and past tense before the anchor, next and future after it."""
    found = [days for year in range(anchor.year - 2, anchor.year + 3) if (days := of_year(year))]
    relation, tense = hit.code("rel"), hit.tense()
    past, ahead = [d for d in found if d[0] <= anchor], [d for d in found if d[1] >= anchor]
    if relation == "this":
        return next((d for d in found if d[0].year == anchor.year), None)
    if relation in ("last", "past", "previous"):
        return next((d for d in reversed(past) if d[1] < anchor), None)
    if past and (tense == "past" or not ahead):
        return past[-1]
    if ahead and (tense == "future" or relation in ("next", "coming", "following")):
        return ahead[0]
    return min(found, key=lambda d: abs((d[0] - anchor).days), default=None)


def date_elsewhere(hit: Hit) -> Answer | None:
    """A day of another calendar: "12 Ramadan 1432", "15 Khordad", "Muharram 10, 1433 AH"."""
    token, day, scene, said = hit.token("q"), hit.number("d"), hit.scene, hit.token("y")
    if token is None or day is None:
        return None
    calendar, month = token.code, int(token.number)
    if said is not None:
        if not _believed(calendar, int(said.number)):
            return Answer("XXXX-XX-XX")
        found = converted(calendar, int(said.number), month, day)
        return _sighted(found, calendar, "text") if found else Answer("XXXX-XX-XX")
    if scene.anchor is None:
        return Answer("XXXX-XX-XX")
    days = [d for step in range(-2, 3) if (d := _in_year(calendar, month, day, scene.anchor.year + step))]
    tense = hit.tense()
    best = min(days, key=lambda d: pick.far((d - scene.anchor).days, tense), default=None)  # type: ignore[operator]
    return _sighted(best, calendar, scene.basis) if best else Answer("XXXX-XX-XX")


def _believed(calendar: str, year: int) -> bool:
    low, high = _YEARS.get(calendar, (0, 0))
    return low <= year <= high


def _sighted(day: date, calendar: str, basis: str) -> Answer:
    if calendar not in _SIGHTED:
        return Answer(day.isoformat(), basis=basis)
    beside = tuple((day + timedelta(days=step)).isoformat() for step in (-1, 1))
    return Answer(day.isoformat(), basis=basis, either=beside).roughly()


def month_elsewhere(hit: Hit) -> Answer | None:
    """A month of another calendar as the days it lasts: "during Ramadan", "Ramadan 2011", "Muharram 1433"."""
    token, said, scene = hit.token("q"), hit.token("y"), hit.scene
    if token is None:
        return None
    calendar, month = token.code, int(token.number)
    if said is not None:
        year = int(said.number)
        if _believed(calendar, year):
            return _span(_month_days(calendar, year, month), "text")
        return _span(_month_in(calendar, month, year), "text")
    if not _cued(hit):
        return None
    if scene.anchor is None:
        return Answer("XXXX-XX-XX")
    return _span(_nearest(hit, scene.anchor, lambda year: _month_in(calendar, month, year)), scene.basis)


def _cued(hit: Hit) -> bool:
    """A month's name alone may be a person's: it needs a word before it that may stand before a month."""
    before = hit.before()
    return hit.code("rel") != "" or (before is not None and before.text.lower() in hit.scene.words.before_month)


def _month_days(calendar: str, year: int, month: int) -> tuple[date, date] | None:
    first = converted(calendar, year, month, 1)
    last_month = month == _LAST_MONTH[calendar]
    after = (year + 1, 1) if last_month else (year, month + 1)
    following = converted(calendar, *after, 1)
    return (first, following - timedelta(days=1)) if first and following else None


def _month_in(calendar: str, month: int, year: int) -> tuple[date, date] | None:
    first = _in_year(calendar, month, 1, year)
    return (first, first + timedelta(days=29 if calendar == "persian" else 28)) if first else None


def _span(days: tuple[date, date] | None, basis: str) -> Answer | None:
    if days is None:
        return None
    return Answer(days[0].isoformat(), basis=basis, end=days[1].isoformat()).roughly()


def year_elsewhere(hit: Hit) -> Answer | None:
    """A year of another era: "in 1432 AH", "2554 B.E."; with an era that is not converted, no value."""
    year, calendar, month, day = hit.number("y"), hit.code("era"), hit.number("m"), hit.number("d")
    if year is None:
        return None
    if not calendar:
        return Answer("XXXX-XX-XX" if day else "XXXX")
    if not _believed(calendar, year):
        return None
    if calendar == "buddhist":
        return _buddhist(year - _BUDDHIST, month, day)
    if month is not None:
        return None
    first, after = (converted(calendar, y, _FIRST_MONTH[calendar], 1) for y in (year, year + 1))
    return _span((first, after - timedelta(days=1)), "text") if first and after else None


def _buddhist(year: int, month: int | None, day: int | None) -> Answer | None:
    if month is None:
        return Answer(f"{year:04d}", basis="text")
    if day is None:
        return Answer(f"{year:04d}-{month:02d}", basis="text")
    found = day_of(year, month, day)
    return Answer(found.isoformat(), basis="text") if found else None


_ERA_REACH = 6


def era_beside(hit: Hit) -> str | None:
    """Calendar of the era named within a few tokens after the match, or right before it; None when none is."""
    scene: Scene = hit.scene
    start, stop = hit.match.span()
    near = [*scene.tokens[stop : stop + _ERA_REACH], *scene.tokens[max(0, start - 2) : start]]
    return next((t.code for t in near if t.kind == "y" and t.code in ("julian", "")), None)
