"""Scores per word turned into spans of words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

Scores = np.ndarray[tuple[int, int], np.dtype[np.float32]]
Tags = np.ndarray[tuple[int], np.dtype[np.int64]]
_NEVER = -1e9
_Stretch = tuple[int, int, int]  # number of the sequence, first word, end


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
    if not several:
        return []
    scores = log_softmax(np.concatenate(several))
    chances = np.exp(scores)
    scores[:, 1:] += bias
    ends = np.cumsum([len(logits) for logits in several])[:-1]
    best = _best(np.split(scores, ends))
    return [_runs(tags, each) for tags, each in zip(best, np.split(chances, ends), strict=True)]


def _runs(tags: Tags, chances: Scores) -> tuple[Run, ...]:
    starts = np.flatnonzero(tags % 2 == 1)
    if not len(starts):
        return ()
    stops = np.append(np.flatnonzero((tags == 0) | (tags % 2 == 1)), len(tags))
    found: list[Run] = []
    for start, end in zip(starts.tolist(), stops[np.searchsorted(stops, starts, "right")].tolist(), strict=True):
        tag = int(tags[start])
        mean = float(chances[start:end, tag : tag + 2].sum(axis=1).mean())
        found.append(Run(start, end, (tag - 1) // 2, mean))
    return tuple(found)


def log_softmax(logits: Scores) -> Scores:
    """Logarithms of the probabilities, over the last axis."""
    high = logits.max(axis=-1, keepdims=True)
    shifted = logits - high
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)), dtype=np.float32)


def _best(several: Sequence[Scores]) -> list[Tags]:
    """The best lawful sequence of tags of each.

    Where the best tag of every word makes a lawful sequence nothing can be better. Elsewhere only stretches are worked
    out: what follows one opens with a tag that may follow anything, so it keeps its best tags; what comes before keeps
    them too, when the best way through the stretch begins lawfully although it is left free to begin with an inside
    tag. When it does not, the stretch begins further to the left.
    """
    found = [scores.argmax(axis=1) for scores in several]
    heads = [np.flatnonzero((tags == 0) | (tags % 2 == 1)).tolist() for tags in found]
    asked = [(number, *span) for number, tags in enumerate(found) for span in _stretches(tags, heads[number])]
    done: list[_Stretch] = []
    while asked:
        again: list[_Stretch] = []
        paths = _lawful([several[n][first:end] for n, first, end in asked], [first > 0 for _, first, _ in asked])
        for (number, first, end), path in zip(asked, paths, strict=True):
            if first and path[0] > 0 and path[0] % 2 == 0:
                k = bisect_left(heads[number], first)
                left = heads[number][k - 1] if k else 0
                again.append((number, left, end))
            else:
                done.append((number, first, end))
                found[number][first:end] = path
        asked, done = _joined(again, done)
    return found


def _stretches(tags: Tags, heads: Sequence[int]) -> list[tuple[int, int]]:
    """Where an inside tag follows what it may not: from the last tag before it that may follow anything to the next."""
    before = np.concatenate(([0], tags[:-1]))
    inside = (tags > 0) & (tags % 2 == 0)
    wrong = np.flatnonzero(inside & (before != tags) & (before != tags - 1)).tolist()
    spans = []
    for at in wrong:
        k = bisect_left(heads, at)
        spans.append((heads[k - 1] if k else 0, heads[k] if k < len(heads) else len(tags)))
    return list(dict.fromkeys(spans))


def _joined(again: Sequence[_Stretch], done: Sequence[_Stretch]) -> tuple[list[_Stretch], list[_Stretch]]:
    """What must be worked out again, each with all that it has come to overlap, and what is left of ``done``."""
    asked: list[_Stretch] = []
    for one in sorted([*again, *done]):
        if asked and asked[-1][0] == one[0] and one[1] < asked[-1][2]:
            asked[-1] = (one[0], asked[-1][1], max(one[2], asked[-1][2]))
        else:
            asked.append(one)
    kept = set(done)
    return [one for one in asked if one not in kept], [one for one in asked if one in kept]


def _lawful(several: Sequence[Scores], free: Sequence[bool]) -> list[Tags]:
    """Viterbi over all of them at once; those that are shorter go on outside.

    Args:
        free: for each, whether it may begin with an inside tag.
    """
    longest, tags = max(len(scores) for scores in several), several[0].shape[1]
    table = np.zeros((longest, len(several), tags), dtype=np.float32)
    for row, scores in enumerate(several):
        table[: len(scores), row] = scores
        table[len(scores) :, row, 1:] = _NEVER
    table[0, np.logical_not(free), 2::2] = _NEVER
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
    return [paths[: len(scores), row] for row, scores in enumerate(several)]
