"""What speaks against two reports telling of one happening: kind, status, country, day, place."""

from __future__ import annotations

from datetime import date

from sayso.link.clues import key
from sayso.link.facts import Facts
from sayso.link.kinds import kind_gap
from sayso.link.spots import out_of_reach

_NOT_YET = frozenset({"threatened", "foiled"})


def against(one: Facts, other: Facts) -> tuple[str, ...]:
    """What speaks against it, in words.

    A day or a place counts only when nothing that the one text names comes near anything that the other names.
    """
    return tuple(why for tell in (_status, _kinds, _countries, _days, _places) if (why := tell(one, other)))


def _status(one: Facts, other: Facts) -> str:
    return f"{one.status} is not {other.status}" if (one.status in _NOT_YET) != (other.status in _NOT_YET) else ""


def _kinds(one: Facts, other: Facts) -> str:
    return f"{one.type} is not {other.type}".replace("_", " ") if kind_gap(one, other) == 2 else ""


def _countries(one: Facts, other: Facts) -> str:
    a = {p.country_code for p in one.places if p.country_code}
    b = {p.country_code for p in other.places if p.country_code}
    return f"{one.places[0].country} is not {other.places[0].country}" if a and b and not a & b else ""


def _days(one: Facts, other: Facts) -> str:
    if not (one.dated and other.dated):
        return ""
    gap = _ordinal(max(one.day_from, other.day_from)) - _ordinal(min(one.day_to, other.day_to))
    if gap <= 1:  # nights, time zones and "on Monday" printed on Tuesday
        return ""
    a, b = _told(one), _told(other)
    near = any(abs(x - y) <= 1 for x in a for y in b)
    return "" if near else f"{gap} days apart"


def _places(one: Facts, other: Facts) -> str:
    if not out_of_reach(one.places, other.places) or _towns(one) & _towns(other) or _regions(one) & _regions(other):
        return ""
    return f"{one.places[0].name} is not {other.places[0].name}"


def _towns(facts: Facts) -> set[int]:
    return {town for town, _ in facts.clues.towns}


def _regions(facts: Facts) -> set[int]:
    told = {region for region, _ in facts.clues.regions}
    return told | {key(f"{p.country_code}/{p.admin1}") for p in facts.places if p.admin1}


def _told(facts: Facts) -> set[int]:
    return {*facts.clues.days, _ordinal(facts.day_from), _ordinal(facts.day_to)}


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()
