"""An explanation in the terminal: no table, so that it fits a narrow one."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from sayso.app.explain import ExplainedRow, ExplainedValue, Explanation
from sayso.app.said_views import LifeStep
from sayso.app.words import chain_words, count, kind_words
from sayso.model import Behind

LIMIT = 8
"""Assertions shown per value before the rest is only counted."""


def page(e: Explanation) -> Group:
    """The whole explanation of one field."""
    known = f"as known at {e.as_of:%Y-%m-%d %H:%M} UTC" if e.as_of else "as known now"
    head = Text(e.title, style="bold").append(f"\n{e.incident} · {known} · rule {e.rule}", style="not bold dim")
    parts: list[RenderableType] = [head, Text(), _shown(e), Text(e.why)]
    parts += [Text(f"{s.words}", style="cyan") for s in e.sums]
    for d in e.disagreements:
        parts.append(Text(f"{kind_words(d.reason)}: ", style="yellow").append(d.explanation, style="default"))
    for j in e.judgements:
        parts.append(Text(f"{kind_words(j.kind)} by {j.author}, {j.at:%Y-%m-%d %H:%M}: {j.reason}", style="magenta"))
    if e.life:
        parts += _part("From unknown to convicted", [_step(s) for s in e.life])
    if e.values:
        parts += _part("Everything that was said", [r for v in e.values for r in _value(v)])
    if e.behind.edges:
        parts += _part(_count_behind(e.behind), [*_steps(e.behind)])
    return Group(*parts)


def _part(title: str, lines: list[RenderableType]) -> list[RenderableType]:
    return [Text(), Rule(title, align="left", style="dim"), *lines]


def _shown(e: Explanation) -> Text:
    text = Text(f"{kind_words(e.field)}: ", style="default").append(e.shown, style="bold")
    if e.value.n_reports:
        text.append(f"  {count(e.value.n_reports, 'report')}, {count(e.value.n_origins, 'origin')}", style="dim")
    for mark in (*(["disputed"] if e.value.disputed else []), *(["reviewed"] if e.value.reviewed else [])):
        text.append(f"  {mark}", style="yellow")
    return text


def _value(v: ExplainedValue) -> list[RenderableType]:
    head = Text("▸ " if v.shown else "  ", style="bold green").append(v.text, style="bold" if v.shown else "default")
    if v.polarity != "asserted":
        head.append(" denied" if v.polarity == "negated" else " only asked", style="yellow")
    head.append(f"  {count(v.n_reports, 'report')}, {count(v.n_origins, 'origin')}", style="dim")
    told = [r for r in v.rows if not r.row.repeat]
    lines: list[RenderableType] = [head, *(_row(r) for r in told[:LIMIT])]
    if len(v.rows) > len(told[:LIMIT]):
        lines.append(Padding(Text(f"and {len(v.rows) - len(told[:LIMIT])} more", style="dim"), (0, 0, 0, 4)))
    return lines


def _row(r: ExplainedRow) -> Padding:
    row = r.row
    text = Text(chain_words(row.chain), style="blue")
    known = f"said {r.said_at:%Y-%m-%d}, known {row.known_from:%Y-%m-%d %H:%M}"
    if r.since != row.known_from:
        known += f", counts from {r.since:%Y-%m-%d %H:%M}"
    text.append(f"  {known}", style="dim")
    if r.review:
        text.append(f"  {r.review}", style="magenta")
    text.append(f"\n“{' '.join(row.quote.split())}”", style="italic")
    if r.why_not:
        text.append(f"\nnot shown: {r.why_not}", style="yellow")
    return Padding(text, (0, 0, 0, 4))


def _step(s: LifeStep) -> Padding:
    text = Text(f"{s.at:%Y-%m-%d}  ", style="dim").append(s.status, style="bold")
    text.append(f"  {s.name or 'nobody claims it'}", style="default")
    text.append(f"  {' → '.join(s.chain)}", style="blue").append(f"  {count(s.reports, 'report')}", style="dim")
    return Padding(text.append(f"\n“{' '.join(s.quote.split())}”", style="italic"), (0, 0, 0, 2))


def _count_behind(behind: Behind) -> str:
    return f"{count(len(behind.reports), 'report')}, {count(len(behind.origins), 'origin')}"


def _steps(behind: Behind) -> list[RenderableType]:
    names = {n.id: n.name or n.id[:8] for n in (*behind.reports, *behind.origins)}
    lines: list[RenderableType] = []
    for e in behind.edges:
        line = Text(f"{names.get(e.source, e.source[:8])} ", style="default")
        line.append("→ ", style="dim").append(names.get(e.target, e.target[:8]), style="blue")
        kind = f"{kind_words(e.kind)}, " if e.kind == "copy_of" else ""
        lines.append(Padding(line.append(f"  {kind}{e.evidence}", style="dim"), (0, 0, 0, 2)))
    return lines
