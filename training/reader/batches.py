"""Rows of the tables as batches of tensors, on the device that trains."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tables import LAYERS, ROUND, Tables, places
from torch import Tensor

from sayso.read.encoder import labels
from sayso.read.encoder.words import CASES

TOLD = tuple(labels.TOLD)
_AT = 7  # first column of what is told in a row of ``asked``
_CAPITALS, _SMALL = CASES.index("none"), CASES.index("lower")
_HIDDEN = (0.15, 0.10)


@dataclass(frozen=True, slots=True)
class Asked:
    """Cues of a batch.

    Attributes:
        window: row of the batch of each; ``cue`` its first and last (exclusive) word.
        around, mask, places: words around each cue, whether there is one, its distance from the cue.
        manner: place in ``labels.MANNERS``.
        tags: of ``PART_TAGS``, ``IGNORED`` where nothing is known.
        told: what is told of each as a whole.
        at: its row of the table.
    """

    window: Tensor
    cue: Tensor
    around: Tensor
    mask: Tensor
    places: Tensor
    manner: Tensor
    tags: Tensor
    told: dict[str, Tensor]
    at: Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side.

    Attributes:
        pieces, mask, cases: windows by pieces.
        firsts: windows by words, place of the first piece of each; ``words`` is True where there is a word.
        layers: tags of the words; ``shut`` True for name tags that the set of a window does not mark.
        asked: its cues.
        passages, happenings, mentions: rows (window, first word, last word, what is known).
        at: rows of the windows in the table; ``happened`` those of ``happenings``.
    """

    pieces: Tensor
    mask: Tensor
    cases: Tensor
    firsts: Tensor
    words: Tensor
    layers: dict[str, Tensor]
    shut: Tensor
    asked: Asked
    passages: Tensor
    happenings: Tensor
    mentions: Tensor
    at: Tensor
    happened: Tensor


class Store:
    """One part (train or dev) of the tables, on a device.

    Args:
        tables: the tables of all sets.
        device: "cpu" or "cuda".
    """

    def __init__(self, tables: Tables, device: str) -> None:
        self.device = device
        self.sets, self.sizes = tables["set"], tables["sizes"].astype(np.int64)
        flat = ("pieces", "cases", "firsts", "shut", *LAYERS, "asked", "passages", "happenings", "mentions")
        self.on = {name: torch.from_numpy(tables[name]).to(device) for name in flat}
        self.on["places"] = torch.from_numpy(places(tables["asked"]).astype(np.int16)).to(device)
        self.bounds = {name: tables[f"{name}_bounds"] for name in flat[-4:]}

    def batch(self, rows: Sequence[int]) -> Batch:
        """The windows with these numbers."""
        chosen = np.asarray(rows)
        at = self._sent(chosen)
        longest, most = (int(n) for n in self.sizes[chosen, :2].max(axis=0))
        sizes = self._sent(self.sizes[chosen])
        take = {name: self.on[name][at].long() for name in ("pieces", "cases", "firsts", *LAYERS)}
        words = torch.arange(most, device=self.device) < sizes[:, 1:2]
        (passages, _), (happenings, happened), (mentions, _) = (
            self._rows(name, chosen) for name in ("passages", "happenings", "mentions")
        )
        return Batch(
            take["pieces"][:, :longest], (torch.arange(longest, device=self.device) < sizes[:, :1]).long(),
            take["cases"][:, :longest], take["firsts"][:, :most], words,
            {name: take[name][:, :most] for name in LAYERS}, self.on["shut"][at].bool(), self._asked(chosen),
            passages, happenings, mentions, at, happened,
        )  # fmt: skip

    def _sent(self, numbers: np.ndarray) -> Tensor:  # type: ignore[type-arg]
        sent = torch.from_numpy(numbers.astype(np.int64))
        return sent.pin_memory().to(self.device, non_blocking=True) if self.device == "cuda" else sent

    def _rows(self, name: str, chosen: np.ndarray) -> tuple[Tensor, Tensor]:  # type: ignore[type-arg]
        """The rows of a table that belong to the windows, each with the window's place before it, and their numbers."""
        starts, ends = self.bounds[name][chosen], self.bounds[name][chosen + 1]
        windows = np.repeat(np.arange(len(chosen)), ends - starts)
        numbers = np.concatenate([np.arange(a, b) for a, b in zip(starts, ends, strict=True)] or [np.zeros(0, int)])
        at, window = self._sent(numbers), self._sent(windows)
        return torch.cat((window.unsqueeze(1), self.on[name][at].long()), 1), at

    def _asked(self, chosen: np.ndarray) -> Asked:  # type: ignore[type-arg]
        rows, at = self._rows("asked", chosen)
        window, rows = rows[:, 0], rows[:, 1:]
        begin, end = rows[:, 2:3], rows[:, 3:4]
        around = begin + torch.arange(ROUND, device=self.device)
        mask = around < end
        told = {name: rows[:, _AT + n] for n, name in enumerate(TOLD)}
        tags = rows[:, _AT + len(TOLD) :]
        return Asked(
            window, rows[:, :2], around.where(mask, torch.zeros_like(around)), mask, self.on["places"][at].long(),
            rows[:, 4], tags, told, at,
        )  # fmt: skip


def mixed(store: Store, weights: Mapping[int, float], windows: int, seed: int) -> Iterator[Batch]:
    """Endless batches of windows from all sets, each set in proportion to its weight.

    In a share of the windows the case of the words is hidden, as it is in texts in capitals or in small letters.

    Args:
        store: where the windows are.
        weights: by number of the set.
        windows: windows of a batch.
        seed: of the order.
    """
    order = np.random.default_rng(seed)
    present = [n for n in weights if (store.sets == n).any()]
    share = np.array([weights[n] for n in present])
    queues: dict[int, list[int]] = {n: [] for n in present}
    while True:
        rows: list[int] = []
        for number, count in zip(present, order.multinomial(windows, share / share.sum()), strict=True):
            while len(queues[number]) < count:
                queues[number].extend(order.permutation(np.flatnonzero(store.sets == number)).tolist())
            rows += [queues[number].pop(0) for _ in range(count)]
        batch = store.batch(rows)
        chance = torch.from_numpy(order.random(len(rows))).to(store.device).unsqueeze(1)
        batch.cases[(chance < _HIDDEN[0]).expand_as(batch.cases)] = _CAPITALS
        small = (chance >= _HIDDEN[0]) & (chance < sum(_HIDDEN)) & (batch.cases > 0)
        batch.cases[small] = _SMALL
        yield batch


def opened(path: Path, part: str) -> Tables:
    """The tables of one part of a file that ``tables.py`` wrote."""
    with np.load(path) as file:
        return {name.removeprefix(f"{part}/"): file[name] for name in file.files if name.startswith(f"{part}/")}
