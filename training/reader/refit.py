"""The head of happenings learned again on the states of a finished run, which then stay as they are.

    python refit.py --run runs/pupil --tables runs/tables.npz --out runs/refitted

Teachers that hardly saw any happenings teach their pupil to see none. One linear layer on 800 windows mends that in
minutes on one processor (logistic regression that begins with the run's own weights and is held near them).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from batches import Store, opened
from losses import means
from torch import Tensor, nn

from data import IGNORED
from model import Reader

_WINDOWS, _AT_ONCE = 800, 32
_HELD = 1e-5  # how much a weight that moves costs


@torch.no_grad()
def learned_from(reader: Reader, store: Store, seed: int) -> tuple[Tensor, Tensor]:
    """Mean states of sentences of some windows, and what is marked of them (``IGNORED`` where nothing is known)."""
    rows = np.flatnonzero(np.diff(store.bounds["happenings"]))
    rows = np.random.default_rng(seed).permutation(rows)[:_WINDOWS]
    rows = rows[np.argsort(store.sizes[rows, 0])]
    states, marked = [], []
    for start in range(0, len(rows), _AT_ONCE):
        batch = store.batch(rows[start : start + _AT_ONCE])
        read = reader.states(batch.pieces, batch.mask, batch.cases, batch.firsts)
        states.append(means(read, batch.happenings))
        marked.append(batch.happenings[:, 3:])
    return torch.cat(states), torch.cat(marked)


def refit(head: nn.Linear, states: Tensor, marked: Tensor) -> float:
    """Moves the head's weights; returns what it still loses."""
    began = head.weight.detach().clone()
    known = (marked != IGNORED).float()
    optimizer = torch.optim.LBFGS(head.parameters(), max_iter=60, line_search_fn="strong_wolfe")

    def lost() -> Tensor:
        optimizer.zero_grad()
        each = nn.functional.binary_cross_entropy_with_logits(
            head(states), marked.clamp(min=0).float(), reduction="none"
        )
        made: Tensor = (each * known).sum() / known.sum() + _HELD * (head.weight - began).square().sum()
        made.backward()  # type: ignore[no-untyped-call]
        return made

    return float(optimizer.step(lost))  # type: ignore[arg-type]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--tables", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    reader = Reader()
    reader.load_state_dict(torch.load(args.run / "state.pt", weights_only=False, map_location="cpu")["mean"])
    reader.eval()
    states, marked = learned_from(reader, Store(opened(args.tables, "train"), "cpu"), args.seed)
    print(f"{len(states):,} sentences, loss {refit(reader.happenings, states, marked):.4f} before the last steps")
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save({"mean": reader.state_dict(), "step": 0}, args.out / "state.pt")


if __name__ == "__main__":
    main()
