"""Utterances and the chain of voices they came through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.actor import VoiceKind
from sayso.model.span import Span

StatementKind = Literal[
    "claim_of_responsibility", "denial", "threat", "accusation", "confirmation", "contradiction",
    "demand", "condemnation", "report",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Voice:
    """One hop of an Attribution.

    Attributes:
        voice: the words that name the voice here (may be a pronoun or a role).
        name: the fullest name in the document, "unknown" for unnamed or passive sources.
        kind: what kind of voice.
        span: where ``voice`` stands; None only for the outlet itself, whose name may come from metadata.
        cue: the words that mark the saying ("said", "attributed to"), "" when a bare quotation.
        cue_span: where the cue stands, None without a cue.
    """

    voice: str
    name: str
    kind: VoiceKind
    span: Span | None = None
    cue: str = ""
    cue_span: Span | None = None


Attribution = tuple[Voice, ...]
"""Ordered chain of voices from the nearest (the outlet, when known) to the origin (the last)."""


@dataclass(frozen=True, slots=True)
class Statement:
    """An utterance: content, kind and attribution.

    Attributes:
        id: "s1", "s2" ... in order of content inside one Reading.
        kind: see ``StatementKind``.
        content: span of what is said, quotation marks left out at the edges.
        attribution: chain from nearest voice to origin.
        parent: id of the statement that carries this one, None for the outermost.
        depth: 1 for the outermost, 2 for one inside it, and so on.
        mode: ``direct`` (all quoted), ``mixed`` (partly quoted), ``indirect`` or ``narrator``.
        medium: "phone", "written statement", "video", "forum post" ... as said, "" when not said.
        negated: True when it was NOT said ("no group has claimed responsibility").
        certainty: ``stated``, ``reported``, ``suspected`` or ``speculated``.
        about: ids of the reports ("i1" ...) it is about.
        made_by: rule or model that made it.
        score: 0 to 1.
    """

    id: str
    kind: StatementKind
    content: Span
    attribution: Attribution
    parent: str | None = None
    depth: int = 1
    mode: str = "indirect"
    medium: str = ""
    negated: bool = False
    certainty: str = "stated"
    about: tuple[str, ...] = ()
    made_by: str = ""
    score: float = 1.0
