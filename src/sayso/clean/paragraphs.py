"""Plain text into paragraphs: blank lines, hard line breaks and indents, each character led back to its source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from sayso.model import Segment, Span

_PIECE = re.compile(
    "(?P<space>[\\s\u00a0]+)|(?P<junk>[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\u2060\ufeff]+)|(?P<text>[^\\s\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\u2060\ufeff]+)"
)
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029\x0b\x0c\x85]")
_STOP = re.compile('[.!?:…]["\'”’»)\\]]*$|["”»)\\]]$')
_GOES_ON = re.compile("[,;\u2013\u2014-]$|\\b(?:and|or|the|a|an|of|in|on|at|to|for|by|with|from|that|as)$", re.I)
_BULLET = re.compile(r"^[*•▪‣]\s?\w")
_NUMBERED = re.compile(r"^(?:-|\d{1,2}[.)])\s")
WIDEST_WRAP = 130
"""Longest line, in characters, that still counts as broken by hand or by a typewriter's margin."""


Run = tuple[int, int, int, int]
"""Start and end in a paragraph, start and end in the decoded capture: a Segment in the making."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of clean text.

    Attributes:
        text: white space folded to single spaces.
        segments: ordered; ``text`` spans are offsets into this paragraph, ``source`` into the decoded capture.
        heading: True when the page's markup made it a heading.
    """

    text: str
    segments: tuple[Segment, ...] = ()
    heading: bool = False

    @property
    def source(self) -> Span | None:
        """From the first to the last located character in the decoded capture; None when not located."""
        if not self.segments:
            return None
        return Span(min(s.source.start for s in self.segments), max(s.source.end for s in self.segments))


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    text: str
    indent: int
    blank_before: bool


def paragraphs(source: str) -> tuple[Paragraph, ...]:
    """Cut plain text into paragraphs, in order; every character that is not white space or a control is kept.

    A blank line always parts two paragraphs. A single line break is joined when the margin forced it (the next
    word would not have fitted) or the sentence plainly goes on; else it parts paragraphs too.
    """
    lines = list(_lines(source))
    if not lines:
        return ()
    margin = _margin(lines)
    usual = median(line.indent for line in lines)
    out, start = [], 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or _parts(lines[i - 1], lines[i], margin, usual):
            out.append(fold(source, Span(lines[start].span.start, lines[i - 1].span.end)))
            start = i
    return tuple(p for p in out if p.text)


def fold(source: str, span: Span) -> Paragraph:
    """The characters of ``source`` in ``span`` with white space folded and controls left out."""
    text: list[str] = []
    runs: list[Run] = []
    at = 0
    for piece in _PIECE.finditer(source, span.start, span.end):
        if piece.lastgroup == "junk":
            continue
        words = " " if piece.lastgroup == "space" else piece.group()
        if words == " " and (at == 0 or text[-1] == " "):
            continue
        runs.append((at, at + len(words), piece.start(), piece.end()))
        text.append(words)
        at += len(words)
    if text and text[-1] == " ":
        text.pop()
        runs.pop()
    return Paragraph("".join(text), merge(runs))


def merge(runs: Iterable[Run]) -> tuple[Segment, ...]:
    """Segments of ``runs``; neighbours that were copied one to one become one."""
    out: list[Run] = []
    for start, end, begin, stop in runs:
        if out:
            first, last, source, source_end = out[-1]
            if (
                last == start
                and source_end == begin
                and last - first == source_end - source
                and end - start == stop - begin
            ):
                out[-1] = (first, end, source, stop)
                continue
        out.append((start, end, begin, stop))
    return tuple(Segment(Span(a, b), Span(c, d)) for a, b, c, d in out)


def _lines(source: str) -> Iterator[_Line]:
    last_end = 0
    for match in _LINE.finditer(source):
        text = match.group().replace("\u00a0", " ").replace("\t", "    ")
        if not text.strip():
            continue
        between = source[last_end : match.start()]
        yield _Line(
            Span(match.start(), match.end()),
            text.strip(),
            len(text) - len(text.lstrip()),
            len(_BREAK.findall(between)) > 1,
        )
        last_end = match.end()


def _margin(lines: list[_Line]) -> int:
    """Width that the lines were broken at; 0 when they were not broken by a margin."""
    widths = sorted(len(line.text) for line in lines)
    wide = widths[min(len(widths) - 1, int(len(widths) * 0.98))]
    full = sum(w > 0.6 * wide for w in widths)
    return wide if 30 <= wide <= WIDEST_WRAP and full >= 3 and full >= 0.3 * len(widths) else 0


def _parts(one: _Line, two: _Line, margin: int, usual: float) -> bool:
    """True when the break between two lines parts paragraphs."""
    if two.blank_before or _BULLET.match(two.text):
        return True
    if margin and two.indent >= usual + 2 and two.indent > one.indent:
        return True
    if margin and len(one.text) + 1 + len(two.text.split(None, 1)[0]) > margin:
        return False
    if margin and two.text.startswith(("-- ", "— ", "– ")):
        return False  # a dateline or an aside that the margin cut before its dash
    if _STOP.search(one.text) or _NUMBERED.match(two.text):
        return True
    if two.text[0].islower() or _GOES_ON.search(one.text):
        return False
    return not (margin and len(one.text) > 0.6 * margin)
