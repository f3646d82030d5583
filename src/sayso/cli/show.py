"""`sayso show`: one incident, every value with its say-so."""

from __future__ import annotations

import json
from pathlib import Path

import typer

from sayso.cli.house import AS_OF, DATA, RULE, as_time, open_ledger
from sayso.cli.render.console import out

EXAMPLES = """
Examples:

  sayso show KAZ-3F2A9C

  sayso show KAZ-3F2A9C --as-of 2011-11-01T12:00Z

  sayso show KAZ-3F2A9C --rule highest

  sayso show KAZ-3F2A9C --rule killed=lowest --rule injured=highest --json
"""


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("show", epilog=EXAMPLES)(show)


def show(
    incident: str = typer.Argument(..., metavar="ID", help="Incident id, as sayso incidents lists it."),
    as_of: str = AS_OF,
    rule: list[str] = RULE,
    as_json: bool = typer.Option(False, "--json", help="One JSON object (docs/as-of.md)."),
    data: Path = DATA,
) -> None:
    """Show one incident: values, who says them, disagreements, statements, findings, reports and origins."""
    open_ledger(data)
    from sayso.app.as_of import incident_page

    found = incident_page(incident, as_time(as_of), rule=rule)
    if as_json:
        from sayso.app.incident_json import incident_json

        typer.echo(json.dumps(incident_json(found), ensure_ascii=False, indent=2))
        return
    from sayso.cli.render.incident import page

    out.print(page(found))
