"""`sayso read`: read one text or page and show what it says, on whose say-so."""

from __future__ import annotations

import json

import typer

from sayso.cli.typed import capture

EXAMPLES = """
Examples:

  sayso read article.html

  sayso read https://example.org/news/blast --published 2011-11-01

  cat report.txt | sayso read - --json > reading.json
"""


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("read", epilog=EXAMPLES)(read)


def read(
    source: str = typer.Argument(
        ..., metavar="FILE|URL|-", help="A file, an http(s) address, or - for standard input."
    ),
    published: str = typer.Option("", metavar="DAY", help="Publication day as YYYY-MM-DD, when you know it."),
    url: str = typer.Option("", help="The address the text came from, when you read a saved copy."),
    outlet: str = typer.Option("", help="The outlet's name, when the text does not say it."),
    as_json: bool = typer.Option(False, "--json", help="Print the reading as JSON (sayso.reading/1)."),
) -> None:
    """Read one report: incidents, who says what, findings, and what was cut away."""
    from sayso.app.read import as_day, read_capture

    day = as_day(published)
    reading = read_capture(capture(source), published=day, url=url, outlet=outlet)
    if as_json:
        from sayso.export.reading import to_contract

        typer.echo(json.dumps(to_contract(reading), ensure_ascii=False, indent=2))
        return
    from sayso.cli.render.console import out
    from sayso.cli.render.reading import page

    out.print(page(reading))
