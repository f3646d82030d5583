"""Places that no mention resolves: names that the gazetteer lacks, a namesake elsewhere, "the capital"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.lang.en import places as en
from sayso.model import Mention, Place, Span
from sayso.read.incidents.material import Material, as_adjective, gap
from sayso.read.incidents.nations import domestic

UNHELD = "unheld"
"""Maker of the mentions of places that the gazetteer does not hold."""
SURE = 0.75
"""Least score of a place's name by encoder that is believed though the gazetteer lacks it."""
BIG = 500_000
_LED = re.compile(en.LEADS_TO_SCENE + r"$", re.I)
_CAPITAL = re.compile(en.THE_CAPITAL, re.I)
_NAMED_NEXT = re.compile(r",?\s{1,2}")
"""Between "the capital" and its name."""


def unheld(material: Material, number: int) -> Iterator[Mention]:
    """The places of a passage in capitals that the gazetteer does not hold, each with the country of the place named
    nearest.

    Args:
        material: the document.
        number: of the passage.

    Yields:
        mentions with a Place that has a country but no point.
    """
    span, text = material.passages[number].span, material.document.text
    if not text.isupper():  # in mixed case such names are quarters and stops of a town that is held and says more
        return
    held = material.places(number)
    for name in material.named:
        if not span.contains(name.span) or any(m.span.overlaps(name.span) for m in held):
            continue
        words = " ".join(name.span.of(text).split())
        if words.lower() in en.NO_PLACE_NAMES or as_adjective(text, name.span) or not leads(material, name.span):
            continue
        country, code = _country_beside(material, number, name.span)
        reason = f"the gazetteer does not hold this name; taken to lie in {country}, of which the text tells"
        place = Place(_without_kind(words), country, code, reason=reason)
        yield Mention("place", name.span, words, words, datum=place, made_by=UNHELD, score=name.score)


def _without_kind(name: str) -> str:
    """ "LOS SAUCES" of "LOS SAUCES CANTON"."""
    told = name.split()
    while len(told) > 1 and told[-1].lower() in en.KINDS_BEHIND:
        told.pop()
    return " ".join(told)


def at_home(material: Material, mention: Mention) -> Mention | None:
    """The same name in the country of the text, for a town of which the gazetteer knows only namesakes elsewhere.

    None where no preposition leads to it, for a large town and for what is no town.
    """
    place = mention.datum
    if not isinstance(place, Place) or place.precision not in ("settlement", "near"):
        return None
    if not leads(material, mention.span) or mention.kind != "place" or not material.home or material.gazetteer is None:
        return None
    country = material.gazetteer.country(material.home)
    if country is None or well_known(material, mention):
        return None
    said = " ".join(mention.text.split())
    reason = f"the gazetteer holds no {said} in {country.name}, of which the text tells"
    return replace(mention, datum=Place(said, country.name, country.country_code, reason=reason), made_by=UNHELD)


def well_known(material: Material, mention: Mention) -> bool:
    """True for a capital or a metropolis to which a preposition leads: no reader takes it for a namesake."""
    place = mention.datum
    if not isinstance(place, Place) or material.gazetteer is None or not place.geonames_id:
        return False
    entry = material.gazetteer.by_id(place.geonames_id)
    known = entry is not None and (entry.population > BIG or entry.capital == "country")
    return known and leads(material, mention.span)


def capital(material: Material, number: int) -> Iterator[Mention]:
    """ "In the capital": that of the one country whose bodies the passage tells of, else of the text's own country."""
    if material.gazetteer is None or not material.home:
        return
    bodies = list(domestic(material, number))
    code = bodies[0] if len(bodies) == 1 else material.home
    span = material.passages[number].span
    for told in _CAPITAL.finditer(material.document.text, span.start, span.end):
        entry = material.gazetteer.capital(code)
        if entry is None:
            return
        at = Span(*told.span("capital"))
        if any(_NAMED_NEXT.fullmatch(material.document.text, at.end, m.span.start) for m in material.places(number)):
            continue
        reason = f"the capital of {entry.country}, of which the text tells"
        place = Place(
            entry.name, entry.country, entry.country_code, entry.admin1, entry.geonames_id, entry.lat, entry.lon,
            "settlement", entry.uncertainty_m, reason,
        )  # fmt: skip
        yield Mention("place", at, at.of(material.document.text), entry.name, datum=place, made_by="capital", score=0.7)


def leads(material: Material, span: Span) -> bool:
    """True when the words before ``span`` lead to a scene ("in", "at the village of")."""
    return bool(_LED.search(material.document.text, max(0, span.start - 60), span.start))


def _country_beside(material: Material, number: int, span: Span) -> tuple[str, str]:
    """Name and code of the country of the place nearest in the passage, else of the text's own country."""
    known = material.nations | {material.home}
    beside = [
        (gap(m.span, span), m.datum.country, m.datum.country_code)
        for m in material.places(number)
        if isinstance(m.datum, Place) and m.kind == "place" and m.datum.country_code in known - {""}
    ]
    if beside:
        return min(beside)[1:]
    entry = material.gazetteer.country(material.home) if material.gazetteer is not None and material.home else None
    return (entry.name, entry.country_code) if entry is not None else ("", "")
