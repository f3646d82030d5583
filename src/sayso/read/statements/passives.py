"""Passive cues: "it was reported that", "is believed to", "was accused of", "was condemned by"."""

from __future__ import annotations

from itertools import pairwise

from sayso.lang.en.cues import (
    NEGATED_ONLY,
    PASSIVES,
)
from sayso.model import Span
from sayso.read.statements.before import content_before
from sayso.read.statements.chunks import phrase_after, subject_before
from sayso.read.statements.draft import Draft
from sayso.read.statements.places import clause_end, phrase_end, sentence_end, words_span
from sayso.read.statements.tokens import Line, Quotation
from sayso.read.statements.verb_groups import VerbGroup, has_finite, is_finite

_BREAKS = frozenset((",", ";", ":", ".", "(", ")", "—", "–"))


def passive(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    """As in "It was reported that", "is believed to", "was accused of", "was condemned by"."""
    verb = group.form.verb
    if verb.base not in PASSIVES or group.infinitive or _as_saying(line, group):
        return None
    if verb.base in NEGATED_ONLY and not group.negated and not _no_subject(line, group):
        return None
    tokens, at = line.tokens, group.head + 1
    by = _by(line, at)
    subject = subject_before(line, group.left)
    content, frame = _passive_content(line, group, by, quotations)
    if (
        content is None
        and subject is not None
        and verb.base not in ("tell", "say", "expect", "believe", "think", "find", "know", "see")
    ):
        content, frame = line.span(subject.first, subject.core_end), "passive subject"
    if verb.base in ("know", "find", "see", "show", "consider") and frame != "clause":
        return None
    negated = draft_negated(group, tokens[subject.first].low if subject else "")
    if content is None or (by is None and frame == "passive subject" and not negated):
        return None
    draft = Draft(
        line.number, "passive " + frame, verb.base, content, line.span(group.head, group.head + 1), frame=frame
    )
    draft.negated = negated
    if by is not None:
        draft.source = draft.core = by
    draft.strong = verb.base not in ("know", "see", "find", "expect", "consider", "label", "show", "call", "describe")
    return draft


def _as_saying(line: Line, group: VerbGroup) -> bool:
    """True for "was quoted by ... as saying", which is read as one cue of its own."""
    ahead = line.tokens[group.head + 1 : group.head + 12]
    return any(a.low == "as" and b.low.endswith("ing") for a, b in pairwise(ahead))


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


def _passive_content(
    line: Line, group: VerbGroup, by: Span | None, quotations: tuple[Quotation, ...]
) -> tuple[Span | None, str]:
    tokens = line.tokens
    for at in range(group.head + 1, min(len(tokens), group.head + 12)):
        low = tokens[at].low
        if (
            low in ("that", "to", "of", "with", "as", "for", "about")
            or (low == "on" and group.form.verb.base == "blame")
        ) and (at == group.head + 1 or by is None or tokens[at].start >= by.end):
            first = at if low == "to" else at + 1
            end = clause_end(line, at) if low in ("that", "to") else phrase_end(line, at)
            if low in ("of", "for", "about") and group.form.verb.base not in (
                "accuse",
                "suspect",
                "blame",
                "tell",
                "criticize",
                "praise",
                "warn",
                "inform",
                "condemn",
                "convict",
            ):
                return None, ""
            return words_span(line, first, end), {"to": "infinitive", "that": "clause"}.get(low, "preposition")
        if low in _BREAKS or is_finite(tokens, at):
            break
    if (
        group.form.verb.base == "tell"
        and group.head + 2 < len(tokens)
        and has_finite(tokens, group.head + 1, len(tokens))
    ):
        return words_span(line, group.head + 1, clause_end(line, group.head + 1)), "clause"
    if group.form.verb.frames & {"clause"} and _impersonal(line, group) and group.head + 1 >= sentence_end(line):
        found = content_before(line, group.left - 1, quotations)
        return (found[0] if found else None), "clause"
    return None, ""


def _impersonal(line: Line, group: VerbGroup) -> bool:
    return group.left > 1 and line.tokens[group.left - 1].low == "it"


def _no_subject(line: Line, group: VerbGroup) -> bool:
    subject = subject_before(line, group.left)
    return subject is not None and draft_negated(group, line.tokens[subject.first].low)


def draft_negated(group: VerbGroup, first_word: str) -> bool:
    """True when it was not said: "not" in the verb or "no" before its subject."""
    return group.negated or first_word in ("no", "neither", "nothing")
