"""How alike two reports are: a trained score over words, days, places, ages, streets, figures and kind.

The score is the log odds that two reports tell of one happening, from gradient-boosted trees (Friedman 2001) over the
columns of ``NAMES``; training/linking/README.md says how they were trained. Two rules are set by hand, since the
training collections hold one kind of incident in one country: what a report contradicts outright (kind, status,
country, day, place) is not scored at all, and two accounts of which the places cannot be compared need names in common.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from sayso.link.against import against
from sayso.link.clues import name_keys, unpack
from sayso.link.facts import Facts
from sayso.link.kinds import kind_gap
from sayso.link.rarity import Rarity, background
from sayso.link.spots import SLACK_KM, nearest_km
from sayso.link.trees import Trees, pair_trees

Floats = np.ndarray[Any, np.dtype[np.float64]]
NAMES = (
    "words", "names", "title", "rarest", "rare_five", "published_gap", "happened_gap", "day_share", "day_gap",
    "told_gap", "place_km", "region_share", "town_share", "age_share", "ages", "streets", "street_share",
    "number_share", "killed_gap", "injured_gap", "kind_gap", "shorter", "longer",
)  # fmt: skip
"""Columns of the pair score; see :func:`compare`."""
_MOST_KEYS = 8
_TEXT_KEY = 1 << 62
RARE_FIVE, PLACE_KM, ALIKE_NAMES = (NAMES.index(name) for name in ("rare_five", "place_km", "names"))
_NARROW = 2  # days that a happening may span and still be a day to compare
UNCOMPARED, MOST = -5.0, 5.0  # beyond these more evidence changes nothing: one odd pair must not decide for a group
SAME = -1.0  # log odds from which two groups of reports are one incident, in streaming and in bulk
LEAST_ALIKE = (
    0.07  # least cosine of words or names for a pair to be scored; below lie 2 % of the pairs of one happening
)
_HOPELESS = -4.0  # log odds of the first forest below which the others are not asked
# Readings err in every seventh day or place. Where two reports share so many rare names (each in one of 150 background
# documents), an error is likelier than a second happening: of contradicted pairs of one incident four in five share
# them, of those of two incidents one in fifty. Two contradictions ask for one name more. Names of perpetrators tell
# nothing here: a group that strikes in two countries is named in both.
RARE_NAMES = 3
_RARE = 4.6
_UNPLACED, _FEW_NAMES = 1.5, 0.15  # log odds off when no place in common, fewer than two rare names, few names at all
Halves = np.ndarray[Any, np.dtype[np.float32]]
Pack = tuple[np.ndarray[Any, np.dtype[np.uint32]], Halves, Halves]


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """Facts unpacked for comparing.

    Attributes:
        facts: what was unpacked.
        words, names, title: keys, rarity and unit weight of each.
        happened: first and last ordinal day, None when wide or not told.
        published: ordinal day, None when not known.
        days, ages, streets, numbers: as sets; ``towns`` and ``regions`` with how often.
        actors: keys of the words in names of perpetrators.
    """

    facts: Facts
    words: Pack
    names: Pack
    title: Pack
    happened: tuple[int, int] | None
    published: int | None
    days: frozenset[int]
    ages: frozenset[int]
    streets: frozenset[int]
    numbers: frozenset[int]
    towns: dict[int, int]
    regions: dict[int, int]
    figures: dict[str, frozenset[int]]
    actors: frozenset[int]


def known(facts: Facts, rarity: Rarity | None = None) -> Known:
    """Unpack Facts; ``rarity`` is the shipped background when None."""
    rarity, clues = rarity or background(), facts.clues
    low, high = date.fromisoformat(facts.day_from).toordinal(), date.fromisoformat(facts.day_to).toordinal()
    figures: dict[str, set[int]] = {}
    for name, least, _ in facts.figures:
        figures.setdefault(name, set()).add(least)
    return Known(
        facts, _weighted(clues.words, clues.word_counts, rarity), _weighted(clues.names, clues.name_counts, rarity),
        _weighted(clues.title, clues.title_counts, rarity),
        (low, high) if facts.dated and high - low <= _NARROW else None,
        date.fromisoformat(facts.published).toordinal() if facts.published else None, frozenset(clues.days),
        frozenset(clues.ages), frozenset(clues.streets), frozenset(clues.numbers), dict(clues.towns),
        dict(clues.regions), {name: frozenset(least) for name, least in figures.items()},
        frozenset(k for name in facts.perpetrators for k in name_keys(name)),
    )  # fmt: skip


def rare_keys(one: Known) -> tuple[int, ...]:
    """Keys of the rarest names of a report and of its streets, by which the ledger finds reports of any day.

    A follow-up months later, or one whose day was misread, is found by them. Above 2**62, apart from other keys.
    """
    keys, rare, _ = one.names
    order = np.lexsort((keys, -rare))[:_MOST_KEYS]
    names = [int(keys[n]) for n in order if rare[n] >= _RARE]
    return tuple(sorted(_TEXT_KEY | k for k in {*names, *sorted(one.streets)[:_MOST_KEYS]}))


def score(one: Known, others: Sequence[Known], trees: Trees | None = None, most: int | None = None) -> Floats:
    """Log odds that ``one`` and each of ``others`` tell of one happening.

    Most candidates contradict it or have no rare word in common: those get ``UNCOMPARED`` without a look at the rest;
    with ``most`` so do all but so many of the nearest.
    """
    odds = np.full(len(others), UNCOMPARED)
    near = _near(one, others, most)
    if not near:
        return odds
    rows = compare(one, [others[n] for n in near])
    values = np.clip((trees or pair_trees()).score(rows, _HOPELESS), UNCOMPARED, MOST)
    for n, row, value in zip(near, rows, values.tolist(), strict=True):
        if others[n].facts.clues.language != one.facts.clues.language:
            odds[n] = _told_alike(row)
        else:
            odds[n] = value - (_UNPLACED if _unplaced(one, others[n], row) else 0.0)
    return odds


def _near(one: Known, others: Sequence[Known], most: int | None) -> list[int]:
    """Positions of those worth a look: alike in words or names, and not contradicted, or in spite of it."""
    if not others:
        return []
    foreign = np.array([o.facts.clues.language != one.facts.clues.language for o in others], dtype=np.bool_)
    kinds = np.array([kind_gap(one.facts, o.facts) == 2 for o in others], dtype=np.bool_)
    shared, matched = _cosines(one.names, [o.names for o in others])
    rare = np.bincount(matched[0][matched[1] >= _RARE], minlength=len(others))
    asked = np.flatnonzero(~kinds | (rare >= RARE_NAMES))  # the cheap questions first: most candidates fall here
    words, _ = _cosines(one.words, [others[n].words for n in asked.tolist()])
    alike = np.maximum(shared[asked], words)
    worth = asked[foreign[asked] | (alike > LEAST_ALIKE)]
    if most is not None and len(worth) > most:
        order = np.argsort(-alike[np.searchsorted(asked, worth)], kind="stable")[:most]
        worth = np.sort(worth[order])
    return [n for n in worth.tolist() if _may_be(one, others[n], int(rare[n]))]


def _may_be(one: Known, other: Known, rare: int) -> bool:
    """False when the two contradict each other and share too few rare names to doubt the reading."""
    against_it = len(against(one.facts, other.facts))
    if not against_it:
        return True
    least = RARE_NAMES + (against_it > 1)
    return rare >= least and _rare_names(one, other) >= least


def _unplaced(one: Known, other: Known, row: Floats) -> bool:
    """True when nothing but kind and manner of speaking is shared by two incidents whose places cannot be compared."""
    if not one.facts.type or not other.facts.type or row[PLACE_KM] <= SLACK_KM:
        return False
    return bool(row[ALIKE_NAMES] < _FEW_NAMES) and _rare_names(one, other) < 2


def _rare_names(one: Known, other: Known) -> int:
    """How many rare names two reports have in common, names of perpetrators left out."""
    _, (_, rare), keys = _matches(one.names, [other.names])
    tell_nothing = one.actors | other.actors
    return sum(key not in tell_nothing for key in keys[rare >= _RARE].tolist())


def _told_alike(row: Floats) -> float:
    """Log odds for reports in two languages, set by hand: day, place and kind must all agree, a figure makes sure."""
    seen = dict(zip(NAMES, row.tolist(), strict=True))
    if seen["happened_gap"] == 0 and seen["place_km"] <= SLACK_KM and seen["kind_gap"] <= 1:
        return 2.0 if 0 in (seen["killed_gap"], seen["injured_gap"]) else 1.0
    return UNCOMPARED


def compare(one: Known, others: Sequence[Known]) -> Floats:
    """The columns of ``NAMES``, a row for each of ``others``; NaN where one of the two does not tell.

    Shares are of the smaller side; gaps are in days; ``told_gap`` is from one's day to the nearest that the other
    names; ``rarest`` and ``rare_five`` are the rarity of the rarest word in common and a fifth of the sum of the five
    rarest.
    """
    if not others:
        return np.empty((0, len(NAMES)))
    words, matched = _cosines(one.words, [o.words for o in others])
    names, _ = _cosines(one.names, [o.names for o in others])
    title, _ = _cosines(one.title, [o.title for o in others])
    rare = _rarest(matched, len(others))
    loose = np.array([_loose(one, other) for other in others], dtype=np.float64)
    rows = np.column_stack([words, names, title, rare, loose])
    foreign = [n for n, o in enumerate(others) if o.facts.clues.language != one.facts.clues.language]
    rows[foreign, :5] = np.nan  # words of two languages say nothing about each other
    return rows


def _weighted(keys: str, counts: str, rarity: Rarity) -> Pack:
    found, times = unpack(keys, counts)
    rare = rarity.of(found)
    weights = (1 + np.log(times)) * rare if len(found) else rare
    norm = math.sqrt(float(weights @ weights))
    return found, rare.astype(np.float32), (weights / norm if norm else weights).astype(np.float32)


def _cosines(one: Pack, others: list[Pack]) -> tuple[Floats, tuple[Any, Any]]:
    """Cosine with each of ``others``; and for every word in common which of them it is in and how rare it is."""
    dots, matched, _ = _matches(one, others)
    return dots, matched


def _matches(one: Pack, others: list[Pack]) -> tuple[Floats, tuple[Any, Any], Any]:
    """What ``_cosines`` gives, and the keys of the words in common."""
    if not others:
        return np.zeros(0), (np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)), one[0][:0]
    lengths = [len(o[0]) for o in others]
    keys = np.concatenate([o[0] for o in others])
    weights = np.concatenate([o[2] for o in others])
    owner = np.repeat(np.arange(len(others)), lengths)
    if not len(one[0]):
        return np.zeros(len(others)), (owner[:0], weights[:0]), keys[:0]
    at = np.minimum(np.searchsorted(one[0], keys), len(one[0]) - 1)
    same = np.flatnonzero(one[0][at] == keys)
    dots: Floats = np.bincount(owner[same], weights=weights[same] * one[2][at[same]], minlength=len(others)).astype(
        np.float64
    )
    return dots, (owner[same], one[1][at[same]]), keys[same]


def _rarest(matched: tuple[Any, Any], size: int) -> Floats:
    owner, rare = matched
    order = np.lexsort((-rare, owner))
    owner, rare = owner[order], rare[order]
    starts = np.searchsorted(owner, np.arange(size))
    rank = np.arange(len(owner)) - starts[owner]
    first = np.bincount(owner[rank == 0], weights=rare[rank == 0], minlength=size)
    five = np.bincount(owner[rank < 5], weights=rare[rank < 5], minlength=size) / 5
    return np.column_stack([first, five])


def _loose(a: Known, b: Known) -> tuple[float, ...]:
    nan = math.nan
    return (
        abs(a.published - b.published) if a.published and b.published else nan,
        _apart(a.happened, b.happened) if a.happened and b.happened else nan,
        len(a.days & b.days) / min(len(a.days), len(b.days)) if a.days and b.days else nan,
        min(abs(x - y) for x in a.days for y in b.days) if a.days and b.days else nan,
        _told_gap(a, b),
        nearest_km(a.facts.places, b.facts.places),
        _share(a.regions, b.regions), _share(a.towns, b.towns),
        len(a.ages & b.ages) / min(len(a.ages), len(b.ages)) if a.ages and b.ages else nan,
        len(a.ages & b.ages) if a.ages and b.ages else nan,
        len(a.streets & b.streets) if a.streets and b.streets else nan,
        len(a.streets & b.streets) / min(len(a.streets), len(b.streets)) if a.streets and b.streets else nan,
        len(a.numbers & b.numbers) / min(len(a.numbers), len(b.numbers)) if a.numbers and b.numbers else nan,
        _figure_gap(a, b, "killed"), _figure_gap(a, b, "injured"),
        kind_gap(a.facts, b.facts),
        math.log1p(min(a.facts.clues.size, b.facts.clues.size)),
        math.log1p(max(a.facts.clues.size, b.facts.clues.size)),
    )  # fmt: skip


def _apart(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(0, max(a[0], b[0]) - min(a[1], b[1]))


def _told_gap(a: Known, b: Known) -> float:
    """From the day of each to the nearest day that the other names or was published on; the larger of the two."""
    gaps = []
    for one, other in ((a, b), (b, a)):
        told = [*other.days, *([other.published] if other.published else [])]
        if one.happened and told:
            first, last = one.happened
            gaps.append(min(max(0, first - day, day - last) for day in told))
    return max(gaps) if gaps else math.nan


def _share(a: dict[int, int], b: dict[int, int]) -> float:
    if not a or not b:
        return math.nan
    common = sum(min(n, b[k]) for k, n in a.items() if k in b)
    return common / min(sum(a.values()), sum(b.values()))


def _figure_gap(a: Known, b: Known, field: str) -> float:
    one, other = a.figures.get(field), b.figures.get(field)
    if not one or not other:
        return math.nan
    return 0 if one & other else 1 + min(5, min(abs(x - y) for x in one for y in other))
