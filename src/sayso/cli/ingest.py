"""`sayso ingest`: take reports into the ledger."""

from __future__ import annotations

from pathlib import Path

import typer
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from sayso.cli.house import DATA, open_ledger
from sayso.cli.render.console import err, out
from sayso.model import SaysoError

EXAMPLES = """
Examples:

  sayso ingest examples/                     a folder, with everything below it

  sayso ingest reports.jsonl page.html       JSON lines and single files

  sayso ingest crawl.warc.gz news.wacz       web archives; after a break, run it again and it goes on there

  find . -name '*.html' | sayso ingest -     a list of paths on standard input
"""


_SKIPPED = {
    "no_page": "that are no pages", "status": "that say the page was not there", "unchanged": "seen again unchanged",
    "empty": "without content",
}  # fmt: skip
"""Records of archives that hold no page, in words."""


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("ingest", epilog=EXAMPLES)(ingest)


def ingest(
    paths: list[str] = typer.Argument(
        ..., metavar="PATH...", help="Files, folders, JSON lines, web archives (WARC, WACZ), or - for a list of paths."
    ),
    workers: int = typer.Option(1, min=1, help="Reading processes."),
    data: Path = DATA,
) -> None:
    """Read reports into the ledger. What is already there is skipped, so the same command can be run again."""
    open_ledger(data)
    run(paths, workers)


def run(paths: list[str], workers: int = 1) -> None:
    """Ingest with a progress bar and print the outcome; exits 1 when nothing at all could be read."""
    from sayso.app.ingest import ingest as take_in
    from sayso.cli.gazetteer import ready

    for path in paths:  # before a bar is drawn for work that cannot begin
        if path != "-" and not Path(path).exists():
            raise SaysoError(f"no such file or folder: {path}", "check the path")
    ready()
    with _bar() as bar:
        task = bar.add_task("Reading", total=None)
        result = take_in(
            paths, progress=lambda done, total, what: bar.update(task, completed=done, total=total or None),
            workers=workers,
        )  # fmt: skip
    out.print(
        f"[bold]{result.new}[/] new, {result.known} already known, "
        f"{result.quarantined} in quarantine; {result.seconds:.1f} s"
    )
    if result.resumed:
        out.print(f"[dim]{result.resumed} of them were read by an earlier run, which this one went on from[/]")
    if result.skipped:
        told = ", ".join(f"{number} {_SKIPPED.get(word, word)}" for word, number in result.skipped)
        out.print(f"[dim]passed over: {told}[/]")
    for address, _, message in result.problems[:10]:
        err.print(f"  [yellow]quarantine[/] {escape(address)}: {escape(message)}")
    if len(result.problems) > 10:
        err.print(f"  and {len(result.problems) - 10} more")
    if result.problems and not result.new and not result.known:
        raise typer.Exit(1)


def _bar() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=err,
    )
