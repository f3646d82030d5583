"""Fates told by longer words: "taken to St. Mary Hospital", "suffered a minor leg wound", "a triple homicide"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.lang.en import casualties as words
from sayso.model import Figure
from sayso.read.figures.clause import Clause, Count
from sayso.read.figures.tokens import cover, follows


def told_otherwise(clause: Clause, at: int) -> Iterator[Count]:
    """Figures that token ``at`` begins in one of these ways."""
    low = clause.tokens[at].low
    if low in words.MULTIPLE:
        yield from _multiple(clause, at)
    for phrase in words.SELF_PHRASES.get(low, ()):
        if follows(clause.tokens, at, phrase):
            yield Count("killed", Figure(1, 1, "attackers"), cover(clause.tokens, at, at + len(phrase) - 1), 0.7, "self")


def _multiple(clause: Clause, at: int) -> Iterator[Count]:
    """ "a double homicide", "triple shooting": the adjective counts those hit."""
    tokens = clause.tokens
    for k in range(at + 1, min(at + 3, len(tokens))):
        role = words.MULTIPLE_WHAT.get(tokens[k].low)
        if role is None:
            continue
        n = words.MULTIPLE[tokens[at].low] + (tokens[k].low == "murder-suicide")
        rule = "multiple-shot" if role == "shot" else "multiple"
        yield Count("injured" if role == "shot" else role, Figure(n, n), cover(tokens, at, k), 0.85, rule)
        return
