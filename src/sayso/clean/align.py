"""Finds the kept words of a page again among its text nodes, so that every span leads back to the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from sayso.clean.markup import PageText
from sayso.clean.paragraphs import Paragraph
from sayso.model import Segment, Span

Places = NDArray[np.int64]
_APART = "\n\n"
"""Between two texts: more than the one space that is filled."""

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
        return self.place_all([text])[0]

    def place_all(self, texts: Sequence[str]) -> list[Paragraph]:
        """Each of ``texts`` as a Paragraph, as ``place`` does one after the other; white space in them is folded."""
        found: list[tuple[int, int, int]] = []
        before = 0
        for text in texts:
            solid = "".join(text.split())
            found.extend((before + at, page, size) for at, page, size in self._runs(solid))
            before += len(solid)
        if not found:
            return [Paragraph(text) for text in texts]
        at, page, size = np.array(found).T
        within = np.arange(size.sum()) - np.repeat(np.cumsum(size) - size, size)
        places = _solid_places(_APART.join(texts))[np.repeat(at, size) + within]
        page = np.repeat(page, size) + within
        return _parted(texts, _segments(places, self._start[page], self._end[page]))

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


def _segments(at: Places, start: Places, end: Places) -> Places:
    """Segments of characters at ``at`` that stand on ``start`` to ``end`` of the source: four numbers a row.

    Single spaces between them are filled with the source between; neighbours that were copied one to one are one.
    """
    gap = start[1:] - end[:-1]
    space = np.flatnonzero((at[1:] - at[:-1] == 2) & (gap > 0) & (gap <= WIDEST_GAP))
    table = np.empty((3, len(at) + len(space)), np.int64)
    filled = space + np.arange(len(space)) + 1
    others = np.ones(table.shape[1], bool)
    others[filled] = False
    table[:, others] = at, start, end
    table[:, filled] = at[space] + 1, end[space], start[space + 1]
    at, start, end = table
    exact = end - start == 1
    joined = (at[1:] - at[:-1] == 1) & (start[1:] == end[:-1]) & exact[1:] & exact[:-1]
    first = np.concatenate([[0], np.flatnonzero(~joined) + 1])
    last = np.concatenate([first[1:], [len(at)]]) - 1
    return np.column_stack([at[first], at[last] + 1, start[first], end[last]])


def _parted(texts: Sequence[str], segments: Places) -> list[Paragraph]:
    """``texts`` as paragraphs with their ``segments``, which count characters in all of them, set apart."""
    begins = np.cumsum([0, *(len(text) + len(_APART) for text in texts)])
    first = np.searchsorted(segments[:, 0], begins).tolist()
    rows = segments.tolist()
    return [
        Paragraph(text, tuple(Segment(Span(a - begin, b - begin), Span(c, d)) for a, b, c, d in rows[left:right]))
        for text, begin, left, right in zip(texts, begins.tolist(), first, first[1:], strict=False)
    ]
