"""Those counted, as groups joined by "and": "a man and his two sons" is three people.

The method is a small noun-phrase grammar read from left to right: a number, an article, a possessive or a name, a few
words, a noun for people; then an age or a place of origin; then "and" or a comma and the next group.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.lang.en import casualties as words
from sayso.lang.en.closed import AUXILIARIES
from sayso.lang.en.titles import OFFICES
from sayso.read.figures.clause import (
    Clause,
    counts_no_people,
    is_age,
    is_person,
    is_plural,
    person_noun,
    scope_of,
    words_of,
)
from sayso.read.figures.numerals import Numeral
from sayso.read.figures.tokens import follows

_MOST_BETWEEN = 4  # words of a place between two groups
_LONGEST_ASIDE = 14  # words that describe a name
_ANYBODY = frozenset(("", "victims"))  # "five people, two women" tells a sum and a part of it


@dataclass(frozen=True, slots=True)
class Group:
    """People told by tokens ``first`` to ``last``: how many, who, and by what kind of words.

    Attributes:
        kind: ``number`` ("two men"), ``one`` ("a man"), ``the`` ("his wife"), ``name``,
            ``bare`` ("teen" in a headline).
        parts: how many groups "and" joins in it.
    """

    first: int
    last: int
    low: int
    high: int | None
    qualifier: str
    scope: str
    kind: str
    parts: int = 1


def joined(clause: Clause, at: int, commas: bool = False) -> Group | None:
    """The people told from token ``at`` on, groups joined by "and" added up; None when none begin there.

    ``commas``: a comma alone joins too, as in headlines ("Boy, two men hurt").
    """
    run: list[Group] = []
    k = at
    while True:
        group = single(clause, k)
        if group is None or (run and (_describes(clause, run[-1], group) or (commas and _set_off(clause, run, group)))):
            break
        if run and _same_again(clause, run[-1], group):
            run[-1] = replace(run[-1], last=group.last)
        else:
            run.append(group)
        k = _link(clause, run[-1])
        same = group.scope in _ANYBODY and clause.tokens[k - 1].low == "," and not commas
        if k < 0 or (same and not _others(clause, k)):
            break
    return _added(_without_names(clause, run if commas else _with_and(clause, run))) if run else None


def _describes(clause: Clause, before: Group, group: Group) -> bool:
    """True for nouns without an article behind a person: "Mena, former commander", "an editor and columnist"."""
    if group.kind != "bare":
        return False
    if before.kind == "one":
        return group.first < group.last or clause.tokens[group.last].low not in words.SORTS_OF_PEOPLE
    if before.kind == "bare":  # "former minister and president of the court Ana Diaz"
        return all(clause.tokens[one.last].low in OFFICES for one in (before, group))
    return before.kind == "name"


def _set_off(clause: Clause, run: list[Group], group: Group) -> bool:
    """True for "Ana Diaz, 37, the mother of two" in a headline or at the start of a sentence."""
    low = clause.tokens[group.first].low
    described = run[-1].kind == "name" and group.kind in {"the", "one"} and low not in words.POSSESSIVES
    return described and clause.tokens[group.first - 1].low == ","


def _without_names(clause: Clause, run: list[Group]) -> list[Group]:
    """``run`` without names that only say who those counted first are: "two guards, Ana Diaz and Luis Mena, were"."""
    names = run[1:]
    told = names and all(g.kind == "name" for g in names) and run[0].kind == "number" and len(names) <= run[0].low
    if not told or clause.tokens[run[0].last + 1].low != ",":
        return run
    return [replace(run[0], last=names[-1].last)]


def _same_again(clause: Clause, before: Group, group: Group) -> bool:
    """True for the name of the one told right before: "his wife, Ana Petrov, and two sons"."""
    tokens = clause.tokens
    one = (before.low, before.high) == (1, 1) and before.kind in {"the", "one"} and group.kind == "name"
    beside = [t.low for t in tokens[before.last + 1 : group.first]] == [","]
    return one and beside and group.last + 1 < len(tokens) and tokens[group.last + 1].low == ","


def further(clause: Clause, last: int, scope: str) -> Group | None:
    """The group of another kind that a verb has as a second object: "five children in a church bus and two truck
    drivers", "five children, two truck drivers".

    Args:
        last, scope: last token and scope of the first object.

    Returns:
        None where a group has a verb or a place of its own ("and two soldiers were hurt", "and two in Basra"), or may
        be a part of the first ("five people, two women").
    """
    k = -1 if scope in _ANYBODY else _over_place(clause, last + 1)
    other = joined(clause, k) if k > 0 else None
    if other is None or other.kind not in {"number", "one"} or other.scope in _ANYBODY or _goes_on(clause, other.last):
        return None
    return other


def _over_place(clause: Clause, at: int) -> int:
    """The token behind "in a church bus and", or behind a comma right at ``at``; -1 for anything else."""
    tokens = clause.tokens
    if at < len(tokens) and tokens[at].low == ",":
        return at + 1
    if at >= len(tokens) or tokens[at].low not in words.WHERE:
        return -1
    for k in range(at + 1, min(at + 2 + _MOST_BETWEEN, len(tokens))):
        low = tokens[k].low
        if low == "and":
            return k + 1
        if not low[0].isalpha() or low in AUXILIARIES or low in words.PARTICIPLES or low in words.ACTIVES:
            return -1
    return -1


def _goes_on(clause: Clause, last: int) -> bool:
    """True when more than the end of a clause stands behind the group."""
    behind = clause.tokens[last + 1 : last + 2]
    return bool(behind) and behind[0].low not in {".", ",", ";", "on", "before", "after", "when", "while"}


def single(clause: Clause, at: int) -> Group | None:
    """The one group that begins at token ``at``: never a plural without a number."""
    tokens = clause.tokens
    if at >= len(tokens):
        return None
    n = next((n for n in clause.numerals if n.first == at), None)
    if n is not None:
        return _numbered(clause, n)
    end = clause.name_at(at)
    if end is not None:
        return _of_owner(clause, at, end) or Group(at, end, 1, 1, "exact", words_of(clause, at, end), "name")
    low = tokens[at].low
    if low in words.DETERMINERS:
        n = next((n for n in clause.numerals if n.first == at + 1), None)
        if n is not None:
            return _numbered(clause, n)
        head = person_noun(tokens, at + 1, 5)
        if head is None:
            return None
        return _of_noun(clause, at, head, "the")
    if low in words.PARTICIPLES or low in words.ACTIVES:
        return None
    if low.endswith("'s") and (owned := _of_owner(clause, at, at)) is not None:
        return owned
    head = person_noun(tokens, at, 3) if low.isalpha() or low[0].isdecimal() else None
    return _of_noun(clause, at, head, "bare") if head is not None else None


def _of_owner(clause: Clause, first: int, last: int) -> Group | None:
    """ "Mena's driver": one person told by another's name, which ends at token ``last``."""
    tokens = clause.tokens
    head = person_noun(tokens, last + 1, 3) if tokens[last].low.endswith(("'s", "s'")) else None
    if head is None or is_plural(tokens[head].low) or tokens[head].low in words.WHOLES:
        return None
    return _of_noun(clause, first, head, "the")


