"""Check: a distance said between two places against the distance computed from the gazetteer.

Tolerance: said may be longer by six tenths than the great circle, below 500 km up to 2.2 times as long (many texts give
the way by road or river, and few wind more), or a quarter shorter (rounding, "about", the edge of a large city), each
widened by the uncertainty of both places; a difference below 50 km is never a finding. When other places of the same
names would fit, or the two lie absurdly far apart, a place was probably read wrongly, and the check is silent.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.check.bearings import Bearing, bearings_of, other_readings, point_of, slack_m
from sayso.check.evidence import statement_of
from sayso.gazetteer import Gazetteer, bearing_deg, distance_m
from sayso.model import Finding, Place, Reading, Span

VERSION = "distance/1"
_LONGEST, _SHORTEST = 1.6, 0.75
_LEAST_M = 50_000.0
_SHORT_M = 40_000.0
"""Below this the subject is too often a village that no gazetteer holds."""
_NEIGHBOURS_M = 400_000.0
_WRONG_PLACE = 6.0
_ABROAD = 2.0
"""Farther apart than so many times what is said, one of the places was read wrongly; the second, where the two lie in
different countries or the subject is so small a town that another of its name may not be held."""
_KNOWN = 20_000


def check(reading: Reading, gazetteer: Gazetteer) -> Iterator[Finding]:
    """Give a finding for each distance that cannot be."""
    for bearing in bearings_of(reading):
        if bearing.metres is None or bearing.metres < _SHORT_M or bearing.on_the_way:
            continue
        computed = distance_m(point_of(bearing.subject), point_of(bearing.reference))
        slack = slack_m(bearing.subject) + slack_m(bearing.reference)
        sure = _same_country(bearing) and _people(bearing, gazetteer) >= _KNOWN
        if computed > (_WRONG_PLACE if sure else _ABROAD) * bearing.metres:
            continue
        if fits(bearing.metres, computed, slack) or _other_place_fits(bearing, gazetteer):
            continue
        yield _finding(reading, bearing, computed)


def _same_country(bearing: Bearing) -> bool:
    one, other = bearing.subject.datum, bearing.reference.datum
    return isinstance(one, Place) and isinstance(other, Place) and one.country_code == other.country_code


def _people(bearing: Bearing, gazetteer: Gazetteer) -> int:
    """Inhabitants of the subject, 0 when they are not known."""
    place = bearing.subject.datum
    held = other_readings(gazetteer, bearing.subject)
    return next((e.population for e in held if isinstance(place, Place) and e.geonames_id == place.geonames_id), 0)


def fits(said: float, computed: float, slack: float) -> bool:
    """True when a distance said in metres may stand for a great circle of ``computed`` metres."""
    if abs(said - computed) <= _LEAST_M + slack:
        return True
    return _SHORTEST * (computed - slack) <= said <= winding(computed) * (computed + slack)


def winding(computed: float) -> float:
    """How much longer than the great circle a way may be: 2.2 up to 250 km (mountain roads), 1.6 from 500 km on."""
    return max(_LONGEST, min(2.2, 2.2 - (computed - 250_000) / 400_000))


def _other_place_fits(bearing: Bearing, gazetteer: Gazetteer) -> bool:
    """True when other places of these names lie as far apart, and in that direction, as the text says."""
    said = bearing.metres or 0.0
    for subject in other_readings(gazetteer, bearing.subject):
        for reference in other_readings(gazetteer, bearing.reference):
            if subject.point is None or reference.point is None or subject.key == reference.key:
                continue
            if subject.country_code != reference.country_code and said > _NEIGHBOURS_M:
                continue
            close = _SHORTEST <= said / max(1.0, distance_m(subject.point, reference.point)) <= 1.25
            if close and _same_way(bearing, bearing_deg(reference.point, subject.point)):
                return True
    return False


def _same_way(bearing: Bearing, degrees: float) -> bool:
    return bearing.direction is None or abs((degrees - bearing.direction + 180) % 360 - 180) <= 45


def _finding(reading: Reading, bearing: Bearing, computed: float) -> Finding:
    text = reading.document.text
    span = Span(bearing.subject.span.start, bearing.span.end)
    miles = "mi" in bearing.distance_words.split()[-1].lower()
    unit, metres = ("miles", 1609.344) if miles else ("km", 1000.0)
    far = f"about {round(computed / metres, -1):,.0f} {unit}"
    message = (
        f"The text says {bearing.distance_words} between {_name(bearing.subject.datum)} and "
        f"{_name(bearing.reference.datum)}; the great circle between their coordinates in the gazetteer is {far}."
    )
    return Finding(
        "distance", "warning", bearing.distance_words, far, span.of(text), span, message,
        statement_of(reading, bearing.span), VERSION,
    )  # fmt: skip


def _name(place: object) -> str:
    return f"{place.name} ({place.country})" if isinstance(place, Place) else ""
