"""Edited articles: what a new capture of a known address says otherwise, and whether the outlet tells it."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from sayso.app.gather import Gathered
from sayso.app.pages import FIELD_ORDER, row_words, sentence_around
from sayso.app.private import shown_assertion
from sayso.app.said_views import DiffPart, FactChange, Revision
from sayso.lang.en.corrections import NOTICES as EN
from sayso.lang.ru.corrections import NOTICES as RU
from sayso.model import Assertion, Document, Reading
from sayso.store.entry import HeldReading
from sayso.store.revisions import captures_of
from sayso.store.view import View

_NOTICE = re.compile("|".join((*EN, *RU)), re.I)
_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_LONG = 20_000  # words and marks of both texts; longer ones are compared by line
_AROUND = 90  # characters of what stayed the same that are shown on each side of a change


def revisions_in(view: View, gathered: Gathered) -> tuple[Revision, ...]:
    """Every new capture of an article of the incident, oldest first, with the facts of this incident that changed."""
    held = captures_of(view, {r.reading.address for r in gathered.reports})
    readings = view.unpack(sorted({r.id for some in held.values() for r in some}))
    said: dict[str, list[Assertion]] = defaultdict(list)
    reading_of = {r.id: r.reading.id for r in gathered.reports}
    for a in gathered.every:
        said[reading_of[a.report]].append(a.assertion)
    made = [
        revision(old, new, readings, facts(gathered.id, said[old.id], said[new.id], readings[old.id], readings[new.id]))
        for some in held.values()
        for old, new in pairwise(some)
        if said[old.id] or said[new.id]
    ]
    return tuple(sorted(made, key=lambda r: (r.since, r.new)))


def revisions_of(view: View, address: str) -> tuple[tuple[Revision, tuple[DiffPart, ...]], ...]:
    """Every new capture of an address with its facts, of whatever incident, and the difference of the texts."""
    some = captures_of(view, (address,)).get(address, ())
    readings = view.unpack([r.id for r in some])
    made = []
    for old, new in pairwise(some):
        one, other = readings[old.id], readings[new.id]
        linked = dict(view.incidents_in(new.id)), dict(view.incidents_in(old.id))
        told = _by_incident(one, linked[1]), _by_incident(other, linked[0])
        found = [
            fact
            for pk in dict.fromkeys((*told[0], *told[1]))
            for fact in facts(pk, told[0].get(pk, ()), told[1].get(pk, ()), one, other)
        ]
        made.append((revision(old, new, readings, tuple(found)), difference(one.document.text, other.document.text)))
    return tuple(made)


def _by_incident(reading: Reading, linked: Mapping[str, str]) -> dict[str, list[Assertion]]:
    found: dict[str, list[Assertion]] = defaultdict(list)
    for report in reading.reports:
        found[linked.get(report.id, "")] += map(shown_assertion, report.assertions)
    return found


def revision(
    old: HeldReading, new: HeldReading, readings: Mapping[str, Reading], changed: tuple[FactChange, ...]
) -> Revision:
    """The Revision from one capture to the next."""
    return Revision(
        address=new.address, outlet=new.outlet, title=new.title, old=old.document, new=new.document,
        old_at=old.known_from, at=new.known_from, since=max(new.since, new.known_from),
        notice=notice(readings[old.id].document, readings[new.id].document), facts=changed,
        same_reader=old.reader == new.reader,
    )  # fmt: skip


def facts(
    incident: str, old: Iterable[Assertion], new: Iterable[Assertion], before: Reading, after: Reading
) -> tuple[FactChange, ...]:
    """What two captures of one article say otherwise about one incident, field by field."""
    was, now = _told(old), _told(new)
    made = []
    for field in FIELD_ORDER:
        gone = {w: a for w, a in was[field].items() if w not in now[field]}
        come = {w: a for w, a in now[field].items() if w not in was[field]}
        if field != "person" and (gone or come):
            some, reading = (come, after) if come else (gone, before)
            sentence = _sentence(next(iter(some.values())), reading)
            made.append(FactChange(incident, field, ", ".join(gone), ", ".join(come), sentence))
    return tuple(made)


def _told(some: Iterable[Assertion]) -> dict[str, dict[str, Assertion]]:
    told: dict[str, dict[str, Assertion]] = {f: {} for f in FIELD_ORDER}
    for a in some:
        mark = {"negated": " (denied)", "questioned": " (asked)"}.get(a.polarity, "")
        told[a.field].setdefault(row_words(a) + mark, a)
    return told


def _sentence(assertion: Assertion, reading: Reading) -> str:
    return " ".join(sentence_around(reading, assertion.span).of(reading.document.text).split())


def notice(old: Document, new: Document) -> str:
    """The words by which the new capture tells of a change; "" when it does not. What the old one had is none."""
    earlier = {" ".join(t.casefold().split()) for t in _lines(old)}
    for line in _lines(new):
        found = _NOTICE.search(line)
        if found and " ".join(line.casefold().split()) not in earlier:
            return _clipped(" ".join(line.split()), found.start())
    return ""


def _lines(document: Document) -> Iterator[str]:
    yield from re.split(r"(?<=[.!?])\s+|\n+", document.text)
    yield from (d.text for d in document.dropped)


def _clipped(line: str, at: int) -> str:
    start = max(0, at - 60)
    cut = line[start : start + 160]
    return ("… " if start else "") + cut + (" …" if start + 160 < len(line) else "")


def difference(old: str, new: str) -> tuple[DiffPart, ...]:
    """The difference of two texts by words, by lines when they are very long; long common runs are cut."""
    one, other = _WORD.findall(old), _WORD.findall(new)
    if len(one) + len(other) > _LONG:
        one, other = old.splitlines(keepends=True), new.splitlines(keepends=True)
    parts: list[DiffPart] = []
    for tag, i, j, k, m in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(DiffPart("same", "".join(one[i:j])))
            continue
        parts += [DiffPart("gone", "".join(one[i:j]))] if j > i else []
        parts += [DiffPart("new", "".join(other[k:m]))] if m > k else []
    last = len(parts) - 1
    return tuple(_cut(p, n == 0, n == last) if p.kind == "same" else p for n, p in enumerate(parts))


def _cut(part: DiffPart, first: bool, last: bool) -> DiffPart:
    if len(part.text) <= 2 * _AROUND + 20:
        return part
    head = "" if first else part.text[:_AROUND].rsplit(" ", 1)[0]
    tail = "" if last else part.text[-_AROUND:].split(" ", 1)[-1]
    return DiffPart("same", f"{head} … {tail}")
