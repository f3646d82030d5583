"""Trains the trees and writes them as plain numbers. Needs lightgbm (4.7) and numpy, nothing of Sayso.

usage: python training/cleaning/train.py BLOCKS.npz [--out src/sayso/clean/data/blocks.json]

Two forests, each trained on the pages of half the sites; what ships is their mean. Each forest says how well it does
on the other half, which is the number to believe.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import zlib
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

ROUNDS, DEPTH = 100, 7
SETTING = {
    "objective": "binary", "learning_rate": 0.13, "num_leaves": 31, "max_depth": DEPTH, "min_data_in_leaf": 25,
    "feature_fraction": 0.35, "lambda_l2": 5, "max_bin": 63, "num_threads": 1, "force_col_wise": True, "seed": 1,
    "verbose": -1,
}  # fmt: skip


def used(name: str) -> bool:
    """Columns that proved to tell nothing more: an element's own name, and most neighbours two away."""
    return not name.startswith(("own ", "inner ")) and (
        not name.endswith((" -2", " +2")) or name.startswith(("words", "linked"))
    )


def written_out(node: dict[str, Any], at: int, level: int, tree: dict[str, Any]) -> None:
    """Put ``node`` and all below it into the level order of a full tree: a leaf goes down both ways."""
    if level == DEPTH:
        tree["value"][at - (2**DEPTH - 1)] = node["leaf_value"]
        return
    if "split_feature" in node:
        exact, near = node["threshold"], np.float32(node["threshold"])
        tree["feature"][at] = node["split_feature"]
        tree["threshold"][at] = near if float(near) >= exact else np.nextafter(near, np.float32(np.inf))
    left, right = node.get("left_child", node), node.get("right_child", node)
    written_out(left, 2 * at + 1, level + 1, tree)
    written_out(right, 2 * at + 2, level + 1, tree)


def packed(made: list[Any], names: list[str], by: str) -> dict[str, Any]:
    """The data file of the mean of some forests; ``by`` is the script that made it."""
    trees = []
    for forest in made:
        for info in forest.dump_model()["tree_info"]:
            inner = 2**DEPTH - 1
            tree = {
                "feature": np.zeros(inner, "<u2"), "threshold": np.full(inner, np.inf, "<f4"),
                "value": np.zeros(inner + 1, "<f4"),
            }  # fmt: skip
            written_out(info["tree_structure"], 0, 0, tree)
            tree["value"] /= len(made)
            trees.append(tree)
    plain: dict[str, Any] = {"made_by": by, "count": len(trees), "depth": DEPTH}
    plain["names"] = names
    for key in ("feature", "threshold", "value"):
        plain[key] = base64.b64encode(zlib.compress(np.concatenate([t[key] for t in trees]).tobytes(), 9)).decode()
    digest = hashlib.sha256((plain["feature"] + plain["threshold"] + plain["value"]).encode()).hexdigest()
    return {**plain, "digest": digest[:16]}


def forests(table: Any) -> tuple[list[Any], list[str]]:
    """Two forests, number n trained on the sites that are not of half n, and the names of their columns."""
    columns = [i for i, name in enumerate(table["names"]) if used(str(name))]
    rows, label, weight, half = table["rows"][:, columns], table["label"], table["weight"], table["half"]
    made = []
    for n in (0, 1):
        train = half != n
        data = lightgbm.Dataset(rows[train], label[train].astype(int), weight=weight[train])
        made.append(lightgbm.train(SETTING, data, ROUNDS))
        right = (made[-1].predict(rows[~train]) > 0.5) == label[~train]
        share = np.average(right, weights=weight[~train])
        print(f"half {n}: {share:.4f} of the weight of the other sites' blocks right")
    return made, [str(table["names"][i]) for i in columns]


def main() -> None:
    """Train, tell the error on the other half, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("blocks", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/sayso/clean/data/blocks.json"))
    asked = parser.parse_args()
    made, names = forests(np.load(asked.blocks, allow_pickle=False))
    plain = packed(made, names, "training/cleaning/train.py")
    asked.out.write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")
    print(f"{plain['count']} trees, digest {plain['digest']}")


if __name__ == "__main__":
    main()
