"""The weights of two runs averaged, one of which began as the other (Wortsman et al. 2022): what both learned stays.

python mix.py --first runs/second --other runs/pupil --share 0.5 --out runs/mixed
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=Path, required=True, help="folder of the run with which the other began")
    parser.add_argument("--other", type=Path, required=True)
    parser.add_argument("--share", type=float, default=0.5, help="of the first run, 0 to 1")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    first, other = (torch.load(p / "state.pt", weights_only=False)["mean"] for p in (args.first, args.other))
    mixed = {
        name: torch.lerp(weight, first[name], args.share) if weight.is_floating_point() else weight
        for name, weight in other.items()
    }
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save({"mean": mixed, "step": 0}, args.out / "state.pt")


if __name__ == "__main__":
    main()
