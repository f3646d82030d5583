"""How the figures of a field add up: a total and its parts, and the attackers counted or not. Only what was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from sayso.model import Figure
from sayso.weigh.said import Key, Said, is_attackers, is_general, key_of
from sayso.weigh.words import datum_words

_MOST_PARTS = 8  # scopes of one report; more are lists of names, and their sums are chance


@dataclass(frozen=True, slots=True)
class Sum:
    """Figures that explain each other.

    Attributes:
        kind: ``attackers`` (one total counts those who did it, the other does not), ``parts`` (the parts make up the
            total) or ``part`` (a part of a larger total).
        words: the sum in words: "3 killed = 2 killed + 1 killed (the suspected bomber)".
        total: ledger ids of the assertions of the total.
        parts: ledger ids of the assertions of each part.
    """

    kind: Literal["attackers", "parts", "part"]
    words: str
    total: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]


def sums(field: str, said: Sequence[Said]) -> tuple[Sum, ...]:
    """The sums that hold among the figures of one field, those about the attackers first, each once.

    "3 killed including the bomber" of one report and "2 victims" of another agree when somebody says that one of the
    dead is the bomber. No figure is made up: every side of a sum is a figure that somebody gave.
    """
    exact = [s for s in said if s.holds and not s.judgement and _number(s) is not None]
    found = [*_with_attackers(field, exact), *_of_reports(field, exact)]
    return tuple({s.words: s for s in reversed(found)}.values())[::-1]


def _with_attackers(field: str, said: Sequence[Said]) -> Iterator[Sum]:
    whole = _grouped([s for s in said if is_general(s)])
    attackers = _grouped([s for s in said if is_attackers(s) and _number(s)])
    for one, other in combinations(whole, 2):
        more, less = sorted((one, other), key=lambda g: -_value(g))
        for some in attackers:
            if _value(more) - _value(less) == _value(some) > 0 and _value(less) > 0:
                yield _sum("attackers", field, more, [less, some])


def _of_reports(field: str, said: Sequence[Said]) -> Iterator[Sum]:
    for report in dict.fromkeys(s.report for s in said):
        own = [s for s in said if s.report == report]
        totals = _grouped([s for s in own if is_general(s)])
        parts = _grouped([s for s in own if not is_general(s) and _number(s)])
        if not totals or not parts or len(parts) > _MOST_PARTS:
            continue
        total = max(totals, key=_value)
        if len(parts) > 1 and sum(map(_value, parts)) == _value(total):
            yield _sum("parts", field, total, parts)
        else:
            yield from (_sum("part", field, total, [p]) for p in parts if _value(p) < _value(total))


def _sum(kind: Literal["attackers", "parts", "part"], field: str, total: list[Said], parts: list[list[Said]]) -> Sum:
    whole, some = _words(field, total), [_words(field, p) for p in parts]
    words = f"{some[0]} of {whole}" if kind == "part" else f"{whole} = {' + '.join(some)}"
    return Sum(kind, words, _ids(total), tuple(_ids(p) for p in parts))


def _grouped(said: Sequence[Said]) -> list[list[Said]]:
    groups: dict[Key, list[Said]] = {}
    for s in said:
        groups.setdefault(key_of(s), []).append(s)
    return list(groups.values())


def _number(s: Said) -> int | None:
    """The number when the words give just one, without "about" or "at least"."""
    value = s.assertion.value
    single = isinstance(value, Figure) and value.low == value.high and value.qualifier == "exact"
    return value.low if single and isinstance(value, Figure) else None


def _value(group: list[Said]) -> int:
    return _number(group[0]) or 0


def _words(field: str, group: list[Said]) -> str:
    return datum_words(field, group[0].assertion.value)


def _ids(group: list[Said]) -> tuple[str, ...]:
    return tuple(s.id for s in group)
