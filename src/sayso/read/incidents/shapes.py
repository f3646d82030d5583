"""Places of incidents that are told by other places: "30 km north of Aleppo", "northern Mali", "between A and B"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.model import Mention, Place, Span
from sayso.read.incidents.material import Material
from sayso.read.places import Pair, pairs_of, relative_place

__all__ = ["Pair", "away_from", "part_of", "tells", "told_by_two"]


def away_from(material: Material, passages: Iterable[int]) -> Iterator[tuple[Place, Span]]:
    """The shapes that distances in ``passages`` make, each with the words that tell it; nothing without a gazetteer."""
    for number in passages:
        for m in material.places(number):
            shape = _shape(material, m) if m.role == "distance" else None
            if shape is not None and shape.precision == "near":
                yield shape, _words(material, m, shape)


def told_by_two(material: Material) -> list[Pair]:
    """The places of the text that are told by two others, in order; none without a gazetteer."""
    if material.gazetteer is None:
        return []
    return list(pairs_of(material.document, tuple(material.mentions), material.gazetteer))


def tells(material: Material, passages: Iterable[int], pair: Pair) -> bool:
    """True when the pair stands in one of the passages."""
    return any(material.passages[number].span.overlaps(pair.span) for number in passages)


def part_of(material: Material, mention: Mention) -> tuple[Place, Span] | None:
    """The part of a country that the words before it name, with them; None when they name none."""
    shape = _shape(material, mention)
    if shape is None or shape.precision != "region":
        return None
    return shape, _words(material, mention, shape)


def _shape(material: Material, mention: Mention) -> Place | None:
    if material.gazetteer is None:
        return None
    at = material.mentions.index(mention)
    return relative_place(material.document, material.mentions, at, material.gazetteer)


def _words(material: Material, mention: Mention, shape: Place) -> Span:
    """From the words that the shape's name begins with to the end of the place; the place alone where they are none."""
    told = shape.name.removesuffix(f" {mention.datum.name}") if isinstance(mention.datum, Place) else ""
    text, least = material.document.text, max(0, mention.span.start - 90)
    start = text.lower().rfind(told.lower().removesuffix("ern"), least, mention.span.start)
    return Span(start, mention.span.end) if told and start >= 0 else mention.span
