"""Cues that are no verb with its subject: "according to", "reportedly", "quoted as saying", a headline's colon."""

from __future__ import annotations

from sayso.lang.en import closed_words as w
from sayso.lang.en.cues import (
    HEARSAY_ADVERBS,
    NO_SPEAKERS,
)
from sayso.model import Span
from sayso.read.statements.before import content_before
from sayso.read.statements.chunks import phrase_after, subject_before
from sayso.read.statements.draft import Draft, Hop
from sayso.read.statements.places import clause_end, index_at, words_span
from sayso.read.statements.tokens import Line, Quotation
from sayso.read.statements.verb_groups import VerbGroup, has_finite

_LABEL_TOKENS = 8
_HEADLINE_TOKENS = 5


def according_to(line: Line, quotations: tuple[Quotation, ...]) -> list[Draft]:
    """As in "According to X, ..." and "..., according to X"."""
    tokens = line.tokens
    found = []
    for at in range(len(tokens) - 2):
        if tokens[at].low != "according" or tokens[at + 1].low != "to":
            continue
        chunk = phrase_after(line, at + 2)
        if chunk is None:
            continue
        content = _accorded(line, at, chunk.last, quotations)
        if content is None:
            continue
        source = line.span(chunk.first, chunk.last)
        draft = Draft(line.number, "according to", "according", content, line.span(at, at + 2), source, source)
        draft.break_at = tokens[at - 1].start if at and tokens[at - 1].low == "," else tokens[at].start if at else -1
        found.append(draft)
    return found


def _accorded(line: Line, at: int, last: int, quotations: tuple[Quotation, ...]) -> Span | None:
    tokens = line.tokens
    if at == 0 or not any(t.is_word and t.low not in w.CONJUNCTIONS for t in tokens[:at]):
        first = last
        while first < len(tokens) and tokens[first].low != ",":
            first += 1
        first = _past_apposition(line, first) if first < len(tokens) else last
        return words_span(line, first, clause_end(line, first) if first < len(tokens) else first)
    quoted = content_before(line, at, quotations)
    if quoted is None:
        return None
    if quoted[1] >= 0:
        return quoted[0]
    start = index_at(line, quoted[0].start)
    if last < len(tokens) and tokens[last].low == "," and not has_finite(tokens, start, at, loose=True):
        return words_span(line, last, clause_end(line, last))
    for i in range(at - 2, start, -1):
        if tokens[i].low == ";" or (tokens[i].low == "," and tokens[i + 1].low in ("while", "but")):
            start = i + (2 if tokens[i].low == "," else 1)
            break
    return words_span(line, start, at)


def _past_apposition(line: Line, comma: int) -> int:
    """The comma that ends "..., a security firm," after who is cited; ``comma`` itself when none stands there."""
    tokens = line.tokens
    end = next((i for i in range(comma + 1, min(len(tokens), comma + 16)) if tokens[i].low == ","), 0)
    if not end or comma + 1 >= len(tokens) or tokens[comma + 1].low not in w.ARTICLES | w.RELATIVES:
        return comma
    told = has_finite(tokens, comma + 2, end, loose=True) and tokens[comma + 1].low not in w.RELATIVES
    return comma if told or not has_finite(tokens, end + 1, len(tokens), loose=True) else end


def hearsay(line: Line) -> list[Draft]:
    """As in "reportedly", "allegedly": somebody unnamed says what follows."""
    tokens = line.tokens
    found = []
    for at, token in enumerate(tokens):
        if token.low not in HEARSAY_ADVERBS or at + 1 >= len(tokens):
            continue
        last = clause_end(line, at + 1) if at + 2 < len(tokens) else at + 2
        content = words_span(line, at + 1, last)
        if content is not None:
            found.append(
                Draft(line.number, "hearsay adverb", token.low, content, line.span(at, at + 1), frame="hearsay")
            )
    return found


def headline_colon(line: Line) -> Draft | None:
    """As in "Ministry: Two killed in blast" as a headline or first line: the words before the colon speak."""
    tokens = line.tokens
    at = next((i for i, t in enumerate(tokens[:_LABEL_TOKENS]) if t.low == ":"), 0)
    if at == 0 or len(tokens) - at < _HEADLINE_TOKENS or tokens[0].low in NO_SPEAKERS or not tokens[0].is_word:
        return None
    if has_finite(tokens, 0, at) or any(line.quoted[i] >= 0 or t.low[0].isdigit() for i, t in enumerate(tokens[:at])):
        return None
    content = words_span(line, at + 1, len(tokens))
    source = line.span(0, at)
    return (
        Draft(line.number, "headline colon", "say", content, line.span(at, at + 1), source, source) if content else None
    )


def quoted_as(line: Line, group: VerbGroup) -> Draft | None:
    """As in "X was quoted (by Y) as saying ...", "Y quoted X as saying ...", and the broken "X, as saying ..."."""
    tokens, head = line.tokens, group.head
    if group.form.tag != "ing" or head == 0 or tokens[head - 1].low != "as":
        return None
    first = head + 2 if head + 1 < len(tokens) and tokens[head + 1].low == "that" else head + 1
    content = words_span(line, first, clause_end(line, first)) if first < len(tokens) else None
    if content is None:
        return None
    draft = Draft(line.number, "quoted as saying", group.form.verb.base, content, line.span(head, head + 1))
    for at in range(head - 2, max(-1, head - 25), -1):
        if tokens[at].low in ("quoted", "cited", "quotes", "quoting", "cites", "citing", "reported", "described"):
            return _quoting(line, at, head, draft)
    chunk = subject_before(line, head - 1) or (subject_before(line, head - 2) if head > 2 else None)
    if chunk is None:
        return None
    draft.source, draft.core = line.span(chunk.first, chunk.last), line.span(chunk.first, chunk.core_end)
    return draft


def _quoting(line: Line, at: int, head: int, draft: Draft) -> Draft | None:
    tokens = line.tokens
    is_passive = any(t.low in w.BE for t in tokens[max(0, at - 3) : at])
    left = at
    while left > 0 and (tokens[left - 1].low in w.AUXILIARIES or tokens[left - 1].low in w.ADVERBS):
        left -= 1
    subject = subject_before(line, left)
    inner = phrase_after(line, at + 2 if tokens[at + 1].low == "by" else at + 1, head - 1)
    outer = (line.span(subject.first, subject.last), line.span(subject.first, subject.core_end)) if subject else None
    named = line.span(inner.first, inner.last) if inner and inner.last > inner.first else None
    mark = line.span(at, at + 1)
    if is_passive:
        if outer is None:
            return None
        draft.source, draft.core = outer
        draft.via = [Hop(named, mark)] if named is not None and tokens[at + 1].low == "by" else []
    elif named is not None:
        draft.source = draft.core = named
        draft.via = [Hop(outer[1], mark)] if outer else []
    return draft if draft.source is not None else None
