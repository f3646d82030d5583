"""Where an incident happened: the places of its sentences, weighed by how near and how finely they are told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from sayso.lang.en import incidents as words
from sayso.lang.en import places as en
from sayso.model import Assertion, Mention, Place, Span
from sayso.read.incidents.accounts import Account
from sayso.read.incidents.material import Material, as_adjective, gap
from sayso.read.incidents.nations import abroad, nation
from sayso.read.incidents.shapes import Pair, away_from, part_of, tells, told_by_two
from sayso.read.incidents.unheld import UNHELD, at_home, capital, unheld, well_known
from sayso.read.incidents.values import ARREST_DAY, make

COARSE = 3
ABROAD = 150
BESIDE = 40
"""Characters between a trigger and the country that it is told of."""
MOST_PLACES = 2
_AWAY = re.compile(
    r"(?:kilomet(?:er|re)s?|km|miles?|hours?|south|north|east|west)\s+(?:\w+\s+){0,2}(?:of|from)\s+(?:the\s+)?(?:[\w']+,?\s+){0,3}$"
)
_PART = r"(?:\b(?:north|south|east|west|cent|heart|middle|parts?|border)[\w-]*\s+of|\b(?:{}))"
_PREFIX = r"\s+(?:the\s+)?(?:[\w-]+ern\s+|central\s+|(?:(?:north|south)(?:[ -]?(?:east|west))?|east|west)\s+)?$"
_IN = re.compile(
    _PART.format(r"in|inside|across|throughout|around|between|between\s+(?:the\s+)?[\w.'-]+(?:\s[\w.'-]+){0,3}\s+and")
    + _PREFIX
)
_INSIDE = re.compile(_PART.format("in|inside|across|throughout") + _PREFIX)
_OFFICE = re.compile(en.OFFICE_OF, re.I)
_COMING = re.compile(en.COMING_AND_GOING, re.I)
_APART = (_AWAY, _OFFICE, re.compile(en.COMING_FROM, re.I), re.compile(en.SEAT_OF_COURT, re.I))
_NO_SCENE = re.compile(words.NO_SCENE, re.I)
_LISTED = re.compile(r",?\s+(?:and|or)\s+(?:in\s+|at\s+)?|,\s+(?:in\s+|at\s+)?", re.I)
_SITE = re.compile(words.SITE)
_FINE = {
    "site": 0,
    "settlement": 1,
    "near": 2,
    "admin2": 3,
    "admin1": 4,
    "region": 5,
    "country": 6,
    "sea": 5,
    "unknown": 6,
}


def places(material: Material, account: Account) -> Iterator[Assertion]:
    """Where it happened: the finest places beside the triggers, then named sites; else the dateline."""
    ranked = sorted(_places(material, account, account.passages), key=lambda x: x[0])
    if account.status != "background" and not any(_fineness(m) < COARSE for _, m in ranked):
        opening = tuple(range(material.lead, min(material.lead + 4, len(material.passages))))
        ranked += sorted(_places(material, account, opening), key=lambda x: x[0])
    ranked = _of_told_country(material, account, ranked)
    ranked = _finest(material, ranked)
    kept = _first(ranked)
    kept += [m for m in _listed_with(material, kept, ranked) if m not in kept]
    pairs = told_by_two(material)
    lines = [p for p in pairs if p.place.precision == "region" and tells(material, account.passages, p)]
    if all(_fineness(m) >= COARSE for m in kept):
        kept = [m for m in kept if not any(m in p.mentions for p in lines)]
        yield from (make(material, "place", p.place, p.span, score=0.7, rule="place-by-two") for p in lines[:1])
    yield from _kept(material, kept, [p for p in pairs if p.place.precision == "near"])
    kept += [p.mentions[0] for p in lines[:1] if not kept]
    away = None if kept else next(away_from(material, account.passages), None)
    if away is not None:
        yield make(material, "place", away[0], away[1], score=0.7, rule="place-by-distance")
    elif kept:
        yield from sites(material, account, kept[0].datum)
        if account.status != "background" and all(_unlisted(m) for m in kept):
            yield from _dateline(material)  # "Verona Street", in a report filed from Cleveland
    else:
        filed = list(_dateline(material)) if account.status != "background" else []
        yield from list(nation(material, account)) or filed or list(abroad(material, account))


def _first(ranked: list[tuple[float, Mention]]) -> list[Mention]:
    """The nearest places, of at most ``MOST_PLACES`` names."""
    kept: list[Mention] = []
    for rank, m in ranked:
        if _names(kept) | _names([m]) != _names(kept) and (
            len(_names(kept)) >= MOST_PLACES or rank > ranked[0][0] + 60
        ):
            continue
        kept.append(m)
    return kept


def _listed_with(material: Material, kept: list[Mention], ranked: list[tuple[float, Mention]]) -> list[Mention]:
    """The other towns of a list that the nearest place stands in ("in A, B and C")."""
    towns = sorted((m for _, m in ranked if _fineness(m) < COARSE), key=lambda m: m.span)
    runs: list[list[Mention]] = []
    for m in towns:
        if runs and _LISTED.fullmatch(material.document.text, runs[-1][-1].span.end, m.span.start):
            runs[-1].append(m)
        else:
            runs.append([m])
    listed = [run for run in runs if len(run) > MOST_PLACES and kept[0] in run]
    return [m for run in listed for m in run]


def _finest(material: Material, ranked: list[tuple[float, Mention]]) -> list[tuple[float, Mention]]:
    """Without regions where a town is told, or without towns from which only a way leads to the region that is told
    ("in Ash province, south of the capital")."""
    fine = [(rank, m) for rank, m in ranked if _fineness(m) < COARSE]
    apart = [m for _, m in fine if _AWAY.search(_before(material, m))]
    if fine and len(apart) == len(fine):
        inside = [(r, m) for r, m in ranked if _is_region(m) and _INSIDE.search(_before(material, m))]
        return inside or fine
    return fine or ranked


def _before(material: Material, m: Mention) -> str:
    return material.document.text[max(0, m.span.start - 60) : m.span.start].lower()


def _is_region(m: Mention) -> bool:
    return isinstance(m.datum, Place) and m.datum.precision in ("admin1", "admin2")


def _of_told_country(
    material: Material, account: Account, ranked: list[tuple[float, Mention]]
) -> list[tuple[float, Mention]]:
    """Without places abroad farther from the triggers than the country told beside one ("killed in Peru today")."""
    spans = [t.span for t in account.triggers]
    near = {id(m): ABROAD if _held_by(material, m) else min(gap(m.span, s) for s in spans) for _, m in ranked}
    told = {_country(m): near[id(m)] for _, m in reversed(ranked) if near[id(m)] <= BESIDE and _in_country(material, m)}
    if len(told) != 1:
        return ranked
    [(country, least)] = told.items()
    return [(rank, m) for rank, m in ranked if _country(m) in ("", country) or near[id(m)] < least]


def _held_by(material: Material, m: Mention) -> bool:
    """True for the seat of somebody's office ("the rector of X University")."""
    return bool(_OFFICE.search(_before(material, m)))


