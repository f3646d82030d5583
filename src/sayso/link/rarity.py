"""How rare a word is, from a fixed background: the same two documents are as alike tomorrow as today."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from sayso.link.clues import Keys

Floats = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True, eq=False)
class Rarity:
    """In how many of ``documents`` background documents a word stands, by its key.

    Attributes:
        keys: keys in rising order; ``weights`` their inverse document frequency log((1 + N) / (1 + df)).
        unseen: weight of every other word.
    """

    documents: int
    keys: Keys
    weights: Floats
    unseen: float

    def of(self, keys: Keys) -> Floats:
        """Weights of words by their keys (Spärck Jones 1972)."""
        if not len(self.keys):
            return np.full(len(keys), self.unseen)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        found: Floats = np.where(self.keys[at] == keys, self.weights[at], self.unseen)
        return found


def rarity_from(documents: int, keys: Keys, spread: Floats) -> Rarity:
    """A Rarity from document frequencies; words that were seen too seldom to be listed count as seen once."""
    return Rarity(documents, keys, np.log((1 + documents) / (1 + spread)), float(np.log((1 + documents) / 2)))


@cache
def background() -> Rarity:
    """The background that ships with Sayso: hashed words only, see training/linking/README.md."""
    plain = json.loads((files("sayso.link") / "data" / "rarity.json").read_text(encoding="utf-8"))
    keys = np.frombuffer(base64.b64decode(plain["keys"]), dtype="<u4")
    spread = np.frombuffer(base64.b64decode(plain["spread"]), dtype="<u2").astype(np.float64)
    return rarity_from(int(plain["documents"]), keys, spread)
