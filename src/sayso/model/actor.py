"""People and organisations as voices and as perpetrators."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

VoiceKind = Literal[
    "outlet", "agency", "monitor", "official", "group", "organisation", "person", "witness",
    "document", "unknown",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Perpetrator:
    """Who is said to have done it; never without a speaker or the narrator behind it.

    Attributes:
        name: as the text names them (a group, a force, or words such as "a local 24-year-old man").
        status: ``unknown``, ``suspected``, ``claimed``, ``accused``, ``charged``, ``convicted``,
            ``denied`` or ``stated`` (the narrator's plain "X killed").
        named: False when the words name nobody ("gunmen", "a local 24-year-old man").
        kind: voice kind of the actor, as far as known.
    """

    name: str
    status: str
    named: bool = True
    kind: VoiceKind = "unknown"