def _in_country(material: Material, m: Mention) -> bool:
    before = material.document.text[max(0, m.span.start - 20) : m.span.start].lower()
    return isinstance(m.datum, Place) and m.datum.precision == "country" and bool(_INSIDE.search(before))


def _country(m: Mention) -> str:
    return m.datum.country_code if isinstance(m.datum, Place) else ""


def _kept(material: Material, kept: list[Mention], pairs: list[Pair]) -> Iterator[Assertion]:
    """The places kept, each once; two between which something happened as one."""
    told: list[Pair] = []
    for m in dict.fromkeys(kept):
        pair = next((p for p in pairs if m in p.mentions), None)
        if pair is not None:
            if pair not in told:
                told.append(pair)
                yield make(material, "place", pair.place, pair.span, score=m.score, rule="place-by-two")
            continue
        part = part_of(material, m) if _fineness(m) >= COARSE else None
        place, span = part or (_as_said(m), m.span)
        yield make(material, "place", place, span, score=m.score, rule="place-part" if part else "place-near-trigger")


def _as_said(m: Mention) -> Place:
    """The place of a mention; its reason keeps the spelling of the text where the gazetteer has another one."""
    place = m.datum
    assert isinstance(place, Place)
    said = " ".join(m.text.split())
    if _folded(said) in _folded(place.name) or _folded(place.name) in _folded(said) or said in place.reason:
        return place
    return replace(place, reason=f'{place.reason.rstrip(".")}; "{said}" in the text'.removeprefix("; "))


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def _names(mentions: list[Mention]) -> set[str]:
    return {m.datum.name for m in mentions if isinstance(m.datum, Place)}


