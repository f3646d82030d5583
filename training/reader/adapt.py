"""Lets the encoder read the texts of the tables before any head learns: it guesses hidden pieces (Devlin et al. 2019;
Gururangan et al. 2020 show what that gives for texts of one's own field)."""

from __future__ import annotations

import numpy as np
import torch
from batches import Store
from torch import Tensor, nn

from model import Reader

_MASK = 103  # [MASK] of the uncased BERT vocabulary
_HIDDEN, _RANDOM, _KEPT = 0.15, 0.1, 0.1
_LOWEST = 1000  # pieces below are marks of the vocabulary


def adapt(reader: Reader, store: Store, steps: int, windows: int, rate: float, seed: int) -> list[float]:
    """Trains the layers of the encoder; the word embeddings stay.

    Args:
        reader: changed in place.
        store: whose windows are read.
        steps: how many batches.
        windows: windows of a batch.
        rate: highest learning rate.
        seed: of the order.

    Returns:
        Mean loss of every tenth of the steps.
    """
    order = np.random.default_rng(seed)
    wide = reader.encoder.config.hidden_size
    head = nn.Sequential(nn.Linear(wide, wide), nn.GELU(), nn.LayerNorm(wide)).to(store.device)
    bias = nn.Parameter(torch.zeros(reader.encoder.config.vocab_size, device=store.device))
    learned = [*(p for p in reader.encoder.parameters() if p.requires_grad), *head.parameters(), bias]
    optimizer = torch.optim.AdamW([*learned, reader.case.weight], lr=rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min(n / max(1, steps // 10), max(0.0, (steps - n) / (0.9 * steps)))
    )
    lost: list[Tensor] = []
    reader.train()
    for _ in range(steps):
        batch = store.batch(order.choice(len(store.sets), windows, replace=False).tolist())
        given, hidden = _hidden(batch.pieces, batch.mask)
        with torch.autocast(store.device, torch.bfloat16, enabled=store.device == "cuda"):
            states = head(reader.hidden(given, batch.mask, batch.cases)[hidden])
            scores = states @ reader.encoder.embeddings.word_embeddings.weight.T + bias
        loss = nn.functional.cross_entropy(scores.float(), batch.pieces[hidden])
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(learned, 1.0)
        optimizer.step()
        schedule.step()
        lost.append(loss.detach())
    tenth = max(1, steps // 10)
    return [round(float(torch.stack(lost[at : at + tenth]).mean()), 3) for at in range(0, steps, tenth)]


def _hidden(pieces: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
    chance = torch.rand(pieces.shape, device=pieces.device)
    hidden = (chance < _HIDDEN) & (mask > 0) & (pieces >= _LOWEST)
    within = torch.rand(pieces.shape, device=pieces.device)
    random = torch.randint_like(pieces, _LOWEST, 30000)
    given = pieces.masked_fill(hidden & (within >= _RANDOM + _KEPT), _MASK)
    return given.where(~(hidden & (within < _RANDOM)), random), hidden
