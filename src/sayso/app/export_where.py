"""Which incidents an export is asked for: ``country=KAZ``, ``type=bombing``, ``near=47.1,51.9,25`` ...

Several conditions must all hold; several values of one key, separated by ``|``, mean any of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from sayso.export.case import Case
from sayso.export.codebooks import country
from sayso.model import Place, SaysoError
from sayso.weigh.distance import distance_m

Test = Callable[[Case], bool]


def as_tests(where: Iterable[str]) -> tuple[Test, ...]:
    """One test for each condition.

    Args:
        where: ``key=value`` with a key of ``KEYS``.

    Raises:
        SaysoError: a condition has no such form, its key or its value is unknown.
    """
    return tuple(_test(words) for words in where)


def _test(words: str) -> Test:
    key, sign, value = (part.strip() for part in words.partition("="))
    if not sign or not value:
        raise SaysoError(f"not a condition: {words!r}", "give KEY=VALUE, for example country=KAZ")
    if key not in KEYS:
        raise SaysoError(f"unknown condition: {key!r}", "use one of " + ", ".join(KEYS))
    return KEYS[key](value)


def _any_of(value: str) -> frozenset[str]:
    return frozenset(v.strip().casefold() for v in value.split("|"))


def _type(value: str) -> Test:
    wanted = _any_of(value)
    return lambda case: case.type.casefold() in wanted


def _family(value: str) -> Test:
    wanted = _any_of(value)
    return lambda case: case.family.casefold() in wanted


def _status(value: str) -> Test:
    wanted = _any_of(value)
    return lambda case: case.status.casefold() in wanted


def _country(value: str) -> Test:
    wanted = _any_of(value)

    def test(case: Case) -> bool:
        land = country(case.country_iso3)
        return bool(land and wanted & {land.iso3.casefold(), land.iso2.casefold(), land.name.casefold()})

    return test


def _place(value: str) -> Test:
    wanted = _any_of(value)

    def test(case: Case) -> bool:
        names = f"{case.place.name} {case.place.admin1}".casefold() if case.place else ""
        return any(w in names for w in wanted)

    return test


def _day_from(value: str) -> Test:
    day = _day(value)
    return lambda case: case.day_to is not None and case.day_to >= day


def _day_to(value: str) -> Test:
    day = _day(value)
    return lambda case: case.day_from is not None and case.day_from <= day


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise SaysoError(f"not a day: {value!r}", "give 2011-10-31") from None


def _near(value: str) -> Test:
    try:
        lat, lon, km = (float(part) for part in value.split(","))
    except ValueError:
        raise SaysoError(f"not a circle: {value!r}", "give LAT,LON,KM, for example near=47.1,51.9,25") from None
    here = Place("", lat=lat, lon=lon)

    def test(case: Case) -> bool:
        away = distance_m(here, case.place) if case.place else None
        # certainly or possibly within: what is known of the place is a circle too
        return away is not None and away - (case.place.uncertainty_m or 0.0 if case.place else 0.0) <= km * 1000

    return test


def _yes(value: str) -> bool:
    if value.casefold() not in ("yes", "no"):
        raise SaysoError(f"neither yes nor no: {value!r}", "give yes or no")
    return value.casefold() == "yes"


def _reviewed(value: str) -> Test:
    wanted = _yes(value)
    return lambda case: (case.review_status in ("checked", "corrected")) == wanted


def _disputed(value: str) -> Test:
    wanted = _yes(value)
    return lambda case: case.disputed == wanted


def _constructed(value: str) -> Test:
    wanted = _yes(value)
    return lambda case: case.constructed == wanted


def _origins(value: str) -> Test:
    try:
        least = int(value)
    except ValueError:
        raise SaysoError(
            f"not a number: {value!r}", "give the least number of origins, for example origins=2"
        ) from None
    return lambda case: case.n_origins >= least


KEYS: dict[str, Callable[[str], Test]] = {
    "type": _type,
    "family": _family,
    "status": _status,
    "country": _country,
    "place": _place,
    "from": _day_from,
    "to": _day_to,
    "near": _near,
    "reviewed": _reviewed,
    "disputed": _disputed,
    "constructed": _constructed,
    "origins": _origins,
}
"""Key of a condition to what makes its test from the value."""
