"""Grounds what a model told: every word an exact span of the text, near enough to be one statement, or refused."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import cast

from sayso.lang.en.casualties import NOBODY
from sayso.lang.en.factuality import NEGATIONS
from sayso.model import Document, Passage, Span, StatementKind
from sayso.read.server.align import Words
from sayso.read.server.answer import Told
from sayso.read.statements.draft import Draft
from sayso.read.statements.lexicon import forms
from sayso.read.statements.tokens import quotations_of

SCORE = 0.5
"""Score of a statement by a model: below the rules' (0.9, and 0.6 for weak cues), as nothing about it was measured."""
_LEAST_WORDS = 2
_NEAREST = 3
_MOST_PLACES = 10  # of a content that are looked at, so that an answer of "no no no" has an end
_WORD = re.compile(r"[^\W\d_]+(?:['’]\w+)?")
# a denial is said; what nobody said, or somebody would not say, is not
_NOT_SAID = NEGATIONS - {"deny", "denied", "denies"} | NOBODY | {"decline", "declined", "declines", "declining"}
_NOT = re.compile(r"n['’]t\b", re.IGNORECASE)
# who did a deed is never a model's word alone: these two are given by the words of the text, as in all other statements
_BY_WORDS_ONLY = frozenset(("claim_of_responsibility", "accusation"))
_Placed = tuple[Span, Span | None, Span | None]  # content, cue, source


@dataclass(frozen=True, slots=True)
class Refused:
    """What a model told and the text does not bear out.

    Attributes:
        told: the words in question, as the model gave them.
        why: ``not in the text``, ``too far apart``, ``too short``, ``nobody says it`` or ``repeated``.
    """

    told: str
    why: str


