"""The ledger as of a time as a stream of Cases for the exports, in batches: memory does not grow with the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from itertools import islice
from typing import cast, get_args

from django.db.models import Exists, OuterRef, QuerySet

from sayso.app.as_of import utc
from sayso.app.export_moments import Moments, latest, moments_of
from sayso.app.export_statements import about, chain_of, incidents_of, sentence_no, spoken, statement_of
from sayso.app.gather import Gathered, gather, said_at
from sayso.app.lines import incident_line
from sayso.app.pages import FIELD_ORDER, sentence_around
from sayso.app.private import hides_a_name
from sayso.app.rules import Asked, as_rules
from sayso.export.case import (
    Case,
    CaseAssertion,
    CaseField,
    CaseFinding,
    CaseLink,
    CaseReport,
    CaseStatement,
)
from sayso.lang.headlines import shown_headline
from sayso.lang.privacy import is_public, names_somebody
from sayso.link.facts import day_range
from sayso.link.incident_id import iso3
from sayso.model import Assertion, Field, Figure, Reading, Rule, RuleChoice, Span, Value
from sayso.model.codec import content_hash
from sayso.store import models as rows
from sayso.store.entry import HeldReport
from sayso.store.view import View
from sayso.weigh import Said, disagreements, weigh

RULES: tuple[Rule, ...] = get_args(Rule)
_AT_ONCE = 100  # incidents gathered at once: some 10 MB of readings with ten reports each
_IDS = 2_000  # incident ids fetched at once


def cases(as_of: datetime | None = None, rule: Asked = None, ids: Collection[str] | None = None) -> Iterator[Case]:
    """Every incident known at a time, in order of its id.

    Args:
        as_of: time (UTC, inclusive); None is everything the ledger holds.
        rule: rule of the Case's own values; the default rule when None. Values under the other rules are there too.
        ids: only these incidents; None for all.

    Raises:
        SaysoError: the rule is unknown.
    """
    at, chosen = utc(as_of), as_rules(rule)
    view = View(at)
    into = view.redirects()
    wanted = incident_ids(view) if ids is None else iter(sorted({into.get(i, i) for i in ids}))
    names = (name for name in wanted if name not in into)
    while batch := list(islice(names, _AT_ONCE)):
        gathered = gather(view, batch)
        context = _context(view, gathered, into)
        for key in sorted(gathered):
            yield _case(gathered[key], context, chosen, at)


def count_incidents(view: View) -> int:
    """How many incidents stand on their own at the view's time; one without any report is among them."""
    return _opened(view).count() - len(view.redirects())


def _opened(view: View) -> QuerySet[rows.IncidentRow]:
    every = rows.IncidentRow.objects.all()
    return every if view.as_of is None else every.filter(since__lte=view.as_of)


def incident_ids(view: View) -> Iterator[str]:
    """Ids of all incidents opened up to the view's time, sorted, a page at a time."""
    last, known = "", _opened(view)
    while page := list(known.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:_IDS]):
        yield from page
        last = page[-1]


@dataclass(frozen=True, slots=True)
class _Context:
    """What the Cases of one batch are made from beside what was gathered.

    Attributes:
        readings: reading id to the complete Reading.
        incidents: (reading id, report name) to its incident.
        links: report row id to its decisions, oldest first.
        revisions: capture id to its number among the captures of its address.
        merged: incident id to the ids that became part of it.
        moments: incident id to the times at which it changed.
    """

    readings: dict[str, Reading]
    incidents: dict[tuple[str, str], str]
    links: dict[str, list[rows.LinkRow]]
    revisions: dict[str, int]
    merged: dict[str, tuple[str, ...]]
    moments: dict[str, Moments]


def _context(view: View, gathered: Mapping[str, Gathered], into: dict[str, str]) -> _Context:
    reports = [r for g in gathered.values() for r in g.reports]
    readings = spoken(sorted({r.reading.id for r in reports}))
    incidents = {(r.reading.id, r.name): r.incident for r in reports}
    incidents |= incidents_of(view, [name for name, reading in readings.items() if len(reading.reports) > 1], into)
    merged: dict[str, tuple[str, ...]] = {}
    for old, new in sorted(into.items()):
        if new in gathered:
            merged[new] = (*merged.get(new, ()), old)
    links, revisions = _links(view, [r.id for r in reports]), _revisions(view, reports)
    return _Context(readings, incidents, links, revisions, merged, moments_of(view, gathered))


def _links(view: View, reports: list[str]) -> dict[str, list[rows.LinkRow]]:
    found: dict[str, list[rows.LinkRow]] = defaultdict(list)
    for chunk in _chunks(reports):
        known = rows.LinkRow.objects.filter(report__in=chunk)
        known = known if view.as_of is None else known.filter(since__lte=view.as_of)
        for link in known.order_by("since", "id"):
            found[link.report_id].append(link)
    return found


