"""Translated copies: the same figures and names in the same order in two languages.

Words do not survive a translation, figures and names do, and whoever translates keeps the order of the text
(Gale and Church 1993 align sentences of translations by less). An independent report in another language shares the
place and the toll, not thirty figures and names in a row.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sayso.lang.numerals import NUMERALS, TELLING

_REMEMBERED = 4_000  # texts, as many as copies are counted in
_TOKEN = re.compile(r"\d+(?:[.,:\s\u00a0\u202f]\d{2,3})*(?:\s?[ap]\.m\.)?|[^\W\d_]+", re.IGNORECASE)
_LEAST = 8  # figures and names in common; a short independent report shares place, day, toll and a speaker or two
_SHARE = 0.5  # of the shorter list; the rest are peoples' and countries' names, and nouns that German spells large
_MOST = 80  # the head of a text; what follows adds cost, not certainty
_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya".split(),  # noqa: SIM905
        strict=True,
    )
)


@lru_cache(_REMEMBERED)
def language(text: str) -> str:
    """The language its frequent words tell ("en", "de", "fr", "es", "ru"), "" when none or too few."""
    found = re.findall(r"[^\W\d_]+", text[:3000].casefold())
    counts = {code: sum(w in telling for w in found) for code, telling in TELLING.items()}
    code = max(counts, key=counts.__getitem__)
    others = max(n for c, n in counts.items() if c != code)
    return code if counts[code] >= 5 and counts[code] > 1.5 * others else ""


def translation_share(one: str, other: str) -> float:
    """The share of the shorter list of figures and names that the other has in the same order; 0.0 when too few."""
    a, b = _marks(one), _marks(other)
    common = _in_order(a, b)
    share = common / max(1, min(len(a), len(b)))
    return share if common >= _LEAST and share >= _SHARE else 0.0


def figures_in_a_row(text: str) -> frozenset[str]:
    """Every three figures that follow each other, as a translation would keep them."""
    figures = [mark for mark in _marks(text) if mark[0].isdigit()]
    return frozenset("|".join(figures[n : n + 3]) for n in range(len(figures) - 2))


@lru_cache(_REMEMBERED)
def _marks(text: str) -> tuple[str, ...]:
    """Figures and names in order; names as their consonants in Latin letters, so that endings and spellings go."""
    numerals = NUMERALS.get(language(text), {})
    made: list[str] = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        if word[0].isdigit():
            made.append(_figure(word))
        elif (number := numerals.get(word.casefold())) is not None:
            made.append(str(number))
        elif word[0].isupper() and not _begins(text, match.start()) and len(bones := _bones(word)) >= 3:
            made.append(bones)
    return tuple(made[:_MOST])


def _begins(text: str, at: int) -> bool:
    """True at the head of a sentence, where every word has a capital."""
    before = text[max(0, at - 3) : at].rstrip(" “\"«„'\u00a0")
    return not before or before[-1] in ".!?\n—"


def _figure(word: str) -> str:
    digits = re.sub(r"\D", "", word)
    if ":" in word and "p" in word.casefold() and len(digits) in (3, 4):
        return str(int(digits) + (1200 if int(digits) < 1200 else 0))
    return digits.lstrip("0") or "0"


def _bones(word: str) -> str:
    latin = "".join(_CYRILLIC.get(c, c) for c in word.casefold())
    plain = "".join(c for c in unicodedata.normalize("NFD", latin) if c.isascii() and c.isalpha())
    for long, short in (("shch", "s"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("zh", "z"), ("kh", "h"), ("ts", "c")):
        plain = plain.replace(long, short)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy]", "", plain))[:5]


def _in_order(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """Length of the longest common subsequence, by bits (Hyyro 2004): one machine word a row."""
    places: dict[str, int] = {}
    for n, mark in enumerate(a):
        places[mark] = places.get(mark, 0) | 1 << n
    full = (1 << len(a)) - 1
    row = full
    for mark in b:
        hit = row & places.get(mark, 0)
        row = ((row + hit) | (row - hit)) & full
    return len(a) - row.bit_count()
