"""`sayso read`: read one text or page and show what it says, on whose say-so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import typer

from sayso.cli.typed import capture

if TYPE_CHECKING:
    from sayso.model import Document
    from sayso.read.server import Said, Server

EXAMPLES = """
Examples:

  sayso read article.html

  sayso read https://example.org/news/blast --published 2011-11-01

  cat report.txt | sayso read - --json > reading.json

  sayso read article.html --why

  sayso read article.html --least 0.8

  sayso read article.html --server http://127.0.0.1:8080/v1 --model qwen2.5-7b-instruct
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
    why: bool = typer.Option(False, "--why", help="Also show what made each span: the rule or the encoder's head."),
    least: float = typer.Option(
        0.0, min=0.0, max=1.0, metavar="SCORE", help="Leave out what scores below this: fewer lines, fewer wrong ones."
    ),
    server: str = typer.Option(
        "", metavar="URL", help="Also ask a model on this OpenAI-compatible server; off unless given or set."
    ),
    model: str = typer.Option("", metavar="NAME", help="The model to ask there; SAYSO_MODEL when left out."),
) -> None:
    """Read one report: incidents, who says what, findings, and what was cut away."""
    from sayso.app.read import as_day, read_capture
    from sayso.app.sure import at_least

    day = as_day(published)
    asked = _asked(server, model)
    reading = read_capture(capture(source), published=day, url=url, outlet=outlet, server=asked)
    reading = at_least(reading, least)
    if as_json:
        from sayso.export.reading import to_contract

        typer.echo(json.dumps(to_contract(reading), ensure_ascii=False, indent=2))
        return
    from sayso.cli.render.console import out
    from sayso.cli.render.reading import page

    out.print(page(reading))
    if why:
        from sayso.cli.render.why import why as table

        out.print(table(reading))


def _asked(address: str, model: str) -> Server | None:
    """The server of the options; None without one."""
    if not address and not model:
        return None
    from sayso.app.model_server import model_server

    return model_server(address, model, tell=_tell)


def _tell(_document: Document, said: Said) -> None:
    """One line on standard error about what came of asking, so that the reading itself stays as it is."""
    from rich.markup import escape

    from sayso.cli.render.console import err

    if said.problem is not None:
        words = f"{said.problem.message}: read by rules alone ({said.problem.hint})"
        err.print(f"[yellow]{escape(words)}[/]", soft_wrap=True)
        return
    refused = len(said.refused) + said.senseless
    err.print(f"[dim]The model told {len(said.drafts)} statements; {refused} were refused.[/]", soft_wrap=True)
