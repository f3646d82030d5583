"""What a run has learned, in files small enough to be carried: halves of 16-bit weights without the word embeddings.

python carry.py --out $OUT runs/pupil                 # there
python carry.py --back --out runs/pupil pupil.0 pupil.1   # here: a state that export.py takes
"""

from __future__ import annotations

import argparse
import io
from pathlib import Path

import torch

from model import Reader

_WORDS = "encoder.embeddings.word_embeddings.weight"
_MOST = 15 * 2**20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--back", action="store_true")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    if args.back:
        whole = b"".join(path.read_bytes() for path in args.paths)
        learned = torch.load(io.BytesIO(whole), weights_only=True)
        reader = Reader()
        whole_ones = {n: w.float() if w.is_floating_point() else w for n, w in learned.items()}
        missing = reader.load_state_dict(whole_ones, strict=False).missing_keys
        if missing != [_WORDS]:
            raise SystemExit(f"these files are of another model: {missing} are not in them")
        torch.save({"mean": reader.state_dict(), "step": 0}, args.out / "state.pt")
        return
    for folder in args.paths:
        state = torch.load(folder / "state.pt", weights_only=False, map_location="cpu")["mean"]
        half = {n: w.half() if w.is_floating_point() else w for n, w in state.items() if n != _WORDS}
        made = io.BytesIO()
        torch.save(half, made)
        for number, start in enumerate(range(0, made.tell(), _MOST)):
            (args.out / f"{folder.name}.{number}").write_bytes(made.getvalue()[start : start + _MOST])


if __name__ == "__main__":
    main()
