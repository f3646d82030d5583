"""Puts drafts from elsewhere beside those of the reader's own. These win: the others add what it does not have."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Span
from sayso.read.statements.draft import Draft

_SAME = 0.5
"""Share of the characters of two contents that both have, from which on they are the same utterance."""


def merged(own: Sequence[Draft], more: Sequence[Draft]) -> list[Draft]:
    """``own`` as they are, then those of ``more`` that neither say the same as one before nor cross it."""
    added: list[Draft] = []
    for draft in more:
        if not any(_known(one, draft) for one in own) and not any(
            _known(one, draft) and not _joint(one, draft) for one in added
        ):
            added.append(draft)
    return [*own, *added]


def _known(one: Draft, other: Draft) -> bool:
    if one.cue is not None and other.cue is not None and one.cue.overlaps(other.cue):
        return True
    ours, theirs = one.content, other.content
    if not ours.overlaps(theirs):
        return False
    crosses = not ours.contains(theirs) and not theirs.contains(ours)
    return crosses or _shared(ours, theirs) >= _SAME


def _joint(one: Draft, other: Draft) -> bool:
    """True for two speakers of the same words ("A and B said")."""
    apart = one.source is not None and other.source is not None and not one.source.overlaps(other.source)
    return apart and (one.cue, one.content) == (other.cue, other.content)


def _shared(one: Span, other: Span) -> float:
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / (len(one) + len(other) - both)
