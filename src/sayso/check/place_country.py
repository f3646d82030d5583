"""Check: a place named with a country it does not lie in: "Lagos, Ghana".

Only where the country follows the name after a comma and no list goes on, and where the gazetteer knows a place of
that name elsewhere with many people but none of any size in the country named. Silent when the country's name is also
that of a region or town (Georgia), and when the place was a country or region itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sayso.check.evidence import passage_of, statement_of
from sayso.gazetteer import Gazetteer
from sayso.lang.en import checks as words
from sayso.model import Finding, Mention, Place, Reading, Span

VERSION = "place-country/2"
_LEAST_PEOPLE, _OTHER_NAME = 20_000, 500_000
"""Inhabitants from which a place is known well enough by its main name, and by another one ("Dar-es-Salaam")."""
_BETWEEN = re.compile(r",\s+")
_LIST = re.compile(r"\s*(?:,\s*(?:and\s+|or\s+)?[A-Z]|(?:and|or|to|&)\s)")
_LONGER_NAME = re.compile(r"[^\W\d_]\w*[^\x00-\x7f]\w*\s$|\b[A-Z][\w'’-]*\s$")
"""A capitalised word right before the place, or one with broken letters: the name may be longer than was read."""
_LISTED_BEFORE = re.compile(r"(?:,|\b(?:and|or|between|to))\s*$")


def check(reading: Reading, gazetteer: Gazetteer) -> Iterator[Finding]:
    """Give a finding for each place whose country is another one than the text says."""
    places = [m for m in reading.mentions if isinstance(m.datum, Place)]
    for place, country in pairwise(places):
        if _is_pair(reading, place, country) and _elsewhere(place, country, gazetteer):
            yield _finding(reading, place, country)


def _is_pair(reading: Reading, place: Mention, country: Mention) -> bool:
    """True when ``country`` says where ``place`` lies and both are no part of a list."""
    text, passage = reading.document.text, passage_of(reading, place.span)
    if passage is None or not passage.span.contains(country.span) or (place.kind, country.kind) != ("place", "place"):
        return False
    if any(m.kind == "date" and m.span.overlaps(place.span) for m in reading.mentions):
        return False
    if not isinstance(country.datum, Place) or country.datum.precision != "country":
        return False
    if not isinstance(place.datum, Place) or place.datum.precision not in ("settlement", "site", "unknown"):
        return False
    if not _BETWEEN.fullmatch(text[place.span.end : country.span.start]):
        return False
    before = text[max(passage.span.start, place.span.start - 12) : place.span.start]
    after = text[country.span.end : passage.span.end]
    if _LONGER_NAME.search(before):
        return False
    listed = _LIST.match(after) or _LISTED_BEFORE.search(before)
    return not listed and words.APPOSED_ENDS.match(after) is not None and not passage.span.of(text).isupper()


def _elsewhere(place: Mention, country: Mention, gazetteer: Gazetteer) -> bool:
    code = country.datum.country_code if isinstance(country.datum, Place) else ""
    if not code or any(e.kind == "admin1" and e.country_code != code for e in gazetteer.lookup(country.text)):
        return False
    held = gazetteer.lookup(place.text)
    if not held or any(e.country_code == code or e.kind == "country" for e in held):
        return False
    return any(e.kind == "settlement" and e.population >= (_LEAST_PEOPLE if e.main else _OTHER_NAME) for e in held)


def _finding(reading: Reading, place: Mention, country: Mention) -> Finding:
    span = Span(place.span.start, country.span.end)
    where = place.datum.country if isinstance(place.datum, Place) else ""
    lies = (
        f"the gazetteer knows it in {where}" if where and where != country.text else "the gazetteer knows it elsewhere"
    )
    return Finding(
        "place_country", "warning", country.text, where or "elsewhere", span.of(reading.document.text), span,
        f"The text puts {place.text} in {country.text}, where the gazetteer has no place of that name; {lies}.",
        statement_of(reading, span), VERSION,
    )  # fmt: skip
