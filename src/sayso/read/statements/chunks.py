"""A light chunker: the noun phrase to the left or right of a place in a sentence.

There is no parser behind it. A noun phrase is what stands between two boundaries, where punctuation, conjunctions,
relative words, auxiliaries and finite verbs are boundaries; an apposition or relative clause between commas is
stepped over.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.lang.en import closed_words as w
from sayso.read.statements.tokens import Line, Token
from sayso.read.statements.verb_groups import has_finite, is_finite

_HARD = frozenset(
    ("(", ")", "[", "]", "-", "–", "—", "--", ";", ":", '"', "“", "”", "``", "''", "...", "!", "?", "«", "»")
)
_DEPTH = 4
_NAME_TOKENS = 7


@dataclass(frozen=True, slots=True)
class Chunk:
    """A noun phrase: tokens ``first`` to ``last`` (exclusive); ``core_end`` ends it before an apposition."""

    first: int
    last: int
    core_end: int


def subject_before(line: Line, end: int, depth: int = 0) -> Chunk | None:
    """The noun phrase that ends just before token ``end``; None when there is none.

    An apposition between commas belongs to it; "who" and "which" lead to what they stand for.
    """
    tokens = line.tokens
    if depth > _DEPTH or end <= 0:
        return None
    before = tokens[end - 1].low
    if before == ",":
        return _over_apposition(line, end, depth)
    if before in (")", "]"):
        return _over_bracket(line, end, depth)
    if before in w.RELATIVES or (
        before == "that" and end > 1 and tokens[end - 2].is_word and not is_finite(tokens, end - 2)
    ):
        skip = end - 2 if end > 1 and tokens[end - 2].low == "," else end - 1
        return subject_before(line, skip, depth + 1)
    first = _left_edge(line, end)
    return _trimmed(line, first, end)


def _over_bracket(line: Line, end: int, depth: int) -> Chunk | None:
    at = end - 2
    while at > 0 and line.tokens[at].low not in ("(", "["):
        at -= 1
    found = subject_before(line, at, depth + 1) if at > 0 else None
    return Chunk(found.first, found.last, found.core_end) if found else None


def _over_apposition(line: Line, end: int, depth: int) -> Chunk | None:
    tokens = line.tokens
    for at in range(end - 2, max(-1, end - 45), -1):
        if line.quoted[at] != line.quoted[end - 1]:
            continue
        if tokens[at].low in (";", ":"):
            return None
        if tokens[at].low == "," and _is_apposition(tokens, at + 1, end - 1):
            found = subject_before(line, at, depth + 1)
            return Chunk(found.first, end - 1, found.core_end) if found else None
    return None


def _is_apposition(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    if last <= first:
        return False
    low = tokens[first].low
    if low in w.RELATIVES or low.isdigit():
        return True
    return not has_finite(tokens, first, last) and low not in w.SUBORDINATORS | w.CONJUNCTIONS


def _left_edge(line: Line, end: int) -> int:
    tokens = line.tokens
    at = end
    joined = -1
    while at > 0:
        low = tokens[at - 1].low
        opened = _quoted_name(line, at - 1, end)
        if opened is not None:
            at = opened
            continue
        if low in _HARD or low == "," or low in w.SUBORDINATORS or low in w.RELATIVES:
            break
        if _is_reduced(tokens, at - 1) or (low == "to" and at > 1 and _is_reduced(tokens, at - 2)):
            at -= 1
            continue
        if low == "that" or (at < end and is_finite(tokens, at - 1)) or low == "to":
            break
        if low in w.CONJUNCTIONS and at < end and line.tokens[at].low in w.REDUCED:
            at -= 1
            continue
        if low in w.CONJUNCTIONS:
            joined = at - 1
            if not _may_join(line, at - 1):
                break
        at -= 1
    return joined + 1 if joined > 0 and at < joined and _verb_left(tokens, at, joined) else at


def _quoted_name(line: Line, at: int, end: int) -> int | None:
    """Where a short quotation that closes at token ``at`` opens: a name in quotation marks; None otherwise."""
    quote = line.quoted[at]
    if quote < 0 or line.tokens[at].is_word or (end < len(line.quoted) and line.quoted[end] == quote):
        return None
    if at and not line.tokens[at - 1].is_word:
        return None
    first = at
    while first > 0 and line.quoted[first - 1] == quote and at - first <= _NAME_TOKENS:
        first -= 1
    return first if first > 0 and 1 < at - first <= _NAME_TOKENS and line.tokens[first - 1].is_word else None


def _is_reduced(tokens: tuple[Token, ...], at: int) -> bool:
    """True for a participle that only describes the noun before it ("a message attributed to ...")."""
    if tokens[at].low not in w.REDUCED or at + 1 >= len(tokens) or at == 0:
        return False
    before = tokens[at - 1].low
    return (
        tokens[at + 1].low in ("to", "by", "from", "with", "in", "on", "as", "at")
        and before not in w.PERSONAL | w.AUXILIARIES
    )


def _may_join(line: Line, at: int) -> bool:
    return at > 0 and line.tokens[at - 1].is_word


def _verb_left(tokens: tuple[Token, ...], at: int, joined: int) -> bool:
    return (at > 0 and (is_finite(tokens, at - 1) or tokens[at - 1].low in ("to", *w.SUBORDINATORS))) or joined - at > 6


def _trimmed(line: Line, first: int, end: int) -> Chunk | None:
    tokens = line.tokens
    last = end
    if tokens[end - 1].low in w.SUBJECT_PRONOUNS - {"one", "others"} and tokens[end - 1].low not in w.RELATIVES:
        return Chunk(end - 1, end, end)
    while last > first and (_loose(tokens, last - 1) or tokens[last - 1].low in w.TRAILING_LOOSE):
        last -= 1
    if last - first > 1 and tokens[last - 1].low in w.TIME_WORDS and tokens[last - 2].low == "on":
        last -= 2
    while first < last and (_loose(tokens, first) or tokens[first].low in w.CONJUNCTIONS or not tokens[first].is_word):
        first += 1
    first = _past_opening(tokens, first, last)
    if last - first == 1 and tokens[first].low in ("those", "these", "that", "this", "please", "there"):
        return None
    if first >= last or all(t.low in w.PREPOSITIONS or t.low in w.AUXILIARIES for t in tokens[first:last]):
        return None
    return Chunk(first, last, last)


def _loose(tokens: tuple[Token, ...], at: int) -> bool:
    low = tokens[at].low
    if low == "today" and at and tokens[at].text[0].isupper() and tokens[at - 1].text[0].isupper():
        return False
    return (
        low in w.ADVERBS
        or low in w.TIME_WORDS
        or (low.endswith("ly") and len(low) > 5 and low.islower() and tokens[at].text.islower())
    )


def _past_opening(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Steps over a prepositional phrase at the start ("In Moscow the ministry")."""
    if first >= last or tokens[first].low not in w.PREPOSITIONS:
        return first
    for at in range(first + 2, last):
        before = tokens[at - 1].low
        fresh = tokens[at].low in w.DETERMINERS or tokens[at].low in w.PERSONAL
        if (
            before not in w.PREPOSITIONS
            and (fresh or tokens[at - 1].low in w.TIME_WORDS)
            and tokens[at].low not in w.TIME_WORDS
        ):
            return at
    return first + 1


