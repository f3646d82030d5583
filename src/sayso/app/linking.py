"""From a Reading to the Entry that is written: candidates out of the ledger, decisions by the linker."""

from __future__ import annotations

import json
from datetime import date, datetime

from sayso.app.inputs import Item
from sayso.link import LINKER, Facts, bands, compare, decide, facts_of, incident_id, terms_of
from sayso.model import Reading
from sayso.model.codec import canonical, from_plain, to_plain
from sayso.store.candidates import incident_exists, known_since, reports_near, texts_sharing
from sayso.store.entry import CopyLink, Entry, Link, ReportPlace


def link_reading(item: Item, reading: Reading, since: datetime | None = None) -> Entry:
    """Everything that is written for a reading; call it with the Writer's turn held.

    Args:
        item: where the reading came from.
        reading: what was read.
        since: from when it counts; the capture's ``known_from`` when None.
    """
    since = since or item.capture.known_from
    keys = bands(reading.document.text)
    copies = _copies(reading, since, keys)
    alike = frozenset(c.original if c.document == reading.document.id else c.document for c in copies)
    terms = terms_of(reading.document.text) if reading.reports else ()
    places: dict[str, ReportPlace] = {}
    links: list[Link] = []
    for report in reading.reports:
        facts = facts_of(report, reading.document, since, terms)
        places[report.id] = _place(facts)
        links.append(_link(report.id, facts, places[report.id], alike, {link.incident for link in links}))
    return Entry(item.capture, item.given, item.constructed, reading, since, places, tuple(links), copies, keys)


def _place(facts: Facts) -> ReportPlace:
    country = next((p.country_code for p in facts.places if p.country_code), "")
    days = date.fromisoformat(facts.day_from), date.fromisoformat(facts.day_to)
    return ReportPlace(*days, country, canonical(to_plain(facts)))


def _link(report: str, facts: Facts, place: ReportPlace, copies: frozenset[str], taken: set[str]) -> Link:
    near = reports_near(place, copies)
    # two reports of one reading are two happenings: what the reader told apart is not joined here
    known = [(incident, from_plain(Facts, json.loads(plain))) for incident, plain in near if incident not in taken]
    found = decide(facts, known, copies)
    if found.incident:
        return Link(report, found.incident, False, "same", found.score, found.why, LINKER)
    name = incident_id(facts, lambda name: name in taken or incident_exists(name))
    return Link(report, name, True, "same", 1.0, found.why, LINKER)


def _copies(reading: Reading, since: datetime, keys: tuple[int, ...]) -> tuple[CopyLink, ...]:
    """Copy links between this document and earlier stored ones; the older capture is the original."""
    own = reading.document.id
    texts = {key: text for key, text in texts_sharing(keys).items() if key != own}
    known = known_since(list(texts))
    made = []
    for other, text in texts.items():
        if copy := compare(reading.document.text, text):
            at = known[other][0]
            pair = (own, other) if (at, other) <= (since, own) else (other, own)
            made.append(CopyLink(*pair, copy.kind, round(copy.similarity, 4), max(at, since)))
    return tuple(made)
