"""Many reports at once into happenings: the pair score of streaming, and average linkage.

Average linkage (UPGMA, Sokal and Michener 1958) over log odds asks what the reports of two groups say of each other on
average, so one look-alike report does not chain two happenings. It is cut where streaming would open a new incident,
and where two groups are each of one mind but not with each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from sayso.link.facts import Facts
from sayso.link.pair import LEAST_ALIKE, MOST, SAME, UNCOMPARED, Known, Pack, known, score
from sayso.link.rarity import Rarity
from sayso.link.trees import Trees

_AT_ONCE = 500  # rows of the cosine table that are held at a time
_GROUP = 5  # reports that make a group
# Share of the odds inside two groups that must hold across them: so much for each report of the smaller one, up to a
# most. The nearest reports are joined first, so a few that already stand together are more alike than all of their
# happening, and what is still to come is less like them; of ten that no longer says anything.
_COHESION, _MOST_COHESION = 0.06, 0.6
_COMMON = 1.5  # words rarer than this (in a fifth of the background) find candidates; commoner ones find everything
Scores = dict[tuple[int, int], float]


def cluster(facts: Sequence[Facts], rarity: Rarity | None = None, trees: Trees | None = None) -> tuple[int, ...]:
    """A group number per report, from 0 in order of first appearance.

    Args:
        facts: reports in any order; the answer is the same up to the numbers.
        rarity, trees: other ones than those shipped (for training).
    """
    if not facts:
        return ()
    reports = [known(f, rarity) for f in facts]
    return groups(len(reports), pair_scores(reports, trees))


def pair_scores(reports: Sequence[Known], trees: Trees | None = None) -> Scores:
    """(earlier, later position) to log odds of every pair that shares enough words to be worth a look."""
    scores: Scores = {}
    for row, near in candidates(reports):
        odds = score(reports[row], [reports[n] for n in near], trees)
        scores.update({(row, n): float(o) for n, o in zip(near, odds, strict=True)})
    return scores


def candidates(reports: Sequence[Known]) -> Iterator[tuple[int, list[int]]]:
    """For each report the later ones whose words or names are a little alike."""
    tables = [_table([getattr(r, name) for r in reports]) for name in ("words", "names")]
    for start in range(0, len(reports), _AT_ONCE):
        alike = [(table[start : start + _AT_ONCE] @ table.T).tocsr() for table in tables]
        for row in range(alike[0].shape[0]):
            parts = [(part.indices[a:b], part.data[a:b]) for part in alike for a, b in [part.indptr[row : row + 2]]]
            near = {int(n) for at, odds in parts for n in at[odds > LEAST_ALIKE] if n > start + row}
            if near:
                yield start + row, sorted(near)


def groups(size: int, scores: Scores, same: float = SAME) -> tuple[int, ...]:
    """Average linkage over the scored pairs; pairs that were not worth a look count ``UNCOMPARED``."""
    from scipy.sparse import coo_matrix  # type: ignore[import-untyped]  # takes most of a second to load
    from scipy.sparse.csgraph import connected_components  # type: ignore[import-untyped]

    joined = [pair for pair, odds in scores.items() if odds >= same]
    rows, columns = zip(*joined, strict=True) if joined else ((), ())
    graph = coo_matrix((np.ones(len(joined)), (rows, columns)), shape=(size, size))
    # groups can only join over a pair that itself is alike enough, so unconnected parts are independent
    _, part = connected_components(graph, directed=False)
    members: dict[int, list[int]] = {}
    for position, number in enumerate(part.tolist()):
        members.setdefault(number, []).append(position)
    labels = {
        p: (number, label)
        for number, positions in members.items()
        for p, label in zip(positions, _linkage(positions, scores, same), strict=True)
    }
    order: dict[tuple[int, int], int] = {}
    return tuple(order.setdefault(labels[p], len(order)) for p in range(size))


def hangs_together(across: float, one: float, one_size: int, other: float, other_size: int) -> bool:
    """False for two groups that are each of one mind but not of one with each other: look-alike happenings.

    Args:
        across: mean log odds between the groups.
        one, other: mean log odds inside each; ``one_size`` and ``other_size`` are numbers of reports.
    """
    smaller = min(one_size, other_size)
    if smaller < _GROUP:
        return True
    return across >= min(_MOST_COHESION, _COHESION * smaller) * min(one, other)


def _linkage(positions: list[int], scores: Scores, same: float) -> list[int]:
    """A number per position: the tree of average linkage, cut at ``same`` and where groups do not hang together."""
    from scipy.cluster.hierarchy import linkage  # type: ignore[import-untyped]
    from scipy.spatial.distance import squareform  # type: ignore[import-untyped]

    size = len(positions)
    apart = np.full((size, size), MOST - UNCOMPARED)
    for i, a in enumerate(positions):
        for j, b in enumerate(positions[i + 1 :], i + 1):
            apart[i, j] = apart[j, i] = MOST - scores.get((a, b), UNCOMPARED)
    np.fill_diagonal(apart, 0.0)
    tree = linkage(squareform(apart, checks=False), "average") if size > 1 else ()
    groups: list[tuple[list[int], float] | None] = [([n], 0.0) for n in range(size)]  # members, sum of odds inside
    labels = list(range(size))
    for left, right, height, _ in tree:
        joined = _join(groups[int(left)], groups[int(right)], MOST - height, same)
        groups.append(joined)
        for member in joined[0] if joined else ():
            labels[member] = len(groups) + size
    return labels


def _join(
    one: tuple[list[int], float] | None, other: tuple[list[int], float] | None, across: float, same: float
) -> tuple[list[int], float] | None:
    """Two groups as one; None when they, or parts of them, are to stay apart."""
    if one is None or other is None or across < same:
        return None
    sizes = len(one[0]), len(other[0])
    inside = [total / max(1, n * (n - 1) // 2) for total, n in zip((one[1], other[1]), sizes, strict=True)]
    if not hangs_together(across, inside[0], sizes[0], inside[1], sizes[1]):
        return None
    return one[0] + other[0], one[1] + other[1] + across * sizes[0] * sizes[1]


def _table(packs: Sequence[Pack]) -> Any:
    """Unit rows of rarity-weighted words as a sparse matrix, common words left out."""
    from scipy.sparse import csr_matrix

    kept = [rare > _COMMON for _, rare, _ in packs]
    keys = np.concatenate([p[0][k] for p, k in zip(packs, kept, strict=True)])
    weights = np.concatenate([p[2][k] for p, k in zip(packs, kept, strict=True)])
    owner = np.repeat(np.arange(len(packs)), [int(k.sum()) for k in kept])
    names, columns = np.unique(keys, return_inverse=True)
    return csr_matrix((weights, (owner, columns)), shape=(len(packs), max(1, len(names))))
