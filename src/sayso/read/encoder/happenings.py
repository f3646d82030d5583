"""Which sentences tell of a happening, and of which kind, by encoder; the kinds are those of MUC-4 (1992)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from sayso.model import Document, Passage, Span
from sayso.read.encoder import labels
from sayso.read.encoder.session import Encoded, Encoder

LEAST = 0.3
"""Below this probability a sentence tells of no such happening; between .2 and .4 MUC-4's dev part scores highest."""
_SHORTEST = 4
"""Letters of a word that may tell of something."""
Chances = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Happening:
    """A sentence that tells of a happening.

    Attributes:
        kind: one of ``labels.HAPPENINGS``.
        passage: number of the sentence in the list of passages.
        span: the word of it that speaks most for the kind, as characters of the text.
        score: probability that the sentence tells of one.
    """

    kind: str
    passage: int
    span: Span
    score: float


def find_happenings(
    document: Document, passages: tuple[Passage, ...], encoder: Encoder
) -> tuple[Happening, ...] | None:
    """The happenings of a text in capitals throughout, in order; None for any other text.

    All labelled texts are in capitals; on other news the encoder takes fires and elections for attacks.
    """
    if not document.text.isupper():
        return None
    seen = encoder.read(document.text)
    return tuple(
        Happening(kind, number, _word(seen, passages[number].span, at), round(float(chances[at]), 3))
        for number, chances in happenings(seen, passages)
        for at, kind in enumerate(labels.HAPPENINGS)
        if chances[at] >= LEAST
    )


def happenings(seen: Encoded, passages: tuple[Passage, ...]) -> list[tuple[int, Chances]]:
    """Number of each sentence with its probability to tell of each of ``labels.HAPPENINGS``."""
    found = []
    for number, passage in enumerate(passages):
        first, last = seen.words_at(passage.span)
        if last > first and passage.kind != "dateline":
            chances = 1 / (1 + np.exp(-seen.scores["happenings"][first:last].mean(axis=0, dtype=np.float64)))
            found.append((number, chances))
    return found


def _word(seen: Encoded, span: Span, kind: int) -> Span:
    def telling(number: int) -> tuple[bool, float, int]:
        length = seen.words.ends[number] - seen.words.starts[number]
        return length >= _SHORTEST, float(seen.scores["happenings"][number, kind]), -number

    best = max(range(*seen.words_at(span)), key=telling)
    return Span(seen.words.starts[best], seen.words.ends[best])
