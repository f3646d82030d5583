"""Check: an age against a year of birth in the same sentence.

Silent unless the sentence gives one age and one year of birth, and the age fits neither the day of publication nor any
other year the sentence names (the year of a death, of a first match); a year either way is left for birthdays, rounding
and year-end counting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.evidence import statement_of
from sayso.gazetteer import Gazetteer
from sayso.lang.en.checks import BORN
from sayso.model import Figure, Finding, Mention, Passage, Reading, Span

VERSION = "age-birth/1"
_BORN = re.compile(BORN, re.IGNORECASE)
_YEAR = re.compile(r"(?<![\w.,-])(?:1[89]|20)\d\d(?![\w-]|[.,]\d)")
_SLACK = 1
_OLDEST = 120


def check(reading: Reading, gazetteer: Gazetteer) -> Iterator[Finding]:
    """Give a finding for each age that a year of birth in its sentence does not bear out."""
    text, published = reading.document.text, reading.document.published
    if published is None:
        return
    for passage in reading.passages:
        born = list(_BORN.finditer(text, passage.span.start, passage.span.end))
        ages = _ages(reading, passage)
        if len(born) != 1 or len(ages) != 1:
            continue
        birth = int(born[0].group("year"))
        others = {int(m.group()) for m in _YEAR.finditer(text, passage.span.start, passage.span.end)} - {birth}
        age, mention = ages[0]
        possible = sorted(year - birth for year in {published.value.year, *others} if 0 <= year - birth <= _OLDEST)
        if possible and all(not n - 1 - _SLACK <= age <= n + _SLACK for n in possible):
            yield _finding(reading, mention, age, birth, published.value.year)


def _ages(reading: Reading, passage: Passage) -> list[tuple[int, Mention]]:
    held = [m for m in reading.mentions if m.kind == "figure" and m.role == "age" and passage.span.contains(m.span)]
    return [(m.datum.low, m) for m in held if isinstance(m.datum, Figure)]


def _finding(reading: Reading, mention: Mention, age: int, birth: int, year: int) -> Finding:
    span = Span(mention.span.start, mention.span.end)
    computed = f"{year - birth - 1} or {year - birth}"
    return Finding(
        "age_birth", "warning", f"{age} years old", f"{computed} years old", mention.text, span,
        f"The text gives the age {age} and the birth year {birth}; in {year} that makes {computed} ({year} - {birth}).",
        statement_of(reading, span), VERSION,
    )  # fmt: skip
