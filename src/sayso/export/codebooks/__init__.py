"""Code lists of the code books the flat shapes follow, as data files, and what leads from Sayso's words to their codes.

Labels and numbers are facts of the code books: ACLED 2023 and later, UCDP GED 25, GTD 2021, PLOVER 1 with POLECAT.
``countries.csv`` holds ISO 3166-1, Gleditsch-Ward (``gw``), GTD and regional numbers by ISO alpha-3. Sources:

- ``gw``: Gleditsch and Ward, "A revised list of independent states since the Congress of Vienna", International
  Interactions 25 (1999) 393-413, with their list of microstates (Andorra 232, Tonga 972 ...), as UCDP takes it. All 196
  numbers were compared with the column ``GWcode`` of the table of country_converter 1.3.2: they agree but for three,
  where that table has the former state (Czechoslovakia 315, South Vietnam 817, South Yemen 680) and this one today's
  (Czechia 316, Vietnam 816, Yemen 678). Dependent territories, Palestine and Western Sahara have none.
- ``gtd``, ``gtd_name``, ``gtd_region``: the list of countries in the GTD code book (START, University of Maryland,
  2021). Its own names are kept ("Slovak Republic", "Swaziland"). Numbers of 21 countries were compared with published
  rows of the database and agree; the other numbers are not verified. Blank where the list has no entry
  that is sure.
- ``iso_numeric``: ISO 3166-1, compared with the same table: no difference. Kosovo (``XKX``) has none there.
"""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from sayso.taxonomy import load_taxonomy


@cache
def book(name: str) -> dict[str, Any]:
    """The data file of a code book (``acled``, ``ucdp``, ``gtd``, ``plover``, ``words``)."""
    made: dict[str, Any] = json.loads(_read(f"{name}.json"))
    return made


@dataclass(frozen=True, slots=True)
class Country:
    """Numbers of one country; 0 or "" where a code book has none."""

    iso3: str
    iso2: str
    iso_numeric: int
    name: str
    gw: int
    gtd: int
    gtd_name: str
    acled_region: int
    gtd_region: int


@cache
def countries() -> dict[str, Country]:
    """ISO 3166-1 alpha-3 to the numbers of the country."""
    made = {}
    for row in csv.DictReader(_read("countries.csv").splitlines()):
        numbers = {k: int(row[k] or 0) for k in ("iso_numeric", "gw", "gtd", "acled_region", "gtd_region")}
        made[row["iso3"]] = Country(
            iso3=row["iso3"], iso2=row["iso2"], name=row["name"], gtd_name=row["gtd_name"], **numbers
        )
    return made


def country(iso3: str) -> Country | None:
    """The country of that code, None when there is none."""
    return countries().get(iso3)


def code_of(type_: str, code_book: str) -> str:
    """The code of an incident type in a code book as the taxonomy has it, "" when it has none."""
    known = load_taxonomy().types.get(type_)
    code = known.codes.get(code_book, "") if known else ""
    return "" if code == "-" else code


def class_of(words: str, kind: str) -> str:
    """The class of the taxonomy that a weapon or target in plain words belongs to ("explosive"), "" when none does.

    Args:
        words: as said ("home-made bombs"); the longest words of a class found in them decide.
        kind: ``weapons`` or ``targets``.
    """
    text, best = f" {_plain(words)} ", ("", "")
    for name, known in getattr(load_taxonomy(), kind).items():
        for word in known.words.get("en", ()):
            if f" {_plain(word)} " in text and len(word) > len(best[1]):
                best = (name, word)
    return best[0]


def number_of(words: str, kind: str) -> int:
    """The number that plain words lead to (``weapsubtype``, ``targsubtype``); the longest match, 0 when none."""
    text, best = f" {_plain(words)} ", ("", 0)
    for word, number in book("words")[kind].items():
        if f" {word} " in text and len(word) > len(best[0]):
            best = (word, number)
    return best[1]


def class_code(name: str, kind: str, code_book: str) -> int:
    """The first number a class of weapons or targets has in a code book, 0 when none."""
    known = getattr(load_taxonomy(), kind).get(name)
    found = re.search(r"\d+", known.codes.get(code_book, "")) if known else None
    return int(found[0]) if found else 0


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[^\w\s'-]", " ", words.casefold().replace("’", "'").replace("'s ", " ")).split())


def _read(name: str) -> str:
    return resources.files("sayso.export.codebooks").joinpath(name).read_text(encoding="utf-8")
