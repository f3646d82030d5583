"""The country of an incident of which no place is told: that of the bodies and armed groups in its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.gazetteer import Entry
from sayso.lang.en.places import DOMESTIC_BODIES
from sayso.model import Assertion, Place, Span
from sayso.read.incidents.accounts import Account
from sayso.read.incidents.material import Material
from sayso.read.incidents.perpetrators import VIOLENT
from sayso.read.incidents.values import make
from sayso.taxonomy import load_taxonomy

_DOMESTIC = re.compile(DOMESTIC_BODIES, re.I)


def nation(material: Material, account: Account) -> Iterator[Assertion]:
    """The one country whose government, army or rebels, or whose own armed group, stands in the sentences of violence.

    Nothing where there are two, or where it is that of the dateline, which says more.
    """
    told: dict[str, tuple[Place, Span]] = {}
    if load_taxonomy().family(account.type) not in VIOLENT:
        return
    for number in account.passages:
        told = domestic(material, number) | told
    if len(told) == 1 and material.home_filed not in told:
        [(place, span)] = told.values()
        yield make(material, "place", place, span, score=0.4, rule="place-by-nation")


def abroad(material: Material, account: Account) -> Iterator[Assertion]:
    """The country that news filed from another one is about, at the first words that name it or its people."""
    entry = material.gazetteer.country(material.home) if material.gazetteer is not None and material.home else None
    if entry is None or account.status == "background" or material.home_filed in ("", material.home):
        return
    named = (m for m in material.mentions if isinstance(m.datum, Place) and m.datum.country_code == material.home)
    first = min(named, key=lambda m: m.span, default=None)
    if first is not None:
        place = replace(_country(entry), reason=f"filed from abroad; the text is about {entry.name}")
        yield make(material, "place", place, first.span, score=0.4, rule="place-by-nation")


def domestic(material: Material, number: int) -> dict[str, tuple[Place, Span]]:
    """By code, the countries whose bodies or armed groups stand in a passage, each with the words that name them."""
    told: dict[str, tuple[Place, Span]] = {}
    for m in material.by_passage.get(number, ()):
        place = m.datum
        if m.kind != "nationality" or not isinstance(place, Place) or not place.country_code:
            continue
        if _DOMESTIC.match(material.document.text, m.span.end):
            reason = f"{place.country}, whose own bodies are told of"
            whole = replace(place, name=place.country, precision="country", reason=reason)
            told.setdefault(place.country_code, (whole, m.span))
    for span, entry in material.groups:
        if material.passages[number].span.contains(span):
            told.setdefault(entry.country_code, (_country(entry), span))
    return told


def _country(entry: Entry) -> Place:
    return Place(
        entry.name, entry.country, entry.country_code, "", entry.geonames_id, precision="country",
        reason=f"the armed group fights in {entry.name}",
    )  # fmt: skip
