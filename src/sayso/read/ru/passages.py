"""Russian sentences: the general cutting with Russian abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.lang.ru.abbreviations import MAY_END, NEVER_END
from sayso.model import Document, Passage, Span
from sayso.read import passages as general

_STOP = re.compile(r"[.!?…]+[\"”»)\]]*(?=\s+[\"“«(\[—–-]*\s*[^\W_a-zа-яё])")
_DATELINE = re.compile(
    r"[А-ЯЁ][А-ЯЁ-]{2,}(?: [А-ЯЁ-]+)?(?:, (?!\d)[^\d,—–]{3,20})?(?:, \d{1,2} (?:[а-яё]{3,8}))?"
    r"(?:\s*(?:\([^)]{2,40}\)|/[^/]{2,40}/))?\s*[.—–-]\s+(?=[А-ЯЁ«\d])"
)
_BEFORE = re.compile(r"[^\s\"“«»(]+\Z")


def split_passages(document: Document) -> tuple[Passage, ...]:
    """Cut ``document.text`` into sentences; see :func:`sayso.read.passages.split_passages`."""
    found = general.split_passages(document, split_sentences)
    return tuple(replace(p, kind="dateline") if _is_dateline(document.text, p) else p for p in found)


def _is_dateline(text: str, passage: Passage) -> bool:
    m = _DATELINE.match(text, passage.span.start)
    return m is not None and passage.span.end <= m.end()


def split_sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Spans of the sentences of ``text[start:end]``, in order, without white space at the edges."""
    dateline = _DATELINE.match(text, start, end)
    left = start
    if dateline:
        left = dateline.end()
        yield Span(start, start + len(dateline.group().rstrip(" .—–-")))
    for m in [*_STOP.finditer(text, left, end), None]:
        cut = m.end() if m else end
        if m and not _ends(text, m, left):
            continue
        span = text[left:cut]
        if span.strip():
            yield Span(left + len(span) - len(span.lstrip()), left + len(span.rstrip()))
        left = cut


def _ends(text: str, stop: re.Match[str], start: int) -> bool:
    if stop.group() != ".":
        return True
    before = _BEFORE.search(text, max(start, stop.start() - 20), stop.start())
    word = before.group().lower() if before else ""
    if word in NEVER_END:
        return word == "г" and bool(re.search(r"\d\s*г\Z", text[start : stop.start()]))
    return word in MAY_END or not (len(word) == 1 and word.isalpha())
