"""Words of a passage with their offsets."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.model import Passage, Span

_TOKEN = re.compile(
    r"(?:\d+|[A-Za-z]{3,9})[-\s](?i:(?:years?|months?|weeks?|days?)[-\s]\s?olds?)\b|\d+-\s?(?i:years?-\s?olds?)|\d+(?:,\d{3})*(?:\.\d+)?(?![\w])|\w+(?:['’.-]\w+)*(?:['’](?=\s))?|[^\w\s]"
)


class Token(NamedTuple):
    """One word or mark: ``low`` is its lower-case form, ``start`` and ``end`` are offsets into the document."""

    low: str
    start: int
    end: int


def tokenize(text: str, passage: Passage) -> list[Token]:
    """The words and marks of ``passage`` in order, with offsets into ``text``."""
    span = passage.span
    return [
        Token(m.group().lower().replace("’", "'"), m.start(), m.end())
        for m in _TOKEN.finditer(text, span.start, span.end)
    ]


def cover(tokens: list[Token], first: int, last: int) -> Span:
    """The span from token ``first`` to token ``last``, both inside."""
    return Span(tokens[first].start, tokens[last].end)


def follows(tokens: list[Token], at: int, words: tuple[str, ...]) -> bool:
    """True when ``words`` stand at token ``at``."""
    return at >= 0 and all(at + k < len(tokens) and tokens[at + k].low == w for k, w in enumerate(words))
