"""The head of happenings learned again on the states of a finished run, which then stay as they are.

    python export.py --run runs/mixed --out runs/mixed/model
    python refit.py --run runs/mixed --tables runs/tables.npz --like runs/second/model --out runs/refitted

One linear layer mends in minutes on one processor what a run forgot. It learns the chances that another release gives
(``--like``), so that thresholds measured on that one hold, or what is marked; on the states of the released form, with
8-bit weights, since it will be given those. Logistic regression that begins with the run's own weights.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch
from batches import Batch, Store, opened
from losses import means
from torch import Tensor, nn

from data import IGNORED
from model import Reader

_AT_ONCE = 32
_HELD = 1e-6  # how much a weight that moves costs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True, help="folder of state.pt and model/encode.onnx")
    parser.add_argument("--tables", type=Path, required=True)
    parser.add_argument("--like", type=Path, help="folder of the release whose chances are learned; none: the marks")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    reader = Reader()
    reader.load_state_dict(torch.load(args.run / "state.pt", weights_only=False, map_location="cpu")["mean"])
    store = Store(opened(args.tables, "train"), "cpu")
    marked = torch.cat([batch.happenings[:, 3:] for batch in _batches(store)])
    states = _means(args.run / "model", "states", store)
    told = torch.sigmoid(_means(args.like, "happenings", store)) if args.like else marked.clamp(min=0).float()
    lost = refit(reader.happenings, states, told, (marked != IGNORED).float())
    print(f"{len(states):,} sentences, loss {lost:.4f} before the last steps")
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save({"mean": reader.state_dict(), "step": 0}, args.out / "state.pt")


def refit(head: nn.Linear, states: Tensor, told: Tensor, known: Tensor) -> float:
    """Moves the head's weights; returns what it still loses.

    Args:
        head: the layer.
        states: sentences by mean states.
        told: sentences by kinds, the chances to learn.
        known: the same, 1 where something is known.
    """
    began = head.weight.detach().clone()
    optimizer = torch.optim.LBFGS(head.parameters(), max_iter=200, line_search_fn="strong_wolfe")

    def lost() -> Tensor:
        optimizer.zero_grad()
        each = nn.functional.binary_cross_entropy_with_logits(head(states), told, reduction="none")
        made: Tensor = (each * known).sum() / known.sum() + _HELD * (head.weight - began).square().sum()
        made.backward()  # type: ignore[no-untyped-call]
        return made

    return float(optimizer.step(lost))  # type: ignore[arg-type]


def _batches(store: Store) -> Iterator[Batch]:
    rows = np.flatnonzero(np.diff(store.bounds["happenings"]))
    for start in range(0, len(rows), _AT_ONCE):
        yield store.batch(rows[start : start + _AT_ONCE])


def _means(model: Path, output: str, store: Store) -> Tensor:
    """Mean of an output of the released form over the words of each sentence."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(model / "encode.onnx"), options, providers=["CPUExecutionProvider"])
    return torch.cat([means(_seen(session, output, batch), batch.happenings) for batch in _batches(store)])


def _seen(session: Any, output: str, batch: Batch) -> Tensor:
    """Windows by words by what the graph gives; each window by itself, as in reading."""
    made: Tensor | None = None
    for number in range(len(batch.pieces)):
        pieces, words = int(batch.mask[number].sum()), int(batch.words[number].sum())
        given = {name: getattr(batch, name)[number : number + 1, :pieces] for name in ("pieces", "mask", "cases")}
        given["firsts"] = batch.firsts[number : number + 1, :words]
        seen = torch.from_numpy(session.run([output], {name: rows.numpy() for name, rows in given.items()})[0][0])
        if made is None:
            made = seen.new_zeros(len(batch.pieces), batch.words.shape[1], seen.shape[-1])
        made[number, :words] = seen
    assert made is not None
    return made


if __name__ == "__main__":
    main()
