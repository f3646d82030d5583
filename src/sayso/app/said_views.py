"""How what was said changed: edited articles and the standings of a claim. Frozen, ready to show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that the new capture tells otherwise; ``before`` or ``after`` is "" when it is told in one only.

    Attributes:
        incident: id of the incident, "" when the report is linked to none.
        sentence: where the new capture says it, else where the old one did.
    """

    incident: str
    field: str
    before: str
    after: str
    sentence: str


@dataclass(frozen=True, slots=True)
class DiffPart:
    """A run of text: ``same`` (cut in the middle when long), ``gone`` or ``new``."""

    kind: Literal["same", "gone", "new"]
    text: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One article, captured again with another text.

    Attributes:
        old, new: document ids; ``old_at``, ``at``: ``known_from`` of the captures (UTC).
        since: from when the new one counts; later than ``at`` for a late arrival.
        notice: the words by which the outlet tells that it changed the article, "" when it does not.
        facts: facts that are told otherwise; none when only words changed.
        same_reader: False when two readers read the captures; then the facts may differ by the reader only.
    """

    address: str
    outlet: str
    title: str
    old: str
    new: str
    old_at: datetime
    at: datetime
    since: datetime
    notice: str
    facts: tuple[FactChange, ...]
    same_reader: bool = True

    @property
    def silent(self) -> bool:
        """True when facts changed and the article does not say so."""
        return bool(self.facts) and self.same_reader and not self.notice


@dataclass(frozen=True, slots=True)
class LifeStep:
    """One standing of a perpetrator: since when, on whose word.

    Attributes:
        name: who, "" when it is said that nobody claims it; ``status`` as in ``Perpetrator``.
        at: when it was first said (UTC); ``known_from``: first capture that held it.
        quote: the sentence; ``chain``: who says it, from the outlet to the origin, in names.
        reports: how many reports say so.
    """

    name: str
    status: str
    at: datetime
    known_from: datetime
    quote: str
    chain: tuple[str, ...]
    document: str
    outlet: str
    reports: int
