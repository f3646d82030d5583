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


def transcripts(text: str, lines: tuple[Line, ...], drafts: list[Draft]) -> list[Draft]:
    """One Draft for each sentence spoken under a bracketed name, until another name, an end mark or a cue of the writer."""
    found: list[Draft] = []
    speaker: Span | None = None
    for line in lines:
        span = line.passage.span
        label = _LABEL.match(text, span.start, span.end)
        if label is not None and not _MARK.search(label["who"]):
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


def _words(text: str, span: Span) -> Span:
    match = re.match(r"(?:\s*\[[^\]]*\]\s*)*", text[span.start : span.end])
    start, end = span.start + (match.end() if match else 0), span.end
    while end > start and (text[end - 1].isspace() or text[end - 1] == "."):
        end -= 1
    return Span(start, end)
