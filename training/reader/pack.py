"""The untrained encoder in a file small enough to be carried to another machine.

    python pack.py --tables runs/tables.npz --out runs/encoder.npz
    python pack.py --tables runs/tables.npz --out runs/large.npz --large mpnet/all-mpnet-base-v2

Weights are rounded to 8 bits per row, the word pieces that no text of the tables has are left out. A run that begins
with this file (``train.py --encoder``) moves its layers away from the rounded weights; the word embeddings, which stay
as they are, are put back whole when the run is exported.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from large import Large, renamed
from safetensors.torch import load_file
from transformers import AutoConfig, AutoModel

from model import encoder_folder

_WORDS = ("embeddings.word_embeddings.weight", "embeddings.words.weight")
_FURTHER = 4  # see large.py
_SCALE = ".scale"


def packed(weights: dict[str, torch.Tensor], config: Path, used: np.ndarray) -> dict[str, np.ndarray]:  # type: ignore[type-arg]
    """An encoder with word embeddings for the pieces ``used``: tables, with a scale for each rounded one."""
    rows = {"used": used.astype(np.int32), "config": np.array(config.read_text())}
    for name, weight in weights.items():
        table = weight.float().numpy()
        table = table[used] if name in _WORDS else table
        if table.ndim < 2:
            rows[name] = table
            continue
        scale = np.abs(table).max(axis=1, keepdims=True) / 127 + 1e-12
        rows[name], rows[name + _SCALE] = np.rint(table / scale).astype(np.int8), scale.astype(np.float32)
    return rows


def unpacked(path: Path) -> Any:
    """The encoder of such a file."""
    with np.load(path) as file:
        rows = {name: file[name] for name in file.files}
    config = json.loads(str(rows.pop("config")))
    kind = config.pop("model_type")
    model = Large(config) if kind == "mpnet" else AutoModel.from_config(AutoConfig.for_model(kind, **config))
    state = model.state_dict()
    used = torch.from_numpy(rows.pop("used").astype(np.int64))
    for name in (name for name in rows if not name.endswith(_SCALE)):
        table = torch.from_numpy(rows[name].astype(np.float32) * rows.get(name + _SCALE, np.float32(1)))
        if name in _WORDS:
            state[name].zero_()
            state[name][used] = table
        else:
            state[name].copy_(table)
    model.load_state_dict(state)
    return model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tables", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--large", type=Path, help="folder of the larger encoder for teachers")
    args = parser.parse_args()
    with np.load(args.tables) as file:
        used = np.unique(np.concatenate([np.unique(file[f"{part}/pieces"]) for part in ("train", "dev")]))
    if args.large:
        weights = renamed(load_file(args.large / "model.safetensors"))
        marks = np.arange(_FURTHER, dtype=used.dtype)
        rows = packed(weights, args.large / "config.json", np.concatenate([marks, used + _FURTHER]))
    else:
        weights = AutoModel.from_pretrained(str(encoder_folder())).state_dict()
        rows = packed(weights, encoder_folder() / "config.json", used)
    np.savez_compressed(args.out, **rows)
    print(f"{args.out}: {args.out.stat().st_size / 1e6:.1f} MB, {len(used):,} word pieces")


if __name__ == "__main__":
    main()
