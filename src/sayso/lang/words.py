"""Word lists as readable text: data files write them as lines of words, this makes sets of them."""

from __future__ import annotations


def words(*lines: str) -> frozenset[str]:
    """The white-space separated words of ``lines``, as written."""
    return frozenset(word for line in lines for word in line.split())


def phrases(*lines: str) -> frozenset[str]:
    """The phrases of ``lines``, separated by commas, with inner white space folded."""
    parts = (part for line in lines for part in line.split(","))
    return frozenset(" ".join(part.split()) for part in parts if part.strip())
