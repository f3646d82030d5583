"""Speeches in transcripts: what stands under a label that names the speaker."""

from __future__ import annotations

import re

from sayso.lang.en.cues import NO_SPEAKERS, TRANSCRIPT_MARKS
from sayso.lang.en.places import GIVEN_NAMES
from sayso.lang.en.titles import BESIDE_OFFICE, HONORIFICS, OFFICES, RANKS
from sayso.model import Span
from sayso.read.statements.draft import Draft
from sayso.read.statements.tokens import Line

_COLON = re.compile(
    r"[\"“]?(?:\d{1,2}:\d\d\s+)?(?:[AaPp]\.?[Mm]\.?\s+)?(?:(?:[ECMP][DS]?T|GMT|UTC|BST|CES?T)\s+)?"
    r"(?P<who>(?:(?:The|THE)\s+)?(?:[A-Z][\w.'’-]*\s+){0,3}[A-Z][\w'’-]+):(?=\s|\Z)"
)
_ALONE = re.compile(
    rf"(?P<who>(?:{'|'.join(sorted(x.capitalize() for x in OFFICES | RANKS | HONORIFICS))})\.?\s"
    r"(?:[A-Z][\w'’-]+\s){0,2}[A-Z][\w'’-]+)\."
)
_OTHER = re.compile(r"(?:Q\.?\s|END\b|[(\[]{1,2}[A-Z]{1,5}[)\]]{1,2}\s|[A-Z][\w.'’ -]{0,30}:\s)")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|Thank|[Mm]e|[Uu]s)\b|^Mr\.|^Madam")
_TALK = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|[Uu]s|[Mm]e)\b|\?")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_LABEL = re.compile(r"(?:\[[^\]]*\]\s*)*\[(?P<who>[^\]\d:;.]{2,40})\]\s+(?=\S)")
_MARK = re.compile(TRANSCRIPT_MARKS, re.IGNORECASE)
_END = re.compile(r"\[END[^\]]*\]", re.IGNORECASE)
_MIN_WORDS = 5
_MAX_NAME = 3
_NEAR = 80
"""Characters behind a name alone in which the first person must stand."""


def transcripts(text: str, lines: tuple[Line, ...], drafts: list[Draft]) -> list[Draft]:
    """One Draft for each sentence spoken under a label that names its speaker, until another label or an end mark.

    The label stands at the head of a paragraph: a name in brackets ("[ROE]"), a name or an office before a colon in a
    text with at least two of them ("THE PRESIDENT: ..."), or a title and a name as a sentence of its own, when what
    follows is in the first person ("Senator Roe. Thank you ...").
    """
    several = sum(speaker_before_colon(text, line) is not None for line in lines) > 1
    found: list[Draft] = []
    speaker: Span | None = None
    paragraph = -1
    for line in lines:
        span, opens = line.passage.span, line.passage.paragraph != paragraph
        paragraph = line.passage.paragraph
        label = _label(text, lines, line, opens, several)
        if label is not None:
            speaker, span = label, Span(_behind(text, label.end, span.end), span.end)
        elif opens and _OTHER.match(text, span.start, span.end):
            speaker = None
        if speaker is None:
            continue
        end = _END.search(text, span.start, span.end)
        span = _words(text, Span(span.start, end.start() if end else span.end))
        if len(span.of(text).split()) >= _MIN_WORDS:
            found.append(Draft(line.number, "transcript", "", span, None, speaker, speaker, frame="transcript"))
        if end is not None:
            speaker = None
    return found


def office_in(label: str) -> str:
    """The office that a label consists of ("THE VICE PRESIDENT" to "Vice President"), "" when it names somebody."""
    words = [word.strip(".") for word in label.split() if word.lower() != "the"]
    lows = [word.lower() for word in words]
    if not lows or lows[-1] not in OFFICES or not all(low in OFFICES | BESIDE_OFFICE for low in lows):
        return ""
    return " ".join(word.capitalize() if word.isupper() else word for word in words)


def _label(text: str, lines: tuple[Line, ...], line: Line, opens: bool, several: bool) -> Span | None:
    """The name of the speaker that a line begins with, or is; None when it is no label."""
    span = line.passage.span
    bracket = _LABEL.match(text, span.start, span.end) if opens else None
    if bracket is not None and _names_speaker(bracket["who"], text[bracket.end()]):
        return Span(*bracket.span("who"))
    if several and (who := speaker_before_colon(text, line)) is not None:
        return who
    alone = _ALONE.fullmatch(text, span.start, span.end)
    behind = lines[line.number + 1].passage.span if alone and line.number + 1 < len(lines) else None
    if (
        alone is None
        or behind is None
        or not _FIRST_PERSON.search(text, behind.start, min(behind.end, behind.start + 80))
    ):
        return None
    return Span(*alone.span("who"))


def speaker_before_colon(text: str, line: Line) -> Span | None:
    """The speaker before a colon at the head of a sentence: an office or rank with or without a name, a name of two
    words, or a name in capitals behind which somebody talks to somebody; None when there is none."""
    match = _COLON.match(text, line.passage.span.start, line.passage.span.end)
    if match is None:
        return None
    words = match["who"].split()
    lows = [word.strip(".").lower() for word in words]
    if lows[0] in NO_SPEAKERS or _MARK.search(match["who"]):
        return None
    titled = any(low in OFFICES or low in RANKS or low in HONORIFICS for low in lows)
    named = len(words) in (2, 3) and all(low in GIVEN_NAMES for low in lows[:1])
    return Span(*match.span("who")) if titled or named or _talks(text, match) else None


def _talks(text: str, label: re.Match[str]) -> bool:
    """True for a label in capitals behind which somebody talks to somebody: "ROE: I ask you ...", not "LIMA: Police".

    The words of a quotation do not count: in the news of a town people are quoted.
    """
    end = text.find("\n", label.end())
    turn = text[label.end() : end if end >= 0 else len(text)]
    if len(label["who"]) <= 1 or not label["who"].isupper() or turn.isupper():
        return False
    return bool(_TALK.search(_QUOTED.sub(" ", turn)))


def _behind(text: str, at: int, end: int) -> int:
    while at < end and text[at] in "]:. \t\n":
        at += 1
    return at


def _names_speaker(who: str, after: str) -> bool:
    words = who.split()
    return len(words) <= _MAX_NAME and all(x[0].isupper() for x in words) and after.isupper() and not _MARK.search(who)


def _words(text: str, span: Span) -> Span:
    match = re.match(r"(?:\s*\[[^\]]*\]\s*)*", text[span.start : span.end])
    start, end = span.start + (match.end() if match else 0), span.end
    while end > start and (text[end - 1].isspace() or text[end - 1] == "."):
        end -= 1
    return Span(start, end)
