"""Edges of what was said: from the words that the encoder tags to spans that begin and end where a quotation does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model import Span

_TAIL = re.compile(r"\s*\n[\s\"“”‘’_*—–-]*$")
"""Marks behind the last line break: they belong to the next paragraph."""
_CLOSING = re.compile(r"[.,!?…]{0,2}[”\"]")
_BETWEEN = re.compile(r"[\s\"“”‘’',;:()—–-]{0,2}")
_SHORT_FORM = re.compile(r"\b(?:[A-Za-z]\.[A-Za-z]|Mr|Mrs|Ms|Dr|St|Inc|Jr|Sr|Corp|Co|Ltd)\.$")


def tidied(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans with neighbours joined, without blank or unlettered ones, with quotations closed.

    A quotation that opens inside is closed when its closing mark comes next; the full stop of a sentence that is no
    quotation is left out, as PolNeAR's annotators did (Newell et al. 2018).

    Args:
        text: the whole text.
        spans: pieces of one content, in any order.
    """
    joined: list[list[int]] = []
    for span in sorted(spans):
        start, end = _bare(text, span)
        if not any(c.isalnum() for c in text[start:end]):
            continue
        if joined and _BETWEEN.fullmatch(text, joined[-1][1], start):
            joined[-1][1] = end
        else:
            joined.append([start, end])
    return tuple(Span(start, _end(text, start, end)) for start, end in joined)


def _bare(text: str, span: Span) -> tuple[int, int]:
    start, end = span.start, span.end
    tail = _TAIL.search(text[start:end])
    end = start + tail.start() if tail else end
    while start < end and (text[start].isspace() or text[start] == "_"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _end(text: str, start: int, end: int) -> int:
    words = text[start:end]
    if words.count("“") > words.count("”") or words.count('"') % 2:
        closing = _CLOSING.match(text, end)
        return closing.end() if closing else end
    return end - 1 if words.endswith(".") and not _SHORT_FORM.search(words) else end
