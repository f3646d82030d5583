"""From a Reading to the Entry that is written: candidates out of the ledger, decisions by the linker."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import connection

import sayso.app.prepare  # noqa: F401
from sayso.app.inputs import Item
from sayso.app.judged import Tie, ties, ties_of
from sayso.link import (
    LINKER,
    Decision,
    Facts,
    Known,
    Merge,
    Signed,
    bands,
    compare,
    credits_of,
    decide,
    facts_of_reading,
    incident_id,
    known,
    original_of,
    rare_keys,
)  # fmt: skip
from sayso.model import Document, Reading
from sayso.model.codec import canonical, from_plain, to_plain
from sayso.store.candidates import (
    Near,
    documents_sharing,
    facts_in,
    incident_exists,
    known_documents,
    linked_near,
    rest_of,
    texts_in,
    texts_sharing,
)  # fmt: skip
from sayso.store.entry import CopyLink, Entry, Link, ReportPlace
from sayso.store.judgements import BY
from sayso.store.pack import capture_id
from sayso.store.redirects import opened_first
from sayso.store.sides import copies_of
from sayso.store.subjects import documents_of
from sayso.store.writer import Writer

_MOST_REMEMBERED, _AT_ONCE = 6_000, 500  # reports, about 10 KB each; forgotten so many at a time
_remembered: dict[tuple[str, str], Known] = {}
"""House and report row id to unpacked Facts, the ones read first first; rows never change, so these stay true."""


def link_reading(item: Item, reading: Reading, since: datetime | None = None) -> Entry:
    """Everything that is written for a reading; call it with the Writer's turn held.

    Args:
        item: where the reading came from.
        reading: what was read.
        since: from when it counts; the capture's ``known_from`` when None.
    """
    since = since or item.capture.known_from
    keys = bands(reading.document.text)
    copies = _copies(reading, item.capture.known_from, since, texts_sharing(keys))
    alike = {c.original if c.document == reading.document.id else c.document for c in copies}
    made = _links(item, reading, frozenset(alike))
    copies += _copies(reading, item.capture.known_from, since, _texts_of(made.links, alike))
    return Entry(
        item.capture, item.given, item.constructed, reading, since, made.places, made.links, copies,
        (*keys, *made.keys), made.merges,
    )  # fmt: skip


def relink_reading(item: Item, reading: Reading, since: datetime) -> Entry:
    """The Entry of a re-reading of a stored capture: its reports go where its earlier reading's reports are.

    Args:
        item: where the first reading came from.
        reading: what another reader read from the same bytes.
        since: when it was re-read; the capture's ``known_from`` stays what it was.
    """
    before = documents_of(capture_id(item.capture, item.given))
    own = before | {reading.document.id}  # what it was read as before: where to look, and no copy of itself
    alike = frozenset().union(*copies_of(own).values()) - own
    made = _links(item, reading, alike, own)
    places, links = made.places, made.links
    if reading.document.id in before:
        return Entry(item.capture, item.given, item.constructed, reading, since, places, links, (), ())
    keys = bands(reading.document.text)  # another cleaner made another text: its copies are looked for again
    others = {key: text for key, text in texts_sharing(keys).items() if key not in before}
    copies = _copies(reading, item.capture.known_from, item.capture.known_from, others)
    kept = tuple(replace(c, since=max(c.since, since)) for c in copies)
    return Entry(item.capture, item.given, item.constructed, reading, since, places, links, kept, (*keys, *made.keys))


@dataclass(frozen=True, slots=True)
class _Linked:
    """What linking one reading gave: see Entry; ``keys`` are those of rare words."""

    places: dict[str, ReportPlace]
    links: tuple[Link, ...]
    merges: tuple[tuple[str, str, str], ...]
    keys: tuple[int, ...]


def _links(item: Item, reading: Reading, copies: frozenset[str], own: frozenset[str] = frozenset()) -> _Linked:
    """``own``: the documents of the same capture when it is read again."""
    told = facts_of_reading(reading, item.capture.known_from)
    places: dict[str, ReportPlace] = {}
    links: list[Link] = []
    merges: list[Merge] = []
    keys: set[int] = set()
    tied = ties_of(reading, item.capture.address, copies | own) if reading.reports else {}
    for report in reading.reports:
        facts = told[report.id]
        place = places[report.id] = _place(facts)
        rare = rare_keys(known(facts))
        near = linked_near(place, copies | own | frozenset(documents_sharing(rare)))
        # two reports of one reading are two happenings: what the reader told apart is not joined here
        taken = {link.incident for link in links}
        link, found = _link(
            report.id, _Asked(facts, place.country_code, near, copies, bool(own)), taken, tied.get(report.id, Tie())
        )
        links.append(link)
        keys.update(rare)
        merges += found if report.status != "background" else ()
    shown = tuple((*m.incidents, f"{m.score:.0%}: {m.why}") for m in merges)
    return _Linked(places, tuple(links), shown, tuple(sorted(keys)))


def merge_incidents(entry: Entry, writer: Writer) -> None:
    """Write that incidents are one which a document showed to be one, unless a person keeps them apart.

    Args:
        entry: what was just written.
        writer: with its turn held.
    """
    if not entry.merges:
        return
    tied = ties()
    for one, other, why in entry.merges:
        older = opened_first((one, other))
        if len(older) == 2 and tied.may_merge(one, other):
            writer.redirect(older[1], older[0], entry.since, why=f"one report tells of both; {why}", made_by=LINKER)


def _place(facts: Facts) -> ReportPlace:
    country = next((p.country_code for p in facts.places if p.country_code), "")
    days = date.fromisoformat(facts.day_from), date.fromisoformat(facts.day_to)
    return ReportPlace(*days, country, canonical(to_plain(facts)))


@dataclass(frozen=True, slots=True)
class _Asked:
    """One report and what it is held against."""

    facts: Facts
    country: str
    near: Near
    copies: frozenset[str]
    again: bool


def _link(report: str, asked: _Asked, taken: set[str], tie: Tie) -> tuple[Link, tuple[Merge, ...]]:
    if tie.home or tie.nowhere:
        decision = "same" if tie.home else "not_same"
        return Link(
            report, tie.home or tie.nowhere, False, decision, 1.0, "a person decided it", BY + tie.judgement
        ), ()
    found = _decided(asked, taken, tie.apart)
    if found.incident:
        return Link(report, found.incident, False, "same", found.score, found.why, LINKER), found.merges
    name = incident_id(asked.facts, lambda name: name in taken or incident_exists(name))
    return Link(report, name, True, "same", 1.0, found.why, LINKER), ()


def _decided(asked: _Asked, taken: set[str], apart: frozenset[str]) -> Decision:
    """The decision; an incident that is half known is asked for whole before it may win."""
    rows, whole = [row for row in asked.near.rows if row[1] not in taken], frozenset[str]()
    while True:
        found = decide(asked.facts, _facts_of(rows), asked.copies, again=asked.again, apart=apart)
        named = {found.incident or "", *(name for merge in found.merges for name in merge.incidents)}
        if not (ask := (named & asked.near.half_known) - whole):
            return found
        known_rows = {row for row, _ in rows}
        more = [row for row in rest_of(ask, asked.country) if row[0] not in known_rows]
        rows, whole = [*more, *rows], whole | ask


def _facts_of(near: Sequence[tuple[str, str]]) -> list[tuple[str, Known]]:
    """(incident, unpacked Facts) of (report row id, incident); what was told lately is asked for again and again."""
    house = f"{connection.settings_dict['HOST']} {connection.settings_dict['NAME']}"
    missing = [report for report, _ in near if (house, report) not in _remembered]
    for report, plain in facts_in(missing).items():
        _remembered[house, report] = known(from_plain(Facts, json.loads(plain)))
    found = [(incident, _remembered[house, report]) for report, incident in near]
    if len(_remembered) > _MOST_REMEMBERED + _AT_ONCE:
        for key in list(_remembered)[: len(_remembered) - _MOST_REMEMBERED]:
            del _remembered[key]
    return found


def _texts_of(links: tuple[Link, ...], known: set[str]) -> dict[str, str]:
    """Texts of the documents already linked to the same incidents: a heavily edited copy shares no band, but counts."""
    joined = [link.incident for link in links if not link.opens]
    return {key: text for key, text in texts_in(joined).items() if key not in known}


def _copies(reading: Reading, known_from: datetime, since: datetime, texts: dict[str, str]) -> tuple[CopyLink, ...]:
    """Copy links between this document and stored ones, each from the copy to the original."""
    own = reading.document
    found = {key: copy for key, text in texts.items() if key != own.id and (copy := compare(own.text, text))}
    others = known_documents(list(found))
    made = []
    for key, copy in found.items():
        document, at = others[key]
        original, _ = original_of(_signed(own, known_from), _signed(document, at))
        pair = (own.id, key) if original.document == key else (key, own.id)
        made.append(CopyLink(*pair, copy.kind, round(copy.similarity, 4), max(at, since)))
    return tuple(made)


def _signed(document: Document, known_from: datetime) -> Signed:
    day = document.published.value if document.published else None
    return Signed(document.id, document.outlet, credits_of(document), day, known_from)