def _numbered(clause: Clause, n: Numeral) -> Group | None:
    head = person_noun(clause.tokens, n.last + 1, 6)
    own = any(follows(clause.tokens, n.last + 1, ("of", whose)) for whose in ("her", "his", "their"))
    if head is None and own:  # "two of her children"
        head = person_noun(clause.tokens, n.last + 2, 4)
    after = clause.tokens[n.last + 1].low if n.last + 1 < len(clause.tokens) else ""
    if head is None and after == "others" and n.qualifier != "indefinite":  # "and 15 others"
        return Group(n.first, n.last + 1, n.low, n.high, n.qualifier, "victims", "number")
    if head is None and n.qualifier == "exact" and clause.tokens[n.last].low in words.PAIRS:
        return Group(n.first, n.last, n.low, n.high, n.qualifier, clause.tokens[n.last].low, "number")
    if head is None or counts_no_people(clause, n):
        return None
    if n.qualifier == "indefinite":
        return _of_noun(clause, n.first, head, "one")
    scope = scope_of([t.low for t in clause.tokens[n.last + 1 : head + 1]])
    return Group(n.first, head, n.low, n.high, n.qualifier, scope, "number")


def _of_noun(clause: Clause, first: int, head: int, kind: str) -> Group | None:
    tokens = clause.tokens
    noun = tokens[head].low
    size = words.PAIRS.get(noun, 1)
    if size == 1 and is_plural(noun) and (noun not in words.WHOLES or kind == "bare"):  # "all 107 passengers and crew"
        return None
    end = clause.name_at(head + 1)
    if end is not None:
        return Group(first, end, 1, 1, "exact", words_of(clause, head + 1, end), "name")
    scope = scope_of([t.low for t in tokens[first : head + 1]])
    members = clause.starting(head + 2) if noun in words.WHOLES and head + 1 < len(tokens) else None
    if members is not None and tokens[head + 1].low == "of" and members.qualifier != "indefinite":
        return Group(first, members.last, members.low, members.high, members.qualifier, scope, "the")
    if noun in words.WHOLES and kind == "one":
        return Group(first, head, 2, None, "at_least", scope, "the")
    return Group(first, head, size, size, "exact", scope, kind)


