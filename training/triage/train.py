"""Trains the triage and writes its weights.

usage: python -m training.triage.train DATA [--out src/sayso/read/triage/weights.json]

Logistic regression with a penalty on squares. Each collection weighs as the root of its size, incidents and others the
same together. The line is drawn where ``LOST`` of the texts with an incident lie below, each scored by weights that had
not seen its incident or topic (five folds).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import zlib
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped]
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

from sayso.model import Document
from sayso.read.incidents.triggers import Trigger, find_triggers
from sayso.read.passages import split_passages
from sayso.read.triage.signs import BUCKETS, SIGNS, signs_of, words_of
from training.triage.texts import Text, texts

PENALTY = 0.3
LIGHTER = 0.3
"""The rules' signs are scaled by this while training: the penalty holds them back by that much."""
LOST = 0.01
FOLDS = 5
UNIT = 100
NAME = "triage/1"
Floats = np.ndarray[Any, np.dtype[np.float64]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/sayso/read/triage/weights.json"))
    args = parser.parse_args()
    kept = [(t, found) for t in texts(args.data) for found in [_triggers(t.text)] if not _doubtful(t, found)]
    table, told = _table(kept), np.array([1.0 if t.incident else -1.0 for t, _ in kept])
    shares = _shares([t for t, _ in kept])
    fold = np.array([zlib.crc32(t.fold.encode()) % FOLDS for t, _ in kept])
    print(f"{len(kept)} texts, {int((told > 0).sum())} with an incident")
    out_of_fold = np.zeros(len(kept))
    for k in range(FOLDS):
        weights = _fit(table[fold != k], told[fold != k], shares[fold != k])
        out_of_fold[fold == k] = table[fold == k] @ weights[:-1] + weights[-1]
    for lost in (0.002, 0.005, LOST):
        print(f"{100 * lost:.1f} % lost below {np.quantile(out_of_fold[told > 0], lost):.2f}")
    least = float(np.quantile(out_of_fold[told > 0], LOST))
    for name in sorted({t.group for t, _ in kept if not t.incident}):
        own = np.array([t.group == name and not t.incident for t, _ in kept])
        print(f"{name}: {100 * (out_of_fold[own] < least).mean():.1f} % of those without an incident below the line")
    weights = _fit(table, told, shares)
    made = {
        "name": NAME, "least": round(least, 2), "start": round(float(weights[-1]), 3), "unit": UNIT,
        "signs": [round(float(w) * LIGHTER, 3) for w in weights[BUCKETS:-1]],
        "words": [int(w) for w in np.rint(UNIT * weights[:BUCKETS])],
    }  # fmt: skip
    args.out.write_text(json.dumps(made, separators=(",", ":")) + "\n")
    print(args.out, args.out.stat().st_size, hashlib.sha256(args.out.read_bytes()).hexdigest())


def _triggers(text: str) -> list[Trigger]:
    document = Document(id="text", capture="", text=text, language="en")
    return find_triggers(text, split_passages(document))


def _doubtful(text: Text, triggers: list[Trigger]) -> bool:
    """Worldwide news with a strong word of an incident: nobody says whether there is one."""
    return text.group == "worldwide" and any(t.form != "weak" for t in triggers)


def _table(kept: list[tuple[Text, list[Trigger]]]) -> csr_matrix:
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for text, triggers in kept:
        words = words_of(text.text)
        columns += [*words, *range(BUCKETS, BUCKETS + SIGNS)]
        values += [*words.values(), *(LIGHTER * s for s in signs_of(triggers))]
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(kept), BUCKETS + SIGNS))


def _shares(kept: list[Text]) -> Floats:
    sizes = Counter((t.group, t.incident) for t in kept)
    shares = np.array([sizes[t.group, t.incident] ** -0.5 for t in kept])
    incident = np.array([t.incident for t in kept])
    for side in (incident, ~incident):
        shares[side] *= len(kept) / 2 / shares[side].sum()
    return shares


def _fit(table: csr_matrix, told: Floats, shares: Floats) -> Floats:
    def loss(weights: Floats) -> tuple[float, Floats]:
        margin = told * (table @ weights[:-1] + weights[-1])
        pull = -shares * told / (1 + np.exp(margin))
        value = float((shares * np.logaddexp(0, -margin)).sum() + PENALTY / 2 * (weights[:-1] ** 2).sum())
        return value, np.append(table.T @ pull + PENALTY * weights[:-1], pull.sum())

    found: Floats = minimize(
        loss, np.zeros(table.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 300}
    ).x
    return found


if __name__ == "__main__":
    main()
