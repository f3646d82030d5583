"""One place of the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A place with its representative point.

    Attributes:
        key: number of the entry in this gazetteer file; not stable between builds.
        geonames_id: GeoNames id, None when the shipped sources do not tell it.
        name: main name in English or romanised form.
        kind: ``settlement``, ``admin1``, ``admin2``, ``country``, ``continent``, ``region``, ``island``, ``sea``,
            ``ocean``, ``strait``, ``canal``, ``lake``, ``river``, ``mountain``, ``mountains``, ``desert``, ``valley``,
            ``landmark``, ``airport``, ``oil field``, ``camp`` (of displaced people), ``base`` (military), ``feature``
            (from a complete dump only: a natural feature that may be known to few).
        country_code: ISO 3166-1 alpha-2, "" for what lies in several countries or in none.
        country: English short name of that country.
        admin1: name of the first-order region it lies in (of itself for an admin1), "" when unknown.
        lat, lon: WGS84 degrees; None when no single point stands for it ("Earth").
        population: inhabitants, 0 when unknown.
        uncertainty_m: radius around the point that holds the place with good confidence.
        main: True when the name looked up is a main name, False for an alternate one; True outside look-ups.
        capital: ``country``, ``admin1`` or "".
        demonym: True when the name looked up names its people ("Kazakh"), not the place.
    """

    key: int
    geonames_id: int | None
    name: str
    kind: str
    country_code: str
    country: str
    admin1: str
    lat: float | None
    lon: float | None
    population: int
    uncertainty_m: float
    main: bool = True
    capital: str = ""
    demonym: bool = False

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, None when there is none."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)
