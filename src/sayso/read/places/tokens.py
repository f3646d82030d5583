"""Words of a text with what stands between them, as far as names of places need it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from sayso.lang.en import places as en
from sayso.model import Passage

_WORD = re.compile(r"(?:[A-Z][a-z]{0,2}\.){2,}|[^\W_]+(?:['’ʻʼ][^\W_]+)*")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_UPPER, _LOWER = re.compile(r"[A-Z]"), re.compile(r"[a-z]")
_JOINS = re.compile(r"[ \t\u00a0]*-?[ \t\u00a0]*|[ \t\u00a0]*\n[ \t\u00a0]*|[-‐‑–]")


class Token(NamedTuple):
    """A word.

    Attributes:
        start, end: offsets in the text, a possessive ending left out.
        text: the word without a possessive ending.
        low: the same in lower case.
        cap: begins with a capital letter.
        joined: stands in one run of words with the word before it: only blanks, a hyphen or one line break between.
        gap: what stands between it and the word before it.
        first: first word of a sentence or of a quotation.
        possessive: had a possessive ending.
        sentence: number of the passage it stands in, -1 for none.
    """

    start: int
    end: int
    text: str
    low: str
    cap: bool
    joined: bool
    gap: str
    first: bool
    possessive: bool
    sentence: int


def tokens_of(text: str, passages: tuple[Passage, ...]) -> list[Token]:
    """All words of ``text`` in order."""
    starts = [p.span.start for p in passages]
    made: list[Token] = []
    last_end, last_low, sentence_before = 0, "", -2
    for hit in _WORD.finditer(text):
        word, start = hit[0], hit.start()
        ending = _POSSESSIVE.search(word) if "'" in word or "’" in word else None
        core = word[: ending.start()] if ending else word
        gap = text[last_end:start]
        sentence = bisect_right(starts, start) - 1
        new = sentence != sentence_before
        joined = not new and (gap == " " or _joins(gap, last_low))
        first = new or (len(gap) > 1 and any(c in gap for c in '"“«'))
        low = core.lower()
        made.append(
            Token(start, start + len(core), core, low, _capital(word), joined, gap, first, ending is not None, sentence)
        )
        last_end, sentence_before = hit.end(), sentence
        last_low = "" if ending else low
    return made


def _joins(gap: str, before: str) -> bool:
    return bool(_JOINS.fullmatch(gap)) or (before in en.TITLE_ABBREVIATIONS and gap.strip() == ".")


def _capital(word: str) -> bool:
    """A capital at the start, or behind an elided article ("d'Ivoire")."""
    return word[0].isupper() or (len(word) > 2 and word[1] in "'’" and word[2].isupper())


@lru_cache(maxsize=1)
def is_upper_case(text: str) -> bool:
    """True for texts printed in capitals, as old newswire is, where a capital says nothing about names."""
    start = text[:4000]
    upper = len(_UPPER.findall(start))
    return upper > 0 and upper > 2.3 * len(_LOWER.findall(start))


def title_sentences(tokens: list[Token]) -> frozenset[int]:
    """Sentences printed as headlines, with a capital on nearly every word; a capital says little there."""
    caps: Counter[int] = Counter()
    words: Counter[int] = Counter()
    for token in tokens:
        if len(token.text) > 3:
            words[token.sentence] += 1
            caps[token.sentence] += token.cap
    return frozenset(n for n, many in words.items() if many >= 4 and caps[n] >= 0.8 * many)
