"""Check: a weekday said together with a date against the calendar.

Only where both stand in one mention ("Monday, Oct. 30, 2011"). A year that is not said is taken from the publication
day, and only for dates within two months of it whose weekday does not fit the year before or after: then the year was
taken wrongly, as from a page whose date is that of its last change.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sayso.check.evidence import statement_of
from sayso.gazetteer import Gazetteer
from sayso.model import Finding, Mention, Reading, When

VERSION = "weekday-date/1"
_NEAR_DAYS = 62
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def check(reading: Reading, gazetteer: Gazetteer) -> Iterator[Finding]:
    """Give a finding for each weekday that its date does not have."""
    for mention in reading.mentions:
        when = mention.datum
        if mention.kind != "date" or not isinstance(when, When) or when.weekday is None or when.value is None:
            continue
        if not any(c.isdigit() for c in mention.text) or not when.timex[8:10].isdigit():
            continue
        day = date.fromisoformat(when.value[:10])
        if day.weekday() != when.weekday and str(day.day) in mention.text and _sure(reading, when, day):
            yield _finding(reading, mention, when, day)


def _sure(reading: Reading, when: When, day: date) -> bool:
    """The year is said, or the day is near publication and the weekday fits neither the year before nor after."""
    published = reading.document.published
    if when.basis == "text":
        return True
    if published is None or abs((published.value - day).days) > _NEAR_DAYS or (day.month, day.day) == (2, 29):
        return False
    return all(day.replace(year=day.year + step).weekday() != when.weekday for step in (-1, 1))


def _finding(reading: Reading, mention: Mention, when: When, day: date) -> Finding:
    said, real = _NAMES[when.weekday or 0], _NAMES[day.weekday()]
    year = "" if when.basis == "text" else f" (the year {day.year} is taken from the day of publication)"
    return Finding(
        "weekday_date", "warning", said, real, mention.text, mention.span,
        f"The text says {said} for {day.isoformat()}, which was a {real}{year}.",
        statement_of(reading, mention.span), VERSION,
    )  # fmt: skip
