"""The evidence of an incident in the order a reader asks for it: values, chains, times, origins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.app.views import AssertionRow, FieldRow, IncidentPage, ReportLine, StatementNode
from sayso.model import Disagreement, Origin, Voice
from sayso.web.show import words


@dataclass(frozen=True, slots=True)
class Said:
    """One value of a field with everyone who said it.

    Attributes:
        text: the value in a few words.
        denied, questioned: True when it is said not to be so, or only asked.
        chosen: True when the rule shows it.
        rows: the assertions that carry it, best evidence first.
        n_reports, n_origins: documents and independent origins behind it.
    """

    text: str
    denied: bool
    questioned: bool
    chosen: bool
    rows: tuple[AssertionRow, ...]
    n_reports: int
    n_origins: int

    @property
    def best(self) -> AssertionRow:
        """The evidence that is shown first."""
        return self.rows[0]

    @property
    def superseded(self) -> bool:
        """True when no current capture holds the value any more."""
        return all(row.superseded for row in self.rows)


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of the table: its label, what is shown, every value said, and why they differ."""

    row: FieldRow
    label: str
    shown: str
    help: str
    said: tuple[Said, ...]


def field_views(page: IncidentPage) -> tuple[FieldView, ...]:
    """All fields of an incident, each with its values grouped, the chosen value first."""
    views = []
    for row in page.fields:
        help_text = words.STATE_HELP.get(row.value.state, "")
        views.append(FieldView(row, words.field_name(row.field), words.value_text(row.value), help_text, _said(row)))
    return tuple(views)


def _said(row: FieldRow) -> tuple[Said, ...]:
    groups: dict[tuple[str, str], list[AssertionRow]] = defaultdict(list)
    for assertion in row.assertions:
        groups[(assertion.datum_text, assertion.polarity)].append(assertion)
    chosen = set(row.value.chosen)
    said = [
        Said(
            text=words.spelled(text),
            denied=polarity == "negated",
            questioned=polarity == "questioned",
            chosen=any(r.id in chosen for r in rows),
            rows=tuple(sorted(rows, key=lambda r: (r.superseded, r.id not in chosen, -r.score, r.known_from, r.span))),
            n_reports=len({r.document for r in rows}),
            n_origins=len({r.origin for r in rows if r.origin}),
        )
        for (text, polarity), rows in groups.items()
    ]
    return tuple(sorted(said, key=lambda s: (not s.chosen, -s.n_origins, -s.n_reports, s.text)))


def quote_parts(row: AssertionRow) -> tuple[str, str, str]:
    """The evidence sentence cut into before, the words themselves, and after; all in the second part is possible."""
    start, end = row.span.start - row.quote_span.start, row.span.end - row.quote_span.start
    if not 0 <= start <= end <= len(row.quote):
        return "", row.quote, ""
    return row.quote[:start], row.quote[start:end], row.quote[end:]


@dataclass(frozen=True, slots=True)
class VoiceNode:
    """One voice of the attribution tree: who, how it was cued, what it carries.

    Attributes:
        voice: the first voice that stands for the node.
        cues: the words that mark the saying, each once.
        statements: statements whose chain ends here.
        children: voices that speak through this one.
    """

    voice: Voice
    cues: tuple[str, ...]
    statements: tuple[StatementNode, ...]
    children: tuple[VoiceNode, ...]


def flat(nodes: Iterable[StatementNode]) -> tuple[StatementNode, ...]:
    """All statements, the carried ones after the one that carries them; each key once."""
    seen: dict[str, StatementNode] = {}
    for node in nodes:
        seen.setdefault(node.key, node)
        for child in flat(node.children):
            seen.setdefault(child.key, child)
    return tuple(seen.values())


def verbatim_copies(page: IncidentPage) -> tuple[ReportLine, ...]:
    """Reports that say word for word what another report of the incident says."""
    there = {report.document for report in page.reports}
    return tuple(r for r in page.reports if r.copy_kind == "verbatim" and r.copy_of in there)


def drawn(page: IncidentPage) -> tuple[StatementNode, ...]:
    """The statements of the tree: those of verbatim copies are left to the original."""
    copies = {report.document for report in verbatim_copies(page)}
    return tuple(node for node in page.statements if node.document not in copies)


def attribution_tree(nodes: Iterable[StatementNode]) -> tuple[VoiceNode, ...]:
    """Statements arranged by their chains: outlets first, origins last, common beginnings drawn once."""
    return _grow([(_chain(node), node) for node in flat(nodes)])


def _chain(node: StatementNode) -> tuple[Voice, ...]:
    outlet = Voice(node.outlet, node.outlet, "outlet")
    chain = node.chain
    return chain if chain and chain[0].kind == "outlet" else (outlet, *chain)


def _grow(chains: list[tuple[tuple[Voice, ...], StatementNode]]) -> tuple[VoiceNode, ...]:
    groups: dict[tuple[str, str], list[tuple[tuple[Voice, ...], StatementNode]]] = defaultdict(list)
    for chain, node in chains:
        groups[(chain[0].name.casefold(), chain[0].kind)].append((chain, node))
    return tuple(
        VoiceNode(
            voice=group[0][0][0],
            cues=tuple(dict.fromkeys(chain[0].cue for chain, _ in group if chain[0].cue)),
            statements=tuple(node for chain, node in group if len(chain) == 1),
            children=_grow([(chain[1:], node) for chain, node in group if len(chain) > 1]),
        )
        for group in groups.values()
    )


def timeline(nodes: Iterable[StatementNode]) -> tuple[StatementNode, ...]:
    """All statements in the order in which they became known."""
    return tuple(sorted(flat(nodes), key=lambda n: (n.known_from, n.document, n.span)))


@dataclass(frozen=True, slots=True)
class OriginView:
    """An independent origin with the reports that lead to it."""

    origin: Origin
    reports: tuple[ReportLine, ...]


def origin_views(page: IncidentPage) -> tuple[OriginView, ...]:
    """Origins with their reports, the widest first."""
    by_key = {report.key: report for report in page.reports}
    views = [OriginView(o, tuple(by_key[k] for k in o.reports if k in by_key)) for o in page.origins]
    return tuple(sorted(views, key=lambda v: -len(v.reports)))


def sides(page: IncidentPage, disagreement: Disagreement) -> tuple[tuple[str, tuple[AssertionRow, ...]], ...]:
    """The sides of a disagreement: the value in words and the assertions that carry it."""
    rows = {row.id: row for field in page.fields for row in field.assertions}
    found = [tuple(rows[i] for i in side if i in rows) for side in disagreement.sides]
    return tuple((side[0].datum_text, side) for side in found if side)
