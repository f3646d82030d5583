"""A passage made ready for counting: its tokens and numerals, and what a numeral counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.lang.en import casualties as words
from sayso.lang.en import numbers as number_words
from sayso.model import Figure, Span
from sayso.read.figures.numerals import Numeral
from sayso.read.figures.tokens import Token, cover, follows

STOPS = frozenset([".", ";", ":", "(", ")", "[", "]", '"', "“", "”", "—", "–"])
LINKS = frozenset(["and", "or", "but", "while", "when", "after", "before", "as", "because", "which", "that", "whose"])
_AGE = re.compile(r"(?:\d+|[a-z]+(?:-[a-z]+)?)[- ]+(?:year|month|week|day)s?[- ]+olds?")
_BREAKS = frozenset([",", "of", "in", "at", "by", "to", "from", "with"])


@dataclass(frozen=True, slots=True)
class Count:
    """A figure for one role, standing on tokens ``first`` to ``last``."""

    role: str
    figure: Figure
    span: Span
    score: float
    rule: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A passage made ready: its tokens, its numerals by their last and first token, and the persons named in it."""

    text: str
    tokens: list[Token]
    numerals: list[Numeral]
    names: tuple[Span, ...]

    def starting(self, at: int) -> Numeral | None:
        """The numeral that begins at token ``at``."""
        return next((n for n in self.numerals if n.first == at or n.core == at), None)

    def name_at(self, at: int) -> int | None:
        """The last token of the person's name that begins at token ``at``, None when there is none."""
        if at >= len(self.tokens):
            return None
        start = self.tokens[at].start
        end = next((s.end for s in self.names if s.start == start), None)
        if end is None:
            return None
        return max(k for k in range(at, len(self.tokens)) if self.tokens[k].end <= max(end, self.tokens[at].end))


def counts_people(clause: Clause, n: Numeral, cue: int) -> bool:
    """True when what follows the numeral are people: a person noun, "of them", or the word itself."""
    tokens = clause.tokens
    if counts_no_people(clause, n):
        return False
    if n.qualifier == "indefinite":
        return person_noun(tokens, n.last + 1, 5) is not None
    k = n.last + 1
    while k < cue and (tokens[k].low in words.ADVERBS or tokens[k].low in words.BE):
        k += 1
    if k == cue or follows(tokens, n.last + 1, ("of",)) or tokens[k].low in words.ABOARD:
        return True
    if follows(tokens, k, ("on", "board")):
        return True
    head = person_noun(tokens, n.last + 1, 7)
    return (head is not None and head < cue) or _plural_head(tokens, n.last + 1, cue)


def _plural_head(tokens: list[Token], first: int, cue: int) -> bool:
    """True when a plural noun stands right behind the numeral and the verb comes soon."""
    return cue - first <= 6 and any(is_plural(t.low) for t in tokens[first : first + 3] if t.low.isalpha())


def counts_no_people(clause: Clause, n: Numeral) -> bool:
    """True when the numeral is an age, a year, a time, money, a road or a measure."""
    tokens = clause.tokens
    behind = [t.low for t in tokens[n.last + 1 : n.last + 3]]
    if (
        n.first
        and n.last + 1 < len(tokens)
        and tokens[n.first - 1].low == ","
        and tokens[n.last + 1].low in {",", "and"}
        and n.low < 110
        and tokens[n.core].low.isdigit()
    ):
        return True  # an age between commas
    if n.low > 1 and n.low == n.high and _one_person(tokens, n.last + 1):
        return True  # "Channel 41 Woman dies"
    if n.first > 1 and tokens[n.first - 1].low == "of" and tokens[n.first - 2].low in words.PARENTS:
        return True  # "father of five killed"
    if words.ANIMALS.intersection(behind):
        return True
    if tokens[n.core].low == "both" and behind[1:] == ["and"]:
        return True  # "both alive and dead"
    if n.qualifier == "vague" and n.last == n.core and tokens[n.core].low == "some" and behind[:1] == ["of"]:
        return True
    if any(b in number_words.NOT_PEOPLE for b in behind[:1]) or (
        len(behind) == 2
        and behind[1] in number_words.NOT_PEOPLE
        and behind[0] in {"per", "more", "-", "other", "p", "a"}
    ):
        return True
    before = tokens[n.core - 1].low if n.core else ""
    if before in number_words.NO_COUNT_AFTER or _of_calendar(clause, n, before, behind):
        return True
    plain = tokens[n.core].low
    if plain == "911" or (plain.startswith("0") and len(plain) > 1):
        return True  # the emergency number; part of a clock or a code
    if behind[:1] == [","] and len(behind) == 2 and behind[1] in words.BE and plain.isdigit():
        return True  # an age behind a name that ends the passage before
    return (plain.isdigit() and len(plain) == 4 and "1800" < plain < "2100") or (
        bool(behind) and behind[0] in {":", "/", "%", "-", "–", "|"}
    )


