"""A text as words and word pieces: what the encoder reads, with the way back to characters.

Words are runs of word characters or single other signs, as in the attribution scorer's measure; pieces are those of the
encoder's own uncased vocabulary. The vocabulary has no capitals, so each word carries its case beside it (Lample et al.
2016 use the same feature); a text in capitals throughout has no case.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

WORD = re.compile(r"\w+|[^\w\s]")
CASES = ("none", "lower", "title", "upper", "mixed", "digit")
_MOST_PIECES = 8  # of one word: longer ones are addresses and keys
_CAPITALS = 0.7  # share of capitals among the letters from which a text has no case of its own


class Tokenizer(Protocol):
    """What is needed of ``tokenizers.Tokenizer``."""

    def encode_batch(self, texts: Sequence[str], *, add_special_tokens: bool) -> Sequence[Encoding]:
        """One encoding per text."""


class Encoding(Protocol):
    """What is needed of ``tokenizers.Encoding``."""

    @property
    def ids(self) -> list[int]:
        """Numbers of the pieces."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text.

    Attributes:
        starts, ends: character offsets per word.
        pieces: numbers of the pieces of each word, at least one.
        cases: index into ``CASES`` per word.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    pieces: tuple[tuple[int, ...], ...]
    cases: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.starts)


def split_words(text: str, tokenizer: Tokenizer, unknown: int = 100) -> Words:
    """The words of a text.

    Args:
        text: any text.
        tokenizer: the encoder's.
        unknown: number of the piece for what the vocabulary does not have.
    """
    spans = [m.span() for m in WORD.finditer(text)]
    found = [text[start:end] for start, end in spans]
    distinct = list(dict.fromkeys(found))
    numbers = dict(zip(distinct, tokenizer.encode_batch(distinct, add_special_tokens=False), strict=True))
    pieces = tuple(tuple(numbers[word].ids[:_MOST_PIECES]) or (unknown,) for word in found)
    cased = not _in_capitals(text)
    cases = tuple(_case(word) if cased else 0 for word in found)
    return Words(tuple(s for s, _ in spans), tuple(e for _, e in spans), pieces, cases)


def _in_capitals(text: str) -> bool:
    letters = [c for c in text[:2000] if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) >= _CAPITALS * len(letters)


def _case(word: str) -> int:
    if word.isdigit():
        return CASES.index("digit")
    if word.islower():
        return CASES.index("lower")
    if word.isupper() and len(word) > 1:
        return CASES.index("upper")
    if word.istitle() or word.isupper():
        return CASES.index("title")
    return CASES.index("mixed" if word[:1].isalpha() else "none")
