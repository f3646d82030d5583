"""From a rule's answer to a When."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

from sayso.model import When, WhenPrecision
from sayso.read.dates.scene import Answer

_SEASON = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_DAY = r"\d{4}-\d\d-\d\d"
_WHOLE_DAY = re.compile(_DAY)
_PATTERNS: tuple[tuple[str, WhenPrecision], ...] = (
    (_DAY, "day"),
    (_DAY + r"T[A-Z]{2}", "part_of_day"),
    (_DAY + r"T\d\d(?:[Z+-].*)?", "hour"),
    (_DAY + r"T\d\d:\d\d(?:[Z+-].*)?", "minute"),
    (_DAY + r"T\d\d:\d\d:\d\d.*", "second"),
    (r"\d{4}-W\d\d(?:-WE)?", "week"),
    (r"\d{4}-(?:\d\d|H[12])", "month"),
    (r"\d{4}-Q[1-4]", "quarter"),
    (r"\d{4}-(?:SP|SU|FA|WI)", "season"),
    (r"\d{4}", "year"),
    (r"\d{3}", "decade"),
    (r"\d\d", "century"),
)
_SHAPES = tuple((re.compile(pattern), precision) for pattern, precision in _PATTERNS)


def when_of(answer: Answer) -> When:
    """The When that an answer stands for; ``value`` is None when the answer leaves it open."""
    value: str | None = None
    precision: WhenPrecision | Literal[""] = ""
    end, candidates = answer.end, answer.either
    if answer.kind not in ("DURATION", "SET"):
        precision = _shape(answer.timex)
    if precision:
        value, inner = iso_of(answer.timex)
        candidates, end = (value, *answer.either), end or inner
    return When(
        value=value, precision=precision or _loose_precision(answer), basis=answer.basis, end=end, timex=answer.timex,
        timex_type=answer.kind, weekday=answer.weekday, candidates=candidates, approximate=answer.approximate,
    )  # fmt: skip


def _shape(timex: str) -> WhenPrecision | Literal[""]:
    """Precision of a whole TIMEX3 value, "" when it is none."""
    if len(timex) == 10 and _WHOLE_DAY.fullmatch(timex):
        return "day"
    return next((precision for shape, precision in _SHAPES if shape.fullmatch(timex)), "")


def _loose_precision(answer: Answer) -> WhenPrecision:
    if answer.kind == "DURATION":
        return "duration"
    if answer.kind == "SET":
        return "set"
    timex = answer.timex
    if timex.startswith("XXXX-WXX-") or re.match(r"XXXX-[\dX]{2}-[\dX]{2}", timex):
        return "part_of_day" if re.search(r"T[A-Z]{2}$", timex) else "minute" if "T" in timex else "day"
    if timex.startswith("XXXX-W"):
        return "week"
    return "month" if re.fullmatch(r"XXXX-[\dX]{2}", timex) else "year" if timex == "XXXX" else "unknown"


def iso_of(timex: str) -> tuple[str, str]:
    """ISO 8601 (part 2 for seasons, quarters, decades) of a whole TIMEX3 value, and the end of its range or ""."""
    if len(timex) < 4:
        return timex.ljust(4, "X"), ""
    head, _, rest = timex.partition("-")
    if rest[:2] in _SEASON:
        return f"{head}-{_SEASON[rest[:2]]}", ""
    if rest[:1] == "Q":
        return f"{head}-{32 + int(rest[1])}", ""
    if rest[:1] == "H":
        return (f"{head}-01", f"{head}-06") if rest[1] == "1" else (f"{head}-07", f"{head}-12")
    if rest.endswith("-WE"):
        saturday = date.fromisocalendar(int(head), int(rest[1:3]), 6)
        return saturday.isoformat(), (saturday + timedelta(days=1)).isoformat()
    if "T" in timex:
        day, _, clock = timex.partition("T")
        return (day, "") if clock[:2].isalpha() else (timex, "")
    return timex, ""
