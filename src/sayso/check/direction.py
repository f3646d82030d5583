"""Check: a direction said ("west of the capital") against the bearing computed from the gazetteer.

Tolerance: 67.5 degrees, one and a half steps of an eight-point compass, because "north of" is said of all that lies in
the northern third; widened by the angle under which the uncertainty of both places is seen. Places nearer than 25 km
(12 km when the text says so short a distance) or than 1.4 times their uncertainty are left alone. A distance told with
the direction must fit, or it may be that of the road when no other place near bears the name.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import asin, degrees

from sayso.check.bearings import Bearing, bearings_of, other_readings, point_of, slack_m
from sayso.check.distance import winding
from sayso.check.evidence import statement_of
from sayso.gazetteer import Gazetteer, bearing_deg, compass, distance_m
from sayso.model import Finding, Place, Reading, Span

VERSION = "direction/1"
_TOLERANCE = 67.5
_NEARLY = (0.7, 1.5)
"""Said and computed distance must be so near each other before a direction said with a distance is doubted."""
_HOMONYMS_M = 500_000.0
_NEAREST_M, _NEAREST_SAID_M, _FARTHEST_M = 25_000.0, 12_000.0, 3_000_000.0
_OF_SLACK = 1.4
"""So many times their uncertainty apart, the side on which one lies is still seen within 45 degrees."""


def check(reading: Reading, gazetteer: Gazetteer) -> Iterator[Finding]:
    """Give a finding for each direction that cannot be."""
    for bearing in bearings_of(reading):
        if bearing.direction is None:
            continue
        subject, reference = point_of(bearing.subject), point_of(bearing.reference)
        far = distance_m(subject, reference)
        slack = slack_m(bearing.subject) + slack_m(bearing.reference)
        nearest = _NEAREST_M if bearing.metres is None else _NEAREST_SAID_M
        if not max(nearest, _OF_SLACK * slack) <= far <= _FARTHEST_M:
            continue
        computed = bearing_deg(reference, subject)
        allowed = _TOLERANCE + degrees(asin(min(1.0, slack / far)))
        if _apart(computed, bearing.direction) <= allowed or _other_place_fits(bearing, gazetteer):
            continue
        if bearing.metres is not None and not _NEARLY[0] <= bearing.metres / far <= _longest(bearing, far, gazetteer):
            continue  # the distance does not fit either: more likely another place of that name
        yield _finding(reading, bearing, computed)


def _longest(bearing: Bearing, far: float, gazetteer: Gazetteer) -> float:
    """How much longer than the great circle the distance said may be: the road's, when only one place has that name."""
    named = [e for e in other_readings(gazetteer, bearing.subject) if e.main]
    return winding(far) if len(named) == 1 else _NEARLY[1]


def _apart(a: float, b: float) -> float:
    return abs((a - b + 180) % 360 - 180)


def _other_place_fits(bearing: Bearing, gazetteer: Gazetteer) -> bool:
    """True when another place of one of these names, not far away, lies in that direction."""
    if bearing.direction is None:
        return True
    for subject in other_readings(gazetteer, bearing.subject):
        for reference in other_readings(gazetteer, bearing.reference):
            if subject.point is None or reference.point is None or subject.key == reference.key:
                continue
            apart = distance_m(subject.point, reference.point)
            near = apart < _HOMONYMS_M if bearing.metres is None else 0.67 <= bearing.metres / max(apart, 1.0) <= 1.5
            if near and _apart(bearing_deg(reference.point, subject.point), bearing.direction) <= _TOLERANCE:
                return True
    return False


def _finding(reading: Reading, bearing: Bearing, computed: float) -> Finding:
    span = Span(bearing.subject.span.start, bearing.span.end)
    way = compass(computed)
    message = (
        f"The text puts {_name(bearing.subject.datum)} {bearing.direction_words} of {_name(bearing.reference.datum)}; "
        f"by their coordinates in the gazetteer it lies {way} of it (bearing {computed:.0f} degrees)."
    )
    return Finding(
        "direction", "warning", bearing.direction_words, f"{way} ({computed:.0f} degrees)",
        span.of(reading.document.text), span, message, statement_of(reading, bearing.span), VERSION,
    )  # fmt: skip


def _name(place: object) -> str:
    return f"{place.name} ({place.country})" if isinstance(place, Place) else ""
