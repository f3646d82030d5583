"""The life of a claim: who was said to have done it, in which standing, since when, on whose word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sayso.lang.armed_groups import same_group
from sayso.model import Perpetrator
from sayso.weigh.said import Said


@dataclass(frozen=True, slots=True)
class Step:
    """The first time that somebody was named in this standing.

    Attributes:
        name: who, as it may be shown; words that name nobody ("gunmen") too.
        named: False when the words name nobody.
        status: one of ``PerpetratorStatus``.
        at: when it was first said (UTC).
        ids: ledger ids of everybody who says so, the first one first.
    """

    name: str
    named: bool
    status: str
    at: datetime
    ids: tuple[str, ...]


_ORDER = ("unknown", "stated", "claimed", "denied", "suspected", "accused", "charged", "convicted")


def lifecycle(said: Sequence[Said]) -> tuple[Step, ...]:
    """The steps of the field ``perpetrator``, oldest first; of one day in the order unknown ... convicted.

    A claim that is said not to be so ("Red Dawn said it had nothing to do with it") is a step ``denied``. What only
    somebody asks is none. A name and a longer form of it ("Red Dawn", "the Red Dawn group") are one.
    """
    found: dict[tuple[str, str], list[Said]] = {}
    names: list[str] = []
    for s in sorted((s for s in said if s.assertion.polarity != "questioned"), key=lambda s: (s.said_at, s.id)):
        if isinstance(s.assertion.value, Perpetrator):
            name = _known_as(s.assertion.value.name, names)
            found.setdefault((name, _status(s, s.assertion.value)), []).append(s)
    steps = [_step(status, group) for (_, status), group in found.items()]
    return tuple(sorted(steps, key=lambda s: (s.at.date(), _ORDER.index(s.status), s.at, s.name)))


def one_name(one: str, other: str) -> bool:
    """True when one name holds the words of the other, or both are known names of one armed group."""
    a, b = one.casefold(), other.casefold()
    return a in b or b in a or same_group(one, other)


def _known_as(name: str, names: list[str]) -> str:
    found = next((n for n in names if one_name(n, name)), None)
    if found is None:
        names.append(name)
    return found or name


def _status(s: Said, value: Perpetrator) -> str:
    if s.assertion.polarity == "negated":
        return "denied"
    if value.status in ("unknown", "stated") and s.assertion.certainty in ("suspected", "speculated"):
        return "suspected"
    return value.status if value.status in _ORDER else "unknown"


def _step(status: str, group: list[Said]) -> Step:
    longest = max((s.assertion.value for s in group if isinstance(s.assertion.value, Perpetrator)), key=_length)
    return Step(longest.name, longest.named, status, group[0].said_at, tuple(s.id for s in group))


def _length(value: Perpetrator) -> tuple[bool, int]:
    return value.named, len(value.name)