class Ground:
    """Makes Drafts of what a model told about one document.

    Args:
        document, passages: the text and its sentences, numbered from 0.
        maker: written into ``made_by``, "server NAME".
    """

    def __init__(self, document: Document, passages: Sequence[Passage], maker: str) -> None:
        self._text, self._passages, self._maker = document.text, passages, maker
        self._words = Words(document.text)
        self._starts = [p.span.start for p in passages]
        self._quotes = [q.inner for q in quotations_of(document, tuple(passages))]
        self._made: set[_Placed] = set()
        self._after = 0

    def draft(self, told: Told, part: Sequence[Passage]) -> Draft | Refused:
        """The Draft of ``told``.

        Words that stand in the text several times are taken where they stand closest together; of two such places the
        one in the sentence that the answer names, else the next one in order of the text.

        Args:
            part: the sentences that the model was asked about; nothing outside them is looked at.
        """
        within = Span(part[0].span.start, part[-1].span.end)
        contents = self._words.places(told.content, within)
        missing = next((w for w in (told.cue, told.source) if w and not self._words.places(w, within)), "")
        if not contents or missing:
            return Refused(missing or told.content, "not in the text")
        if not told.cue and not told.source:
            return Refused(told.content, "nobody says it")
        long = [c for c in contents if self._is_long(c) or told.negated]
        if not long:
            return Refused(told.content, "too short")
        placed = self._placed(told, long, part)
        if not placed:
            return Refused(told.content, "too far apart")
        new = next((p for p in placed if p not in self._made), None)
        if new is None:
            return Refused(told.content, "repeated")
        self._made.add(new)
        self._after = new[0].end
        return self._draft(told, *new)

    def _placed(self, told: Told, contents: Sequence[Span], part: Sequence[Passage]) -> list[_Placed]:
        """Where the three may stand together, best first; one place only when the answer names a sentence."""
        named = told.sentence if told.sentence in range(part[0].number, part[-1].number + 1) else None
        first = sorted(contents, key=partial(self._distance, named))[:_MOST_PLACES]
        placed = [(c, cue, source) for c in first if self._is_in_one(c) for cue, source in self._beside(told, c)]
        least = min((self._lines_of(p) for p in placed), default=0)
        close = [p for p in placed if self._lines_of(p) == least]
        return close if named is None else close[:1]

    def _distance(self, named: int | None, content: Span) -> tuple[int, int]:
        """Order of places: by sentences from the named one, else those behind the last statement first."""
        return (int(content.start < self._after) if named is None else abs(self._line(content) - named), content.start)

    def _lines_of(self, placed: _Placed) -> int:
        lines = [line for span in placed if span is not None for line in self._lines(span)]
        return max(lines) - min(lines)

    def _is_long(self, content: Span) -> bool:
        return len(content.of(self._text).split()) >= _LEAST_WORDS or self._quotation(content) >= 0

    def _is_in_one(self, content: Span) -> bool:
        """True when the content stands in one paragraph."""
        begins, ends = self._lines(content)
        return self._passages[begins].paragraph == self._passages[ends].paragraph

    def _beside(self, told: Told, content: Span) -> Iterator[tuple[Span | None, Span | None]]:
        """Cue and source of ``content``, the nearest first: the cue in its sentence or the one beside it, of the same
        paragraph, and the source in the sentence of the cue."""
        for cue in self._near(told.cue, content, (content,), 1):
            anchor = cue or content
            for source in self._near(told.source, anchor, tuple(s for s in (content, cue) if s), 0 if cue else 1):
                yield cue, source

    def _near(self, words: str, anchor: Span, apart: Sequence[Span], lines: int) -> Sequence[Span | None]:
        """The nearest places of ``words``, so many sentences from ``anchor`` at most, outside ``apart``.

        [None] for no words.
        """
        if not words:
            return [None]
        begins, ends = self._lines(anchor)
        paragraph = self._passages[begins].paragraph
        near = [p for p in self._passages[max(0, begins - lines) : ends + lines + 1] if p.paragraph == paragraph]
        places = self._words.places(words, Span(near[0].span.start, near[-1].span.end))
        free = [s for s in places if not any(s.overlaps(other) for other in apart)]
        return sorted(free, key=lambda s: max(s.start - anchor.end, anchor.start - s.end))[:_NEAREST]

    def _draft(self, told: Told, content: Span, cue: Span | None, source: Span | None) -> Draft:
        line, direct = self._line(cue or content), self._quotation(content)
        return Draft(
            line, self._maker, _base(cue.of(self._text) if cue else ""), content, cue, source, source,
            frame="quote" if direct >= 0 else "clause", negated=told.negated and self._is_negative(line, content),
            direct=direct, made_by=self._maker, score=SCORE,
            kind=None if told.kind in _BY_WORDS_ONLY else cast(StatementKind, told.kind),
        )  # fmt: skip

    def _is_negative(self, line: int, content: Span) -> bool:
        """True when the sentence has a negation outside what is said."""
        span = self._passages[line].span
        outside = self._text[span.start : max(span.start, content.start)] + " " + self._text[content.end : span.end]
        return bool(_NOT.search(outside)) or any(w.lower() in _NOT_SAID for w in _WORD.findall(outside))

    def _quotation(self, content: Span) -> int:
        """Number of the quotation that ``content`` is, but for marks at its edges; -1 when it is none."""
        for number, inner in enumerate(self._quotes):
            if inner.contains(content):
                rest = self._text[inner.start : content.start] + self._text[content.end : inner.end]
                return -1 if any(c.isalnum() for c in rest) else number
        return -1

    def _lines(self, span: Span) -> tuple[int, int]:
        return self._line(span), self._line(Span(span.end - 1, span.end))

    def _line(self, span: Span) -> int:
        return max(0, bisect_right(self._starts, span.start) - 1)


def _base(cue: str) -> str:
    """Base form of the last verb of saying in ``cue``, else its first word."""
    words = [w.lower() for w in _WORD.findall(cue)]
    known = forms()
    return next((known[w].verb.base for w in reversed(words) if w in known), words[0] if words else "")
