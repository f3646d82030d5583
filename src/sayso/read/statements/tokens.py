"""Words of a sentence with their offsets, and the quotations of a document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.model import Document, Passage, Span

_TOKEN = re.compile(
    r"[A-Za-z]\.(?:[A-Za-z]\.)+(?:-\w+)*|(?<![\w.])[A-Z]\.(?=\s+[A-Z])|\d{1,3}(?:,\d{3})+\b(?:[-.]\w+)*|[@#]?\w+(?:[-'’.]\w+)*(?:(?<=\bMr)\.|(?<=\bDr)\.|(?<=\bMrs)\.|(?<=\bMs)\.|(?<=\bGen)\.|(?<=\bSen)\."
    r"|(?<=\bRep)\.|(?<=\bGov)\.|(?<=\bCol)\.|(?<=\bLt)\.)?|--+|\.\.\.|[^\w\s]"
)
_QUOTE = re.compile(
    r"[\"“”«»„]|``|''|(?<![\w])‘(?=\w)|(?<=[\w.,!?…])’(?![\w])|(?<![\w])'(?=\w)|(?<=[\w.,!?…])'(?![\w])"
)
_DOUBLE = frozenset(('"', "“", "”", "«", "»", "„", "``", "''"))
_MAX_QUOTE = 4000
_SMALL = 3
_TITLE_SHARE = 0.7
MARKS = frozenset(('"', "“", "”", "``", "''", "«", "»", "‘", "'", "’"))
"""Quotation marks as tokens."""
CLOSERS = frozenset((".", "!", "?", "…", "..."))
"""Marks that end a sentence."""
DASHES = frozenset(("-", "–", "—", "--"))
"""Dashes."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark of punctuation; offsets into ``Document.text``."""

    start: int
    end: int
    text: str
    low: str

    @property
    def is_word(self) -> bool:
        """True for words and numbers, False for punctuation."""
        return self.low[-1].isalnum() or self.low[0].isalnum()


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence as tokens.

    Attributes:
        number: index among the sentences of the document.
        quoted: for each token the index of the quotation it stands in, -1 outside.
        upper: True when the document is written in capitals, so that capitals tell nothing.
        title: True for a headline In Title Case, where capitals tell as little.
    """

    passage: Passage
    number: int
    tokens: tuple[Token, ...]
    quoted: tuple[int, ...]
    upper: bool
    title: bool = False

    def span(self, first: int, last: int) -> Span:
        """The characters from token ``first`` up to but without token ``last``."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks; ``inner`` without the marks, ``outer`` with them."""

    inner: Span
    outer: Span
    paragraph: int


@lru_cache(maxsize=512)
def tokenise(text: str, span: Span) -> tuple[Token, ...]:
    """Tokens of ``span`` of ``text``; the sentences of an article are asked for twice."""
    found = []
    for match in _TOKEN.finditer(text, span.start, span.end):
        word = match.group()
        found.append(Token(match.start(), match.end(), word, word.lower().replace("’", "'")))
    return tuple(found)


def lines_of(document: Document, passages: tuple[Passage, ...], quotations: tuple[Quotation, ...]) -> tuple[Line, ...]:
    """Each passage as a Line."""
    upper = _is_upper_case(document.text)
    found, at = [], 0
    for number, passage in enumerate(passages):
        tokens = tokenise(document.text, passage.span)
        while at < len(quotations) and quotations[at].outer.end <= passage.span.start:
            at += 1
        title = (passage.kind == "headline" or number == 0) and is_title_case(tokens)
        found.append(Line(passage, number, tokens, _quoted(tokens, quotations, at), upper, title))
    return tuple(found)


@lru_cache(maxsize=1)
def _is_upper_case(text: str) -> bool:
    letters = "".join(filter(str.isalpha, text[:4000]))
    return bool(letters) and sum(map(str.isupper, letters)) > 0.85 * len(letters)


def is_title_case(tokens: tuple[Token, ...]) -> bool:
    """True when nearly all longer words have a capital ("Two Dead in Harbour Blast")."""
    long = [t for t in tokens if len(t.text) > _SMALL and t.text[0].isalpha()]
    return len(long) > 1 and sum(t.text[0].isupper() for t in long) > _TITLE_SHARE * len(long)


def _quoted(tokens: tuple[Token, ...], quotations: tuple[Quotation, ...], at: int) -> tuple[int, ...]:
    if at == len(quotations):
        return (-1,) * len(tokens)
    marks = []
    for token in tokens:
        while at < len(quotations) and quotations[at].outer.end <= token.start:
            at += 1
        inside = at < len(quotations) and quotations[at].outer.start <= token.start
        marks.append(at if inside else -1)
    return tuple(marks)


def quotations_of(document: Document, passages: tuple[Passage, ...]) -> tuple[Quotation, ...]:
    """The quotations of a document, in order, outermost only.

    A quotation ends at its closing mark. One that is still open at the end of a paragraph ends there, and goes on in
    the next paragraph when that one opens with a mark again (the printers' rule); each paragraph is a Quotation.
    """
    return _quotations(document.text, passages)


@lru_cache(maxsize=1)
def _quotations(text: str, passages: tuple[Passage, ...]) -> tuple[Quotation, ...]:
    return tuple(q for paragraph, span in _paragraphs(passages) for q in _quotes_in(text, span, paragraph))


def _paragraphs(passages: tuple[Passage, ...]) -> list[tuple[int, Span]]:
    spans: dict[int, Span] = {}
    for passage in passages:
        known = spans.get(passage.paragraph)
        spans[passage.paragraph] = Span(known.start if known else passage.span.start, passage.span.end)
    return sorted(spans.items())


def _quotes_in(text: str, span: Span, paragraph: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    double = any(m.group() in _DOUBLE for m in _QUOTE.finditer(text, span.start, span.end))
    for mark in _QUOTE.finditer(text, span.start, span.end):
        if double and mark.group() not in _DOUBLE:
            continue
        if opened is None:
            if _opens(text, mark):
                opened = mark
        elif not _closes(text, mark, opened):
            continue
        else:
            found.append(_quotation(text, opened, mark.start(), mark.end(), paragraph))
            opened = None
    if opened is not None and opened.group() in _DOUBLE and span.end - opened.end() < _MAX_QUOTE:
        found.append(_quotation(text, opened, span.end, span.end, paragraph))
    return [q for q in found if len(q.inner) > 0]


def _opens(text: str, mark: re.Match[str]) -> bool:
    sign = mark.group()
    if sign in "“«„‘" or sign == "``":
        return True
    after = text[mark.end() : mark.end() + 1]
    before = text[mark.start() - 1 : mark.start()]
    return bool(after) and not after.isspace() and (not before or not before.isalnum())


def _closes(text: str, mark: re.Match[str], opened: re.Match[str]) -> bool:
    pairs = {"“": '”"', "‘": "’", "«": "»", "„": '“”"', "``": "''", "'": "'", '"': '"”'}
    sign = opened.group()
    return mark.group() in pairs.get(sign, sign)


def _quotation(text: str, opened: re.Match[str], end: int, outer_end: int, paragraph: int) -> Quotation:
    start = opened.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return Quotation(Span(start, end), Span(opened.start(), outer_end), paragraph)