def after_group(clause: Clause, at: int) -> int:
    """The token behind an age, a place of origin or a bracket that follows a group at token ``at``."""
    tokens, k = clause.tokens, at
    counted = k + 2 < len(tokens) and (tokens[k + 2].low in words.OTHER_WORDS or is_person(tokens[k + 2].low))
    if k + 1 < len(tokens) and tokens[k].low in {",", "("} and _age(tokens[k + 1].low) and not counted:
        k += 2
        if k < len(tokens) and tokens[k].low in {")", ","}:
            k += 1
    return k


def _age(low: str) -> bool:
    return (low.isdigit() and len(low) <= 3) or is_age(low)


def _link(clause: Clause, group: Group) -> int:
    """The token where the next group begins, -1 when no "and" or comma leads to one."""
    tokens, at = clause.tokens, group.last + 1
    k = after_group(clause, at)
    passed = k > at
    described = _described(clause, k) if group.kind == "name" else None
    if described is not None:
        k, passed = described, False
    if k < len(tokens) and tokens[k].low == "," and not passed:
        k += 1
        passed = True
    if k < len(tokens) and tokens[k].low in {"and", "&"}:
        k += 1
        if k < len(tokens) and tokens[k].low in {"also", "then"}:
            k += 1
        return k
    return k if passed else -1


def _described(clause: Clause, at: int) -> int | None:
    """The comma that closes what is said of a name: "Ana Diaz, a judge, and two men", "Mena, rector of X, and"."""
    tokens = clause.tokens
    k = at + 1 if at < len(tokens) and tokens[at].low == "," else at
    if not at or k >= len(tokens) or (k == at and tokens[at - 1].low != ","):
        return None
    n = clause.starting(k)
    if (n is not None and n.qualifier != "indefinite") or tokens[k].low in words.POSSESSIVES or clause.name_at(k):
        return None
    head = person_noun(tokens, k + (tokens[k].low in words.DETERMINERS or n is not None), 5)
    if head is None or is_plural(tokens[head].low):
        return None
    for end in range(head + 1, min(k + _LONGEST_ASIDE, len(tokens))):
        low = tokens[end].low
        if low == ",":
            return end
        if low == "and" or low in AUXILIARIES or low in words.PARTICIPLES or low in words.ACTIVES or low == ".":
            return None
    return None


def _added(run: list[Group]) -> Group:
    if len(run) == 1:
        return run[0]
    low = sum(g.low for g in run)
    high = None if any(g.high is None for g in run) else sum(g.high or 0 for g in run)
    scope = "; ".join(g.scope for g in run if g.scope != "victims") or "victims"
    qualifier = "exact" if high == low else "at_least"
    return Group(run[0].first, run[-1].last, low, high, qualifier, scope, "number", len(run))


def _others(clause: Clause, at: int) -> bool:
    """True for "2 others", "four other people" at token ``at``: never those told before."""
    n = clause.starting(at) if at >= 0 else None
    behind = clause.tokens[n.last + 1 : n.last + 2] if n is not None else []
    return bool(behind) and behind[0].low in {"others", "other", "more"}


def _with_and(clause: Clause, run: list[Group]) -> list[Group]:
    """Groups set side by side by commas alone are one group said twice ("a man, a 24-year-old, died")."""
    for k in range(len(run) - 1, 0, -1):
        between = {t.low for t in clause.tokens[run[k - 1].last + 1 : run[k].first]}
        if between & {"and", "&"} or _others(clause, run[k].first):
            return run[: k + 1]
    return run[:1]
