"""Trains the encoder and its heads on several sets together.

    python train.py --data ../../../shared/data --out runs/first --steps 6000
    python train.py --data ../../../shared/data --out runs/first --steps 6000   # again: goes on where it stopped

Each step takes a batch from one set, drawn in proportion to the weights below; the learning rate rises for the first
tenth and falls to zero on the last step. Every ``--keep`` steps the state is written, so that a run can be stopped.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from batches import Batch, batches
from torch import Tensor, nn

from data import IGNORED, SETS, UNLICENSED, Example, examples
from model import Reader, tokens

WEIGHTS = {"polnear": 5.0, "gum": 1.0, "worldwide": 2.5, "muc4": 3.0, "own": 0.8, "muc4-readings": 0.4}
PIECES = 1600
"""Pieces per batch."""


def main() -> None:
    args = _arguments()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = tokens()
    names = [n for n in args.sets.split(",") if not (args.licensed_only and n in UNLICENSED)]
    parts = {n: list(examples(SETS[n](args.data, "train", tokenizer))) for n in names}
    for name, found in parts.items():
        print(f"{name}: {len(found):,} windows", flush=True)
    reader = Reader()
    Run(reader, parts, args).go()


class Run:
    """One training run that can be stopped and taken up again."""

    def __init__(self, reader: Reader, parts: dict[str, list[Example]], args: argparse.Namespace) -> None:
        self.reader, self.args = reader, args
        self.streams = {n: _endless(found, args.pieces, args.seed) for n, found in parts.items()}
        slow = [p for p in reader.encoder.parameters() if p.requires_grad]
        quick = [p for n, p in reader.named_parameters() if not n.startswith("encoder.")]
        self.optimizer = torch.optim.AdamW(
            [{"params": slow, "lr": args.rate}, {"params": quick, "lr": 10 * args.rate}], weight_decay=0.01
        )
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)
        self.step = 0
        self.seen = 0
        self._take_up()

    def _rate(self, step: int) -> float:
        rise = max(1, self.args.steps // 10)
        return min(step / rise, max(0.0, (self.args.steps - step) / (self.args.steps - rise)))

    def _take_up(self) -> None:
        path = self.args.out / "state.pt"
        if not path.exists():
            return
        state = torch.load(path, weights_only=False)
        self.reader.load_state_dict(state["reader"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        self.step, self.seen = state["step"], state["seen"]
        print(f"goes on at step {self.step}", flush=True)

    def go(self) -> None:
        names = list(self.streams)
        order = random.Random(self.args.seed + self.step)
        began, sums = time.monotonic(), dict.fromkeys(names, (0.0, 0))
        self.reader.train()
        while self.step < self.args.steps:
            name = order.choices(names, [WEIGHTS[n] for n in names])[0]
            batch = next(self.streams[name])
            loss = losses(self.reader, batch)
            self.optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(self.reader.parameters(), 1.0)
            self.optimizer.step()
            self.schedule.step()
            self.step += 1
            self.seen += int(batch.mask.sum())
            total, count = sums[name]
            sums[name] = total + float(loss.detach()), count + 1
            if self.step % self.args.tell == 0:
                self._tell(sums, began)
                sums = dict.fromkeys(names, (0.0, 0))
            if self.step % self.args.keep == 0 or self.step == self.args.steps:
                self._keep()

    def _tell(self, sums: dict[str, tuple[float, int]], began: float) -> None:
        means = {n: round(total / count, 4) for n, (total, count) in sums.items() if count}
        row = {"step": self.step, "pieces": self.seen, "seconds": round(time.monotonic() - began), **means}
        with (self.args.out / "curve.jsonl").open("a") as out:
            out.write(json.dumps(row) + "\n")
        print(json.dumps(row), flush=True)

    def _keep(self) -> None:
        state: dict[str, Any] = {
            "reader": self.reader.state_dict(), "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(), "step": self.step, "seen": self.seen,
        }  # fmt: skip
        new = self.args.out / "state.new"
        torch.save(state, new)
        new.replace(self.args.out / "state.pt")  # a run killed while it writes keeps the state before


def losses(reader: Reader, batch: Batch) -> Tensor:
    """Sum of the mean losses of the layers that the batch has."""
    states = reader.states(batch.pieces, batch.mask, batch.cases, batch.firsts)
    total = states.new_zeros(())
    for name, logits in reader.tags(states).items():
        gold = batch.layers[name]
        if (gold == IGNORED).all():
            continue
        if name == "names":
            logits = logits.masked_fill(batch.shut.unsqueeze(1), -1e4)
        total = total + _loss(logits, gold)
    if (batch.passages.gold != IGNORED).any():
        told, _ = reader.sentences(states, batch.passages.weights)
        total = total + 0.5 * _loss(told, batch.passages.gold)
    known = batch.happenings.gold != IGNORED
    if known.any():
        _, told = reader.sentences(states, batch.happenings.weights)
        total = total + nn.functional.binary_cross_entropy_with_logits(told[known], batch.happenings.gold[known])
    if batch.asked is not None:
        total = total + _asked_loss(reader, states, batch)
    return total


def _asked_loss(reader: Reader, states: Tensor, batch: Batch) -> Tensor:
    asked = batch.asked
    assert asked is not None
    around = states[asked.window.unsqueeze(1), asked.around]
    within = torch.arange(states.shape[1]).unsqueeze(0)
    on_cue = (within >= asked.cue[:, :1]) & (within < asked.cue[:, 1:])
    weights = on_cue.float() / on_cue.sum(1, keepdim=True).clamp(min=1)
    cue = torch.einsum("cw,cwh->ch", weights, states[asked.window])
    parts, told = reader.ask(around, asked.mask, asked.places, cue)
    total = _loss(parts, asked.tags)
    for name, logits in told.items():
        if (asked.told[name] != IGNORED).any():
            total = total + 0.2 * _loss(logits, asked.told[name])
    return total


def _loss(logits: Tensor, gold: Tensor) -> Tensor:
    return nn.functional.cross_entropy(logits.flatten(0, -2), gold.flatten(), ignore_index=IGNORED)


def _endless(found: Sequence[Example], pieces: int, seed: int) -> Iterator[Batch]:
    turn = 0
    while True:
        yield from batches(found, pieces, seed * 1000 + turn)
        turn += 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled sets")
    parser.add_argument("--out", type=Path, required=True, help="folder of the run: its state and its curve")
    parser.add_argument("--sets", default=",".join(WEIGHTS), help="sets to learn from")
    parser.add_argument("--licensed-only", action="store_true", help="leave out sets that state no licence")
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--pieces", type=int, default=PIECES, help="word pieces per step")
    parser.add_argument("--rate", type=float, default=1e-4, help="highest learning rate of the encoder; heads 10 times")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tell", type=int, default=50, help="steps between lines of the curve")
    parser.add_argument("--keep", type=int, default=250, help="steps between kept states")
    return parser.parse_args()


if __name__ == "__main__":
    main()
