"""A text taken apart for comparing: sentences, their runs of four words, what stands in quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

Traces = np.ndarray[Any, np.dtype[np.int64]]
_SHINGLE = 4
_WORD = re.compile(r"\w+")
# Texts: those of some days of a busy collection, 17 kB each for 600 characters, 95 kB for an article. One new document
# is compared with the newest of each of its incidents; with 300 remembered, 400 reports a day took each apart 15 times.
_REMEMBERED = 1_200
_TRACES_REMEMBERED = 4_000  # texts, about 8 KB each with the text itself: a few days of a busy collection
_PARTS_REMEMBERED = 16  # texts: a new document's keys and its comparing ask one after the other
_MOST_SENTENCES = 200  # of a very long text; every sentence is held against every other
_QUOTES = re.compile(r"“[^”\n]{3,900}”|\"[^\"\n]{3,900}\"|``[^\n]{3,900}?''|«[^»\n]{3,900}»|„[^“”\n]{3,900}[“”]")
_END = re.compile(r"(?<=[.!?])[”\"»“]?\s+(?=[“\"«„]?[^\W\d_a-zа-яё])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence in words.

    Attributes:
        runs: its runs of four words that lie outside quotation marks; a short sentence is one run of what it has.
        telling: its longer words and numbers, for finding a reworded sentence again.
        words: how many words stand outside quotation marks; 0 when they are too few for a run.
    """

    runs: frozenset[str]
    telling: frozenset[str]
    words: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as copies are found by: a :class:`Part` with numbers for words (``hash``: within one process)."""

    runs: tuple[int, ...]
    telling: frozenset[int]
    words: int


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as copies are found by.

    Attributes:
        sentences: in order, the first 200.
        size: number of runs of four words, across sentences too.
        at: run outside quotation marks to the number of the sentence it stands in.
        words: words outside quotation marks.
    """

    sentences: tuple[Sentence, ...]
    size: int
    at: dict[int, int]
    words: int


def shingles(text: str) -> frozenset[str]:
    """Runs of four words, lower case, punctuation left out."""
    return _runs(_WORD.findall(text.casefold()))


@lru_cache(_TRACES_REMEMBERED)
def traces(text: str) -> Traces:
    """All runs of four words as sorted numbers, for counting how many two texts share before they are taken apart.

    The numbers are those of Python's ``hash``: good within one process, never to be stored.
    """
    return np.unique(np.fromiter(map(hash, shingles(text)), dtype=np.int64))


def shared(one: str, other: str) -> int:
    """How many runs of four words two texts have in common."""
    return len(np.intersect1d(traces(one), traces(other), assume_unique=True))


@lru_cache(_REMEMBERED)
def wording(text: str) -> Wording:
    """The text taken apart; remembered, since one document is compared with many."""
    sentences = tuple(_numbered(part) for part in parts_of(text))
    at: dict[int, int] = {}
    for number, sentence in enumerate(sentences):
        for run in sentence.runs:
            at.setdefault(run, number)
    return Wording(sentences, len(traces(text)), at, sum(s.words for s in sentences))


@lru_cache(_PARTS_REMEMBERED)
def parts_of(text: str) -> tuple[Part, ...]:
    """Its sentences, the first 200."""
    return tuple(p for some in _parts(text)[:_MOST_SENTENCES] if (p := _sentence(some)) is not None)


def _numbered(part: Part) -> Sentence:
    return Sentence(tuple(map(hash, part.runs)), frozenset(map(hash, part.telling)), part.words)


def _parts(text: str) -> list[str]:
    """The sentences as printed; a quotation of several sentences is not cut."""
    inside = [m.span() for m in _QUOTES.finditer(text)]
    parts, start = [], 0
    for cut in _END.finditer(text):
        if any(a < cut.start() and cut.end() < b for a, b in inside):
            continue
        parts.append(text[start : cut.end()])
        start = cut.end()
    return [*parts, text[start:]]


def _sentence(part: str) -> Part | None:
    plain = part.casefold()
    pieces = [_WORD.findall(piece) for piece in _QUOTES.split(plain)]
    words = sum(map(len, pieces))
    if not words:
        return None
    runs: frozenset[str] = frozenset().union(*(_runs(p) for p in pieces if len(p) >= _SHINGLE or len(pieces) == 1))
    telling = frozenset(w for piece in pieces for w in piece if len(w) > 3 or w.isdigit())
    return Part(runs, telling, words if runs else 0)


def _runs(words: list[str]) -> frozenset[str]:
    return frozenset(" ".join(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1)))
