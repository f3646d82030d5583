"""Verbs of saying with their subject and what is said: before them, after them, or around them."""

from __future__ import annotations

from sayso.lang.en.cues import CHARGING, NEGATED_ONLY, SAID_THINGS
from sayso.model import Span
from sayso.read.statements.after import leading
from sayso.read.statements.before import inverted, trailing
from sayso.read.statements.carriers import add_cited, add_document, add_hearsay, note_medium
from sayso.read.statements.draft import Draft
from sayso.read.statements.places import index_at
from sayso.read.statements.subjects import end_relative_clause, main_subject, negative_subject, subject_of
from sayso.read.statements.tokens import Line, Quotation
from sayso.read.statements.verb_groups import VerbGroup


def verb_draft(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...], before: list[Draft]) -> Draft | None:
    """The statement an active verb of saying marks, None when it marks none.

    Args:
        before: drafts already found in the same sentence, for verbs that share their subject.
    """
    if group.infinitive:
        return _claimed_by_phrase(line, group, quotations)
    if is_reduced_charge(line, group):
        return None
    turned = inverted(line, group, quotations)
    if turned is not None:
        return turned
    subject, inherited, cut = subject_of(line, group, before)
    if subject is None:
        return None
    draft = None
    if not inherited:
        draft = trailing(line, group, subject, quotations)
    if draft is None:
        draft = leading(line, group, quotations)
        if draft is not None and inherited:
            draft.break_at = cut
    if draft is None:
        return None
    draft.source, draft.core, draft.inherited = subject[0], subject[1], inherited
    end_relative_clause(line, group, draft)
    if group.subjectless and not inherited:
        add_document(line, group, draft)
    nor = group.left > 0 and line.tokens[group.left - 1].low == "nor"
    draft.negated = group.negated or nor or negative_subject(line, subject[0])
    draft.strong = not group.form.verb.weak
    _without_no(line, draft)
    if not draft.negated and (group.form.verb.base in NEGATED_ONLY and draft.frame in ("noun", "preposition")):
        return None
    if group.form.verb.weak and draft.frame in ("noun", "preposition") and not draft.negated and not _kind(line, draft):
        return None
    add_hearsay(line, group, draft)
    add_cited(line, group, draft)
    note_medium(line, group, draft)
    return draft


def _without_no(line: Line, draft: Draft) -> None:
    """ "gave no details": the details are what was not given."""
    first = index_at(line, draft.content.start)
    if draft.frame == "noun" and line.tokens[first].low == "no" and draft.content.end > line.tokens[first].end:
        draft.negated = True
        draft.content = Span(line.tokens[first + 1].start, draft.content.end)


def _kind(line: Line, draft: Draft) -> bool:
    """True when what is given is itself a saying ("offered condolences")."""
    within = [t.low for t in line.tokens if draft.content.start <= t.start < draft.content.end]
    return any(word in SAID_THINGS for word in within[:4])


def _claimed_by_phrase(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    """As in "phoned a newspaper to claim responsibility": the one case where "to" and a verb is a statement made."""
    if group.form.verb.base != "claim":
        return None
    draft, subject = leading(line, group, quotations), main_subject(line, group.left)
    if draft is None or subject is None or draft.frame != "responsibility":
        return None
    draft.source, draft.core = subject
    return draft


def is_reduced_charge(line: Line, group: VerbGroup) -> bool:
    """True for "two men suspected of ..." and "rebels blamed for ...": somebody else suspects or blames them."""
    after = line.tokens[group.head + 1].low if group.head + 1 < len(line.tokens) else ""
    links = ("for",) if group.form.verb.base == "blame" else ("of", "with")
    return group.form.verb.base in CHARGING and group.form.tag in ("past", "part") and after in links
