"""Texts about one happening, for collections in which no incident was read: TF-IDF and average linkage.

Weights are (1 + log tf) * log((1 + N) / (1 + df)) over words, pairs of words and capitalised words (names count
twice), cosine similarity, damped when two texts were published more than a few days apart; average linkage (UPGMA)
cut at one threshold. The measures and the threshold are the same for every collection.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
import scipy.sparse as sparse  # type: ignore[import-untyped]
from scipy.cluster.hierarchy import fcluster, linkage  # type: ignore[import-untyped]
from scipy.spatial.distance import squareform  # type: ignore[import-untyped]

from sayso.lang.en.closed import CLOSED

_WORD = re.compile(r"[^\W_]+")
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting for all collections.

    Attributes:
        threshold: average cosine at which two groups are still one.
        days: publication days apart from which similarity is damped by ``damping``.
    """

    threshold: float = 0.12
    days: int = 5
    damping: float = 0.6


def cluster_texts(
    texts: Sequence[str], published: Sequence[date | None] = (), setting: Setting = Setting()
) -> tuple[int, ...]:
    """A group number per text, from 0 in order of first appearance.

    Args:
        texts: whole texts, title first.
        published: publication days in the same order; empty when none is known. None damps nothing.
        setting: thresholds.
    """
    if len(texts) < 2:
        return tuple(range(len(texts)))
    alike = similarities(texts)
    if published:
        alike = np.where(_far_apart(published, setting.days), alike * setting.damping, alike)
    apart = 1.0 - np.clip((alike + alike.T) / 2, 0.0, 1.0)
    np.fill_diagonal(apart, 0.0)
    tree = linkage(squareform(apart, checks=False), "average")
    numbers: dict[int, int] = {}
    labels = fcluster(tree, 1.0 - setting.threshold, "distance").tolist()
    return tuple(numbers.setdefault(label, len(numbers)) for label in labels)


def similarities(texts: Sequence[str]) -> Matrix:
    """Cosine similarity of every pair of texts, 0 to 1."""
    counts = [Counter(_features(text)) for text in texts]
    spread = Counter(name for count in counts for name in count)
    columns = {name: n for n, name in enumerate(name for name, df in spread.items() if df > 1)}
    total = 1 + len(texts)
    cells = [
        (row, columns[name], (1 + math.log(n)) * math.log(total / (1 + spread[name])))
        for row, count in enumerate(counts)
        for name, n in count.items()
        if name in columns
    ]
    rows, places, weights = zip(*cells, strict=True) if cells else ((), (), ())
    table = sparse.csr_matrix((weights, (rows, places)), shape=(len(texts), len(columns)), dtype=np.float64)
    lengths = np.sqrt(np.asarray(table.multiply(table).sum(axis=1)).ravel())
    lengths[lengths == 0] = 1.0
    unit = sparse.diags(1.0 / lengths) @ table
    dense: Matrix = (unit @ unit.T).toarray()
    return dense


def _features(text: str) -> list[str]:
    words = _WORD.findall(text)
    low = [w.lower() for w in words]
    single = [w for w in low if len(w) > 1 and w not in CLOSED]
    pairs = [f"{a} {b}" for a, b in pairwise(low)]
    names = [f"^{low_}" for word, low_ in zip(words, low, strict=True) if word[0].isupper()]
    return single + pairs + names


def _far_apart(published: Sequence[date | None], days: int) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    known = np.array([day is not None for day in published])
    numbers = np.array([day.toordinal() if day else 0 for day in published])
    gaps = np.abs(numbers[:, None] - numbers[None, :]) > days
    far: np.ndarray[tuple[int, int], np.dtype[np.bool_]] = gaps & known[:, None] & known[None, :]
    return far
