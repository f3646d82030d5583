"""Contents made whole: a quotation with both its ends, a speech to the end of its turn, a letter to its signature.

A reader who knows words one by one often stops at the first full stop of what was said. The page says where it ends:
quotation marks close it, the next label in a transcript does, a block of text behind a colon is a paragraph of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.model import Span
from sayso.read.statements.draft import Draft
from sayso.read.statements.tokens import Line, Quotation

LEAST_SHARE = 0.3
"""Share of a quotation that a content must cover to be the whole of it."""
MOST_ADDED = 400
"""Characters by which a content may grow: beyond, the marks are more likely to be misread."""
_COLON = re.compile(r":\s*\Z")
_LABEL = re.compile(r"[\"“]?(?:[A-Z][A-Z.’'-]+ ){0,3}[A-Z][A-Z.’'-]+:\s+\Z")
_SIGNED = re.compile(
    r"[”\"]\s*(?P<dash>[―—–])\s*(?P<who>@\w+|[A-Z][\w.’'-]+(?:[ \u00a0][A-Z][\w.’'-]*){0,4}?)(?=\.?\s*(?:\n|\Z)|,)"
)
_LEAST_WORDS = 3
_REACH = 60
"""Characters between the end of a line and a label before its content."""


def whole(text: str, lines: tuple[Line, ...], quotations: tuple[Quotation, ...], drafts: list[Draft]) -> list[Draft]:
    """``drafts`` with contents that go on to where the page says that they end.

    Args:
        text: the document's text; ``lines`` its sentences, ``quotations`` its quotations.
        drafts: in any order; none is changed in place.

    Returns:
        As many drafts, in the same order. A content that covers part of a quotation outside of which its cue stands
        takes in the rest; one that follows the label of a speaker ("ROE: ...") or a colon at the end of a paragraph
        goes on to the end of its own paragraph.
    """
    ends = [q.outer.end for q in quotations]
    made = []
    for draft in drafts:
        content = _to_the_end(text, lines, draft)
        content, direct = _quoted(quotations, ends, draft, content)
        made.append(draft if content == draft.content else replace(draft, content=content, direct=direct))
    return made


def signed(text: str, lines: tuple[Line, ...], quotations: tuple[Quotation, ...]) -> Iterator[Draft]:
    """A Draft for each quotation with its speaker's name behind a dash: "... not again.” — Jane Doe".

    The name ends its line; letters, reviews and mottos are printed so.
    """
    starts = [x.passage.span.start for x in lines]
    for match in _SIGNED.finditer(text):
        start = _opening(text, match.start())
        inner = Span(start + 1, match.start())
        if start < 0 or len(inner.of(text).split()) < _LEAST_WORDS:
            continue
        number = max(0, bisect_left(starts, match.end()) - 1)
        direct = next((n for n, q in enumerate(quotations) if q.inner == inner), -1)
        who = Span(*match.span("who"))
        yield Draft(number, "signed quotation", "", inner, Span(*match.span("dash")), who, who, frame="quote", direct=direct)


def _opening(text: str, end: int) -> int:
    """Where the mark stands that opens what is closed at ``end``: at the head of its line, else the nearest before it
    there; -1 without one."""
    mark = "“" if text[end] == "”" else '"'
    head = text.rfind("\n", 0, end) + 1
    head += len(text[head:end]) - len(text[head:end].lstrip())
    return head if text[head] == mark and head < end else text.rfind(mark, head, end)


def _to_the_end(text: str, lines: tuple[Line, ...], draft: Draft) -> Span:
    """The content to the end of its paragraph when a label or a colon that closes a paragraph stands before it."""
    content = draft.content
    if not text[content.start].isupper() or draft.direct >= 0:
        return content
    number = next((n for n, x in enumerate(lines) if x.passage.span.end > content.start), len(lines) - 1)
    paragraph = lines[number].passage.paragraph
    first = next(x.passage.span.start for x in lines if x.passage.paragraph == paragraph)
    before = text[max(0, content.start - _REACH) : content.start]
    opens = content.start - first <= 1
    labelled = _LABEL.search(text, first, content.start) if content.start - first <= _REACH else None
    if not (opens and _COLON.search(before)) and not (labelled and labelled.start() == first):
        return content
    last = [x.passage.span.end for x in lines if x.passage.paragraph == paragraph][-1]
    return Span(content.start, max(content.end, last))


def _quoted(quotations: tuple[Quotation, ...], ends: Sequence[int], draft: Draft, content: Span) -> tuple[Span, int]:
    """The content with the whole of each quotation that it holds much of, and the number of the one that it now is."""
    direct = draft.direct
    for number in range(bisect_left(ends, content.start), len(quotations)):
        quote = quotations[number]
        if quote.outer.start >= content.end:
            break
        shared = min(content.end, quote.inner.end) - max(content.start, quote.inner.start)
        left = len(quote.inner) - shared
        if shared < LEAST_SHARE * len(quote.inner) or not 0 < left <= MOST_ADDED:
            continue
        if draft.cue is not None and quote.outer.overlaps(draft.cue):
            continue
        inside = quote.inner.contains(content)
        content = Span(min(content.start, quote.inner.start), max(content.end, quote.inner.end))
        direct = number if inside else direct
    return content, direct
