"""What is proposed to be watched, and how much it usually brings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sayso.model.source import Seen, Source

_LEAST_ITEMS = 5
_LEAST_DAYS = 2.0  # the items of one busy day say nothing about a usual one


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that can be watched.

    Attributes:
        source: as it would be configured, with the volume its items tell.
        items: what it shows now, newest first where it tells.
        why: how it was found, in words.
        note: what a person should know of it, "" for nothing.
        hub: WebSub hub it offers, "" when none.
    """

    source: Source
    items: tuple[Seen, ...]
    why: str
    note: str = ""
    hub: str = ""


def per_day(items: tuple[Seen, ...]) -> float | None:
    """Items a day by the times of the items shown, to two digits; None when these tell too little."""
    times = sorted(datetime.fromisoformat(item.when).timestamp() for item in items if "T" in item.when)
    if len(times) < _LEAST_ITEMS:
        return None
    days = (times[-1] - times[0]) / 86_400
    return float(f"{(len(times) - 1) / days:.2g}") if days >= _LEAST_DAYS else None
