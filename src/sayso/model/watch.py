"""Who looks at what, and what they are told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Watch:
    """A standing question of a user.

    Attributes:
        id, name: key and title.
        types: incident types or families of interest, empty for all.
        lat, lon, radius_m: circle of interest in degrees and metres; None for everywhere.
    """

    id: str
    name: str
    types: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    radius_m: float | None = None


@dataclass(frozen=True, slots=True)
class Alert:
    """One notice to one Watch.

    Attributes:
        watch, incident: what it is about.
        at: when it was raised, UTC.
        change: what changed in meaning, in words.
        certainty: ``certain`` or ``possible`` for the distance.
    """

    watch: str
    incident: str
    at: datetime
    change: str
    certainty: str = "certain"
