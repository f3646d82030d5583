"""A run's state as two ONNX graphs with 8-bit weights, and the tokenizer beside them.

    python export.py --run runs/first --out ../../src/sayso/read/encoder/released --name encoder/2

``encode.onnx`` reads a window; ``ask.onnx`` is asked for the parts of one attribution. Weights are signed 8-bit numbers
of 7 bits' range per channel (without VNNI, the 16-bit sums of AVX2 would overflow with 8); activations are quantised as
they come.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from model import Reader, encoder_folder
from sayso.read.encoder import labels
from sayso.read.encoder.session import PER_WORD

_PER_WORD = ("states", *PER_WORD)


class Encode(nn.Module):
    """What ``encode.onnx`` computes."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, pieces: Tensor, mask: Tensor, cases: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        states = self.reader.states(pieces, mask, cases, firsts)
        # the mean of a sentence's scores is the score of its mean, so the heads of sentences too are given per word
        return states, *(getattr(self.reader, name)(states) for name in PER_WORD)


class Ask(nn.Module):
    """What ``ask.onnx`` computes."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, around: Tensor, mask: Tensor, places: Tensor, cue: Tensor, manner: Tensor) -> tuple[Tensor, ...]:
        self.reader.asked.forward = self.layers  # type: ignore[method-assign]
        parts, told = self.reader.ask(around, mask, places, cue, manner)
        return parts, *(told[name] for name in labels.TOLD)

    def layers(self, src: Tensor, src_key_padding_mask: Tensor) -> Tensor:
        """``reader.asked`` step by step: torch's own attention, traced, would keep the shapes of the example."""
        shut = src_key_padding_mask[:, None, None, :].float() * -1e9
        for layer in self.reader.asked.layers:
            src = src + _attend(layer.self_attn, layer.norm1(src), shut)
            src = src + layer.linear2(nn.functional.gelu(layer.linear1(layer.norm2(src))))
        return src


def _attend(attention: Any, states: Tensor, shut: Tensor) -> Tensor:
    heads, wide = attention.num_heads, attention.head_dim
    joined = nn.functional.linear(states, attention.in_proj_weight, attention.in_proj_bias)
    rows = states.shape[0]
    query, key, value = (part.reshape(rows, -1, heads, wide).transpose(1, 2) for part in joined.chunk(3, dim=-1))
    weights = torch.softmax(query @ key.transpose(2, 3) / wide**0.5 + shut, dim=-1)
    merged: Tensor = attention.out_proj((weights @ value).transpose(1, 2).reshape(rows, -1, heads * wide))
    return merged


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", default="encoder/0", help="name and version, written into every reading")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    reader = Reader()
    reader.load_state_dict(torch.load(args.run / "state.pt", weights_only=False)["mean"])
    reader.eval()
    torch.backends.mha.set_fastpath_enabled(False)  # the fast path of attention has no ONNX form
    _encode(reader, args.out)
    _ask(reader, args.out)
    (args.out / "name.txt").write_text(args.name + "\n")
    shutil.copy(encoder_folder() / "tokenizer.json", args.out / "tokenizer.json")
    sums = {
        p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(args.out.glob("*")) if p.suffix != ".txt"
    }
    (args.out / "digests.txt").write_text(json.dumps(sums, indent=1) + "\n")
    for path in sorted(args.out.iterdir()):
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")


def _encode(reader: Reader, out: Path) -> None:
    pieces = torch.randint(1000, 2000, (2, 12))
    mask, cases = torch.ones_like(pieces), torch.zeros_like(pieces)
    firsts = torch.arange(1, 9).repeat(2, 1)
    window, word = {0: "windows", 1: "pieces"}, {0: "windows", 1: "words"}
    axes = {"pieces": window, "mask": window, "cases": window, "firsts": word}
    axes |= dict.fromkeys(_PER_WORD, word)
    _write(Encode(reader), (pieces, mask, cases, firsts), out / "encode.onnx", list(_PER_WORD), axes)


def _ask(reader: Reader, out: Path) -> None:
    wide = reader.narrow.in_features
    around, cue = torch.randn(2, 30, wide), torch.randn(2, wide)
    mask, places = torch.ones(2, 30, dtype=torch.bool), torch.arange(-10, 20).repeat(2, 1)
    manner = torch.zeros(2, dtype=torch.long)
    cues, word = {0: "cues"}, {0: "cues", 1: "words"}
    axes = {
        "around": word,
        "mask": word,
        "places": word,
        "cue": cues,
        "manner": cues,
        "parts": word,
        **dict.fromkeys(labels.TOLD, cues),
    }
    _write(Ask(reader), (around, mask, places, cue, manner), out / "ask.onnx", ["parts", *labels.TOLD], axes)


def _write(
    module: nn.Module, inputs: tuple[Tensor, ...], path: Path, outputs: list[str], axes: dict[str, dict[int, str]]
) -> None:
    full = path.with_suffix(".full.onnx")
    names = [n for n in axes if n not in outputs]
    torch.onnx.export(
        module, inputs, str(full), input_names=names, output_names=outputs, dynamic_axes=axes, opset_version=17,
        dynamo=False,
    )  # fmt: skip
    quantize_dynamic(str(full), str(path), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    full.unlink()


if __name__ == "__main__":
    main()
