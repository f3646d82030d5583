"""Columns of the pair score for every candidate pair of a labelled collection, as one .npz file.

usage: python -m training.linking.features DATA OUT [FILE ...]

Reads every document with the product's reader (about a tenth of a second each) and remembers the Facts in OUT, so that
a second run only compares. Without FILE the training collections are taken.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np

from sayso.link import Facts
from sayso.link.against import against
from sayso.link.cluster import candidates
from sayso.link.pair import compare, known
from sayso.model.codec import from_plain, to_plain
from training.linking.material import TRAIN, facts_of_line, lines


def facts(path: Path, cache: Path) -> list[Facts]:
    """Facts of each line, from ``cache`` when they were read before."""
    if cache.exists():
        return [from_plain(Facts, line) for line in lines(cache)]
    made = [facts_of_line(line) for line in lines(path)]
    cache.write_text("".join(json.dumps(to_plain(f)) + "\n" for f in made), encoding="utf-8")
    return made


def pairs(path: Path, cache: Path) -> dict[str, Any]:
    """``pairs`` (positions), ``rows`` (columns), ``same`` (label), ``against`` (contradictions), ``incidents``."""
    reports = [known(f) for f in facts(path, cache)]
    names = [str(line.get("incident_id") or line.get("cluster")) for line in lines(path)]
    found, rows, spoken = [], [], []
    for one, near in candidates(reports):
        found += [(one, other) for other in near]
        rows.append(compare(reports[one], [reports[n] for n in near]))
        spoken += [len(against(reports[one].facts, reports[n].facts)) for n in near]
    same = [names[a] == names[b] for a, b in found]
    return {
        "pairs": np.array(found), "rows": np.vstack(rows).astype(np.float32), "same": np.array(same),
        "against": np.array(spoken), "incidents": np.array(names),
    }  # fmt: skip


def main() -> None:
    """Write one file a collection."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("files", nargs="*", default=TRAIN)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    for name in asked.files:
        stem = name.replace("/", ".").removesuffix(".jsonl.gz")
        made = pairs(asked.data / name, asked.out / f"{stem}.facts.jsonl")
        np.savez_compressed(asked.out / f"{stem}.npz", allow_pickle=False, **made)
        print(f"{name}: {len(made['same'])} pairs, {int(made['same'].sum())} of one incident", flush=True)


if __name__ == "__main__":
    main()
