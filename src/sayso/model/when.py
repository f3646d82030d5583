"""A day or time as far as it is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
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
        zone: IANA time zone of the place in which a time of day holds ("Asia/Almaty"), "" when the words name an offset
            (then it stands in ``value``), when no place tells it and for all that is no time of day.
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
    zone: str = ""

    @property
    def edtf(self) -> str:
        """The value in the Extended Date/Time Format of ISO 8601-2, "" when nothing is known.

        A range is "2011-05-03/2011-05-05", a week the range of its days, several candidates "[2011-10-24,2011-10-31]"
        (one of them), a decade "199X", an unknown year "XXXX-10-31", and "~" marks what is approximate.
        """
        if self.value is None:
            known = self.candidates[:1] if len(self.candidates) == 1 else (f"[{','.join(self.candidates)}]",)
            return known[0] if self.candidates else ""
        start, end = _week(self.value) or (self.value, self.end)
        mark = "~" if self.approximate and "T" not in start else ""
        return f"{start}{mark}/{end}{mark}" if end else f"{start}{mark}"


def _week(value: str) -> tuple[str, str] | None:
    """First and last day of an ISO week ("2011-W44"), None for anything else."""
    year, mark, week = value.partition("-W")
    if not mark:
        return None
    monday = date.fromisocalendar(int(year), int(week[:2]), 1)
    return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
