"""`sayso changes`: what changed since a time, why, and through whom."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from sayso.app.words import count
from sayso.cli.house import DATA, RULE, as_time, open_ledger, since_time
from sayso.cli.render.console import out

if TYPE_CHECKING:
    from sayso.app.change_parts import Change

EXAMPLES = """
Examples:

  sayso changes --since 2011-11-01T14:00Z

  sayso changes --since 2011-11-01 --until 2011-11-02 --incident KAZ-3F2A9C

  sayso changes --since 2011-11-01 --json
"""


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("changes", epilog=EXAMPLES)(changes)


def changes(
    since: str = typer.Option(..., "--since", metavar="TIME", help="After this time: 2011-11-01 or 2011-11-01T14:00Z."),
    until: str = typer.Option("", "--until", metavar="TIME", help="Up to and with this time; a day means its end."),
    incident: str = typer.Option("", "--incident", metavar="ID", help="Only this incident."),
    rule: list[str] = RULE,
    as_json: bool = typer.Option(False, "--json", help="One JSON object a line (docs/changes.md)."),
    data: Path = DATA,
) -> None:
    """Tell what changed: new incidents, values from what to what, claims, disagreements, origins, edits, decisions."""
    open_ledger(data)
    from sayso.app.change_words import change_json
    from sayso.app.changes import changes as ask

    found = ask(since_time(since), as_time(until), incident=incident, rule=rule)
    if as_json:
        for change in found:
            typer.echo(json.dumps(change_json(change), ensure_ascii=False))
        return
    number = incidents = 0
    for _, some in groupby(found, key=lambda c: c.incident):
        told = list(some)
        number, incidents = number + len(told), incidents + 1
        for line in _incident(told):
            out.print(line)
    if not number:
        out.print("Nothing changed. [dim](what is known now: sayso incidents)[/]")
        return
    out.print(f"[dim]{count(number, 'change')} in {count(incidents, 'incident')}[/]")


def _incident(some: list[Change]) -> Iterator[RenderableType]:
    yield Text(f"{some[-1].incident}  ", style="cyan").append(some[-1].title, style="bold default")
    for at, group in groupby(some, key=lambda c: c.at):
        yield from _moment(at.strftime("%Y-%m-%d %H:%M"), list(group))


def _moment(at: str, some: list[Change]) -> Iterator[RenderableType]:
    """The changes of one moment under each cause; who brought several of them is told once."""
    from sayso.app.change_words import cause_words, change_words

    told: set[tuple[object, ...]] = set()
    for cause, group in groupby(some, key=cause_words):
        yield Text(f"  {at}  ", style="dim").append(cause, style="yellow")
        for change in group:
            yield Padding(Text(change_words(change), style="default" if change.news else "dim"), (0, 0, 0, 4))
            for t in change.through:
                if (t.chain, t.sentence) not in told:
                    told.add((t.chain, t.sentence))
                    voice = Text(" → ".join(t.chain), style="blue").append(f"  “{t.sentence}”", style="italic default")
                    yield Padding(voice, (0, 0, 0, 8))
