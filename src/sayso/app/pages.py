"""The parts of an incident page, made from what was gathered and the complete readings behind it."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.app.gather import Gathered
from sayso.app.private import shown_chain
from sayso.app.views import AssertionRow, FieldRow, FindingRow, ReportLine, StatementNode
from sayso.app.words import datum_words, figure_words, state_words
from sayso.model import Assertion, Document, Figure, Passage, Reading, RuleChoice, Span, Statement, Value, Voice
from sayso.store.entry import HeldReading, HeldReport
from sayso.weigh import disagreements, weigh
from sayso.weigh.said import Said

FIELD_ORDER = (
    "type", "happened", "place", "killed", "injured", "missing", "detained", "displaced", "hostages", "attackers",
    "devices", "perpetrator", "weapon", "target", "mode", "motive", "person",
)  # fmt: skip
ALWAYS = ("type", "happened", "place", "killed", "injured", "perpetrator")
"""Fields that are shown even when no report gives them: unknown is an answer."""
_COUNTED = ("killed", "injured", "missing", "detained", "displaced")


def field_rows(gathered: Gathered, readings: Mapping[str, Reading], rule: RuleChoice) -> tuple[FieldRow, ...]:
    """One row per field: the value under the rule, every assertion with its sentence, the disagreements."""
    rows: dict[str, list[AssertionRow]] = defaultdict(list)
    for row in assertion_rows(gathered, readings):
        rows[row.field].append(row)
    shown = [f for f in FIELD_ORDER if f in rows or f in ALWAYS]
    return tuple(_field_row(f, gathered.said.get(f, ()), first_said(rows[f]), rule) for f in shown)


def assertion_rows(gathered: Gathered, readings: Mapping[str, Reading], field: str = "") -> tuple[AssertionRow, ...]:
    """Every assertion with its sentence, in order of ``known_from``, superseded and rejected ones included.

    Args:
        readings: reading id to the complete Reading, of the reports that tell the field.
        field: only this field; "" for all.
    """
    made = []
    reports = {r.id: r for r in gathered.reports}
    held_now = _held_now(gathered)
    for held in gathered.every:
        if field in ("", held.assertion.field):
            report = reports[held.report]
            superseded = report.reading.superseded and _same_words(report, held.assertion) not in held_now
            origin = gathered.voice_of.get(held.ledger_id, "")
            reading = readings[report.reading.id]
            made.append(_assertion_row(held.ledger_id, held.assertion, report.reading, reading, origin, superseded))
    return tuple(made)


def first_said(rows: Sequence[AssertionRow]) -> tuple[AssertionRow, ...]:
    """The rows of a field, of each document the best for each value before those that only repeat it.

    Best is what names its source in the body of the text: a chain beyond the outlet, then the higher score.
    """
    groups: dict[tuple[str, str, str, str], list[AssertionRow]] = defaultdict(list)
    for row in rows:
        groups[row.document, row.datum_text, row.polarity, row.origin].append(row)
    best = [
        max(group, key=lambda r: (not r.superseded, len(r.chain), r.score, -r.span.start)) for group in groups.values()
    ]
    told = {id(row) for row in best}
    return (*best, *(replace(r, repeat=True) for r in rows if id(r) not in told))


def _telling(row: AssertionRow) -> tuple[bool, int, float, int]:
    return not row.superseded, len(row.chain), row.score, -row.span.start


def value_words(field: str, value: Value) -> str:
    """A Value in a few words; counts name what is counted."""
    if value.state == "reported" and isinstance(value.datum, Figure) and field in _COUNTED:
        return _count_words(field, value.datum)
    return state_words(value)


def _count_words(field: str, figure: Figure) -> str:
    words = figure_words(figure)
    number, _, scope = words.partition(" (")
    return f"{number} {field}" + (f" ({scope}" if scope else "")


def _field_row(field: str, said: tuple[Said, ...], rows: tuple[AssertionRow, ...], rule: RuleChoice) -> FieldRow:
    value = weigh(field, said, rule)
    return FieldRow(field, value, value_words(field, value), rows, disagreements(field, said))


def _held_now(gathered: Gathered) -> set[tuple[object, ...]]:
    current = {r.id: r for r in gathered.reports if not r.reading.superseded}
    return {_same_words(current[a.report], a.assertion) for a in gathered.every if a.report in current}


def _same_words(report: HeldReport, assertion: Assertion) -> tuple[object, ...]:
    return report.reading.address, assertion.field, assertion.text, assertion.value, assertion.polarity


def _assertion_row(
    ledger_id: str, assertion: Assertion, held: HeldReading, reading: Reading, origin: str, superseded: bool
) -> AssertionRow:
    sentence = sentence_around(reading, assertion.span)
    statement = next((s for s in reading.statements if s.id == assertion.statement), None)
    return AssertionRow(
        id=ledger_id,
        field=assertion.field,
        datum_text=row_words(assertion),
        words=assertion.text,
        span=assertion.span,
        quote=sentence.of(reading.document.text),
        quote_span=sentence,
        polarity=assertion.polarity,
        certainty=assertion.certainty,
        qualifier=assertion.qualifier,
        chain=chain_of(statement, reading.document),
        statement=assertion.statement,
        document=held.document,
        outlet=held.outlet,
        published=held.published,
        known_from=held.known_from,
        origin=origin,
        score=assertion.score,
        superseded=superseded,
    )


def row_words(assertion: Assertion) -> str:
    """The value of an assertion in a few words; counts name what is counted."""
    value = assertion.value
    if isinstance(value, Figure) and assertion.field in _COUNTED:
        return _count_words(assertion.field, value)
    return datum_words(value)


def chain_of(statement: Statement | None, document: Document) -> tuple[Voice, ...]:
    """The voices of a statement, private persons by role; only the outlet when the narrator says it."""
    if statement and statement.attribution:
        return shown_chain(statement.attribution)
    name = document.outlet or "unnamed outlet"
    return (Voice(name, name, "outlet"),)


def sentence_around(reading: Reading, span: Span) -> Span:
    """The sentence (or sentences) a span stands in; the span itself when no sentence holds it."""
    passages = reading.passages
    starts = [p.span.start for p in passages]
    first = max(0, bisect.bisect_right(starts, span.start) - 1)
    hit: list[Passage] = [p for p in passages[first:] if p.span.overlaps(span)]
    return Span(min(hit[0].span.start, span.start), max(hit[-1].span.end, span.end)) if hit else span


def statement_trees(gathered: Gathered, readings: Mapping[str, Reading]) -> tuple[StatementNode, ...]:
    """Outermost statements about the incident with what they carry, oldest capture first."""
    reports: dict[str, list[HeldReport]] = defaultdict(list)
    for report in gathered.current:
        reports[report.reading.id].append(report)
    trees = (_trees(readings[key], held[0].reading, {r.name for r in held}) for key, held in reports.items())
    return tuple(node for tree in trees for node in tree)


def _trees(reading: Reading, held: HeldReading, about: set[str]) -> list[StatementNode]:
    children: dict[str, list[Statement]] = defaultdict(list)
    known = {s.id for s in reading.statements}
    for s in reading.statements:
        children[s.parent if s.parent in known and s.parent else ""].append(s)
    single = len(reading.reports) == 1  # what a document with one report says, it says about that one

    def node(s: Statement) -> StatementNode | None:
        below = tuple(n for child in children[s.id] if (n := node(child)))
        ours = about.intersection(s.about) or (single and not s.about)
        return _node(s, reading, held, below) if ours or below else None

    return [n for s in children[""] if (n := node(s))]


def _node(s: Statement, reading: Reading, held: HeldReading, below: tuple[StatementNode, ...]) -> StatementNode:
    text = reading.document.text
    return StatementNode(
        key=f"{held.document}/{s.id}",
        kind=s.kind,
        content=s.content.of(text),
        span=s.content,
        quote=sentence_around(reading, s.content).of(text),
        chain=chain_of(s, reading.document),
        mode=s.mode,
        medium=s.medium,
        negated=s.negated,
        certainty=s.certainty,
        document=held.document,
        outlet=held.outlet,
        published=held.published,
        known_from=held.known_from,
        children=below,
    )


def finding_rows(gathered: Gathered, readings: Mapping[str, Reading]) -> tuple[FindingRow, ...]:
    """Findings of the current readings, each once per document."""
    held = {r.reading.id: r.reading for r in gathered.current}
    return tuple(FindingRow(f, h.document, h.outlet) for name, h in held.items() for f in readings[name].findings)


def report_lines(gathered: Gathered, readings: Mapping[str, Reading]) -> tuple[ReportLine, ...]:
    """Every report, oldest capture first, with the document it copies."""
    lines = []
    for report in gathered.reports:
        held, copy = report.reading, gathered.copies.get(report.reading.document)
        title = held.title or first_words(readings[held.id].document.text)
        lines.append(
            ReportLine(
                key=report.key,
                document=held.document,
                title=title,
                outlet=held.outlet,
                url=held.url,
                published=held.published,
                known_from=held.known_from,
                status=report.status,
                copy_of=copy.original if copy else "",
                copy_kind=copy.kind if copy else "",
                why=report.why,
                constructed=held.constructed,
                since=held.since,
            )
        )
    return tuple(lines)


def first_words(text: str) -> str:
    """The first line of a text, at most 90 characters, for documents without a title."""
    line = text.strip().split("\n", 1)[0]
    return line if len(line) <= 90 else line[:87].rsplit(" ", 1)[0] + " ..."
