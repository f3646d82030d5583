"""Scores copies and origins: ``python quality/score_copies.py GROUPS PREDICTIONS --json FILE``.

Copies are scored by document (of what is said to be a copy, how much is one of the right family; of the copies, how
many are with their original; and how often the chain ends at the original itself), and by pairs of documents that end
at one original. Origins are scored over the documents
that a report was read from: ``exact`` when their number is right, ``parts`` when every document is with the right
ones. ``linked`` asks the same of the page of the incident that most of them are linked to, for the reports that are
``there``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from quality.copy_groups import CopyDoc, documents
from quality.runner import lines

Parts = set[frozenset[str]]


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    predicted = {row["id"]: row for row in lines(args.predictions)}
    result = score([(documents(group), predicted[group["id"]]) for group in lines(args.gold)])
    text = json.dumps(result, indent=2)
    if args.json:
        args.json.write_text(text, encoding="utf-8")
    print(text)
    return 0


def score(groups: Iterable[tuple[list[CopyDoc], dict[str, Any]]]) -> dict[str, Any]:
    """All numbers, in per cent, and what went wrong."""
    count: dict[str, int] = defaultdict(int)
    wrong: list[str] = []
    for docs, row in groups:
        _copies(docs, row["copies"], count, wrong)
        _pairs(docs, row["copies"], count)
        _origins(docs, row, count, wrong)
    return {
        "copies": {
            "precision": _share(count, "right", "said"), "recall": _share(count, "found", "copies"),
            "original": _share(count, "original", "found"),
        },
        "pairs": {
            "precision": _share(count, "pair right", "pair said"), "recall": _share(count, "pair right", "pairs"),
        },
        "origins": {
            "exact": _share(count, "exact", "groups"), "parts": _share(count, "parts", "groups"),
            "linked": _share(count, "linked", "groups"), "read": _share(count, "read", "documents"),
            "there": _share(count, "there", "read"),
        },
        "wrong": wrong,
    }  # fmt: skip


def _share(count: dict[str, int], some: str, of: str) -> float:
    return 100 * count[some] / count[of] if count[of] else 0.0


def _copies(docs: list[CopyDoc], said: dict[str, str], count: dict[str, int], wrong: list[str]) -> None:
    family = {d.id: d.copy_of or d.id for d in docs}
    for d in docs:
        end = said.get(d.id, d.id)
        if d.copy_of:
            count["copies"] += 1
            count["found"] += end == said.get(d.copy_of, d.copy_of)
            count["original"] += end == d.copy_of
            wrong += [f"{d.id}: not found"] if end != said.get(d.copy_of, d.copy_of) else []
        if end != d.id:
            count["said"] += 1
            count["right"] += family.get(end) == family[d.id]
            wrong += [f"{d.id}: no copy of {end}"] if family.get(end) != family[d.id] else []


def _pairs(docs: list[CopyDoc], said: dict[str, str], count: dict[str, int]) -> None:
    for a, b in combinations(docs, 2):
        true = (a.copy_of or a.id) == (b.copy_of or b.id)
        joined = said.get(a.id, a.id) == said.get(b.id, b.id)
        count["pairs"] += true
        count["pair said"] += joined
        count["pair right"] += true and joined


def _origins(docs: list[CopyDoc], row: dict[str, Any], count: dict[str, int], wrong: list[str]) -> None:
    read = set(row["read"])
    truth: dict[str, set[str]] = defaultdict(set)
    for d in docs:
        if d.id in read:
            truth[d.origin].add(d.id)
    want = {frozenset(part) for part in truth.values()}
    got = {frozenset(part) for part in row["together"]}
    page = {frozenset(part) for part in row["linked"]}
    there = set().union(*page)
    on_page = {frozenset(part & there) for part in truth.values() if part & there}
    count["groups"] += 1
    count["documents"] += len(docs)
    count["read"] += len(read)
    count["exact"] += len(got) == len(want)
    count["parts"] += got == want
    count["linked"] += len(page) == len(on_page)
    count["there"] += len(there & read)
    if got != want:
        told = " / ".join(
            " ".join(sorted(d.rpartition("/")[2] for d in part)) for part in sorted(map(sorted, got - want))
        )
        wrong.append(f"{row['id']}: {len(got)} origins for {len(want)}: {told}")


if __name__ == "__main__":
    sys.exit(main())
