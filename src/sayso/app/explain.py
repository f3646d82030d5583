"""Why a field of an incident shows what it shows: the rule, everything that was said, and what it was outranked by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sayso.app.as_of import NotFound, until_words, utc
from sayso.app.gather import Gathered, gather, said_at
from sayso.app.life import life_of
from sayso.app.lines import incident_line
from sayso.app.origins import graph_of
from sayso.app.pages import assertion_rows, first_said, value_words
from sayso.app.rules import FIELDS, Asked, as_rules
from sayso.app.said_views import LifeStep
from sayso.app.views import AssertionRow
from sayso.model import Behind, Disagreement, Judgement, OtherValue, Reading, SaysoError, Value
from sayso.store.entry import HeldReport
from sayso.store.view import View
from sayso.weigh import Choice, Sum, choose, disagreements, sums


@dataclass(frozen=True, slots=True)
class ExplainedRow:
    """One assertion with its place in the explanation.

    Attributes:
        row: words, sentence, chain, outlet, document.
        said_at: end of the publication day, not after the capture; ``since``: from when it counts as known here
            (``known_from``, later for late arrivals and re-readings); UTC.
        counts: False when the rule did not look at it: superseded or rejected.
        shown: True when it carries the shown value.
        review: ``accepted``, ``rejected`` or "" by a person.
        why_not: why it is not what is shown, in words; "" when it is.
    """

    row: AssertionRow
    said_at: datetime
    since: datetime
    counts: bool
    shown: bool
    review: str
    why_not: str


@dataclass(frozen=True, slots=True)
class ExplainedValue:
    """One value of the field with everybody who said it; the shown one first, then by the number of origins.

    Attributes:
        text: the value in a few words. ``polarity``: asserted, negated (a denial) or questioned.
        rows: of each document the best evidence first; repetitions are marked in ``row.repeat``.
        n_reports, n_origins: reports and independent origins behind what counts of it.
    """

    text: str
    polarity: str
    shown: bool
    rows: tuple[ExplainedRow, ...]
    n_reports: int
    n_origins: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything behind one field of one incident, as of a time, under a rule.

    Attributes:
        shown: the value in a few words; every kind of unknown has its own.
        why: the rule and why it shows this value.
        given: the value of a person that outranks the rules, None without one.
        behind: reports, origins and the evidence of each step behind the shown value.
        judgements: what persons decided about this field and still stands, oldest first.
        life: for the field ``perpetrator``, every standing with its day; empty for other fields.
    """

    incident: str
    title: str
    field: str
    as_of: datetime | None
    rule: str
    value: Value
    shown: str
    why: str
    values: tuple[ExplainedValue, ...]
    given: OtherValue | None
    behind: Behind
    disagreements: tuple[Disagreement, ...]
    sums: tuple[Sum, ...]
    judgements: tuple[Judgement, ...]
    life: tuple[LifeStep, ...] = ()


