"""An Assertion with the say-so that weighing needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sayso.lang.en.casualties import ATTACKER_NOUNS
from sayso.model import Assertion, Datum, Figure, Perpetrator, Place, When

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
        origin: id of the voice it leads to, "" when the words hide who says it.
        voice_kind: kind of the far end of its attribution ("official", "outlet" ...).
        said_at: when it was published, or known when the publication day is open; UTC.
        speaker: name of the far end, for explanations.
        reviewed: True when a person accepted it.
        judgement: id of the Judgement by which a person gave the value, "" for what a report says; outranks every rule.
    """

    id: str
    assertion: Assertion
    report: str
    origin: str
    voice_kind: str
    said_at: datetime
    speaker: str = ""
    reviewed: bool = False
    judgement: str = ""

    @property
    def holds(self) -> bool:
        """True when it says that something is so (neither denied nor asked)."""
        return self.assertion.polarity == "asserted"


def key_of(said: Said) -> Key:
    """What makes two values one value; see :func:`datum_key`."""
    return datum_key(said.assertion.value)


def datum_key(value: Datum) -> Key:
    """Equal for equal values: figures by bounds and scope, places by gazetteer id, days by ISO value."""
    match value:
        case Figure(low=low, high=high, scope=scope):
            return (low, high, "" if counts_everybody(scope) else scope.casefold())
        case Place(geonames_id=None, name=name):
            return ("named", name.casefold())
        case Place(geonames_id=number):
            return ("id", number)
        case When(value=iso, end=end, candidates=candidates):
            return (iso, end) if iso else candidates
        case Perpetrator(name=name):
            return (name.casefold(),)
        case str() as words:
            return (words.casefold(),)


def totals(said: Sequence[Said]) -> list[Said]:
    """Without the figures that a report gives beside a higher one of the same origin: a total and its parts.

    "The toll rose to five after two died in hospital": whoever says both means that the two are among the five.
    """
    highest: dict[tuple[str, str], int] = {}
    for s in said:
        value = s.assertion.value
        if isinstance(value, Figure) and is_general(s) and s.holds:
            highest[s.report, s.origin] = max(value.low, highest.get((s.report, s.origin), 0))
    return [s for s in said if not _is_part(s, highest)]


def _is_part(s: Said, highest: dict[tuple[str, str], int]) -> bool:
    value = s.assertion.value
    if not isinstance(value, Figure) or not is_general(s) or not s.holds:
        return False
    most = value.low if value.high is None else value.high
    return most < highest[s.report, s.origin]


def is_general(said: Said) -> bool:
    """True for figures that count everybody; other scopes ("children") are parts of the whole."""
    value = said.assertion.value
    return not isinstance(value, Figure) or counts_everybody(value.scope)


def counts_everybody(scope: str) -> bool:
    """True when a scope means the whole toll; so does one of both sides ("soldiers; attackers")."""
    sides = {not ATTACKER_NOUNS.isdisjoint(part.casefold().split()) for part in scope.split(";")}
    return scope in GENERAL or len(sides) == 2


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


def low_of(s: Said) -> int:
    """The lower bound of a figure; 0 for anything else."""
    value = s.assertion.value
    return value.low if isinstance(value, Figure) else 0
