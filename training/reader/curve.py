"""The learning curves of a run as a picture: ``python curve.py --run runs/first --out curve.svg``."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import matplotlib

matplotlib.use("svg")
from matplotlib import pyplot as plt

_NO_SET = frozenset(("step", "pieces", "seconds"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="folder of the run, with its curve.jsonl")
    parser.add_argument("--out", type=Path, required=True, help="picture to write (.svg or .png)")
    args = parser.parse_args()
    rows = [json.loads(line) for line in (args.run / "curve.jsonl").read_text().splitlines()]
    figure, axes = plt.subplots(figsize=(8, 4.5))
    for name in sorted({n for row in rows for n in row} - _NO_SET):
        points = [(row["pieces"] / 1e6, row[name]) for row in rows if name in row]
        axes.plot([x for x, _ in points], [y for _, y in points], label=name, linewidth=1.2)
    axes.set(xlabel="million word pieces read", ylabel="mean loss of a batch", yscale="log")
    axes.legend(fontsize="small", ncols=3)
    axes.grid(visible=True, which="both", linewidth=0.3)
    figure.tight_layout()
    figure.savefig(args.out)
    print(args.out)


if __name__ == "__main__":
    main()
