"""What teachers say of the windows: asked once, before the pupil learns, with the case of all words in sight.

They also see cues in texts on which nothing is marked, so that a pupil can be asked about them too.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import torch
from batches import Batch, Store
from dev import spans
from losses import chances, said
from tables import Tables, asked_cue
from torch import Tensor

from model import Reader
from sayso.read.encoder import labels

_AT_ONCE = 64
_PER_WORD = 3  # dimensions of what is said of every word: windows or cues, words, tags
_MANNER = 4  # column of ``asked``
_TABLE = {"parts": "asked", "told": "asked", "happenings": "happenings"}
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


class Lessons:
    """The mean of the teachers' chances for every window of a store, kept beside it with 16 bits.

    Args:
        store: the windows.
        readers: the teachers.
    """

    def __init__(self, store: Store, readers: Sequence[Reader]) -> None:
        self.kept: dict[str, Tensor] = {}
        many = len(store.sets)
        for start in range(0, many, _AT_ONCE):
            batch = store.batch(range(start, min(many, start + _AT_ONCE)))
            self._keep(store, batch, self._mean(batch, readers))

    def remember(self, store: Store, reader: Reader, heads: Collection[str]) -> None:
        """Of these heads the run that the pupil begins with speaks alone (Li and Hoiem 2016): teachers that hardly
        learned a rare thing would have it forgotten. With "inner" go the parts asked for after that code book.

        Args:
            store: the same windows.
            reader: the run that the pupil begins with.
            heads: names of heads; "told" for all that is told of an attribution as a whole.
        """
        own = Lessons(store, [reader]).kept
        for name in self.kept:
            if name.split()[0] in heads:
                self.kept[name] = own[name]
        if "inner" in heads:
            rows = store.on["asked"][:, _MANNER] == labels.MANNERS.index("all levels")
            self.kept["parts"][rows] = own["parts"][rows]

    @staticmethod
    @torch.no_grad()
    def _mean(batch: Batch, readers: Sequence[Reader]) -> dict[str, Tensor]:
        with torch.autocast(batch.pieces.device.type, torch.bfloat16, enabled=batch.pieces.is_cuda):
            each = [chances(said(reader, batch)) for reader in readers]
        return {name: torch.stack([one[name] for one in each]).mean(0) for name in each[0]}

    def _keep(self, store: Store, batch: Batch, mean: dict[str, Tensor]) -> None:
        for name, found in mean.items():
            rows, table = _rows_of(name, batch), store.on[_TABLE.get(name.split()[0], "pieces")]
            if name not in self.kept:
                wide = (table.shape[1],) if found.dim() == _PER_WORD and name != "parts" else found.shape[1:-1]
                shape = (len(table), *wide, found.shape[-1])
                self.kept[name] = torch.zeros(shape, dtype=torch.float16, device=found.device)
            if found.dim() == _PER_WORD:
                self.kept[name][rows, : found.shape[1]] = found.half()
            else:
                self.kept[name][rows] = found.half()

    def of(self, batch: Batch) -> dict[str, Tensor]:
        """What they say of the windows of a batch, by head."""
        words = batch.words.shape[1]
        out = {}
        for name, table in self.kept.items():
            found = table[_rows_of(name, batch)].float()
            out[name] = found if name == "parts" or found.dim() < _PER_WORD else found[:, :words]
        return out


def _rows_of(name: str, batch: Batch) -> Tensor:
    if name == "happenings":
        return batch.happened
    return batch.asked.at if name.split()[0] in _TABLE else batch.at
