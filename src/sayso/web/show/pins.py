"""Incidents as pins: for the interactive map, and for the drawn one that needs no script."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sayso.app.views import IncidentLine
from sayso.model import Place
from sayso.web.show import words

METRES_PER_DEGREE = 111_320.0
"""Length of one degree of latitude on a sphere of WGS84's mean radius."""


@dataclass(frozen=True, slots=True)
class Pin:
    """One incident on the map.

    Attributes:
        id, title, family, url: what it is and where its page is.
        lat, lon: degrees, WGS84.
        radius_m: radius of uncertainty in metres, 0 when none is known.
        place: name of the place; note: the place with its precision in words.
        disputed: True when any value is disputed.
    """

    id: str
    title: str
    family: str
    url: str
    lat: float
    lon: float
    radius_m: float
    place: str
    note: str
    disputed: bool

    @property
    def x(self) -> float:
        """Degrees east of 180° W: the horizontal axis of the drawn map."""
        return round(self.lon + 180, 3)

    @property
    def y(self) -> float:
        """Degrees south of the pole: the vertical axis of the drawn map."""
        return round(90 - self.lat, 3)

    @property
    def r(self) -> float:
        """Radius of uncertainty in degrees of latitude."""
        return round(self.radius_m / METRES_PER_DEGREE, 4)

    def feature(self) -> dict[str, object]:
        """The pin as a GeoJSON feature."""
        return {
            "type": "Feature",
            "id": self.id,
            "geometry": {"type": "Point", "coordinates": [self.lon, self.lat]},
            "properties": {
                "id": self.id,
                "title": self.title,
                "family": self.family,
                "url": self.url,
                "radius": self.radius_m,
                "place": self.place,
                "note": self.note,
                "disputed": self.disputed,
            },
        }


def pinned(place: Place | None) -> bool:
    """True when the place is small enough to be a pin. The middle of a country or province never is one."""
    return place is not None and place.precision in words.PINNED and place.lat is not None and place.lon is not None


def pins(lines: Iterable[IncidentLine], url: Callable[[str], str]) -> tuple[Pin, ...]:
    """The pins of all lines that may have one, in order; ``url`` gives the page of an incident id."""
    made = []
    for line in lines:
        place = line.place
        if place is None or not pinned(place) or place.lat is None or place.lon is None:
            continue
        made.append(
            Pin(
                line.id,
                line.title,
                line.family,
                url(line.id),
                place.lat,
                place.lon,
                place.uncertainty_m or 0.0,
                place.name,
                f"{words.place_name(place)} ({words.place_precision(place)})",
                line.disputed,
            )
        )
    return tuple(made)


def collection(some: Iterable[Pin]) -> dict[str, object]:
    """Pins as a GeoJSON feature collection."""
    return {"type": "FeatureCollection", "features": [pin.feature() for pin in some]}


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the drawn map that is shown, in degrees from the upper left corner of the world."""

    x: float
    y: float
    width: float
    height: float

    @property
    def view_box(self) -> str:
        """As the ``viewBox`` of an SVG."""
        return f"{self.x:g} {self.y:g} {self.width:g} {self.height:g}"

    @property
    def dot(self) -> float:
        """Radius of a pin in degrees, so that pins look the same in every frame."""
        return round(self.width / 70, 3)


def frame(some: Iterable[Pin], least: float = 30.0) -> Frame:
    """The smallest frame, twice as wide as high and at least ``least`` degrees wide, around all pins.

    The whole world when there is no pin.
    """
    placed = tuple(some)
    if not placed:
        return Frame(0, 5, 360, 150)
    left, right = min(p.x - p.r for p in placed), max(p.x + p.r for p in placed)
    top, bottom = min(p.y - p.r for p in placed), max(p.y + p.r for p in placed)
    width = min(360.0, max(least, (right - left) * 1.25, (bottom - top) * 2.5))
    height = min(170.0, width / 2)
    x = min(max(0.0, (left + right - width) / 2), 360 - width)
    y = min(max(0.0, (top + bottom - height) / 2), 180 - height)
    return Frame(round(x, 2), round(y, 2), round(width, 2), round(height, 2))
