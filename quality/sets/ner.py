"""Named entities by rule: actors, places, nationalities, dates and sums in the type names of each set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from sayso.app.read import house_encoder
from sayso.gazetteer import Gazetteer, open_gazetteer
from sayso.lang.en.peoples import PEOPLES
from sayso.model import Document, Mention, Span
from sayso.model.mention import MentionKind
from sayso.read.actors import named_actors
from sayso.read.actors.learned import SURE
from sayso.read.dates import find_dates
from sayso.read.passages import split_passages
from sayso.read.places import find_places

_WORLDWIDE = {
    "person": "Person", "organisation": "Organization", "group": "Organization", "place": "Location",
    "facility": "Facility", "nationality": "NORP", "date": "Date",
}  # fmt: skip
_LEARNED: dict[str, MentionKind] = {
    "person": "person", "organisation": "organisation", "armed_group": "organisation", "place": "place",
    "facility": "facility", "nationality": "nationality",
}  # fmt: skip
_UNER = {"person": "PER", "organisation": "ORG", "group": "ORG", "place": "LOC", "facility": "LOC"}
_WNUT = {
    "person": "person",
    "place": "location",
    "facility": "location",
    "organisation": "corporation",
    "group": "group",
}
_SUM = r"\d[\d,.]*\d?(?:\s(?:thousand|million|billion|trillion|crores?|lakhs?))?"
_SIGN = r"(?:(?:US|A|C|HK|NT)?[$€£¥₹₦₱]|(?:Rs|Ksh|R|GH¢|N)\.?(?= ?\d))"
_UNIT = r"(?:US )?(?:dollars|euros|pounds|rupees|pesos|yuan|yen|naira)"
_MONEY = re.compile(rf"{_SIGN}\s?{_SUM}|{_SUM}\s{_UNIT}")
# A date of these sets has a year, a weekday or a month in it; spans of time and "yesterday" are not marked.
_CALENDAR = re.compile(r"\b(?:1[5-9]|20)\d\d|\b(?:[A-Z][a-z]+day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_WORD = re.compile(r"\b[A-ZÀ-Þ]\w+")


@cache
def _gazetteer() -> Gazetteer:
    return open_gazetteer()


def _mentions(text: str, alone: bool = False) -> list[Mention]:
    """Names, places and dates of a text; where two overlap the first of the order below stays.

    ``alone``: the text is one sentence cut out of its document, so that a lone unknown name is mostly a person.
    """
    document = Document("", "", text)
    passages = split_passages(document)
    places = find_places(document, passages, (), gazetteer=_gazetteer())
    dates = find_dates(document, passages, places)
    actors = list(named_actors(document, passages, (*places, *dates), house_encoder()))
    if alone:
        actors = [replace(m, kind="person") if m.voice_kind == "unknown" else m for m in actors]
    else:
        actors = [m for m in actors if m.voice_kind != "unknown"]
    dates = tuple(m for m in dates if _CALENDAR.search(m.text))
    peoples = [Mention("nationality", Span(*f.span()), f[0]) for f in _WORD.finditer(text) if f[0].lower() in PEOPLES]
    kept = _by_encoder(document)
    for mention in (*actors, *places, *dates, *peoples):
        if not any(mention.span.overlaps(k.span) for k in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.span)


def _by_encoder(document: Document) -> list[Mention]:
    """Names that the encoder is sure of; none without an encoder."""
    encoder = house_encoder()
    if encoder is None:
        return []
    named = [n for n in encoder.read(document.text).named if n.kind in _LEARNED and n.score >= SURE]
    return [Mention(_LEARNED[n.kind], n.span, n.span.of(document.text), score=n.score) for n in named]


def _entities(text: str, names: dict[str, str], alone: bool = False) -> list[dict[str, Any]]:
    mentions = [m for m in _mentions(text, alone) if m.kind in names and m.text]
    return [{"span": [m.span.start, m.span.end], "type": names[m.kind]} for m in mentions]


def predict_worldwide(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Person, Organization, Location, Facility, NORP, Date and Money."""
    for doc in docs:
        entities = _entities(doc["text"], _WORLDWIDE)
        taken = [tuple(e["span"]) for e in entities]
        for found in _MONEY.finditer(doc["text"]):
            if not any(s < found.end() and found.start() < e for s, e in taken):
                entities.append({"span": [found.start(), found.end()], "type": "Money"})
        yield {"id": doc["id"], "entities": entities}


def predict_uner(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """PER, ORG and LOC."""
    for doc in docs:
        yield {"id": doc["id"], "entities": _entities(doc["text"], _UNER, alone=True)}


def predict_wnut17(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """person, location, corporation and group; products and works are not looked for."""
    for doc in docs:
        yield {"id": doc["id"], "entities": _entities(doc["text"], _WNUT, alone=True)}
