"""Where clauses and phrases of a sentence end, and small steps over adverbs."""

from __future__ import annotations

from sayso.lang.en import closed_words as w
from sayso.lang.en.cues import MEDIA
from sayso.model import Span
from sayso.read.statements.tokens import Line, Token
from sayso.read.statements.verb_groups import VerbGroup, has_finite, is_finite


def index_at(line: Line, offset: int) -> int:
    """The token that holds or follows the character ``offset``; the last one when none does."""
    for number, token in enumerate(line.tokens):
        if token.end > offset:
            return number
    return len(line.tokens) - 1


def sentence_end(line: Line) -> int:
    """Token index after the last word of the sentence."""
    last = len(line.tokens)
    while last > 0 and not line.tokens[last - 1].is_word and line.tokens[last - 1].low not in (")", "]", "%"):
        last -= 1
    return last


def clause_end(line: Line, start: int) -> int:
    """End of a clause that begins at ``start``: the sentence's, or an earlier break into another assertion."""
    tokens = line.tokens
    for at in range(start + 1, len(tokens)):
        low = tokens[at].low
        after = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if (
            low == ";"
            or (low == "," and after in ("while", "whereas", "according"))
            or (low == "according" and after == "to")
        ):
            return at
        if low == "," and after in ("but", "though", "although") and at - start > 3:
            return at
    return sentence_end(line)


def phrase_end(line: Line, start: int, as_subject: bool = False) -> int:
    """End of a noun phrase that is what is said, with what hangs on it.

    Args:
        as_subject: the phrase may be a subject ("reports of a blast were denied"), which a finite verb ends.
    """
    tokens = line.tokens
    related = False
    for at in range(start + 1, len(tokens)):
        low = tokens[at].low
        if low in (";", ":") or (low == "according"):
            return at
        after = tokens[at + 1].low if at + 1 < len(tokens) else ""
        related = related or low in w.RELATIVES or low == "that"
        if as_subject and not related and low in w.BE | w.HAVE | w.MODALS:
            return at
        if low == "," and (
            after in w.CLAUSE_BREAKS | {"but", "and", "with"}
            or after.endswith("ing")
            or has_finite(tokens, at + 1, min(at + 7, len(tokens)))
        ):
            return at
        if low in w.CONJUNCTIONS and at + 1 < len(tokens) and (is_finite(tokens, at + 1) or after in ("also",)):
            return at
        if low in ("when", "while", "because", "although", "but", "after", "whereas") and at > start:
            return at
    return sentence_end(line)


def skip_adverbials(line: Line, at: int) -> int:
    """The first token from ``at`` on that is no adverb, time word or manner."""
    tokens = line.tokens
    while at < len(tokens) and (
        tokens[at].low in w.ADVERBS or tokens[at].low in w.TIME_WORDS or _is_manner(tokens[at])
    ):
        at += 1
    return at


def _is_manner(token: Token) -> bool:
    return token.low.endswith("ly") and len(token.low) > 5


def past_adverbial(line: Line, at: int) -> int:
    """The start of the clause after "on Monday", "in a statement" and the like."""
    tokens = line.tokens
    for i in range(at + 1, min(len(tokens), at + 9)):
        low, before = tokens[i].low, tokens[i - 1].low
        if low == "," and i + 1 < len(tokens):
            return i + 1
        if before in w.PREPOSITIONS | w.DETERMINERS:
            continue
        if low in w.DETERMINERS | w.SUBJECT_PRONOUNS or before in w.TIME_WORDS or before in MEDIA:
            return i if low not in w.TIME_WORDS and not low.isdigit() else i + 1
    return at


def clause_soon(line: Line, at: int) -> bool:
    """True when a finite verb comes before any comma or relative word."""
    tokens, i = line.tokens, at + 1
    while i < len(tokens):
        low = tokens[i].low
        if low == "," and i + 1 < len(tokens) and tokens[i + 1].low in w.RELATIVES:
            i = next((k for k in range(i + 2, len(tokens)) if tokens[k].low == ","), len(tokens)) + 1
            continue
        if low in (";", *w.RELATIVES, "that", *w.CLAUSE_BREAKS) or (
            low == "," and tokens[i + 1 : i + 2] and tokens[i + 1].low.endswith("ing")
        ):
            return False
        if is_finite(tokens, i, loose=True):
            return tokens[i - 1].low not in w.CONJUNCTIONS
        i += 1
    return False


def cue_of(line: Line, group: VerbGroup) -> Span:
    """The verb itself as the cue."""
    return line.span(group.head, group.head + 1)


def words_span(line: Line, first: int, last: int) -> Span | None:
    """The characters of the tokens from ``first`` up to ``last`` without punctuation at the edges; None when empty."""
    tokens = line.tokens
    while first < last and not tokens[first].is_word and tokens[first].low not in ("$", "["):
        first += 1
    while last > first and not tokens[last - 1].is_word and tokens[last - 1].low not in ("]", ")", "%"):
        last -= 1
    return line.span(first, last) if last > first else None
