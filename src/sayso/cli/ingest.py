"""`sayso ingest`: take reports into the ledger."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from sayso.cli.house import DATA, open_ledger
from sayso.cli.render.console import err, out
from sayso.model import SaysoError

EXAMPLES = """
Examples:

  sayso ingest examples/                     a folder, with everything below it

  sayso ingest reports.jsonl page.html       JSON lines and single files

  find . -name '*.html' | sayso ingest -     a list of paths on standard input
"""


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("ingest", epilog=EXAMPLES)(ingest)


def ingest(
    paths: list[str] = typer.Argument(
        ..., metavar="PATH...", help="Files, folders, .jsonl files, or - for a list of paths."
    ),
    data: Path = DATA,
) -> None:
    """Read reports into the ledger. What is already there is skipped, so the same command can be run again."""
    open_ledger(data)
    run(paths)


def run(paths: list[str]) -> None:
    """Ingest with a progress bar and print the outcome; exits 1 when nothing could be read."""
    from sayso.app.ingest import ingest as take_in

    if "-" in paths:
        paths = [p for p in paths if p != "-"] + [line.strip() for line in sys.stdin if line.strip()]
    for path in paths:
        if not Path(path).exists():
            raise SaysoError(f"no such file or folder: {path}", "check the path")
    result = take_in([Path(p) for p in paths], progress=_bar())
    out.print(
        f"[bold]{result.new}[/] new, {result.known} already known, {len(result.quarantined)} in quarantine; {result.seconds:.1f} s"
    )
    for address, reason in result.quarantined[:10]:
        err.print(f"  [yellow]quarantine[/] {address}: {reason}", markup=True)
    if result.quarantined and not result.new and not result.known:
        raise typer.Exit(1)


def _bar():  # type: ignore[no-untyped-def]
    raise NotImplementedError
