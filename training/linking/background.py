"""Counts in how many background documents each word stands and writes the hashed counts that ship with Sayso.

usage: python -m training.linking.background DATA [--out src/sayso/link/data/rarity.json]
"""

from __future__ import annotations

import argparse
import base64
import json
from collections import Counter
from pathlib import Path

import numpy as np

from sayso.link.clues import keys_of
from training.linking.material import BACKGROUND, lines

LEAST = 3
"""Documents that a word must stand in to be listed; rarer words all count as seen once."""


def count(data: Path) -> tuple[int, Counter[int]]:
    """Number of documents, and key of each word and name to the number of documents it stands in."""
    spread: Counter[int] = Counter()
    documents = 0
    for name in BACKGROUND:
        for line in lines(data / name):
            text = "\n".join(part for part in (line.get("title"), line["text"]) if part)
            # telexes are in capitals throughout: as such every word would be a name
            spread.update(keys_of(text.lower() if text.isupper() or name.startswith("muc4") else text))
            documents += 1
    return documents, spread


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/sayso/link/data/rarity.json"))
    asked = parser.parse_args()
    documents, spread = count(asked.data)
    listed = sorted(k for k, n in spread.items() if n >= LEAST)
    plain = {
        "made_by": "python -m training.linking.background",
        "documents": documents,
        "keys": base64.b64encode(np.array(listed, dtype="<u4").tobytes()).decode(),
        "spread": base64.b64encode(np.array([min(spread[k], 65535) for k in listed], dtype="<u2").tobytes()).decode(),
    }
    asked.out.write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")
    print(f"{documents} documents, {len(spread)} words, {len(listed)} listed")


if __name__ == "__main__":
    main()
