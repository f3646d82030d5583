"""The numbers behind the reason of a disagreement: how far, how much, from when to when."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Figure, Place
from sayso.weigh.distance import distance_m
from sayso.weigh.said import Said, is_attackers, is_general, low_of
from sayso.weigh.words import day_words, speakers


def because(reason: str, one: Sequence[Said], other: Sequence[Said], attackers: frozenset[int]) -> str:
    """One more sentence with the numbers of a reason, "" when there are none to tell.

    Args:
        reason: ``later_update``, ``scope``, ``rounding``, ``place`` or ``origin``.
        one, other: the two sides.
        attackers: numbers given for those who did it.
    """
    a, b = one[0].assertion.value, other[0].assertion.value
    if isinstance(a, Place) and isinstance(b, Place):
        return _apart(a, b)
    if isinstance(a, Figure) and isinstance(b, Figure):
        if reason == "later_update":
            return _updated(one, other)
        if reason == "rounding":
            return _rounded(a, b)
        if reason == "scope":
            return _scoped(one, other, attackers)
        return " ".join(words for words in (_shares(one, other), _later(one, other)) if words)
    return _shares(one, other) if reason == "origin" else ""


def counts_all(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """True when the larger of two totals is said to count everybody, those who did it too, and the other is not."""
    more, less = sorted((one, other), key=lambda side: -low_of(side[0]))
    return _everybody(more) and not _everybody(less)


def _everybody(side: Sequence[Said]) -> bool:
    return any(isinstance(v := s.assertion.value, Figure) and v.scope == "all" for s in side)


def _apart(a: Place, b: Place) -> str:
    if a.country_code and b.country_code and a.country_code != b.country_code:
        return f"{a.name} lies in {a.country or a.country_code}, {b.name} in {b.country or b.country_code}."
    apart = distance_m(a, b)
    if apart is None:
        return ""
    reach = (a.uncertainty_m or 5_000.0) + (b.uncertainty_m or 5_000.0)
    return f"{a.name} and {b.name} are {apart / 1000:,.0f} km apart, both are known to within {reach / 1000:,.0f} km."


def _updated(one: Sequence[Said], other: Sequence[Said]) -> str:
    early, late = sorted((one, other), key=lambda side: (min(s.said_at for s in side), low_of(side[0])))
    before, after = min(s.said_at for s in early), min(s.said_at for s in late)
    told = f"{low_of(early[0])} was first said on {day_words(before)}, {low_of(late[0])} on {day_words(after)}"
    return f"{told} by {speakers(late)}."


def _later(one: Sequence[Said], other: Sequence[Said]) -> str:
    """Which of two figures of different origins was said wholly after the other; that makes it no update."""
    for late, early in ((one, other), (other, one)):
        if min(s.said_at for s in late) > max(s.said_at for s in early):
            last, first = min(s.said_at for s in late), max(s.said_at for s in early)
            when = f"{day_words(last)}, after {day_words(first)}"
            return f"{low_of(late[0])} was said later ({when}), but by another origin."
    return ""


def _rounded(a: Figure, b: Figure) -> str:
    rough, exact = (a, b) if a.qualifier != "exact" else (b, a)
    off = abs(rough.low - exact.low) / max(rough.low, exact.low)
    return f"{rough.low} is {exact.low} rounded, {off:.0%} off."


def _scoped(one: Sequence[Said], other: Sequence[Said], attackers: frozenset[int]) -> str:
    more, less = sorted((one, other), key=lambda side: -low_of(side[0]))
    between = low_of(more[0]) - low_of(less[0])
    if between in attackers:
        return f"{low_of(more[0])} = {low_of(less[0])} + {between} of those who did it."
    if is_general(more[0]) and is_general(less[0]):
        return f"{low_of(more[0])} counts those who did it too, {low_of(less[0])} only those it was done to."
    part = more if not is_general(more[0]) else less
    scope = getattr(part[0].assertion.value, "scope", "")
    who = "those who did it" if is_attackers(part[0]) else scope
    return f"{low_of(part[0])} counts {who} only." if who else ""


def _shares(one: Sequence[Said], other: Sequence[Said]) -> str:
    counts = [len({s.origin for s in side} - {""}) for side in (one, other)]
    if not all(counts) or counts == [1, 1]:
        return ""
    return f"{counts[0]} {_origins(counts[0])} against {counts[1]}."


def _origins(number: int) -> str:
    return "origin" if number == 1 else "origins"
