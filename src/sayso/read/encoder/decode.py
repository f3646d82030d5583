"""Scores per word turned into spans of words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

Scores = np.ndarray[tuple[int, int], np.dtype[np.float32]]


@dataclass(frozen=True, slots=True)
class Run:
    """Words ``first`` to ``last`` (exclusive) are a ``kind`` with probability ``score`` (mean over its words)."""

    first: int
    last: int
    kind: int
    score: float


def runs(logits: Scores, bias: float = 0.0) -> tuple[Run, ...]:
    """The runs of the best sequence of BIO tags (Viterbi: an inside tag only follows its own begin or inside tag).

    Args:
        logits: words by tags; tag 0 is outside, then begin and inside of each kind in turn.
        bias: added to every tag but outside: above zero more is found, below zero less.
    """
    if not len(logits):
        return ()
    scores = log_softmax(logits)
    scores[:, 1:] += bias
    tags = _best(scores)
    chances = np.exp(log_softmax(logits))
    found: list[Run] = []
    start = 0
    for number in range(len(tags) + 1):
        inside = number < len(tags) and number > start and tags[number] > 0 and tags[number] % 2 == 0
        if inside:
            continue
        if number > start and tags[start] > 0:
            kind = (int(tags[start]) - 1) // 2
            mean = float(chances[start:number, 2 * kind + 1 : 2 * kind + 3].sum(axis=1).mean())
            found.append(Run(start, number, kind, mean))
        start = number
    return tuple(found)


def log_softmax(logits: Scores) -> Scores:
    """Logarithms of the probabilities, over the last axis."""
    high = logits.max(axis=-1, keepdims=True)
    shifted = logits - high
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)), dtype=np.float32)


def _best(scores: Scores) -> list[int]:
    """The best sequence of tags; where the best tag of every word makes a lawful one, nothing else can be better."""
    each = scores.argmax(axis=1)
    before = np.concatenate(([0], each[:-1]))
    inside = (each > 0) & (each % 2 == 0)
    if not (inside & (before != each) & (before != each - 1)).any():
        return [int(tag) for tag in each]
    steps = _steps(scores.shape[1])
    best = scores[0].copy()
    best[2::2] = -1e9  # nothing begins with an inside tag
    back = np.zeros(scores.shape, dtype=np.int64)
    for number in range(1, len(scores)):
        table = best[:, None] + steps
        back[number] = table.argmax(axis=0)
        best = table.max(axis=0) + scores[number]
    tag = int(best.argmax())
    path = [tag]
    for number in range(len(scores) - 1, 0, -1):
        tag = int(back[number, tag])
        path.append(tag)
    return path[::-1]


def _steps(tags: int) -> Scores:
    """0 where one tag may follow another, else a very low score."""
    steps = np.zeros((tags, tags), dtype=np.float32)
    for inside in range(2, tags, 2):
        steps[:, inside] = -1e9
        steps[inside, inside] = steps[inside - 1, inside] = 0.0
    return steps
