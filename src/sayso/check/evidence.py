"""What the checks share: the sentence around a span and the statement it stands in."""

from __future__ import annotations

from sayso.model import Passage, Reading, Span


def passage_of(reading: Reading, span: Span) -> Passage | None:
    """The passage that holds ``span``, None when it lies outside all."""
    return next((p for p in reading.passages if p.span.contains(span)), None)


def statement_of(reading: Reading, span: Span) -> str | None:
    """Id of the innermost statement whose content holds ``span``, None for the narrator."""
    inside = [s for s in reading.statements if s.content.contains(span)]
    return min(inside, key=lambda s: len(s.content)).id if inside else None
