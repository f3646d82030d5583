"""Phrases that place one thing by another: "Atyrau, about 2,500 kilometers west of the capital, Astana"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.check.evidence import passage_of
from sayso.gazetteer import Entry, Gazetteer
from sayso.lang.en import checks as words
from sayso.model import Figure, Mention, Passage, Place, Reading, Span

_AFTER = re.compile(
    r"\s*(?:\([^)]{1,40}\)\s*)?(?:away\s+)?(?:" + words.DIRECTION_PATTERN + r"\s+)?" + words.LINK_PATTERN
    + r"(?P<apposed>" + words.APPOSITION_PATTERN + r")?",
    re.IGNORECASE,
)  # fmt: skip
_ALONE = re.compile(
    r"\b" + words.DIRECTION_PATTERN + r"\s+" + words.LINK_PATTERN + r"(?P<apposed>" + words.APPOSITION_PATTERN + r")?",
    re.IGNORECASE,
)
_POINTS: tuple[str, ...] = ("site", "settlement")
_REACH = 90
"""A subject named more than so many characters before the phrase is not believed to be its subject."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """One such phrase with both ends found.

    Attributes:
        span: from the distance (or the direction) to the end of the reference's name.
        subject, reference: the two places; ``Place`` with coordinates.
        metres: the distance said, None when only a direction is said.
        direction: degrees clockwise from north from the reference to the subject, None when not said.
        direction_words: as written, "" when not said.
        distance_words: as written, "" when not said.
        on_the_way: True when the words speak of a drive, a road or the like.
    """

    span: Span
    subject: Mention
    reference: Mention
    metres: float | None
    direction: float | None
    direction_words: str
    distance_words: str
    on_the_way: bool


def bearings_of(reading: Reading) -> Iterator[Bearing]:
    """All phrases of a text whose subject and reference are both resolved to points."""
    text = reading.document.text
    taken: list[Span] = []
    for mention in reading.mentions:
        if mention.kind != "figure" or mention.role != "distance":
            continue
        after = _AFTER.match(text, mention.span.end)
        found = _bearing(reading, mention.span, after, mention) if after else None
        if found is not None:
            taken.append(found.span)
            yield found
    for passage in reading.passages:
        for match in _ALONE.finditer(text, passage.span.start, passage.span.end):
            span = Span(*match.span())
            if not any(t.overlaps(span) for t in taken):
                found = _bearing(reading, span, match, None)
                if found is not None:
                    yield found


def _bearing(reading: Reading, start: Span, match: re.Match[str], figure: Mention | None) -> Bearing | None:
    passage = passage_of(reading, start)
    if passage is None:
        return None
    named = _reference_at(reading, passage, match.start("apposed")) if match["apposed"] else None  # "Kansas City, "
    reference = named or _reference_at(reading, passage, match.end())
    subject = _subject_before(reading, passage, start.start)
    if subject is None or reference is None:
        return None
    if _no_point(reading.document.text, reference) or subject.text == reference.text:
        return None
    said = re.sub(r"[-\s]", "", match.group("direction") or "").lower()
    span = Span(start.start, reference.span.end)
    before_words = set(re.findall(r"\w+", reading.document.text[subject.span.end : reference.span.end].lower()))
    return Bearing(
        span, subject, reference, _metres(figure), words.DIRECTIONS.get(said), match.group("direction") or "",
        figure.text if figure else "", bool(before_words & words.ON_THE_WAY),
    )  # fmt: skip


def _metres(figure: Mention | None) -> float | None:
    """The middle of what the words allow, in metres."""
    if figure is None or not isinstance(figure.datum, Figure):
        return None
    unit = words.METRES.get(re.findall(r"[a-z]+", figure.text.lower())[-1], 0.0)
    high = figure.datum.high if figure.datum.high is not None else figure.datum.low
    return (figure.datum.low + high) / 2 * unit or None


def _held(reading: Reading, passage: Passage) -> list[Mention]:
    return [m for m in reading.mentions if m.kind in ("place", "facility") and passage.span.contains(m.span)]


def _reference_at(reading: Reading, passage: Passage, start: int) -> Mention | None:
    """The place named right after "of": a settlement, also one that only says what the incident was near."""
    places = (m for m in _held(reading, passage) if m.span.start == start)
    return next((m for m in places if isinstance(m.datum, Place) and _point_in(m, (*_POINTS, "near"))), None)


def _subject_before(reading: Reading, passage: Passage, start: int) -> Mention | None:
    """The last place before the phrase; regions and seas in between are passed over, unresolved names are not."""
    held = [m for m in _held(reading, passage) if m.span.end <= start]
    small = [m for m in held if not isinstance(m.datum, Place) or m.datum.precision in (*_POINTS, "near", "unknown")]
    if not small or _point_in(small[-1], (*_POINTS, "near")) is None:
        return None
    text = reading.document.text
    if words.COPULA.match(text[small[-1].span.end : start]):
        opens = words.SENTENCE_OPENS.match(text[passage.span.start : small[-1].span.start]) is not None
        return small[-1] if opens or _is_who(text, small[-1], start) else None
    between = words.APPOSED.sub("", text[small[-1].span.end : start])
    whole_name = re.match(r"\s*[,(]|\s+[a-z]|\s*$", between) is not None
    near = whole_name and len(between) <= _REACH
    return small[-1] if near and not words.OTHER_SUBJECT.search(between) else None


def _is_who(text: str, place: Mention, start: int) -> bool:
    """True for "X, which is about 30 km ...": the clause is about the place itself."""
    return re.match(r"\s*,\s*which\b", text[place.span.end : start]) is not None


def _point_in(mention: Mention, precisions: tuple[str, ...]) -> tuple[float, float] | None:
    place = mention.datum
    if not isinstance(place, Place) or place.precision not in precisions or place.lat is None or place.lon is None:
        return None
    if place.geonames_id is None:  # a street or a park has the point of the town it lies in
        return None
    return place.lat, place.lon


def _no_point(text: str, reference: Mention) -> bool:
    following = re.match(r"(?:'s|’s)?\s+([\w-]+)", text[reference.span.end :])
    return following is not None and following.group(1).lower() in words.NOT_A_POINT


def other_readings(gazetteer: Gazetteer, mention: Mention) -> list[Entry]:
    """Places that bear the name of a mention, within the same country, or the largest few of the world."""
    place = mention.datum
    code = place.country_code if isinstance(place, Place) else ""
    held = [e for e in gazetteer.lookup(mention.text) if e.point is not None and e.kind == "settlement"]
    return [e for n, e in enumerate(held) if n < 8 or e.country_code == code]


def point_of(mention: Mention) -> tuple[float, float]:
    """Coordinates of a resolved mention.

    Raises:
        ValueError: when the mention has none.
    """
    point = _point_in(mention, (*_POINTS, "near"))
    if point is None:
        raise ValueError(f"no point: {mention.text}")
    return point


def slack_m(mention: Mention) -> float:
    """Uncertainty of a resolved mention in metres."""
    place = mention.datum
    return place.uncertainty_m or 0.0 if isinstance(place, Place) else 0.0
