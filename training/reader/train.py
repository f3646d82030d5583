"""Trains the encoder and its heads on several sets together, on processors or on one GPU.

    python train.py --tables runs/tables.npz --out runs/first --steps 4000
    python train.py --tables runs/tables.npz --out runs/first --steps 4000   # again: goes on where it stopped
    python train.py --tables runs/tables.npz --out runs/pupil --steps 4000 --teachers runs/first,runs/second

Each step takes windows of all sets, in proportion to the weights below; the learning rate rises for the first
steps and falls to zero on the last. What is kept is the running mean of the weights. With teachers, a pupil
learns what is marked and what the mean of its teachers says of every word, also of texts on which nothing is marked.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Any

import torch
from adapt import adapt
from batches import Store, mixed, opened
from dev import score
from large import Large
from losses import alike, comparable, loss, said, total
from pack import unpacked
from tables import UNLABELLED
from teach import Lessons, with_cues
from torch import nn

from data import SETS
from model import Reader

WEIGHTS = {"polnear": 5.0, "gum": 1.0, "worldwide": 2.5, "muc4": 3.0, "own": 0.5, "muc4-readings": 0.3}
_MEAN = 0.995
_WIDER = 384  # width of the part that is asked for each cue, with the larger encoder
_RISE = 50  # steps in which the learning rate rises


def main() -> None:
    args = _arguments()
    torch.manual_seed(args.seed)
    if args.threads:
        torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    Run(args).go()


class Run:
    """One training run that can be stopped and taken up again."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.args, self.began, self.step = args, time.monotonic(), 0
        order = [*SETS, UNLABELLED]
        tables = opened(args.tables, "train")
        self.dev = Store(opened(args.tables, "dev"), args.device)
        teachers = [self._taught(Path(p)) for p in args.teachers.split(",") if p]
        if teachers:
            print("teachers", json.dumps(score(teachers, self.dev)), flush=True)
            tables = with_cues(tables, order.index(UNLABELLED), teachers, args.device)
        self.store = Store(tables, args.device)
        self.lessons = Lessons(self.store, teachers) if teachers else None
        if self.lessons and args.remember:
            began = _reader(args.encoder, args)
            began.load_state_dict(torch.load(args.begin / "state.pt", weights_only=False)["mean"])
            self.lessons.remember(self.store, began.eval(), args.remember.split(","))
        if teachers:
            print("asked", round(time.monotonic() - self.began, 1), flush=True)
        del teachers
        self.reader, self.mean = self._fresh(), self._fresh()
        if args.adapt and not (args.out / "state.pt").exists():
            lost = adapt(self.reader, self.store, args.adapt, args.windows, 2 * args.rate, args.seed)
            print(args.out.name, "hidden pieces", lost, flush=True)
        if args.begin:
            state = torch.load(args.begin / "state.pt", weights_only=False, map_location=args.device)["mean"]
            self.reader.load_state_dict(state)
        self.mean.load_state_dict(self.reader.state_dict())
        weights = WEIGHTS | ({UNLABELLED: args.unmarked} if self.lessons else {})
        left_out = {n for n in args.leave_out.split(",") if n}
        self.weights = {order.index(name): weight for name, weight in weights.items() if name not in left_out}
        slow = [p for p in self.reader.encoder.parameters() if p.requires_grad]
        quick = [p for n, p in self.reader.named_parameters() if not n.startswith("encoder.")]
        self.optimizer = torch.optim.AdamW(
            [{"params": slow, "lr": args.rate}, {"params": quick, "lr": args.quick * args.rate}],
            weight_decay=0.01, fused=args.device == "cuda",
        )  # fmt: skip
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)
        self._take_up()

    def _fresh(self) -> Reader:
        return _reader(self.args.encoder, self.args)

    def _taught(self, folder: Path) -> Reader:
        reader = _reader(self.args.large or self.args.encoder, self.args)
        state = torch.load(folder / "state.pt", weights_only=False, map_location=self.args.device)
        reader.load_state_dict(state["mean"])
        return reader.eval()

    def _done(self) -> float:
        """Share of the run that is behind: of its steps, or of its seconds if these are over sooner."""
        return max(self.step / self.args.steps, (time.monotonic() - self.began) / self.args.seconds)

    def _rate(self, step: int) -> float:
        done = self._done() if step else 0.0
        return float(min(1.0, step / _RISE, max(0.0, (1 - done) / 0.9)))

    def _take_up(self) -> None:
        path = self.args.out / "state.pt"
        if not path.exists():
            return
        state = torch.load(path, weights_only=False, map_location=self.args.device)
        for part in ("reader", "mean", "optimizer", "schedule"):
            getattr(self, part).load_state_dict(state[part])
        self.step = state["step"]
        print(f"goes on at step {self.step}", flush=True)

    def go(self) -> None:
        args = self.args
        batches = mixed(self.store, self.weights, args.windows, args.seed * 1_000_003 + self.step)
        sums: dict[str, torch.Tensor] = {}
        self.reader.train()
        while self._done() < 1:
            found = self._learn(next(batches))
            for name, value in found.items():
                sums[name] = sums.get(name, value.new_zeros(())) + value.detach()
            self.step += 1
            since = self.step % args.tell or args.tell
            over = self._done() >= 1
            if since == args.tell or over:
                self._tell({n: round(float(v) / since, 4) for n, v in sums.items()})
                sums = {}
            if self.step % args.keep == 0 or over:
                self._keep()

    def _learn(self, batch: Any) -> dict[str, torch.Tensor]:
        with torch.autocast(self.args.device, torch.bfloat16, enabled=self.args.device == "cuda"):
            scores = said(self.reader, batch)
        found = loss(scores, batch)
        lost = total(found)
        if self.lessons:
            found["teachers"] = alike(comparable(scores), self.lessons.of(batch), batch)
            lost = (1 - self.args.trust) * lost + self.args.trust * found["teachers"]
        self.optimizer.zero_grad()
        lost.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.reader.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        decay = min(_MEAN, (self.step + 1) / (self.step + 10))
        with torch.no_grad():
            torch._foreach_lerp_(list(self.mean.parameters()), list(self.reader.parameters()), 1 - decay)
        return found

    def _tell(self, means: dict[str, float]) -> None:
        row: dict[str, Any] = {"step": self.step, "seconds": round(time.monotonic() - self.began, 1), **means}
        row |= {f"dev {name}": value for name, value in score([self.mean], self.dev).items()}
        with (self.args.out / "curve.jsonl").open("a") as out:
            out.write(json.dumps(row) + "\n")
        print(self.args.out.name, json.dumps(row), flush=True)

    def _keep(self) -> None:
        parts = ("reader", "mean", "optimizer", "schedule")
        state: dict[str, Any] = {part: getattr(self, part).state_dict() for part in parts} | {"step": self.step}
        new = self.args.out / "state.new"
        torch.save(state, new)
        new.replace(self.args.out / "state.pt")  # a run killed while it writes keeps the state before


