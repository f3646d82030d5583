"""Which decisions of persons stand, what they say about an incident, and what they ask of the linker. Pure.

A judgement stands until it is withdrawn. Of several about one subject the one given last counts. A *second opinion*
(of a reviewer who did not see the first one) counts for agreement only: it changes nothing until somebody adjudicates.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from sayso.model import Datum, Judged, Judgement, OtherValue, Span
from sayso.model.codec import decode_as

ACTS = frozenset({"merge", "split", "not_this_incident", "other_value", "accept", "reject"})
"""Kinds that decide something; the others tell what became of a decision."""


def details(judgement: Judgement) -> dict[str, Any]:
    """The payload of a judgement as a mapping that nobody changes, empty without one."""
    return _parsed(judgement.payload) if judgement.payload else {}


@lru_cache(maxsize=20_000)
def _parsed(payload: str) -> dict[str, Any]:
    made = json.loads(payload)
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


def judged(
    judgements: Iterable[Judgement], said: Mapping[str, Collection[str]], names: Mapping[str, str]
) -> dict[str, Judged]:
    """What persons decided about each of some incidents; those nobody judged are missing.

    Args:
        judgements: every row about them known at the time, withdrawals and carried ones included.
        said: incident to the ledger ids of its assertions.
        names: every id that is part of one of these incidents (its own too) to the incident.
    """
    some = list(judgements)
    decided = deciding(some)
    other: dict[str, dict[str, Judgement]] = defaultdict(dict)
    behind: dict[str, dict[str, Judgement]] = defaultdict(dict)
    for j in decided.values():
        if j.kind == "other_value" and j.subject in names:
            known, name = other[names[j.subject]], details(j)["field"]
            if name not in known or (known[name].at, known[name].id) < (j.at, j.id):
                known[name] = j
    for j in standing(some):
        if not is_second(j) and j.kind != "other_value":
            for name in incidents_named(j) & names.keys():
                behind[names[name]][j.id] = j
    made = {key: _judged(decided, ids, other[key], behind[key]) for key, ids in said.items()}
    return {key: found for key, found in made.items() if found.standing}


def _judged(
    decided: Mapping[str, Judgement], said: Collection[str], other: dict[str, Judgement], behind: dict[str, Judgement]
) -> Judged:
    about = {i: decided[i] for i in said if i in decided and decided[i].kind in ("accept", "reject")}
    all_ = {**behind, **{j.id: j for j in (*about.values(), *other.values())}}
    return Judged(
        frozenset(i for i, j in about.items() if j.kind == "accept"),
        frozenset(i for i, j in about.items() if j.kind == "reject"),
        tuple(other_value(other[name]) for name in sorted(other)),
        tuple(in_order(all_.values())),
    )


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
        for key in reports_of(j):
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


def reports_of(judgement: Judgement) -> Sequence[str]:
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
