"""The service in numbers, for machines that watch it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sayso.app.prepare  # noqa: F401
from sayso.app.only_one import running
from sayso.app.service import STUCK_S, beats, configured, summary
from sayso.app.settings import data_folder
from sayso.store.models import QuarantineRow
from sayso.store.sources import watching


@dataclass(frozen=True, slots=True)
class Vitals:
    """Collecting at one moment.

    Attributes:
        sources: health word to number of sources.
        counts: totals over all sources, see ``store.sources.Watching``.
        items: state to number of items.
        quarantine: inputs put aside.
        last: source id to (last look that reached it, last look that found a new item).
        running: True while a service collects into this ledger, in whatever process.
    """

    sources: Mapping[str, int]
    counts: Mapping[str, int]
    items: Mapping[str, int]
    quarantine: int
    last: Mapping[str, tuple[datetime | None, datetime | None]]
    running: bool


@dataclass(frozen=True, slots=True)
class State:
    """Whether what should run runs.

    Attributes:
        well: False when a part of the service in this process is stuck or in trouble.
        collecting: True while a service collects into this ledger, in whatever process.
        parts: part of the service in this process to "ok", "stuck", or what is in its way.
    """

    well: bool
    collecting: bool
    parts: Mapping[str, str]


def vitals() -> Vitals:
    """The numbers of now."""
    at = summary()
    held = watching(configured())
    last = {source: (where.success_at, where.item_at) for source, where in sorted(held.items())}
    return Vitals(at.sources, at.counts, at.items, QuarantineRow.objects.count(), last, _running())


def state() -> State:
    """How the parts of the service in this process are."""
    now = time.monotonic()
    parts = {
        name: beat.trouble or ("stuck" if now - beat.at > STUCK_S else "ok") for name, beat in sorted(beats.items())
    }
    return State(all(words == "ok" for words in parts.values()), _running(), parts)


def _running() -> bool:
    return bool(beats) or running(data_folder()) is not None
