"""What the heads say of a batch, and how wrong that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from batches import Batch
from torch import Tensor, nn

from data import IGNORED
from model import Reader
from sayso.read.encoder import labels

_LEARNED: Mapping[str, float] = {"passages": 0.5, "told": 0.2, "links": 0.3, "status": 0.3}
"""Weights of the lesser heads; 1 for the others."""


@dataclass(frozen=True, slots=True)
class Said:
    """All scores of a batch: tags by layer, then of sentences, of the words around cues, and of pairs of mentions."""

    tags: dict[str, Tensor]
    passages: Tensor
    happenings: Tensor
    parts: Tensor
    told: dict[str, Tensor]
    links: Tensor


def said(reader: Reader, batch: Batch) -> Said:
    """Runs every head on a batch."""
    states = reader.states(batch.pieces, batch.mask, batch.cases, batch.firsts)
    parts, told = _ask(reader, states, batch)
    return Said(
        reader.tags(states), reader.passages(means(states, batch.passages)),
        reader.happenings(means(states, batch.happenings)), parts, told, _links(reader, states, batch.mentions),
    )  # fmt: skip


def means(states: Tensor, rows: Tensor) -> Tensor:
    """Mean state of the words of each row (window, first, last, ...)."""
    summed = nn.functional.pad(states.float().cumsum(1), (0, 0, 1, 0))
    upto = [_at(summed, rows[:, 0], rows[:, column]) for column in (1, 2)]
    return (upto[1] - upto[0]) / (rows[:, 2:3] - rows[:, 1:2]).clamp(min=1)


def _at(states: Tensor, windows: Tensor, words: Tensor) -> Tensor:
    """The states of these words of these windows; taking rows of one long table is quicker to go back through."""
    numbers = windows * states.shape[1] + words
    return states.flatten(0, 1).index_select(0, numbers.flatten()).view(*numbers.shape, states.shape[-1])


def _ask(reader: Reader, states: Tensor, batch: Batch) -> tuple[Tensor, dict[str, Tensor]]:
    asked = batch.asked
    if not len(asked.window):
        nothing = states.new_zeros(0, asked.around.shape[1], len(labels.PART_TAGS))
        return nothing, {name: states.new_zeros(0, len(of)) for name, of in labels.TOLD.items()}
    around = _at(states, asked.window.unsqueeze(1), asked.around)
    cue = means(states, torch.cat((asked.window.unsqueeze(1), asked.cue), 1))
    return reader.ask(around, asked.mask, asked.places, cue, asked.manner)


def _links(reader: Reader, states: Tensor, mentions: Tensor) -> Tensor:
    """Scores of each mention (row) to name what an earlier one (column) names; the last column is "none of them"."""
    edges = [_at(states, mentions[:, 0], (mentions[:, n] - back).clamp(min=0)) for n, back in ((1, 0), (2, 1))]
    mean = (edges[0] + edges[1]) / 2
    scores = reader.later(mean) @ reader.earlier(mean).T / reader.later.out_features**0.5
    number = torch.arange(len(mentions), device=states.device)
    apart = mentions[:, :1] != mentions[:, 0]
    scores = scores.masked_fill(apart | (number >= number.unsqueeze(1)), -1e4)
    return torch.cat((scores, scores.new_zeros(len(mentions), 1)), 1)


def loss(scores: Said, batch: Batch) -> dict[str, Tensor]:
    """Losses against what is marked, by head; heads of which the batch says nothing are left out."""
    found: dict[str, Tensor] = {}
    for name, logits in scores.tags.items():
        if name == "names":
            logits = logits.masked_fill(batch.shut.unsqueeze(1), -1e4)
        found[name] = _cross(logits, batch.layers[name])
    found["passages"] = _cross(scores.passages, batch.passages[:, 3])
    found["happenings"] = _each(scores.happenings, batch.happenings[:, 3:])
    found["parts"] = _cross(scores.parts, batch.asked.tags)
    for name, logits in scores.told.items():
        found[f"told {name}"] = _cross(logits, batch.asked.told[name])
    found["links"] = _linked(scores.links, batch.mentions)
    return found


def total(found: Mapping[str, Tensor]) -> Tensor:
    """The losses as one."""
    return torch.stack([_LEARNED.get(name.split()[0], 1.0) * value for name, value in found.items()]).sum()


def _cross(logits: Tensor, gold: Tensor) -> Tensor:
    known = (gold != IGNORED).sum()
    summed = nn.functional.cross_entropy(
        logits.flatten(0, -2).float(), gold.flatten(), ignore_index=IGNORED, reduction="sum"
    )
    return summed / known.clamp(min=1)


def _each(logits: Tensor, gold: Tensor) -> Tensor:
    known = (gold != IGNORED).float()
    lost = nn.functional.binary_cross_entropy_with_logits(logits.float(), gold.clamp(min=0).float(), reduction="none")
    return (lost * known).sum() / known.sum().clamp(min=1)


def _linked(scores: Tensor, mentions: Tensor) -> Tensor:
    """Of every mention: minus the logarithm of the chance that falls on the earlier ones of the same thing, or on none
    (Lee et al. 2017)."""
    number = torch.arange(len(mentions), device=scores.device)
    same = (mentions[:, :1] == mentions[:, 0]) & (mentions[:, 3:4] == mentions[:, 3])
    same = same & (number < number.unsqueeze(1))
    right = torch.cat((same, ~same.any(1, keepdim=True)), 1)
    chances = torch.log_softmax(scores.float(), 1)
    return -torch.logsumexp(chances.masked_fill(~right, -1e4), 1).sum() / max(1, len(mentions))


def alike(own: Mapping[str, Tensor], taught: Mapping[str, Tensor], batch: Batch) -> Tensor:
    """How far a pupil is from the mean of its teachers: Kullback and Leibler's distance, over all heads (Hinton et al.
    2015, at temperature 1; a word of which a set says nothing counts too).

    Args:
        own: the pupil's scores (:func:`comparable`).
        taught: the chances that its teachers give, by head.
        batch: the batch.
    """
    parts = []
    for name, logits in own.items():
        mean = taught[name]
        if name == "happenings":
            lost = nn.functional.binary_cross_entropy_with_logits(logits.float(), mean, reduction="mean")
            parts.append(lost if len(logits) else logits.sum())
            continue
        lost = -(mean * torch.log_softmax(logits.float(), -1)).sum(-1)
        mask = batch.words if lost.shape == batch.words.shape else torch.ones_like(lost, dtype=torch.bool)
        if name == "parts":
            mask = batch.asked.mask
        parts.append(_LEARNED.get(name.split()[0], 1.0) * (lost * mask).sum() / mask.sum().clamp(min=1))
    return torch.stack(parts).sum()


def comparable(scores: Said) -> dict[str, Tensor]:
    """The scores of which teachers may speak, by head."""
    told = {f"told {name}": logits for name, logits in scores.told.items()}
    return {**scores.tags, "happenings": scores.happenings, "parts": scores.parts, **told}


def chances(scores: Said) -> dict[str, Tensor]:
    """:func:`comparable` as chances: of each tag, or of each happening by itself."""
    return {
        name: torch.sigmoid(logits.float()) if name == "happenings" else torch.softmax(logits.float(), -1)
        for name, logits in comparable(scores).items()
    }
