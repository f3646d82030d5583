"""A place on its way into the gazetteer file."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import sqrt

from sayso.gazetteer.outlines import Box


@dataclass(slots=True)
class Row:
    """A place to be written; ``names`` maps each spelling to ``main``, ``alternate`` or ``demonym``.

    The other attributes are those of :class:`sayso.gazetteer.entry.Entry`; ``box`` is the extent when it is known.
    """

    geonames_id: int | None
    name: str
    kind: str
    country_code: str = ""
    admin1: str = ""
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    uncertainty_m: float = 0.0
    capital: str = ""
    names: dict[str, str] = field(default_factory=dict)
    box: Box | None = None

    def call(self, kind: str, *names: str) -> None:
        """Adds spellings; a main name is never downgraded."""
        for name in names:
            if name:
                self.names.setdefault(name, kind)


def radius_m(population: int) -> float:
    """A radius that holds a settlement: about 1 km for a village, 5 km for 100,000, 25 km for ten million."""
    return min(30_000.0, 1000.0 + 8.0 * sqrt(max(population, 0)) * (1 if population < 1_000_000 else 0.9))
