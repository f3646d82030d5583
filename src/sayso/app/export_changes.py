"""The changes of incidents as the native table takes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from sayso.app import changes as told
from sayso.app.rules import Asked
from sayso.export.options import Change

_BEGINNING = datetime(1900, 1, 1, tzinfo=UTC)  # before anything can have been captured
_CAUSES: Mapping[str, str] = {
    "late_report": "new_report", "judgement": "review", "reader": "model_upgrade",
}  # fmt: skip
"""Cause to its name in the published layout; the others have the same name in both."""


def changes(
    until: datetime, rule: Asked, *, since: datetime | None = None, incidents: Iterable[str] | None = None
) -> Iterator[Change]:
    """Every change up to ``until`` (UTC, inclusive), incident by incident and in order of time.

    Args:
        rule: rule of the values; the default rule when None.
        since: UTC, exclusive; None for the beginning.
        incidents: only these ids; None for all.
    """
    after = since or _BEGINNING
    if incidents is None:
        yield from map(_row, told.changes(after, until, rule=rule))
        return
    for incident in incidents:
        yield from map(_row, told.changes(after, until, incident=incident, rule=rule))


def _row(change: told.Change) -> Change:
    return Change(
        id=change.id, at=change.at, incident=change.incident, field=change.field or change.kind,
        old=change.before or None, new=change.after or None, cause=_CAUSES.get(change.cause, change.cause),
        user=change.by, note=change.reason, kind=change.kind, document=change.document,
    )  # fmt: skip
