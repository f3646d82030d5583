"""Who looked, when, and who could not be seen: so that "no incident" is never taken for "nobody looked"."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from django.db import connection

import sayso.app.prepare  # noqa: F401
from sayso.app.service import configured, fares
from sayso.app.vitals import state
from sayso.store.source_items import last_outcomes
from sayso.store.sources import REACHED

_MANY, _FRESH_S = 50, 10.0
RECENT = timedelta(hours=24)
TROUBLED = ("failing", "blocked", "changed", "silent")


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was looked at.

    Attributes:
        watched: sources that are watched (paused ones are not); as of an earlier time those looked at until then.
        looked: those looked at in the 24 hours before.
        last: the last look at any of them, UTC; None when there was none.
        troubled: health word to (id, name) of its sources, the worst word first; a word without any is left out. As
            of an earlier time "failing" stands for every source whose last look did not reach it.
        paused: sources that are paused.
        collecting: True while a service collects; None as of an earlier time.
    """

    watched: int
    looked: int
    last: datetime | None
    troubled: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    paused: int = 0
    collecting: bool | None = None


def coverage(as_of: datetime | None = None) -> Coverage:
    """What was looked at until a time (UTC), None for now."""
    return _now() if as_of is None else _then(as_of)


def _now() -> Coverage:
    now, known = datetime.now(UTC), configured()
    words = _words(len(known))
    watched = [source for source in known.values() if not source.paused]
    looks = last_outcomes(now)
    times = [looks[source.id][0] for source in watched if source.id in looks]
    troubled = {
        word: tuple(
            (source.id, source.name) for source in watched if words.get(source.id, ("", ""))[0] == word
        )
        for word in TROUBLED
    }  # fmt: skip
    return Coverage(
        len(watched), sum(now - at <= RECENT for at in times), max(times, default=None),
        {word: some for word, some in troubled.items() if some}, len(known) - len(watched), state().collecting,
    )  # fmt: skip


def _words(sources: int) -> Mapping[str, tuple[str, str]]:
    """How the sources fare; of many at most ``_FRESH_S`` old, as 500 take half a second and every list asks for it."""
    global _last
    ledger = str(connection.settings_dict["NAME"])
    known, at, words = _last
    if sources > _MANY and known == ledger and time.monotonic() - at < _FRESH_S:
        return words
    words = fares()
    _last = ledger, time.monotonic(), words
    return words


_last: tuple[str, float, Mapping[str, tuple[str, str]]] = ("", 0.0, {})
"""Ledger, when, and how its sources fared then."""


def _then(until: datetime) -> Coverage:
    looks, known = last_outcomes(until), configured()
    missed = tuple(
        (source, known[source].name if source in known else source)
        for source, (_, outcome) in looks.items()
        if outcome not in REACHED
    )
    times = [at for at, _ in looks.values()]
    recent = sum(until - at <= RECENT for at in times)
    return Coverage(len(looks), recent, max(times, default=None), {"failing": missed} if missed else {})
