"""Scores per word turned into spans of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

Scores = np.ndarray[tuple[int, int], np.dtype[np.float32]]
Tags = np.ndarray[tuple[int], np.dtype[np.int64]]
_NEVER = -1e9


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
    return runs_of([logits], bias)[0]


def runs_of(several: Sequence[Scores], bias: float = 0.0) -> list[tuple[Run, ...]]:
    """:func:`runs` of each of several sequences over the same tags, worked out side by side."""
    scores = [log_softmax(logits) for logits in several]
    chances = [np.exp(one) for one in scores]
    for one in scores:
        one[:, 1:] += bias
    return [_runs(tags, each) for tags, each in zip(_best(scores), chances, strict=True)]


def _runs(tags: Sequence[int], chances: Scores) -> tuple[Run, ...]:
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


def _best(several: Sequence[Scores]) -> list[list[int]]:
    """The best sequence of tags of each; where the best tag of every word makes a lawful one, nothing can be better."""
    each = [scores.argmax(axis=1) for scores in several]
    unlawful = [number for number, tags in enumerate(each) if _unlawful(tags)]
    found = [[int(tag) for tag in tags] for tags in each]
    for number, path in zip(unlawful, _lawful([several[n] for n in unlawful]), strict=True):
        found[number] = path
    return found


def _unlawful(tags: Tags) -> bool:
    before = np.concatenate(([0], tags[:-1]))
    inside = (tags > 0) & (tags % 2 == 0)
    return bool((inside & (before != tags) & (before != tags - 1)).any())


def _lawful(several: Sequence[Scores]) -> list[list[int]]:
    """Viterbi over all of them at once, each moved to the right so that they end together."""
    if not several:
        return []
    longest, tags = max(len(scores) for scores in several), several[0].shape[1]
    table = np.zeros((longest, len(several), tags), dtype=np.float32)
    for row, scores in enumerate(several):
        table[longest - len(scores) :, row] = scores
        table[: longest - len(scores), row, 1:] = _NEVER  # outside all the way to its first word
    table[0, :, 2::2] = _NEVER  # nothing begins with an inside tag
    begin, inside = slice(1, None, 2), slice(2, None, 2)
    for number in range(1, longest):  # from here on the table holds the score of the best way to each tag
        before, now = table[number - 1], table[number]
        here = now[:, inside] + np.maximum(before[:, begin], before[:, inside])  # only from its own begin or inside
        now += before.max(axis=1, keepdims=True)
        now[:, inside] = here
    best, begun = table.argmax(axis=2), table[:, :, begin] >= table[:, :, inside]
    rows = np.arange(len(several))
    paths = np.empty((longest, len(several)), dtype=np.int64)
    paths[-1] = tag = best[-1]
    for number in range(longest - 2, -1, -1):
        own = tag - begun[number][rows, (tag - 1) // 2]  # what leads to an inside tag
        paths[number] = tag = np.where((tag > 0) & (tag % 2 == 0), own, best[number])
    return [[int(t) for t in paths[longest - len(scores) :, row]] for row, scores in enumerate(several)]
