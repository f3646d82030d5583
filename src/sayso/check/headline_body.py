"""Check: the headline against the body.

A toll in the headline must agree with some number of the same field in the body, or with the sum of two or three of
them. Silent when the headline counts only some of the people or fewer than three, when its number stands anywhere in
the body, and when no number of the body is within half and twice of it (then the body was not understood). A mode in
the headline ("suicide") is noted when somebody in the body denies it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from sayso.check.evidence import statement_of
from sayso.gazetteer import Gazetteer
from sayso.lang.en.checks import ONE_PERSON
from sayso.lang.en.numbers import UNITS
from sayso.model import Assertion, Figure, Finding, Mention, Reading, Span

VERSION = "headline-body/1"
_FIELDS = ("killed", "injured")
_EVERYBODY = ("victims", "all", "people")


def check(reading: Reading, gazetteer: Gazetteer) -> Iterator[Finding]:
    """Give a finding for each value of the headline that the body does not bear out."""
    title = reading.document.title_span
    if title is None:
        return
    for field in _FIELDS:
        yield from _tolls(reading, title, field)
    yield from _denied_modes(reading, title)


def _tolls(reading: Reading, title: Span, field: str) -> Iterator[Finding]:
    figures = [m for m in reading.mentions if m.kind == "figure" and isinstance(m.datum, Figure)]
    held = [m for m in figures if m.role == field and isinstance(m.datum, Figure) and m.datum.scope in _EVERYBODY]
    others = [m.datum for m in figures if m.role in _FIELDS and m.role != field and title.contains(m.span)]
    head = [m for m in held if title.contains(m.span)]
    body = [m.datum for m in held if not title.overlaps(m.span) and isinstance(m.datum, Figure)]
    if len(head) != 1 or not body or not isinstance(head[0].datum, Figure):
        return
    said = head[0].datum
    if said.qualifier not in ("exact", "at_least") or said.low < 3 or _borne_out(said, body):
        return
    whole = {said.low + other.low for other in others if isinstance(other, Figure)}
    if whole & {f.low for f in body} or _is_part(reading, title, head[0]) or _somewhere(reading, title, said.low):
        return
    if not any(f.low >= 2 and said.low / 2 <= f.low <= said.low * 2 for f in body):
        return
    yield _toll_finding(reading, head[0], said, body, field)


def _borne_out(said: Figure, body: list[Figure]) -> bool:
    """True when a number of the body, or the sum of two or three, may be the headline's."""
    if any(_overlap(said, other) for other in body):
        return True
    exact = [f.low for f in body if f.high is not None and f.low == f.high][:12]
    sums = {sum(some) for count in (2, 3) for some in combinations(exact, count)}
    return said.low in sums


def _is_part(reading: Reading, title: Span, head: Mention) -> bool:
    """True when the headline counts only some: "two daughters and father", "10 Americans among 12", an age."""
    words = re.findall(r"[\w'-]+", title.of(reading.document.text).lower())
    following = reading.document.text[head.span.end : title.end]
    return bool(ONE_PERSON & set(words)) or re.search(r"\byear", head.text + following[:8]) is not None


def _somewhere(reading: Reading, title: Span, number: int) -> bool:
    """True when the body has the number anywhere: it may well count the same people in words not understood."""
    text = reading.document.text
    body = f"{text[: title.start]} {text[title.end :]}".lower()
    names = [name for name, value in UNITS.items() if value == number]
    return any(
        re.search(rf"(?<![\w.,]){re.escape(w)}(?![\w]|[.,]\d)", body) for w in (str(number), f"{number:,}", *names)
    )


def _overlap(a: Figure, b: Figure) -> bool:
    a_high, b_high = (float("inf") if f.high is None else f.high for f in (a, b))
    if b.qualifier == "about":
        return 0.8 * b.low <= a.low <= 1.25 * b_high
    return a.low <= b_high and b.low <= a_high


def _toll_finding(reading: Reading, head: Mention, said: Figure, body: list[Figure], field: str) -> Finding:
    numbers = ", ".join(dict.fromkeys(str(f.low) for f in body))
    return Finding(
        "headline_body", "warning", f"{said.low} {field}", f"{numbers} {field}", head.text, head.span,
        f"The headline says {said.low} {field}; the body gives {numbers}, which neither is nor adds up to it.",
        None, VERSION,
    )  # fmt: skip


def _denied_modes(reading: Reading, title: Span) -> Iterator[Finding]:
    modes = [a for report in reading.reports for a in report.assertions if a.field == "mode"]
    for head in (a for a in modes if title.contains(a.span) and a.polarity == "asserted"):
        denial = next((a for a in modes if a.value == head.value and a.polarity == "negated"), None)
        if denial is not None and not title.overlaps(denial.span):
            yield _mode_finding(reading, head, denial)


def _mode_finding(reading: Reading, head: Assertion, denial: Assertion) -> Finding:
    return Finding(
        "headline_body", "note", head.text, f"denied: {denial.text}", head.text, head.span,
        f'The headline says "{head.text}"; in the body this is denied ("{denial.text}").',
        statement_of(reading, head.span), VERSION,
    )  # fmt: skip
