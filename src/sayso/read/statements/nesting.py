"""Which statement carries which, and the whole chain of voices of each."""

from __future__ import annotations

import re

from sayso.lang.en.cues import CONTRAST
from sayso.model import Span
from sayso.read.statements.draft import Draft

_CONTRAST = re.compile(CONTRAST)


def trim_breaks(drafts: list[Draft]) -> None:
    """Ends each content before a later cue of the same sentence that is not part of it.

    "X said A, and denied B": A ends before "and denied". "G said A, S reported": G's A ends before ", S reported".
    """
    for draft in drafts:
        if draft.direct >= 0:
            continue
        for other in drafts:
            cut = _cut(draft, other)
            if cut is not None and draft.content.start < cut < draft.content.end:
                draft.content = Span(draft.content.start, cut)


def cut_contrasts(text: str, drafts: list[Draft]) -> None:
    """Ends each content before "while" and the speaker of another saying of the sentence: "A said X while B said Y"."""
    for draft in drafts:
        for other in drafts:
            if other is draft or other.source is None or draft.direct >= 0 or not draft.content.contains(other.source):
                continue
            contrast = _CONTRAST.search(text[draft.content.start : other.source.start])
            if contrast and draft.cue is not None and draft.cue.end <= draft.content.start:
                draft.content = Span(draft.content.start, draft.content.start + contrast.start())


def _cut(draft: Draft, other: Draft) -> int | None:
    if other is draft or other.line != draft.line or other.cue is None:
        return None
    if other.break_at >= 0 and draft.cue is not None and draft.cue.start < other.cue.start:
        same = other.inherited and other.source == draft.source
        if same or other.rule == "according to":
            return other.break_at
    ends_before = other.content.end <= other.cue.start and other.rule in ("subject-verb after", "verb-subject")
    if ends_before and draft.cue is not None and other.content.start <= draft.cue.start < other.content.end:
        return other.content.end
    return None


def parents(drafts: list[Draft]) -> list[int]:
    """For each draft the index of the smallest other one whose content holds its cue and what it says, -1 for none."""
    found = [-1] * len(drafts)
    by_start = sorted(range(len(drafts)), key=lambda i: drafts[i].content.start)
    open_now: list[int] = []
    at = 0
    for number in sorted(range(len(drafts)), key=lambda i: _extent(drafts[i]).start):
        whole = _extent(drafts[number])
        while at < len(by_start) and drafts[by_start[at]].content.start <= whole.start:
            open_now.append(by_start[at])
            at += 1
        open_now = [i for i in open_now if drafts[i].content.end > whole.start]
        holders = [i for i in open_now if i != number and _holds(drafts[i], drafts[number], whole)]
        found[number] = min(holders, key=lambda i: len(drafts[i].content), default=-1)
    return found


def _holds(outer: Draft, inner: Draft, whole: Span) -> bool:
    return outer.content.contains(whole) and len(outer.content) > len(inner.content)


def _extent(draft: Draft) -> Span:
    if draft.cue is None:
        return draft.content
    return Span(min(draft.cue.start, draft.content.start), max(draft.cue.end, draft.content.end))
