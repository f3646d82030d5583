"""One Case as STIX objects: the incident with its extension, its reports, actors and place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sayso.export import phrases
from sayso.export.case import Case, CaseAssertion, CaseReport
from sayso.export.moments import changed_at, opened_at
from sayso.export.stix.ids import EXTENSION, Object, Producer, stamp
from sayso.export.stix.nouns import is_shared, location, target, voice_object
from sayso.export.stix.say import Telling, article, evidence_notes, opinions, statement_notes
from sayso.export.voices import chain_line, is_named, shown
from sayso.model import Figure, Perpetrator, Voice


def case_objects(case: Case, producer: Producer, told: set[str], container: str = "incident") -> Iterator[Object]:
    """Every object of one incident that the bundle does not hold yet.

    Args:
        told: ids of what other incidents may tell again (named voices, places, kinds of targets); added to.
        container: ``incident``, or ``report`` for consumers that take an incident for a cyber event: then one report
            holds everything, and there are no objects for articles and relationships.
    """
    telling = Telling(case, producer, container)
    around: dict[str, Object] = {}
    for shared, made in _around(telling):
        if made["id"] not in around:
            around[made["id"]] = made
            if not shared or made["id"] not in told:
                yield made
            if shared:
                told.add(made["id"])
    yield _container(telling, list(around)) if container == "report" else _incident(telling)
    yield from _links(telling)


def own_objects(case: Case, producer: Producer, container: str = "incident") -> Iterator[Object]:
    """The objects that say something of this incident, without what it shares with others and without itself."""
    telling = Telling(case, producer, container)
    yield from (made for shared, made in _around(telling) if not shared)
    yield from _links(telling)


def _links(telling: Telling) -> Iterator[Object]:
    if telling.container != "report":
        yield from _articles(telling)
        yield from _relationships(telling)
        yield from _merged(telling)


def _around(telling: Telling) -> Iterator[tuple[bool, Object]]:
    """Voices, actors, places, targets, notes and opinions; True for what other incidents may tell again."""
    case = telling.case
    for chain in (*(a.chain for a in case.assertions), *(s.chain for s in case.statements)):
        for voice, made in zip(chain, telling.voices(chain), strict=True):
            yield is_shared(voice), made
    yield from ((True, actor) for a in case.said("perpetrator") if (actor := actor_of(a, telling)))
    yield from ((True, made) for made in (*_where(telling), *_targets(telling)))
    for made in (*evidence_notes(telling), *statement_notes(telling), *opinions(telling)):
        yield False, made


def _where(telling: Telling) -> Iterator[Object]:
    place = telling.case.place
    made = location(place, telling.producer) if place else None
    if made:
        yield made


def _targets(telling: Telling) -> Iterator[Object]:
    for a in telling.case.said("target"):
        made = target(str(a.assertion.value), telling.producer)
        if made and a.assertion.polarity == "asserted":
            yield made


def actor_of(a: CaseAssertion, telling: Telling) -> Object | None:
    """The object of a perpetrator that is a named group or body; None for people and for words that name nobody."""
    who = a.assertion.value
    if isinstance(who, Perpetrator) and who.named and is_named(who.name, who.kind):
        return voice_object(Voice(who.name, who.name, who.kind), telling.case.id, telling.producer)
    return None


def _incident(telling: Telling) -> Object:
    case, changed = telling.case, changed_at(telling.case)
    return telling.producer.made(
        "incident", telling.id, stamp(opened_at(case)), stamp(changed),
        labels=_labels(case), external_references=_page(telling), name=case.title, description=_describe(case),
        extensions={EXTENSION: _extension(telling, changed)},
    )  # fmt: skip


def _container(telling: Telling, refs: list[str]) -> Object:
    case, changed = telling.case, changed_at(telling.case)
    return telling.producer.made(
        "report", telling.id, stamp(opened_at(case)), stamp(changed),
        labels=_labels(case), external_references=_page(telling), name=case.title, description=_describe(case),
        report_types=["threat-report"], published=stamp(case.first_known), object_refs=refs,
        extensions={EXTENSION: _extension(telling, changed)},
    )  # fmt: skip


def _labels(case: Case) -> list[str]:
    flags = (("disputed", case.disputed), ("constructed", case.constructed))
    return [case.type.replace("_", "-"), case.status, *(name for name, on in flags if on)]


def _page(telling: Telling) -> list[dict[str, str]]:
    links, case = telling.producer.links, telling.case
    page = {"url": f"{links.rstrip('/')}/incident/{case.id}"} if links else {}
    return [{"source_name": "sayso", "external_id": case.id, **page}]


def _describe(case: Case) -> str:
    tolls = "; ".join(phrases.toll(case, field) for field in ("killed", "injured"))
    return f"{phrases.day(case)}, {phrases.where(case.place)}. {tolls}. {phrases.counts(case)}."


def _extension(telling: Telling, changed: datetime) -> dict[str, Any]:
    case = telling.case
    made: dict[str, Any] = {"extension_type": "property-extension", "kind": case.type}
    made |= {"family": case.family, "status": case.status}
    if case.day_from and case.day_to and case.happened:
        days = {"start": case.day_from.isoformat(), "end": case.day_to.isoformat()}
        made["date"] = {**days, "precision": case.happened.precision}
    if case.place:
        made["place_precision"] = case.place.precision
    made |= {
        "rules": {field: case.value(field).rule for field in ("happened", "place", "killed", "injured")},
        "figures": _once(_figure(a, telling) for a in case.assertions if isinstance(a.assertion.value, Figure)),
        "perpetrators": _once(_blamed(a, telling) for a in case.said("perpetrator")),
        "statements": _once(_statements(telling)),
        "n_reports": case.n_reports,
        "n_origins": case.n_origins,
        "disputed": case.disputed,
        "as_of": stamp(changed),
    }
    # STIX has no empty lists
    return {k: v for k, v in made.items() if v != []}


def _once(rows: Iterator[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({repr(row): row for row in rows}.values())


def _figure(a: CaseAssertion, telling: Telling) -> dict[str, Any]:
    figure = a.assertion.value
    assert isinstance(figure, Figure)
    high = {} if figure.high == figure.low else {"value_high": figure.high}
    return {
        "field": a.field,
        "value": figure.low,
        **high,
        "qualifier": a.assertion.qualifier or figure.qualifier,
        "scope": figure.scope,
        "polarity": a.assertion.polarity,
        **_say(telling, telling.chain(a.chain), telling.evidence_id(a)),
        "known_from": stamp(a.known_from),
        "known_until": stamp(a.known_until) if a.known_until else None,
    }


def _say(telling: Telling, chain: list[str], note: str) -> dict[str, Any]:
    speaker = {"speaker_ref": chain[-1]} if chain else {}
    return {**speaker, "chain": chain, "note_ref": note}


def _blamed(a: CaseAssertion, telling: Telling) -> dict[str, Any]:
    who, actor = a.assertion.value, actor_of(a, telling)
    assert isinstance(who, Perpetrator)
    status = "denied" if a.assertion.polarity == "negated" else who.status
    ref = {"actor_ref": actor["id"]} if actor else {}
    return {**ref, "words": who.name, "status": status, **_say(telling, telling.chain(a.chain), telling.evidence_id(a))}


def _statements(telling: Telling) -> Iterator[dict[str, Any]]:
    for s in telling.case.statements:
        said = {"kind": s.kind, "negated": s.negated, "certainty": s.certainty}
        yield {**said, **_say(telling, telling.chain(s.chain), telling.statement_id(s))}


def _articles(telling: Telling) -> Iterator[Object]:
    notes: dict[str, list[str]] = {}
    for a in telling.case.assertions:
        notes.setdefault(a.report, []).append(telling.evidence_id(a))
    for s in telling.case.statements:
        notes.setdefault(s.report, []).append(telling.statement_id(s))
    for r in telling.case.reports:
        published = f"{r.published.isoformat()}T00:00:00.000Z" if r.published else stamp(r.known_from)
        labels = ["superseded"] * (r.superseded_at is not None)
        yield telling.producer.made(
            "report", telling.report_id(r.key), stamp(r.known_from), stamp(telling.touched(r.key)),
            labels=labels, lang=r.language, external_references=article(r), name=_article_name(r),
            report_types=["threat-report"], published=published,
            object_refs=[telling.id, *dict.fromkeys(notes.get(r.key, ()))],
        )  # fmt: skip


def _article_name(report: CaseReport) -> str:
    """Outlet and day: names are what programs search by, and a headline may name a victim."""
    day = report.published or report.known_from.date()
    return f"{report.outlet or 'unnamed outlet'}, {day.isoformat()}"


def _relationships(telling: Telling) -> Iterator[Object]:
    case = telling.case
    yield from _attributions(telling)
    for place in _where(telling):
        yield _relation(telling, "located-at", telling.id, place["id"], opened_at(case), changed_at(case))
    for made in {m["id"]: m for m in _targets(telling)}.values():
        yield _relation(telling, "targets", telling.id, made["id"], opened_at(case), changed_at(case))
    for r in case.reports:
        source = telling.report_id(r.key)
        yield _relation(telling, "related-to", source, telling.id, r.known_from, telling.touched(r.key))
        for original in (o for o in case.reports if r.copy_of and o.document == r.copy_of):
            to = telling.report_id(original.key)
            yield _relation(telling, "derived-from", source, to, r.known_from, changed_at(case), r.copy_kind)


def _attributions(telling: Telling) -> Iterator[Object]:
    """One ``attributed-to`` for each actor and status, with who says so."""
    groups: dict[tuple[str, str], list[CaseAssertion]] = {}
    for a in telling.case.said("perpetrator"):
        actor, who = actor_of(a, telling), a.assertion.value
        if actor and isinstance(who, Perpetrator) and a.assertion.polarity != "questioned":
            status = "denied" if a.assertion.polarity == "negated" else who.status
            groups.setdefault((actor["id"], status), []).append(a)
    for (actor_id, status), said in groups.items():
        speakers = dict.fromkeys(chain_line([shown(v) for v in a.chain]) for a in said)
        yield _relation(
            telling, "attributed-to", telling.id, actor_id, opened_at(telling.case), changed_at(telling.case),
            status, description=f"{status} by " + "; ".join(speakers),
        )  # fmt: skip


def _relation(
    telling: Telling, kind: str, source: str, to: str, created: datetime, modified: datetime,
    status: str = "", **more: Any,
) -> Object:  # fmt: skip
    id_ = telling.producer.ref("relationship", kind, source, to, status)
    return telling.producer.made(
        "relationship", id_, stamp(created), stamp(modified), labels=[status] if status else [],
        relationship_type=kind, source_ref=source, target_ref=to, **more,
    )  # fmt: skip


def _merged(telling: Telling) -> Iterator[Object]:
    """What became part of this incident is its duplicate; the bundle tells it as revoked (``bundle.py``)."""
    opened = opened_at(telling.case)
    for old in telling.case.merged_ids:
        source = telling.producer.ref("incident", "incident", old)
        yield _relation(telling, "duplicate-of", source, telling.id, opened, opened)
