"""Finds the kept words of a page again among its text nodes, so that every span leads back to the source."""

from __future__ import annotations

import re
from bisect import bisect_right
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
        solid: list[str] = []
        at = 0
        self._at: list[int] = []  # where each unbroken piece begins among the solid characters
        self._piece: list[tuple[int, int, bool]] = []  # its source, and whether it was copied one to one
        text = page.text
        for left, right, start, end in page.runs:
            exact = right - left == end - start
            for word in _WORD.finditer(text, left, right):
                words = word.group()
                first = start + word.start() - left
                self._at.append(at)
                self._piece.append((first, first + len(words), True) if exact else (start, end, False))
                solid.append(words)
                at += len(words)
        self._solid = "".join(solid)
        self._cursor = 0
        self._left = LONGEST_SEARCH

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
        """Runs for ``length`` solid characters from ``found`` on, which stand at ``where`` in the text."""
        at, stop = found, found + length
        i = bisect_right(self._at, found) - 1
        while at < stop:
            start, end, exact = self._piece[i]
            after = min(stop, self._at[i + 1] if i + 1 < len(self._at) else len(self._solid))
            if exact:
                begin = start + at - self._at[i]
                yield where, where + after - at, begin, begin + after - at
            else:
                yield from ((where + k, where + k + 1, start, end) for k in range(after - at))
            where += after - at
            at = after
            i += 1

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


def _bridge(text: str, runs: list[Run]) -> Iterator[Run]:
    """Fill single spaces between located characters with the source between them."""
    last: Run | None = None
    for run in runs:
        if last and run[0] == last[1] + 1 and text[last[1]] == " " and last[3] < run[2] <= last[3] + WIDEST_GAP:
            yield last[1], run[0], last[3], run[2]
        yield run
        last = run
