"""The day a text was written: given, or told by its dateline."""

from __future__ import annotations

import re
from datetime import date

from sayso.lang.dates import DateWords
from sayso.model import Document, Span
from sayso.read.dates.days import dated
from sayso.read.dates.scene import Hit, Scene
from sayso.read.dates.tokens import tokens_of

_FULL = (
    re.compile(r"(?:(?P<w>W),?)?(?P<m>M)(?P<d>[NO]),?(?P<y>[Yk])"),
    re.compile(r"(?:(?P<w>W),?)?(?P<d>[NO])o?(?P<m>M),?(?P<y>[Ykc])"),
)
_DASH = re.compile(r"--|[—–]|\s-\s")
_HEAD = 160
_DAYS_OLD = 10
"""A dateline is believed over the publication day when it is at most this many days older (a reprint, a delay)."""


def anchor_of(document: Document, spans: list[Span], words: DateWords) -> tuple[date | None, str]:
    """The day the text was written and how it is known: ``published``, ``dateline`` or ``none``.

    Args:
        spans: the passages of the document.
    """
    told = dateline_day(document, spans, words)
    published = document.published.value if document.published else None
    if told is not None and (published is None or 0 < (published - told).days <= _DAYS_OLD):
        return told, "dateline"
    return published, "published" if published else "none"


def dateline_day(document: Document, spans: list[Span], words: DateWords) -> date | None:
    """The full date within the dateline: its span, or a first line that ends in a dash or holds nothing else."""
    for span in _dateline_spans(document, spans):
        tokens = tokens_of(document.text, span.start, span.end, words)
        scene = Scene(words, None, "none", tokens=tokens, kinds=tokens.kinds)
        for pattern in _FULL:
            match = pattern.search(scene.kinds)
            answer = dated(Hit(match, scene)) if match else None
            if answer is not None and answer.basis == "text":
                return date.fromisoformat(answer.timex[:10])
    return None


def _dateline_spans(document: Document, spans: list[Span]) -> list[Span]:
    out = [document.dateline_span] if document.dateline_span else []
    for span in spans[:3]:
        dash = _DASH.search(document.text, span.start, min(span.end, span.start + _HEAD))
        if dash and not re.search(r"[a-z]{3} [a-z]{3}", document.text[span.start : dash.start()]):
            out.append(Span(span.start, dash.start()))
        elif len(span) < 40 and not re.search(r"\b[a-z]{3}", span.of(document.text)):
            out.append(span)
    return out
