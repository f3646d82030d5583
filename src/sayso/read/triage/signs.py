"""The signs that the triage looks at: which words an article has, and which words of incidents the rules see in it."""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter
from collections.abc import Sequence

from sayso.read.incidents.triggers import Trigger
from sayso.taxonomy import load_taxonomy

BUCKETS = 1 << 14
"""Words fall into that many buckets by their hash; the weights hold no words (Weinberger et al. 2009)."""
FAMILIES = ("attack", "strike", "clash", "state_action", "unrest", "accident", "threat")
"""Families of the taxonomy."""
SIGNS = 5 + len(FAMILIES)
_OPENING = 4
_SHORTEST = 3
_WORD = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> dict[int, float]:
    """Bucket to weight of the words of ``text`` that have three letters or more; the squares of all weights sum to 1.

    A word that stands n times weighs 1 + log n, so that a long article is not its commonest word.
    """
    counted = Counter(word for word in _WORD.findall(text.lower()) if len(word) >= _SHORTEST)
    found: Counter[int] = Counter()
    for word, count in counted.items():
        found[zlib.crc32(word.encode()) % BUCKETS] += count
    heavy = {bucket: 1 + math.log(count) for bucket, count in found.items()}
    length = math.sqrt(sum(weight * weight for weight in heavy.values()))
    return {bucket: weight / length for bucket, weight in heavy.items()}


def signs_of(triggers: Sequence[Trigger]) -> tuple[float, ...]:
    """What the words of incidents in an article say, as ``SIGNS`` numbers.

    Args:
        triggers: those of the article (``find_triggers``).

    Returns:
        logarithms of 1 plus how many strong and how many weak ones there are; whether a strong one stands in the first
        four passages; whether there is a strong one, any one; and one of each of ``FAMILIES``.
    """
    family = load_taxonomy().family
    strong = [t for t in triggers if t.form != "weak"]
    families = {family(t.type) for t in strong}
    return (
        math.log1p(len(strong)),
        math.log1p(len(triggers) - len(strong)),
        float(any(t.passage < _OPENING for t in strong)),
        float(bool(strong)),
        float(bool(triggers)),
        *(float(name in families) for name in FAMILIES),
    )
