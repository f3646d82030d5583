"""Numbers in words and digits: "at least seventeen", "10 to 15", "dozens", "a couple"."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.lang.en import numbers as words
from sayso.read.figures.tokens import Token, follows


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], int, str]]]:
    """Phrases that count, by their first word."""
    out: dict[str, list[tuple[tuple[str, ...], int, str]]] = {}
    for how, phrases in (("vague", words.VAGUE_PHRASES), ("exact", words.EXACT_PHRASES)):
        for phrase, value in phrases.items():
            out.setdefault(phrase[0], []).append((phrase, value, how))
    return out


_PHRASES = _by_first_word()


_OPENERS = frozenset((*_PHRASES, *words.UNITS, *words.VAGUE, *words.INDEFINITE))
"""Words with which a number can begin, besides digits and "twenty-one"."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as said: tokens ``first`` to ``last`` (inside), its bounds and qualifier (see ``model.Figure``).

    ``core`` is the token where the number itself begins, after words such as "at least".
    """

    first: int
    last: int
    core: int
    low: int
    high: int | None
    qualifier: str


def find_numerals(tokens: list[Token]) -> list[Numeral]:
    """All numbers in ``tokens``, left to right, without overlap; "a", "an", "another" count as one.

    The whole of which a part is told is left out: "two of the 20" are two, "half of the 20" is no number.
    """
    out: list[Numeral] = []
    at = 0
    while at < len(tokens):
        low = tokens[at].low
        numeral = _numeral(tokens, at) if low in _OPENERS or low[0].isdecimal() or "-" in low else None
        if numeral is None:
            at += 1
            continue
        at = numeral.last + 1
        if _is_ratio(tokens, out, numeral):
            out.pop()  # "one in three of the guests"
        elif not _is_whole(tokens, numeral):
            out.append(_qualified(tokens, numeral))
    return out


def _is_whole(tokens: list[Token], n: Numeral) -> bool:
    """True behind "two of the", "half of the", "a third of his"."""
    k = n.first - 1
    while k > 0 and tokens[k].low in words.BEFORE_WHOLE:
        k -= 1
    if k < 1 or k == n.first - 1 or tokens[k].low != "of" or follows(tokens, k - 3, ("all", "but")):
        return False  # "all but one of the 16" needs both
    if any(t.low == "who" for t in tokens[n.last + 1 : n.last + 5]):
        return False  # "one of the two women who were hurt": both were
    return tokens[k - 1].low in words.PARTS_OF or _cardinal(tokens, k - 1) is not None


def _is_ratio(tokens: list[Token], before: list[Numeral], n: Numeral) -> bool:
    inside = n.first > 1 and tokens[n.first - 1].low == "in" and follows(tokens, n.last + 1, ("of",))
    return inside and bool(before) and before[-1].last == n.first - 2


def parse_count(text: str) -> int | None:
    """The value of one number in digits or words ("2,500", "twenty-one"), None when it is none."""
    from sayso.model import Passage, Span  # a passage of the words alone
    from sayso.read.figures.tokens import tokenize

    tokens = tokenize(text, Passage(Span(0, len(text)), 0, 0))
    got = _cardinal(tokens, 0)
    return got[1] if got and got[0] == len(tokens) else None


def _numeral(tokens: list[Token], at: int) -> Numeral | None:
    low = tokens[at].low
    for phrase, value, how in _PHRASES.get(low, ()):
        if follows(tokens, at, phrase):
            return Numeral(at, at + len(phrase) - 1, at, value, None if how == "vague" else value, how)
    got = _cardinal(tokens, at)
    if got is not None:
        return _range(tokens, at, got)
    if low in words.VAGUE and not (at and tokens[at - 1].low == "how"):  # "how many" tells none
        return Numeral(at, at, at, words.VAGUE[low], None, "vague")
    if low in words.INDEFINITE:
        return Numeral(at, at, at, 1, 1, "indefinite")
    return None


def _range(tokens: list[Token], at: int, got: tuple[int, int]) -> Numeral:
    end, value = got
    if end + 1 < len(tokens) and tokens[end].low in words.RANGE_WORDS:
        upper = _cardinal(tokens, end + 1)
        if upper is not None and upper[1] > value:
            return Numeral(at, upper[0] - 1, at, value, upper[1], "range")
    if at and tokens[at - 1].low == "between" and follows(tokens, end, ("and",)):
        upper = _cardinal(tokens, end + 1)
        if upper is not None and upper[1] > value:
            return Numeral(at - 1, upper[0] - 1, at, value, upper[1], "range")
    if follows(tokens, end, ("or", "more")):
        return Numeral(at, end + 1, at, value, None, "at_least")
    return Numeral(at, end - 1, at, value, value, "exact")


def _cardinal(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """(token after the number, value) of a plain number at ``at``."""
    if at >= len(tokens):
        return None
    total, current, seen, end = 0, 0, False, at
    while end < len(tokens):
        low = tokens[end].low
        value = _unit(low)
        if value is not None and (not seen or _joins(tokens[end - 1].low, low)):
            current += value
        elif low in words.SCALES and seen:
            if words.SCALES[low] == 100:
                current *= 100
            else:
                total, current = total + current * words.SCALES[low], 0
        elif low == words.DOZEN[0] and seen:
            current *= words.DOZEN[1]
        elif low == "and" and seen and tokens[end - 1].low in words.SCALES and _small(tokens, end + 1):
            end += 1
            continue
        else:
            break
        seen, end = True, end + 1
    return (end, total + current) if seen else None


def _small(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].low in words.UNITS


def _joins(before: str, low: str) -> bool:
    """True when ``low`` may continue a number after ``before`` ("twenty one", "hundred five")."""
    if before in words.SCALES or before == "and":
        return True
    return words.UNITS.get(before, 0) >= 20 and words.UNITS.get(low, 99) < 10


def _unit(low: str) -> int | None:
    if low[0].isdecimal():
        digits = low.replace(",", "")
        return int(digits) if digits.isdecimal() and len(digits) < 10 else None
    if low in words.UNITS:
        return words.UNITS[low]
    ten, dash, one = low.partition("-")
    if dash and words.UNITS.get(ten, 0) >= 20 and words.UNITS.get(one, 99) < 10:
        return words.UNITS[ten] + words.UNITS[one]
    return None


def _qualified(tokens: list[Token], n: Numeral) -> Numeral:
    if n.qualifier == "range":
        return n
    for size in (3, 2, 1):
        phrase = tuple(t.low for t in tokens[max(0, n.first - size) : n.first])
        how = words.QUALIFIERS.get(phrase) if len(phrase) == size else None
        if how is not None:
            return _apply(n, how, size)
    return n


def _apply(n: Numeral, how: str, size: int) -> Numeral:
    first = n.first - size
    if how == "more_than":
        return Numeral(first, n.last, n.core, n.low + 1, None, "at_least")
    if how == "less_than":
        return Numeral(first, n.last, n.core, 0, max(0, n.low - 1), "at_most")
    if how == "at_least":
        return Numeral(first, n.last, n.core, n.low, None, "at_least")
    if n.qualifier == "vague":
        return Numeral(first, n.last, n.core, n.low, None, "vague")
    if how in {"about", "at_most"}:
        return Numeral(first, n.last, n.core, n.low, n.high, how)
    return Numeral(first, n.last, n.core, n.low, n.high, n.qualifier)
