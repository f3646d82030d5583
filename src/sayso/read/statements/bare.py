"""Quotations that no cue claims: they belong to the speaker who was just named."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from sayso.read.statements.draft import Draft
from sayso.read.statements.tokens import Line, Quotation

_MIN_WORDS = 4
_MAX_CUE = 120
"""Characters between a cue and the second part of a quotation."""


def bare_quotations(
    text: str, lines: tuple[Line, ...], quotations: tuple[Quotation, ...], drafts: list[Draft]
) -> list[Draft]:
    """A Draft for each unclaimed quotation that stands as sentences of its own.

    The speaker is the one of the nearest statement before it in the same paragraph or, when the quotation opens a
    paragraph, in the paragraph before it.
    """
    found: list[Draft] = []
    claimed = sorted((d.content.start, d.content.end) for d in drafts)
    ends = list(accumulate((end for _, end in claimed), max))
    speakers = _by_paragraph(lines, drafts)
    starts = [x.passage.span.end for x in lines]
    for number, quote in enumerate(quotations):
        taken = bisect_left(claimed, (quote.inner.end, 0))
        if (taken and ends[taken - 1] > quote.inner.start) or len(quote.inner.of(text).split()) < _MIN_WORDS:
            continue
        line = lines[min(bisect_right(starts, quote.inner.start), len(lines) - 1)]
        if not _stands_alone(text, line, quote):
            continue
        speaker = _speaker(lines, line, quote, speakers)
        if speaker is not None:
            found.append(_bare(line, quote, number, speaker))
            speakers.setdefault(line.passage.paragraph, []).append(found[-1])
    return found


def _bare(line: Line, quote: Quotation, number: int, speaker: Draft) -> Draft:
    return Draft(
        line.number, "bare quotation", "", quote.inner, None, speaker.source, speaker.core, list(speaker.via),
        frame="quote", direct=number,
    )  # fmt: skip


def _by_paragraph(lines: tuple[Line, ...], drafts: list[Draft]) -> dict[int, list[Draft]]:
    """Drafts with a speaker of their own by the paragraph their cue stands in."""
    found: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.source is not None and not draft.inherited:
            found.setdefault(lines[draft.line].passage.paragraph, []).append(draft)
    return found


def _stands_alone(text: str, line: Line, quote: Quotation) -> bool:
    before = text[line.passage.span.start : quote.outer.start].strip()
    after = text[quote.outer.end :].lstrip(" ")[:1]
    closed = quote.inner.of(text)[-1:] in ".!?" or after in ("\n", "", ".") or quote.outer.end == quote.inner.end
    return (not before or before.endswith((".", ":", "?", "!", "”", '"'))) and closed


def _speaker(lines: tuple[Line, ...], line: Line, quote: Quotation, speakers: dict[int, list[Draft]]) -> Draft | None:
    paragraph = line.passage.paragraph
    opens = quote.outer.start == line.passage.span.start and (
        line.number == 0 or lines[line.number - 1].passage.paragraph != paragraph
    )
    for place in (paragraph, paragraph - 1) if opens else (paragraph,):
        before = [d for d in speakers.get(place, ()) if d.content.start < quote.inner.start]
        if before:
            return max(before, key=lambda d: max(d.cue.start if d.cue else 0, d.content.start))
    return None


def take_longer_part(text: str, draft: Draft, quotations: tuple[Quotation, ...]) -> None:
    """Of '"...", X said, "..."' the longer quotation is the content."""
    number = draft.direct
    if number < 0 or draft.cue is None or draft.cue.start < draft.content.end or number + 1 >= len(quotations):
        return
    after = quotations[number + 1]
    between = text[draft.cue.end : after.outer.start]
    goes_on = between.rstrip().endswith(",") and not any(mark in between for mark in ".!?;:\n")
    if goes_on and len(between) < _MAX_CUE and len(after.inner) > len(draft.content):
        draft.content, draft.direct = after.inner, number + 1
