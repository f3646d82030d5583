"""Check: a total against its parts in the same sentence.

Believed to be parts are: an exhaustive list by place right after the total ("5 people were killed, 3 in X and 3 in Y")
or behind a colon or dash up to the end of the sentence ("12 people were killed: 5 men, 4 women and 3 children"), which
must add up; "including" with groups that share nobody (men, women, children), which must not add up to more than the
total; and one part of those counted ("two of them fatally", "including 3 children"), which must not be larger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.check.evidence import statement_of
from sayso.gazetteer import Gazetteer
from sayso.lang.en import checks as words
from sayso.lang.en.numbers import UNITS
from sayso.model import Figure, Finding, Passage, Reading, Span

VERSION = "sums/2"
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+|" + "|".join(n for n in UNITS if n != "zero") + r")"
_PEOPLE = r"(?:\s+(?:people|of\s+them|others?|more|persons|died|were\s+killed|killed|dead))?"
_PLACED = rf"(?P<n>{_NUMBER}){_PEOPLE}\s+in\s+(?:the\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){{0,2}}"
_PART = re.compile(_PLACED)
_JOINT = r"\s*(?:,\s*(?:and\s+)?|\s+and\s+)"
_UNNAMED = re.sub(r"\?P<n>", "?:", _PLACED)
_LIST = re.compile(rf"\s*[,:—–(-]+\s*(?P<list>{_UNNAMED}(?:{_JOINT}{_UNNAMED})+)\s*(?=[.;)—–]|,\s|$)")
_WHO = "|".join((*words.INCLUDED_PEOPLE, *words.COUNTED_PEOPLE))
_COUNTED = re.compile(
    rf"(?<![\w.,$€£-])(?P<n>{_NUMBER})\s+(?:other\s+)?(?P<who>{_WHO})\b",
    re.IGNORECASE,
)
_ROLES, _LEAST, _BEFORE = ("killed", "injured", "detained"), 2, 24
_TAIL = re.compile(
    r"(?:\s+(?:people|were|was|have|been|had|killed|dead|died|injured|wounded|shot|hurt|civilians|soldiers|others)\b){0,4}"
)
_GROUP = re.compile(rf"(?P<n>{_NUMBER})\s+(?P<who>[a-z]+)")
_INCLUDING = re.compile(
    rf"[,\s]*(?:{'|'.join(words.INCLUDING)})[:,]?\s+(?P<list>{_NUMBER}\s+[a-z]+(?:{_JOINT}{_NUMBER}\s+[a-z]+)+)\s*(?=[.;)—–,]|$)"
)
_ONE = rf"(?P<n>{_NUMBER}|an?)\s+(?P<who>[a-z][a-z'’-]*(?:\s+(?!and\b)[a-z][a-z'’-]*){{0,3}})"
_ONE_GROUP = re.compile(_ONE)
_UNNAMED_ONE = re.sub(r"\?P<\w+>", "?:", _ONE)
_WHOLE_LIST = re.compile(
    rf"\s*(?::|--|[—–])\s*(?P<list>{_UNNAMED_ONE}(?:{_JOINT}{_UNNAMED_ONE})+)\s*(?=[.;]\s|[.;]?\Z|--|[—–])"
)
_PART_OF = re.compile(
    rf"\s*(?:,|--|[—–(])?\s*(?:(?:{'|'.join(words.INCLUDING)})[:,]?\s+)?(?P<list>(?P<n>{_NUMBER})\s+"
    rf"(?:of\s+(?:them|whom)\b|fatally\b|critically\b))",
    re.IGNORECASE,
)
_ONE_INCLUDED = re.compile(
    rf"\s*(?:,|--|[—–(])?\s*(?:{'|'.join(words.INCLUDING)})[:,]?\s+(?P<list>(?P<n>{_NUMBER})\s+(?:\w+\s+)?"
    rf"(?:{'|'.join(words.INCLUDED_PEOPLE)}))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Total:
    """A number of people whose parts may follow: where it stands and ends, in which sentence, what is counted."""

    span: Span
    end: int
    number: int
    exact: bool
    what: str


def check(reading: Reading, gazetteer: Gazetteer) -> Iterator[Finding]:
    """Give a finding for each total that its parts contradict."""
    told: set[int] = set()
    for passage in reading.passages:
        for total in (*_harmed(reading, passage), *_counted(reading.document.text, passage)):
            found = _contradiction(reading, passage, total)
            if found is not None and found.span.end not in told:
                told.add(found.span.end)
                yield found


def _harmed(reading: Reading, passage: Passage) -> Iterator[_Total]:
    """Figures of people killed, injured or detained: "5 people were killed"."""
    for mention in reading.mentions:
        figure = mention.datum
        if mention.kind != "figure" or not isinstance(figure, Figure) or not passage.span.contains(mention.span):
            continue
        if (
            mention.role in _ROLES
            and figure.qualifier in ("exact", "at_least")
            and figure.low >= _LEAST
            and not figure.unit
        ):
            if {number(m) for m in re.findall(rf"\b{_NUMBER}\b", mention.text, re.IGNORECASE)} != {figure.low}:
                continue  # a sum of what the words tell, or one of several numbers
            tail = _TAIL.match(reading.document.text, mention.span.end, passage.span.end)
            end = tail.end() if tail else mention.span.end
            yield _Total(mention.span, end, figure.low, figure.qualifier == "exact", mention.role)


def _counted(text: str, passage: Passage) -> Iterator[_Total]:
    """People counted before their parts and their verb: "four people - three men and one woman - were hurt"."""
    for match in _COUNTED.finditer(text, passage.span.start, passage.span.end):
        before = text[max(passage.span.start, match.start() - _BEFORE) : match.start()]
        if words.VAGUE_BEFORE.search(before) or number(match["n"]) < _LEAST:
            continue
        exact = words.LEAST_BEFORE.search(before) is None
        yield _Total(Span(*match.span()), match.end(), number(match["n"]), exact, match["who"])


def _contradiction(reading: Reading, passage: Passage, total: _Total) -> Finding | None:
    for parts, match, exhaustive in _parts(reading.document.text, total.end, passage.span.end):
        added = sum(parts)
        unequal = added < total.number or (total.exact and added != total.number)
        if unequal if exhaustive else added > total.number:
            return _finding(reading, total, parts, match)
    return None


def _parts(text: str, start: int, end: int) -> Iterator[tuple[list[int], re.Match[str], bool]]:
    """The parts told behind a total, with the words, and whether they are all of it."""
    listed = _LIST.match(text, start, end)
    if listed:
        yield [number(m.group("n")) for m in _PART.finditer(listed.group("list"))], listed, True
    whole = _WHOLE_LIST.match(text, start, end)
    if whole and not words.NO_GROUPS.search(whole.group("list")):
        yield [number(m.group("n")) for m in _ONE_GROUP.finditer(whole.group("list"))], whole, True
    included = _INCLUDING.match(text, start, end)
    if included:
        groups = [(number(m.group("n")), m.group("who")) for m in _GROUP.finditer(included.group("list"))]
        if _share_nobody([who for _, who in groups]):
            yield [n for n, _ in groups], included, False
    for pattern in (_PART_OF, _ONE_INCLUDED):
        part = pattern.match(text, start, end)
        if part:
            yield [number(part.group("n"))], part, False


def number(word: str) -> int:
    """A number in digits or as one English word; "a" is one."""
    low = word.lower()
    return 1 if low in ("a", "an") else UNITS[low] if low in UNITS else int(word.replace(",", ""))


def _share_nobody(groups: list[str]) -> bool:
    classes = [next((n for n, group in enumerate(words.DISJOINT) if who in group), -1) for who in groups]
    return -1 not in classes and len(set(classes)) == len(classes)


def _finding(reading: Reading, total: _Total, parts: list[int], match: re.Match[str]) -> Finding:
    span = Span(total.span.start, match.end("list"))
    adding = " + ".join(str(p) for p in parts)
    what = f"the parts it lists add up to {adding} = {sum(parts)}" if len(parts) > 1 else f"a part of them is {adding}"
    return Finding(
        "sums", "warning", str(total.number), str(sum(parts)), span.of(reading.document.text), span,
        f"The text says {total.number} {total.what}, but {what}.",
        statement_of(reading, span), VERSION,
    )  # fmt: skip
