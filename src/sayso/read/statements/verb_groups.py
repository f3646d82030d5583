"""Verb groups of saying, and what looks like a finite verb."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.lang.en import closed_words as w
from sayso.lang.en.numbers import UNITS
from sayso.read.statements.lexicon import Form, forms
from sayso.read.statements.tokens import Line, Token


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb of saying with its auxiliaries.

    Attributes:
        left: first token of the group with adverbs before it.
        first: first token without them; ``head`` is the verb itself.
        infinitive: True after "to" with no verb of trying or declining before it.
        subjectless: True for a bare "-ing" form.
    """

    left: int
    first: int
    head: int
    form: Form
    passive: bool
    negated: bool
    infinitive: bool
    modal: bool
    subjectless: bool


def verb_groups(line: Line) -> tuple[VerbGroup, ...]:
    """All verb groups of saying in a sentence, in order."""
    table = forms()
    found = []
    for at, token in enumerate(line.tokens):
        form = table.get(token.low)
        if form is not None and not _is_name(line, at) and not _is_noun(line.tokens, at, form):
            found.append(_group(line.tokens, at, form))
    return tuple(found)


def _is_name(line: Line, at: int) -> bool:
    """True for a word with a capital inside a sentence ("reads Judge Hale's ruling")."""
    token = line.tokens[at]
    if line.upper or line.title or at == 0 or not token.text[0].isupper():
        return False
    before = line.tokens[at - 1]
    return before.is_word or before.low in (",", "-", "&", "/")


def _is_noun(tokens: tuple[Token, ...], at: int, form: Form) -> bool:
    before = tokens[at - 1].low if at else ""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if before in w.ARTICLES or before.endswith(("'s", "s'")) or before in ("-",) or after == "-":
        return True
    if form.tag in ("past", "part") and before in w.PREPOSITIONS - {
        "before",
        "after",
        "since",
        "on",
        "in",
        "out",
        "up",
        "over",
    }:
        return True
    if form.tag == "past" and before in w.DETERMINERS - w.SUBJECT_PRONOUNS - {
        "all",
        "both",
        "others",
        "several",
        "many",
        "some",
    }:
        return True
    if form.tag == "ing" and before in w.PREPOSITIONS | w.DETERMINERS:
        return form.nominal or before in w.DETERMINERS or before in ("of", "for", "in", "on", "with")
    if form.tag == "ing" and form.nominal and at and tokens[at - 1].is_word:
        return forms().get(before) is not None or before.endswith(("ed", "al", "ic")) or after.endswith("ing")
    if not form.nominal or before in w.MODALS or before == "to" or before in w.DO:
        return False
    return _nominal_is_noun(tokens, at, form, before, after)


def _nominal_is_noun(tokens: tuple[Token, ...], at: int, form: Form, before: str, after: str) -> bool:
    if form.tag in ("past", "part"):
        return False
    if before.isdigit() or before in UNITS or (form.tag == "s" and after in w.IRREGULAR_PASTS):
        return True
    if before in w.PERSONAL - w.POSSESSIVES or before in ("who", "which", "that", "also", "not"):
        return before == "that" and form.tag == "base" and after not in w.DETERMINERS
    if before in w.PREPOSITIONS | w.DETERMINERS | w.BE | w.HAVE or not before or not tokens[at - 1].is_word:
        return not (form.tag == "s" and before in (",", ")", "]", "”", '"'))
    if after in w.AUXILIARIES or after in ("of", "from", "by", "in", "and", "or", ",", ".", "for", "against", "with"):
        return True
    if form.tag == "base":
        return not (before.endswith("s") and not before.endswith("ss")) and before not in (
            "people",
            "police",
            "and",
            "or",
        )
    return before in w.CONJUNCTIONS or before.endswith(("ing", "al", "ive", "ous", "ed", "ic"))


def _group(tokens: tuple[Token, ...], at: int, form: Form) -> VerbGroup:
    left = first = at
    passive = negated = infinitive = modal = False
    auxiliary = False
    j = at - 1
    while j >= 0:
        low = tokens[j].low
        if low in w.AUXILIARIES:
            passive = passive or (low in w.BE and form.tag in ("past", "part") and not auxiliary)
            modal = modal or low in w.MODALS
            negated = negated or low.endswith("n't") or low == "cannot"
            auxiliary, first = True, j
        elif low in ("not", "never", "neither"):
            counted_in = j + 1 < len(tokens) and tokens[j + 1].low in ("only", "just", "merely")
            negated, first = negated or not counted_in, j  # "not only said" was said
        elif low == "to" and not auxiliary | infinitive:
            base = w.CATENATIVES.get(tokens[j - 1].low, "") if j else ""
            on = j > 1 and tokens[j - 1].low == "on" and w.CATENATIVES.get(tokens[j - 2].low) == "go on"
            if not base and not on:
                infinitive = True
                break
            negated = negated or base in w.NEGATIVE_CATENATIVES
            j = first = j - (2 if on else 1)
        elif not (low in w.ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in ("family", "only", "italy"))):
            break
        left, j = j, j - 1
    bare = form.tag == "ing" and not auxiliary
    return VerbGroup(left, first, at, form, passive, negated, infinitive, modal, bare)


def is_finite(tokens: tuple[Token, ...], at: int, loose: bool = False) -> bool:
    """True when the token looks like a finite verb: an auxiliary, a past, or a known form.

    Args:
        loose: take any past that nothing marks as an adjective, for telling clauses from phrases.
    """
    low = tokens[at].low
    if low in w.AUXILIARIES:
        return low not in ("being", "been", "having", "be")
    if low in w.IRREGULAR_PASTS or low in w.THIRD_PERSONS:
        return not (at and tokens[at - 1].low in w.ARTICLES)
    if low.endswith("ed") and len(low) > 4:
        return _looks_finite(tokens, at, loose)
    form = forms().get(low)
    return form is not None and form.tag in ("s", "past") and not _is_noun(tokens, at, form)


def _looks_finite(tokens: tuple[Token, ...], at: int, loose: bool) -> bool:
    before = tokens[at - 1].low if at else ""
    if before in w.DETERMINERS or before in w.PREPOSITIONS or before.endswith("'s") or not before:
        return False
    if loose:
        return not before.endswith("ly") and before not in ("most", "more", "and", "or", ",")
    after = tokens[at + 1].low if at + 1 < len(tokens) else "."
    return (
        after in w.DETERMINERS
        or after in w.PREPOSITIONS
        or after in w.OBJECT_PRONOUNS
        or after in w.ADVERBS
        or not after[0].isalnum()
    )


def has_finite(tokens: tuple[Token, ...], first: int, last: int, loose: bool = False) -> bool:
    """True when a finite verb stands among the tokens ``first`` to ``last`` (exclusive)."""
    return any(is_finite(tokens, i, loose) for i in range(first, last))
