"""How far persons agree who judged the same items: Krippendorff's alpha. Pure.

Nominal for verdicts (accept, reject, same, apart ...) and words, ratio for figures. Krippendorff (2004, "Reliability in
content analysis") relies on data from 0.800 on, draws tentative conclusions from 0.667 on, and nothing below.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import krippendorff
import numpy as np

from sayso.link.judgements import ACTS, details, in_order, subject_of, verdict, withdrawn
from sayso.model import Figure, Judgement
from sayso.model.assertion import Datum
from sayso.model.codec import decode_as

FEW = 20
"""Items below which alpha says little: one more disagreement moves it by a tenth."""
GROUPS = ("values", "links", "figures", "given")
"""Accepted or rejected assertions; links of reports and merges; figures given; other values given."""
Level = Literal["nominal", "ratio"]
_RELIABLE, _TENTATIVE = 0.8, 0.667


@dataclass(frozen=True, slots=True)
class Unit:
    """One item and what each person decided about it.

    Attributes:
        subject: what is judged; ``group``: one of ``GROUPS``.
        verdicts: author to the judgement that is the author's last word on it, in order of time.
        open: True while decisions that contradict each other stand.
    """

    subject: str
    group: str
    verdicts: tuple[Judgement, ...]
    open: bool

    @property
    def is_agreed(self) -> bool:
        """True when everybody decided the same."""
        return len({verdict(j) for j in self.verdicts}) < 2


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement on one group of items.

    Attributes:
        items: judged by two or more. ``reviewers``: who judged any of them.
        alpha: Krippendorff's alpha, None when it is not defined (no item, or everybody always said the same).
        level: ``nominal`` or ``ratio``.
        note: what the number is worth, in words.
    """

    group: str
    items: int
    reviewers: tuple[str, ...]
    alpha: float | None
    level: str
    note: str


def units(judgements: Iterable[Judgement]) -> tuple[Unit, ...]:
    """Every item that two or more persons judged, in order of its first judgement.

    A decision counts that its own author did not take back; what another took back was still the author's decision.

    Args:
        judgements: every row known at a time, withdrawals and carried ones included.
    """
    some = in_order(judgements)
    gone = withdrawn(some)
    first = {row.subject: details(row)["from"] for row in some if row.kind == "carried"}
    found: dict[str, dict[str, Judgement]] = defaultdict(dict)
    for j in some:
        by = gone.get(j.id)
        if j.kind in ACTS and not (by and by.author == j.author):
            for subject in _subjects(j):
                found[_first(subject, first)].pop(j.author, None)
                found[_first(subject, first)][j.author] = j
    return tuple(
        Unit(subject, group_of(next(iter(by.values()))), tuple(by.values()), _is_open(by, gone))
        for subject, by in found.items()
        if len(by) > 1
    )


def _subjects(j: Judgement) -> tuple[str, ...]:
    return tuple(details(j)["reports"]) if j.kind == "split" else (subject_of(j),)


def _first(subject: str, first: Mapping[str, str]) -> str:
    while subject in first and first[subject] != subject:
        subject = first[subject]
    return subject


def _is_open(by: Mapping[str, Judgement], gone: Mapping[str, Judgement]) -> bool:
    return len({verdict(j) for j in by.values() if j.id not in gone}) > 1


def group_of(j: Judgement) -> str:
    """Which of ``GROUPS`` a judgement belongs to."""
    if j.kind == "other_value":
        value = details(j)["value"]
        return "figures" if isinstance(value, dict) and value.get("is") == "Figure" else "given"
    return "links" if "+" in j.subject or "/" in j.subject or j.kind in ("merge", "split") else "values"


def agreement(some: Iterable[Unit]) -> tuple[Agreement, ...]:
    """Agreement on each group that has an item."""
    by_group: dict[str, list[Unit]] = defaultdict(list)
    for unit in some:
        by_group[unit.group].append(unit)
    return tuple(_agreement(group, by_group[group]) for group in GROUPS if by_group[group])


def _agreement(group: str, some: list[Unit]) -> Agreement:
    people = tuple(sorted({j.author for u in some for j in u.verdicts}))
    level: Level = "ratio" if group == "figures" else "nominal"
    alpha = _alpha(some, people, level)
    return Agreement(group, len(some), people, alpha, level, _note(alpha, some))


def _alpha(some: list[Unit], people: tuple[str, ...], level: Level) -> float | None:
    """Alpha over a matrix of persons by items; None when all values are one."""
    codes: dict[str, int] = {}
    table = np.full((len(people), len(some)), np.nan)
    for column, unit in enumerate(some):
        for j in unit.verdicts:
            number = _number(j) if level == "ratio" else codes.setdefault(verdict(j), len(codes))
            table[people.index(j.author), column] = number
    if len(np.unique(table[~np.isnan(table)])) < 2:
        return None
    return round(float(krippendorff.alpha(reliability_data=table, level_of_measurement=level)), 4)


def _number(j: Judgement) -> float:
    value = decode_as(Datum, details(j)["value"])
    return float(value.low) if isinstance(value, Figure) else np.nan


def _note(alpha: float | None, some: list[Unit]) -> str:
    if alpha is None:
        return "everybody always decided the same: there is nothing to measure agreement against"
    if len(some) < FEW:
        return f"only {len(some)} {'item' if len(some) == 1 else 'items'}: the number says little below {FEW}"
    if alpha >= _RELIABLE:
        return "reliable (0.800 or more)"
    return "good for tentative conclusions (0.667 to 0.800)" if alpha >= _TENTATIVE else "not reliable (below 0.667)"