def _reader(file: Path | None, args: argparse.Namespace) -> Reader:
    """A reader on the encoder of a file; on a larger one, what is asked for each cue is twice as wide."""
    encoder = unpacked(file) if file else None
    larger = {"narrow": _WIDER} if isinstance(encoder, Large) else {}
    return Reader(args.dropout, encoder, **larger).to(args.device)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tables", type=Path, required=True, help="file that tables.py wrote")
    parser.add_argument("--out", type=Path, required=True, help="folder of the run: its state and its curve")
    parser.add_argument("--encoder", type=Path, help="file that pack.py wrote, where the encoder's package is missing")
    parser.add_argument("--begin", type=Path, help="folder of a run whose weights this one begins with")
    parser.add_argument("--adapt", type=int, default=0, help="steps in which the encoder guesses hidden pieces first")
    parser.add_argument("--steps", type=int, default=4000)
    parser.add_argument("--seconds", type=float, default=1e9, help="end sooner, after so many seconds")
    parser.add_argument("--windows", type=int, default=48, help="windows per step, about 270 pieces each")
    parser.add_argument("--rate", type=float, default=2e-4, help="highest learning rate of the encoder")
    parser.add_argument("--quick", type=float, default=5.0, help="how many times that of the heads is")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--teachers", default="", help="folders of runs to learn from, with commas")
    parser.add_argument("--large", type=Path, help="file of the teachers' larger encoder, where they have another")
    parser.add_argument("--unmarked", type=float, default=5.0, help="weight of texts without marks, with teachers")
    parser.add_argument("--remember", default="", help="heads of which --begin speaks, not the teachers; with commas")
    parser.add_argument("--leave-out", default="", help="sets of the tables that are not trained on, with commas")
    parser.add_argument("--trust", type=float, default=0.7, help="share of the teachers in what is learned")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--threads", type=int, default=0, help="processor threads; 0 for all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tell", type=int, default=500, help="steps between lines of the curve")
    parser.add_argument("--keep", type=int, default=1000, help="steps between kept states")
    return parser.parse_args()


if __name__ == "__main__":
    main()
