"""`sayso gazetteer`: build and ask the list of places."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.progress import Progress

from sayso.cli.render.console import err, out
from sayso.model import SaysoError

if TYPE_CHECKING:
    from sayso.gazetteer import Entry

app = typer.Typer(help="The list of places that reading resolves against.", no_args_is_help=True)
_MOST = 20


def ready() -> None:
    """Build the gazetteer with a progress bar when it is missing."""
    from sayso.gazetteer import open_gazetteer

    with Progress(console=err, transient=True) as bar:
        task = bar.add_task("Building the gazetteer (once)", total=1.0, visible=False)
        open_gazetteer(progress=lambda what, share: bar.update(task, description=what, completed=share, visible=True))


@app.command(
    "build", epilog="Examples:\n\n  sayso gazetteer build\n\n  sayso gazetteer build --full Downloads/allCountries.zip"
)
def build(
    full: Path | None = typer.Option(
        None,
        "--full",
        metavar="DUMP",
        help="A complete GeoNames dump (allCountries.zip); files beside it are used too.",
    ),
    again: bool = typer.Option(False, "--again", help="Build even when there is a file that can be used."),
) -> None:
    """Build the gazetteer file; done by itself at first use.

    With --full, places come from a complete dump instead of the shipped extract; admin1CodesASCII.txt and
    alternateNamesV2.zip beside it add English region names and more spellings.
    """
    from sayso.gazetteer import default_path
    from sayso.gazetteer.build import build as make

    if full is None and not again:
        ready()
    else:
        with Progress(console=err, transient=True) as bar:
            task = bar.add_task("Building the gazetteer", total=1.0)
            make(default_path(), lambda what, share: bar.update(task, description=what, completed=share), full=full)
    size = default_path().stat().st_size / 1e6
    out.print(f"The gazetteer is ready: {default_path()} ({size:.0f} MB).", soft_wrap=True)


@app.command("find", epilog='Examples:\n\n  sayso gazetteer find "Atyrau"\n\n  sayso gazetteer find --close "Gurjew"')
def find(
    name: str = typer.Argument(..., help="A place name as a text would write it, in any script."),
    close: bool = typer.Option(False, "--close", help="When nothing has that name, names that are nearly it."),
) -> None:
    """Show what a name may be."""
    from sayso.gazetteer import open_gazetteer

    entries = open_gazetteer().lookup(name, close=close)
    if not entries:
        raise SaysoError(f"no place is called {name!r}", "try another spelling" + ("" if close else ", or --close"))
    for e in entries[:_MOST]:
        _print(e)
    if len(entries) > _MOST:
        out.print(f"and {len(entries) - _MOST} more")


@app.command(
    "at", epilog="Example:\n\n  sayso gazetteer at 47.1 51.9", context_settings={"ignore_unknown_options": True}
)
def at(
    lat: float = typer.Argument(..., min=-90, max=90, help="Latitude in degrees, north is positive."),
    lon: float = typer.Argument(..., min=-180, max=180, help="Longitude in degrees, east is positive."),
    radius: float = typer.Option(
        25.0, "--radius", min=0, max=1000, metavar="KM", help="How far to look for settlements."
    ),
) -> None:
    """Show the country and region of a point and the settlements around it, nearest first."""
    from sayso.gazetteer import distance_m, open_gazetteer

    gazetteer = open_gazetteer()
    country, region = gazetteer.country_at(lat, lon), gazetteer.region_at(lat, lon)
    out.print(", ".join(e.name for e in (region, country) if e) or "in no country")
    for e in gazetteer.within(lat, lon, radius * 1000)[:_MOST]:
        out.print(f"{distance_m((lat, lon), (e.lat or 0.0, e.lon or 0.0)) / 1000:7.1f} km  ", end="")
        _print(e)


def _print(e: Entry) -> None:
    where = ", ".join(part for part in (e.name, e.admin1, e.country) if part)
    point = f"{e.lat:.4f}, {e.lon:.4f}" if e.lat is not None and e.lon is not None else "no single point"
    out.print(f"{e.geonames_id or '':>9}  {where}  {e.kind}  {point}  population {e.population:,}", soft_wrap=True)
