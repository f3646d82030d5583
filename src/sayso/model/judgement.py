"""A person's decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sayso.model.assertion import Datum
from sayso.model.span import Span

JudgementKind = Literal[
    "merge", "split", "not_this_incident", "other_value", "accept", "reject", "withdraw", "carried", "lost", "unsure"
]
"""``carried`` and ``lost`` are rows of the machine: what became of a judgement when its document was read again;
``unsure`` is one too: a report that came while two incidents were one and may belong to either."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision that outranks the machine, with author, time and reason; withdrawn by another Judgement.

    Attributes:
        id: content hash of the rest.
        kind: what is decided.
        subject: ledger id it is about: an incident, two incidents ("A+B"), a report key or an assertion.
        author, at, reason: who, when (UTC), why (never empty).
        payload: JSON text with what the kind needs (other incident, other value, what it is anchored on).
    """

    id: str
    kind: JudgementKind
    subject: str
    author: str
    at: datetime
    reason: str
    payload: str = ""


@dataclass(frozen=True, slots=True)
class OtherValue:
    """A value that a person gives for a field; its say-so is the author and the reason of ``judgement``.

    Attributes:
        field, datum: what is given.
        document, span, words: the words it stands on, when the person named some; "" and None otherwise.
    """

    field: str
    datum: Datum
    judgement: Judgement
    document: str = ""
    span: Span | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """What persons decided about one incident, as of a time.

    Attributes:
        accepted, rejected: ledger ids of assertions; no id is in both.
        other: at most one per field, the one given last.
        standing: every judgement behind this that is not withdrawn, oldest first.
    """

    accepted: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    other: tuple[OtherValue, ...] = ()
    standing: tuple[Judgement, ...] = ()

    def value(self, field: str) -> OtherValue | None:
        """The person's value of a field, None when nobody gave one."""
        return next((o for o in self.other if o.field == field), None)