def _revisions(view: View, reports: Iterable[HeldReport]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    seen: dict[str, int] = defaultdict(int)
    for chunk in _chunks(sorted({r.reading.address for r in reports})):
        known = rows.CaptureRow.objects.filter(address__in=chunk)
        if (at := view.as_of) is not None:  # a late arrival is no revision before it came
            read = rows.ReadingRow.objects.filter(document__capture=OuterRef("pk"), since__lte=at)
            known = known.filter(Exists(read), known_from__lte=at)
        for address, pk in known.order_by("known_from", "id").values_list("address", "pk"):
            seen[address] += 1
            numbers[pk] = seen[address]
    return numbers


def _chunks(items: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(items), 500):
        yield items[start : start + 500]


def _case(g: Gathered, context: _Context, rule: RuleChoice, at: datetime | None) -> Case:
    line = incident_line(g, rule)
    happened = line.happened
    days = day_range(happened) if happened and happened.value else None
    place = line.place
    if place and place.precision == "country":  # the middle of a country is no place where anything happened
        place = replace(place, lat=None, lon=None)
    return Case(
        id=g.id, title=line.title, type=line.type, family=line.family, status=line.status, rule=rule, as_of=at,
        place=place, country_iso3=(iso3(place.country_code) or "") if place else "", happened=happened,
        day_from=days[0] if days else None, day_to=days[1] if days else None,
        fields=tuple(_field(f, g.said[f]) for f in FIELD_ORDER if g.said.get(f)),
        assertions=_assertions(g, context), statements=tuple(_statements(g, context)),
        reports=tuple(_report(r, g, context) for r in g.reports), links=tuple(_decisions(g, context)),
        origins=g.origins, voices=g.voices, findings=tuple(_findings(g, context)), judgements=g.judgements.standing,
        merged_ids=context.merged.get(g.id, ()),
        review_status=_review_status(g), n_reports=line.n_reports, n_origins=line.n_origins, disputed=line.disputed,
        constructed=line.constructed, first_known=g.reports[0].reading.known_from, last_changed=line.last_changed,
        given=tuple(_given(g)), changed=latest(context.moments[g.id].changed),
        moved=latest(context.moments[g.id].moved), opened=context.moments[g.id].opened,
    )  # fmt: skip


def _review_status(g: Gathered) -> str:
    """What persons made of it: corrected outranks checked; rejected when nothing that was read is left."""
    decided = g.judgements
    read = {a.ledger_id for a in g.every}
    if decided.rejected and read <= decided.rejected:
        return "rejected"
    changed = {j.kind for j in decided.standing} & {"merge", "split", "not_this_incident", "other_value", "reject"}
    if changed or decided.other or decided.rejected:
        return "corrected"
    return "checked" if decided.accepted else "machine"


def _given(g: Gathered) -> Iterator[CaseAssertion]:
    """What persons gave as values of their own: their say-so is the judgement, with author and reason."""
    for other in g.judgements.other:
        by, span = other.judgement, other.span or Span(0, 0)
        said = Assertion(cast(Field, other.field), other.datum, other.words, span, made_by=f"judgement:{by.id}")
        yield CaseAssertion(
            id=by.id, assertion=said, report="", statement="", chain=(), sentence=other.words, sentence_span=span,
            sentence_no=None, voice="", voice_kind="person", speaker=by.author, said_at=by.at, known_from=by.at,
            known_until=None, superseded_by="", counts=True, review="given", made_by=f"user:{by.author}",
        )  # fmt: skip


def _field(field: str, said: Sequence[Said]) -> CaseField:
    return CaseField(field, tuple(_values(field, said)), disagreements(field, said))


def _values(field: str, said: Sequence[Said]) -> Iterator[Value]:
    # most fields have one value only, and then every rule chooses it
    one = len({(s.assertion.value, s.assertion.polarity) for s in said}) == 1
    if one:
        first = weigh(field, said, RULES[0])
        yield from (replace(first, rule=rule) for rule in RULES)
        return
    same = _same_as_median(said)
    median = weigh(field, said, "median_of_origins")
    for rule in RULES:
        yield replace(median, rule=rule) if rule in same else weigh(field, said, rule)


def _same_as_median(said: Sequence[Said]) -> frozenset[Rule]:
    """Rules that fall back to the median here (``weigh.weigh``): weighing once is a third of the work of an export."""
    counted = any(isinstance(s.assertion.value, Figure) for s in said)
    same: set[Rule] = {"median_of_origins"} if counted else {"median_of_origins", "lowest", "highest"}
    return frozenset(same | ({"reviewed_first"} if not any(s.reviewed for s in said) else set()))


def _assertions(g: Gathered, context: _Context) -> tuple[CaseAssertion, ...]:
    reports = {r.id: r for r in g.reports}
    live = {s.id: s for said in g.said.values() for s in said if not s.judgement}
    made = []
    for held in g.every:
        report = reports[held.report]
        counted = live.get(held.ledger_id)
        made.append(_assertion(g, context.readings[report.reading.id], report, held.ledger_id, held.assertion, counted))
    later = _by_report(made)
    return tuple(replace(a, superseded_by=_successor(a, g, later)) if a.known_until else a for a in made)


def _assertion(
    g: Gathered, reading: Reading, report: HeldReport, key: str, assertion: Assertion, counted: Said | None
) -> CaseAssertion:
    held = report.reading
    sentence = sentence_around(reading, assertion.span)
    statement = next((s for s in reading.statements if s.id == assertion.statement), None)
    chain = chain_of(statement, held.outlet)
    voice = g.voice_of.get(key, "")
    names = {o.id: o for o in g.voices}
    far = names.get(voice)
    return CaseAssertion(
        id=key, assertion=assertion, report=report.key,
        statement=f"{held.document}/{assertion.statement}" if assertion.statement else "",
        chain=chain, sentence=sentence.of(reading.document.text), sentence_span=sentence,
        sentence_no=sentence_no(reading, assertion.span), voice=voice, voice_kind=far.kind if far else "unknown",
        speaker=far.name if far else "", said_at=said_at(report), known_from=held.known_from,
        known_until=held.superseded_at, superseded_by="", counts=counted is not None,
        review="rejected" if key in g.judgements.rejected else "accepted" if counted and counted.reviewed else "",
        made_by=f"reader:{held.reader}",
    )  # fmt: skip


def _by_report(made: Iterable[CaseAssertion]) -> dict[str, list[CaseAssertion]]:
    found: dict[str, list[CaseAssertion]] = defaultdict(list)
    for a in made:
        found[a.report].append(a)
    return found


def _successor(old: CaseAssertion, g: Gathered, by_report: dict[str, list[CaseAssertion]]) -> str:
    """Ledger id of what the next capture of the address says of the field: the same value if it can, else the first."""
    held = {r.key: r.reading for r in g.reports}
    address = held[old.report].address
    newer = [k for k, r in held.items() if r.address == address and r.known_from == old.known_until]
    found = [a for k in newer for a in by_report.get(k, ()) if a.field == old.field]
    same = [a for a in found if a.assertion.value == old.assertion.value]
    return next((a.id for a in (*same, *found)), "")


def _statements(g: Gathered, context: _Context) -> Iterator[CaseStatement]:
    seen: set[str] = set()
    for report in g.reports:
        held = report.reading
        if held.id in seen:
            continue
        seen.add(held.id)
        reading = context.readings[held.id]
        for s in reading.statements:
            told_of = about(s, reading, held, context.incidents)
            if g.id in told_of.values():
                key = next(name for name, incident in told_of.items() if incident == g.id)
                yield statement_of(s, reading, held, f"{held.document}/{key}", tuple(sorted(set(told_of.values()))))


def _report(report: HeldReport, g: Gathered, context: _Context) -> CaseReport:
    held, copy = report.reading, g.copies.get(report.reading.document)
    text = context.readings[held.id].document.text
    return CaseReport(
        key=report.key, document=held.document, type=report.type, status=report.status, url=held.url,
        address=held.address, outlet=held.outlet, title=_headline(report, g, context),
        language=held.language, published=held.published,
        known_from=held.known_from, digest=held.digest,
        text_digest=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        copy_of=copy.original if copy else "", copy_kind=copy.kind if copy else "", why=report.why,
        constructed=held.constructed, cleaner=held.cleaner, reader=held.reader,
        revision=context.revisions.get(held.capture, 1), superseded_at=held.superseded_at,
    )  # fmt: skip


def _headline(report: HeldReport, g: Gathered, context: _Context) -> str:
    """The title of the document with private persons by role."""
    held = report.reading
    voices = [v for s in context.readings[held.id].statements for v in s.attribution]
    private = [v.name for v in voices if not is_public(v.kind) and names_somebody(v.name)]
    documents = {r.id: r.reading.document for r in g.reports}
    private += [a.assertion.text for a in g.every if documents[a.report] == held.document and hides_a_name(a.assertion)]
    return shown_headline(held.title, private, [v.name for v in voices if is_public(v.kind)])


def _decisions(g: Gathered, context: _Context) -> Iterator[CaseLink]:
    ours = {g.id, *context.merged.get(g.id, ())}
    for report in g.reports:
        made = context.links.get(report.id, [])
        for link, after in zip(made, [*made[1:], None], strict=True):
            if link.incident_id in ours:
                yield CaseLink(
                    id=link.pk, report=report.key, decision=link.decision, score=link.score, reasons=link.why,
                    made_by=link.made_by, decided_at=link.since, superseded_by=after.pk if after else "",
                )  # fmt: skip


def _findings(g: Gathered, context: _Context) -> Iterator[CaseFinding]:
    seen: set[str] = set()
    for report in g.current:
        held = report.reading
        if held.id in seen:
            continue
        seen.add(held.id)
        reading = context.readings[held.id]
        for n, f in enumerate(reading.findings):
            key = content_hash(held.id, "finding", n)
            yield CaseFinding(key, f, report.key, sentence_no(reading, f.span))
