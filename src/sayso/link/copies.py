"""Copies: index keys find candidates (MinHash, Broder 1997), the sentences decide (METER, Clough and others 2002).

Three kinds of keys, twenty for a document: ten MinHash bands of five rows over runs of four words for texts that are
much the same (shared at Jaccard 0.7 with probability 0.84, at 0.85 with 0.997); five for whole sentences, which a
shortened or partly rewritten text keeps; five for three figures in a row, which a translation keeps.

What stands in quotation marks tells nothing: two reporters who hear one official write down the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from sayso.link.translated import figures_in_a_row, language, translation_share
from sayso.link.wording import Sentence, Wording, parts_of, shared, shingles, traces, wording

if TYPE_CHECKING:
    from datasketch import MinHash

_BANDS, _ROWS = 10, 5
_DRAWN = 100  # permutations; fewer would draw others, and the first ledgers hold keys of these
_KEYS = 5  # of each other kind
_KEY_WORDS = 9  # outside quotation marks; shorter sentences are standing phrases
_LEAST = 12  # shingles; below that a bulletin line is too short to tell a copy from a coincidence
_VERBATIM = 0.85  # what is left is a dateline, an agency mark, a corrected comma
_KEPT = 0.6  # of a sentence's runs of four words: one word of ten changed leaves so many
_TELLING_WORDS = 6  # outside quotation marks; fewer are "Governor X said" beside a quotation, whoever wrote it
_REWORDED = 0.34  # longer words and figures in common; two sentences on one fact by two reporters share fewer
_KEPT_WORDS, _KEPT_SHARE = 18, 0.2  # two sentences and a fifth of the text; standing phrases are shorter
_WHOLE = 0.8  # of a bulletin of which only one sentence is kept
_HEAVY = 0.5  # mean likeness of all sentences of a text that was reworded throughout; independent reports reach 0.2
_HEAVY_SENTENCES = 4
_TRACES = 6  # runs of four words that even a thorough rewriter leaves
_ALL_QUOTED = 0.8  # of the runs of a text that is mostly quotation


@dataclass(frozen=True, slots=True)
class Copy:
    """How one text copies another.

    Attributes:
        kind: ``verbatim``, ``edited`` or ``translated``.
        similarity: 0 to 1; of a verbatim copy the Jaccard index, of an edited one the share of the shorter text's
            words outside quotation marks that the other has, of a translated one the share of its figures and names.
        kept, reworded, sentences: of the shorter text's sentences how many are the same, how many reworded, out of how
            many; 0 when translated.
        in_order: True when they come in the same order.
    """

    kind: str
    similarity: float
    kept: int = 0
    reworded: int = 0
    sentences: int = 0
    in_order: bool = True

    @property
    def words(self) -> str:
        """The evidence in words: "7 of 11 sentences word for word, 3 reworded, in the same order"."""
        order = "in the same order" if self.in_order else "in another order"
        if self.kind == "translated":
            return f"translated: {self.similarity:.0%} of its figures and names, {order}"
        reworded = f", {self.reworded} reworded" if self.reworded else ""
        return f"{self.kept} of {self.sentences} sentences word for word{reworded}, {order}"


def bands(text: str) -> tuple[int, ...]:
    """Index keys (signed 64-bit): copies share at least one with high probability; () for very short texts."""
    parts = shingles(text)
    if len(parts) < _LEAST:
        return ()
    sketch = _blank().copy()
    sketch.update_batch([p.encode("utf-8") for p in sorted(parts)])
    table = np.asarray(sketch.hashvalues, dtype=np.uint64)[: _BANDS * _ROWS].reshape(_BANDS, _ROWS)
    near = [_key(number, row) for number, row in enumerate(table)]
    return (*near, *_least(_sentence_keys(text)), *_least(map(_hash, figures_in_a_row(text))))


@cache
def _blank() -> MinHash:
    from datasketch import MinHash  # loads scipy, which takes most of a second

    return MinHash(num_perm=_DRAWN, seed=1)  # drawing the permutations takes longer than using them


def _key(number: int, row: np.ndarray) -> int:
    mixed = number + 1
    for value in row.tolist():
        mixed = (mixed * 0x9E3779B97F4A7C15 + int(value) + 1) % 2**64
    return mixed - 2**64 if mixed >= 2**63 else mixed


def _sentence_keys(text: str) -> Iterator[int]:
    """One key for a sentence: the least hash of its runs, which survives a word changed elsewhere in it."""
    for sentence in parts_of(text):
        if sentence.words >= _KEY_WORDS:
            yield min(map(_hash, sentence.runs))


def _least(keys: Iterable[int]) -> list[int]:
    """The least of them: two texts that share some of their keys choose the same ones (bottom-k sketch)."""
    return sorted(set(keys))[:_KEYS]


def _hash(words: str) -> int:
    return int.from_bytes(blake2b(words.encode("utf-8"), digest_size=8).digest(), "little", signed=True)


def compare(one: str, other: str) -> Copy | None:
    """Whether two texts are copies of each other; None when they are not.

    Args:
        one, other: texts of two documents, headline included, in any order: who was first is another question
            (:func:`sayso.link.first.original_of`).

    Returns:
        ``verbatim`` for nearly the same words as a whole; ``edited`` when sentences outside quotation marks are kept,
        cut, moved or reworded; ``translated`` when two languages tell the same figures and names in the same order.
    """
    if min(len(traces(one)), len(traces(other))) < _LEAST:
        return None
    common = shared(one, other)
    if common < _TRACES:
        return _translated(one, other)
    a, b = wording(one), wording(other)
    short, long = (a, b) if (a.words, a.size) <= (b.words, b.size) else (b, a)
    jaccard = common / (a.size + b.size - common)
    found = _aligned(short, long)
    if jaccard >= _VERBATIM:
        return found.copy("verbatim", jaccard)
    if found.copied or common >= _ALL_QUOTED * min(a.size, b.size):
        return found.copy("edited", max(found.share, min(1.0, common / min(a.size, b.size))))
    return None


def _translated(one: str, other: str) -> Copy | None:
    here, there = language(one), language(other)
    if not here or not there or here == there:
        return None
    share = translation_share(one, other)
    return Copy("translated", share) if share else None


@dataclass(frozen=True, slots=True)
class _Aligned:
    """The sentences of the shorter text against those of the longer.

    Attributes:
        kept, reworded, of: sentences with enough words outside quotation marks.
        kept_words, all_words: words of those sentences outside quotation marks.
        likeness: sum over sentences of likeness times words.
        order: number in the longer text of every sentence kept.
    """

    kept: int
    reworded: int
    of: int
    kept_words: int
    all_words: int
    likeness: float
    order: tuple[int, ...]

    @property
    def share(self) -> float:
        return self.likeness / max(1, self.all_words)

    @property
    def copied(self) -> bool:
        part = self.kept_words / max(1, self.all_words)
        if self.kept_words >= _KEPT_WORDS and part >= _KEPT_SHARE and (self.kept > 1 or part >= _WHOLE):
            return True
        return self.of >= _HEAVY_SENTENCES and self.share >= _HEAVY and self.kept + self.reworded >= 0.6 * self.of

    def copy(self, kind: str, similarity: float) -> Copy:
        in_order = all(a <= b for a, b in pairwise(self.order))
        return Copy(kind, similarity, self.kept, self.reworded, self.of, in_order)


def _aligned(short: Wording, long: Wording) -> _Aligned:
    kept = reworded = kept_words = of = words = 0
    likeness, order = 0.0, []
    for sentence in short.sentences:
        if sentence.words < _TELLING_WORDS:
            continue
        of, words = of + 1, words + sentence.words
        there = [long.at[run] for run in sentence.runs if run in long.at]
        if len(there) >= _KEPT * len(sentence.runs):
            kept, kept_words, likeness = kept + 1, kept_words + sentence.words, likeness + sentence.words
            order.append(max(set(there), key=there.count))
            continue
        alike = _most_alike(sentence, long)
        likeness += alike * sentence.words
        reworded += alike >= _REWORDED
    return _Aligned(kept, reworded, of, kept_words, words, likeness, tuple(order))


def _most_alike(sentence: Sentence, long: Wording) -> float:
    """How like (Jaccard index of longer words and figures) the sentence is that is most like this one."""
    telling, best = sentence.telling, 0.0
    for other in long.sentences:
        common = len(telling & other.telling)
        if common > best * len(telling):  # else it cannot be better
            best = max(best, common / (len(telling) + len(other.telling) - common))
    return best
