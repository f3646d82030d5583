"""Calendar days as printed in a line or in an address; full days only, nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from sayso.clean.wording import wording_of
from sayso.lang.en import boilerplate as en

_YEAR = r"(?:(?:19|20)\d\d|'?\d\d(?![\d:]))"
_ORDINAL = r"(?:st|nd|rd|th|\.|er|º|ª)?"
_OF = r"(?:(?:of|de|del)\s+)?"
NUMERIC = r"\d{1,2}(?P<sep>[./-]|\s\|\s)\s?\d{1,2}(?P=sep)\s?(?:(?:19|20)\d\d|\d\d)(?![\d./-]\d)"
_NUMERIC = re.compile(rf"(?<![\d./-]){NUMERIC}")
_PARTS = re.compile(r"\d+")


def _day_pattern(months: Iterable[str], weekdays: str) -> str:
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    return (
        rf"(?:(?:{weekdays})\.?,?\s+)?(?:"
        rf"(?P<d1>\d{{1,2}}){_ORDINAL}\s+{_OF}(?P<m1>{month})\.?,?\s+{_OF}(?P<y1>{_YEAR})(?:\s?г\.?)?"
        rf"|(?P<m2>{month})\.?\s+(?P<d2>\d{{1,2}}){_ORDINAL},?\s+(?P<y2>(?:19|20)\d\d)"
        rf"|(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)"
        rf")"
    )


DAY_PATTERN = _day_pattern(en.MONTHS, en.WEEKDAYS)
"""A full calendar day in English words or as ISO 8601, with an optional weekday before it."""
UNNAMED_DAY = re.sub(r"[?]P<[a-z]\d>", "?:", DAY_PATTERN)
_TIME = (
    r"(?:\W{0,3}(?:at\s+|um\s+|à\s+|a las\s+|в\s+)?\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?|uhr|h)?\s*"
    r"\(?(?:[A-Z]{2,5}|[+-]\d\d:?\d\d)?(?:[+-]\d{1,2})?\)?)?"
)
_CLOCK = re.compile(en.CLOCK_LINE, re.I)
_IN_URL = re.compile(
    r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)|[/_-]((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_.-]|$)"
)


@dataclass(frozen=True, slots=True)
class _Forms:
    """How days and publication lines look in one language."""

    day: re.Pattern[str]
    line: re.Pattern[str]
    months: dict[str, int]
    posted: re.Pattern[str]
    changed: re.Pattern[str]


@lru_cache(maxsize=16)
def _forms(language: str) -> _Forms:
    own, english = wording_of(language), wording_of("en")
    months = english.months | own.months
    weekdays = "|".join(filter(None, (own.weekdays, english.weekdays)))
    day = _day_pattern(months, weekdays)
    unnamed = re.sub(r"[?]P<[a-z]\d>", "?:", day)
    lead = "|".join(filter(None, (own.first_published, english.first_published)))
    late = "|".join(filter(None, (own.last_changed, english.last_changed)))
    line = (
        rf"^\W*(?:(?P<lead>{lead})|(?P<late>{late}))?\s*[:|–—-]?\s*(?:(?:am|le|el|on)\s+)?"
        rf"(?:\d{{1,2}}:\d\d\s*(?:[ap]\.?m\.?)?\s*\w{{0,4}},?\s+)?"
        rf"(?P<day>{unnamed}|(?:(?:{weekdays})\.?,?\s+)?{NUMERIC}){_TIME}"
        rf"(?P<rest>\W*(?:{late}|{lead}).{{0,50}})?\W*$"
    )
    posted = "|".join(filter(None, (own.self_posted, english.self_posted)))
    whole_day, whole_line = (re.compile(p, re.I) for p in (rf"\b{day}(?!\w)", line))
    return _Forms(whole_day, whole_line, months, *_about_itself(posted, late))


def _about_itself(posted: str, changed: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(posted, re.I), re.compile(rf"\b(?:{changed})\b", re.I)


def day_in(text: str, language: str = "en") -> date | None:
    """The first full calendar day named in ``text``; None when there is none. Two-digit years lie in 1969 to 2068.

    Days in figures alone ("18.8.2016") are left to ``numeric_day``.
    """
    forms = _forms(language)
    match = forms.day.search(text)
    if not match:
        return None
    parts = {k[0]: v for k, v in match.groupdict().items() if v}
    month = forms.months.get(parts["m"].lower().rstrip(".")) or int(parts["m"])
    return _date(_year(parts["y"].lstrip("'")), month, int(parts["d"]))


def numeric_day(text: str, language: str = "", near: Iterable[date] = ()) -> date | None:
    """The day that the first run of figures in ``text`` must mean ("18.08.2016", "8/18/16"); None when it is open.

    Between full stops or bars the day comes first, as it does with other marks in every language but English.
    In English both orders are in use: one of them must be no day, or only one a day that is ``near`` (within a day of
    one that the same document names in full).
    """
    match = _NUMERIC.search(text)
    if not match:
        return None
    first, second, year = (int(n) for n in _PARTS.findall(match.group()))
    year = _year(str(year))
    by_day, by_month = _date(year, second, first), _date(year, first, second)
    if match.group("sep") in (".", " | ") or language not in ("", "en"):
        return by_day
    readings = {d for d in (by_day, by_month) if d}
    if len(readings) > 1:
        known = set(near)
        readings = {d for d in readings if any(abs(d - k) <= timedelta(days=1) for k in known)}
    return readings.pop() if len(readings) == 1 else None


def publication_line(
    text: str, bare: bool = True, language: str = "en", near: Iterable[date] = ()
) -> tuple[bool, date | None]:
    """Whether ``text`` is nothing but a publication line, and the day it gives.

    ``bare`` lets a day alone count, as under a headline; at the end of a text it may close a letter or a communique.
    A line that only says when the document was last changed is one too, but gives no day; neither does one in
    figures that may be read in two ways (see ``numeric_day``).
    """
    if len(text) > 140:
        return False, None
    match = _forms(language).line.match(text.replace("\u00a0", " "))
    if not match:
        return bool(_CLOCK.fullmatch(text)), None
    if not (bare or match.group("lead") or match.group("late")):
        return False, None
    if match.group("late"):
        return True, None
    return True, day_in(match.group("day"), language) or numeric_day(match.group("day"), language, near)


def says_published(text: str, language: str = "en") -> bool:
    """True when ``text`` is a sentence of a page about its own publication ("This entry was posted on ...")."""
    forms = _forms(language)
    return bool(forms.posted.search(text)) and not forms.changed.search(text)


def says_changed(text: str, language: str = "en") -> bool:
    """True when ``text`` has words of a later change ("last updated")."""
    return bool(_forms(language).changed.search(text))


def day_in_url(url: str) -> date | None:
    """The day in the path of ``url`` ("/2011/11/01/"), None when there is none."""
    match = _IN_URL.search(url)
    if not match:
        return None
    year, month, day = [g for g in match.groups() if g]
    return _date(int(year), int(month), int(day))


def _year(digits: str) -> int:
    year = int(digits)
    if year < 100:
        year += 1900 if year >= 69 else 2000
    return year


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
