"""Killings told by a noun: "the murder of former president Mena", "the mayor's assassination", and those not done."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.lang.en import casualties as words
from sayso.lang.en.closed import CLOSED, VERBS
from sayso.model import Figure
from sayso.read.figures.clause import STOPS, Clause, Count, is_person, is_plural, person_noun, words_of
from sayso.read.figures.tokens import Token, cover

_REACH = 3  # words before the noun that may tell that nobody was killed
_LONGEST_TITLE = 5
_LONGEST_NAME = 4


def not_done(tokens: list[Token], at: int) -> bool:
    """True when the killing told by token ``at`` was planned, tried, threatened or denied: "plotted the murder of"."""
    first = max(0, at - _REACH)
    for k in range(at - 1, first - 1, -1):
        if tokens[k].low in STOPS or tokens[k].low in words.NOT_DONE_BY:
            return False
        if tokens[k].low in words.NOT_DONE:
            return True
    return False


def titled(clause: Clause, at: int, role: str) -> Iterator[Count]:
    """One person told by a title and a name behind "of", in texts where no name is seen by its letters:
    "THE MURDER OF FORMER SUPREME COURT PRESIDENT FRANCISCO MENA".

    Args:
        at: the token of the noun; "of" follows it.
    """
    tokens = clause.tokens
    head = person_noun(tokens, at + 2, _LONGEST_TITLE)
    name = head + 1 if head is not None else len(tokens)
    if head is None or name >= len(tokens) or is_plural(tokens[head].low) or not _may_be_name(tokens[name]):
        return
    last = name
    while last + 1 < len(tokens) and last - name < _LONGEST_NAME - 1 and _may_be_name(tokens[last + 1]):
        last += 1
    capitals = clause.text[tokens[head].start : tokens[last].end].isupper()
    if not capitals and not clause.text[tokens[name].start].isupper():
        return
    last = last if capitals else name
    yield Count(role, Figure(1, 1, words_of(clause, head, last)), cover(tokens, at, last), 0.7, "of-title")


def _may_be_name(token: Token) -> bool:
    return token.low.isalpha() and token.low not in CLOSED and token.low not in VERBS and not is_person(token.low)


def own_death(clause: Clause, at: int) -> Iterator[Count]:
    """ "The mayor's assassination", "Ana Petrov's brutal murder": one person killed."""
    tokens = clause.tokens
    k = at - 1
    if k >= 1 and not tokens[k].low.endswith(("'s", "s'")):
        k -= 1
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if k < 0 or not tokens[k].low.endswith("'s") or after in words.NOT_OF_DEATH or not_done(tokens, k):
        return
    end = tokens[k].end
    first = next((j for j in range(k, max(-1, k - _LONGEST_NAME), -1) if _name_ends(clause, j, end)), None)
    noun = tokens[k].low[:-2]
    deed = tokens[at].low != "death"  # "her brother's death" seldom is news
    if first is None and deed and is_person(noun) and not is_plural(noun) and noun not in words.ATTACKER_NOUNS:
        first = next((j for j in range(k - 1, max(-1, k - 4), -1) if tokens[j].low in words.DETERMINERS), None)
    if first is not None:
        scope = words_of(clause, first, k).removesuffix("'s").removesuffix("’s").removesuffix("'S").removesuffix("’S")
        yield Count("killed", Figure(1, 1, scope), cover(tokens, first, at), 0.7, "own-name")


def _name_ends(clause: Clause, first: int, end: int) -> bool:
    """True when a person's name begins at token ``first`` and ends at ``end``, with or without its "'s"."""
    start = clause.tokens[first].start
    return any(s.start == start and s.end in (end, end - 2) for s in clause.names)
