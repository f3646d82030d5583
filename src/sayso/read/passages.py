"""Cutting a Document into sentences.

Rules over candidate full stops, in the manner of the boundary heuristics of Grefenstette and Tapanainen (1994): a
stop ends a sentence unless the word before it is an abbreviation, an initial or a number, or the word after it is in
lower case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sayso.lang.en import given_names
from sayso.lang.en.abbreviations import AFTER_CLOCK, CLOCK, MAY_END, NEVER_END, STARTERS
from sayso.model import Document, Passage, Span

MADE_BY = "passages/1"
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_STOP = re.compile(r"[.!?…。]+[\"'”’»)\]]*(?=\s)")
_GLUED = re.compile(r"(?:(?<=[a-z]{3})|(?<=\s\d\d)|(?<=\d(?:th|st|nd|rd)))[.!?][\"”’)]*(?=[\"“‘]?[A-Z][a-z]*[ ,’'])")
"""Sentences without a space between them, as pages lose it ("closed.The road"); not "mail.Example/", nor "U.S.Army"."""
_IN_NAME = re.compile(r"[A-Z@/.:_-]\w*\Z")
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’«»(\[—–]+\Z")
_WORD_AFTER = re.compile(r"\s*[\"'“‘«(\[]*([^\s]+)")
_OPENERS = "\"'“‘«(["
_ITEM = re.compile(r"\n[ \t]*(?:[-*•–·]|\(?\d{1,2}[.)])[ \t]+(?=\S)")
_ITEM_MARK = re.compile(r"(?:\A|\n)\s*\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]+)[.)]?\Z")
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_SAID_AFTER = re.compile(
    r"\s*(?:the |an? |THE |AN? )?(?:[\w.’'-]+ ){1,4}?"
    r"(?:said|says|told|asked|shouted|added|wrote|cried|yelled|declared|warned|replied|tweeted|recalled|exclaimed)\b",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(
    r"(?:[A-Za-z]+day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?|[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?),?"
    r"(?:\s+(?:\d{4}|'?\d{2}))?(?:,?\s+\d{1,2}:\d{2}\s*\w*)?\.?|\d{4}-\d\d-\d\d"
)
_CAPITAL = re.compile(r"\s[A-Z][a-z]")
_GIVEN = (given_names.MALE | given_names.FEMALE) - given_names.ALSO_WORDS
_MAX_HEADLINE_WORDS = 25


Sentences = Callable[[str, int, int], Iterator[Span]]
"""Spans of the sentences of ``text[start:end]``, in order, without white space at the edges."""


def split_passages(document: Document, sentences: Sentences | None = None) -> tuple[Passage, ...]:
    """Cut ``document.text`` into sentences.

    Args:
        sentences: how running text is cut; by the English rules of :func:`split_sentences` when None.
        document: its ``title_span`` becomes one passage of kind ``headline``; its ``dateline_span``, and a paragraph
            that is only a date, one of kind ``dateline``, even when body text follows on the same line.

    Returns:
        Passages in order, numbered from 0, without overlap and without white space at their edges.
    """
    passages: list[Passage] = []
    for paragraph, block in enumerate(_PARAGRAPH.finditer(document.text)):
        span = _trim(document.text, block.start(), block.end())
        for kind, part in _parts(document, span, paragraph, sentences or split_sentences):
            passages.append(Passage(part, len(passages), paragraph, kind))
    return tuple(passages)


def _parts(document: Document, block: Span, paragraph: int, sentences: Sentences) -> Iterator[tuple[str, Span]]:
    title, dateline = document.title_span, document.dateline_span
    if title and title.overlaps(block):
        cut = _trim(document.text, max(title.start, block.start), min(title.end, block.end))
        yield "headline", cut
        yield from _body(document.text, cut.end, block.end, sentences)
    elif dateline and block.start <= dateline.start < block.end and dateline.start - block.start <= 2:
        yield "dateline", _trim(document.text, block.start, min(dateline.end, block.end))
        yield from _body(document.text, _skip_dash(document.text, dateline.end, block.end), block.end, sentences)
    elif _DATE_LINE.fullmatch(document.text, block.start, block.end):
        yield "dateline", block
    elif paragraph == 0 and title is None and _is_headline(document.text, block):
        yield "headline", block
    else:
        yield from _body(document.text, block.start, block.end, sentences)


def _is_headline(text: str, block: Span) -> bool:
    words = block.of(text)
    rest = len(text) - block.end
    return (
        rest > len(block)
        and len(words.split()) <= _MAX_HEADLINE_WORDS
        and words[-1] not in '.!:;"”…'
        and "\n" not in words
    )


def _body(text: str, start: int, end: int, sentences: Sentences) -> Iterator[tuple[str, Span]]:
    for sentence in sentences(text, start, end):
        yield "body", sentence


def split_sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Spans of the sentences of ``text[start:end]``, in order, without white space at the edges."""
    end = len(text) if end is None else end
    cuts = [m.end() for m in _STOP.finditer(text, start, end) if _ends(text, m, start, end)]
    cuts += [
        m.end()
        for m in _GLUED.finditer(text, start, end)
        if not _IN_NAME.search(text, max(start, m.start() - 40), m.start())
    ]
    cuts += [m.start() for m in _ITEM.finditer(text, start, end)]
    left = start
    for cut in [*sorted(set(cuts)), end]:
        span = _trim(text, left, cut)
        if len(span):
            yield span
        left = cut


def _ends(text: str, stop: re.Match[str], start: int, end: int) -> bool:
    after = _WORD_AFTER.match(text, stop.end(), end)
    if after is None:
        return False
    following = after.group(1)
    if following[0].islower() and not _small_name(text, after):
        return False
    mark = stop.group().rstrip("\"'”’»)]")
    closed = len(mark) < len(stop.group())
    if mark[-1] in "!?" or closed:
        return not (closed and _SAID_AFTER.match(text, stop.end(), min(end, stop.end() + 80)) and mark[-1] in "!?")
    if len(mark) > 1 or mark == "…":
        return True
    word = _WORD_BEFORE.search(text, max(start, stop.start() - 30), stop.start())
    return _ends_after(word.group() if word else "", text[max(start, stop.start() - 40) : stop.start()], following)


def _small_name(text: str, word: re.Match[str]) -> bool:
    """True for a given name in small letters before a surname: "... closed. luis Roe said"."""
    return word.group(1) in _GIVEN and bool(_CAPITAL.match(text, word.end()))


def _ends_after(word: str, before: str, following: str) -> bool:
    """Whether a single full stop after ``word`` and before ``following`` ends a sentence."""
    low, next_word = word.lower(), following.strip("\"'“”‘’.,;:()[]").lower()
    if _ITEM_MARK.search(before) and len(word) <= 3 and word != "I":
        return False
    if low in NEVER_END:
        return low in {"no", "art"} and not next_word[:1].isdigit() and next_word in STARTERS
    if low in CLOCK:
        return next_word not in AFTER_CLOCK and not next_word[:1].isdigit()
    if low in MAY_END or _INITIAL.fullmatch(word):
        return (next_word in STARTERS and next_word not in {"i", "a"}) or following[0] in _OPENERS
    return True


def _skip_dash(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " \t\n-—–:.":
        start += 1
    return start


def _trim(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)
