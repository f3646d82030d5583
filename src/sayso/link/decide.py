"""Is this report about a happening we know? A decision by the pair score against whole incidents, with its reasons."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from statistics import fmean as mean

from sayso.link.against import against
from sayso.link.facts import Facts
from sayso.link.kinds import kind_gap
from sayso.link.pair import MOST, NAMES, SAME, Known, compare, known, score
from sayso.link.spots import SLACK_KM

LINKER = "link/2"
_COPY = 3.0  # log odds that a near copy adds: the same text tells of the same happening
_MERGE = 1.0  # log odds that a report must show for another incident too, to ask whether the two are one
_MOST_OF_ONE = 12  # reports of one incident that are compared, the first ones handed in; a mean needs no more
_MOST_NEAR = 60  # nearest candidates that are compared in full, so that a busy day costs what a quiet one does


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two reports are.

    Attributes:
        score: 0 to 1, the chance that they tell of one happening as the trained score sees it.
        reasons: what speaks for it, or the one thing that speaks against it, in words.
    """

    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """Two incidents that a report shows to be one.

    Attributes:
        incidents: their ids in the order of the alphabet; who opened first, survives.
        score: 0 to 1; ``why``: in words.
    """

    incidents: tuple[str, str]
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Where a report goes: the incident it is most alike on average, or a new one (``incident`` is None).

    Attributes:
        score: 0 to 1; ``why``: in words.
        merges: other incidents that this report shows to be the same one.
    """

    incident: str | None
    score: float
    why: str
    merges: tuple[Merge, ...] = ()


def decide(
    report: Facts,
    candidates: Iterable[tuple[str, Facts | Known]],
    copies: frozenset[str] = frozenset(),
    *,
    again: bool = False,
    apart: frozenset[str] = frozenset(),
) -> Decision:
    """The incident a report belongs to: the one whose reports it is alike on average (average linkage, one at a time).

    Args:
        report: the new report.
        candidates: (incident id, Facts of one of its reports, unpacked or not) of every candidate.
        copies: ids of documents that are near copies of the report's document.
        again: True when the document was linked before and is read again; its earlier reports are candidates then.
        apart: incidents that a person keeps this report out of.
    """
    one, groups = known(report), _groups(report, candidates, again, apart)
    odds = _odds(one, groups, copies)
    found = place(odds)
    if found is None:
        return Decision(None, max((chance(mean(values)) for values in odds.values()), default=0.0), "first report")
    best, value = found
    others = sorted(name for name, values in odds.items() if name != best and mean(values) >= _MERGE)
    merges = tuple(m for name in others if (m := _merge(best, name, groups)))
    return Decision(best, chance(value), _why(one, groups[best], odds[best], copies), merges)


def place(odds: Mapping[str, Sequence[float]]) -> tuple[str, float] | None:
    """The incident whose reports a new report is alike on average, with that mean; None when it is alike to none.

    Args:
        odds: incident to the log odds with each of its reports.
    """
    # the id breaks ties, so that the order in which candidates come does not matter
    best = max(((mean(values), name) for name, values in odds.items()), default=(-math.inf, ""))
    return (best[1], best[0]) if best[0] >= SAME else None


def likeness(one: Facts, other: Facts, *, copy: bool = False) -> Likeness:
    """How likely two reports tell of one happening, and why."""
    a, b = known(one), known(other)
    odds = min(MOST, float(score(a, [b])[0]) + (_COPY if copy else 0.0))
    spoken = against(one, other)
    return Likeness(chance(odds), spoken[:1] if spoken and odds < SAME else _reasons(a, b, copy))


def chance(odds: float) -> float:
    """Log odds as a number from 0 to 1, rounded as it is stored."""
    return round(1 / (1 + math.exp(-odds)), 4)


def _groups(
    report: Facts, candidates: Iterable[tuple[str, Facts | Known]], again: bool, apart: frozenset[str]
) -> dict[str, list[Known]]:
    """Incident to its reports that count: what was only retold in passing counts when there is nothing else."""
    groups: dict[str, list[Known]] = {}
    for incident, other in candidates:
        unpacked = other if isinstance(other, Known) else known(other)
        if incident in apart or (unpacked.facts.document == report.document and not again):
            continue  # what a person or one reading tells apart is not joined here
        groups.setdefault(incident, []).append(unpacked)
    told = {name: [k for k in some if k.facts.status != "background"] for name, some in groups.items()}
    return {name: list(islice(told[name] or some, _MOST_OF_ONE)) for name, some in groups.items()}


def _odds(one: Known, groups: Mapping[str, Sequence[Known]], copies: frozenset[str]) -> dict[str, list[float]]:
    """Log odds with each report of each incident."""
    every = [(name, other) for name, some in groups.items() for other in some]
    made: dict[str, list[float]] = {name: [] for name in groups}
    for (name, other), value in zip(every, score(one, [o for _, o in every], most=_MOST_NEAR).tolist(), strict=True):
        made[name].append(min(MOST, value + _COPY) if other.facts.document in copies else value)
    return made


def _merge(one: str, other: str, groups: Mapping[str, Sequence[Known]]) -> Merge | None:
    """Two incidents as one when their reports are alike on average too, and no reading told them apart."""
    across = [float(odds) for report in groups[one] for odds in score(report, groups[other])]
    told_apart = {k.facts.document for k in groups[one]} & {k.facts.document for k in groups[other]}
    if told_apart or mean(across) < SAME:
        return None
    first, second = sorted((one, other))
    return Merge((first, second), chance(mean(across)), "; ".join(_reasons(groups[one][0], groups[other][0], False)))


def _why(one: Known, others: Sequence[Known], odds: Sequence[float], copies: frozenset[str]) -> str:
    """Reasons for the most alike report of the incident."""
    best = max(zip(odds, others, strict=True), key=lambda pair: (pair[0], pair[1].facts.key))[1]
    return "; ".join(_reasons(one, best, best.facts.document in copies))


def _reasons(one: Known, other: Known, copy: bool) -> tuple[str, ...]:
    seen = dict(zip(NAMES, compare(one, [other])[0].tolist(), strict=True))
    said = [*_day_words(one, other, seen), *_place_words(one, other, seen)]
    if (gap := kind_gap(one.facts, other.facts)) < 2:
        kinds = f"both {one.facts.type}" if gap == 0 else f"{one.facts.type} and {other.facts.type} are told of one"
        said.append(kinds.replace("_", " ") + (" happening" if gap else ""))
    for column, words in (("streets", "streets"), ("ages", "ages")):
        if (count := seen[column]) >= 1:  # how many, never which: they may lead to private people
            said.append(f"{count:.0f} {words if count > 1 else words.removesuffix('s')} in common")
    if seen["killed_gap"] == 0 or seen["injured_gap"] == 0:
        said.append("same figures")
    if seen["words"] >= 0.2:
        said.append(f"words {seen['words']:.0%} alike")
    return (*said, "near copy") if copy else tuple(said)


def _day_words(one: Known, other: Known, seen: dict[str, float]) -> list[str]:
    if seen["happened_gap"] == 0:
        narrow = all(f.day_from == f.day_to for f in (one.facts, other.facts))
        return [f"same day {max(one.facts.day_from, other.facts.day_from)}" if narrow else "time agrees"]
    if seen["happened_gap"] == 1:
        return ["one day apart"]
    return ["a day in common"] if seen["day_gap"] == 0 else []


def _place_words(one: Known, other: Known, seen: dict[str, float]) -> list[str]:
    a, b = one.facts.places, other.facts.places
    ids = {p.geonames_id: p.name for p in a if p.geonames_id and p.precision != "country"}
    if same := next((p for p in b if p.geonames_id in ids), None):
        return [f"same place {same.name}"]
    if seen["place_km"] <= max(SLACK_KM, 25.0):
        return [f"{a[0].name} and {b[0].name} are {seen['place_km']:.0f} km apart"]
    return ["towns in common"] if seen["town_share"] > 0 else []
