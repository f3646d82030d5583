"""Which language a text is written in."""

from __future__ import annotations

import re

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


_COMMON_WORDS = {
    "en": "the of and to in is that was for on with as by at from it said are be have has were not",
    "de": "der die das und in den von zu mit ist im für auf nicht des dem ein eine sich auch als",
    "fr": "le la les de des et à en un une du que est pour dans qui sur par au pas il",
    "es": "el la los las de y en que un una del por con para es se al su lo como no",
    "ru": "и в на не что с по из у за к от о как его для это был были он",
}
COMMON = {language: frozenset(words.split()) for language, words in _COMMON_WORDS.items()}
"""Words that stand in almost every sentence of a language."""
FEWEST_WORDS, COMMON_SHARE, TIMES = 40, 0.2, 2.0
"""Words of a text, how many of them must be common ones of a language, and how many times as many as of any other, for
the language to be plain."""
LONG_WORDS, LONG_SHARE, LONG_TIMES, LONG_IN = 100, 0.12, 3.0, frozenset({"en", "de"})
"""The same for longer texts in languages whose commonest words few others have. Of 1,144 pages 1,026 are plain, none of
them in another language by the classifier; of 1,860 texts of six sentences in 22 languages 300 are, all rightly."""
_DENSE = re.compile("[\u0e00-\u0e7f\u3040-\u9fff\uac00-\ud7a3]")


def language_of(text: str) -> str:
    """ISO 639-1 code of the language of ``text``, by its commonest words or else by py3langid.

    "" when it has fewer than ``LEAST_LETTERS`` letters.
    """
    sample = text[:_ENOUGH]
    plain = _plain(sample)
    if plain:
        return plain
    if sum(c.isalpha() for c in sample) < LEAST_LETTERS and not _dense(sample):
        return ""
    code = str(py3langid.classify(sample)[0])
    return "en" if code == _PIDGIN and not _pidgin(sample) else code


def _plain(text: str) -> str:
    """The language whose common words a text is full of, "" when it is of none; a twelfth of the classifier's time."""
    words = text.lower().split()
    if len(words) < FEWEST_WORDS or _DENSE.search(text):
        return ""
    shares = sorted((sum(map(own.__contains__, words)) / len(words), code) for code, own in COMMON.items())
    (second, _), (first, language) = shares[-2:]
    if first >= COMMON_SHARE and first >= TIMES * second:
        return language
    long = len(words) >= LONG_WORDS and language in LONG_IN
    return language if long and first >= LONG_SHARE and first >= LONG_TIMES * second else ""


def _pidgin(text: str) -> bool:
    words = text.lower().split()
    return sum(word in _PIDGIN_WORDS for word in words) >= _PIDGIN_SHARE * len(words)


def _dense(text: str) -> bool:
    """True for scripts in which a few characters are a sentence (Chinese, Japanese, Korean, Thai)."""
    return len(_DENSE.findall(text)) >= 6
