"""`sayso gazetteer`: build and ask the list of places."""

from __future__ import annotations

import typer
from rich.progress import Progress

from sayso.cli.render.console import err, out
from sayso.model import SaysoError

app = typer.Typer(help="The list of places that reading resolves against.", no_args_is_help=True)


def ready() -> None:
    """Build the gazetteer with a progress bar when it is missing."""
    from sayso.gazetteer import open_gazetteer

    with Progress(console=err, transient=True) as bar:
        task = bar.add_task("Building the gazetteer (once)", total=1.0, visible=False)
        open_gazetteer(progress=lambda what, share: bar.update(task, description=what, completed=share, visible=True))


@app.command("build", epilog="Example:\n\n  sayso gazetteer build")
def build() -> None:
    """Build the gazetteer file; done by itself at first use."""
    ready()
    out.print("The gazetteer is ready.")


@app.command("find", epilog='Example:\n\n  sayso gazetteer find "Atyrau"')
def find(name: str = typer.Argument(..., help="A place name as a text would write it.")) -> None:
    """Show what a name may be."""
    from sayso.gazetteer import open_gazetteer

    entries = open_gazetteer().lookup(name)
    if not entries:
        raise SaysoError(f"no place is called {name!r}", "try another spelling")
    for e in entries[:20]:
        where = ", ".join(part for part in (e.name, e.admin1, e.country) if part)
        point = f"{e.lat:.4f}, {e.lon:.4f}" if e.lat is not None and e.lon is not None else "no single point"
        out.print(f"{e.geonames_id or '':>9}  {where}  {e.kind}  {point}  population {e.population:,}")
