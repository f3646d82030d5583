"""Finds words in a text exactly as far as a reader would call them the same words.

Alike are: any run of white space; straight and typographic quotation marks, dashes and dots; letters in one or two code
points (Unicode NFKD); upper and lower case. Nothing else: a word that differs is another word. What is found is always
a span of the text itself.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import islice

from sayso.model import Span

MOST = 50
"""Places of the same words that are looked at."""
_QUOTES = "\"'“”„‟«»‹›‘’‚‛`´″′"
_ALIKE = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛‹›`´′", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
}
_EDGES = _QUOTES + " \t\r\n…"
_LAST = ".,;:!?"


class Words:
    """A text to find words in.

    Args:
        text: the text of the document; spans are offsets into it.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        folded: list[str] = []
        self._at: list[int] = []
        for at, character in enumerate(text):
            for letter in _folded(character):
                if letter == " " and folded and folded[-1] == " ":
                    continue
                folded.append(letter)
                self._at.append(at)
        self._folded = "".join(folded)
        self._found: dict[tuple[str, Span], list[Span]] = {}

    def places(self, words: str, within: Span) -> list[Span]:
        """Where ``words`` stand whole inside ``within``, in order; empty when they do not.

        Quotation marks around ``words`` and a stop at their end, which models add, need not stand there.
        """
        key = (words, within)
        if key not in self._found:  # models repeat themselves
            self._found[key] = self._sought(words, within)
        return self._found[key]

    def _sought(self, words: str, within: Span) -> list[Span]:
        wanted = _fold(words.strip(_EDGES).removesuffix("..."))
        found = list(islice(self._places(wanted, within), MOST))
        if not found and wanted[-1:] and wanted[-1] in _LAST:
            found = list(islice(self._places(wanted.rstrip(_LAST + " '\""), within), MOST))
        return found

    def _places(self, wanted: str, within: Span) -> Iterator[Span]:
        if not any(c.isalnum() for c in wanted):
            return
        at = self._folded.find(wanted, bisect_left(self._at, within.start))
        while at >= 0 and self._at[at] < within.end:
            end = at + len(wanted)
            if self._whole(at, end) and self._end(end) <= within.end:
                yield Span(self._at[at], self._end(end))
            at = self._folded.find(wanted, at + 1)

    def _whole(self, at: int, end: int) -> bool:
        """True when no word or character of the text is cut at either edge."""
        folded, places = self._folded, self._at
        before, after = folded[at - 1 : at] if at else "", folded[end : end + 1]
        cut_before = bool(before) and (places[at - 1] == places[at] or (_of_word(before) and _of_word(folded[at])))
        cut_after = bool(after) and (
            places[end] == places[end - 1] or _marks(after) or (_of_word(after) and _of_word(folded[end - 1]))
        )
        return not cut_before and not cut_after

    def _end(self, end: int) -> int:
        return self._at[end - 1] + 1


def _of_word(letter: str) -> bool:
    return letter.isalnum() or _marks(letter)


def _marks(letter: str) -> bool:
    return unicodedata.combining(letter) != 0


def _fold(words: str) -> str:
    return " ".join("".join(_folded(c) for c in words).split())


@cache
def _folded(character: str) -> str:
    if character.isspace():
        return " "
    if character in _ALIKE:
        return _ALIKE[character]
    return unicodedata.normalize("NFKD", character).casefold()
