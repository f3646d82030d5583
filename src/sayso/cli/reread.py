"""`sayso reread`: read what is stored again with the reader of today."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import typer
from rich.markup import escape
from rich.text import Text

from sayso.cli.house import DATA, open_ledger
from sayso.cli.render.console import err, out

EXAMPLES = """
Examples:

  sayso reread

  sayso reread --workers 4 --json > moved.jsonl
"""
_MOST = 40  # lines of what moved before the rest is only counted


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("reread", epilog=EXAMPLES)(reread)


def reread(
    all_: bool = typer.Option(False, "--all", help="Also captures that the reader of today read last."),
    workers: int = typer.Option(1, min=1, help="Reading processes."),
    as_json: bool = typer.Option(False, "--json", help="What moved, one JSON object a line."),
    data: Path = DATA,
) -> None:
    """Read stored captures again with a newer reader: judgements stay, what moved is listed, a break can be resumed."""
    open_ledger(data)
    from sayso.app.reread import reread as read_again
    from sayso.cli.gazetteer import ready
    from sayso.cli.render.bar import bar

    ready()
    with bar() as shown:
        task = shown.add_task("Reading again", total=None)
        result = read_again(
            again=all_, workers=workers,
            progress=lambda done, total, what: shown.update(task, completed=done, total=total),
        )  # fmt: skip
    if as_json:
        for m in result.moved:
            typer.echo(json.dumps(asdict(m), ensure_ascii=False))
        return
    for m in result.moved[:_MOST]:
        style = "yellow" if m.lost else "default"
        out.print(Text(f"{m.what} {m.subject[:12]}  {m.said}", style=style))
    if len(result.moved) > _MOST:
        out.print(f"[dim]and {len(result.moved) - _MOST} more (--json gives all)[/]")
    lost = sum(m.lost for m in result.moved)
    out.print(
        f"[bold]{result.read}[/] read again, {result.same} the same, {result.failed} failed, {lost} decisions lost"
    )
    for address, message in result.problems[:10]:
        err.print(f"  [yellow]failed[/] {escape(address)}: {escape(message)}")
