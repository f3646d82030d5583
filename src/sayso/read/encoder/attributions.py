"""Who says what, as the encoder sees it: cues, and for each cue the words of its source and its content."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from sayso.model import Span
from sayso.read.encoder import labels
from sayso.read.encoder.decode import Run, Scores, log_softmax, runs, runs_of
from sayso.read.encoder.words import Words

Told = np.ndarray[tuple[int], np.dtype[np.float32]]
AROUND = 72
"""Words on each side of a cue in which its source and content are looked for: all of them lie there for 98.9 % of the
attributions of PolNeAR's train part."""
LEAST = 0.5
"""Below this a part is not read; see the reliability plot of the released model's card."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the encoder says of one cue.

    Attributes:
        first: number of the first word asked about.
        parts: words by ``PART_TAGS``, from there on.
        told: for each of ``TOLD`` the scores of its kinds, of the attribution as a whole.
    """

    first: int
    parts: Scores
    told: Mapping[str, Told] = field(default_factory=dict)


Asked = Callable[[Sequence[tuple[int, int]]], Sequence[Answer]]
"""Cues as word spans to an answer for each."""


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution as spans of characters; several where a part is broken up.

    Attributes:
        cue, source, content: spans in order of the text; source may be empty.
        score: probability of the weakest of its parts.
        told: for each of ``TOLD`` the likeliest kind with its probability.
        answer: what the encoder said of every word around the cue, with the words; None when it is not known.
    """

    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float
    told: Mapping[str, tuple[str, float]] = field(default_factory=dict)
    answer: tuple[Words, Answer] | None = field(default=None, compare=False, repr=False)

    def likelihood(self, part: str, spans: Sequence[Span]) -> float:
        """Logarithm of the probability that, of the words around the cue, ``part`` is exactly these spans.

        Args:
            part: one of ``labels.PARTS``.
            spans: characters of the text; () for "there is none".

        Returns:
            0 when nothing is known of the words around the cue.
        """
        if self.answer is None:
            return 0.0
        words, answer = self.answer
        inside = _summed(answer.parts, part)
        taken = np.zeros(len(inside), dtype=np.bool_)
        for span in spans:
            first = bisect_right(words.ends, span.start) - answer.first
            last = bisect_left(words.starts, span.end) - answer.first
            taken[max(0, first) : max(0, last)] = True
        chances = np.where(taken, inside, 1 - inside)
        return float(np.log(np.clip(chances, 1e-6, 1)).sum())


def attributions(words: Words, cue_scores: Scores, ask: Asked, bias: float = 0.0) -> tuple[Attributed, ...]:
    """The attributions of a text.

    Args:
        words: the words of the text.
        cue_scores: scores of ``CUE_TAGS`` per word.
        ask: scores of the parts around each cue.
        bias: above zero more cues are taken, below zero fewer.
    """
    cues = runs(cue_scores, bias)
    found = []
    answers = ask([(c.first, c.last) for c in cues])
    for cue, answer, own in zip(cues, answers, runs_of([a.parts for a in answers]), strict=True):
        at = answer.first
        parts = [Run(p.first + at, p.last + at, p.kind, p.score) for p in own]
        made = _made(words, cue, parts, answer)
        if made:
            found.append(made)
    return tuple(found)


def _made(words: Words, cue: Run, parts: Sequence[Run], answer: Answer) -> Attributed | None:
    source = [p for p in parts if labels.PARTS[p.kind] == "source"]
    content = [p for p in parts if labels.PARTS[p.kind] == "content"]
    if not content:
        return None
    score = min(cue.score, *(p.score for p in (*source, *content)))
    best = {name: _likeliest(labels.TOLD[name], scores) for name, scores in answer.told.items()}
    return Attributed(
        _spans(words, [cue]), _spans(words, source), _spans(words, content), score, best, (words, answer)
    )  # fmt: skip


def _summed(parts: Scores, part: str) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """Probability of each word to belong to the part, begin or inside."""
    chances = np.exp(log_softmax(parts))
    begin = labels.PART_TAGS.index(f"B-{part}")
    summed: np.ndarray[tuple[int], np.dtype[np.float32]] = chances[:, begin : begin + 2].sum(axis=1)
    return summed


def _likeliest(kinds: Sequence[str], scores: Told) -> tuple[str, float]:
    chances = np.exp(log_softmax(scores[None, :]))[0]
    best = int(chances.argmax())
    return kinds[best], float(chances[best])


def _spans(words: Words, parts: Sequence[Run]) -> tuple[Span, ...]:
    return tuple(Span(words.starts[p.first], words.ends[p.last - 1]) for p in parts)


def distances(first: int, last: int, begin: int, end: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Distance in words of each of ``begin`` to ``end`` from the cue ``first`` to ``last`` (exclusive): 0 on it."""
    place = np.arange(begin, end, dtype=np.int64)
    return np.minimum(0, place - first) + np.maximum(0, place - last + 1)
