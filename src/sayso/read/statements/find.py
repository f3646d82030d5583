"""Finds the statements of a document: sentence by sentence, then nesting, voices, chains and kinds."""

from __future__ import annotations

from sayso.lang.en.cues import NARRATOR_CONTRADICTION
from sayso.model import Document, Mention, Passage, Span, Statement
from sayso.read.statements.assemble import assemble
from sayso.read.statements.bare import bare_quotations
from sayso.read.statements.chunks import verb_groups
from sayso.read.statements.draft import Draft
from sayso.read.statements.frames import verb_draft
from sayso.read.statements.nesting import trim_breaks
from sayso.read.statements.phrases import according_to, hearsay, noun_cues, passive, quoted_as
from sayso.read.statements.tokens import Line, Quotation, lines_of, quotations_of

MADE_BY = "statements-en/1"
_MIN_WORDS = 2


def find_statements(
    document: Document, passages: tuple[Passage, ...], mentions: tuple[Mention, ...]
) -> tuple[Statement, ...]:
    """Find who said what in ``document``.

    Args:
        document: its ``outlet``, when known, is the first voice of every chain.
        passages: sentences in order (``split_passages``).
        mentions: actors give names and kinds of voices; other kinds are not used. May be empty.

    Returns:
        Statements in order of content, ids "s1", "s2" ...; offsets into ``document.text``. ``made_by`` names the rule.
    """
    return assemble(document, passages, mentions, find_drafts(document, passages))


def find_drafts(document: Document, passages: tuple[Passage, ...]) -> list[Draft]:
    """The statements of ``document`` before voices are named, in order of their cues."""
    quotations = quotations_of(document, passages)
    lines = lines_of(document, passages, quotations)
    drafts: list[Draft] = []
    for line in lines:
        found = _line_drafts(line, quotations)
        trim_breaks(found, {})
        drafts.extend(d for d in found if _worth_keeping(document.text, d))
    drafts = _without_doubles(drafts)
    return drafts + bare_quotations(document.text, lines, quotations, drafts)


def _line_drafts(line: Line, quotations: tuple[Quotation, ...]) -> list[Draft]:
    found: list[Draft] = []
    for group in verb_groups(line):
        draft = quoted_as(line, group)
        if draft is None and group.passive:
            draft = passive(line, group, quotations)
        elif draft is None:
            draft = verb_draft(line, group, quotations, found)
        if draft is not None:
            found.append(draft)
    found += according_to(line, quotations) + hearsay(line)
    taken = [d.content for d in found]
    found += [d for d in noun_cues(line) if not any(c.start == d.content.start for c in taken)]
    return found


def _worth_keeping(text: str, draft: Draft) -> bool:
    words = draft.content.of(text).split()
    if draft.frame in ("responsibility", "noun responsibility"):
        return True
    return len(words) >= _MIN_WORDS or draft.negated or draft.direct >= 0


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """Of two drafts with one cue the first stands; of a weak and a strong one with nearly one content, the strong."""
    kept: list[Draft] = []
    for draft in drafts:
        if any(d.cue is not None and draft.cue is not None and d.cue.overlaps(draft.cue) for d in kept):
            continue
        if any(d.content == draft.content and d.source == draft.source for d in kept):
            continue
        kept.append(draft)
    return kept


__all__ = ["MADE_BY", "NARRATOR_CONTRADICTION", "Span", "find_drafts", "find_statements"]
