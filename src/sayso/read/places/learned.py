"""Places with the encoder beside the gazetteer: a name that it sees as a person's is no place ("Jordan said").

Some towns have the name of a man. The encoder, which knows a name by its shape and the words around it, takes "Troy" in
"Troy police Lt. Ray Holt" for one; where the next words say outright that it is a town, they outweigh it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import zip_longest

from sayso.gazetteer import Gazetteer
from sayso.lang.en.places import LOCATIVES, TOWNSPEOPLE
from sayso.model import Document, Mention, Passage, Place
from sayso.read.encoder.named import Named
from sayso.read.encoder.session import Encoder
from sayso.read.places.find import find_places

SURE = 0.9
"""Least score of a person's name that outweighs the gazetteer."""
_OF_THE_TOWN = re.compile(rf" +(?:{'|'.join(sorted(TOWNSPEOPLE))})\b", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"(\w+)\s+\Z")
_COMMA = re.compile(r",\s+")


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
    places = find_places(document, passages, found, gazetteer=gazetteer)
    return without_people(document.text, places, encoder.read(document.text).named)


def without_people(text: str, places: Sequence[Mention], named: Sequence[Named]) -> tuple[Mention, ...]:
    """The places that are no names of people.

    Args:
        text: the document's text.
        places: what ``find_places`` found, in order.
        named: names by encoder, in order.

    Returns:
        Those of ``places`` that lie in no name of a person of which the encoder is sure, and those that the words
        behind call a town: its region behind a comma ("Troy, Mich."), its police or people ("Troy police"). A surname
        told elsewhere with its given name is no place either, unless words lead to one ("in Troy").
    """
    surnames = {
        n.span.of(text).split()[-1] for n in named if n.kind == "person" and n.score >= SURE and " " in n.span.of(text)
    }
    kept = []
    for place, behind in zip_longest(places, places[1:]):
        person, is_town = _person(place, named), _is_town(text, place, behind)
        if person is not None and not (person.span.start == place.span.start and is_town):
            continue
        if person is None and place.text in surnames and not is_town and not _led(text, place):
            continue
        kept.append(place)
    return tuple(kept)


def _led(text: str, place: Mention) -> bool:
    """True for a country, and for what a word of place leads to."""
    if place.kind != "place" or (isinstance(place.datum, Place) and place.datum.precision == "country"):
        return True
    word = _WORD_BEFORE.search(text, max(0, place.span.start - 20), place.span.start)
    return word is not None and word[1].lower() in LOCATIVES


def _person(place: Mention, named: Sequence[Named]) -> Named | None:
    """The person in whose name the place lies; None when there is none of whom the encoder is sure."""
    at = bisect_right(named, place.span.start, key=lambda n: n.span.start) - 1
    name = named[at] if at >= 0 else None
    if name is None or name.kind != "person" or name.score < SURE or not name.span.contains(place.span):
        return None
    return name


def _is_town(text: str, place: Mention, behind: Mention | None) -> bool:
    if _OF_THE_TOWN.match(text, place.span.end):
        return True
    if behind is None or behind.role != "containing":
        return False
    return _COMMA.fullmatch(text, place.span.end, behind.span.start) is not None
