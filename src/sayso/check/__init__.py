"""One file per check; a check finds, it never edits.

A check is a function ``check(reading, gazetteer)`` that gives Findings. Adding one is one file and one line in
``CHECKS``. A check must be conservative: at most one of ten findings may be false.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sayso.check import (
    age_birth,
    crowd,
    direction,
    distance,
    event_order,
    headline_body,
    language,
    local_time,
    place_country,
    sums,
    toll_falls,
    weekday_date,
)
from sayso.gazetteer import Gazetteer
from sayso.model import Finding, Reading

Check = Callable[[Reading, Gazetteer], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    distance.check,
    direction.check,
    weekday_date.check,
    sums.check,
    headline_body.check,
    age_birth.check,
    event_order.check,
    toll_falls.check,
    place_country.check,
    local_time.check,
    crowd.check,
    language.check,
)
"""The registry of checks, in the order in which they run."""


def run_checks(reading: Reading, *, gazetteer: Gazetteer) -> tuple[Finding, ...]:
    """Run every check over a finished Reading.

    Args:
        reading: what was read from one document; never changed.
        gazetteer: places for the checks on distances and directions.

    Returns:
        Findings in order of the text; each stands on a span of ``reading.document.text``.
    """
    found = [finding for check in CHECKS for finding in check(reading, gazetteer)]
    return tuple(sorted(found, key=lambda f: (f.span, f.check)))


__all__ = ["CHECKS", "Check", "run_checks"]
