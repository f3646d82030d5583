"""Which language a text is written in."""

from __future__ import annotations

import py3langid

LEAST_LETTERS = 10
"""Fewer letters than this leave the language undecided."""
_ENOUGH = 4_000
"""Characters looked at; more of them change the answer for no text of one language."""


_PIDGIN = "pcm"
_PIDGIN_WORDS = frozenset(
    ["wey", "dey", "na", "don", "dem", "dis", "dat", "wen", "fit", "pipol", "sey", "oga", "una", "wetin"]
)
"""Words that every Nigerian Pidgin news text is full of and no English one has (BBC Pidgin's house spelling)."""
_PIDGIN_SHARE = 0.03  # of the words: English lists of titles, which the classifier takes for Pidgin, have none


def language_of(text: str) -> str:
    """ISO 639-1 code of the language of ``text`` by py3langid; "" when it has fewer than ``LEAST_LETTERS`` letters."""
    sample = text[:_ENOUGH]
    if sum(c.isalpha() for c in sample) < LEAST_LETTERS and not _dense(sample):
        return ""
    code = str(py3langid.classify(sample)[0])
    return "en" if code == _PIDGIN and not _pidgin(sample) else code


def _pidgin(text: str) -> bool:
    words = text.lower().split()
    return sum(word in _PIDGIN_WORDS for word in words) >= _PIDGIN_SHARE * len(words)


def _dense(text: str) -> bool:
    """True for scripts in which a few characters are a sentence (Chinese, Japanese, Korean, Thai)."""
    return sum("\u0e00" <= c <= "\u0e7f" or "\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" for c in text) >= 6
