"""A day or time as far as it is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

WhenPrecision = Literal[
    "second", "minute", "hour", "part_of_day", "day", "week", "month", "season", "quarter", "year",
    "decade", "century", "duration", "set", "unknown",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class When:
    """A resolved time expression.

    Attributes:
        value: ISO 8601 ("2011-10-31", "2011-10", "2011-W44", "2011-10-31T14"), or None when the text leaves it open.
        precision: grain of ``value``.
        candidates: every ISO day (or coarser) it may be, best first; one element when sure, empty when
            nothing is known.
        basis: what it was anchored on: ``text`` (absolute), ``published``, ``dateline``, ``event``, ``none``.
        end: ISO end of a range, inclusive, "" for a point.
        timex: TIMEX3 value string ("P3D", "PAST_REF", "2011-10-31TEV"), "" when none.
        timex_type: ``DATE``, ``TIME``, ``DURATION`` or ``SET``.
        weekday: 0 = Monday ... 6 when the words name a weekday, else None.
        approximate: True for "about", "early", "late", "around".
    """

    value: str | None
    precision: WhenPrecision
    candidates: tuple[str, ...] = ()
    basis: str = "none"
    end: str = ""
    timex: str = ""
    timex_type: str = "DATE"
    weekday: int | None = None
    approximate: bool = False
