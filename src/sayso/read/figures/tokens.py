"""Words of a passage with their offsets."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.lang.en.casualties import ACTIVES, PARTICIPLES, SHORT_TITLES, STATES
from sayso.lang.en.numbers import UNITS, VAGUE
from sayso.model import Passage, Span

_TOKEN = re.compile(
    r"(?:\d+|[A-Za-z]{3,9})[-\s](?i:(?:years?|months?|weeks?|days?)[-\s]\s?olds?)\b|\d+-\s?(?i:years?-\s?olds?)|\d+(?:,\d{3})*(?:\.\d+)?(?![\w])|\w+(?:['’.-]\w+)*(?:['’](?=\s))?|[^\w\s]"
)

_OPENING = {"(": ")", "[": "]"}
_LONGEST_BRACKET = 6  # words
_TELLING = frozenset({*PARTICIPLES, *ACTIVES, *STATES, *UNITS, *VAGUE, "a", "an"})
_INITIALS = re.compile(r"(?!a\.m|p\.m)[a-z](?:\.[a-z])*")


class Token(NamedTuple):
    """One word or mark: ``low`` is its lower-case form, ``start`` and ``end`` are offsets into the document."""

    low: str
    start: int
    end: int


def tokenize(text: str, passage: Passage) -> list[Token]:
    """The words and marks of ``passage`` in order, with offsets into ``text``."""
    span = passage.span
    found = [
        Token(m.group().lower().replace("’", "'"), m.start(), m.end())
        for m in _TOKEN.finditer(text, span.start, span.end)
    ]
    return [t for k, t in enumerate(found) if not _of_short_form(found, k)]


def _of_short_form(tokens: list[Token], at: int) -> bool:
    """True for the full stop of "U.S. missionaries", "Gen. Mena" or "J. Mena", which ends no sentence."""
    if tokens[at].low != "." or not 0 < at < len(tokens) - 1 or tokens[at - 1].end != tokens[at].start:
        return False
    return tokens[at - 1].low in SHORT_TITLES or _INITIALS.fullmatch(tokens[at - 1].low) is not None


def without_asides(tokens: list[Token]) -> list[Token]:
    """``tokens`` without short brackets that hold neither numbers nor fates: "the guard (DAS)", "[word unclear]"."""
    out: list[Token] = []
    opening: int | None = None
    for token in tokens:
        out.append(token)
        if token.low in _OPENING:
            opening = len(out) - 1
        elif opening is not None and token.low == _OPENING[out[opening].low]:
            inner = [t.low for t in out[opening + 1 : -1]]
            if len(inner) <= _LONGEST_BRACKET and not any(w[0].isdigit() or w in _TELLING or w in ".;" for w in inner):
                del out[opening:]
            opening = None
    return out


def cover(tokens: list[Token], first: int, last: int) -> Span:
    """The span from token ``first`` to token ``last``, both inside."""
    return Span(tokens[first].start, tokens[last].end)


def follows(tokens: list[Token], at: int, words: tuple[str, ...]) -> bool:
    """True when ``words`` stand at token ``at``."""
    return at >= 0 and all(at + k < len(tokens) and tokens[at + k].low == w for k, w in enumerate(words))
