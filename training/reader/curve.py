"""The learning curves of a run as a picture: ``python curve.py --run runs/first --out curve.svg``."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("svg")
from matplotlib import pyplot as plt

_NO_HEAD = frozenset(("step", "seconds"))
_DEV = "dev "


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="folder of the run, with its curve.jsonl")
    parser.add_argument("--out", type=Path, required=True, help="picture to write (.svg or .png)")
    args = parser.parse_args()
    rows = [json.loads(line) for line in (args.run / "curve.jsonl").read_text().splitlines()]
    figure, (left, right) = plt.subplots(1, 2, figsize=(11, 4.5))
    heads = sorted({name for row in rows for name in row} - _NO_HEAD)
    _draw(left, rows, [h for h in heads if not h.startswith(_DEV)])
    left.set(xlabel="step", ylabel="mean loss of a batch", yscale="log")
    _draw(right, rows, [h for h in heads if h.startswith(_DEV)])
    right.set(xlabel="step", ylabel="F1 on the dev part")
    figure.tight_layout()
    figure.savefig(args.out)
    print(args.out)


def _draw(axes: Any, rows: list[dict[str, float]], heads: list[str]) -> None:
    for head in heads:
        points = [(row["step"], row[head]) for row in rows if head in row]
        label = head.removeprefix(_DEV)
        axes.plot([x for x, _ in points], [y for _, y in points], label=label, marker=".", linewidth=1)
    axes.legend(fontsize="x-small", ncols=2)
    axes.grid(visible=True, which="both", linewidth=0.3)


if __name__ == "__main__":
    main()
