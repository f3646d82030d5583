"""`sayso keep`: what the rules of the sources say about how long captured bytes are kept."""

from __future__ import annotations

from pathlib import Path

import typer

from sayso.cli.house import DATA, open_ledger
from sayso.cli.render.console import out

EXAMPLES = """
Examples:

  sayso keep                tell what may go by the rules (keep_days of a source); nothing is changed

  sayso keep --apply        let it go
"""


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("keep", epilog=EXAMPLES)(keep)


def keep(
    apply: bool = typer.Option(False, "--apply/--dry-run", help="Let the bytes go, or only tell what would go."),
    data: Path = DATA,
) -> None:
    """Let captured bytes go that are older than their source keeps them and stand behind no incident."""
    open_ledger(data)
    from sayso.app.keeping import keep as run
    from sayso.app.keeping import rules

    if not rules():
        out.print("no source has a rule (keep_days); everything is kept")
        return
    found = run(apply=apply)
    for one in found:
        out.print(f"{one.captures:>8,} captures  {one.size / 1e6:>9,.1f} MB  {one.source} keeps {one.keep_days} days")
    if not found:
        out.print("nothing is older than the rules say, or all of it stands behind incidents")
    elif not apply:
        out.print("nothing was changed; let it go with: sayso keep --apply")
