"""Who did it and to whom, as the flat shapes need it: kinds instead of names where the words name nobody.

The machine names nobody as a perpetrator beyond what a speaker said: what is only suspected, claimed or denied fills an
actor's column only when the person who exports asks for it (``Options.claims``); else it stands in the trace.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.export.case import Case
from sayso.export.codebooks import class_of
from sayso.export.options import Options
from sayso.lang.privacy import names_somebody
from sayso.model import Perpetrator, Rule

_HELD = frozenset({"stated", "accused", "charged", "convicted", "suspected"})
_STATE_TARGETS = frozenset({"government", "police", "military"})
ARMED = frozenset({"bombing", "armed_attack", "stabbing", "assassination", "kidnapping", "hostage_taking", "hijacking",
                   "arson", "vehicle_ramming", "poisoning", "sabotage"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Doer:
    """Who did it under a rule.

    Attributes:
        name: "" when nobody is named, or when what is said of them does not count for the shape.
        kind: ``state``, ``group``, ``person`` or ``unknown``.
        status: what is said of them ("claimed"), ``unknown`` when nobody is said to have done it.
        counts: False when a name was said but does not fill a column.
        ids: ledger ids behind it.
    """

    name: str
    kind: str
    status: str
    counts: bool
    ids: tuple[str, ...]


def doer(case: Case, rule: Rule, options: Options) -> Doer:
    """Who did it under a rule, as far as it may stand in a column."""
    value = case.value("perpetrator", rule)
    if not isinstance(value.datum, Perpetrator):
        return Doer("", "unknown", "unknown", False, ())
    by = value.datum
    counts = by.status in _HELD or (by.status == "claimed" and options.claims)
    name = by.name if by.named and counts and by.kind not in ("person", "witness") else ""
    return Doer(name, _kind(by), by.status, counts and bool(name), value.chosen)


def _kind(by: Perpetrator) -> str:
    if by.kind == "official":
        return "state"
    if by.kind in ("person", "witness"):
        return "person"
    return "group" if by.kind == "group" or by.named else "unknown"


@dataclass(frozen=True, slots=True)
class Struck:
    """What was attacked: ``name`` in the words said, its class of the taxonomy, ``ids`` behind it."""

    name: str
    kind: str
    ids: tuple[str, ...]

    @property
    def is_state(self) -> bool:
        """True for police, soldiers and government."""
        return self.kind in _STATE_TARGETS


def struck(case: Case) -> tuple[Struck, ...]:
    """Everything said to have been attacked, each class once, those with a known class first."""
    found: dict[str, Struck] = {}
    for a in case.said("target"):
        if a.assertion.polarity == "asserted" and isinstance(a.assertion.value, str):
            words = a.assertion.value.replace("_", " ")
            kind = class_of(words, "targets") or (words if words in _STATE_TARGETS else "")
            if kind in ("", "civilians") and names_somebody(words):
                words = kind or "a person or a place"  # a private person's home is no entry of a table
            known = found.get(kind or words)
            found[kind or words] = Struck(known.name if known else words, kind, (*(known.ids if known else ()), a.id))
    return tuple(sorted(found.values(), key=lambda s: not s.kind))


def is_suicide(case: Case, rule: Rule) -> bool | None:
    """True when it is told as a suicide attack, False when that is denied only, None when nobody speaks of it."""
    value = case.value("mode", rule)
    if value.datum == "suicide":
        return True
    denied = [a for a in case.said("mode") if a.assertion.polarity == "negated" and a.assertion.value == "suicide"]
    return False if denied else None
