"""Fates told by longer words: "taken to St. Mary Hospital", "suffered a minor leg wound", "a triple homicide"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.lang.en import casualties as words
from sayso.model import Figure
from sayso.read.figures.clause import Clause, Count
from sayso.read.figures.subjects import counted_before
from sayso.read.figures.tokens import Token, cover, follows


def told_otherwise(clause: Clause, at: int) -> Iterator[Count]:
    """Figures that token ``at`` begins in one of these ways."""
    low = clause.tokens[at].low
    if low in words.MULTIPLE:
        yield from _multiple(clause, at)
    if low in words.FATAL or low in words.KILLING_NOUNS:
        yield from _fatal(clause, at)
    for phrase in words.SELF_PHRASES.get(low, ()):
        if follows(clause.tokens, at, phrase):
            span = cover(clause.tokens, at, at + len(phrase) - 1)
            yield Count("killed", Figure(1, 1, "attackers"), span, 0.7, "self")


def _multiple(clause: Clause, at: int) -> Iterator[Count]:
    """ "a double homicide", "triple shooting": the adjective counts those hit."""
    tokens = clause.tokens
    for k in range(at + 1, min(at + 3, len(tokens))):
        role = words.MULTIPLE_WHAT.get(tokens[k].low)
        if role is None:
            continue
        n = words.MULTIPLE[tokens[at].low] + (tokens[k].low == "murder-suicide")
        rule = "multiple-shot" if role == "shot" else "multiple"
        yield Count("injured" if role == "shot" else role, Figure(n, n), cover(tokens, at, k), 0.85, rule)
        return


def _fatal(clause: Clause, at: int) -> Iterator[Count]:
    """ "a fatal shooting", "a homicide": at least one was killed."""
    tokens = clause.tokens
    end = at
    if tokens[at].low in words.FATAL:
        end = at + 1
        if end >= len(tokens) or tokens[end].low not in words.FATAL_WHAT:
            return
    elif at and tokens[at - 1].low in words.NO_KILLING:
        return
    least = 2 if tokens[at].low == "murder-suicide" else 1
    yield Count("killed", Figure(least, None, "victims", "at_least"), cover(tokens, at, end), 0.5, "fatal")


def longer_fates(clause: Clause, at: int) -> Iterator[tuple[str, int, str]]:
    """(role, last token, ending of the rule's name) of a fate that begins at token ``at``; its people stand before."""
    tokens, low = clause.tokens, clause.tokens[at].low
    if low in words.CARRIED:
        end = _word_within(tokens, at + 1, 10, words.HOSPITALS)
        if end is not None and not dies_later(tokens, at):
            yield "injured", end, "-care"
    elif low in words.SUFFERED:
        end = _word_within(tokens, at + 1, 7, words.HARMS)
        if end is not None and not dies_later(tokens, at):
            gunshot = any(t.low in words.SHOT_WORDS for t in tokens[at:end])
            yield "injured", end, "-shot" if gunshot else ""
    elif low == "recovering" and any(t.low in words.HOSPITALS or t.low in words.HARMS for t in tokens):
        yield "injured", at, "-care"


def _word_within(tokens: list[Token], first: int, reach: int, wanted: frozenset[str]) -> int | None:
    for k in range(first, min(first + reach, len(tokens))):
        if tokens[k].low in wanted:
            return k
        if tokens[k].low in {".", ";", "no", "any", "not"}:
            return None
    return None


def driven_out(clause: Clause, at: int) -> Iterator[Count]:
    """ "3,000 families fled": civilians, or so many leaving a town that they are no gang and no crowd at a scene."""
    for count in counted_before(clause, at, "displaced", at):
        said = {t.low for t in clause.tokens if count.span.start <= t.start < count.span.end}
        left = any(t.low in words.FLED_WHAT for t in clause.tokens[at + 1 : at + 7])
        if said & words.DRIVEN_OUT or (left and count.figure.low >= words.MANY_WHO_FLEE):
            yield count


def own_way(tokens: list[Token], at: int) -> bool:
    """True for "walked to the hospital" at token ``at`` ("to") in a sentence that tells of no harm."""
    if tokens[at].low != "to" or not at or not any(t.low in words.HOSPITALS for t in tokens[at : at + 5]):
        return False
    k = at - 1
    while k > 0 and (tokens[k].low in words.ADVERBS or tokens[k].low == "back"):
        k -= 1
    return tokens[k].low in words.OWN_WAY and not any(t.low in words.HARM_TOLD for t in tokens)


def dies_later(tokens: list[Token], at: int) -> bool:
    """True when the rest of the sentence tells of a death: "taken to hospital, where he died"."""
    return any(t.low in words.DIES for t in tokens[at + 1 :])
