"""Verbs of saying with their subject and what is said: before them, after them, or around them."""

from __future__ import annotations

from sayso.lang.en.cues import NEGATED_ONLY
from sayso.read.statements.after import leading
from sayso.read.statements.before import inverted, trailing
from sayso.read.statements.carriers import add_document, add_hearsay, note_medium
from sayso.read.statements.draft import Draft
from sayso.read.statements.subjects import negative_subject, subject_of
from sayso.read.statements.tokens import Line, Quotation
from sayso.read.statements.verb_groups import VerbGroup


def verb_draft(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...], before: list[Draft]) -> Draft | None:
    """The statement an active verb of saying marks, None when it marks none.

    Args:
        before: drafts already found in the same sentence, for verbs that share their subject.
    """
    if group.infinitive:
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
    if group.subjectless and not inherited:
        add_document(line, group, draft)
    draft.negated = group.negated or negative_subject(line, subject[0])
    draft.strong = not group.form.verb.weak
    if not draft.negated and (group.form.verb.base in NEGATED_ONLY and draft.frame in ("noun", "preposition")):
        return None
    add_hearsay(line, group, draft)
    note_medium(line, group, draft)
    return draft
