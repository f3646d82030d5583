"""Which language a text is written in."""

from __future__ import annotations

import py3langid

LEAST_LETTERS = 10
"""Fewer letters than this leave the language undecided."""
_ENOUGH = 4_000
"""Characters looked at; more of them change the answer for no text of one language."""


def language_of(text: str) -> str:
    """ISO 639-1 code of the language of ``text`` by py3langid; "" when it has fewer than ``LEAST_LETTERS`` letters."""
    sample = text[:_ENOUGH]
    if sum(c.isalpha() for c in sample) < LEAST_LETTERS and not _dense(sample):
        return ""
    return str(py3langid.classify(sample)[0])


def _dense(text: str) -> bool:
    """True for scripts in which a few characters are a sentence (Chinese, Japanese, Korean, Thai)."""
    return sum("\u0e00" <= c <= "\u0e7f" or "\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" for c in text) >= 6
