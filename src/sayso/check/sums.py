"""Check: a total against its parts in the same sentence.

Two forms are believed to be parts: an exhaustive list by place right after the total ("5 people were killed, 3 in X and
3 in Y"), which must add up, and "including" with groups that share nobody (men, women, children), which must not add up
to more than the total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.evidence import passage_of, statement_of
from sayso.gazetteer import Gazetteer
from sayso.lang.en import checks as words
from sayso.lang.en.numbers import UNITS
from sayso.model import Figure, Finding, Mention, Reading, Span

VERSION = "sums/1"
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+|" + "|".join(n for n in UNITS if n != "zero") + r")"
_PEOPLE = r"(?:\s+(?:people|of\s+them|others?|more|persons|died|were\s+killed|killed|dead))?"
_PLACED = rf"(?P<n>{_NUMBER}){_PEOPLE}\s+in\s+(?:the\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){{0,2}}"
_PART = re.compile(_PLACED)
_JOINT = r"\s*(?:,\s*(?:and\s+)?|\s+and\s+)"
_UNNAMED = re.sub(r"\?P<n>", "?:", _PLACED)
_LIST = re.compile(rf"\s*[,:—–(-]+\s*(?P<list>{_UNNAMED}(?:{_JOINT}{_UNNAMED})+)\s*(?=[.;)—–]|,\s|$)")
_GROUP = re.compile(rf"(?P<n>{_NUMBER})\s+(?P<who>[a-z]+)")
_INCLUDING = re.compile(
    rf"[,\s]*(?:{'|'.join(words.INCLUDING)})[:,]?\s+(?P<list>{_NUMBER}\s+[a-z]+(?:{_JOINT}{_NUMBER}\s+[a-z]+)+)\s*(?=[.;)—–,]|$)"
)


def check(reading: Reading, gazetteer: Gazetteer) -> Iterator[Finding]:
    """Give a finding for each total that its parts contradict."""
    for total in reading.mentions:
        figure = total.datum
        if (
            total.kind != "figure"
            or not isinstance(figure, Figure)
            or total.role not in ("killed", "injured", "detained")
        ):
            continue
        if figure.qualifier not in ("exact", "at_least") or figure.low < 2:
            continue
        found = _contradiction(reading, total, figure)
        if found is not None:
            yield found


def _contradiction(reading: Reading, total: Mention, figure: Figure) -> Finding | None:
    text, passage = reading.document.text, passage_of(reading, total.span)
    if passage is None:
        return None
    tail = r"(?:\s+(?:people|were|was|have|been|had|killed|dead|died|injured|wounded|civilians|soldiers|others)\b){0,4}"
    start = total.span.end + len(re.match(tail, text[total.span.end : passage.span.end]).group())  # type: ignore[union-attr]
    listed = _LIST.match(text, start, passage.span.end)
    if listed:
        parts = [number(m.group("n")) for m in _PART.finditer(listed.group("list"))]
        wrong = sum(parts) < figure.low or (figure.qualifier == "exact" and sum(parts) != figure.low)
        return _finding(reading, total, figure, parts, listed) if wrong else None
    included = _INCLUDING.match(text, start, passage.span.end)
    if included and figure.qualifier == "exact":
        groups = [(number(m.group("n")), m.group("who")) for m in _GROUP.finditer(included.group("list"))]
        parts = [n for n, _ in groups]
        if _share_nobody([who for _, who in groups]) and sum(parts) > figure.low:
            return _finding(reading, total, figure, parts, included)
    return None


def number(word: str) -> int:
    """A number in digits or as one English word."""
    return UNITS[word] if word in UNITS else int(word.replace(",", ""))


def _share_nobody(groups: list[str]) -> bool:
    classes = [next((n for n, group in enumerate(words.DISJOINT) if who in group), -1) for who in groups]
    return -1 not in classes and len(set(classes)) == len(classes)


def _finding(reading: Reading, total: Mention, figure: Figure, parts: list[int], match: re.Match[str]) -> Finding:
    span = Span(total.span.start, match.end("list"))
    adding = " + ".join(str(p) for p in parts)
    return Finding(
        "sums", "warning", str(figure.low), str(sum(parts)), span.of(reading.document.text), span,
        f"The text says {figure.low} {total.role}, but the parts it lists add up to {adding} = {sum(parts)}.",
        statement_of(reading, span), VERSION,
    )  # fmt: skip
