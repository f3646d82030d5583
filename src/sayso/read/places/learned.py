"""Places with the encoder beside the gazetteer: a name that it sees as a person's is no place ("Jordan said")."""

from __future__ import annotations

from bisect import bisect_right

from sayso.gazetteer import Gazetteer
from sayso.model import Document, Mention, Passage
from sayso.read.encoder.named import Named
from sayso.read.encoder.session import Encoder
from sayso.read.places.find import find_places

SURE = 0.9
"""Least score of a person's name that outweighs the gazetteer."""


def find_places_with(
    document: Document,
    passages: tuple[Passage, ...],
    found: tuple[Mention, ...],
    *,
    gazetteer: Gazetteer,
    encoder: Encoder,
) -> tuple[Mention, ...]:
    """As ``find_places``, without those that lie in a name of a person.

    Args:
        document, passages, found, gazetteer: as for ``find_places``.
        encoder: the released model.
    """
    named = encoder.read(document.text).named
    places = find_places(document, passages, found, gazetteer=gazetteer)
    return tuple(place for place in places if not _is_person(place, named))


def _is_person(place: Mention, named: tuple[Named, ...]) -> bool:
    at = bisect_right(named, place.span.start, key=lambda n: n.span.start) - 1
    if at < 0:
        return False
    name = named[at]
    return name.kind == "person" and name.score >= SURE and name.span.contains(place.span)
