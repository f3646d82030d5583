"""`sayso collect`: one round of collecting, for cron."""

from __future__ import annotations

from pathlib import Path

import typer
from rich.progress import Progress, SpinnerColumn, TextColumn

from sayso.cli.house import DATA, open_ledger
from sayso.cli.render.console import err, out

EXAMPLES = """
Examples:

  sayso collect --once                       every source that is due, then stop

  sayso collect --once --source my-feed      one source now, whether it is due or not

  */10 * * * *  sayso collect --once         in a crontab
"""


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("collect", epilog=EXAMPLES)(collect)


def collect(
    once: bool = typer.Option(
        True, "--once", help="Look once at what is due, then stop; what this command always does."
    ),
    source: str = typer.Option("", "--source", metavar="ID", help="Only this source, whether it is due or not."),
    workers: int = typer.Option(1, min=1, help="Reading processes; 1 reads in this one."),
    log_json: bool = typer.Option(False, "--log-json", help="Events as JSON lines on standard error."),
    data: Path = DATA,
) -> None:
    """Look at the sources that are due, fetch, read and link what is new. Exits 1 when no source could be reached."""
    open_ledger(data)
    from sayso.app.logs import log_to
    from sayso.app.serve import data_folder_in_use
    from sayso.app.service import collect_once
    from sayso.cli.gazetteer import ready

    ready()
    log_to(as_json=log_json, quiet=not log_json)
    with Progress(SpinnerColumn(), TextColumn("{task.description}"), console=err, transient=True) as bar:
        task = bar.add_task("Collecting", total=None)
        done = collect_once(
            data_folder_in_use(), source or None, workers=workers,
            show=lambda at: bar.update(task, description=f"Collecting ({at.busy} on their way)"),
        )  # fmt: skip
    looks = sum(done.looks.values())
    troubled = ", ".join(f"{n} {word}" for word, n in sorted(done.looks.items()) if word not in _FINE)
    out.print(
        f"[bold]{looks}[/] {'look' if looks == 1 else 'looks'}{f' ({troubled})' if troubled else ''}, {done.new} new, "
        f"{done.captured} captured, {done.read} read, {done.refused} in quarantine"
        f"{f'; {done.left} to be tried again' if done.left else ''}"
    )
    if looks and not done.reached:
        raise typer.Exit(1)


_FINE = ("new", "unchanged", "empty")
