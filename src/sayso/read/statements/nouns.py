"""Nouns of saying: "the claim that ...", "allegations of ...", "his demand for ..."."""

from __future__ import annotations

from sayso.lang.en import closed_words as w
from sayso.lang.en.cues import (
    CLAUSE_NOUNS,
    LIGHT_VERBS,
    OF_NOUNS,
    THREATENED,
    UNNAMED_NOUNS,
)
from sayso.model import Span
from sayso.read.statements.chunks import phrase_after, subject_before
from sayso.read.statements.draft import Draft
from sayso.read.statements.places import clause_end, phrase_end, words_span
from sayso.read.statements.tokens import Line
from sayso.read.statements.verb_groups import is_finite


def noun_cues(line: Line) -> list[Draft]:
    """As in "the claim that ...", "allegations of ...", "claim of responsibility", "calls for ..."."""
    tokens = line.tokens
    found = []
    for at in range(len(tokens) - 2):
        noun, link = tokens[at].low, tokens[at + 1].low
        if link in ("by", "from") and noun in CLAUSE_NOUNS:
            found += _said_by(line, at)
            continue
        content = _noun_content(line, at, noun, link)
        if content is None:
            continue
        frame = "noun responsibility" if tokens[at + 2].low in ("responsibility", "credit") else "noun of saying"
        draft = Draft(line.number, frame, noun, content, line.span(at, at + 1), frame=frame)
        draft.source = draft.core = _holder(line, at)
        if draft.source is None and noun not in UNNAMED_NOUNS:
            continue
        draft.strong = draft.source is not None
        draft.negated = any(t.low == "no" for t in tokens[max(0, at - 3) : at])
        found.append(draft)
    return found + _bare_threats(line)


def _said_by(line: Line, at: int) -> list[Draft]:
    """As in "an earlier report by a hospital that ..." and "a warning from the navy that ..."."""
    maker = phrase_after(line, at + 2)
    if maker is None or maker.last + 2 >= len(line.tokens) or line.tokens[maker.last].low != "that":
        return []
    content = words_span(line, maker.last + 1, clause_end(line, maker.last + 1))
    if content is None or is_finite(line.tokens, maker.last + 1):
        return []
    source, cue, noun = line.span(maker.first, maker.last), line.span(at, at + 1), line.tokens[at].low
    return [Draft(line.number, "noun by", noun, content, cue, source, source, frame="noun of saying")]


def _bare_threats(line: Line) -> list[Draft]:
    """As in "received death threats": the threat is all that is told; "from" or "by" names who made it."""
    tokens = line.tokens
    found = []
    for at in range(1, len(tokens)):
        if tokens[at].low not in ("threat", "threats") or tokens[at - 1].low not in THREATENED:
            continue
        after = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if after in ("to", "of", "that", "against"):
            continue
        maker = phrase_after(line, at + 2) if after in ("from", "by") else None
        source = line.span(maker.first, maker.last) if maker else None
        content, cue = line.span(at - 1, at + 1), line.span(at, at + 1)
        found.append(Draft(line.number, "noun threat", "threat", content, cue, source, source, frame="noun of saying"))
    return found


def _noun_content(line: Line, at: int, noun: str, link: str) -> Span | None:
    tokens = line.tokens
    before = tokens[at - 1].low if at else ""
    if link == "that" and noun in CLAUSE_NOUNS and before not in w.SUBJECT_PRONOUNS - {"one"}:
        if at + 3 < len(tokens) and not is_finite(tokens, at + 2):
            return words_span(line, at + 2, clause_end(line, at + 2))
        return None
    if OF_NOUNS.get(noun) == link and before not in w.SUBJECT_PRONOUNS | {"to"} | w.MODALS:
        return words_span(line, at + 2, phrase_end(line, at + 2, as_subject=True))
    return None


def _holder(line: Line, at: int) -> Span | None:
    """Whose saying the noun is: a possessive before it, or the subject of a light verb ("issued a warning that")."""
    tokens = line.tokens
    start = at
    if tokens[at].low == "suspicion" and at and tokens[at - 1].low == "on":
        return _suspecting(line, at)
    while (
        start > 0
        and tokens[start - 1].is_word
        and tokens[start - 1].low not in w.PREPOSITIONS | w.CONJUNCTIONS
        and at - start < 8
    ):
        start -= 1
        if tokens[start].low in w.POSSESSIVES:
            return line.span(start, start + 1)
        if tokens[start].low.endswith(("'s", "s'")):
            chunk = subject_before(line, start + 1)
            return line.span(chunk.first, chunk.last) if chunk else None
        if tokens[start].low in LIGHT_VERBS:
            while start > 0 and (tokens[start - 1].low in w.AUXILIARIES or tokens[start - 1].low in w.ADVERBS):
                start -= 1
            if any(t.low == "received" for t in tokens[start:at]):
                return None
            chunk = subject_before(line, start)
            return line.span(chunk.first, chunk.core_end) if chunk else None
    return None


def _suspecting(line: Line, at: int) -> Span | None:
    """Who detained somebody "on suspicion of": the subject of the verb before it, None for a passive."""
    for i in range(at - 1, 0, -1):
        if is_finite(line.tokens, i, loose=True):
            if line.tokens[i].low in w.BE or line.tokens[i - 1].low in w.BE:
                return None
            chunk = subject_before(line, i)
            return line.span(chunk.first, chunk.core_end) if chunk else None
    return None
