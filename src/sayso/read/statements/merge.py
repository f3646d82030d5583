"""Puts drafts of a model beside those of the rules. The rules win: a model adds what they do not have."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Span
from sayso.read.statements.draft import Draft

_SAME = 0.5
"""Share of the characters of two contents that both have, from which on they are the same utterance."""


def merged(rules: Sequence[Draft], more: Sequence[Draft]) -> list[Draft]:
    """``rules`` as they are, and those of ``more`` that neither say the same nor cross them."""
    return [*rules, *(draft for draft in more if not any(_known(rule, draft) for rule in rules))]


def _known(rule: Draft, draft: Draft) -> bool:
    if rule.cue is not None and draft.cue is not None and rule.cue.overlaps(draft.cue):
        return True
    ours, theirs = rule.content, draft.content
    if not ours.overlaps(theirs):
        return False
    crosses = not ours.contains(theirs) and not theirs.contains(ours)
    return crosses or _shared(ours, theirs) >= _SAME


def _shared(one: Span, other: Span) -> float:
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / (len(one) + len(other) - both)
