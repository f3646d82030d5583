"""A long text in windows that the encoder can take, each beginning with the end of the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.read.encoder.words import Words

PIECES = 320
"""Pieces per window without the two marks at its ends: most paragraphs whole, attention still cheap."""
CONTEXT = 64
"""Pieces repeated from the window before."""
_BREAK = re.compile(r"\n\s*\n|\n(?=[^a-z])")
_STOP = re.compile(r"[.!?][\"'”’)]*\s")


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``first`` to ``last`` (exclusive) are read; what is said of those before ``own`` is not used."""

    first: int
    own: int
    last: int


def windows(text: str, words: Words, most: int = PIECES, context: int = CONTEXT) -> Iterator[Window]:
    """Windows that cover every word once as its own, cut between paragraphs, else sentences, else words.

    Args:
        text: the text of the words.
        words: its words.
        most: pieces per window.
        context: pieces of the window before that are read again.
    """
    lengths = [len(p) for p in words.pieces]
    ends = _ends(text, words)
    start = 0
    while start < len(words):
        first, room = start, context
        while first > 0 and lengths[first - 1] <= room:
            first -= 1
            room -= lengths[first]
        last, room = start, most - sum(lengths[first:start])
        while last < len(words) and lengths[last] <= room:
            room -= lengths[last]
            last += 1
        if last < len(words):
            last = _cut(start, last, ends)
        yield Window(first, start, max(last, start + 1))
        start = max(last, start + 1)


def _ends(text: str, words: Words) -> dict[int, int]:
    """Word number to how good it is to begin a window with it: 2 a paragraph, 1 a sentence."""
    found: dict[int, int] = {}
    for number in range(1, len(words)):
        gap = text[words.ends[number - 1] : words.starts[number]]
        if not gap:
            continue
        if _BREAK.search(gap + text[words.starts[number]]):
            found[number] = 2
        elif _STOP.fullmatch(text[words.ends[number - 1] - 1 : words.starts[number]]):
            found[number] = 1
    return found


def _cut(start: int, last: int, ends: dict[int, int]) -> int:
    for good, least in ((2, 0.5), (1, 0.25)):
        for number in range(last, start + int((last - start) * least), -1):
            if ends.get(number, 0) >= good:
                return number
    return last
