"""Finds the statements of a document: sentence by sentence, then nesting, voices, chains and kinds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.lang.en.cues import NARRATOR_CONTRADICTION, NO_STATEMENT
from sayso.model import Document, Mention, Passage, Span, Statement
from sayso.read.animals import find_animals
from sayso.read.encoder.session import Encoded, Encoder
from sayso.read.statements.assemble import assemble
from sayso.read.statements.bare import bare_quotations, take_longer_part
from sayso.read.statements.draft import Draft
from sayso.read.statements.frames import is_reduced_charge, verb_draft
from sayso.read.statements.learned import Heard, together
from sayso.read.statements.merge import merged
from sayso.read.statements.nesting import cut_contrasts, trim_breaks
from sayso.read.statements.nouns import noun_cues
from sayso.read.statements.passives import passive
from sayso.read.statements.phrases import according_to, headline_colon, hearsay, quoted_as
from sayso.read.statements.reported import through
from sayso.read.statements.tokens import Line, Quotation, lines_of, quotations_of
from sayso.read.statements.transcript import transcripts
from sayso.read.statements.verb_groups import has_finite, verb_groups
from sayso.read.statements.whole import signed, whole

_NOTHING = re.compile(NO_STATEMENT, re.IGNORECASE)
_CONTRADICTING = re.compile(NARRATOR_CONTRADICTION)
MADE_BY = "statements-en/1"
_MIN_WORDS = 2


def find_statements(
    document: Document,
    passages: tuple[Passage, ...],
    mentions: tuple[Mention, ...],
    first_person: bool = False,
    more: Sequence[Draft] = (),
    encoder: Encoder | None = None,
    attitudes: bool = False,
) -> tuple[Statement, ...]:
    """Find who said what in ``document``.

    Args:
        document: its ``outlet``, when known, is the first voice of every chain.
        passages: sentences in order (``split_passages``).
        mentions: actors give names and kinds of voices; other kinds are not used. May be empty.
        first_person: True to count what the narrator says of itself ("I think ...") outside quotations, as in a letter
            or a conversation; in a report that is no statement.
        more: drafts from elsewhere, for what this finds no draft of its own (``merge.py``).
        encoder: the released model, read beside the rules (``learned.py``); None for rules alone.
        attitudes: True to take what the encoder sees of thoughts, wishes and deeds that show an opinion as statements
            too, as PolNeAR's code book does (Newell et al. 2018).

    Returns:
        Statements in order of content, ids "s1", "s2" ...; offsets into ``document.text``. ``made_by`` names the rule.
    """
    seen = encoder.read(document.text) if encoder is not None else None
    drafts = merged(find_drafts(document, passages, seen, attitudes), more)
    return assemble(document, passages, mentions, drafts, first_person)


def find_drafts(
    document: Document, passages: tuple[Passage, ...], seen: Encoded | None = None, attitudes: bool = False
) -> list[Draft]:
    """The statements of ``document`` before voices are named; ``seen`` is the document as the encoder sees it."""
    quotations = quotations_of(document, passages)
    lines = lines_of(document, passages, quotations)
    drafts = _by_rule(document, lines, quotations)
    if seen is not None:
        heard = Heard(seen.attributions(), seen.cue_chance, seen.told_chance, attitudes, seen.calibration)
        drafts = together(document.text, lines, quotations, drafts, heard)
    drafts = whole(document.text, lines, quotations, drafts, turns=attitudes)
    drafts = through(document.text, drafts)
    animals = find_animals(document.text)
    return [d for d in drafts if d.source is None or not animals.is_one((d.core or d.source), document.text)]


def _by_rule(document: Document, lines: tuple[Line, ...], quotations: tuple[Quotation, ...]) -> list[Draft]:
    drafts: list[Draft] = []
    for line in lines:
        found = _line_drafts(line, quotations)
        trim_breaks(found)
        cut_contrasts(document.text, found)
        for draft in found:
            take_longer_part(document.text, draft, quotations)
        drafts.extend(d for d in found if _worth_keeping(document.text, d) and not _emptied(line, d))
    drafts = _without_doubles(drafts)
    drafts += _narrator(document.text, lines, drafts)
    drafts += transcripts(document.text, lines, drafts)
    by_name = list(signed(document.text, lines, quotations))
    drafts = [d for d in drafts if not any(d.content == s.content for s in by_name)] + by_name
    return drafts + bare_quotations(document.text, lines, quotations, drafts)


def _narrator(text: str, lines: tuple[Line, ...], drafts: list[Draft]) -> list[Draft]:
    """As in "In fact, ..." by the narrator, just after what somebody else said: it contradicts that."""
    said = {d.line for d in drafts}
    found = []
    for line in lines[1:]:
        match = _CONTRADICTING.match(line.passage.span.of(text))
        beside = line.passage.paragraph == lines[line.number - 1].passage.paragraph
        if match and beside and line.number - 1 in said and line.number not in said and len(line.tokens) > 4:
            start = line.passage.span.start + match.end()
            cue = Span(line.passage.span.start, start)
            end = line.tokens[-1].start if not line.tokens[-1].is_word else line.tokens[-1].end
            found.append(
                Draft(
                    line.number,
                    "narrator contradicts",
                    "contradict",
                    Span(start, end),
                    _words(text, cue),
                    frame="narrator",
                )
            )
    return found


def _words(text: str, span: Span) -> Span:
    end = span.end
    while end > span.start and not text[end - 1].isalnum():
        end -= 1
    return Span(span.start, end)


def _line_drafts(line: Line, quotations: tuple[Quotation, ...]) -> list[Draft]:
    found: list[Draft] = []
    heading = headline_colon(line) if line.number == 0 or line.passage.kind == "headline" else None
    if heading is not None:
        return [heading]
    for group in verb_groups(line):
        draft = quoted_as(line, group)
        if draft is None and (group.passive or is_reduced_charge(line, group)):
            draft = passive(line, group, quotations)
        elif draft is None:
            draft = verb_draft(line, group, quotations, found)
        if draft is not None:
            found.append(draft)
    carried = [hop.span for d in found for hop in d.via]
    found += according_to(line, quotations) + [d for d in hearsay(line) if d.cue not in carried]
    cited = {d.source for d in found}
    found = [d for d in found if not (d.frame == "noun" and d.lemma in ("cite", "quote") and d.content in cited)]
    taken = [d.content for d in found]
    found += [d for d in noun_cues(line) if not any(c.start == d.content.start for c in taken)]
    return found


def _worth_keeping(text: str, draft: Draft) -> bool:
    content = draft.content.of(text)
    words = content.split()
    if _NOTHING.match(" ".join(words)):
        return False
    if draft.frame in ("responsibility", "noun responsibility"):
        return True
    return len(words) >= _MIN_WORDS or draft.negated or draft.direct >= 0


def _emptied(line: Line, draft: Draft) -> bool:
    """True when a weak verb ("heard the blast") has lost the clause that made it a saying to another cue."""
    if draft.strong or draft.frame != "clause" or not draft.rule.startswith("verb "):
        return False
    inside = [i for i, t in enumerate(line.tokens) if draft.content.start <= t.start < draft.content.end]
    return bool(inside) and not has_finite(line.tokens, inside[0], inside[-1] + 1, loose=True)


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """Of two drafts with one cue, or with one speaker and the same words, the first stands."""
    kept: list[Draft] = []
    cues: dict[int, list[Span]] = {}
    said: set[tuple[Span, Span | None]] = set()
    for draft in drafts:
        beside = cues.setdefault(draft.line, [])
        if draft.cue is not None and any(c.overlaps(draft.cue) for c in beside):
            continue
        if (draft.content, draft.source) in said:
            continue
        said.add((draft.content, draft.source))
        beside.extend([draft.cue] if draft.cue is not None else [])
        kept.append(draft)
    return kept


__all__ = ["MADE_BY", "find_drafts", "find_statements"]