def phrase_after(line: Line, start: int, limit: int | None = None) -> Chunk | None:
    """The noun phrase that begins at token ``start``, up to punctuation, a finite verb or a clause-opening word."""
    tokens = line.tokens
    at, last = start, limit if limit is not None else len(tokens)
    while at < last:
        low = tokens[at].low
        named = _name_in_quotes(line, at) if at > start else None
        if named is not None:
            at = named
            continue
        if (
            low in (",", ".")
            or low in _HARD
            or low in w.RELATIVES
            or low in ("that", "as", "because", "when", "while", "after", "but", "but")
        ):
            break
        if at > start and is_finite(tokens, at) and low not in w.IRREGULAR_PASTS | {"united"}:
            break
        at += 1
    while at > start and _loose(tokens, at - 1):
        at -= 1
    if at - 1 > start and tokens[at - 1].low in ("on", "in", "at"):
        at -= 1
    return Chunk(start, at, at) if at > start else None


def _name_in_quotes(line: Line, at: int) -> int | None:
    """The token after a short quotation that opens at ``at``: a name such as "Voice of the Coast"; None otherwise."""
    quote = line.quoted[at]
    if quote < 0 or line.tokens[at].is_word or line.quoted[at - 1] == quote:
        return None
    end = at
    while end < len(line.tokens) and line.quoted[end] == quote and end - at <= _NAME_TOKENS:
        end += 1
    return end if 2 < end - at <= _NAME_TOKENS else None
