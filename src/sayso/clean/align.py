"""Finds the kept words of a page again among its text nodes, so that every span leads back to the source."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator

from sayso.clean.markup import PageText
from sayso.clean.paragraphs import Paragraph, merge
from sayso.model import Segment, Span

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
        self._segments = page.segments
        self._starts = [s.text.start for s in page.segments]
        kept = [i for i, c in enumerate(page.text) if not c.isspace()]
        self._where = kept
        self._solid = "".join(page.text[i] for i in kept)
        self._cursor = 0

    def place(self, text: str) -> Paragraph:
        """``text`` as a Paragraph whose segments lead to the source; empty segments when it is not located."""
        where = [i for i, c in enumerate(text) if not c.isspace()]
        solid = "".join(text[i] for i in where)
        pairs: list[Segment] = []
        for start, found, length in self._runs(solid):
            pairs.extend(self._segments_of(where[start : start + length], self._where[found : found + length]))
        return Paragraph(text, merge(list(_bridge(text, pairs))))

    def _runs(self, solid: str) -> Iterator[tuple[int, int, int]]:
        """Agreeing runs as (offset in ``solid``, offset in the page, length), ordered."""
        found = self._find(solid, self._cursor)
        if found >= 0:
            self._cursor = found + len(solid)
            yield 0, found, len(solid)
            return
        at, cursor = 0, self._cursor
        while at < len(solid):
            seed = solid[at : at + SEED]
            found = self._find(seed, cursor)
            if found < 0:
                at += REACH
                continue
            length = self._agree(solid, at, found)
            yield at, found, length
            at, cursor = at + length, found + length
            self._cursor = cursor

    def _find(self, words: str, cursor: int) -> int:
        ahead = self._solid.find(words, cursor)
        return ahead if ahead >= 0 else self._solid.find(words)

    def _agree(self, solid: str, at: int, found: int) -> int:
        length = 0
        limit = min(len(solid) - at, len(self._solid) - found)
        while length < limit and solid[at + length] == self._solid[found + length]:
            length += 1
        return length

    def _segments_of(self, ours: list[int], theirs: list[int]) -> Iterable[Segment]:
        for a, b in zip(ours, theirs, strict=True):
            seg = self._segments[bisect.bisect_right(self._starts, b) - 1]
            if len(seg.text) == len(seg.source):
                start = seg.source.start + b - seg.text.start
                yield Segment(Span(a, a + 1), Span(start, start + 1))
            else:
                yield Segment(Span(a, a + 1), seg.source)


def _bridge(text: str, pairs: list[Segment]) -> Iterator[Segment]:
    """Fill single spaces between located characters with the source between them."""
    for i, seg in enumerate(pairs):
        yield seg
        after = pairs[i + 1] if i + 1 < len(pairs) else None
        if not after or after.text.start != seg.text.end + 1 or text[seg.text.end] != " ":
            continue
        if seg.source.end < after.source.start <= seg.source.end + WIDEST_GAP:
            yield Segment(Span(seg.text.end, after.text.start), Span(seg.source.end, after.source.start))
