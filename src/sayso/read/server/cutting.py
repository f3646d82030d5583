"""Cuts a document into parts that fit a small model, with some sentences in two parts."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Passage

SIZE = 4_000
"""Characters of a part: about 1,000 tokens, which with the task and the answer fits a context of 4,096, the least that
local servers start with."""
OVERLAP = 2
"""Sentences that a part repeats from the one before, so that a statement over an edge stands whole in one of them."""
MOST = 24
"""Parts of one document; the rest of a longer text is read by rules alone."""


def cut(passages: Sequence[Passage], size: int = SIZE, overlap: int = OVERLAP) -> list[tuple[Passage, ...]]:
    """The passages in order, in parts of at most ``size`` characters; a passage longer than that is left out."""
    parts: list[tuple[Passage, ...]] = []
    part: list[Passage] = []
    for passage in passages:
        if len(passage.span) > size:
            continue
        if part and passage.span.end - part[0].span.start > size:
            parts.append(tuple(part))
            part = [p for p in part[-overlap:] if passage.span.end - p.span.start <= size] if overlap else []
        part.append(passage)
    return [*parts, tuple(part)] if part else parts
