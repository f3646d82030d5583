"""Finds the kept words of a page again among its text nodes, so that every span leads back to the source."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator

from sayso.clean.markup import PageText
from sayso.clean.paragraphs import Paragraph, Run, merge

_WORD = re.compile(r"\S+")
_WHOLE = re.compile(r".+", re.S)
_PIECE = re.compile(r"(?<=^-)[^|]+|(?!^-)[^|]+", re.S)
SHORT = 6
"""A piece with fewer characters than this must lie close behind the one before to be believed."""
NEAR = 200
SEED = 24
"""Characters (white space not counted) that must agree before a run counts as found again."""
REACH = 6
"""Characters that may be passed over on either side before the next agreement is looked for."""

WIDEST_GAP = 2000
"""Source characters (tags) that one space of clean text may stand for."""


class Aligner:
    """Places texts in a page, one after the other, each preferably behind the one before.

    White space is not compared, as extraction folds it; everything else must agree character by character.
    """

    def __init__(self, page: PageText) -> None:
        """Index the characters of ``page`` that are not white space."""
        solid: list[str] = []
        self._starts, self._ends = array("l"), array("l")
        for seg in page.segments:
            exact = len(seg.text) == len(seg.source)
            for word in _WORD.finditer(page.text, seg.text.start, seg.text.end):
                solid.append(word.group())
                if exact:
                    first = seg.source.start + word.start() - seg.text.start
                    self._starts.extend(range(first, first + len(word.group())))
                    self._ends.extend(range(first + 1, first + len(word.group()) + 1))
                else:
                    self._starts.extend([seg.source.start] * len(word.group()))
                    self._ends.extend([seg.source.end] * len(word.group()))
        self._solid = "".join(solid)
        self._cursor = 0

    def place(self, text: str) -> Paragraph:
        """``text`` as a Paragraph whose segments lead to the source; empty segments when it is not located."""
        words = [(w.start(), w.group()) for w in _WORD.finditer(text)]
        solid = "".join(word for _, word in words)
        runs: list[Run] = []
        for start, found, length in self._runs(solid):
            at = 0
            for where, word in words:
                left, right = max(at, start), min(at + len(word), start + length)
                if left < right:
                    runs.extend(self._pieces(where + left - at, found + left - start, right - left))
                at += len(word)
        return Paragraph(text, merge(_bridge(text, runs)))

    def _pieces(self, where: int, found: int, length: int) -> Iterator[Run]:
        """One run for a word that is unbroken in the source, else one for each of its characters."""
        starts, ends = self._starts, self._ends
        begin, stop = starts[found], ends[found + length - 1]
        if stop - begin == length and starts[found + length - 1] == stop - 1:
            yield where, where + length, begin, stop
            return
        for i in range(length):
            yield where + i, where + i + 1, starts[found + i], ends[found + i]

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
        ahead = self._solid.find(words, self._cursor)
        return ahead if ahead >= 0 else self._solid.find(words)

    def _agree(self, solid: str, at: int, end: int, found: int) -> int:
        length, limit = SEED, min(end - at, len(self._solid) - found)
        while length < limit and solid[at + length] == self._solid[found + length]:
            length += 1
        return length


def _bridge(text: str, runs: list[Run]) -> Iterator[Run]:
    """Fill single spaces between located characters with the source between them."""
    last: Run | None = None
    for run in runs:
        if last and run[0] == last[1] + 1 and text[last[1]] == " " and last[3] < run[2] <= last[3] + WIDEST_GAP:
            yield last[1], run[0], last[3], run[2]
        yield run
        last = run
