"""`sayso explain`: why a field of an incident shows what it shows."""

from __future__ import annotations

import json
from pathlib import Path

import typer

from sayso.cli.house import AS_OF, DATA, RULE, as_time, open_ledger
from sayso.cli.render.console import out

EXAMPLES = """
Examples:

  sayso explain KAZ-3F2A9C killed

  sayso explain KAZ-3F2A9C perpetrator --as-of 2011-11-01T14:00Z

  sayso explain KAZ-3F2A9C killed --rule highest --json
"""


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("explain", epilog=EXAMPLES)(explain)


def explain(
    incident: str = typer.Argument(..., metavar="INCIDENT", help="Incident id, as sayso incidents lists it."),
    field: str = typer.Argument(..., metavar="FIELD", help="killed, injured, place, happened, perpetrator, type ..."),
    as_of: str = AS_OF,
    rule: list[str] = RULE,
    as_json: bool = typer.Option(False, "--json", help="One JSON object (docs/explain.md)."),
    data: Path = DATA,
) -> None:
    """Explain one value: the rule, everything that was said, who stands behind it, and what was outranked."""
    open_ledger(data)
    from sayso.app.explain import explain as ask
    from sayso.app.explain_json import explanation_json

    found = ask(incident, field, as_time(as_of), rule=rule)
    if as_json:
        typer.echo(json.dumps(explanation_json(found), ensure_ascii=False, indent=2))
        return
    from sayso.cli.render.explain import page

    out.print(page(found))
