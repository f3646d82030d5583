"""Quotations that no cue claims: they belong to the speaker who was just named."""

from __future__ import annotations

from sayso.read.statements.draft import Draft
from sayso.read.statements.tokens import Line, Quotation

_MIN_WORDS = 4


def bare_quotations(
    text: str, lines: tuple[Line, ...], quotations: tuple[Quotation, ...], drafts: list[Draft]
) -> list[Draft]:
    """A Draft for each unclaimed quotation that stands as sentences of its own.

    The speaker is the one of the nearest statement before it in the same paragraph or, when the quotation opens a
    paragraph, in the paragraph before it.
    """
    found: list[Draft] = []
    for number, quote in enumerate(quotations):
        if any(d.content.overlaps(quote.inner) for d in drafts) or len(quote.inner.of(text).split()) < _MIN_WORDS:
            continue
        line = next((x for x in lines if x.passage.span.end > quote.inner.start), None)
        if line is None or not _stands_alone(text, line, quote):
            continue
        speaker = _speaker(lines, line, quote, drafts + found)
        if speaker is not None:
            found.append(
                Draft(
                    line.number,
                    "bare quotation",
                    "",
                    quote.inner,
                    None,
                    speaker.source,
                    speaker.core,
                    list(speaker.via),
                    frame="quote",
                    direct=number,
                )
            )
    return found


def _stands_alone(text: str, line: Line, quote: Quotation) -> bool:
    before = text[line.passage.span.start : quote.outer.start].strip()
    after = text[quote.outer.end :].lstrip(" ")[:1]
    closed = quote.inner.of(text)[-1:] in ".!?" or after in ("\n", "", ".") or quote.outer.end == quote.inner.end
    return (not before or before.endswith((".", ":", "?", "!", "”", '"'))) and closed


def _speaker(lines: tuple[Line, ...], line: Line, quote: Quotation, drafts: list[Draft]) -> Draft | None:
    paragraph = line.passage.paragraph
    opens = quote.outer.start == _paragraph_start(lines, paragraph)
    before = [d for d in drafts if d.source is not None and d.content.start < quote.inner.start and not d.inherited]
    if not before:
        return None
    last = max(before, key=lambda d: max(d.cue.start if d.cue else 0, d.content.start))
    gap = paragraph - lines[last.line].passage.paragraph
    return last if gap == 0 or (gap <= 1 and opens) else None


def _paragraph_start(lines: tuple[Line, ...], paragraph: int) -> int:
    return next(x.passage.span.start for x in lines if x.passage.paragraph == paragraph)
