"""Days counted from an event that another sentence dates: "the vote on Sunday ... the day before the vote".

The event's day is the one day of the sentences that name it together with a day: those before the expression, else
those behind. Where they name several days, all of them stay candidates and none is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace
from datetime import date, timedelta

from sayso.lang.dates import DateWords
from sayso.model import Span, When, WhenPrecision
from sayso.read.dates.scene import Found

_BESIDE = re.compile(r"\b(?P<way>before|after|following)$", re.IGNORECASE)
_EVENT = re.compile(
    r"\s+(?:the|this|that|its|their|his|her)\s+(?:[\w-]+\s+){0,2}?(?P<noun>[a-z][\w-]{2,})\b(?!\s+[a-z]\w*ed\b)", re.I
)
_OPEN = re.compile(r"XXXX-XX-XX(T[A-Z]{2})?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOST = 4


def told_by_events(text: str, spans: list[Span], found: list[Found], whens: list[When], words: DateWords) -> list[When]:
    """``whens`` with the days filled in that are counted from an event which the text dates elsewhere.

    Args:
        spans: the passages that were walked.
        found: all expressions of the text in order, with ``whens`` made from them one to one.
    """
    out = list(whens)
    for at, item in enumerate(found):
        part = _OPEN.fullmatch(out[at].timex)
        beside = _BESIDE.search(text[item.start : item.end]) if part else None
        event = _EVENT.match(text, item.end, spans[item.passage].end) if beside else None
        if part is None or beside is None or event is None:
            continue
        group = _group(event["noun"], words)
        days = _days_of({group}, text, spans, found, out, item.passage, words)
        if not days and group in words.wider:
            days = _days_of(words.wider[group], text, spans, found, out, item.passage, words)
        step = timedelta(days=-1 if beside["way"].lower() == "before" else 1)
        if days and len(days) <= _MOST:
            out[at] = _counted(out[at], [day + step for day in days], part[1] or "")
    return out


def _counted(when: When, days: list[date], part: str) -> When:
    told = tuple(day.isoformat() for day in days)
    if len(told) > 1:
        return replace(when, candidates=told, basis="event")
    precision: WhenPrecision = "part_of_day" if part else "day"
    return replace(when, value=told[0], candidates=told, basis="event", precision=precision, timex=told[0] + part)


def _group(noun: str, words: DateWords) -> str:
    low = noun.lower()
    return words.events.get(low, low.removesuffix("s"))


def _days_of(
    groups: Set[str], text: str, spans: list[Span], found: list[Found], whens: list[When], here: int, words: DateWords
) -> list[date]:
    """The days of the sentences that name the event: of those before passage ``here``, else of those from it on."""
    by_passage: dict[int, set[str]] = {}
    for item, when in zip(found, whens, strict=True):
        if when.value and when.timex_type in ("DATE", "TIME") and _DAY.match(when.value) and when.basis != "event":
            by_passage.setdefault(item.passage, set()).add(when.value[:10])
    held = {
        number: min(days)
        for number, days in by_passage.items()
        if len(days) == 1
        and any(_group(w, words) in groups for w in re.findall(r"[A-Za-z][\w-]+", spans[number].of(text)))
    }
    before = {day for number, day in held.items() if number <= here}
    return sorted(date.fromisoformat(day) for day in before or set(held.values()))
