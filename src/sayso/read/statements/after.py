"""What is said, when it stands after its cue: each complement a verb of saying may take."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from sayso.lang.en import closed_words as w
from sayso.lang.en.cues import MEDIA, PRESS, TOLLS
from sayso.read.statements.carriers import with_carrier
from sayso.read.statements.draft import Draft
from sayso.read.statements.places import (
    clause_end,
    clause_soon,
    cue_of,
    past_adverbial,
    phrase_end,
    sentence_end,
    skip_adverbials,
)
from sayso.read.statements.tokens import MARKS, Line, Quotation, Token
from sayso.read.statements.verb_groups import VerbGroup, has_finite, is_finite

_GAP = 4
"""Characters between a colon and the quotation in the next paragraph."""
_RESPONSE = frozenset(("responsibility", "credit"))


def leading(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    """'X said that ...', 'X told Y ...', 'X denied the ...', 'X threatened to ...'."""
    for find in (
        _responsibility,
        _quoted_after,
        _that_clause,
        _told,
        _object_infinitive,
        _infinitive,
        _prepositional,
        _bare_clause,
        _noun,
    ):
        draft = find(line, group, quotations)
        if draft is not None:
            return draft
    return None


def _make(line: Line, group: VerbGroup, first: int, last: int, frame: str) -> Draft | None:
    tokens = line.tokens
    while first < last and not tokens[first].is_word and tokens[first].low not in ("[", "(", "$", "@", "#"):
        first += 1
    while last > first and not tokens[last - 1].is_word and tokens[last - 1].low not in ("]", ")", "%"):
        last -= 1
    if last <= first:
        return None
    return Draft(
        line.number, "verb " + frame, group.form.verb.base, line.span(first, last), cue_of(line, group), frame=frame
    )


def _responsibility(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    tokens = line.tokens
    if "responsibility" not in group.form.verb.frames:
        return None
    for at in range(group.head + 1, min(group.head + 4, len(tokens))):
        if tokens[at].low in _RESPONSE:
            draft = _make(
                line, group, at, _before_medium(line, at, phrase_end(line, at, as_subject=True)), "responsibility"
            )
            if draft is not None:
                draft.cue = line.span(group.head, at + 1)
            return draft
    return None


def _quoted_after(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    tokens = line.tokens
    if not group.form.verb.frames & {"clause", "addressee", "that", "preposition"}:
        return None
    for at in range(group.head + 1, min(len(tokens), group.head + 22)):
        low = tokens[at].low
        if low == ":" and at + 1 < len(tokens):
            return with_carrier(line, group, at, _from_mark(line, group, at + 1, quotations))
        if low == ":" and at + 1 == len(tokens):
            return with_carrier(line, group, at, _next_paragraph(line, group, quotations))
        if (
            low in MARKS
            and _opens_here(line, at, quotations)
            and (at == group.head + 1 or tokens[at - 1].low in (",", ":"))
        ):
            return with_carrier(line, group, at, _from_mark(line, group, at, quotations))
        if low in ("that", ";") or (is_finite(tokens, at) and at > group.head + 1):
            return None
    return None


def _before_medium(line: Line, first: int, last: int) -> int:
    """The end of a phrase without the medium behind it ("... in a letter")."""
    tokens = line.tokens
    for at in range(first + 1, last):
        if tokens[at].low in ("in", "on", "via", "through", "by") and any(
            t.low in MEDIA for t in tokens[at + 1 : at + 4]
        ):
            return at
    return last


def _opens_here(line: Line, at: int, quotations: tuple[Quotation, ...]) -> bool:
    return line.quoted[at] >= 0 and quotations[line.quoted[at]].outer.start == line.tokens[at].start


def _from_mark(line: Line, group: VerbGroup, at: int, quotations: tuple[Quotation, ...]) -> Draft | None:
    number = line.quoted[at]
    if number < 0:
        return _make(line, group, at, sentence_end(line), "clause")
    quote = quotations[number]
    rest = [t for t in line.tokens if t.start >= quote.outer.end and t.is_word]
    if quote.inner.end - quote.inner.start < 25 and len(rest) > 2 and at == group.head + 1:
        return _make(line, group, at, clause_end(line, at), "clause")
    return Draft(
        line.number, "verb quote", group.form.verb.base, quote.inner, cue_of(line, group), frame="quote", direct=number
    )


def _next_paragraph(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    end = line.tokens[-1].end
    number = bisect_left(quotations, end, key=lambda q: q.outer.start)
    if number == len(quotations) or quotations[number].outer.start - end > _GAP:
        return None
    inner, base = quotations[number].inner, group.form.verb.base
    return Draft(line.number, "verb quote", base, inner, cue_of(line, group), frame="quote", direct=number)


def _that_clause(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    tokens = line.tokens
    frames = group.form.verb.frames
    if not frames & {"clause", "that", "addressee"}:
        return None
    for at in range(group.head + 1, min(len(tokens), group.head + 16)):
        low = tokens[at].low
        if low == "that" and (at == group.head + 1 or _complementizer(tokens, at)):
            draft = _make(line, group, at + 1, clause_end(line, at + 1), "clause")
            return with_carrier(line, group, at, draft)
        if low in ("whether", "how", "why", "what", "if", "where", "when", "who") and at == group.head + 1:
            return _make(line, group, at, clause_end(line, at), "clause")
        if low == ";" or (low == "," and at > group.head + 1 and not _parenthesis(tokens, at)):
            return None
        if is_finite(tokens, at) and low not in w.REDUCED:
            return None
    return None


def _complementizer(tokens: tuple[Token, ...], at: int) -> bool:
    after = tokens[at + 1].low if at + 1 < len(tokens) else "."
    return not (is_finite(tokens, at + 1) if at + 1 < len(tokens) else True) and after not in (",", ".")


def _parenthesis(tokens: tuple[Token, ...], at: int) -> bool:
    return any(tokens[i].low == "that" for i in range(at + 1, min(len(tokens), at + 9)))


def _told(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    tokens, frames = line.tokens, group.form.verb.frames
    if "addressee" not in frames:
        return None
    at = group.head + 1
    if at >= len(tokens) or not tokens[at].is_word or tokens[at].low in w.PREPOSITIONS | {"to"}:
        return None
    split = _addressee_end(line, at)
    if split is None or split >= len(tokens) or tokens[split].low in ("to", "about", "of", ".", ","):
        return None
    if not has_finite(tokens, split, len(tokens), loose=True):
        return None
    return with_carrier(line, group, split, _make(line, group, split, clause_end(line, split), "clause"))


def _addressee_end(line: Line, at: int) -> int | None:
    """Token after the person told, where the clause begins."""
    tokens = line.tokens
    if tokens[at].low in w.OBJECT_PRONOUNS:
        return skip_adverbials(line, at + 1)
    for i in range(at + 1, min(len(tokens), at + 12)):
        low = tokens[i].low
        if low == "to" or low in (".", ";"):
            return None
        fresh = low in w.DETERMINERS | w.SUBJECT_PRONOUNS | w.POSSESSIVES | {
            "there",
            "if",
            "how",
            "what",
            "whether",
            "why",
        }
        if fresh and tokens[i - 1].low not in w.PREPOSITIONS | w.DETERMINERS | w.CONJUNCTIONS:
            return i
        if tokens[i - 1].low in PRESS or (
            not line.upper and tokens[i - 1].text[0].isupper() and tokens[i].text[0].islower()
        ):
            return skip_adverbials(line, i)
    return None


def _object_infinitive(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    tokens = line.tokens
    if "object" not in group.form.verb.frames:
        return None
    at = group.head + 1
    if at < len(tokens) and tokens[at].low in ("on", "upon", "for"):
        at += 1
    for i in range(at + 1, min(len(tokens), at + 16)):
        low = tokens[i].low
        if low == "to" or (low == "not" and i + 1 < len(tokens) and tokens[i + 1].low == "to"):
            draft = _make(line, group, at, clause_end(line, i), "object infinitive")
            if draft is not None and at > group.head + 1:
                draft.cue = line.span(group.head, at)
            return draft
        if low in (".", ";", ":", ",") or is_finite(tokens, i):
            return None
    return None


def _infinitive(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    at = skip_adverbials(line, group.head + 1)
    if "infinitive" not in group.form.verb.frames or at >= len(line.tokens) or line.tokens[at].low != "to":
        return None
    return _make(line, group, at, clause_end(line, at), "infinitive")


def _prepositional(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    tokens = line.tokens
    at = group.head + 1
    if at + 1 >= len(tokens) or tokens[at].low not in group.form.verb.prepositions:
        return None
    draft = _make(line, group, at + 1, phrase_end(line, at + 1), "preposition")
    if draft is not None:
        draft.cue = line.span(group.head, at + 1)
    return draft


def _bare_clause(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    tokens = line.tokens
    if "clause" not in group.form.verb.frames:
        return None
    at = skip_adverbials(line, group.head + 1)
    if (
        at + 2 < len(tokens)
        and tokens[at].low == ","
        and not group.subjectless
        and tokens[at + 1].low in w.DETERMINERS | w.SUBJECT_PRONOUNS
    ):
        at += 1
    if at >= len(tokens) or tokens[at].low in (",", ".", ";", ")", "by", "to", "for", "as"):
        return None
    if tokens[at].low in w.PREPOSITIONS:
        at = past_adverbial(line, at)
    if at >= len(tokens) or not has_finite(tokens, at + 1, clause_end(line, at), loose=True):
        return None
    if (group.form.verb.weak or "noun" in group.form.verb.frames) and not clause_soon(line, at):
        return None
    return _make(line, group, at, clause_end(line, at), "clause")


def _noun(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    tokens = line.tokens
    if "noun" not in group.form.verb.frames or (group.form.tag == "base" and group.form.nominal and not group.modal):
        return None
    at = skip_adverbials(line, group.head + 1)
    stops = w.PREPOSITIONS | w.CONJUNCTIONS | w.SUBORDINATORS | w.AUXILIARIES | {"to", ",", ".", ";", ":", ")"}
    if at >= len(tokens) or (not tokens[at].is_word and tokens[at].low not in MARKS):
        return None
    if tokens[at].low in stops and not _counts(tokens, at):
        return None
    if group.form.verb.base == "attack" and not _for_doing(tokens, at):
        return None
    if group.form.verb.base == "put" and not any(t.low in TOLLS for t in tokens[at : at + 4]):
        return None
    return _make(line, group, at, phrase_end(line, at), "noun")


def _for_doing(tokens: tuple[Token, ...], at: int) -> bool:
    """True for "attacked the council for closing ...": with words, not with arms."""
    return any(a.low == "for" and b.low.endswith("ing") for a, b in pairwise(tokens[at : at + 12]))


def _counts(tokens: tuple[Token, ...], at: int) -> bool:
    """True for "at least 15", "over 200", "up to ten": a figure and no adverbial."""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return tokens[at].low in ("at", "over", "up", "about", "around") and (
        after in ("least", "most", "to") or after.isdigit()
    )
