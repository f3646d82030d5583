"""Two expressions that are the ends of one range: "from May 3 to 5", "between Monday and Wednesday", "May 30-June 2",
"began on Monday and lasted until Friday".

Both stay mentions of their own; the first one's ``When`` takes the second's value as its ``end``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sayso.lang.dates import DateWords
from sayso.model import When
from sayso.read.dates.scene import Found

_GRAINS = ("day", "month", "year")
_WORD_BEFORE, _OPENS, _LONGEST = 12, 30, 45


def ranges_of(text: str, found: list[Found], whens: list[When], words: DateWords) -> list[When]:
    """``whens`` with ``end`` where an expression opens a range that the next one closes.

    Args:
        found: all expressions of the text in order, with ``whens`` made from them one to one.
    """
    if not words.range_joins:
        return whens
    out = list(whens)
    for at in range(len(found) - 1):
        first, second = found[at], found[at + 1]
        if first.passage == second.passage and _joined(text, first, second, words):
            opened = _opened(out[at], out[at + 1])
            out[at] = opened or out[at]
    return out


def _joined(text: str, first: Found, second: Found, words: DateWords) -> bool:
    if second.start - first.end > _LONGEST:
        return False
    between = text[first.end : second.start].strip().lower()
    if between not in words.range_joins:
        return _gone_through(text, first, between, words)
    before = text[max(0, first.start - _WORD_BEFORE) : first.start].lower().split()
    return not between.isalpha() or (bool(before) and before[-1] in words.range_starts)


def _gone_through(text: str, first: Found, between: str, words: DateWords) -> bool:
    """True for "began on Monday and lasted until Friday", "started on May 3 and ended on May 7"."""
    said, before = between.split(), text[max(0, first.start - _OPENS) : first.start].lower().split()[-3:]
    if not said or "." in between or not words.begun.intersection(before):
        return False
    until = said[-1] in words.ahead or said[-1] in words.range_joins
    return (until and bool(words.lasted.intersection(said))) or bool(words.over.intersection(said))


def _with_year(first: When, year: str) -> When:
    """ "March to August 2011" without a day of publication: the first month is of the year that the second names."""
    head, _, rest = first.timex.partition("-")
    if head != "XXXX" or not rest.replace("-", "").isdigit():
        return first
    value = f"{year}-{rest}"
    return replace(first, value=value, candidates=(value,), timex=value, basis="text")


def _opened(first: When, second: When) -> When | None:
    if first.value is None and second.basis == "text" and second.value is not None:
        first = _with_year(first, second.value[:4])
    if first.value is None or second.value is None or first.end or first.precision != second.precision:
        return None
    if first.precision not in _GRAINS:
        return None
    value = first.value
    if second.value < value and first.weekday is not None and second.weekday is not None:
        value = (date.fromisoformat(value) - timedelta(days=7)).isoformat()
    if second.value <= value:
        return None
    moved = {"candidates": (value,), "timex": value} if value != first.value else {}
    return replace(first, value=value, end=second.value, **moved)  # type: ignore[arg-type]
