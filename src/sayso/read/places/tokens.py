"""Words of a text with what stands between them, as far as names of places need it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from sayso.model import Passage

_WORD = re.compile(r"(?:[A-Z][a-z]{0,2}\.){2,}|[^\W_]+(?:['’ʻʼ][^\W_]+)*")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_ABBREVIATED = frozenset("st ste mt ft sen gov rep gen col lt sgt capt maj mr mrs ms dr prof rev pres".split())
_JOINS = re.compile(r"[ \t\u00a0]*-?[ \t\u00a0]*|[ \t\u00a0]*\n[ \t\u00a0]*|[-‐‑–]")


@dataclass(frozen=True, slots=True)
class Token:
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
        word = hit[0]
        ending = _POSSESSIVE.search(word)
        core = word[: ending.start()] if ending else word
        low = core.lower()
        gap = text[last_end : hit.start()]
        sentence = bisect_right(starts, hit.start()) - 1
        new = sentence != sentence_before
        joined = not new and bool(_JOINS.fullmatch(gap) or (last_low in _ABBREVIATED and gap.strip() == "."))
        opened = new or any(c in gap for c in '"“«')
        made.append(
            Token(
                hit.start(),
                hit.start() + len(core),
                core,
                low,
                _capital(word),
                joined,
                gap,
                opened,
                bool(ending),
                sentence,
            )
        )
        last_end, last_low, sentence_before = hit.end(), low, sentence
        if made[-1].possessive:
            last_low = ""
    return made


def _capital(word: str) -> bool:
    """A capital at the start, or behind an elided article ("d'Ivoire")."""
    return word[0].isupper() or (len(word) > 2 and word[1] in "'’" and word[2].isupper())


def is_upper_case(text: str) -> bool:
    """True for texts printed in capitals, as old newswire is, where a capital says nothing about names."""
    letters = [c for c in text[:4000] if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > 0.7 * len(letters)
