"""Check: a toll that falls although nobody corrects it.

Within one text: "the toll rose to 18 from 20", and a total given with the word "toll" that a later one, in the same
voice and of the same report, goes below. Silent when a word of correction or of an earlier count stands in either
sentence. ``falls`` is the same question for two figures of different reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sayso.check.evidence import passage_of, statement_of
from sayso.gazetteer import Gazetteer
from sayso.lang.en import checks as words
from sayso.lang.en.numbers import UNITS
from sayso.model import Assertion, Figure, Finding, Reading, Span

VERSION = "toll-falls/1"
_NUMBER = r"(?:at least |about |some |nearly |more than )?(?P<{0}>\d{{1,3}}(?:,\d{{3}})+|\d+|{1})(?![\d:]|,\d)"
_WORDS = "|".join(name for name in UNITS if name != "zero")
_TO, _FROM = _NUMBER.format("to", _WORDS), _NUMBER.format("old", _WORDS)
_TOLL = rf"(?:{words.TOLL})\b[^.;:\d]{{0,60}}?"
_ROSE = (
    re.compile(
        rf"\b{_TOLL}\b(?:{words.ROSE})\s+to\s+{_TO}[^.;\d]{{0,25}}?,?\s+(?:up\s+)?from\s+{_FROM}\b", re.IGNORECASE
    ),
    re.compile(rf"\b{_TOLL}\b(?:{words.ROSE})\s+from\s+{_FROM}[^.;\d]{{0,25}}?\s+to\s+{_TO}\b", re.IGNORECASE),
)


def check(reading: Reading, gazetteer: Gazetteer) -> Iterator[Finding]:
    """Give a finding for each toll that goes down where it is said to go up, or without a word about it."""
    text = reading.document.text
    for pattern in _ROSE:
        for match in pattern.finditer(text):
            old, new = _number(match["old"]), _number(match["to"])
            if new < old:
                yield _finding(reading, Span(*match.span()), old, new, "is said to have risen")
    yield from _totals(reading)


def falls(earlier: Figure, later: Figure) -> bool:
    """True when a later total lies below an earlier one for whatever number its words allow.

    Both must count the same people; "about" and vague words leave a tenth, and an open end ("at least 12") never falls.
    """
    if earlier.scope != later.scope or later.high is None or earlier.qualifier in ("at_most", "vague"):
        return False
    slack = 0.1 * earlier.low if "about" in (earlier.qualifier, later.qualifier) else 0
    return later.high < earlier.low - slack


def _number(word: str) -> int:
    return UNITS[word.lower()] if word.lower() in UNITS else int(word.replace(",", ""))


def _totals(reading: Reading) -> Iterator[Finding]:
    for report in reading.reports:
        tolls = [a for a in report.assertions if a.field == "killed" and _is_total(reading, a)]
        for first, second in pairwise(tolls):
            if first.statement != second.statement or not isinstance(first.value, Figure):
                continue
            if isinstance(second.value, Figure) and falls(first.value, second.value):
                yield _finding(reading, second.span, first.value.low, second.value.low, "was given before")


def _is_total(reading: Reading, said: Assertion) -> bool:
    passage = passage_of(reading, said.span)
    if passage is None or said.polarity != "asserted":
        return False
    sentence = passage.span.of(reading.document.text)
    return re.search(rf"\b(?:{words.TOLL})\b", sentence, re.I) is not None and not words.CORRECTED.search(sentence)


def _finding(reading: Reading, span: Span, old: int, new: int, how: str) -> Finding:
    return Finding(
        "toll_falls", "warning", str(new), str(old), span.of(reading.document.text), span,
        f"The toll is given as {new}, below the {old} that {how}, and nothing in the text corrects it."
        if how == "was given before"
        else f"The toll {how}, but {new} is less than {old}.",
        statement_of(reading, span), VERSION,
    )  # fmt: skip
