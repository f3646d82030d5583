"""`sayso demo`: the bundled examples, read and opened."""

from __future__ import annotations

from pathlib import Path

import typer

from sayso.app.words import count
from sayso.cli.house import DATA, open_ledger
from sayso.cli.ingest import run
from sayso.cli.render.console import out
from sayso.model import SaysoError

EXAMPLES = """
Examples:

  sayso demo

  sayso demo --no-desk
"""


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("demo", epilog=EXAMPLES)(demo)


def examples() -> Path:
    """Folder of the bundled example collection (beside the package in a checkout).

    Raises:
        SaysoError: it is not there.
    """
    folder = Path(__file__).resolve().parents[3] / "examples"
    if not folder.is_dir():
        raise SaysoError("the example collection is not installed", "run this from a checkout: make demo")
    return folder


def demo(
    desk: bool = typer.Option(True, "--desk/--no-desk", help="Open the desk afterwards."),
    port: int = typer.Option(8642, help="Port of the desk; 0 takes a free one."),
    data: Path = DATA,
) -> None:
    """Read the bundled example collection (constructed dispatches) and open the desk on it."""
    folder = examples()
    open_ledger(data)
    out.print("Reading the example collection: constructed dispatches, no real reports.")
    run([str(folder)])
    from sayso.app.as_of import list_incidents

    for line in list_incidents()[:8]:
        out.print(f"  {line.id}  {line.title}: {count(line.n_reports, 'report')}, {count(line.n_origins, 'origin')}")
    if desk:
        from sayso.app.serve import serve

        serve("127.0.0.1", port, True)
