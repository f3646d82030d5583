"""Which decisions of persons stand, what they say about an incident, and what they ask of the linker. Pure.

A judgement stands until it is withdrawn. Of several about one subject the one given last counts. A *second opinion*
(of a reviewer who did not see the first one) counts for agreement only: it changes nothing until somebody adjudicates.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.model import Datum, Judged, Judgement, OtherValue, Span
from sayso.model.codec import decode_as

ACTS = frozenset({"merge", "split", "not_this_incident", "other_value", "accept", "reject"})
"""Kinds that decide something; the others tell what became of a decision."""


def details(judgement: Judgement) -> dict[str, Any]:
    """The payload of a judgement as a mapping, empty without one."""
    made = json.loads(judgement.payload) if judgement.payload else {}
    return made if isinstance(made, dict) else {}


def is_second(judgement: Judgement) -> bool:
    """True for a second opinion: it counts for agreement and changes nothing."""
    return bool(details(judgement).get("second"))


def pair(one: str, other: str) -> str:
    """The subject "A+B" of a decision about two incidents, the same in either order."""
    return "+".join(sorted((one, other)))


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Oldest first; of equal times by id."""
    return sorted(judgements, key=lambda j: (j.at, j.id))


def withdrawn(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """Id of each withdrawn judgement to the withdrawal."""
    return {j.subject: j for j in in_order(judgements) if j.kind == "withdraw"}


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The decisions among ``judgements`` that nobody withdrew, oldest first.

    Args:
        judgements: every row known at a time, withdrawals included, in any order.
    """
    some = list(judgements)
    gone = withdrawn(some)
    return tuple(in_order(j for j in some if j.kind in ACTS and j.id not in gone))


def carried(judgements: Iterable[Judgement]) -> dict[str, frozenset[str]]:
    """Judgement id to every subject that re-readings carried it to."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in judgements:
        if row.kind == "carried":
            found[details(row)["of"]].add(row.subject)
    return {key: frozenset(subjects) for key, subjects in found.items()}


def deciding(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """Subject to the decision that counts for it: the last standing one that is no second opinion.

    A judgement that was carried to another reading counts for its old and its new subject. Values given by persons are
    one subject for each field ("KAZ-3F2A9C killed").
    """
    some = list(judgements)
    also = carried(some)
    found: dict[str, Judgement] = {}
    for j in standing(some):
        if not is_second(j):
            found.update(dict.fromkeys((subject_of(j), *also.get(j.id, ())), j))
    return found


def subject_of(judgement: Judgement) -> str:
    """What is decided: the subject, with the field for a value given by a person."""
    if judgement.kind == "other_value":
        return f"{judgement.subject} {details(judgement)['field']}"
    return judgement.subject


def verdict(judgement: Judgement) -> str:
    """What was decided, in one word or value, comparable between persons about one subject."""
    if judgement.kind == "other_value":
        return str(details(judgement).get("shown", ""))
    if "+" in judgement.subject:
        return "apart" if judgement.kind == "reject" else "same"
    return {"not_this_incident": "elsewhere", "split": "elsewhere"}.get(judgement.kind, judgement.kind)


def judged(judgements: Iterable[Judgement], assertions: Collection[str], incidents: Collection[str]) -> Judged:
    """What persons decided about one incident.

    Args:
        judgements: every row about it known at the time, withdrawals and carried ones included.
        assertions: ledger ids of its assertions.
        incidents: its id and the ids that were merged into it.
    """
    here, some = frozenset(incidents), list(judgements)
    accepted: set[str] = set()
    rejected: set[str] = set()
    other: dict[str, Judgement] = {}
    behind: dict[str, Judgement] = {}
    for subject, j in deciding(some).items():
        if subject in assertions and j.kind in ("accept", "reject"):
            (accepted if j.kind == "accept" else rejected).add(subject)
            behind[j.id] = j
        elif j.kind == "other_value" and j.subject in here:
            name = details(j)["field"]
            if name not in other or (other[name].at, other[name].id) < (j.at, j.id):
                other[name] = j
    behind.update({j.id: j for j in other.values()})
    behind.update({j.id: j for j in standing(some) if not is_second(j) and here & incidents_named(j)})
    values = tuple(other_value(other[name]) for name in sorted(other))
    return Judged(frozenset(accepted), frozenset(rejected), values, tuple(in_order(behind.values())))


def incidents_named(judgement: Judgement) -> set[str]:
    """Every incident a decision about links names."""
    told = details(judgement)
    named = (
        {told.get("incident", ""), told.get("to", "")} if judgement.kind in ("not_this_incident", "split") else set()
    )
    return {*judgement.subject.split("+"), *named}


def other_value(judgement: Judgement) -> OtherValue:
    """The value that a judgement of the kind ``other_value`` gives.

    Raises:
        KeyError: it is of another kind.
    """
    told = details(judgement)
    evidence = told.get("evidence")
    datum: Datum = decode_as(Datum, told["value"])
    if not evidence:
        return OtherValue(told["field"], datum, judgement)
    span = Span(evidence["start"], evidence["end"])
    return OtherValue(told["field"], datum, judgement, evidence["document"], span, evidence["words"])


@dataclass(frozen=True, slots=True)
class Ties:
    """What persons decided about links: constraints for whoever links reports or merges incidents.

    Attributes:
        home: report key to the incident it belongs to, whatever the linker thinks.
        apart: report key to the incidents it must not be put into.
        nowhere: keys of reports that tell of no incident at all, with the one they were taken from.
        because: report key to the id of the judgement that decides where it belongs.
        pairs: incidents ("A+B") that must not be merged.
    """

    home: dict[str, str] = field(default_factory=dict)
    apart: dict[str, frozenset[str]] = field(default_factory=dict)
    nowhere: dict[str, str] = field(default_factory=dict)
    because: dict[str, str] = field(default_factory=dict)
    pairs: frozenset[str] = frozenset()

    def may_merge(self, one: str, other: str) -> bool:
        """False when a person keeps the two incidents apart."""
        return pair(one, other) not in self.pairs


def ties(judgements: Iterable[Judgement], survivors: Mapping[str, str]) -> Ties:
    """The constraints of the decisions that stand, a later one outranking an earlier one.

    Args:
        judgements: every row known at the time, withdrawals and carried ones included.
        survivors: merged incident to the one it is part of; others may be missing.
    """
    made = Ties()
    pairs: dict[str, bool] = {}
    for j in standing(judgements):
        if is_second(j):
            continue
        told = details(j)
        if "+" in j.subject:
            pairs[j.subject] = j.kind == "reject"
            continue
        for key in _reports(j):
            _tie(made, j, key, told)
        if j.kind in ("split", "not_this_incident"):
            pairs[pair(told["incident"], told["to"])] = True
    return _resolved(made, {p for p, holds in pairs.items() if holds}, survivors)


def anchors(judgements: Iterable[Judgement]) -> dict[str, tuple[Span, ...]]:
    """Report key to the spans it stood on when it was judged, for every standing decision about a report."""
    made: dict[str, tuple[Span, ...]] = {}
    for j in standing(judgements):
        for key, spans in details(j).get("anchors", {}).items():
            made[key] = tuple(Span(start, end) for start, end in spans)
    return made


def _reports(judgement: Judgement) -> Sequence[str]:
    """Keys of the reports whose link a judgement decides."""
    if judgement.kind == "split":
        return tuple(details(judgement)["reports"])
    return (judgement.subject,) if "/" in judgement.subject else ()


def _tie(made: Ties, j: Judgement, key: str, told: dict[str, Any]) -> None:
    """Note what one judgement asks for one report; it replaces what an earlier one asked."""
    made.nowhere.pop(key, None)
    made.home.pop(key, None)
    made.because[key] = j.id
    if j.kind == "reject":
        made.nowhere[key] = told["incident"]
    elif j.kind == "accept":
        made.home[key] = told["incident"]
    else:
        made.home[key] = told["to"]
        made.apart[key] = made.apart.get(key, frozenset()) | {told["incident"]}


def _resolved(made: Ties, pairs: set[str], survivors: Mapping[str, str]) -> Ties:
    def now(name: str) -> str:
        return survivors.get(name, name)

    home = {key: now(at) for key, at in made.home.items()}
    # where a report is at home it may be: a later merge or acceptance outranks an earlier "not this incident"
    apart = {key: frozenset(map(now, some)) - {home.get(key, "")} for key, some in made.apart.items()}
    ends = [tuple(map(now, p.split("+"))) for p in pairs]
    return Ties(
        home=home,
        apart={key: some for key, some in apart.items() if some},
        nowhere={key: now(at) for key, at in made.nowhere.items()},
        because=made.because,
        pairs=frozenset(pair(a, b) for a, b in ends if a != b),
    )
