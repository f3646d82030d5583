"""Who and what plays a part in an incident, by encoder: mentions with a role, for the incident part to use."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sayso.lang.en.incidents import EDGE_WORDS
from sayso.model import Document, Mention, Passage, Span
from sayso.model.mention import MentionKind
from sayso.read.encoder import labels
from sayso.read.encoder.happenings import happenings
from sayso.read.encoder.named import Named, names
from sayso.read.encoder.session import Encoder

MADE_BY = "encoder roles"
BIAS = 1.5
"""More is found than is likelier than nothing: on MUC-4's dev part F1 is highest here."""
TELLING = 0.05
"""Least probability that a sentence tells of some happening; elsewhere nobody has a role in one."""
LEAST = {"perpetrator_person": 0.5, "perpetrator_organisation": 0.35}
"""Below this mean probability nobody is named a perpetrator; a wrong one is worse than none."""
LEAST_OTHER = 0.4
"""The same for targets, victims and weapons."""
LEAST_MIXED = {"perpetrator_person": 0.6, "perpetrator_organisation": 0.6, "target": 0.6}
"""The same in texts that are not in capitals throughout: all labelled texts with roles are, and what the encoder says
of other roles elsewhere is wrong too often."""
_WORD = re.compile(r"[^\W_]+(?:[.'’&/-]+[^\W_]+)*\.?")
_KINDS: Mapping[str, MentionKind] = {"weapon": "weapon", "target": "target"}


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
    telling = [passages[k].span for k, chances in happenings(seen, passages) if chances.max() >= TELLING]
    sure = (
        (one, trimmed(document.text, one.span))
        for one in names(seen.words, seen.scores["roles"], labels.ROLES, BIAS)
        if _sure(one, upper) and any(span.start <= one.span.start < span.end for span in telling)
    )
    return tuple(
        Mention(
            _KINDS.get(one.kind, "other"), span, span.of(document.text), role=one.kind, made_by=MADE_BY,
            score=round(one.score, 3),
        )
        for one, span in sure
        if len(span) > 1
    )  # fmt: skip


def trimmed(text: str, span: Span) -> Span:
    """``span`` without marks and words at its ends with which no name begins or ends ("roof of", "of the bank")."""
    words = list(_WORD.finditer(text, span.start, span.end))
    while words and words[-1].group().lower() in EDGE_WORDS:
        words.pop()
    while words and words[0].group().lower() in EDGE_WORDS:
        words.pop(0)
    return Span(words[0].start(), words[-1].end()) if words else Span(span.start, span.start)


def _sure(one: Named, upper: bool) -> bool:
    if upper:
        return one.score >= LEAST.get(one.kind, LEAST_OTHER)
    return one.kind in LEAST_MIXED and one.score >= LEAST_MIXED[one.kind]
