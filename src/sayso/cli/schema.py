"""`sayso schema`: print the JSON Schema of a reading."""

from __future__ import annotations

import typer


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("schema", epilog="Example:\n\n  sayso schema > reading.schema.json")(schema)


def schema() -> None:
    """Print the JSON Schema that every reading (sayso read --json) follows."""
    from sayso.export.reading import schema_text

    typer.echo(schema_text())
