"""Calendar days as printed in a line or in an address; full days only, nothing is guessed."""

from __future__ import annotations

import re
from datetime import date

from sayso.lang.en import boilerplate as en

_MONTH = "|".join(sorted(en.MONTHS, key=len, reverse=True))
_YEAR = r"(?:(?:19|20)\d\d|'?\d\d(?![\d:]))"
DAY_PATTERN = (
    rf"(?:(?:{en.WEEKDAYS})\.?,?\s+)?(?:"
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH})\.?,?\s+(?P<y1>{_YEAR})"
    rf"|(?P<m2>{_MONTH})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d\d)"
    rf"|(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)"
    rf")"
)
"""A full calendar day in words or as ISO 8601, with an optional weekday before it."""
UNNAMED_DAY = re.sub(r"[?]P<[a-z]\d>", "?:", DAY_PATTERN)
_DAY = re.compile(rf"\b{DAY_PATTERN}\b", re.I)
_TIME = (
    r"(?:\W{0,3}(?:at\s+)?\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*"
    r"\(?(?:[A-Z]{2,5}|[+-]\d\d:?\d\d)?(?:[+-]\d{1,2})?\)?)?"
)
_LINE = re.compile(
    rf"^\W*(?:(?P<lead>{en.FIRST_PUBLISHED})|(?P<late>{en.LAST_CHANGED}))?\s*[:|–—-]?\s*"
    rf"(?:\d{{1,2}}:\d\d\s*(?:[ap]\.?m\.?)?\s*\w{{0,4}},?\s+)?(?P<day>{UNNAMED_DAY}){_TIME}"
    rf"(?P<rest>\W*(?:{en.LAST_CHANGED}|{en.FIRST_PUBLISHED}).{{0,50}})?\W*$",
    re.I,
)
_CLOCK = re.compile(en.CLOCK_LINE, re.I)
_IN_URL = re.compile(
    r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)|[/_-]((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_.-]|$)"
)


def day_in(text: str) -> date | None:
    """The first full calendar day named in ``text``; None when there is none. Two-digit years lie in 1969 to 2068."""
    match = _DAY.search(text)
    if not match:
        return None
    parts = {k[0]: v for k, v in match.groupdict().items() if v}
    month = en.MONTHS.get(parts["m"].lower().rstrip(".")) or int(parts["m"])
    year = int(parts["y"].lstrip("'"))
    if year < 100:
        year += 1900 if year >= 69 else 2000
    return _date(year, month, int(parts["d"]))


def publication_line(text: str, bare: bool = True) -> tuple[bool, date | None]:
    """Whether ``text`` is nothing but a publication line, and the day it gives.

    ``bare`` lets a day alone count, as under a headline; at the end of a text it may close a letter or a communique.
    A line that only says when the document was last changed is one too, but gives no day.
    """
    if len(text) > 140:
        return False, None
    match = _LINE.match(text.replace("\u00a0", " "))
    if not match:
        return bool(_CLOCK.fullmatch(text)), None
    if not (bare or match.group("lead") or match.group("late")):
        return False, None
    return True, None if match.group("late") else day_in(match.group("day"))


def day_in_url(url: str) -> date | None:
    """The day in the path of ``url`` ("/2011/11/01/"), None when there is none."""
    match = _IN_URL.search(url)
    if not match:
        return None
    year, month, day = [g for g in match.groups() if g]
    return _date(int(year), int(month), int(day))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
