"""The first of several who are joined by "and", where nothing but the others tells that it is a person.

"Mena and his son", "Mena, his son and 15 others", "killed Mena and the driver": a surname by itself is no noun for
people and may stand in no list; that "his son" or "15 others" follows it makes it one. The method is the shallow
grammar of ``groups``, with one more kind of member that may only stand first.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.lang.en import casualties as words
from sayso.lang.en.closed import CALENDAR, CLOSED, VERBS
from sayso.read.figures.clause import LINKS, STOPS, Clause, is_person, words_of
from sayso.read.figures.groups import Group, joined
from sayso.read.figures.tokens import Token

_LONGEST = 4  # words of a name without a title
_OWN = frozenset({"his", "her"})
_AND = frozenset({"and", "&"})
_BOUNDS = LINKS | STOPS | words.SAYING | {","}
_NO_NAME = (
    words.BE | words.MODALS | words.ADVERBS | words.SAYING | words.DETERMINERS | words.NOT_NAMES | words.OTHER_WORDS
    | words.NOBODY | words.NEGATIONS | words.GENERIC | LINKS | CLOSED | VERBS | CALENDAR | set(words.PARTICIPLES)
    | set(words.ACTIVES) | set(words.STATES)
)  # fmt: skip


def opened(clause: Clause, left: int, group: Group) -> Group | None:
    """``group`` with the one who stands before it, at token ``left`` or later; None when nobody surely does."""
    tokens = clause.tokens
    k = group.first - 1
    if k <= left:
        return None
    comma = tokens[k].low == ","
    if tokens[k].low in _AND:
        k -= 2 if tokens[k - 1].low == "," else 1
    elif comma and group.parts > 1:
        k -= 1
    else:
        return None
    first = _first(clause, left, k)
    if first is None or (comma and not _needs_one(tokens, group)):
        return None
    return _with(clause, first, k, group) if _named(clause, first, k, group) else None


def opened_behind(clause: Clause, at: int) -> Group | None:
    """The one who begins at token ``at`` and those joined to it by "and"."""
    tokens = clause.tokens
    for k in range(at, min(at + _LONGEST, len(tokens) - 2)):
        if not _may_name(tokens[k]):
            return None
        if tokens[k + 1].low in _AND:
            group = joined(clause, k + 2)
            good = group is not None and group.kind != "bare" and _named(clause, at, k, group)
            return _with(clause, at, k, group) if group is not None and good else None
    return None


def _first(clause: Clause, left: int, last: int) -> int | None:
    """First token of a name that ends at token ``last`` and begins a clause, None when there is none."""
    k = last
    while k >= left and last - k < _LONGEST and _may_name(clause.tokens[k]) and clause.starting(k) is None:
        k -= 1
    if k == last or not (k < left or clause.tokens[k].low in _BOUNDS):
        return None
    return k + 1


def _may_name(token: Token) -> bool:
    return token.low[0].isalpha() and token.low not in _NO_NAME and not token.low.endswith("'s")


def _needs_one(tokens: list[Token], group: Group) -> bool:
    """True for those told beside somebody: "his son", "15 others"."""
    return tokens[group.first].low in _OWN or any(
        t.low in words.OTHER_WORDS for t in tokens[group.first : group.first + 3]
    )


def _named(clause: Clause, first: int, last: int, group: Group) -> bool:
    """True when the words from token ``first`` to ``last`` are the name of one person."""
    tokens, text = clause.tokens, clause.text
    low = tokens[last].low
    own = tokens[group.first].low in _OWN
    if is_person(low) or low.endswith(words.PEOPLE_ENDINGS):
        return False
    if text[tokens[first].start : tokens[last].end].isupper() and text[tokens[group.first].start].isupper():
        return own or tokens[group.first].low == "the" or (_needs_one(tokens, group) and low[-1] != "s")
    return all(text[t.start].isupper() for t in tokens[first : last + 1])


def _with(clause: Clause, first: int, last: int, group: Group) -> Group:
    high = None if group.high is None else group.high + 1
    scope = words_of(clause, first, last)
    scope = scope if group.scope in ("", "victims") else f"{scope}; {group.scope}"
    return replace(group, first=first, low=group.low + 1, high=high, scope=scope, kind="number", parts=group.parts + 1)
