"""Places told relative to a named one: "80 km north of X", "northern X"; those told by two are in ``pairs``.

Each becomes a shape: a point with the radius that holds what the words allow. The place named keeps its own mention;
the shape is made on demand, so that what computes with the place itself (a distance said against one computed) is not
misled.
"""

from __future__ import annotations

import re
from dataclasses import replace
from math import asin, atan2, cos, degrees, radians, sin

from sayso.gazetteer import Entry, Gazetteer, distance_m
from sayso.gazetteer.geo import EARTH_RADIUS_M, Point
from sayso.lang.ru import places as ru
from sayso.model import Document, Mention, Place
from sayso.read.places.pairs import pair_at

_METRES = {"km": 1000.0, "kms": 1000.0, "mile": 1609.34, "mi": 1609.34, "meter": 1.0, "metre": 1.0, "yard": 0.9144,
           "nm": 1852.0, "nmi": 1852.0, "nautical mile": 1852.0}  # fmt: skip
_UNIT = r"(?P<unit>kilomet(?:er|re)s?|kms?|(?:nautical )?miles?|nmi?|mi|met(?:er|re)s?|yards?)"
_WAY = r"(?P<way>(?:north|south|east|west)(?:[ -]?(?:north|south))?(?:[ -]?(?:east|west))?)(?:wards?)?"
_AWAY = re.compile(
    rf"(?P<number>\d[\d,]*(?:\.\d+)?)[\s-]?{_UNIT}\b(?:\s*\([^)]{{1,25}}\))?,?\s+(?:to\s+the\s+)?(?:{_WAY}\s+)?"
    r"(?:away\s+)?(?:of|from|outside|off)\s+(?:[\w'’-]+\s+){0,5}(?:of\s+)?$", re.IGNORECASE,
)  # fmt: skip
_AWAY_RU = re.compile(ru.AWAY, re.IGNORECASE)
_PART = re.compile(
    r"\b(?:(?P<part>north|south|east|west)(?P<rest>-?(?:east|west))?(?:ern)?(?:\s+(?:part\s+)?of(?:\s+the)?)?)\s+$",
    re.IGNORECASE,
)
_DEGREES = {"north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180, "southwest": 225, "west": 270,
            "northwest": 315}  # fmt: skip
_NAMES = {degrees: way for way, degrees in _DEGREES.items()}
_FAR_M = 400_000.0
"""Beyond this "N km from X" places nothing: it tells how far away something is, not where it happened."""


def relative_place(
    document: Document, mentions: tuple[Mention, ...], number: int, gazetteer: Gazetteer
) -> Place | None:
    """The shape that the words around one place make of it; None when they make none.

    Args:
        document: the text.
        mentions: the mentions of :func:`find_places`, in order of the text.
        number: which of them.
        gazetteer: for extents and borders.

    Returns:
        a Place named by the text's own words, without GeoNames id; its point and ``uncertainty_m`` are a circle that
        holds what the words allow, and ``reason`` says how it was made.
    """
    mention = mentions[number]
    place = mention.datum
    if not isinstance(place, Place) or (not place.country_code and place.lat is None):
        return None
    before = document.text[max(0, mention.span.start - 90) : mention.span.start]
    after = mentions[number + 1] if number + 1 < len(mentions) else None
    pair = pair_at(document, mention, after, gazetteer) if after is not None else None
    if pair is not None:
        return pair.place
    away = _AWAY.search(before)
    if away is not None:
        return _away(place, away, before[away.start() :].strip())
    away = _AWAY_RU.search(before)
    if away is not None:
        return _moved_ru(place, away, before[away.start() :].strip())
    part = _PART.search(before)
    return _part(gazetteer, place, part) if part is not None and mention.kind == "place" else None


def _away(place: Place, said: re.Match[str], words: str) -> Place | None:
    unit = said["unit"].lower()
    metres = float(said["number"].replace(",", "")) * _METRES.get(unit, _METRES.get(unit.rstrip("s"), 1000.0))
    return _apart(place, metres, _DEGREES.get(re.sub(r"[ -]", "", (said["way"] or "").lower())), words)


def _moved_ru(place: Place, said: re.Match[str], words: str) -> Place | None:
    number = float(re.sub(r"\s", "", said["number"]).replace(",", "."))
    metres = number * (1.0 if said["unit"].lower().startswith("м") else 1000.0)
    way, by = (said["way"] or "").lower(), (said["by"] or "").lower().removesuffix("нее")
    stems = sorted(ru.WAYS, key=len, reverse=True)
    stem = next((w for w in stems if way.startswith(w)), "")
    return _apart(place, metres, ru.WAYS.get(stem, ru.BY_WAY.get(by)), words)


def _apart(place: Place, metres: float, bearing: int | None, words: str) -> Place | None:
    """The circle so far away from a place, in a direction when one is said."""
    if place.lat is None or place.lon is None or metres > _FAR_M:
        return None
    own = place.uncertainty_m or 1000.0
    if bearing is not None:
        lat, lon = moved((place.lat, place.lon), bearing, metres)
        # A compass word of eight leaves 22.5 degrees to either side; the distance is rounded, from some part of X.
        radius = metres * 0.4 + own
        reason = f"{metres / 1000:.0f} km {_NAMES[bearing]} of {place.name}, as said; the radius allows for rounding."
    else:
        lat, lon, radius = place.lat, place.lon, metres + own
        reason = f"within {metres / 1000:.0f} km of {place.name}: the distance is said, the direction is not."
    return replace(place, name=f"{words} {place.name}", geonames_id=None, lat=lat, lon=lon, precision="near",
                   uncertainty_m=round(radius), reason=reason)  # fmt: skip


def moved(point: Point, bearing: float, metres: float) -> Point:
    """The point at a bearing (degrees clockwise from north) and distance on the sphere from a point in degrees."""
    lat, lon, way, arc = radians(point[0]), radians(point[1]), radians(bearing), metres / EARTH_RADIUS_M
    to = asin(sin(lat) * cos(arc) + cos(lat) * sin(arc) * cos(way))
    along = lon + atan2(sin(way) * sin(arc) * cos(lat), cos(arc) - sin(lat) * sin(to))
    return degrees(to), (degrees(along) + 180) % 360 - 180


def _part(gazetteer: Gazetteer, place: Place, said: re.Match[str]) -> Place | None:
    entry = _entry(gazetteer, place)
    box = gazetteer.extent(entry) if entry is not None else None
    if box is None or box[1] > box[3]:
        return None
    south, west, north, east = box
    words = (said["part"] + (said["rest"] or "").replace("-", "")).lower()
    tall, wide = (north - south) / 2, (east - west) / 2
    south, north = (
        (north - tall, north) if "north" in words else (south, south + tall) if "south" in words else (south, north)
    )
    west, east = (east - wide, east) if "east" in words else (west, west + wide) if "west" in words else (west, east)
    centre = (south + north) / 2, (west + east) / 2
    return replace(
        place, name=f"{words}ern {place.name}", geonames_id=None, lat=round(centre[0], 3), lon=round(centre[1], 3),
        precision="region", uncertainty_m=round(distance_m(centre, (north, east))),
        reason=f"the {words} half of the extent of {place.name}; the radius reaches its corners.",
    )  # fmt: skip


def _entry(gazetteer: Gazetteer, place: Place) -> Entry | None:
    if place.precision == "country":
        return gazetteer.country(place.country_code)
    return gazetteer.region(place.admin1 or place.name, place.country_code) if place.precision == "admin1" else None