def _of_calendar(clause: Clause, n: Numeral, before: str, behind: list[str]) -> bool:
    """True for "9 March", "March 9", "at 1030", "aged 24 and 30", unless people are named right behind."""
    tokens, plain = clause.tokens, clause.tokens[n.core].low
    if not plain.isdigit():
        return False
    people = bool(behind) and (is_person(behind[0]) or behind[0] in words.OTHER_WORDS or behind[0] in words.PARTICIPLES)
    if behind[:1] and behind[0] in number_words.MONTHS and n.low <= 31 and not (behind[0] == "may" and people):
        return True
    if people:
        return False
    if before in number_words.MONTHS and n.low <= 31 and before != "may":
        return True
    if before in number_words.CLOCK_AFTER and len(plain) == 4 and n.low < 2400 and n.low % 100 < 60:
        return True
    aged = n.first > 1 and before == "and" and tokens[n.first - 2].low.isdigit() and n.first > 2
    return aged and tokens[n.first - 3].low in number_words.NO_COUNT_AFTER


def _one_person(tokens: list[Token], at: int) -> bool:
    """True when a single person, no plural, is named at token ``at``."""
    if at + 1 >= len(tokens) or not is_person(tokens[at].low) or is_person(tokens[at + 1].low):
        return False
    return not is_plural(tokens[at].low) and tokens[at + 1].low in words.PARTICIPLES | words.STATES


def is_passive(tokens: list[Token], at: int) -> bool:
    """True when the participle at token ``at`` stands behind "was", "were", "has been" ..."""
    k = at - 1
    while k >= 0 and tokens[k].low in words.ADVERBS:
        k -= 1
    if k < 0 or tokens[k].low not in words.BE or any(t.low in words.HAVE for t in tokens[k + 1 : at]):
        return False  # "is believed to have killed"
    return tokens[k].low not in {"has", "had", "have"} or (k + 1 < at and tokens[k + 1].low == "been")


def is_age(low: str) -> bool:
    """True for "16-year-old" and the like, which stand for a person when no noun follows."""
    return low[-1] in "ds" and _AGE.fullmatch(low) is not None


def is_person(low: str) -> bool:
    """True when ``low`` is a noun for people."""
    return low in words.PERSON_NOUNS or is_age(low)


def person_noun(tokens: list[Token], first: int, reach: int) -> int | None:
    """The head: last of the person nouns that follow one another within ``reach`` tokens."""
    for k in range(first, min(first + reach, len(tokens))):
        low = tokens[k].low
        if is_person(low):
            while k + 1 < len(tokens) and is_person(tokens[k + 1].low):
                k += 1
            if is_age(low) and k + 1 < len(tokens) and tokens[k + 1].low in words.NO_PERSON_NOUNS:
                return None
            return k
        if low in STOPS or low in words.BE or low in LINKS or low in _BREAKS:
            return None
    return None


def head_of(tokens: list[Token], n: Numeral) -> int:
    """Last token of those the numeral counts."""
    head = person_noun(tokens, n.last + 1, 6)
    if head is not None:
        return head
    nxt = n.last + 1
    return nxt if nxt < len(tokens) and tokens[nxt].low in words.OTHER_WORDS else n.last


def is_plural(low: str) -> bool:
    """True when ``low`` looks like a plural noun."""
    return low in words.IRREGULAR_PLURALS or (low.endswith("s") and not low.endswith(("ss", "us")))


def count_of(clause: Clause, role: str, n: Numeral, first: int, last: int, score: float, rule: str) -> Count:
    """A Count of those the numeral counts; the evidence runs from token ``first`` to ``last``."""
    tokens = clause.tokens
    end = head_of(tokens, n)
    scope = scope_of([t.low for t in tokens[n.last + 1 : end + 1]])
    qualifier = "exact" if n.qualifier == "indefinite" else n.qualifier
    low, high = n.low, n.high
    if n.qualifier == "indefinite" and role == "killed" and n.last + 1 < len(tokens):
        low = high = number_words.ORDINALS.get(tokens[n.last + 1].low, 1)  # "a third man died"
    return Count(
        role,
        Figure(low, high, scope, qualifier),
        cover(tokens, min(first, n.first), max(last, n.last)),
        score,
        rule,
    )


def scope_of(low: list[str]) -> str:
    """Who is counted: "victims", "attackers", or the words themselves."""
    kept = [
        w for w in low if w not in words.GENERIC and w not in {"the", "a", "an", "of", "another", "all", "both", ","}
    ]
    if any(w in words.ATTACKER_NOUNS for w in kept):
        return " ".join(kept) if "bomber" in kept else "attackers"
    return " ".join(kept) if any(is_person(w) for w in kept) else "victims"


def words_of(clause: Clause, first: int, last: int) -> str:
    """The words from token ``first`` to ``last`` on one line, an article in lower case."""
    text = " ".join(cover(clause.tokens, first, last).of(clause.text).split())
    return text[:1].lower() + text[1:] if clause.tokens[first].low in {"the", "a", "an", "his", "her"} else text
