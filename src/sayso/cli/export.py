"""`sayso export`: the ledger as tables."""

from __future__ import annotations

from pathlib import Path

import typer

from sayso.cli.house import AS_OF, DATA, as_time, open_ledger
from sayso.cli.render.console import out

EXAMPLES = """
Examples:

  sayso export out/                          CSV tables: incidents, values, statements, chains, reports

  sayso export out/ --format jsonl --as-of 2011-11-01

  sayso export out/ --format geojson         one file for maps, with the evidence of each incident
"""


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("export", epilog=EXAMPLES)(export)


def export(
    folder: Path = typer.Argument(..., help="Folder to write into; made when missing."),
    form: str = typer.Option("csv", "--format", help="csv, jsonl or geojson."),
    as_of: str = AS_OF,
    data: Path = DATA,
) -> None:
    """Write the ledger as tables or for maps; nothing of the say-so is lost."""
    from sayso.export.formats import format_of

    format_of(form)
    open_ledger(data)
    from sayso.app.export_tables import export as write

    for path, rows in write(folder, form, as_time(as_of)):
        out.print(f"{rows:>7}  {path}")
