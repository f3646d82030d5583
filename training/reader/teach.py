"""Where teachers see cues in texts on which nothing is marked, so that a pupil can be asked about them too."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from batches import Store
from dev import spans
from losses import said
from tables import Tables, asked_cue

from model import Reader

_AT_ONCE = 64
_MOST = 16
"""Cues asked about per window: a window of speech after speech would fill the memory of a step."""


@torch.no_grad()
def with_cues(tables: Tables, number: int, readers: Sequence[Reader], device: str) -> Tables:
    """The tables with the cues that the teachers see in the windows of one set.

    Args:
        tables: of all sets.
        number: number of the set of texts without marks.
        readers: the teachers.
        device: where they are.

    Returns:
        The same tables, ``asked`` with a row for each cue found there; its parts are ``IGNORED``.
    """
    store = Store(tables, device)
    rows = np.flatnonzero(store.sets == number)
    made: dict[int, list[tuple[int, ...]]] = {}
    for start in range(0, len(rows), _AT_ONCE):
        chosen = rows[start : start + _AT_ONCE]
        batch = store.batch(chosen.tolist())
        with torch.autocast(device, torch.bfloat16, enabled=device == "cuda"):
            each = [said(reader, batch).tags for reader in readers]
        for manner, name in enumerate(("cues", "inner")):
            chances = torch.stack([torch.softmax(tags[name].float(), -1) for tags in each]).mean(0)
            chances[..., 0] *= 0.5  # a cue that is half as likely as none is worth asking about
            best = (chances.argmax(-1) * batch.words).cpu().numpy()
            for row, tags in zip(chosen.tolist(), best, strict=True):
                words = int(store.sizes[row, 1])
                found = sorted(spans(tags[:words]))[: _MOST // 2]
                made.setdefault(row, []).extend(asked_cue(first, last, words, manner) for first, last, _ in found)
    counts = np.diff(tables["asked_bounds"])
    old = np.split(tables["asked"], tables["asked_bounds"][1:-1])
    for row, cues in made.items():
        old[row], counts[row] = np.array(cues, dtype=np.int16).reshape(-1, tables["asked"].shape[1]), len(cues)
    bounds = np.concatenate(([0], np.cumsum(counts))).astype(np.int32)
    return tables | {"asked": np.concatenate(old), "asked_bounds": bounds}
