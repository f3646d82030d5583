"""Opens the ledger for a command, from the options every ledger command shares."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path

import typer

from sayso.model import SaysoError

DATA = typer.Option(None, "--data", metavar="FOLDER", envvar="SAYSO_DATA", help="Where the ledger lives.")
AS_OF = typer.Option("", "--as-of", metavar="TIME", help="Show what was known then: 2011-11-01 or 2011-11-01T14:00Z.")
RULE = typer.Option(
    [], "--rule", metavar="RULE",
    help="Which value is shown: lowest, highest, latest, latest_official, median_of_origins or reviewed_first; "
    "for one field: killed=highest. Can be given several times.",
)  # fmt: skip


def open_ledger(data: Path | None) -> None:
    """Set up Django once and bring the ledger's tables up to date.

    Raises:
        SaysoError: the folder cannot be written or the database cannot be reached.
    """
    from sayso.app.build import open_house

    open_house(data)


def as_time(words: str) -> datetime | None:
    """A time from ISO 8601 words; a bare day means its end (UTC), so that the day itself counts.

    Raises:
        SaysoError: the words are neither a day nor a time.
    """
    if not words:
        return None
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        raise SaysoError(f"not a time: {words!r}", "give 2011-11-01 or 2011-11-01T14:00Z") from None
    if len(words) == 10:
        moment = datetime.combine(moment.date(), time.max)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def since_time(words: str) -> datetime:
    """The beginning of a stretch of time; a bare day means its beginning (UTC), so that the day itself is told.

    Raises:
        SaysoError: the words are neither a day nor a time.
    """
    moment = as_time(words)
    if moment is None:
        raise SaysoError("no time is given", "give --since 2011-11-01 or --since 2011-11-01T14:00Z")
    return datetime.combine(moment.date(), time.min, UTC) if len(words) == 10 else moment
