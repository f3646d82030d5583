"""Cues that are not a verb with its subject: "according to", "reportedly", passives, nouns of saying, "quoted as saying"."""

from __future__ import annotations

from sayso.lang.en import closed_words as w
from sayso.lang.en.cues import CLAUSE_NOUNS, HEARSAY_ADVERBS, NEGATED_ONLY, NO_SPEAKERS, OF_NOUNS, PASSIVES, UNNAMED_NOUNS
from sayso.model import Span
from sayso.read.statements import frames as f
from sayso.read.statements.chunks import VerbGroup, has_finite, is_finite, phrase_after, subject_before
from sayso.read.statements.draft import Draft, Hop
from sayso.read.statements.tokens import Line, Quotation

_LABEL_TOKENS = 8
_HEADLINE_TOKENS = 5
_BREAKS = frozenset((",", ";", ":", ".", "(", ")", "—", "–"))


def according_to(line: Line, quotations: tuple[Quotation, ...]) -> list[Draft]:
    """"According to X, ..." and "..., according to X"."""
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
        first = first if first < len(tokens) else last
        return _span(line, first, f._clause_end(line, first) if first < len(tokens) else first)
    quoted = f._content_before(line, at, quotations)
    if quoted is None:
        return None
    if quoted[1] >= 0:
        return quoted[0]
    start = f._index(line, quoted[0].start)
    for i in range(at - 2, start, -1):
        if tokens[i].low == ";" or (tokens[i].low == "," and tokens[i + 1].low in ("while", "but")):
            start = i + (2 if tokens[i].low == "," else 1)
            break
    return _span(line, start, at)


def _span(line: Line, first: int, last: int) -> Span | None:
    tokens = line.tokens
    while first < last and not tokens[first].is_word and tokens[first].low not in ("$", "["):
        first += 1
    while last > first and not tokens[last - 1].is_word and tokens[last - 1].low not in ("]", ")", "%"):
        last -= 1
    return line.span(first, last) if last > first else None


def hearsay(line: Line) -> list[Draft]:
    """"reportedly", "allegedly": somebody unnamed says what follows."""
    tokens = line.tokens
    found = []
    for at, token in enumerate(tokens):
        if token.low not in HEARSAY_ADVERBS or at + 1 >= len(tokens):
            continue
        last = f._clause_end(line, at + 1) if at + 2 < len(tokens) else at + 2
        content = _span(line, at + 1, last)
        if content is not None:
            found.append(Draft(line.number, "hearsay adverb", token.low, content, line.span(at, at + 1), frame="hearsay"))
    return found


