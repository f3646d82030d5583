"""Contents made whole: a quotation with both its ends, a speech to the end of its turn, a letter to its signature.

A reader who knows words one by one often stops at the first full stop of what was said. The page says where it ends:
quotation marks close it, the next label in a transcript does, a block of text behind a colon is a paragraph of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.model import Span
from sayso.read.statements.draft import Draft
from sayso.read.statements.tokens import Line, Quotation
from sayso.read.statements.transcript import speaker_before_colon

LEAST_SHARE = 0.3
"""Share of a quotation that a content must cover to be the whole of it. On PolNeAR's dev part 0.3 gives 86.6 of its
words, 0.5 and 0.7 give 86.5 and 86.4; without, 86.4."""
MOST_ADDED = 400
"""Characters by which a content may grow: at 100 86.4 of the words there are right, at 1,000 as many as at 400, and
where a mark is missing less is lost."""
_SIGNED = re.compile(
    r"[”\"]\s*(?P<dash>[―—–])\s*(?P<who>@\w+|[A-Z][\w.’'-]+(?:[ \u00a0][A-Z][\w.’'-]*){0,4}?)(?=\.?\s*(?:\n|\Z)|,)"
)
_LEAST_WORDS = 3
_NEAR = 8
"""Characters before a content in which its colon must stand."""


def whole(
    text: str, lines: tuple[Line, ...], quotations: tuple[Quotation, ...], drafts: list[Draft], turns: bool = False
) -> list[Draft]:
    """``drafts`` with contents that go on to where the page says that they end.

    Args:
        text: the document's text; ``lines`` its sentences, ``quotations`` its quotations.
        drafts: in any order; none is changed in place.
        turns: True to take a turn of a transcript as one content, as PolNeAR's code book does (Newell et al. 2018);
            else each of its sentences is a statement.

    Returns:
        The drafts in the same order, with ``turns`` without the sentences of a turn that one of them is. A content that
        covers part of a quotation outside of which its cue stands takes in the rest, unless two claim it; one that
        follows the label of a speaker ("ROE: ...") or a colon at the end of a paragraph goes on to the end of its own
        paragraph.
    """
    ends = [q.outer.end for q in quotations]
    claims = Counter(n for d in drafts for n in _claimed(quotations, ends, d))
    made = []
    for draft in drafts:
        in_turns = not turns and any(_is_turn(draft, d) for d in drafts if d.frame == "transcript")
        content = draft.content if in_turns else _to_the_end(text, lines, draft)
        alone = [n for n in _claimed(quotations, ends, draft) if claims[n] == 1]
        content, direct = _quoted(text, quotations, alone, draft, content)
        made.append(draft if content == draft.content else replace(draft, content=content, direct=direct))
    if not turns:
        return made
    return [d for d in made if d.frame != "transcript" or not any(_is_turn(e, d) for e in made)]


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
        dash = Span(*match.span("dash"))
        who = Span(match.start("who"), match.start("who") + len(match["who"].rstrip(".")))
        yield Draft(number, "signed quotation", "", inner, dash, who, who, frame="quote", direct=direct)


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
    if draft.cue is None or draft.direct >= 0 or not text[content.start].isupper():
        return content
    number = next((n for n, x in enumerate(lines) if x.passage.span.end > content.start), len(lines) - 1)
    block = [x for x in lines if x.passage.paragraph == lines[number].passage.paragraph]
    first = block[0].passage.span.start
    behind_colon = text[max(0, content.start - _NEAR) : content.start].rstrip().endswith(":")
    label = speaker_before_colon(text, block[0])
    labelled = label is not None and text[label.end : content.start].strip() == ":"
    if not labelled and not (behind_colon and content.start - first <= 1):
        return content
    return Span(content.start, max(content.end, block[-1].passage.span.end))


def _claimed(quotations: tuple[Quotation, ...], ends: Sequence[int], draft: Draft) -> Iterator[int]:
    """Numbers of the quotations of which a content holds something though its cue stands outside."""
    for number in range(bisect_left(ends, draft.content.start), len(quotations)):
        quote = quotations[number]
        if quote.outer.start >= draft.content.end:
            return
        if draft.cue is not None and quote.inner.overlaps(draft.content) and not quote.outer.overlaps(draft.cue):
            yield number


def _quoted(
    text: str, quotations: tuple[Quotation, ...], numbers: Sequence[int], draft: Draft, content: Span
) -> tuple[Span, int]:
    """The content with the whole of each quotation that it holds much of, and the number of the one that it now is."""
    direct = draft.direct
    for number in numbers:
        quote = quotations[number]
        shared = min(content.end, quote.inner.end) - max(content.start, quote.inner.start)
        left = len(quote.inner) - shared
        grown = Span(min(content.start, quote.inner.start), max(content.end, quote.inner.end))
        added = text[grown.start : content.start] + text[content.end : grown.end]
        if shared < LEAST_SHARE * len(quote.inner) or left > MOST_ADDED or not any(c.isalnum() for c in added):
            continue
        direct = number if quote.inner.contains(content) else direct
        content = grown
    return content, direct


def _is_turn(turn: Draft, sentence: Draft) -> bool:
    """True when ``turn`` holds what ``sentence`` holds a part of, by the same label."""
    if turn is sentence or turn.cue is None or turn.source is None or sentence.source is None:
        return False
    return turn.source.overlaps(sentence.source) and turn.content.contains(sentence.content)
