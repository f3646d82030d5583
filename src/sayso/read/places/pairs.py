"""Places told by two others: "between A and B", "the border of A and B", "the A-B highway", "A's border with B".

Each becomes a shape: the half-way point with a radius that reaches both, or the middle of the shared border with a
radius that reaches its ends. A country's middle is never the point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.gazetteer import Gazetteer, distance_m
from sayso.gazetteer.geo import Point
from sayso.lang.ru import places as ru
from sayso.model import Document, Mention, Place, Span

_BEFORE = 60
_AFTER = 16
_BETWEEN = re.compile(
    rf"\b(?:between\s+(?:the\s+)?(?:(?:cities|towns|villages)\s+of\s+)?|{ru.BETWEEN})$", re.IGNORECASE
)
_FROM = re.compile(r"\b(?:road|highway|motorway|route|railway|line|bus|train)\s+(?:\w+\s+)?from\s+$", re.IGNORECASE)
_AND = re.compile(rf"\s+and\s+(?:the\s+)?|{ru.AND}")
_TO = re.compile(r"\s+to\s+")
_DASH = re.compile(r"\s*[-–]\s*")
_BORDER = re.compile(r"\s*(?:['’]s)?\s*(?:common\s+|shared\s+|land\s+)?(?:border|frontier)\b", re.IGNORECASE)
_WAY = re.compile(r"\s*(?:highway|road|motorway|route|railway|expressway)\b", re.IGNORECASE)
_BORDER_OF = re.compile(
    rf"\b(?:(?:border|frontier)\s+(?:of|between|with)\s+(?:the\s+)?|{ru.BORDER_OF})$", re.IGNORECASE
)
_BORDER_WITH = re.compile(r"(?:['’]s?)?\s+(?:\w+\s+)?(?:border|frontier)\s+with\s+(?:the\s+)?", re.IGNORECASE)
_ONE_SIDE = re.compile(r"\b(?:border|frontier)\s+with\s+(?:the\s+)?$", re.IGNORECASE)
_APART_M = 800_000.0
"""Farther apart than this, two places tell of two sides rather than of a spot between them."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A place told by others.

    Attributes:
        place: the shape, without GeoNames id.
        span: the words that tell it.
        mentions: the mentions of the places it is told by.
    """

    place: Place
    span: Span
    mentions: tuple[Mention, ...]


def pairs_of(document: Document, mentions: tuple[Mention, ...], gazetteer: Gazetteer) -> Iterator[Pair]:
    """All places of a text that are told by two others, in order.

    Args:
        document: the text.
        mentions: the mentions of :func:`find_places`, in order of the text; other kinds are passed over.
        gazetteer: for the borders.
    """
    places = [m for m in mentions if isinstance(m.datum, Place)]
    used: Mention | None = None
    for number, mention in enumerate(places):
        after = places[number + 1] if number + 1 < len(places) else None
        pair = pair_at(document, mention, after, gazetteer) if after is not None else None
        if pair is None and mention is not used:
            pair = _one_side(document, mention, places, gazetteer)
        if pair is not None:
            used = after
            yield pair


def pair_at(document: Document, first: Mention, second: Mention, gazetteer: Gazetteer) -> Pair | None:
    """The place that two neighbouring mentions tell together; None when they tell none."""
    text, a, b = document.text, first.datum, second.datum
    if not isinstance(a, Place) or not isinstance(b, Place) or not 0 < second.span.start - first.span.end < _BEFORE:
        return None
    before = text[max(0, first.span.start - _BEFORE) : first.span.start]
    between = text[first.span.end : second.span.start]
    tail = text[second.span.end : second.span.end + _AFTER]
    joined = _AND.fullmatch(between) or _DASH.fullmatch(between)
    of, at, way = _BORDER_OF.search(before), _BORDER.match(tail), _WAY.match(tail)
    shape, start, end = None, first.span.start, second.span.end
    if joined and (of or at):
        shape = border(gazetteer, a, b) or halfway(a, b, _BORDERLINE)
        start, end = (start - len(before) + of.start(), end) if of else (start, end + (at.end() if at else 0))
    elif _BORDER_WITH.fullmatch(between):
        shape = border(gazetteer, a, b)
    elif told := (joined and _BETWEEN.search(before)) or (_TO.fullmatch(between) and _FROM.search(before)):
        shape, start = halfway(a, b), start - len(before) + told.start()
    elif _DASH.fullmatch(between) and way:
        shape, end = halfway(a, b), end + way.end()
    return Pair(shape, Span(start, end), (first, second)) if shape is not None else None


def _one_side(document: Document, mention: Mention, places: list[Mention], gazetteer: Gazetteer) -> Pair | None:
    """ "near the border with Libya": with the one country of the text that borders on it."""
    before = document.text[max(0, mention.span.start - _BEFORE) : mention.span.start]
    told, place = _ONE_SIDE.search(before), mention.datum
    if told is None or not isinstance(place, Place) or place.precision != "country":
        return None
    countries = {
        m.datum.country_code: m for m in places if isinstance(m.datum, Place) and m.datum.precision == "country"
    }
    shapes = [(border(gazetteer, m.datum, place), m) for m in countries.values() if isinstance(m.datum, Place)]
    found = [(shape, m) for shape, m in shapes if shape is not None]
    if len(found) != 1:
        return None
    start = mention.span.start - len(before) + told.start()
    return Pair(found[0][0], Span(start, mention.span.end), (mention, found[0][1]))


_BORDERLINE = "on the border of {} and {}"


def halfway(a: Place, b: Place, words: str = "between {} and {}") -> Place | None:
    """The circle around the half-way point of two places that reaches both; None for countries and two far sides."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    apart = distance_m((a.lat, a.lon), (b.lat, b.lon))
    if not 0 < apart <= _APART_M:
        return None
    lat, lon = (round(degrees, 5) for degrees in middle((a.lat, a.lon), (b.lat, b.lon)))
    one = a.country_code == b.country_code
    return Place(
        words.format(a.name, b.name), a.country if one else "", a.country_code if one else "",
        a.admin1 if one and a.admin1 == b.admin1 else "", None, lat, lon, "near", round(apart / 2),
        f"half-way between {a.name} and {b.name}, which are {apart / 1000:.0f} km apart.",
    )  # fmt: skip


def middle(a: Point, b: Point) -> Point:
    """The point half-way between two points; across the date line where that is shorter."""
    turn = (b[1] - a[1] + 180) % 360 - 180
    return (a[0] + b[0]) / 2, (a[1] + turn / 2 + 180) % 360 - 180


def border(gazetteer: Gazetteer, a: Place, b: Place) -> Place | None:
    """The middle of the shared outline of two countries with a radius to its ends; None when they share none."""
    line = gazetteer.border(a.country_code, b.country_code) if a.country_code != b.country_code else ()
    if not line or {a.precision, b.precision} != {"country"}:
        return None
    mid = sum(p[0] for p in line) / len(line), sum(p[1] for p in line) / len(line)
    on = min(line, key=lambda p: distance_m(p, mid))
    return Place(
        f"border of {a.name} and {b.name}", "", "", "", None, round(on[0], 3), round(on[1], 3), "region",
        round(max(distance_m(on, p) for p in line)),
        f"the middle of the border of {a.name} and {b.name}; the radius reaches its ends.",
    )  # fmt: skip
