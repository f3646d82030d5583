"""Every head learned again on the states of a finished run, which then stay as they are.

    python refit.py --run runs/mixed --tables runs/tables.npz --out runs/refitted

The states are those of the released form, the graph with 8-bit weights, so heads learn on what they will be given; they
are worked out once (ten minutes on one processor) and kept. The heads begin with the run's own weights, which were
learned on other states: those of another run that was averaged with it, or those before the weights were rounded.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from batches import Batch, Store, mixed, opened
from dev import score
from losses import Said, loss, said_of, total
from train import WEIGHTS

from data import SETS
from model import Reader

_MEAN = 0.99
_HIDDEN = (0.15, 0.10)  # of the windows, read as if in capitals and as if in small letters, as in training
_RISE = 20


class Kept:
    """The states of one part's windows, on disk.

    Args:
        file: where they are kept; worked out when it is not there.
        graph: the released form of the encoder.
        store: the windows.
        rows: those that are wanted.
        seed: of the windows whose case is hidden; None for none.
    """

    def __init__(self, file: Path, graph: Path, store: Store, rows: np.ndarray, seed: int | None) -> None:  # type: ignore[type-arg]
        self.place = np.full(len(store.sets), -1)
        self.place[rows] = np.arange(len(rows))
        most = int(store.sizes[rows, 1].max())
        wide = 384
        if not file.exists():
            new = np.lib.format.open_memmap(file.with_suffix(".new"), "w+", np.float16, (len(rows), most, wide))
            for number, states in enumerate(_read(graph, store, rows, seed)):
                new[number, : len(states)] = states
            new.flush()
            file.with_suffix(".new").replace(file)
        self.states = np.load(file, mmap_mode="r")

    def of(self, batch: Batch) -> torch.Tensor:
        """Windows by words by states."""
        rows = self.place[batch.at.numpy()]
        return torch.from_numpy(self.states[rows, : batch.words.shape[1]].astype(np.float32))


def _read(graph: Path, store: Store, rows: np.ndarray, seed: int | None) -> Iterator[np.ndarray]:  # type: ignore[type-arg]
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])
    dice = np.random.default_rng(seed or 0).random(len(rows)) if seed is not None else np.ones(len(rows))
    began = time.monotonic()
    for number, row in enumerate(rows):
        batch = store.batch([row])
        cases = batch.cases.numpy()
        if dice[number] < _HIDDEN[0]:
            cases = np.zeros_like(cases)
        elif dice[number] < sum(_HIDDEN):
            cases = np.where(cases > 0, 1, cases)
        given = {"pieces": batch.pieces.numpy(), "mask": batch.mask.numpy(), "cases": cases}
        words = int(store.sizes[row, 1])
        yield session.run(["states"], {**given, "firsts": batch.firsts.numpy()[:, :words]})[0][0]
        if number % 500 == 0:
            print(f"{number:,} of {len(rows):,} windows, {time.monotonic() - began:.0f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True, help="folder of state.pt and model/encode.onnx")
    parser.add_argument("--tables", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=400)
    parser.add_argument("--windows", type=int, default=64)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--tell", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    learn(args)


def learn(args: argparse.Namespace) -> None:
    """Learns the heads and keeps their running mean in ``state.pt``."""
    order = list(SETS)
    weights = {order.index(name): weight for name, weight in WEIGHTS.items()}
    store, dev = (Store(opened(args.tables, part), "cpu") for part in ("train", "dev"))
    graph = args.run / "model" / "encode.onnx"
    known = np.flatnonzero(np.isin(store.sets, list(weights)))
    kept = Kept(args.run / "train.npy", graph, store, known, args.seed)
    judged = Kept(args.run / "dev.npy", graph, dev, np.arange(len(dev.sets)), None)
    reader, mean = _reader(args), _reader(args)
    heads = [(n, p) for n, p in reader.named_parameters() if not n.startswith(("encoder.", "case."))]
    averaged = dict(mean.named_parameters())
    optimizer = torch.optim.AdamW([p for _, p in heads], lr=args.rate, weight_decay=0.01)
    batches = mixed(store, weights, args.windows, args.seed)
    began, lost = time.monotonic(), 0.0

    def tell(step: int) -> None:
        found = score([mean], dev, lambda r, b: said_of(r, judged.of(b), b))
        row = {"step": step, "seconds": round(time.monotonic() - began), "loss": round(lost / args.tell, 4)}
        print(json.dumps(row | {f"dev {k}": v for k, v in found.items()}), flush=True)

    tell(0)
    for step in range(1, args.steps + 1):
        reader.train()
        for group in optimizer.param_groups:
            group["lr"] = args.rate * min(1.0, step / _RISE, (1 - (step - 1) / args.steps) / 0.9)
        batch = next(batches)
        said: Said = said_of(reader, reader.dropout(kept.of(batch)), batch)
        found = total(loss(said, batch))
        optimizer.zero_grad()
        found.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_([p for _, p in heads], 1.0)
        optimizer.step()
        lost += float(found.detach())
        with torch.no_grad():
            for name, own in heads:
                averaged[name].lerp_(own, 1 - min(_MEAN, step / (step + 9)))
        if step % args.tell == 0:
            tell(step)
            lost = 0.0
            torch.save({"mean": mean.state_dict(), "step": step}, args.out / "state.pt")


def _reader(args: argparse.Namespace) -> Reader:
    reader = Reader(args.dropout)
    reader.load_state_dict(torch.load(args.run / "state.pt", weights_only=False, map_location="cpu")["mean"])
    reader.encoder.requires_grad_(False)
    return reader


if __name__ == "__main__":
    main()
