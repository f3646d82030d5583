"""What the words of a document tell about which happening it is about, boiled down to hashed keys.

Look-alike incidents are told apart by rare words: streets, house numbers, ages, names of people and places. Only
32-bit hashes of words are kept, so that what is stored for comparing can neither be read nor searched for a private
person's name.
"""

from __future__ import annotations

import base64
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np

from sayso.lang.en.addresses import house_numbers, streets
from sayso.lang.en.closed import CLOSED
from sayso.link.days import day_range
from sayso.model import Document, Figure, Mention, Place, Span, When

Keys = np.ndarray[tuple[int], np.dtype[np.uint32]]
Counts = np.ndarray[tuple[int], np.dtype[np.uint8]]
FINE = ("site", "settlement", "near")
_WORD = re.compile(r"[^\W_]+")
_AGE = re.compile(r"\b(\d{1,2})[- ]?(?:year|yr)s?[- ]old|\bage[ds]?:? (\d{1,2})\b|, (\d{1,2})(?=[,.;)]| of | and )")
_MOST = 600  # words of one document; longer ones are mostly background, and a row should stay small
_OPENING = 100  # characters that stand for a title where there is none
_CYRILLIC_STEM = 5  # letters that most inflected forms of a Russian word share


@dataclass(frozen=True, slots=True)
class Clues:
    """Hashed words and numbers of a text.

    Attributes:
        language: ISO 639-1; words of two languages are not compared.
        words, word_counts: keys of content words and how often, packed by :func:`pack`.
        names, name_counts: the same of capitalised words.
        title, title_counts: the same of the headline's words.
        ages: numbers that are given as somebody's age.
        streets, numbers: keys of street names, of house and block numbers.
        days: proleptic ordinals of the days that the text names.
        towns, regions: (GeoNames id or key, how often) of the small places and first-order regions it names.
        size: number of content words.
    """

    language: str = ""
    words: str = ""
    word_counts: str = ""
    names: str = ""
    name_counts: str = ""
    title: str = ""
    title_counts: str = ""
    ages: tuple[int, ...] = ()
    streets: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    days: tuple[int, ...] = ()
    towns: tuple[tuple[int, int], ...] = ()
    regions: tuple[tuple[int, int], ...] = ()
    size: int = 0


def clues_of(document: Document, mentions: Iterable[Mention] = (), spans: tuple[Span, ...] = ()) -> Clues:
    """The Clues of a document.

    Args:
        document: its text is what is looked at.
        mentions: days, places and ages that were read from it.
        spans: look at these passages only (a report of something that is told in passing); the whole text when empty.
    """
    text = " ".join(s.of(document.text) for s in spans) if spans else document.text
    seen = [m for m in mentions if not spans or any(s.start <= m.span.start < s.end for s in spans)]
    title = text[:_OPENING] if spans else document.title or text[:_OPENING]
    words, names = _content(text), _names(text)
    return Clues(
        document.language, *pack(Counter(words)), *pack(Counter(names)), *pack(Counter(_content(title))),
        tuple(sorted(_ages(text) | {m.datum.low for m in seen if m.role == "age" and isinstance(m.datum, Figure)})),
        tuple(sorted(key("#" + s) for s in streets(text))), tuple(sorted(key("#" + n) for n in house_numbers(text))),
        tuple(sorted(_days(seen))), *_places(seen), len(words),
    )  # fmt: skip


def keys_of(text: str) -> set[int]:
    """Keys of all words and names of a text."""
    return {key(word) for word in (*_content(text), *_names(text))}


def name_keys(name: str) -> set[int]:
    """Keys of the words of a name, however it is capitalised, as they stand among a text's names."""
    return {key("^" + _stem(word.lower())) for word in _WORD.findall(name)}


@lru_cache(maxsize=100_000)
def key(word: str) -> int:
    """A 32-bit key of a word; always the same, in every process."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "little")


def pack(counts: Counter[str]) -> tuple[str, str]:
    """Keys in rising order and their counts (at most 255), each as base64 of little-endian numbers."""
    most = counts.most_common(_MOST) if len(counts) > _MOST else counts.items()
    merged = sorted({key(word): min(n, 255) for word, n in most}.items())
    keys = np.array([k for k, _ in merged], dtype="<u4").tobytes()
    return base64.b64encode(keys).decode(), base64.b64encode(bytes(n for _, n in merged)).decode()


def unpack(keys: str, counts: str) -> tuple[Keys, Counts]:
    """What :func:`pack` packed."""
    return np.frombuffer(base64.b64decode(keys), dtype="<u4"), np.frombuffer(base64.b64decode(counts), dtype=np.uint8)


def _content(text: str) -> list[str]:
    words = [w.lower() for w in _WORD.findall(text)]
    return [_stem(w) for w in words if len(w) > 1 and w not in CLOSED]


def _names(text: str) -> list[str]:
    words = (w for w in _WORD.findall(text) if w[0].isupper() and len(w) > 2)
    return ["^" + _stem(low) for w in words if (low := w.lower()) not in CLOSED]


def _stem(word: str) -> str:
    return word[:_CYRILLIC_STEM] if "а" <= word[0] <= "я" else word


def _ages(text: str) -> set[int]:
    return {int(next(number for number in m.groups() if number)) for m in _AGE.finditer(text)}


def _days(mentions: list[Mention]) -> set[int]:
    ranges = [day_range(m.datum) for m in mentions if m.kind == "date" and isinstance(m.datum, When)]
    return {r[0].toordinal() for r in ranges if r and (r[1] - r[0]).days <= 1}


def _places(mentions: list[Mention]) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]:
    places = [m.datum for m in mentions if m.kind == "place" and isinstance(m.datum, Place)]
    towns = Counter(p.geonames_id for p in places if p.geonames_id and p.precision in FINE)
    regions = Counter(key(f"{p.country_code}/{p.admin1}") for p in places if p.admin1)
    return tuple(sorted(towns.items())), tuple(sorted(regions.items()))
