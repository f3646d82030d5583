"""Who a verb of saying belongs to."""

from __future__ import annotations

from sayso.lang.en import closed_words as w
from sayso.lang.en.cues import DOCUMENT_NOUNS
from sayso.model import Span
from sayso.read.statements.chunks import Chunk, subject_before
from sayso.read.statements.draft import Draft
from sayso.read.statements.lexicon import forms
from sayso.read.statements.tokens import Line
from sayso.read.statements.verb_groups import VerbGroup, is_finite

_TRAILING = frozenset(("subject-verb after", "verb-subject"))
_PUBLISHING = frozenset(("post", "publish", "release", "sign", "send", "issue"))


def subject_of(line: Line, group: VerbGroup, before: list[Draft]) -> tuple[tuple[Span, Span] | None, bool, int]:
    """Subject as (span, core), whether it is shared with an earlier verb, and where an earlier content must end."""
    tokens = line.tokens
    left = group.left
    coordinated = left > 0 and tokens[left - 1].low in w.CONJUNCTIONS
    if not group.subjectless and not coordinated:
        chunk = subject_before(line, left)
        if chunk is not None and _describes(line, group, chunk):
            return None, False, -1
        if chunk is not None:
            return spans_of(line, chunk), False, -1
        if left > 0 and tokens[left - 1].low != ",":
            return None, False, -1
    if group.subjectless and left > 0 and tokens[left - 1].is_word:
        paper = subject_before(line, left)
        absolute = paper is not None and paper.first > 0 and tokens[paper.first - 1].low == "with"
        if paper is not None and (absolute or _is_document(line, paper)):
            return spans_of(line, paper), False, -1
    cut_at = left - 1 if left > 0 and tokens[left - 1].low in {",", *w.CONJUNCTIONS} else left
    if cut_at > 0 and tokens[cut_at - 1].low == ",":
        cut_at -= 1
    cut = tokens[cut_at - 1].end if cut_at > 0 else -1
    nearest_first = list(reversed(before))
    for draft in sorted(nearest_first, key=lambda d: d.rule in _TRAILING):
        if draft.source is not None and draft.source.start < tokens[group.head].start and draft.rule != "according to":
            return (draft.source, draft.core or draft.source), True, cut
    found = main_subject(line, left)
    return (found, True, cut) if found else (None, False, -1)


def _describes(line: Line, group: VerbGroup, chunk: Chunk) -> bool:
    """True when the verb only describes the object of another verb ("entered an area called ...")."""
    if (
        group.form.tag not in ("past", "part")
        or group.first != group.head
        or chunk.first == 0
        or chunk.last != group.left
    ):
        return False
    if group.form.verb.base in _PUBLISHING and _is_document(line, chunk):
        return True
    if chunk.first == 0:
        return False
    before = line.tokens[chunk.first - 1]
    return is_finite(line.tokens, chunk.first - 1) and before.low not in forms()


def spans_of(line: Line, chunk: Chunk) -> tuple[Span, Span]:
    """The characters of a phrase with and without its apposition."""
    return line.span(chunk.first, chunk.last), line.span(chunk.first, chunk.core_end)


def _is_document(line: Line, chunk: Chunk) -> bool:
    """True when the head of the phrase is something written or recorded ("a video dated ...")."""
    head = chunk.first
    for at in range(chunk.first, chunk.core_end):
        if line.tokens[at].low in w.PREPOSITIONS or line.tokens[at].low in w.REDUCED:
            break
        head = at
    return line.tokens[head].low in DOCUMENT_NOUNS


def main_subject(line: Line, end: int) -> tuple[Span, Span] | None:
    """The subject of the first finite verb before token ``end``."""
    for at in range(1, end):
        if is_finite(line.tokens, at):
            while at > 1 and (line.tokens[at - 1].low in w.ADVERBS or line.tokens[at - 1].low in w.TIME_WORDS):
                at -= 1
            chunk = subject_before(line, at)
            return spans_of(line, chunk) if chunk else None
    return None


def negative_subject(line: Line, source: Span) -> bool:
    """True for "no group", "nobody", "not everyone"."""
    words = [t.low for t in line.tokens if source.start <= t.start < source.end]
    return bool(words) and (
        words[0] in ("no", "nobody", "none", "neither") or words[:2] in (["not", "everyone"], ["not", "all"])
    )


def end_relative_clause(line: Line, group: VerbGroup, draft: Draft) -> None:
    """Ends the content of "X, who denied it, said ..." at the comma before the main verb."""
    tokens = line.tokens
    if group.left == 0 or tokens[group.left - 1].low not in w.RELATIVES or draft.direct >= 0:
        return
    for at in range(group.head + 2, len(tokens) - 1):
        follows = at + 1
        while follows < len(tokens) - 1 and (tokens[follows].low in w.ADVERBS or tokens[follows].low in w.TIME_WORDS):
            follows += 1
        if tokens[at].low == "," and is_finite(tokens, follows) and draft.content.start < tokens[at].start:
            draft.content = Span(draft.content.start, min(draft.content.end, tokens[at - 1].end))
            return
