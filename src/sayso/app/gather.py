"""One incident's reports turned into what weighing takes: assertions with their say-so, and the origins behind them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from typing import cast

import sayso.app.prepare  # noqa: F401
from sayso.app.judged import judged
from sayso.app.private import shown_assertion
from sayso.link import CopyOf, Origins, Traced, choose_originals, find_origins
from sayso.model import Assertion, Field, Judged, Origin, OtherValue, Span
from sayso.store.entry import CopyLink, HeldAssertion, HeldReading, HeldReport
from sayso.store.view import View
from sayso.weigh import Said
from sayso.weigh.said import datum_key

UNNAMED = "an unnamed source"


@dataclass(frozen=True, slots=True)
class Gathered:
    """An incident as of a time, ready to be weighed.

    Attributes:
        id: incident id.
        reports: every linked report; ``current`` are those not superseded by a newer capture.
        said: field to the assertions that count, in order of ``known_from``; what a person gave stands last.
        every: all assertions with the row id of their report, superseded ones included.
        origins: independent groups of the current reports.
        voices: far ends; ``voice_of`` leads from assertion ids to theirs, "" when the words hide who says it.
        copies: document id to what it copies.
        judgements: what persons decided about its values, as of the time.
        found: what ``find_origins`` found, for ``sayso.link.origin_graph``.
    """

    id: str
    reports: tuple[HeldReport, ...]
    said: dict[str, tuple[Said, ...]]
    every: tuple[HeldAssertion, ...]
    origins: tuple[Origin, ...]
    voices: tuple[Origin, ...]
    voice_of: dict[str, str]
    copies: dict[str, CopyOf]
    judgements: Judged = field(default_factory=Judged)
    found: Origins | None = None

    @property
    def current(self) -> tuple[HeldReport, ...]:
        """Reports of the newest capture of each address; all of them when every one is superseded."""
        return tuple(r for r in self.reports if not r.reading.superseded) or self.reports


def gather(view: View, incidents: Collection[str] | None = None) -> dict[str, Gathered]:
    """Incidents as of the view's time.

    Args:
        view: the ledger as of a time.
        incidents: only these; None for all.
    """
    return gathered_from(view, view.linked_reports(incidents))


def gathered_from(view: View, linked: Mapping[str, tuple[HeldReport, ...]]) -> dict[str, Gathered]:
    """The same from reports that are grouped already.

    Args:
        linked: id to reports of the view, oldest ``known_from`` first.
    """
    reports = [r for group in linked.values() for r in group]
    assertions = view.assertions(r.id for r in reports)
    readings = {r.reading.id for r in reports}
    ends = view.statement_ends(sorted(readings))
    copies: dict[str, list[CopyLink]] = defaultdict(list)
    for copy in view.copies(sorted({r.reading.document for r in reports})):
        copies[copy.document].append(copy)
    decided = judged(view, linked, assertions)
    made = {key: _gathered(key, group, assertions, ends, copies) for key, group in linked.items()}
    return {key: _with(g, decided[key]) if key in decided else g for key, g in made.items()}


def _with(gathered: Gathered, decided: Judged) -> Gathered:
    """The incident with what persons decided.

    What they rejected no longer counts (it stays in ``every``), what they accepted is marked as reviewed, and a value
    of their own is the last thing said, which outranks every rule.
    """
    said = {
        name: tuple(replace(s, reviewed=s.id in decided.accepted) for s in some if s.id not in decided.rejected)
        for name, some in gathered.said.items()
    }
    for given in decided.other:
        said[given.field] = (*said.get(given.field, ()), _given(given))
    return replace(gathered, said=said, judgements=decided)


def _given(given: OtherValue) -> Said:
    """A person's value as something said; its words are those the person named, if any."""
    by = given.judgement
    assertion = Assertion(
        cast(Field, given.field), given.datum, given.words, given.span or Span(0, 0), made_by=f"judgement:{by.id}"
    )
    return Said(by.id, assertion, "", "", "person", by.at, by.author, True, by.id)


