"""Animals told in a text: what befalls them, or is done by them, is no harm of persons and no incident.

The method is shallow: nouns of a list in small letters, the names set beside them, and the noun phrase that a verb has
as its subject or its object. Whatever is unclear is left to be read as told of persons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.lang.en import animals as words
from sayso.lang.en.casualties import (
    ADVERBS,
    BE,
    DETERMINERS,
    HAVE,
    NOT_NAMES,
    PARTICIPLES,
    PERSON_NOUNS,
    SAYING,
    STATES,
)
from sayso.lang.en.closed import AUXILIARIES, CALENDAR, CLOSED, CONJUNCTIONS, VERBS
from sayso.lang.en.numbers import ORDINALS, UNITS, VAGUE
from sayso.model import Span

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*(?:['’](?=\s))?|[^\w\s]")
_HARMED = re.compile(words.HARMED, re.I)
_ARTICLES = DETERMINERS | frozenset({"a", "an", "another", "these", "those", "each", "every", "some"})
_NUMBERS = frozenset(UNITS) | frozenset(VAGUE) | frozenset(ORDINALS)
_BEFORE_SUBJECT = CONJUNCTIONS | SAYING | frozenset({"after", "before", "since", "then"})
_RELATIVE = frozenset({"that", "which", "who"})
_HE = frozenset({"he", "she", "they", "we", "i", "you", "somebody", "someone", "nobody", "everyone", "one", "others"})
_BEHIND_HEAD = CLOSED | VERBS | BE | _ARTICLES | frozenset(PARTICIPLES) | frozenset(STATES) | words.NAMED
_BEHIND_NAME = AUXILIARIES | VERBS | frozenset(PARTICIPLES) | frozenset(STATES) | _RELATIVE
_BEHIND_PHRASE = re.compile(r",|\s(?:of|for|in|at|from|by|with|who|that|which|on|named|called)\s")
_LONGEST_PHRASE = 5  # words
_REACH = 16  # words between a subject and its verb
_OBJECT_REACH = 6
_AND_REACH = 5


@dataclass(frozen=True, slots=True)
class _Token:
    raw: str
    low: str
    span: Span


@dataclass(frozen=True, slots=True)
class Animals:
    """The animals of one text.

    Attributes:
        nouns: where a noun tells of one or more ("the gorilla"), in order.
        names: where the name of one stands, in order.
        owners: nouns that own what follows ("the gorilla's killing").
    """

    tokens: tuple[_Token, ...] = ()
    nouns: frozenset[Span] = frozenset()
    names: frozenset[Span] = frozenset()
    owners: frozenset[Span] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.nouns or self.owners)

    def within(self, span: Span) -> bool:
        """True when one is told in ``span``."""
        return any(span.contains(s) for s in self.nouns | self.names)

    def is_one(self, span: Span, text: str) -> bool:
        """True when the words at ``span`` tell of an animal: "a police dog", not "the owner of the dog"."""
        if not self:
            return False
        behind = _BEHIND_PHRASE.search(text, span.start, span.end)
        end = behind.start() if behind else span.end
        return any(s.start >= span.start and s.end == end for s in self.nouns | self.names)

    def is_he(self, at: int, start: int) -> bool:
        """True when the pronoun at offset ``at`` stands for an animal: the first one told in its sentence before it is
        one, or that of the sentence before.

        Args:
            at: where the pronoun begins; ``start``: where its sentence does.
        """
        here = next((k for k, t in enumerate(self.tokens) if t.span.start >= at), len(self.tokens))
        first = next((k for k, t in enumerate(self.tokens) if t.span.start >= start), here)
        told = self._first_subject(first, here)
        if not told:
            before = max((k for k in range(first - 1) if self.tokens[k].raw in ".?!"), default=-1) + 1
            told = self._first_subject(before, first)
        return told == "animal"

    def before(self, at: int, start: int) -> bool:
        """True when the last living being told between the offsets ``start`` and ``at`` is an animal."""
        here = next((k for k, t in enumerate(self.tokens) if t.span.start >= at), len(self.tokens))
        first = next((k for k, t in enumerate(self.tokens) if t.span.start >= start), here)
        return next((kind for k in range(here - 1, first - 1, -1) if (kind := self._kind(k))), "") == "animal"

    def harmed(self, deed: Span, sentence: Span) -> bool:
        """True when the deed told by the words at ``deed`` is done to animals alone, or by one."""
        if not self:
            return False
        words_ = [k for k, t in enumerate(self.tokens) if deed.contains(t.span)]
        verb = next((k for k in words_ if _HARMED.fullmatch(self.tokens[k].low)), None)
        if verb is None:
            return False
        first, last = self._bounds(sentence)
        if verb > first and self.tokens[verb - 1].low in {"a", "warning"} and self.tokens[verb].low == "shot":
            return False
        if self._persons_too(verb, last):
            return False
        if self._behind(verb, last) or self._agent(verb, last):
            return True
        passive = self._helped(verb, first) < verb or self._reduced(verb, last)
        if passive or "attack" in self.tokens[verb].low or "maul" in self.tokens[verb].low:
            return self._subject(verb, first) == "animal"
        k = verb - 1
        while k > first and (self.tokens[k].low in HAVE or self.tokens[k].low in ADVERBS):
            k -= 1
        own = k >= first and self.tokens[k].span in self.owners  # "the bear's killing"
        return own or (k >= first and self._kind(k) == "animal")  # "the bear has killed"

    def hit_by(self, end: int, sentence: Span) -> bool:
        """True when the verb that ends at offset ``end`` has an animal as its object: "hunters shot a bear"."""
        verb = next((k for k, t in enumerate(self.tokens) if t.span.end == end), None)
        if verb is None or not _HARMED.fullmatch(self.tokens[verb].low):
            return False
        first, last = self._bounds(sentence)
        return self._helped(verb, first) == verb and self._behind(verb, last)

    def _bounds(self, sentence: Span) -> tuple[int, int]:
        first = next((k for k, t in enumerate(self.tokens) if t.span.start >= sentence.start), len(self.tokens))
        last = next((k for k, t in enumerate(self.tokens) if t.span.start >= sentence.end), len(self.tokens))
        return first, last

    def _kind(self, at: int) -> str:
        """ "animal" or "person" for a token that tells of one, "" for any other."""
        token = self.tokens[at]
        if token.span in self.nouns or token.span in self.names:
            return "animal"
        if token.low in PERSON_NOUNS or token.low in _HE:
            return "person"
        capital = token.raw[0].isupper() and token.low not in CLOSED | _ARTICLES | CALENDAR | _NUMBERS
        return "person" if capital and token.raw.isalpha() else ""

    def _phrase(self, at: int) -> int:
        """The first token of the noun phrase whose head is token ``at``."""
        k = at
        while k > 0 and at - k < _LONGEST_PHRASE:
            low = self.tokens[k - 1].low
            if not (low[0].isalnum()) or low in CLOSED or low in VERBS or low in BE:
                break
            k -= 1
            if low in _ARTICLES:
                break
        return k

    def _stands_free(self, at: int, first: int) -> bool:
        """True when the noun at token ``at`` may be the subject of what follows: nothing governs it."""
        k = self._phrase(at)
        if any(t.low.endswith("ing") or t.low in PERSON_NOUNS for t in self.tokens[k:at]):
            return False  # "gunmen riding camels"
        before = self.tokens[k - 1].low if k > first else ""
        if before == "of" and k - 2 >= first:
            group = self.tokens[k - 2].low
            return group in _NUMBERS | words.GROUPS_OF or group.isdigit()
        return not before or not before[0].isalnum() or before in _BEFORE_SUBJECT

    def _first_subject(self, first: int, last: int) -> str:
        return next((kind for k in range(first, last) if (kind := self._kind(k)) and self._stands_free(k, first)), "")

    def _helped(self, verb: int, first: int) -> int:
        """The first of the auxiliaries and adverbs before the verb; ``verb`` itself without a form of "be"."""
        k = verb
        while k > first and (self.tokens[k - 1].low in BE or self.tokens[k - 1].low in ADVERBS):
            k -= 1
        low = {t.low for t in self.tokens[k:verb]}
        return k if low & (BE - HAVE) or "been" in low else verb

    def _reduced(self, verb: int, last: int) -> bool:
        """True for a participle without "be": "Gorilla shot dead at zoo", "an elephant killed by poachers"."""
        behind = self.tokens[verb + 1].low if verb + 1 < last else "."
        return self.tokens[verb].low in PARTICIPLES and (behind in CLOSED | {"dead"} or not behind[0].isalnum())

    def _subject(self, verb: int, first: int) -> str:
        """What kind of being the verb tells of."""
        k = self._helped(verb, first)
        relative = k > first and self.tokens[k - 1].low in _RELATIVE
        k -= relative
        for at in range(k - 1, max(first, k - _REACH) - 1, -1):
            kind = self._kind(at)
            if not kind:
                if self.tokens[at].low == "it":
                    return "animal" if self.is_he(self.tokens[at].span.start, self.tokens[first].span.start) else ""
                continue
            if relative or self._stands_free(at, first):
                return "" if kind == "animal" and self._with_person(at, first) else kind
        return ""

    def _with_person(self, at: int, first: int) -> bool:
        """True when "and" or a comma sets a person before the animal at token ``at``: "a man and his dog"."""
        k = self._phrase(at)
        if k <= first or self.tokens[k - 1].low not in {"and", "or", ","}:
            return False
        return any(self._kind(j) == "person" for j in range(max(first, k - _AND_REACH), k - 1))

    def _behind(self, verb: int, last: int) -> bool:
        """True when what is done is done to an animal behind it: "shot and killed a bear", "the killing of rhinos"."""
        k, seen = verb + 1, 0
        while k < last and seen < _OBJECT_REACH:
            low = self.tokens[k].low
            if (kind := self._kind(k)) == "person":
                return False
            if kind == "animal":
                return not self._and_person(k, last)
            verbal = low in {"and", "dead", "to", "death", "of", "on", "at"} or low in PARTICIPLES or low in VERBS
            if not verbal and (low in CLOSED or not low[0].isalnum()):
                return False
            k, seen = k + 1, seen + (not verbal)
        return False

    def _persons_too(self, verb: int, last: int) -> bool:
        """True when the same sentence tells of persons harmed: "a dog was stabbed and an officer was wounded"."""
        fates = (
            k for k in range(verb + 1, last) if self.tokens[k].low in PARTICIPLES and self._helped(k, verb + 1) < k
        )
        return any(self._subject(k, verb + 1) == "person" for k in fates)

    def _and_person(self, at: int, last: int) -> bool:
        joined = at + 1 < last and self.tokens[at + 1].low in {"and", ",", "or"}
        return joined and any(self._kind(k) == "person" for k in range(at + 2, min(last, at + 2 + _AND_REACH)))

    def _agent(self, verb: int, last: int) -> bool:
        """True for what an animal does: "attacked by a bear", "an attack by dogs"."""
        if verb + 1 >= last or self.tokens[verb + 1].low != "by":
            return False
        kinds = (self._kind(k) for k in range(verb + 2, min(last, verb + 2 + _LONGEST_PHRASE)))
        return next((kind for kind in kinds if kind), "") == "animal"


@lru_cache(maxsize=2)  # the figures and the incidents ask for the same
def find_animals(text: str) -> Animals:
    """The animals of ``text``; none in one that is in capitals throughout, where no name is told from a noun."""
    found = [m for m in re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)?", text) if m.group().lower() in words.ANIMALS]
    if not found or text.isupper():
        return Animals()
    tokens = tuple(
        _Token(m.group(), m.group().lower().replace("’", "'"), Span(*m.span())) for m in _WORD.finditer(text)
    )
    heads = [k for k in range(len(tokens)) if _is_animal(tokens, k)]
    nouns = frozenset(tokens[k].span for k in heads)
    names = frozenset(_every(tokens, {tokens[k].raw for head in heads for k in _named(tokens, head)}))
    owners = frozenset(
        t.span for t in tokens if t.low.endswith("'s") and t.raw.islower() and t.low[:-2] in words.ANIMALS
    )
    return Animals(tokens, nouns, names, owners)


def _is_animal(tokens: tuple[_Token, ...], at: int) -> bool:
    token = tokens[at]
    if token.low not in words.ANIMALS:
        return False
    before = tokens[at - 1].low if at else "."
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    opens = before in {".", "?", "!", ":"} or "\n" in token.raw
    if token.raw[0].isupper() and not (opens and behind is not None and behind.low in _BEHIND_HEAD):
        return False
    if before in words.NO_ANIMAL.get(token.low, ()):
        return False
    counted = before in _ARTICLES or before in _NUMBERS or before.isdigit() or before in words.KINDS
    if token.low in words.WITH_ARTICLE and not counted:
        return False
    if behind is None or not behind.low[0].isalpha():
        return behind is None or behind.low != "-"
    if behind.raw[0].isupper() or (token.low[-1] == "s" and token.low[:-1] in words.ANIMALS):
        return True
    return behind.low in _BEHIND_HEAD or behind.low.endswith(("ed", "ing", "ly"))


def _named(tokens: tuple[_Token, ...], head: int) -> Iterator[int]:
    """The tokens that name the animal told by token ``head``."""
    k = head + 1
    comma = k < len(tokens) and tokens[k].low == ","
    k += comma
    called = k < len(tokens) and tokens[k].low in words.NAMED
    k += called
    while called and k < len(tokens) and tokens[k].raw in "\"'“‘":
        k += 1
    if k < len(tokens) and _may_name(tokens[k]):
        behind = tokens[k + 1 : k + 3]
        alone = not behind or not behind[0].raw[0].isupper()
        closed = len(behind) == 2 and behind[0].low == "," and behind[1].low in _BEHIND_NAME
        if called or (alone and not comma) or closed:
            yield k
    first = head  # "Tomo, a 17-year-old gorilla", "Tomo the gorilla"
    while first > 0 and head - first < _LONGEST_PHRASE and tokens[first].low not in _ARTICLES:
        first -= 1
    comma = first > 1 and tokens[first - 1].low == ","
    name = first - 1 - comma
    if tokens[first].low in {"a", "an", "the", "its", "their"} and name >= 0 and _may_name(tokens[name]):
        before = tokens[name - 1] if name else None
        alone = before is None or not (before.raw[0].isupper() and _may_name(before))
        article = tokens[first].low
        if alone and (comma or article == "the") and not (before is not None and before.low in {"in", "at", "near"}):
            yield name


def _may_name(token: _Token) -> bool:
    low = token.low
    plain = token.raw[0].isupper() and token.raw.isalpha() and not token.raw.isupper()
    return plain and low not in CLOSED | CALENDAR | _ARTICLES | NOT_NAMES | PERSON_NOUNS | VERBS


def _every(tokens: tuple[_Token, ...], names: set[str]) -> Iterator[Span]:
    """Every place where one of ``names`` stands by itself, with or without its "'s"."""
    for k, token in enumerate(tokens):
        if re.sub(r"['’]s?$", "", token.raw) not in names:
            continue
        behind = tokens[k + 1] if k + 1 < len(tokens) else None
        if behind is None or not _may_name(behind):
            yield token.span
