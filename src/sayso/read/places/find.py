"""The part of reading that finds and resolves places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from urllib.parse import urlsplit

from sayso.gazetteer import Entry, Gazetteer
from sayso.gazetteer.fold import fold
from sayso.lang.en import places as en
from sayso.model import Document, Mention, Passage, Place, PlacePrecision, Span
from sayso.read.places.candidates import candidates, kinds_of_type
from sayso.read.places.capitals import doubtful
from sayso.read.places.evidence import Spot
from sayso.read.places.resolve import Choice, resolve
from sayso.read.places.spot import Spotter

MADE_BY = "places/1"
_NEAR_M = 25_000.0
_PRECISION: dict[str, PlacePrecision] = {
    "settlement": "settlement", "admin1": "admin1", "admin2": "admin2", "country": "country", "landmark": "site",
    "airport": "site", "oil field": "site", "camp": "site", "base": "site",
    "sea": "sea", "ocean": "sea", "strait": "sea",
}  # fmt: skip
_BEHIND = re.compile(r"\s*(?:,|\(|\.,|, in|, in the)\s*")
_APPOSED = re.compile(r"\b(?:capital|city|town|village|port|province|region)(?: of|,)\s*$")
_DISTANCE = re.compile(
    r"(?:\d[\d,.]*[\s-]?|\w+[\s-])(?:"
    + "|".join(sorted(en.UNITS_OF_DISTANCE, key=len, reverse=True))
    + r")\b[^.;]{0,40}$"
)


def find_places(
    document: Document, passages: tuple[Passage, ...], found: tuple[Mention, ...], *, gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """Places, nationalities and facilities of a document, resolved with the whole document in view.

    Args:
        document: the text; dateline and URL are used when they are known.
        passages: its sentences.
        found: mentions of earlier parts; nothing inside a person, organisation or group is taken for a place.
        gazetteer: where names are looked up.

    Returns:
        mentions in order of the text, ``kind`` place, nationality or facility, ``datum`` a Place. ``role`` tells how
        the place is used: "dateline", "near" ("near X"), "distance" ("80 km from X"), "metonym" (a government),
        "containing" (the Y of "X, Y") or "". ``cluster`` numbers the mentions of one place.
    """
    spots = Spotter(document, passages, found, gazetteer).spots()
    return _mentions(document, spots)


def resolve_spans(
    document: Document, passages: tuple[Passage, ...], spans: Iterable[Span], *, gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """The places that given spans name, one mention a span in the order given.

    Args:
        document, passages: as for :func:`find_places`.
        spans: where places are known to be named.
        gazetteer: where names are looked up.

    Returns:
        mentions as of :func:`find_places`; an unresolved one has a Place without id and point.
    """
    wanted = list(spans)
    others = {s.span: s for s in Spotter(document, passages, (), gazetteer).spots()}
    spots = sorted((_given(document, s, others, gazetteer) for s in dict.fromkeys(wanted)), key=lambda s: s.span)
    made = {m.span: m for m in _mentions(document, spots, given=True)}
    return tuple(made[s] for s in wanted)


def _given(document: Document, span: Span, others: dict[Span, Spot], gazetteer: Gazetteer) -> Spot:
    if span in others:
        return others[span]
    surface = span.of(document.text)
    found = candidates(gazetteer, surface)
    beside = re.match(r"\s+(\w+)", document.text[span.end : span.end + 30])
    if found.entries and not found.wanted and beside:
        found = replace(found, wanted=kinds_of_type(beside[1]))
    return Spot(
        span, surface, found, kind="facility" if found.inside or _is_site(surface) else "place", group=fold(surface)
    )


def _is_site(surface: str) -> bool:
    words = surface.lower().split()
    return len(words) > 1 and words[-1] in en.FACILITY_NOUNS


def _mentions(document: Document, spots: list[Spot], *, given: bool = False) -> tuple[Mention, ...]:
    qualifiers = _qualifiers(document.text, spots)
    choices = resolve(spots, qualifiers, _home(document))
    doubted = frozenset() if given else doubtful(document, spots, choices)
    holders = _holders(document.text, spots, choices)
    behind = set(qualifiers.values())
    clusters: dict[object, int] = {}
    made = []
    for n, (spot, choice) in enumerate(zip(spots, choices, strict=True)):
        if n in doubted:
            continue
        role = "containing" if n in behind else _role(document, spot, choice)
        key = choice.entry.key if choice.entry and not spot.candidates.inside else spot.group
        cluster = clusters.setdefault(key, len(clusters))
        place = place_of(spot, choice, role) if n not in holders else _held(spot, choices, holders[n])
        made.append(mention_of(spot, choice, role, cluster, place))
    return tuple(made)


def mention_of(
    spot: Spot, choice: Choice, role: str, cluster: int, place: Place | None = None, made_by: str = MADE_BY
) -> Mention:
    """The mention a resolved spot becomes; ``place`` when it is not simply the one chosen."""
    place = place or place_of(spot, choice, role)
    return Mention(
        kind=spot.kind, span=spot.span, text=spot.surface, name=place.name, cluster=cluster, role=role,  # type: ignore[arg-type]
        datum=place, made_by=made_by, score=_confidence(choice),
    )  # fmt: skip


def _qualifiers(text: str, spots: list[Spot]) -> dict[int, int]:
    """ "X, Y": the number of X to the number of Y, when Y is a country or region."""
    pairs = {}
    for n, (a, b) in enumerate(pairwise(spots)):
        if b.kind == "place" and _BEHIND.fullmatch(text[a.span.end : b.span.start]) and _some_inside(a, b):
            pairs[n] = n + 1
    return pairs


def _some_inside(a: Spot, b: Spot) -> bool:
    wide = [e for e in b.candidates.entries if e.kind in ("country", "admin1") and e.main]
    if _is_nation(a) and _is_nation(b):  # "in Russia, U.S. officials said"
        return False
    return any(
        x.country_code == y.country_code and x.kind != "country" and (y.kind == "country" or x.admin1 == y.name)
        for x in a.candidates.entries
        for y in wide
        if x.key != y.key
    )


def _is_nation(spot: Spot) -> bool:
    """A country by its name, which is no part of another country ("Georgia" may be)."""
    wide = [e for e in spot.candidates.entries if e.main and e.kind in ("country", "admin1")]
    return bool(wide) and all(e.kind == "country" for e in wide)


def _holders(text: str, spots: list[Spot], choices: list[Choice]) -> dict[int, int]:
    """Sites the gazetteer does not hold: the number of the place that holds each, the nearest in the text."""
    holding = [
        n for n, c in enumerate(choices) if c.entry is not None and c.entry.kind in _HOLDS and spots[n].kind == "place"
    ]
    held = {}
    for n, choice in enumerate(choices):
        if _is_mission(spots[n], choice.entry):
            abroad = [m for m in holding if _country(choices[m]) != _country(choice)]
            held[n] = min(abroad, key=lambda m: _apart(text, spots[n], spots[m]), default=_NOWHERE)
        elif choice.entry is None and spots[n].kind == "facility" and holding:
            held[n] = _holder(text, spots, n, holding)
        elif n + 1 < len(spots) and _elsewhere(text, spots[n], spots[n + 1], choice.entry, choices[n + 1].entry):
            held[n] = n + 1
    return held


def _holder(text: str, spots: list[Spot], site: int, holding: list[int]) -> int:
    """The place named next to a site; where none stands beside it, that of the dateline, else the nearest."""
    nearest = min(holding, key=lambda m: _apart(text, spots[site], spots[m]))
    filed = [m for m in holding if spots[m].role == "dateline"]
    return filed[0] if filed and _apart(text, spots[site], spots[nearest]) > _BESIDE else nearest


_BESIDE = 60
"""Characters between a site and the place that it is told of together with."""
_NOWHERE = -1


def _country(choice: Choice) -> str:
    return choice.entry.country_code if choice.entry is not None else ""


def _is_mission(spot: Spot, entry: Entry | None) -> bool:
    """ "The U.S. Embassy" lies in any country but the one it is named after."""
    last = spot.surface.lower().split()[-1:]
    return entry is not None and entry.kind == "country" and spot.kind == "facility" and last[0] in en.MISSIONS


def _elsewhere(text: str, a: Spot, b: Spot, entry: Entry | None, region: Entry | None) -> bool:
    """ "X, Texas", "X, Iraq" where no X there is known: better placed in Texas or Iraq than at an X elsewhere."""
    if entry is None or region is None or entry.kind != "settlement" or entry.population > _TOO_BIG or entry.capital:
        return False
    if b.kind != "place" or not _COMMA.fullmatch(text[a.span.end : b.span.start]):
        return False
    if region.kind == "country":  # "Boko Haram, Nigeria's deadliest group"
        return entry.country_code != region.country_code and not text.startswith(("'s", "’s"), b.span.end)
    return region.kind == "admin1" and (entry.country_code, entry.admin1) != (region.country_code, region.admin1)


_TOO_BIG = 50_000
"""Inhabitants from which "X, Y" is rather a list than a town and its region."""
_COMMA = re.compile(r",\s+|\.,\s+|\s+\(")


_HOLDS = ("settlement", "admin2", "island")


def _apart(text: str, site: Spot, place: Spot) -> int:
    """Characters between a site and a place; "SITE in PLACE" and "SITE, PLACE" count as touching."""
    if place.span.start >= site.span.end:
        between = text[site.span.end : place.span.start]
        return 0 if between.strip() in ("in", ",", "at", "in the", "near") else len(between)
    return site.span.start - place.span.end


def _held(spot: Spot, choices: list[Choice], holder: int) -> Place:
    entry = choices[holder].entry if holder != _NOWHERE else None
    if entry is None:
        return Place(spot.surface, reason="It lies abroad, and the text names no place near it.")
    return replace(_inside(spot, entry, ()), reason=f"Not in the gazetteer; placed in {entry.name}, named next to it.")


def _home(document: Document) -> str:
    """Country of the outlet's address; general endings tell nothing."""
    host = urlsplit(document.url).hostname or ""
    ending = host.rpartition(".")[2].upper()
    return {"UK": "GB"}.get(ending, ending) if len(ending) == 2 and ending not in ("TV", "ME", "IO", "CO") else ""


