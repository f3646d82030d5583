"""Speeches in transcripts: paragraphs that open with the speaker's name in brackets."""

from __future__ import annotations

import re

from sayso.lang.en.cues import TRANSCRIPT_MARKS
from sayso.model import Span
from sayso.read.statements.draft import Draft
from sayso.read.statements.tokens import Line

_LABEL = re.compile(r"(?:\[[^\]]*\]\s*)*\[(?P<who>[^\]\d:;.]{2,40})\]\s+(?=\S)")
_MARK = re.compile(TRANSCRIPT_MARKS, re.IGNORECASE)
_END = re.compile(r"\[END[^\]]*\]", re.IGNORECASE)
_MIN_WORDS = 5
_MAX_NAME = 3


def transcripts(text: str, lines: tuple[Line, ...], drafts: list[Draft]) -> list[Draft]:
    """One Draft for each sentence spoken under a bracketed name, until another name or an end mark.

    The name stands at the head of a paragraph, in capitals or with capitals, and what follows begins a sentence.
    """
    found: list[Draft] = []
    speaker: Span | None = None
    paragraph = -1
    for line in lines:
        span = line.passage.span
        label = _LABEL.match(text, span.start, span.end) if line.passage.paragraph != paragraph else None
        paragraph = line.passage.paragraph
        if label is not None and _names_speaker(label["who"], text[label.end()]):
            speaker = Span(label.start("who"), label.end("who"))
            span = Span(label.end(), span.end)
        elif speaker is None:
            continue
        end = _END.search(text, span.start, span.end)
        span = _words(text, Span(span.start, end.start() if end else span.end))
        if len(span.of(text).split()) >= _MIN_WORDS:
            found.append(Draft(line.number, "transcript", "", span, None, speaker, speaker, frame="transcript"))
        if end is not None:
            speaker = None
    return found


def _names_speaker(who: str, after: str) -> bool:
    words = who.split()
    return len(words) <= _MAX_NAME and all(x[0].isupper() for x in words) and after.isupper() and not _MARK.search(who)


def _words(text: str, span: Span) -> Span:
    match = re.match(r"(?:\s*\[[^\]]*\]\s*)*", text[span.start : span.end])
    start, end = span.start + (match.end() if match else 0), span.end
    while end > start and (text[end - 1].isspace() or text[end - 1] == "."):
        end -= 1
    return Span(start, end)