def _unlisted(m: Mention) -> bool:
    """True for a site that was placed in the town around it."""
    held = isinstance(m.datum, Place) and m.datum.geonames_id is None and m.datum.precision in ("settlement", "site")
    return held and m.made_by != UNHELD


def _fineness(m: Mention) -> int:
    if not isinstance(m.datum, Place):
        return COARSE
    place = m.datum
    if m.made_by == UNHELD:
        return _FINE["settlement"]  # a name that is not held, in the country of which the text tells
    if place.geonames_id is None and place.precision in {"admin1", "admin2", "country"} and place.runners_up:
        return _FINE["near"]  # a village that is not held, placed in the state named with it
    return _FINE[place.precision]


def _places(material: Material, account: Account, passages: tuple[int, ...]) -> Iterator[tuple[float, Mention]]:
    for order, number in enumerate(passages):
        spans = [t.span for t in account.triggers if t.passage == number]
        for m in (*material.places(number), *unheld(material, number), *capital(material, number)):
            if material.names_person(number, m.span):
                continue
            if m.kind == "nationality" or m.role in {"distance", "containing"} or _NO_SCENE.search(m.text):
                continue
            near = min((gap(m.span, s) for s in spans), default=40)
            text = _before(material, m)
            led = re.search(r"\b(?:in|at|near|outside|inside|of|on|from|around)\s+(?:[\w']+\s+){0,3}$", text)
            if _fineness(m) >= _FINE["country"] and (not _IN.search(text) or _no_scene(material, m, text)):
                continue
            away = 120 if any(p.search(text) for p in _APART) else 50 if m.role == "near" else 0
            if not _of_the_text(material, number, m):
                own = at_home(material, m) if material.document.text.isupper() else None
                if own is None and material.document.text.isupper() and not well_known(material, m):
                    continue
                m, away = (own, away) if own is not None else (m, away + ABROAD)
            yield min(order, 8) * 35 + min(near, 80) + 25 * _fineness(m) + (0 if led else 60) + away, m


def _no_scene(material: Material, m: Mention, before: str) -> bool:
    """True for a country that is an adjective ("the U.S. convoy") or where somebody came or lives."""
    return bool(_COMING.search(before)) or as_adjective(material.document.text, m.span)


def _of_the_text(material: Material, number: int, m: Mention) -> bool:
    """False for a place whose country neither the dateline, the text by name nor the rest of the passage knows: often
    it is no place at all."""
    country = m.datum.country_code if isinstance(m.datum, Place) else ""
    beside = {
        other.datum.country_code
        for other in material.places(number)
        if isinstance(other.datum, Place) and not other.span.overlaps(m.span) and other.text != m.text
    }
    return not material.home or not country or country == material.home or country in material.nations | beside


def sites(material: Material, account: Account, around: object) -> Iterator[Assertion]:
    """Named sites beside the triggers ("Route 2"): their point is that of the place around them."""
    if not isinstance(around, Place) or material.document.text.isupper():
        return
    seen: set[str] = set()
    for number in account.passages:
        span = material.passages[number].span
        for m in _SITE.finditer(material.document.text, span.start, span.end):
            name = " ".join(m.group("site").split())
            inside = " ".join(material.document.text[m.start("site") : m.end("site") + 12].split())
            if name in seen or len(seen) >= 3 or _NO_SCENE.search(inside):  # "the Lyon District Court"
                continue
            if ARREST_DAY.search(material.document.text, max(span.start, m.start() - 60), m.start()):
                continue
            seen.add(name)
            place = replace(
                around, name=name, geonames_id=None, precision="site", runners_up=(),
                reason=f"named site, not in the gazetteer; the point is that of {around.name}",
            )  # fmt: skip
            yield make(material, "place", place, Span(*m.span("site")), score=0.6, rule="place-site")


def _dateline(material: Material) -> Iterator[Assertion]:
    """The place of the dateline, unless the text is news of another country filed from abroad."""
    span = material.document.dateline_span
    if span is None or material.home != material.home_filed:
        return
    for m in material.mentions:
        if isinstance(m.datum, Place) and span.contains(m.span):
            yield make(material, "place", m.datum, m.span, score=0.4, rule="place-dateline")
            return
