"""Who and what plays a part in an incident, by encoder: mentions with a role, for the incident part to use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from sayso.model import Document, Mention, Passage
from sayso.model.mention import MentionKind
from sayso.read.encoder import labels
from sayso.read.encoder.named import Named, names
from sayso.read.encoder.session import Encoded, Encoder

MADE_BY = "encoder roles"
BIAS = 1.0
"""More is found than is likelier than nothing: on MUC-4's dev part F1 is highest here."""
TELLING = 0.3
"""Least probability that a sentence tells of some happening; elsewhere nobody has a role in one."""
LEAST = {"perpetrator_person": 0.5, "perpetrator_organisation": 0.5}
"""Below this mean probability nobody is named a perpetrator; a wrong one is worse than none."""
LEAST_OTHER = 0.3
"""The same for targets, victims and weapons."""
LEAST_MIXED = {"perpetrator_person": 0.6, "perpetrator_organisation": 0.6, "target": 0.6}
"""The same in texts that are not in capitals throughout: all labelled texts with roles are, and what the encoder says
of other roles elsewhere is wrong too often."""
_KINDS: Mapping[str, MentionKind] = {"weapon": "weapon", "target": "target"}
Chances = np.ndarray[Any, np.dtype[np.float64]]


def find_roles(
    document: Document, passages: tuple[Passage, ...], found: tuple[Mention, ...], *, encoder: Encoder
) -> tuple[Mention, ...]:
    """Mentions of perpetrators, targets, victims and weapons (the roles of MUC-4, 1992) in sentences that tell of a
    happening.

    Args:
        document: the document.
        passages: its sentences.
        found: not used; a part takes them.
        encoder: the released model.

    Returns:
        Mentions in order of the text. ``role`` is one of ``labels.ROLES``; ``kind`` is ``weapon``, ``target`` or, for
        people and bodies, ``other``: whether they are actors is for the actors' part to say.
    """
    seen = encoder.read(document.text)
    upper = document.text.isupper()
    telling = [(s, e) for s, e, chances in happenings(seen, passages) if chances.max() >= TELLING]
    return tuple(
        Mention(
            _KINDS.get(one.kind, "other"), one.span, one.span.of(document.text), role=one.kind, made_by=MADE_BY,
            score=round(one.score, 3),
        )
        for one in names(seen.words, seen.scores["roles"], labels.ROLES, BIAS)
        if _sure(one, upper) and any(start <= one.span.start < end for start, end in telling)
    )  # fmt: skip


def _sure(one: Named, upper: bool) -> bool:
    if upper:
        return one.score >= LEAST.get(one.kind, LEAST_OTHER)
    return one.kind in LEAST_MIXED and one.score >= LEAST_MIXED[one.kind]


def happenings(seen: Encoded, passages: tuple[Passage, ...]) -> list[tuple[int, int, Chances]]:
    """Start, end and probability of each of ``labels.HAPPENINGS`` of the sentences."""
    starts = np.array(seen.words.starts, dtype=np.int64)
    found = []
    for passage in passages:
        first, last = np.searchsorted(starts, [passage.span.start, passage.span.end])
        if last > first:
            chances = 1 / (1 + np.exp(-seen.scores["happenings"][first:last].mean(axis=0, dtype=np.float64)))
            found.append((passage.span.start, passage.span.end, chances))
    return found
