"""Who and what plays a part in an incident, by encoder: mentions with a role, for the incident part to use."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.model import Document, Mention, Passage
from sayso.model.mention import MentionKind
from sayso.read.encoder import labels
from sayso.read.encoder.named import names
from sayso.read.encoder.session import Encoder

MADE_BY = "encoder roles"
LEAST = 0.5
"""Below this mean probability no role is read."""
_KINDS: Mapping[str, MentionKind] = {"weapon": "weapon", "target": "target"}


def find_roles(
    document: Document, passages: tuple[Passage, ...], found: tuple[Mention, ...], *, encoder: Encoder
) -> tuple[Mention, ...]:
    """Mentions of perpetrators, targets, victims and weapons (the roles of MUC-4, 1992).

    Args:
        document: the document.
        passages, found: not used; a part takes them.
        encoder: the released model.

    Returns:
        Mentions in order of the text. ``role`` is one of ``labels.ROLES``; ``kind`` is ``weapon``, ``target`` or, for
        people and bodies, ``other``: whether they are actors is for the actors' part to say.
    """
    seen = encoder.read(document.text)
    return tuple(
        Mention(
            _KINDS.get(one.kind, "other"), one.span, one.span.of(document.text), role=one.kind, made_by=MADE_BY,
            score=round(one.score, 3),
        )
        for one in names(seen.words, seen.scores["roles"], labels.ROLES)
        if one.score >= LEAST
    )  # fmt: skip
