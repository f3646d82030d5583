"""Texts printed in capitals, where spelling does not tell a surname or a plain word from the name of a place."""

from __future__ import annotations

import re

from sayso.gazetteer import Entry
from sayso.lang.en import places as en
from sayso.model import Document
from sayso.read.places.candidates import WIDE
from sayso.read.places.evidence import Spot
from sayso.read.places.resolve import Choice
from sayso.read.places.tokens import is_upper_case

_METROPOLIS = 700_000
_WORD_BEFORE = re.compile(r"(\w+)\s+(?:THE\s+)?$")


def doubtful(document: Document, spots: list[Spot], choices: list[Choice]) -> frozenset[int]:
    """Numbers of the spots that are more likely a surname or a word than a place; none in texts of mixed case.

    A name is doubted when it is no country, region, capital or metropolis, no preposition of place leads to it, and no
    such place, people or dateline of the text speaks for the country that it would lie in.

    Args:
        document: the text.
        spots: what may be places, in order of the text.
        choices: what each was resolved to.
    """
    if not is_upper_case(document.text):
        return frozenset()
    told = {
        c.entry.country_code
        for s, c in zip(spots, choices, strict=True)
        if c.entry is not None and (s.kind == "nationality" or s.role == "dateline" or _plain(c.entry))
    }
    return frozenset(
        n
        for n, (s, c) in enumerate(zip(spots, choices, strict=True))
        if s.kind != "nationality"
        and c.entry is not None
        and not _plain(c.entry)
        and c.entry.country_code not in told
        and not _led(document.text, s)
    )


def _plain(entry: Entry) -> bool:
    known = entry.kind in WIDE or entry.capital == "country" or entry.population >= _METROPOLIS
    return known and entry.main and entry.name.casefold() not in en.COMMON_WORDS


def _led(text: str, spot: Spot) -> bool:
    word = _WORD_BEFORE.search(text[max(0, spot.span.start - 40) : spot.span.start])
    return word is not None and word[1].lower() in en.LOCATIVES
