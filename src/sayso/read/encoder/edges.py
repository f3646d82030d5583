"""Edges of what was said: from the words that the encoder tags to spans that begin and end where a quotation does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model import Span

_TAIL = re.compile(r"\s*\n[\s\"“”‘’_*—–-]*$")
"""Marks behind the last line break: they belong to the next paragraph."""
_CLOSING = re.compile(r"[.,!?…]{0,2}[”\"]")
BETWEEN = re.compile(r"[\s\"“”‘’',;:()—–-]{0,2}")
_SHORT_FORM = re.compile(r"\b(?:[A-Za-z]\.[A-Za-z]|Mr|Mrs|Ms|Dr|St|Inc|Jr|Sr|Corp|Co|Ltd)\.$")


def tidied(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans with neighbours joined, without blank or unlettered ones, with quotations closed.

    A quotation that opens inside is closed when its closing mark comes next; the full stop of a sentence that is no
    quotation is left out, as PolNeAR's annotators did (Newell et al. 2018).

    Args:
        text: the whole text.
        spans: pieces of one content, in any order.
    """
    bare = (_bare(text, span) for span in sorted(spans))
    lettered = [s for s in bare if any(c.isalnum() for c in s.of(text))]
    return tuple(Span(s.start, _end(text, s)) for s in closed_up(text, lettered, BETWEEN))


def closed_up(text: str, pieces: Sequence[Span], gap: re.Pattern[str]) -> list[Span]:
    """Pieces in order of the text, those as one that only ``gap`` parts."""
    out: list[Span] = []
    for piece in pieces:
        if out and gap.fullmatch(text, out[-1].end, piece.start):
            out[-1] = Span(out[-1].start, piece.end)
        else:
            out.append(piece)
    return out


def _bare(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    tail = _TAIL.search(text[start:end])
    end = start + tail.start() if tail else end
    while start < end and (text[start].isspace() or text[start] == "_"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _end(text: str, span: Span) -> int:
    words, end = span.of(text), span.end
    if words.count("“") > words.count("”") or words.count('"') % 2:
        closing = _CLOSING.match(text, end)
        return closing.end() if closing else end
    return end - 1 if words.endswith(".") and not _SHORT_FORM.search(words) else end
