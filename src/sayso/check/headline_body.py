"""Check: the headline against the body.

A toll in the headline must agree with the toll of the body, its largest number, when that is told in the first
sentences in words that count everybody. Silent when the headline counts only some of the people or fewer than three,
when its number stands anywhere in the body or may add up what the body tells apart, and when people are told one by
one ("another man", "a third victim"). People who were shot, who may be dead or injured, are compared only with others
who were.
A mode in the headline ("suicide") is noted when somebody in the body denies it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.evidence import statement_of
from sayso.gazetteer import Gazetteer
from sayso.lang.en.checks import ONE_BY_ONE, ONE_PERSON, SEVERAL_TOLD, UNCOUNTED, WHOLE_TOLL
from sayso.lang.en.numbers import UNITS
from sayso.model import Assertion, Figure, Finding, Mention, Reading, Span

VERSION = "headline-body/3"
_FIELDS = ("killed", "injured")
_EVERYBODY = ("victims", "all", "people")
_LEAST, _LEAD = 3, 4
_MANY = 10
"""So many are not told one by one."""


def check(reading: Reading, gazetteer: Gazetteer) -> Iterator[Finding]:
    """Give a finding for each value of the headline that the body does not bear out."""
    title = reading.document.title_span
    if title is None:
        return
    if not SEVERAL_TOLD.search(title.of(reading.document.text)):
        found = [finding for field in _FIELDS for finding in _tolls(reading, title, field)]
        yield from found
        yield from (f for f in _more_than_all(reading, title) if not any(f.span.overlaps(o.span) for o in found))
    yield from _denied_modes(reading, title)


def _tolls(reading: Reading, title: Span, field: str) -> Iterator[Finding]:
    figures = [m for m in reading.mentions if m.kind == "figure" and m.role in _FIELDS and isinstance(m.datum, Figure)]
    held = [m for m in figures if m.role == field and _counts_all(m)]
    head = [m for m in held if title.contains(m.span)]
    if len(head) != 1 or not isinstance(head[0].datum, Figure) or not _is_plain(head[0]):
        return
    said = head[0].datum
    body = [m for m in figures if not title.overlaps(m.span)]
    told = _told(reading, title, [m for m in held if not title.overlaps(m.span)])
    if said.low < _LEAST or told is None or not isinstance(told.datum, Figure) or _is_shot(told) != _is_shot(head[0]):
        return
    if _overlap(said, told.datum) or not said.low / 3 <= told.datum.low <= said.low * 3:
        return
    others = sum({_low(m) for m in body} - {_low(told)})
    if _low(told) < said.low <= _low(told) + others or (said.low < _low(told) and others > 0):
        return  # the headline may add up what the body tells apart, or tell a part of it
    if _is_part(reading, title, head[0]) or _somewhere(reading, title, said.low):
        return
    if said.low < _MANY and ONE_BY_ONE.search(reading.document.text, title.end):
        return
    yield _toll_finding(reading, head[0], said.low, [told.datum.low], field)


def _more_than_all(reading: Reading, title: Span) -> Iterator[Finding]:
    """Numbers of the headline that all the body's dead and hurt together do not reach."""
    text = reading.document.text
    if UNCOUNTED.search(text, title.end):
        return
    figures = [m for m in reading.mentions if m.kind == "figure" and m.role in _FIELDS and isinstance(m.datum, Figure)]
    body = [m for m in figures if not title.overlaps(m.span)]
    lead = [p.span for p in reading.passages if p.span.start >= title.end][:_LEAD]
    told = [m for m in body if _is_exact(m) and _low(m) > 1 and any(s.contains(m.span) for s in lead)]
    singles = sum(1 for m in body if _low(m) == 1)
    most = singles + sum(number for _, number in {(m.role, _low(m)) for m in body if _low(m) > 1})
    for head in (m for m in figures if title.contains(m.span) and _is_exact(m)):
        number = _low(head)
        if not told or number <= max(most, _LEAST - 1) or number not in _numbers(head.text):
            continue
        if not _somewhere(reading, title, number) and not _added_up(reading, title, number):
            yield _toll_finding(reading, head, number, [_low(m) for m in told], head.role)


def _is_exact(mention: Mention) -> bool:
    figure = mention.datum
    return isinstance(figure, Figure) and figure.qualifier == "exact" and figure.high == figure.low


def _numbers(words: str) -> list[int]:
    """The numbers that are written in some words, in order."""
    found = (w.replace(",", "") for w in re.findall(r"\d[\d,]*|[a-z]+", words.lower()))
    return [UNITS[w] if w in UNITS else int(w) for w in found if w in UNITS or w.isdigit()]


def _added_up(reading: Reading, title: Span, number: int) -> bool:
    """True when numbers that follow each other in one sentence make it: "two men and two women were found"."""
    for passage in (p for p in reading.passages if p.span.start >= title.end):
        held = _numbers(passage.span.of(reading.document.text))
        if any(sum(held[a:b]) == number for a in range(len(held)) for b in range(a + 2, min(a + 6, len(held) + 1))):
            return True
    return False


def _told(reading: Reading, title: Span, held: list[Mention]) -> Mention | None:
    """The toll of the body: its largest number, told in the first sentences and in words that count everybody."""
    lead = [p.span for p in reading.passages if p.span.start >= title.end][:_LEAD]
    told = max((m for m in held if _low(m) > 1), key=_low, default=None)
    return told if told and _is_plain(told) and any(s.contains(told.span) for s in lead) else None


def _counts_all(mention: Mention) -> bool:
    return isinstance(mention.datum, Figure) and mention.datum.scope in _EVERYBODY


def _is_plain(mention: Mention) -> bool:
    """An exact or least number of people, told right before their fate or "people"."""
    if not WHOLE_TOLL.search(mention.text):
        return False
    sure = isinstance(mention.datum, Figure) and mention.datum.qualifier in ("exact", "at_least")
    return sure and not mention.made_by.endswith(("-care", "-further"))


def _is_shot(mention: Mention) -> bool:
    """True for people who were shot, who may be dead or injured: comparable only with others who were."""
    return mention.made_by.endswith("-shot")


def _low(mention: Mention) -> int:
    return mention.datum.low if isinstance(mention.datum, Figure) else 0


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


def _toll_finding(reading: Reading, head: Mention, said: int, body: list[int], field: str) -> Finding:
    numbers = ", ".join(dict.fromkeys(map(str, body)))
    return Finding(
        "headline_body", "warning", f"{said} {field}", f"{numbers} {field}", head.text, head.span,
        f"The headline says {said} {field}; the body gives {numbers}, which neither is nor adds up to it.",
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
