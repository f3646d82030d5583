"""Gradient-boosted trees out of a data file: what training/linking wrote, run with numpy alone."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

Floats = np.ndarray[Any, np.dtype[np.float64]]
Ints = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """Decision trees side by side, one row a tree, one column a node; a leaf points at itself.

    Attributes:
        names: what the columns of the input are.
        feature, threshold, left, right, missing_left, value: per tree and node. A number up to the threshold goes
            left, a missing one where ``missing_left`` says; ``value`` counts at leaves.
        depth: steps from a root to the deepest leaf.
        parts: forests side by side, each trained on its own; the first is an estimate of all.
    """

    names: tuple[str, ...]
    feature: Ints
    threshold: Floats
    left: Ints
    right: Ints
    missing_left: np.ndarray[Any, np.dtype[np.bool_]]
    value: Floats
    depth: int
    parts: int = 1

    def score(self, rows: Floats, hopeless: float = -math.inf) -> Floats:
        """Sum of the leaves that each row falls into, as log odds.

        Args:
            rows: one row a pair, one column a name; NaN where something is not known.
            hopeless: rows that the first ``parts``-th of the trees puts below this are left at what that part says.
        """
        first = len(self.feature) // self.parts
        odds: Floats = self._sum(rows, 0, first) * self.parts
        rest = np.flatnonzero(odds >= hopeless)
        if len(rest) and first < len(self.feature):
            odds[rest] = odds[rest] / self.parts + self._sum(rows[rest], first, len(self.feature))
        return odds

    def _sum(self, rows: Floats, start: int, stop: int) -> Floats:
        width, size = self.feature.shape[1], stop - start
        base = (np.arange(start, stop) * width)[None, :]
        told = np.where(np.isnan(rows), 0.0, rows).ravel()
        lost = np.isnan(rows).ravel()
        row = (np.arange(len(rows)) * rows.shape[1])[:, None]
        at = np.broadcast_to(base, (len(rows), size))
        for _ in range(self.depth):
            cell = row + self.feature.ravel()[at]
            left = np.where(lost[cell], self.missing_left.ravel()[at], told[cell] <= self.threshold.ravel()[at])
            at = base + np.where(left, self.left.ravel()[at], self.right.ravel()[at])
        total: Floats = self.value.ravel()[at].sum(axis=1)
        return total


def load_trees(plain: dict[str, Any]) -> Trees:
    """Trees from the plain numbers of the data file."""
    trees = plain["trees"]
    width = max(len(t["value"]) for t in trees)

    def table(name: str, kind: Any) -> Any:
        return np.array([t[name] + [0] * (width - len(t[name])) for t in trees], dtype=kind)

    return Trees(
        tuple(plain["features"]), table("feature", np.int64), table("threshold", np.float64),
        table("left", np.int64), table("right", np.int64), table("missing_left", np.bool_),
        table("value", np.float64), int(plain["depth"]), len(plain["seeds"]),
    )  # fmt: skip


@cache
def pair_trees() -> Trees:
    """The trees of the pair score; see training/linking/README.md for how they were made."""
    return load_trees(json.loads((files("sayso.link") / "data" / "pair.json").read_text(encoding="utf-8")))
