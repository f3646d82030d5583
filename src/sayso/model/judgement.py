"""A person's decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

JudgementKind = Literal["merge", "split", "not_this_incident", "other_value", "accept", "reject", "withdraw"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision that outranks the machine, with author, time and reason; withdrawn by another Judgement.

    Attributes:
        id: content hash of the rest.
        kind: what is decided.
        subject: ledger id it is about (incident, report key or assertion).
        author, at, reason: who, when (UTC), why (never empty).
        payload: JSON text with what the kind needs (other incident, other value).
    """

    id: str
    kind: JudgementKind
    subject: str
    author: str
    at: datetime
    reason: str
    payload: str = ""
