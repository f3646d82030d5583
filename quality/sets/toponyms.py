"""Prediction for the toponym sets: places found or given, with a point for each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.gazetteer import Gazetteer, open_gazetteer
from sayso.model import Document, Mention, Place, Span
from sayso.read.passages import split_passages
from sayso.read.places import find_places, resolve_spans


def predict(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One output line a document; ``toponyms`` with spans are resolved, a document without them is read."""
    gazetteer = open_gazetteer()
    for line in docs:
        document = _document(line)
        passages = split_passages(document)
        given = line.get("toponyms")
        if given is None:
            mentions = find_places(document, passages, (), gazetteer=gazetteer)
            mentions = tuple(m for m in mentions if m.kind in ("place", "facility") or _adjective(m))
            answers = [_answer(m, gazetteer) for m in mentions]
        else:
            spans = [Span(*t["span"]) for t in given]
            mentions = resolve_spans(document, passages, spans, gazetteer=gazetteer)
            answers = _filled([_answer(m, gazetteer) for m in mentions])
        yield {"id": line["id"], "toponyms": answers}


def _document(line: dict[str, Any]) -> Document:
    text = line["text"]
    return Document(
        hashlib.sha256(text.encode()).hexdigest(), "", text, title=line.get("title", ""), url=line.get("url", "")
    )


def _adjective(mention: Mention) -> bool:
    """ "Turkish troops" counts as a toponym in these sets, "the Turks" does not."""
    return mention.kind == "nationality" and not mention.text.endswith("ns")


def _answer(mention: Mention, gazetteer: Gazetteer) -> dict[str, Any]:
    place = mention.datum
    assert isinstance(place, Place)
    lat, lon = place.lat, place.lon
    if lat is None and place.country_code:
        # The record never pins a country; the sets' gold does, at the country's centre, so the centre is given here.
        country = gazetteer.country(place.country_code)
        lat, lon = (country.lat, country.lon) if country else (None, None)
    answer: dict[str, Any] = {"span": [mention.span.start, mention.span.end]}
    if lat is not None and lon is not None:
        answer |= {"lat": lat, "lon": lon}
    if place.geonames_id:
        answer["geonameid"] = str(place.geonames_id)
    return answer


def _filled(answers: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Names not held get the point of the nearest resolved name: small places lie near what they are named with."""
    known = [a for a in answers if "lat" in a]
    for answer in answers:
        if "lat" not in answer:
            at = answer["span"][0]
            near = min(known, key=lambda k: abs(k["span"][0] - at), default={"lat": 0.0, "lon": 0.0})
            answer |= {"lat": near["lat"], "lon": near["lon"]}
    return answers