def passive(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    """"It was reported that", "is believed to", "was accused of", "was condemned by"."""
    verb = group.form.verb
    if verb.base not in PASSIVES or group.infinitive:
        return None
    if verb.base in NEGATED_ONLY and not group.negated and not _no_subject(line, group):
        return None
    tokens, at = line.tokens, group.head + 1
    by = _by(line, at)
    subject = subject_before(line, group.left)
    content, frame = _passive_content(line, group, by, quotations)
    if content is None and subject is not None and verb.base not in ("tell", "say", "expect", "believe", "think", "find", "know", "see"):

        content, frame = line.span(subject.first, subject.core_end), "passive subject"
    negated = draft_negated(group, tokens[subject.first].low if subject else "")
    if content is None or (by is None and frame == "passive subject" and not negated):
        return None
    draft = Draft(line.number, "passive " + frame, verb.base, content, line.span(group.head, group.head + 1), frame=frame)
    draft.negated = negated
    if by is not None:
        draft.source = draft.core = by
    draft.strong = verb.base not in ("know", "see", "find", "expect", "consider", "label", "show", "call", "describe")
    return draft


def _no_subject(line: Line, group: VerbGroup) -> bool:
    subject = subject_before(line, group.left)
    return subject is not None and draft_negated(group, line.tokens[subject.first].low)


def draft_negated(group: VerbGroup, first_word: str) -> bool:
    """True when it was not said: "not" in the verb or "no" before its subject."""
    return group.negated or first_word in ("no", "neither", "nothing")


def _by(line: Line, at: int) -> Span | None:
    tokens = line.tokens
    for i in range(at, min(len(tokens) - 1, at + 4)):
        if tokens[i].low == "by":
            chunk = phrase_after(line, i + 1)
            if chunk is None or tokens[i + 1].low.endswith("ing"):
                return None
            return line.span(chunk.first, chunk.last)
        if tokens[i].low in ("to", "as", "that", ",", "."):
            return None
    return None


def _passive_content(line: Line, group: VerbGroup, by: Span | None, quotations: tuple[Quotation, ...]) -> tuple[Span | None, str]:
    tokens = line.tokens
    for at in range(group.head + 1, min(len(tokens), group.head + 12)):
        low = tokens[at].low
        if low in ("that", "to", "of", "with", "as", "for", "about") and (at == group.head + 1 or by is None or tokens[at].start >= by.end):
            first = at if low == "to" else at + 1
            end = f._clause_end(line, at) if low in ("that", "to") else f._phrase_end(line, at)
            if low in ("of", "for", "about") and group.form.verb.base not in ("accuse", "suspect", "blame", "tell", "criticize", "praise", "warn", "inform", "condemn", "convict"):
                return None, ""
            return _span(line, first, end), {"to": "infinitive", "that": "clause"}.get(low, "preposition")
        if low in _BREAKS or is_finite(tokens, at):
            break
    if group.form.verb.base == "tell" and group.head + 2 < len(tokens) and has_finite(tokens, group.head + 1, len(tokens)):
        return _span(line, group.head + 1, f._clause_end(line, group.head + 1)), "clause"
    if group.form.verb.frames & {"clause"} and _impersonal(line, group) and group.head + 1 >= f._end_of(line):
        found = f._content_before(line, group.left - 1, quotations)
        return (found[0] if found else None), "clause"
    return None, ""


def _impersonal(line: Line, group: VerbGroup) -> bool:
    return group.left > 1 and line.tokens[group.left - 1].low == "it"


def quoted_as(line: Line, group: VerbGroup) -> Draft | None:
    """"X was quoted (by Y) as saying ...", "Y quoted X as saying ...", and the broken "X, as saying ..."."""
    tokens, head = line.tokens, group.head
    if group.form.tag != "ing" or head == 0 or tokens[head - 1].low != "as":
        return None
    first = head + 2 if head + 1 < len(tokens) and tokens[head + 1].low == "that" else head + 1
    content = _span(line, first, f._clause_end(line, first)) if first < len(tokens) else None
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


def noun_cues(line: Line) -> list[Draft]:
    """"the claim that ...", "allegations of ...", "claim of responsibility", "calls for ..."."""
    tokens = line.tokens
    found = []
    for at in range(len(tokens) - 2):
        noun, link = tokens[at].low, tokens[at + 1].low
        content = _noun_content(line, at, noun, link)
        if content is None:
            continue
        frame = "noun responsibility" if tokens[at + 2].low in ("responsibility", "credit") else "noun of saying"
        draft = Draft(line.number, frame, noun, content, line.span(at, at + 1), frame=frame)
        draft.source = draft.core = _holder(line, at)
        if draft.source is None and noun not in UNNAMED_NOUNS:
            continue
        draft.strong = draft.source is not None
        draft.negated = at > 0 and tokens[at - 1].low == "no"
        found.append(draft)
    return found


def _noun_content(line: Line, at: int, noun: str, link: str) -> Span | None:
    tokens = line.tokens
    before = tokens[at - 1].low if at else ""
    if link == "that" and noun in CLAUSE_NOUNS and before not in w.SUBJECT_PRONOUNS - {"one"}:
        if at + 3 < len(tokens) and not is_finite(tokens, at + 2):
            return _span(line, at + 2, f._clause_end(line, at + 2))
        return None
    if OF_NOUNS.get(noun) == link and before not in w.SUBJECT_PRONOUNS | {"to"} | w.MODALS:
        return _span(line, at + 2, f._phrase_end(line, at + 2, as_subject=True))
    return None


def _holder(line: Line, at: int) -> Span | None:
    """Whose saying the noun is: a possessive before it, or the subject of a light verb ("issued a warning that")."""
    tokens = line.tokens
    start = at
    if tokens[at].low == "suspicion" and at and tokens[at - 1].low == "on":
        return _suspecting(line, at)
    while start > 0 and tokens[start - 1].is_word and tokens[start - 1].low not in w.PREPOSITIONS | w.CONJUNCTIONS and at - start < 8:
        start -= 1
        if tokens[start].low in w.POSSESSIVES:
            return line.span(start, start + 1)
        if tokens[start].low.endswith(("'s", "s'")):
            chunk = subject_before(line, start + 1)
            return line.span(chunk.first, chunk.last) if chunk else None
        if tokens[start].low in ("issued", "made", "repeated", "expressed", "voiced", "reiterated", "rejected", "denied", "dismissed",
                                 "issues", "makes", "delivered", "sent", "filed", "received"):  # fmt: skip
            while start > 0 and (tokens[start - 1].low in w.AUXILIARIES or tokens[start - 1].low in w.ADVERBS):
                start -= 1
            chunk = subject_before(line, start) if start >= 0 and not any(t.low == "received" for t in tokens[start:at]) else None
            return line.span(chunk.first, chunk.core_end) if chunk else None
    return None


def _suspecting(line: Line, at: int) -> Span | None:
    """Who detained somebody "on suspicion of": the subject of the verb before it, None for a passive."""
    for i in range(at - 1, 0, -1):
        if is_finite(line.tokens, i):
            if line.tokens[i].low in w.BE or line.tokens[i - 1].low in w.BE:
                return None
            chunk = subject_before(line, i)
            return line.span(chunk.first, chunk.core_end) if chunk else None
    return None


def headline_colon(line: Line) -> Draft | None:
    """"Ministry: Two killed in blast" as a headline or first line: the words before the colon speak."""
    tokens = line.tokens
    at = next((i for i, t in enumerate(tokens[:_LABEL_TOKENS]) if t.low == ":"), 0)
    if at == 0 or len(tokens) - at < _HEADLINE_TOKENS or tokens[0].low in NO_SPEAKERS or not tokens[0].is_word:
        return None
    if has_finite(tokens, 0, at) or any(line.quoted[i] >= 0 or t.low[0].isdigit() for i, t in enumerate(tokens[:at])):
        return None
    content = _span(line, at + 1, len(tokens))
    source = line.span(0, at)
    return Draft(line.number, "headline colon", "say", content, line.span(at, at + 1), source, source) if content else None
