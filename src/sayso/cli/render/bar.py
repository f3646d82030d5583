"""The progress bar of long work, on standard error."""

from __future__ import annotations

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from sayso.cli.render.console import err


def bar() -> Progress:
    """A bar with what is done of how many, and how long it will take."""
    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TaskProgressColumn(),
        TimeRemainingColumn(),
    )  # fmt: skip
    return Progress(*columns, console=err)
