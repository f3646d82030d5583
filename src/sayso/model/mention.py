"""A span that names something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.actor import VoiceKind
from sayso.model.figure import Figure
from sayso.model.place import Place
from sayso.model.span import Span
from sayso.model.when import When

MentionKind = Literal[
    "person", "organisation", "group", "place", "facility", "nationality", "date", "figure",
    "weapon", "target", "role", "pronoun", "law", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """A span naming a place, date, number, actor, weapon or target.

    Attributes:
        kind: what sort of thing is named.
        span: where, in ``Document.text``.
        text: the words.
        name: fullest name in the document of the thing named (equal to ``text`` when it is the fullest).
        cluster: number shared by mentions of one thing in this document; -1 when alone.
        voice_kind: for actors, what kind of voice they would be.
        role: for figures, the field counted ("killed", "injured", "devices", "distance", "age" ...);
            for people, the words of their role ("deputy governor of the Atyrau region").
        datum: resolved value of dates, places and figures; None when there is none.
        made_by: rule or model that made it, with version.
        score: 0 to 1.
    """

    kind: MentionKind
    span: Span
    text: str
    name: str = ""
    cluster: int = -1
    voice_kind: VoiceKind = "unknown"
    role: str = ""
    datum: When | Place | Figure | None = None
    made_by: str = ""
    score: float = 1.0
