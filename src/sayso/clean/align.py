"""Finds the kept words of a page again among its text nodes, so that every span leads back to the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from sayso.clean.markup import PageText
from sayso.clean.paragraphs import Paragraph
from sayso.model import Segment, Span

Places = NDArray[np.int64]

_SPACES = np.array([chr(code).isspace() for code in range(0x3002)])
"""Whether a character is white space, by its number; from the last one on none is."""
_WHOLE = re.compile(r".+", re.S)
_PIECE = re.compile(r"(?<=^-)[^|]+|(?!^-)[^|]+", re.S)
SHORT = 6
"""A piece with fewer characters than this must lie close behind the one before to be believed."""
NEAR = 200
SEED = 24
"""Characters (white space not counted) that must agree before a run counts as found again."""
REACH = 6
"""Characters that may be passed over on either side before the next agreement is looked for."""
LONGEST_SEARCH = 300_000_000
"""Characters of a page that are passed in all while its kept words are looked for; an article takes some millions.

Words that a page does not hold cost its whole length each; what is not found by then leads nowhere, which is no error.
"""

WIDEST_GAP = 2000
"""Source characters (tags) that one space of clean text may stand for."""


class Aligner:
    """Places texts in a page, one after the other, each preferably behind the one before.

    White space is not compared, as extraction folds it; everything else must agree character by character.
    """

    def __init__(self, page: PageText) -> None:
        """Index the characters of ``page`` that are not white space."""
        self._solid = "".join(page.text.split())
        self._start, self._end = _sources(page)
        self._cursor = 0
        self._left = LONGEST_SEARCH

    def place(self, text: str) -> Paragraph:
        """``text`` as a Paragraph whose segments lead to the source; empty segments when it is not located."""
        solid = "".join(text.split())
        found = list(self._runs(solid))
        if not found:
            return Paragraph(text)
        at, page = (
            np.concatenate([np.arange(run[k], run[k] + run[2]) for run in found]) if len(found) > 1
            else np.arange(found[0][k], found[0][k] + found[0][2])
            for k in (0, 1)
        )  # fmt: skip
        return Paragraph(text, _segments(_solid_places(text)[at], self._start[page], self._end[page]))

    def _runs(self, solid: str) -> Iterator[tuple[int, int, int]]:
        """Agreeing runs as (offset in ``solid``, offset in the page, length), ordered.

        The whole text is looked for first, then its pieces between the marks that extraction adds to lists and
        tables, then any stretch of ``SEED`` characters and what follows it.
        """
        for piece in (_WHOLE if self._find(solid) >= 0 else _PIECE).finditer(solid):
            found = self._find(piece.group())
            if found >= 0 and (piece.end() - piece.start() >= SHORT or 0 <= found - self._cursor <= NEAR):
                self._cursor = found + len(piece.group())
                yield piece.start(), found, len(piece.group())
            else:
                yield from self._seeded(solid, piece.start(), piece.end())

    def _seeded(self, solid: str, at: int, end: int) -> Iterator[tuple[int, int, int]]:
        while end - at >= SEED:
            found = self._find(solid[at : at + SEED])
            if found < 0:
                at += REACH
                continue
            length = self._agree(solid, at, end, found)
            yield at, found, length
            at += length
            self._cursor = found + length

    def _find(self, words: str) -> int:
        """Where ``words`` stand behind the cursor, else anywhere; -1 when nowhere, or when the search took too long."""
        if self._left <= 0:
            return -1
        found = self._solid.find(words, self._cursor)
        self._left -= (len(self._solid) if found < 0 else found) - self._cursor
        if found < 0:
            end = self._cursor + len(words) - 1
            found = self._solid.find(words, 0, end)
            self._left -= end if found < 0 else found
        return found

    def _agree(self, solid: str, at: int, end: int, found: int) -> int:
        length, limit = SEED, min(end - at, len(self._solid) - found)
        while length < limit and solid[at + length] == self._solid[found + length]:
            length += 1
        return length


def _solid_places(text: str) -> Places:
    """Where the characters of ``text`` stand that are not white space."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.flatnonzero(~_SPACES[np.minimum(codes, len(_SPACES) - 1)])


def _sources(page: PageText) -> tuple[Places, Places]:
    """Start and end in the source of each character of ``page`` that is not white space."""
    runs = np.fromiter(chain.from_iterable(page.runs), np.int64, 4 * len(page.runs)).reshape(-1, 4)
    left, right, start, end = runs.T
    exact = right - left == end - start
    places = _solid_places(page.text)
    run = np.searchsorted(left, places, "right") - 1
    first = np.where(exact[run], start[run] + places - left[run], start[run])
    return first, np.where(exact[run], first + 1, end[run])


def _segments(at: Places, start: Places, end: Places) -> tuple[Segment, ...]:
    """Segments of characters at ``at`` that stand on ``start`` to ``end`` of the source.

    Single spaces between them are filled with the source between; neighbours that were copied one to one are one.
    """
    gap = start[1:] - end[:-1]
    space = np.flatnonzero((at[1:] - at[:-1] == 2) & (gap > 0) & (gap <= WIDEST_GAP))
    if len(space):
        filled = at[space] + 1, end[space], start[space + 1]
        at, start, end = (np.insert(a, space + 1, b) for a, b in zip((at, start, end), filled, strict=True))
    exact = end - start == 1
    joined = (at[1:] - at[:-1] == 1) & (start[1:] == end[:-1]) & exact[1:] & exact[:-1]
    first = np.concatenate([[0], np.flatnonzero(~joined) + 1])
    last = np.concatenate([first[1:], [len(at)]]) - 1
    rows = zip(at[first].tolist(), (at[last] + 1).tolist(), start[first].tolist(), end[last].tolist(), strict=True)
    return tuple(Segment(Span(a, b), Span(c, d)) for a, b, c, d in rows)
