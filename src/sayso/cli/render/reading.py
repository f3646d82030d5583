"""A Reading as a page in the terminal: incident cards, who says what, findings, what was dropped."""

from __future__ import annotations

from dataclasses import dataclass, field

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from sayso.app.words import datum_words, kind_words
from sayso.model import Assertion, Document, Reading, Report, Statement, Voice

KIND_STYLE = {
    "claim_of_responsibility": "bold magenta",
    "denial": "bold yellow",
    "threat": "bold red",
    "accusation": "red",
    "confirmation": "green",
    "contradiction": "bold cyan",
    "demand": "blue",
    "condemnation": "blue",
    "report": "white",
}


ORDER = [
    "type",
    "happened",
    "place",
    "killed",
    "injured",
    "missing",
    "detained",
    "perpetrator",
    "mode",
    "weapon",
    "target",
    "devices",
]


def page(reading: Reading) -> Group:
    """The whole page for one Reading."""
    parts: list[RenderableType] = [_head(reading.document), Text()]
    current = [r for r in reading.reports if r.status != "background"]
    parts += [_card(r, reading) for r in current]
    if not current:
        parts.append(Text("No current incident was read in this text.", style="italic"))
    parts += _background([r for r in reading.reports if r.status == "background"], reading)
    parts += _tree(reading)
    parts += _findings(reading)
    parts += _dropped(reading.document)
    return Group(*parts)


def _head(doc: Document) -> Text:
    head = Text(doc.title or "(no headline)", style="bold")
    published = (
        f"published {doc.published.value} ({doc.published.basis})" if doc.published else "publication day unknown"
    )
    facts = [doc.outlet or "outlet unknown", published, doc.dateline, doc.byline, doc.language]
    head.append("\n" + " · ".join(f for f in facts if f), style="dim")
    return head


def _card(report: Report, reading: Reading) -> Panel:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column(style="cyan", no_wrap=True)
    table.add_column(ratio=5)
    table.add_column(ratio=6, style="italic dim")
    said = {s.id: s for s in reading.statements}
    last = ""
    for same in _grouped(report.assertions):
        first = same[0]
        table.add_row("" if first.field == last else kind_words(first.field), _value(first), _evidence(same, said))
        last = first.field
    title = f"[bold]{kind_words(report.type)}[/] · {report.status}"
    return Panel(table, title=title, title_align="left", border_style="red" if report.family == "attack" else "cyan")


def _grouped(assertions: tuple[Assertion, ...]) -> list[list[Assertion]]:
    """Assertions of one field, value and polarity together, in the order of the card."""
    groups: dict[tuple[str, str, str], list[Assertion]] = {}
    for a in sorted(assertions, key=_rank):
        groups.setdefault((a.field, datum_words(a.value), a.polarity), []).append(a)
    return list(groups.values())


def _rank(a: Assertion) -> tuple[int, int]:
    return (ORDER.index(a.field) if a.field in ORDER else len(ORDER), a.span.start)


def _value(a: Assertion) -> Text:
    value = Text(datum_words(a.value))
    if a.polarity == "negated":
        value.append("  denied", style="bold yellow")
    elif a.polarity == "questioned":
        value.append("  questioned", style="yellow")
    if a.certainty != "stated":
        value.append(f" · {a.certainty}", style="dim")
    return value


def _evidence(same: list[Assertion], said: dict[str, Statement]) -> Text:
    """The first words for each speaker, at most three."""
    lines = Text()
    seen: dict[str, Assertion] = {}
    for a in same:
        seen.setdefault(" → ".join(v.name for v in said[a.statement].attribution) if a.statement in said else "", a)
    for chain, a in list(seen.items())[:3]:
        lines.append("\n" if lines else "").append(f"“{_short(a.text, 70)}”")
        if chain:
            lines.append("  " + chain, style="not italic blue")
    if len(seen) > 3:
        lines.append(f"\nand {len(seen) - 3} more voices", style="not italic")
    return lines


def _background(reports: list[Report], reading: Reading) -> list[RenderableType]:
    if not reports:
        return []
    lines: list[RenderableType] = [Rule("Earlier incidents told as background", align="left", style="dim")]
    for report in reports:
        groups = _grouped(report.assertions)
        facts = [f"{kind_words(g[0].field)} {datum_words(g[0].value)}" for g in groups if g[0].field != "type"]
        told = next((f" “{' '.join(a.text.split())}”" for a in report.assertions if a.field == "type"), "")
        known = "; ".join(facts) or "nothing more is told of it"
        lines.append(Text(f"  {kind_words(report.type)}{told}: {known}", style="dim"))
    return lines


@dataclass
class _Node:
    voice: Voice | None = None
    children: dict[str, _Node] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)


def _tree(reading: Reading) -> list[RenderableType]:
    if not reading.statements:
        return []
    root = _Node()
    for statement in reading.statements:
        node = root
        for voice in statement.attribution:
            node = node.children.setdefault(voice.name.casefold(), _Node(voice))
        node.statements.append(statement)
    tree = Tree(Text("Who says what", style="bold"), guide_style="dim")
    _grow(tree, root, reading.document.text)
    return [Text(), tree]


def _grow(branch: Tree, node: _Node, text: str) -> None:
    for statement in node.statements:
        branch.add(_said(statement, text))
    for child in node.children.values():
        voice = child.voice
        label = Text(voice.name if voice else "unknown", style="bold")
        if voice:
            label.append(f"  {voice.kind}", style="dim")
        _grow(branch.add(label), child, text)


def _said(s: Statement, text: str) -> Text:
    line = Text(kind_words(s.kind), style=KIND_STYLE.get(s.kind, "white"))
    notes = [
        n for n in ("not said" if s.negated else "", s.medium, s.certainty if s.certainty != "stated" else "") if n
    ]
    if notes:
        line.append(f" ({', '.join(notes)})", style="dim")
    line.append(
        f"  “{_short(s.content.of(text), 220)}”", style="not bold italic" if s.mode == "direct" else "not bold white"
    )
    return line


def _findings(reading: Reading) -> list[RenderableType]:
    if not reading.findings:
        return []
    lines: list[RenderableType] = [Text(), Rule("Findings", align="left", style="yellow")]
    for f in reading.findings:
        line = Text(f"  {f.severity} ", style="bold yellow")
        line.append(f"{f.check}: ", style="bold").append(f.message, style="default")
        line.append(f"  “{_short(f.text, 100)}”", style="italic dim")
        lines.append(line)
    return lines


def _dropped(doc: Document) -> list[RenderableType]:
    if not doc.dropped:
        return []
    lines: list[RenderableType] = [Text(), Rule("Cut away, not part of the report", align="left", style="dim")]
    for d in doc.dropped[:12]:
        lines.append(Text(f"  {d.why}: ", style="dim").append(_short(d.text, 100), style="dim italic"))
    if len(doc.dropped) > 12:
        lines.append(Text(f"  and {len(doc.dropped) - 12} more (see --json)", style="dim"))
    return lines


def _short(words: str, limit: int) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"
