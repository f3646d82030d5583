"""Trains the pair score and writes its trees as plain numbers. Needs lightgbm (4.7) and numpy, nothing of Sayso.

usage: python training/linking/train.py FEATURES [--out src/sayso/link/data/pair.json]

Every pair counts once as it is. Six in ten count a second time without the day of publication, half of those without
any day: the collections have either all days (local news of one kind) or none, and trees would learn from the absence
of a day which collection a pair is of.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from pathlib import Path

import lightgbm
import numpy as np

NAMES_IN = Path(__file__).resolve().parents[2] / "src/sayso/link/pair.py"
SETS = ("gva-incidents.docs.extra-train", "gva-incidents.docs.gvc-train", "ecbplus.docs.train")
SEEDS = (1, 2, 3)
TREES = 160
DAYLESS = 0.6
SETTING = {
    "objective": "binary", "learning_rate": 0.045, "num_leaves": 16, "max_depth": 8, "min_data_in_leaf": 50,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5.0, "verbose": -1, "num_threads": 1,
    "deterministic": True, "force_row_wise": True,
}  # fmt: skip


def names() -> list[str]:
    """Columns as the product names them."""
    body = re.search(r"^NAMES = \((.*?)^\)", NAMES_IN.read_text(encoding="utf-8"), re.S | re.M)
    if body is None:
        raise SystemExit(f"no NAMES in {NAMES_IN}")
    return re.findall(r'"(\w+)"', body[1])


def material(folder: Path, seed: int, columns: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Rows and labels of all sets with the second, dayless helping."""
    dice = np.random.RandomState(seed)
    published = columns.index("published_gap")
    days = [columns.index(n) for n in ("happened_gap", "day_share", "day_gap", "told_gap")]
    rows, same = [], []
    for name in SETS:
        with np.load(folder / f"{name}.npz") as held:
            told, label = held["rows"], held["same"]
        taken = dice.rand(len(told)) < DAYLESS
        again = told[taken].copy()
        again[:, published] = np.nan
        again[np.ix_(dice.rand(len(again)) < 0.5, days)] = np.nan
        rows += [told, again]
        same += [label, label[taken]]
    return np.vstack(rows), np.concatenate(same)


def plain_tree(root: dict, share: float) -> tuple[dict[str, list], int]:
    """One tree as lists over its nodes, leaves pointing at themselves; and its depth."""
    made: dict[str, list] = {k: [] for k in ("feature", "threshold", "left", "right", "missing_left", "value")}

    def add(node: dict) -> tuple[int, int]:
        at = len(made["value"])
        leaf = "leaf_value" in node
        # a column that never lacked a number in training: LightGBM then takes a missing one for 0
        lost = node["default_left"] if node.get("missing_type") == "NaN" else node.get("threshold", 0.0) >= 0.0
        for key, value in (
            ("feature", 0 if leaf else node["split_feature"]), ("threshold", 0.0 if leaf else node["threshold"]),
            ("left", at), ("right", at), ("missing_left", bool(leaf or lost)),
            ("value", round(node["leaf_value"] * share, 6) if leaf else 0.0),
        ):  # fmt: skip
            made[key].append(value)
        if leaf:
            return at, 0
        (made["left"][at], one), (made["right"][at], other) = add(node["left_child"]), add(node["right_child"])
        return at, 1 + max(one, other)

    return made, add(root)[1]


def train(folder: Path) -> dict:
    """Trees of all seeds, each seed with its share, so that their sum is the mean of the seeds."""
    columns, trees, depth = names(), [], 0
    for seed in SEEDS:
        rows, same = material(folder, seed, columns)
        model = lightgbm.train({**SETTING, "seed": seed}, lightgbm.Dataset(rows, same), TREES)
        for info in model.dump_model()["tree_info"]:
            tree, deep = plain_tree(info["tree_structure"], 1 / len(SEEDS))
            trees.append(tree)
            depth = max(depth, deep)
    return {"features": columns, "depth": depth, "trees": trees}


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("features", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/sayso/link/data/pair.json"))
    asked = parser.parse_args()
    made = train(asked.features)
    digest = hashlib.sha256(json.dumps(made, sort_keys=True).encode()).hexdigest()
    head = {"made_by": "python training/linking/train.py", "seeds": SEEDS, "digest": digest}
    asked.out.write_text(json.dumps({**head, **made}, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(made['trees'])} trees, depth {made['depth']}, sha256 {digest}")


if __name__ == "__main__":
    main()
