"""`sayso desk`: the pages in a browser."""

from __future__ import annotations

from pathlib import Path

import typer

from sayso.cli.house import DATA, open_ledger

EXAMPLES = """
Examples:

  sayso desk

  sayso desk --port 8080 --no-browser
"""


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("desk", epilog=EXAMPLES)(desk)


def desk(
    host: str = typer.Option("127.0.0.1", help="Address to listen on; only this machine by default."),
    port: int = typer.Option(8642, help="Port to listen on; 0 takes a free one."),
    browser: bool = typer.Option(True, "--browser/--no-browser", help="Open the page in a browser."),
    data: Path = DATA,
) -> None:
    """Open the desk: situation, incidents, articles, search. Stop it with Ctrl-C."""
    open_ledger(data)
    from sayso.app.serve import serve

    serve(host, port, browser)
