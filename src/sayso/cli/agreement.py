"""`sayso agreement`: how far reviewers agree."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import typer
from rich.table import Table
from rich.text import Text

from sayso.app.words import GROUP_WORDS, count
from sayso.cli.house import AS_OF, DATA, as_time, open_ledger
from sayso.cli.render.console import out

_HOW = """[dim]A second person gives an opinion without seeing the first one:
  on the desk: sayso desk, Review, another name, tick "blind"
  here:        sayso judge list --incident INCIDENT (for the ids), then
               sayso judge accept ID --second --author NAME --reason ...[/]"""
EXAMPLES = """
Examples:

  sayso agreement

  sayso agreement --json

  sayso agreement --as-of 2026-03-01
"""


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("agreement", epilog=EXAMPLES)(agreement)


def agreement(
    as_json: bool = typer.Option(False, "--json", help="One JSON object."), as_of: str = AS_OF, data: Path = DATA
) -> None:
    """Krippendorff's alpha over the items that two or more reviewers judged, and the disagreements to adjudicate."""
    open_ledger(data)
    from sayso.app.agreement import agreement as measure
    from sayso.app.judge import as_row

    report = measure(as_time(as_of))
    if as_json:
        disputes = [
            {"subject": d.subject, "group": d.group, "open": d.open, "judgements": [as_row(e) for e in d.deeds]}
            for d in report.disputes
        ]
        typer.echo(json.dumps({"groups": [asdict(g) for g in report.groups], "disagreements": disputes}))
        return
    if not report.groups:
        out.print("No item was judged by two reviewers yet.")
        out.print(_HOW)
        return
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for head in ("items", "judged by two or more", "alpha", "level", "what it is worth"):
        table.add_column(head)
    for g in report.groups:
        alpha = "not defined" if g.alpha is None else f"{g.alpha:.3f}"
        table.add_row(GROUP_WORDS.get(g.group, g.group), str(g.items), alpha, g.level, g.note)
    out.print(table)
    people = sorted({name for g in report.groups for name in g.reviewers})
    out.print(Text(f"reviewers: {', '.join(people)}", style="dim"))
    for d in report.disputes:
        state, style = ("to adjudicate", "yellow") if d.open else ("settled", "dim")
        out.print(Text(f"\n{state}: {GROUP_WORDS.get(d.group, d.group)}", style=style))
        for deed in d.deeds:
            j = deed.judgement
            out.print(Text(f"  {j.id[:12]}  {deed.said}  ({j.author}: {j.reason})"))
    out.print(f"[dim]{count(len(report.disputes), 'disagreement')}[/]")
    if any(d.open for d in report.disputes):
        out.print("[dim]settle one with: sayso judge uphold ID --reason ...[/]")
