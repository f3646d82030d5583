"""The dateline at the start of a report: where it was filed, often by which agency and on which day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sayso.clean.published import UNNAMED_DAY, day_in
from sayso.lang.en import boilerplate as en
from sayso.model import Span

_UP = r"A-Z\u00c0-\u00d6\u00d8-\u00de"
_CAPS = rf"(?:[{_UP}][{_UP}'’.-]+|[{_UP}]\.)"
_NAME = rf"[{_UP}][\w'’.-]*"
_LINK = r"(?:of|de|del|la|las|los|el|al|du|des|am|an|der|sur|the)"
_PLACE_CAPS = rf"(?:{_CAPS})(?:[ /-]{_CAPS}){{0,4}}"
_PLACE_NAME = rf"{_NAME}(?: (?:{_LINK} )?{_NAME}){{0,3}}"
_PART = rf"(?:, ?{_PLACE_NAME}){{0,2}}(?: \([{_UP}][\w .]{{1,30}}\)(?=,))?"
_MONTH = "|".join(sorted(en.MONTHS, key=len, reverse=True))
_DAY = rf"(?i:(?:{UNNAMED_DAY})|(?:{_MONTH})\.? \d{{1,2}}|\d{{1,2}} (?:{_MONTH})\.?|(?:{en.WEEKDAYS})|no date)"
_AGENCY = r"(?:\((?P<agency>[^()]{2,70})\)|/(?P<slash>[A-Z][\w .-]{1,30})/)"
_DASH = r"\s*(?:--+|[\u2013\u2014\u2015]|\s-\s|-\s|-$)\s*"
_SURE = re.compile(
    rf"(?P<words>(?P<place>{_PLACE_CAPS}|{_PLACE_NAME}){_PART}(?:,? (?P<day>{_DAY}))?,? ?{_AGENCY}(?:,? {_DAY})?)"
    rf"(?:{_DASH}|\s*[.:]\s)"
)
_DATED = re.compile(rf"(?P<words>(?P<place>{_PLACE_CAPS}|{_PLACE_NAME}){_PART},? (?P<day>{_DAY}))(?:{_DASH}|\s*:\s)")
_PLAIN = re.compile(rf"(?P<words>(?P<place>{_PLACE_CAPS}){_PART})(?:{_DASH}|\s*:\s+(?=[{_UP}\"“‘']))")
_SOFT = re.compile(rf"(?P<words>(?P<place>{_PLACE_NAME}){_PART})\s*(?:--|[\u2013\u2014])\s*(?=[{_UP}\"“‘'\d])")

_SENT_BY = (
    rf"(?:/(?P<slash>[{_UP}][\w .-]{{1,30}})/"
    rf"|(?P<agency>[{_UP}][\w-]{{2,30}}(?: [{_UP}][\w-]+){{0,2}})(?= [-\u2013\u2014] ))"
)
_STOPPED = re.compile(
    rf"(?P<words>(?P<place>{_PLACE_CAPS}|{_NAME}){_PART}[.,] (?P<day>{_DAY})(?:[.,] ?{_SENT_BY})?)"
    rf"(?:{_DASH}|[.:]\s+(?=[{_UP}\"“‘'\d]))"
)
"""Agencies east of Vienna: "MINSK, March 3. /BelTA/.", "OSH. March 3. AKIpress -", "BAKU, March 3."."""
_NO_TOWN = re.compile(rf"(?i:(?:{en.WEEKDAYS})|(?:{_MONTH}))\.?")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline found at the start of a paragraph.

    Attributes:
        words: place, and day and agency when printed, without the dash; "" when there is none.
        span: where they stand in the paragraph; None when there is none.
        agency: words in brackets, "" when none.
        day: the full calendar day it names, None when it names none or only a part of one.
    """

    words: str = ""
    span: Span | None = None
    agency: str = ""
    day: date | None = None


def find_dateline(paragraph: str) -> Dateline:
    """The dateline that ``paragraph`` begins with.

    Forms: "KABUL (Reuters) -", "BOGOTA, 12 JAN 90 (AFP) --", "Berlin (dpa) -", "ALMATY, Kazakhstan —",
    "MINSK, March 3. /BelTA/.".

    A place in small letters counts only with an agency, a day, or a long dash before a capital with no second
    dash soon after (which would make it an aside). In a text set in capitals an agency or a day is needed.
    """
    start = len(paragraph) - len(paragraph.lstrip())
    upper = paragraph[:300].isupper()
    for pattern in (_SURE, _DATED) if upper else (_SURE, _DATED, _STOPPED, _PLAIN, _SOFT):
        match = pattern.match(paragraph, start)
        if match and len(match.group("words")) <= 120 and _plausible(pattern, match, paragraph):
            groups = match.groupdict()
            words = match.group("words").rstrip(" ,-")
            agency = groups.get("agency") or groups.get("slash") or ""
            return Dateline(words, Span(start, start + len(words)), agency.strip(), day_in(words))
    return Dateline()


def _plausible(pattern: re.Pattern[str], match: re.Match[str], paragraph: str) -> bool:
    rest = paragraph[match.end() :]
    if _is_label(match.group("place")):
        return False
    if not rest.strip():
        return pattern is not _SOFT and len(paragraph) <= 60
    if pattern is _STOPPED:  # "Thursday, November 19. " is no place, "Osh, Monday. " may be anything
        return _NO_TOWN.fullmatch(match.group("place")) is None and any(c.isdigit() for c in match.group("day"))
    if pattern is _PLAIN:
        return len(match.group("place")) >= 3
    if pattern is _SOFT:
        return not re.search(r"\s(?:--|[\u2013\u2014])\s", rest[:200]) and len(match.group("words").split()) <= 5
    if pattern is _SURE and match.group("agency"):
        agency = match.group("agency")
        return (not agency[0].islower() or agency.casefold() in en.SMALL_AGENCIES) and len(agency.split()) <= 8
    return True


def _is_label(place: str) -> bool:
    """True for "UPDATE", "NEW VIDEO" and the like, which are no place; not for "NEW DELHI"."""
    first, *more = re.split(r"\W+", place.lower())
    return first in en.NOT_PLACES and (first != "new" or not more or more[0] in en.NOT_PLACES)