def said_at(report: HeldReport) -> datetime:
    """When a report was said: the end of its publication day, but not after it was known; UTC."""
    reading = report.reading
    if reading.published is None:
        return reading.known_from
    day_end = datetime.combine(reading.published, time.min, UTC) + timedelta(days=1, seconds=-1)
    return min(day_end, reading.known_from)


def _gathered(
    incident: str,
    reports: tuple[HeldReport, ...],
    assertions: dict[str, tuple[HeldAssertion, ...]],
    ends: dict[tuple[str, str], tuple[str, str]],
    copies: dict[str, list[CopyLink]],
) -> Gathered:
    held_in = {r.reading.document: r.reading for r in reports}
    of = _copies_within(held_in, copies)
    pairs = [(r, replace(a, assertion=shown_assertion(a.assertion))) for r in reports for a in assertions.get(r.id, ())]
    live = {r.id for r in reports if not r.reading.superseded} or {r.id for r in reports}
    credits, speakers = _signatures(reports)
    traced = [_trace(r, a, ends, credits.get(r.reading.document, "")) for r, a in pairs]
    found = find_origins(traced, of, {r.reading.document for r in reports if r.id in live}, speakers)
    said: dict[str, list[Said]] = defaultdict(list)
    names = {o.id: o.name for o in found.voices}
    for (report, held), trace in zip(pairs, found.traced, strict=True):
        if report.id in live:
            voice = found.voice_of[held.ledger_id]
            kind = trace.far_kind or "outlet"
            speaker = names.get(voice, UNNAMED)
            said[held.assertion.field].append(
                Said(held.ledger_id, held.assertion, report.key, voice, kind, said_at(report), speaker)
            )
    kept = {key: tuple(value) for key, value in said.items()}
    every = tuple(a for _, a in pairs)
    return Gathered(incident, reports, kept, every, found.origins, found.voices, found.voice_of, of, found=found)


def _copies_within(held_in: dict[str, HeldReading], copies: dict[str, list[CopyLink]]) -> dict[str, CopyOf]:
    """Document to its original among the documents of the incident.

    An original outside the incident cannot stand behind it.
    """
    found = {
        d: [
            CopyOf(c.original, c.kind, c.similarity)
            for c in copies.get(d, ())
            if c.original in held_in and not _own_update(c, held_in[d], held_in[c.original])
        ]
        for d in sorted(held_in)
    }
    return choose_originals(found)


def _own_update(copy: CopyLink, one: HeldReading, other: HeldReading) -> bool:
    """True for a newer capture of the same article, and for an outlet that goes on with its own text.

    It may have heard somebody else since: whom it rests on is then told by whom it cites.
    """
    return one.address == other.address or (copy.kind == "edited" and bool(one.outlet) and one.outlet == other.outlet)


def _signatures(reports: tuple[HeldReport, ...]) -> tuple[dict[str, str], list[tuple[str, str, str]]]:
    """Document to the agency it is credited to, and who speaks for which body, as the linker noted it."""
    credits: dict[str, str] = {}
    speakers: list[tuple[str, str, str]] = []
    for report in reports:
        if '"credit":' in report.facts or '"speakers":' in report.facts:  # most have neither: not worth parsing
            facts = json.loads(report.facts)
            credits[report.reading.document] = facts.get("credit", "")
            speakers += [(report.reading.document, person, body) for person, body in facts.get("speakers", ())]
    return credits, speakers


def _trace(
    report: HeldReport, held: HeldAssertion, ends: dict[tuple[str, str], tuple[str, str]], credit: str
) -> Traced:
    name, kind = ends.get((report.reading.id, held.assertion.statement or ""), ("", ""))
    said, reading = held.assertion, report.reading
    says = repr((said.field, datum_key(said.value), said.polarity))
    headline = said.span.end <= reading.headline_end
    outlet, kind = reading.outlet, kind if name else ""
    return Traced(
        held.ledger_id, report.key, reading.document, outlet, name, kind, says, said.field, headline, credit, said.span
    )


def main_reports(reports: Iterable[HeldReport]) -> tuple[HeldReport, ...]:
    """The reports that tell the incident as news; all of them when it is only retold as background."""
    found = tuple(reports)
    return tuple(r for r in found if r.status != "background") or found
