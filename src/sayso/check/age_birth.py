"""Check: an age against a year of birth, in one sentence or of one name.

Silent unless the sentence gives one age and one year of birth, and the age fits neither the day of publication nor any
other year the sentence names (the year of a death, of a first match); a year either way is left for birthdays, rounding
and year-end counting. Of two sentences only where "N was born in 1950" and "N, 61, ..." name the same person, the text
names no other of that surname and gives that name one age.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.evidence import statement_of
from sayso.gazetteer import Gazetteer
from sayso.lang.en.checks import BORN
from sayso.model import Figure, Finding, Mention, Passage, Reading, Span

VERSION = "age-birth/2"
_BORN = re.compile(BORN, re.IGNORECASE)
_YEAR = re.compile(r"(?<![\w.,-])(?:1[89]|20)\d\d(?![\w-]|[.,]\d)")
_SUBJECT = re.compile(
    r"(?P<name>[A-Z][\w'’-]+(?:\s+(?:[A-Z][\w'’-]+|[A-Z]\.))*)\s*(?:\([^)]{0,60}\)\s*)?(?:,\s*who\s+)?(?:was|were)\s+$"
)
_TITLES = frozenset(
    {"Mr", "Mrs", "Ms", "Dr", "Sir", "Lady", "President", "Gen", "Col", "Sgt", "Officer", "Judge", "The"}
)
_SLACK = 1
_OLDEST = 120


def check(reading: Reading, gazetteer: Gazetteer) -> Iterator[Finding]:
    """Give a finding for each age that a year of birth in its sentence does not bear out."""
    text, published = reading.document.text, reading.document.published
    if published is None:
        return
    for passage in reading.passages:
        born = list(_BORN.finditer(text, passage.span.start, passage.span.end))
        if len(born) != 1:
            continue
        birth, ages = int(born[0].group("year")), _ages(reading, passage)
        others = {int(m.group()) for m in _YEAR.finditer(text, passage.span.start, passage.span.end)} - {birth}
        if not ages:
            of_name = _age_of_name(reading, passage, born[0].start())
            ages = [of_name] if of_name else []
        if len(ages) == 1 and _cannot_be(ages[0][0], birth, {published.value.year, *others}):
            yield _finding(reading, ages[0][1], ages[0][0], birth, published.value.year)


def _cannot_be(age: int, birth: int, years: set[int]) -> bool:
    """True when in none of the years one born in ``birth`` may be of that age."""
    possible = [year - birth for year in years if 0 <= year - birth <= _OLDEST]
    return bool(possible) and all(not n - 1 - _SLACK <= age <= n + _SLACK for n in possible)


def _age_of_name(reading: Reading, passage: Passage, born: int) -> tuple[int, Mention] | None:
    """The one age that the text gives, in another sentence, to the name right before "was born"."""
    text = reading.document.text
    subject = _SUBJECT.search(text[passage.span.start : born])
    if subject is None:
        return None
    name = subject["name"].split()[-1]
    before = {m[1] for m in re.finditer(rf"\b([A-Z][\w'’-]+)\s+{re.escape(name)}\b", text)} - _TITLES
    told = re.compile(rf"\b{re.escape(name)}(?:,\s+(?:aged\s+)?|\s+\()(\d{{1,3}})\s?[,)]")
    held = [m for m in reading.mentions if m.kind == "figure" and m.role == "age"]
    found = [(int(m[1]), Span(*m.span(1))) for m in told.finditer(text)]
    if len({age for age, _ in found}) != 1 or len(before) > 1:
        return None
    age, span = found[0]
    if any(_YEAR.search(p.span.of(text)) for p in reading.passages if p.span.contains(span)):
        return None  # the age may be that of another year
    mention = next((m for m in held if m.span.overlaps(span)), None)
    return (age, mention) if mention else None


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
