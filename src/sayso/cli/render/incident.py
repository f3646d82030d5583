"""An incident as a page in the terminal."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from sayso.app.views import FieldRow, IncidentPage, StatementNode
from sayso.app.words import chain_words, count, kind_words, state_words

LIMIT = 6
"""Assertions shown per field before the rest is only counted."""


def page(incident: IncidentPage) -> Group:
    """The whole page for one incident."""
    line = incident.line
    head = Text(line.title, style="bold")
    known = f"as known at {incident.as_of:%Y-%m-%d %H:%M} UTC" if incident.as_of else "as known now"
    head.append(
        f"\n{line.id} · {line.status} · {count(line.n_reports, 'report')}, {count(line.n_origins, 'origin')}",
        style="dim",
    )
    head.append(f" · {known} · rule {incident.rule}", style="dim")
    if line.constructed:
        head.append("  constructed example", style="yellow")
    parts: list[RenderableType] = [head, Text(), _fields(incident)]
    parts += _disagreements(incident)
    parts += _edited(incident)
    parts += _life(incident)
    parts += _statements(incident)
    parts += _findings(incident)
    parts += _reports(incident)
    return Group(*parts)


def _fields(incident: IncidentPage) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for head in ("field", "value", "origins", "who says so", "in which words"):
        table.add_column(head)
    for row in incident.fields:
        _field(table, row)
    return table


def _field(table: Table, row: FieldRow) -> None:
    value = Text(row.datum_text or state_words(row.value), style="bold" if row.assertions else "dim")
    if row.value.disputed:
        value.append(" disputed", style="yellow")
    table.add_row(kind_words(row.field), value, str(row.value.n_origins or ""), "", "")
    told = [a for a in row.assertions if not a.repeat]
    for a in told[:LIMIT]:
        said = Text(a.datum_text, style="strike" if a.polarity == "negated" else "")
        if a.polarity == "negated":
            said.append(" denied", style="yellow not strike")
        if a.superseded:
            said.append(" no longer said", style="dim not strike")
        table.add_row("", said, "", Text(chain_words(a.chain), style="blue"), Text(f"“{a.words}”", style="italic dim"))
    if len(told) > LIMIT:
        table.add_row("", f"and {len(told) - LIMIT} more", "", "", "")


def _disagreements(incident: IncidentPage) -> list[RenderableType]:
    if not incident.disagreements:
        return []
    lines: list[RenderableType] = [Text(), Rule("Disagreements", align="left", style="yellow")]
    for d in incident.disagreements:
        lines.append(Text(f"  {kind_words(d.field)} ({kind_words(d.reason)}): {d.explanation}"))
    return lines


def _edited(incident: IncidentPage) -> list[RenderableType]:
    """Facts that articles tell otherwise since they were captured again."""
    changed = [r for r in incident.revisions if r.facts]
    if not changed:
        return []
    lines: list[RenderableType] = [Text(), Rule("Edited articles", align="left", style="yellow")]
    for r in changed:
        told = (
            f"notice: “{r.notice}”" if r.notice else "without a notice" if r.same_reader else "read by another reader"
        )
        for f in r.facts:
            words = f"{f.field} {f.before or 'nothing'} → {f.after or 'nothing'} at {r.at:%Y-%m-%d %H:%M}"
            lines.append(Text(f"  {r.outlet or 'unknown outlet'}: {words}, {told}"))
    return lines


def _life(incident: IncidentPage) -> list[RenderableType]:
    if not incident.life:
        return []
    lines: list[RenderableType] = [Text(), Rule("Who is said to have done it", align="left", style="dim")]
    for s in incident.life:
        line = Text(f"  {s.at:%Y-%m-%d}  {kind_words(s.status)}  {s.name or 'nobody claims it'}")
        lines.append(line.append(f"  {' → '.join(s.chain)}", style="blue"))
    return lines


def _statements(incident: IncidentPage) -> list[RenderableType]:
    if not incident.statements:
        return []
    tree = Tree(Text("Who says what", style="bold"), guide_style="dim")
    for node in incident.statements:
        _grow(tree, node)
    return [Text(), tree]


def _grow(branch: Tree, node: StatementNode) -> None:
    label = Text(kind_words(node.kind), style="bold")
    if node.negated:
        label.append(" (not said)", style="yellow")
    label.append(f"  {chain_words(node.chain)}", style="not bold blue")
    label.append(f"  “{' '.join(node.content.split())[:200]}”", style="not bold")
    below = branch.add(label)
    for child in node.children:
        _grow(below, child)


def _findings(incident: IncidentPage) -> list[RenderableType]:
    if not incident.findings:
        return []
    lines: list[RenderableType] = [Text(), Rule("Findings", align="left", style="yellow")]
    for row in incident.findings:
        lines.append(Text(f"  {row.finding.check}: {row.finding.message}  ({row.outlet})"))
    return lines


def _reports(incident: IncidentPage) -> list[RenderableType]:
    lines: list[RenderableType] = [
        Text(),
        Rule(f"{count(incident.line.n_reports, 'report')}, {count(incident.line.n_origins, 'origin')}", align="left"),
    ]
    for r in incident.reports:
        line = Text(f"  {r.known_from:%Y-%m-%d %H:%M}  {r.outlet or 'unknown outlet'}: {r.title}")
        if r.late:
            line.append(f"  counts from {r.since:%Y-%m-%d %H:%M}", style="yellow")
        if r.copy_of:
            line.append(f"  {r.copy_kind} copy", style="yellow")
        lines.append(line.append(f"  {r.why}", style="dim"))
    for origin in incident.origins:
        joined = "; ".join(origin.joined_by) or "one report"
        lines.append(Text(f"  {origin.id} {origin.name} ({origin.kind}): {joined}", style="dim"))
    return lines
