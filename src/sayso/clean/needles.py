"""Patterns that are looked for only where words stand that they cannot do without.

A pattern of several words is slow to find nowhere. Each pattern here knows a few strings of which one must stand in
every text that it matches, taken from the pattern itself, and a text without any of them is not searched: eight times
as fast over the notices of ``sayso.clean.boilerplate``, with the same answers (the idea: required literals, as in
Cox 2012, "Regular expression matching with a trigram index").

How Python takes a pattern apart is no public part of it (``re._parser``). Where there is no such module, or it tells
something unheard of, no strings are known and a pattern is searched for in every text: slower, the same answers.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable
from typing import Any, NamedTuple

MOST = 80
"""Strings; a pattern that needs one of more of them is searched for at once."""
SHORTEST = 2
"""Characters; a shorter string stands in every text."""
_UNHEARD_OF = (AttributeError, TypeError, ValueError, KeyError, IndexError, RecursionError, re.error)
try:
    _parser: Any = importlib.import_module("re._parser")
except ImportError:
    _parser = None
_NONE: frozenset[str] = frozenset()


class Needle(NamedTuple):
    """A compiled pattern, letters of either case, and what must stand in a text that it matches.

    Attributes:
        words: strings in small letters, one of which stands in every text that matches; empty when none are known.
        pattern: the pattern.
    """

    words: tuple[str, ...]
    pattern: re.Pattern[str]


def needles(patterns: Iterable[re.Pattern[str]]) -> tuple[Needle, ...]:
    """One needle a pattern."""
    return tuple(Needle(_words(pattern), pattern) for pattern in patterns)


def hits(among: tuple[Needle, ...], text: str, lowered: str) -> int:
    """How many of the needles are in ``text``, whose small letters are ``lowered``."""
    count = 0
    for words, pattern in among:
        for word in words:
            if word in lowered:
                break
        else:
            if words:
                continue
        if pattern.search(text):
            count += 1
    return count


def _words(pattern: re.Pattern[str]) -> tuple[str, ...]:
    if _parser is None:
        return ()
    try:
        found = _needed(_parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))
    except _UNHEARD_OF:
        return ()
    return tuple(found) if len(found) <= MOST else ()


def _needed(tree: Any) -> frozenset[str]:
    """Strings of which one stands in every match of a sequence: the most telling ones of its parts."""
    best, run = _NONE, ""
    for op, argument in [*tree, (None, None)]:
        if op is _parser.LITERAL:
            run += chr(argument)
            continue
        best, run = _better(best, _long_enough(frozenset({run.lower()}))), ""
        if op is not None:
            best = _better(best, _of_part(op, argument))
    return best


def _of_part(op: Any, argument: Any) -> frozenset[str]:
    if op is _parser.SUBPATTERN:
        return _needed(argument[-1])
    if op is _parser.BRANCH:
        parts = [_needed(branch) for branch in argument[1]]
        return frozenset().union(*parts) if all(parts) else _NONE
    if op in (_parser.MAX_REPEAT, _parser.MIN_REPEAT) and argument[0] >= 1:
        return _needed(argument[2])
    return _NONE


def _better(one: frozenset[str], two: frozenset[str]) -> frozenset[str]:
    """The set whose shortest string is longer; of two alike the smaller one."""
    if not one or not two:
        return one or two
    return max(one, two, key=lambda words: (min(map(len, words)) - len(words) / 4, -len(words)))


def _long_enough(words: frozenset[str]) -> frozenset[str]:
    return words if min(map(len, words)) >= SHORTEST else _NONE
