"""Trains the second trees, which mend a fast extraction (``sayso.clean.mend``). Needs lightgbm (4.7) beside Sayso.

usage: python -m training.cleaning.mend DATA BLOCKS.npz [--out src/sayso/clean/data/mend.json]

What the first trees say of a page comes from the forest that has not seen its site; so the second ones learn how far
such a judgement on a new site can be trusted. Blocks whose label is only another extractor's judgement are left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
import trafilatura

from sayso.clean.align import Aligner
from sayso.clean.blocks import scan
from sayso.clean.decode import decode
from sayso.clean.features import features
from sayso.clean.mend import held_of, lines_on, second_columns
from sayso.clean.pick import page_title, told_body
from training.cleaning.features import SETS, half_of, labels_of
from training.cleaning.train import DEPTH, SETTING, forests, packed, used

ROUNDS = 100
SECOND = {
    **SETTING, "learning_rate": 0.07, "num_leaves": 24, "max_depth": DEPTH, "min_data_in_leaf": 40, "lambda_l2": 10,
    "feature_fraction": 0.4, "bagging_fraction": 0.7, "bagging_freq": 1,
}  # fmt: skip
SEGMENT = 3.0
"""How much more a block counts that is one of the few that a page has labelled."""


def page(body: bytes, doc: dict[str, Any], first: list[Any]) -> tuple[list[str], dict[str, Any]] | None:
    """Names of the second columns, and the rows, labels and weights of the labelled blocks of one page."""
    source = decode(body, "", True)[0]
    scanned = scan(source)
    texts = [" ".join(scanned.page.text[b.start : b.end].split()) for b in scanned.blocks]
    if not texts:
        return None
    names, rows = features(scanned, texts, page_title(source), told_body(source))
    fast = getattr(trafilatura.bare_extraction(body, include_comments=False, fast=True), "text", "") or ""
    aligner = Aligner(scanned.page)
    lines = [aligner.place(" ".join(line.split())) for line in fast.split("\n") if line.strip()]
    held = held_of(lines_on(scanned, lines), [len(text) for text in texts])
    wanted = [i for i, name in enumerate(names) if used(name)]
    likely = first[half_of(doc)].predict(rows[:, wanted]).astype(np.float32)
    columns = second_columns(names, rows, likely, held)
    label, weight, told = labels_of(doc, texts, body)
    weight *= SEGMENT if doc.get("body") is None else 1.0
    table = np.column_stack(list(columns.values())).astype(np.float32)
    return list(columns), {"rows": table[told], "label": label[told], "weight": weight[told]}


def main() -> None:
    """Train on all pages and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("blocks", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/sayso/clean/data/mend.json"))
    asked = parser.parse_args()
    logging.disable(logging.CRITICAL)
    first, _ = forests(np.load(asked.blocks, allow_pickle=False))
    names: list[str] = []
    made: list[dict[str, Any]] = []
    for name in SETS:
        with gzip.open(asked.data / name / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
            for doc in map(json.loads, lines):
                found = page(gzip.decompress((asked.data / name / doc["html"]).read_bytes()), doc, first)
                if found:
                    names, table = found
                    table["weight"] *= 3.0 if name == "pages-scrapinghub" else 1.0
                    made.append(table)
    rows, label, weight = (np.concatenate([table[key] for table in made]) for key in ("rows", "label", "weight"))
    forest = lightgbm.train(SECOND, lightgbm.Dataset(rows, label.astype(int), weight=weight), ROUNDS)
    plain = packed([forest], names, "training/cleaning/mend.py")
    asked.out.write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")
    print(f"{plain['count']} trees, digest {plain['digest']}")


if __name__ == "__main__":
    main()
