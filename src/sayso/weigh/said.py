"""An Assertion with the say-so that weighing needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sayso.lang.en.casualties import ATTACKER_NOUNS
from sayso.model import Assertion, Figure, Perpetrator, Place, When

Key = tuple[object, ...]
GENERAL = frozenset({"", "victims", "all", "people", "persons", "total"})
"""Scopes that mean the whole toll."""


@dataclass(frozen=True, slots=True)
class Said:
    """One Assertion of the ledger, ready to be weighed.

    Attributes:
        id: ledger id.
        assertion: what was said.
        report: report key it belongs to.
        origin: id of the Origin it leads to.
        voice_kind: kind of the far end of its attribution ("official", "outlet" ...).
        said_at: when it was published, or known when the publication day is open; UTC.
        speaker: name of the far end, for explanations.
        reviewed: True when a person accepted it.
    """

    id: str
    assertion: Assertion
    report: str
    origin: str
    voice_kind: str
    said_at: datetime
    speaker: str = ""
    reviewed: bool = False

    @property
    def holds(self) -> bool:
        """True when it says that something is so (neither denied nor asked)."""
        return self.assertion.polarity == "asserted"


def key_of(said: Said) -> Key:
    """What makes two values one value: figures by bounds and scope, places by gazetteer id, days by ISO value."""
    match said.assertion.value:
        case Figure(low=low, high=high, scope=scope):
            return (low, high, "" if scope in GENERAL else scope.casefold())
        case Place(geonames_id=None, name=name):
            return ("named", name.casefold())
        case Place(geonames_id=number):
            return ("id", number)
        case When(value=value, end=end, candidates=candidates):
            return (value, end) if value else candidates
        case Perpetrator(name=name):
            return (name.casefold(),)
        case str() as words:
            return (words.casefold(),)


def is_general(said: Said) -> bool:
    """True for figures that count everybody; other scopes ("children") are parts of the whole."""
    value = said.assertion.value
    return not isinstance(value, Figure) or value.scope in GENERAL


def is_named(said: Said) -> bool:
    """False for a perpetrator whose words name nobody ("gunmen"): a name tells more, whoever gives it."""
    value = said.assertion.value
    return not isinstance(value, Perpetrator) or value.named


def is_attackers(said: Said) -> bool:
    """True for figures that count those who did it."""
    value = said.assertion.value
    return isinstance(value, Figure) and not ATTACKER_NOUNS.isdisjoint(value.scope.casefold().split())


def is_read(said: Said) -> bool:
    """True when the words were resolved to a value that can be shown."""
    value = said.assertion.value
    if isinstance(value, When):
        return value.value is not None
    if isinstance(value, Place):
        return bool(value.name)
    return True
