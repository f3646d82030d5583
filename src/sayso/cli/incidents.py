"""`sayso incidents`: the list of incidents in the ledger."""

from __future__ import annotations

import json
from pathlib import Path

import typer
from rich.text import Text

from sayso.app.line_json import line_json
from sayso.app.views import IncidentLine
from sayso.app.words import count, state_words, when_words
from sayso.cli.house import AS_OF, DATA, as_time, open_ledger
from sayso.cli.render.console import out
from sayso.model import SaysoError

EXAMPLES = """
Examples:

  sayso incidents

  sayso incidents --type bombing --as-of 2011-11-01T12:00Z

  sayso incidents --near 47.1,51.9 --within 25

  sayso incidents --country KZ --limit 20 --offset 20
"""


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("incidents", epilog=EXAMPLES)(incidents)


def incidents(
    words: str = typer.Argument("", help="Only incidents whose title holds these words."),
    type_: str = typer.Option("", "--type", help="Only this incident type, e.g. bombing."),
    background: bool = typer.Option(False, "--background", help="Also earlier incidents retold as context."),
    country: str = typer.Option("", "--country", metavar="CODE", help="Only this country, by its ISO code, e.g. KZ."),
    status: str = typer.Option("", "--status", help="Only this status, e.g. foiled."),
    near: str = typer.Option("", "--near", metavar="LAT,LON", help="Only around this point, in degrees; see --within."),
    within: float = typer.Option(
        25.0, "--within", metavar="KM", help="How far around --near, for certain or possibly."
    ),
    limit: int = typer.Option(None, "--limit", metavar="N", min=0, help="So many at most, those that changed last."),
    offset: int = typer.Option(0, "--offset", metavar="N", min=0, help="Leave out so many before."),
    as_of: str = AS_OF,
    as_json: bool = typer.Option(False, "--json", help="One JSON object a line."),
    data: Path = DATA,
) -> None:
    """List incidents: what, where, when, how many, and on how many independent origins it rests."""
    open_ledger(data)
    from sayso.app.as_of import list_incidents

    lines = list_incidents(
        as_time(as_of), query=words, type=type_, country=country, status=status, include_background=background,
        near=as_circle(near, within), limit=limit, offset=offset,
    )  # fmt: skip
    if as_json:
        for line in lines:
            typer.echo(json.dumps(line_json(line), ensure_ascii=False))
        return
    if not lines:
        out.print("No incident fits. [dim](take reports in with: sayso ingest PATH...)[/]")
        return
    for line in lines:
        out.print(_entry(line))
    out.print(f"[dim]{len(lines)} incidents; open one with: sayso show {lines[0].id}[/]")


def as_circle(near: str, within_km: float) -> tuple[float, float, float] | None:
    """(latitude, longitude, metres) from "47.1,51.9" and kilometres, None for "".

    Raises:
        SaysoError: the words are no two numbers.
    """
    if not near.strip():
        return None
    try:
        lat, lon = (float(part) for part in near.split(","))
    except ValueError:
        raise SaysoError(
            f"not a point: {near!r}", "give latitude and longitude in degrees, as --near 47.1,51.9"
        ) from None
    return lat, lon, 1000 * within_km


def _entry(line: IncidentLine) -> Text:
    """Two short lines: a table of seven columns would be cut on a terminal of 80."""
    day = when_words(line.happened) if line.happened else "day not reported"
    entry = Text(f"{line.id}  ", style="cyan").append(f"{line.title}", style="bold default")
    entry.append(f", {day}", style="default")
    facts = [
        f"killed: {state_words(line.killed)}",
        f"injured: {state_words(line.injured)}",
        f"{count(line.n_reports, 'report')}, {count(line.n_origins, 'origin')}",
    ]
    entry.append("\n" + " " * (len(line.id) + 2) + " · ".join(facts), style="dim")
    marks = [line.status] if line.status != "happened" else []
    if line.distance_m is not None:
        marks.append(
            f"{line.distance_m / 1000:.0f} km away" + (", possibly within" if line.within == "possible" else "")
        )
    marks += ["disputed"] if line.disputed else []
    marks += ["constructed example"] if line.constructed else []
    if marks:
        entry.append(" · " + " · ".join(marks), style="yellow")
    return entry
