"""Russian words with their dictionary forms, by pymorphy3 (dictionary of OpenCorpora; nothing is downloaded)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_TOKEN = re.compile(r"\d+(?:[.,]\d+)?(?:-[а-яё]+)?|[^\W\d_]+(?:[-‑][^\W\d_]+)*|[^\w\s]|\S", re.I)
_LEAST = 0.04


@dataclass(frozen=True, slots=True)
class Form:
    """One way to understand a word: lemma, part of speech, case, number, and the nominative of the same number."""

    lemma: str
    pos: str
    case: str
    number: str
    tags: frozenset[str]
    nominative: str


@dataclass(frozen=True, slots=True)
class Word:
    """A token: offsets into the text, words, and every plausible form, best first (none for marks)."""

    start: int
    end: int
    text: str
    forms: tuple[Form, ...]

    @property
    def low(self) -> str:
        """Lower case, "ё" as "е"."""
        return self.text.lower().replace("ё", "е")

    @property
    def cap(self) -> bool:
        """Begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def lemmas(self) -> frozenset[str]:
        """All plausible dictionary forms."""
        return frozenset(f.lemma for f in self.forms)

    @property
    def pos(self) -> str:
        """Part of speech of the best form ("NOUN", "VERB", "ADJF" ...), "" for marks and digits."""
        return self.forms[0].pos if self.forms else ""

    def can(self, *tags: str) -> bool:
        """True when one form bears all of ``tags`` (OpenCorpora grammemes)."""
        return any(f.tags.issuperset(tags) for f in self.forms)


@lru_cache(maxsize=1)
def _analyzer() -> Any:
    import pymorphy3  # loaded only when there is Russian to read

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=60_000)
def forms_of(word: str) -> tuple[Form, ...]:
    """The forms a word may be, best first, unlikely ones left out."""
    parsed = _analyzer().parse(word.replace("‑", "-"))
    kept = [p for p in parsed if p.score >= _LEAST] or parsed[:1]
    return tuple(_form(p) for p in kept)


def _form(parsed: Any) -> Form:
    tag = parsed.tag
    nominative = parsed.inflect({"nomn"}) if tag.case else None
    return Form(
        parsed.normal_form, str(tag.POS or ""), str(tag.case or ""), str(tag.number or ""), frozenset(tag.grammemes),
        nominative.word if nominative else parsed.normal_form,
    )  # fmt: skip


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The tokens of ``text[start:end]`` with offsets into ``text``."""
    out = []
    for m in _TOKEN.finditer(text, start, len(text) if end is None else end):
        piece = m.group()
        out.append(Word(m.start(), m.end(), piece, forms_of(piece.lower()) if piece[0].isalpha() else ()))
    return out


@lru_cache(maxsize=4096)
def lemmas_of(phrase: str) -> tuple[frozenset[str], ...]:
    """The dictionary forms of each word of a phrase."""
    return tuple(w.lemmas for w in words_of(phrase))
