"""Which blocks of a page are in its labelled body: one block for each stretch of it, in one order."""

from __future__ import annotations

import re
from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

TOKEN = re.compile(r"\w+")
SHINGLE = 3
GRID = 8
"""Tokens; agreeing shingles whose offsets differ by less count for the same place."""
MOST_PLACES = 3000
Place = tuple[int, int, float, int]
"""Block, first token in the body, share of its tokens found there, number of its tokens."""


def shares(texts: list[str], body: str) -> NDArray[np.float64]:
    """Share of each block's tokens that stand in ``body``; a second copy of the same words on the page gets 0.

    Method: candidate places by votes of shingles, then the chain of places with most tokens that runs forward in page
    and body (weighted longest increasing subsequence); blocks left over fill what the chain left open.
    """
    tokens = [TOKEN.findall(text.lower()) for text in texts]
    gold = TOKEN.findall(body.lower())
    found = _places(tokens, gold)
    out = np.zeros(len(texts))
    covered = np.zeros(len(gold) + 1, bool)
    for block, start, share, size in _chain(found):
        out[block] = share
        covered[start : start + size] = True
    for block, start, share, size in sorted(found, key=lambda p: -p[3] * p[2]):
        if out[block] == 0 and size >= 6 and share > 0.6 and covered[start : start + size].mean() < 0.3:
            out[block] = share
            covered[start : start + size] = True
    return out


def _places(tokens: list[list[str]], gold: list[str]) -> list[Place]:
    at, one = defaultdict(list), defaultdict(list)
    for i in range(len(gold) - SHINGLE + 1):
        at[tuple(gold[i : i + SHINGLE])].append(i)
    for i, token in enumerate(gold):
        one[token].append(i)
    found: list[Place] = []
    for block, own in enumerate(tokens):
        if len(own) >= SHINGLE:
            votes: dict[int, int] = defaultdict(int)
            for j in range(len(own) - SHINGLE + 1):
                for place in at.get(tuple(own[j : j + SHINGLE]), ())[:12]:
                    votes[(place - j) // GRID] += 1
            for grid, count in sorted(votes.items(), key=lambda v: -v[1])[:6]:
                share = (count + votes.get(grid + 1, 0) + SHINGLE - 1) / len(own)
                if share > 0.25 or count >= GRID:
                    found.append((block, max(0, grid * GRID), min(1.0, share), len(own)))
        elif own:
            found += [(block, p, 0.9, len(own)) for p in one.get(own[0], ())[:40] if gold[p : p + len(own)] == own]
    found.sort(key=lambda p: (p[0], -p[1]))
    return found if len(found) <= MOST_PLACES else [p for p in found if p[3] >= SHINGLE][:MOST_PLACES]


def _chain(found: list[Place]) -> list[Place]:
    if not found:
        return []
    block = np.array([p[0] for p in found])
    end = np.array([p[1] + p[3] * p[2] for p in found])
    best, back = np.zeros(len(found)), np.full(len(found), -1)
    for i, (own, first, share, size) in enumerate(found):
        slack = GRID if size >= SHINGLE else 1.5
        worth = size * share if size >= SHINGLE else 0.3 * size
        fits = (block[:i] < own) & (end[:i] <= first + slack)
        if fits.any():
            far = 0.002 * np.minimum(np.abs(first - end[:i]), 200) + 0.0005 * np.minimum(own - block[:i], 100)
            before = np.where(fits, best[:i] - far, -1.0)
            k = int(before.argmax())
            if before[k] > 0:
                worth, back[i] = worth + before[k], k
        best[i] = worth
    out, i = [], int(best.argmax())
    while i >= 0:
        out.append(found[i])
        i = int(back[i])
    return out