def _role(document: Document, spot: Spot, choice: Choice) -> str:
    text = document.text
    if spot.role:
        return spot.role
    before = text[max(0, spot.span.start - 70) : spot.span.start]
    words = before.lower().split()
    apposed = _APPOSED.search(before)
    if apposed:
        words = words[: len(words) - len(apposed[0].split())]
    words = _without_kind(words)
    if words and words[-1] in ("from", "of", "outside", "away", "off") and _DISTANCE.search(before.lower()):
        return "distance"
    if words and (words[-1] in en.NEAR_WORDS or words[-2:] == ["close", "to"] or words[-2:] == ["outskirts", "of"]):
        return "near"
    if len(words) > 1 and words[-1] == "of" and words[-2] in en.DIRECTIONS and (len(words) < 3 or words[-3] != "the"):
        return "near"
    after = re.match(r"\s+(\w+)", text[spot.span.end : spot.span.end + 25])
    subject = not words or words[-1] not in en.PLACE_PREPOSITIONS
    entry = choice.entry
    speaks = entry is not None and (entry.kind == "country" or entry.capital == "country")
    if speaks and spot.kind == "place" and subject and after and after[1].lower() in en.SAYING_VERBS:
        return "metonym"
    return ""


def _without_kind(words: list[str]) -> list[str]:
    """The words before a name without those for what it names: "south of" of "south of the capital"."""
    end = len(words)
    if end > 1 and words[end - 1] == "of" and words[end - 2] in en.SETTLEMENTS_BEFORE:
        end -= 2
    elif end and words[end - 1].rstrip(",") in en.SETTLEMENTS_BEFORE:
        end -= 1
    return words[: end - 1] if end and words[end - 1] == "the" else words[:end]


