"""A value as a person types it, parsed for its field and checked: figures, days, places, types, perpetrators."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import get_args

from sayso.gazetteer import Gazetteer, open_gazetteer
from sayso.gazetteer.entry import Entry
from sayso.lang.privacy import is_like_a_person
from sayso.model import Datum, Figure, Perpetrator, PerpetratorStatus, Place, PlacePrecision, SaysoError, When
from sayso.taxonomy import load_taxonomy

BASIS = "judgement"
"""``When.basis`` of a day that a person gave."""
FIGURES = ("killed", "injured", "missing", "detained", "displaced", "hostages", "attackers", "devices")
WORDS = ("weapon", "target", "mode", "motive")
GIVABLE = ("type", "happened", "place", *FIGURES, "perpetrator", *WORDS)
"""Fields a person may give another value for."""
_NUMBER = r"(\d{1,3}(?:,\d{3})+|\d+)"
_FIGURE = re.compile(
    rf"(?:(at least|at most|about)\s+)?{_NUMBER}(?:\s*(?:-|–|\.\.|to)\s*{_NUMBER})?(?:\s*\(([^()]+)\))?"
)
_MOST = 10_000_000  # more people than any incident has
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_PERPETRATOR = re.compile(r"(.+?)\s*(?:\((\w+)\))?")
_STATUS = get_args(PerpetratorStatus)
_PRECISION: dict[str, PlacePrecision] = {
    "settlement": "settlement", "admin1": "admin1", "admin2": "admin2", "country": "country", "landmark": "site",
    "airport": "site", "oil field": "site", "camp": "site", "base": "site",
    "sea": "sea", "ocean": "sea", "strait": "sea",
}  # fmt: skip
_LENGTH = 120  # characters of a value in words


@lru_cache(maxsize=1)
def _places() -> Gazetteer:
    return open_gazetteer()


def given_value(field: str, text: str) -> Datum:
    """The value that ``text`` gives for ``field``.

    Args:
        field: one of ``GIVABLE``.
        text: a figure ("3", "3 to 5", "at least 3", "none", "2 (children)"); an ISO day, month, year or range
            ("2011-10-31", "2011-10-30 to 2011-10-31"); a GeoNames id or a place name, with its country when several
            bear it ("Atyrau, Kazakhstan"); an incident type; a perpetrator with its status ("Red Dawn (claimed)").

    Raises:
        SaysoError: the field is not one of them, or the text is no value of it; the hint says what is.
    """
    words = " ".join(text.split())
    if field not in GIVABLE:
        raise SaysoError(f"no other value can be given for {field!r}", "choose one of " + ", ".join(GIVABLE))
    if not words:
        raise SaysoError(f"no value is given for {field}", "say what the value is; to doubt what is said, reject it")
    if len(words) > _LENGTH:
        raise SaysoError(
            f"the value for {field} is longer than {_LENGTH} characters", "put the reasons into the reason"
        )
    return _parser(field)(words)


def _parser(field: str) -> Callable[[str], Datum]:
    if field in FIGURES:
        return _figure
    parsers: dict[str, Callable[[str], Datum]] = {
        "happened": _when, "place": _place, "type": _type, "perpetrator": _perpetrator,
    }  # fmt: skip
    return parsers.get(field, str)


def _figure(words: str) -> Figure:
    hint = "write 3, 3 to 5, at least 3, at most 9, about 20, none or 2 (children)"
    if words.casefold() in ("none", "nobody", "no"):
        return Figure(0, 0)
    found = _FIGURE.fullmatch(words.casefold())
    if not found:
        raise SaysoError(f"not a figure: {words!r}", hint)
    how, first, second, scope = found.groups()
    low, high = (int(n.replace(",", "")) if n else None for n in (first, second))
    if low is None or low > _MOST or (high is not None and (high < low or high > _MOST or how)):
        raise SaysoError(f"not a figure: {words!r}", hint)
    if how == "at most":
        low, high = 0, low
    bounds = {"at least": None, "at most": high}.get(how or "", high if high is not None else low)
    qualifier = how.replace(" ", "_") if how else "range" if high is not None else "exact"
    return Figure(low, bounds, scope or "victims", qualifier)


def _when(words: str) -> When:
    first, mark, second = words.partition(" to ") if " to " in words else words.partition("..")
    start, precision = _iso(first.strip(), words)
    end = _iso(second.strip(), words)[0] if mark else ""
    if end and end < start:
        raise SaysoError(f"the range ends before it begins: {words!r}", "write the earlier day first")
    return When(start, precision, (start,), BASIS, end)  # type: ignore[arg-type]


def _iso(text: str, words: str) -> tuple[str, str]:
    """An ISO day, month or year and its precision."""
    found = _DAY.fullmatch(text)
    year, month, day = (int(n) if n else 0 for n in found.groups()) if found else (0, 0, 0)
    known = 1900 <= year <= date.today().year + 1 and (not month or month <= 12)
    if not known or (day and not 1 <= day <= monthrange(year, month)[1]) or (found and found[2] == "00"):
        raise SaysoError(f"not a day: {words!r}", "write 2011-10-31, 2011-10, or 2011-10-30 to 2011-10-31")
    return text, "day" if day else "month" if month else "year"


def _type(words: str) -> str:
    name = words.casefold().replace(" ", "_")
    if name not in load_taxonomy().types:
        known = ", ".join(sorted(load_taxonomy().types))
        raise SaysoError(f"unknown incident type {words!r}", f"choose one of {known}")
    return name


def _perpetrator(words: str) -> Perpetrator:
    found = _PERPETRATOR.fullmatch(words)
    name, status = (found[1], (found[2] or "suspected").casefold()) if found else (words, "")
    if status not in _STATUS:
        hint = "write NAME (STATUS) with one of " + ", ".join(_STATUS)
        raise SaysoError(f"unknown perpetrator status {status!r}", hint)
    if is_like_a_person(name):
        hint = "give the group, the force, or words that name nobody, such as a man"
        raise SaysoError("private persons are not named as perpetrators", hint)
    return Perpetrator(name, status, any(c.isupper() for c in name), "group")


def _place(words: str) -> Place:
    if words.removeprefix("GeoNames ").isdigit():
        entry = _places().by_id(int(words.removeprefix("GeoNames ")))
        if entry is None:
            hint = "look it up with: sayso gazetteer find NAME"
            raise SaysoError(f"the gazetteer holds no GeoNames id {words}", hint)
        return as_place(entry)
    name, _, country = (part.strip() for part in words.partition(","))
    found = [e for e in _places().lookup(name) if not e.demonym and _in(e, country)]
    exact = [e for e in found if e.main] or found
    # a country is meant by its name; a town and the province around it share one: who means the province gives its id
    exact = (
        [e for e in exact if e.kind == "country"]
        or [e for e in exact if _PRECISION.get(e.kind) in ("settlement", "site")]
        or exact
    )
    if not exact:
        raise SaysoError(f"the gazetteer holds no place {words!r}", f"try: sayso gazetteer find --close {name!r}")
    clear = len(exact) == 1 or (exact[0].population > 20 * max(e.population for e in exact[1:]) and not country)
    if not clear:
        some = "; ".join(f"{e.geonames_id} {e.name}, {e.admin1 or e.kind}, {e.country}" for e in exact[:5])
        raise SaysoError(f"{len(exact)} places are called {words!r}", f"give the GeoNames id: {some}")
    return as_place(exact[0])


def _in(entry: Entry, country: str) -> bool:
    parts = [p.strip().casefold() for p in country.split(",") if p.strip()]
    names = {entry.country.casefold(), entry.country_code.casefold(), entry.admin1.casefold()}
    return all(p in names for p in parts)


def as_place(entry: Entry) -> Place:
    """A gazetteer entry as the value of a field; countries get no point."""
    lat, lon = (None, None) if entry.kind == "country" else (entry.lat, entry.lon)
    return Place(
        entry.name, entry.country, entry.country_code, entry.admin1, entry.geonames_id, lat, lon,
        _PRECISION.get(entry.kind, "region"), entry.uncertainty_m, "Given by a person.",
    )  # fmt: skip
