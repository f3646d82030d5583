"""Check: what follows is told before what it follows from, or a stretch of time ends before it begins.

Only days that the text fixes itself (with the year, or "today" and its kin) are compared, since a year or a week that
is inferred may be inferred wrongly: an arrest, charge, conviction, burial or claim of responsibility dated before the
attack it is for, in one sentence; and "from" or "between" two full dates in the wrong order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sayso.check.evidence import statement_of
from sayso.gazetteer import Gazetteer
from sayso.lang.en import checks as words
from sayso.model import Finding, Mention, Passage, Reading, Span, When

VERSION = "event-order/1"
_YEAR = re.compile(r"\b[12]\d{3}\b")
_MOST_BETWEEN = 120


def check(reading: Reading, gazetteer: Gazetteer) -> Iterator[Finding]:
    """Give a finding for each pair of days that stand in the wrong order."""
    for passage in reading.passages:
        days = [m for m in reading.mentions if passage.span.contains(m.span) and _is_fixed(m)]
        for first, second in pairwise(days):
            between = reading.document.text[first.span.end : second.span.start]
            if len(between) > _MOST_BETWEEN:
                continue
            yield from _range(reading, first, second, between)
            yield from _effect(reading, passage, first, second, between)


def _is_fixed(mention: Mention) -> bool:
    when = mention.datum
    if not isinstance(when, When) or when.precision not in ("day", "minute", "hour", "part_of_day") or not when.value:
        return False
    return bool(_YEAR.search(mention.text)) or mention.text.lower().split()[-1] in words.FIXED_DAYS


def _day(mention: Mention) -> str:
    value = mention.datum.value if isinstance(mention.datum, When) else None
    return (value or "")[:10]


def _range(reading: Reading, first: Mention, second: Mention, between: str) -> Iterator[Finding]:
    text = reading.document.text
    opened = words.RANGE_OPENS.search(text[max(0, first.span.start - 9) : first.span.start])
    if opened and words.RANGE_JOINS.fullmatch(between) and _day(second) < _day(first):
        yield _finding(reading, first, second, "The stretch of time would end before it begins")


def _effect(reading: Reading, passage: Passage, first: Mention, second: Mention, between: str) -> Iterator[Finding]:
    """ "was arrested on May 3, 2010 for the attack on May 5, 2010"."""
    before = reading.document.text[passage.span.start : first.span.start]
    effects = list(words.EFFECT.finditer(before))
    if not effects or not words.FOR_CAUSE.search(between) or words.PLANNED.search(before + between):
        return
    if first.span.start - passage.span.start - effects[-1].end() <= _MOST_BETWEEN / 2 and _day(first) < _day(second):
        yield _finding(reading, first, second, f'"{effects[-1].group()}" would come before its cause')


def _finding(reading: Reading, first: Mention, second: Mention, what: str) -> Finding:
    span = Span(first.span.start, second.span.end)
    return Finding(
        "event_order", "warning", first.text, second.text, span.of(reading.document.text), span,
        f"{what}: {first.text} is {_day(first)}, {second.text} is {_day(second)}.",
        statement_of(reading, span), VERSION,
    )  # fmt: skip