def place_of(spot: Spot, choice: Choice, role: str = "") -> Place:
    """The Place a spot was resolved to; what only lies inside a known place has its point but not its id."""
    entry = choice.entry
    if entry is None:
        return Place(spot.surface, reason="The gazetteer does not hold this name.")
    runners = tuple((e.geonames_id or 0, e.name, e.country_code, round(s, 2)) for e, s in choice.others)
    if spot.candidates.inside:
        return _inside(spot, entry, runners)
    precision: PlacePrecision = _PRECISION.get(entry.kind, "region")
    radius = entry.uncertainty_m
    if role == "near" and precision in ("settlement", "site"):
        precision, radius = "near", max(_NEAR_M, 2 * radius)
    lat, lon = (None, None) if entry.kind == "country" else (entry.lat, entry.lon)
    return Place(
        entry.name, entry.country, entry.country_code, entry.admin1, entry.geonames_id, lat, lon, precision, radius,
        _reason(entry, choice), runners,
    )  # fmt: skip


def _inside(spot: Spot, entry: Entry, runners: tuple[tuple[int, str, str, float], ...]) -> Place:
    country = entry.kind == "country"
    lat, lon = (None, None) if country else (entry.lat, entry.lon)
    first = (entry.geonames_id or 0, entry.name, entry.country_code, 0.0)
    return Place(
        spot.surface, entry.country, entry.country_code, entry.admin1, None, lat, lon,
        _PRECISION.get(entry.kind, "region"),
        entry.uncertainty_m, f"Not in the gazetteer; placed in {entry.name}, which its name or the text contains.",
        (first, *runners),
    )  # fmt: skip


def _reason(entry: Entry, choice: Choice) -> str:
    where = ", ".join(dict.fromkeys(w for w in (entry.name, entry.admin1, entry.country) if w))
    many = f"; {len(choice.others)} or more others bear the name" if choice.others else "; the only one of that name"
    return f"{where} ({entry.kind}): {choice.why}{many}."


def _confidence(choice: Choice) -> float:
    if choice.entry is None:
        return 0.3
    if not choice.others:
        return 0.95
    margin = choice.score - choice.others[0][1]
    return round(min(0.99, 0.5 + 0.12 * max(0.0, margin)), 2)