def explain(incident_id: str, field: str, as_of: datetime | None = None, *, rule: Asked = None) -> Explanation:
    """Why a field of an incident shows what it shows.

    Args:
        incident_id: as listed, any case; a merged one answers with the survivor.
        field: one of ``sayso.app.rules.FIELDS``.
        as_of: UTC, inclusive; None for everything the ledger holds.
        rule: one rule, or one for each field; the settings' when None.

    Raises:
        NotFound: no such incident is known at that time.
        SaysoError: the field or the rule is unknown; the hint lists what there is.
    """
    name = field.strip().casefold()
    if name not in FIELDS:
        raise SaysoError(f"unknown field {field[:40]!r}", "fields are " + ", ".join(FIELDS))
    at, chosen = utc(as_of), as_rules(rule)
    view = View(at)
    asked = view.survivor(incident_id.strip().upper())
    gathered = gather(view, (asked,)).get(asked)
    if gathered is None:
        raise NotFound(f"no incident {incident_id!r} is known{until_words(at)}", "see the list of incidents for ids")
    telling = {a.report for a in gathered.every if a.assertion.field == name}
    wanted = gathered.current if name == "perpetrator" else ()
    needed = {r.reading.id for r in gathered.reports if r.id in telling} | {r.reading.id for r in wanted}
    readings = view.unpack(sorted(needed))
    said = gathered.said.get(name, ())
    choice = choose(name, said, chosen)
    return Explanation(
        incident=gathered.id,
        title=incident_line(gathered, chosen).title,
        field=name,
        as_of=at,
        rule=choice.value.rule,
        value=choice.value,
        shown=value_words(name, choice.value),
        why=choice.why,
        values=_values(gathered, name, choice, readings),
        given=gathered.judgements.value(name),
        behind=graph_of(gathered, readings).behind(choice.value.chosen),
        disagreements=disagreements(name, [s for s in said if not s.judgement]),
        sums=sums(name, said),
        judgements=_decided(gathered, name),
        life=life_of(gathered, readings) if name == "perpetrator" else (),
    )


def _values(g: Gathered, field: str, choice: Choice, readings: Mapping[str, Reading]) -> tuple[ExplainedValue, ...]:
    reports = {a.ledger_id: r for r in g.reports for a in g.every if a.report == r.id}
    groups: dict[tuple[str, str], list[ExplainedRow]] = defaultdict(list)
    for row in first_said(assertion_rows(g, readings, field)):
        groups[row.datum_text.casefold(), row.polarity].append(_row(row, reports[row.id], g, field, choice))
    values = [_value(rows[0].row.datum_text, polarity, rows) for (_, polarity), rows in groups.items()]
    return tuple(sorted(values, key=lambda v: (not v.shown, -v.n_origins, -v.n_reports, v.text)))


def _value(text: str, polarity: str, rows: list[ExplainedRow]) -> ExplainedValue:
    counted = [r.row for r in rows if r.counts]
    return ExplainedValue(
        text=text,
        polarity=polarity,
        shown=any(r.shown for r in rows),
        rows=tuple(sorted(rows, key=lambda r: (not r.shown, r.row.repeat, r.said_at, r.row.id))),
        n_reports=len({r.document for r in counted}),
        n_origins=len({r.origin for r in counted if r.origin}) or (1 if counted else 0),
    )


def _row(row: AssertionRow, report: HeldReport, g: Gathered, field: str, choice: Choice) -> ExplainedRow:
    decided = g.judgements
    review = "accepted" if row.id in decided.accepted else "rejected" if row.id in decided.rejected else ""
    counts = any(s.id == row.id for s in g.said.get(field, ()))
    shown = row.id in choice.value.chosen
    return ExplainedRow(
        row=row,
        said_at=said_at(report),
        since=max(report.reading.since, report.reading.known_from),
        counts=counts,
        shown=shown,
        review=review,
        why_not="" if shown else _why_not(row, report, g, choice, review),
    )


def _why_not(row: AssertionRow, report: HeldReport, g: Gathered, choice: Choice, review: str) -> str:
    if review == "rejected":
        by = next((j for j in g.judgements.standing if j.kind == "reject" and j.subject == row.id), None)
        return f"rejected by {by.author}: {by.reason}" if by else "rejected by a person"
    if report.reading.superseded_at is not None and row.id not in choice.outranked:
        at = report.reading.superseded_at
        gone = "no longer in the article" if row.superseded else "a newer capture of the article says it again"
        return f"{gone}, captured again {at:%Y-%m-%d %H:%M} UTC"
    return choice.outranked.get(row.id, "")


def _decided(g: Gathered, field: str) -> tuple[Judgement, ...]:
    ids = {a.ledger_id for a in g.every if a.assertion.field == field}
    given = g.judgements.value(field)
    mine = ids | ({given.judgement.id} if given else set())
    return tuple(j for j in g.judgements.standing if j.subject in mine or j.id in mine)
