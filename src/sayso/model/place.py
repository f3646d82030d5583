"""A resolved place with its precision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PlacePrecision = Literal["site", "settlement", "near", "admin2", "admin1", "region", "country", "sea", "unknown"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is, as far as the text and the gazetteer tell.

    Attributes:
        name: gazetteer name, or the text's own words when unresolved.
        country: English short name, "" when open; ``country_code`` is ISO 3166-1 alpha-2.
        admin1: name of the first-order region, "" when open.
        geonames_id: GeoNames id, None when unresolved.
        lat, lon: WGS84 degrees of the representative point; None for countries on request of a map
            (a country's centre is never a pin) and for unresolved places.
        precision: how small the place is; see ``PlacePrecision``.
        uncertainty_m: radius in metres that holds the place with good confidence, None when unknown.
        reason: why this candidate was chosen, one sentence.
        runners_up: the next candidates, best first, as ``(geonames_id, name, country_code, score)``.
    """

    name: str
    country: str = ""
    country_code: str = ""
    admin1: str = ""
    geonames_id: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision = "unknown"
    uncertainty_m: float | None = None
    reason: str = ""
    runners_up: tuple[tuple[int, str, str, float], ...] = ()
