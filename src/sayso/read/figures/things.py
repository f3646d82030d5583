"""Figures of things and crowds: devices, attackers, protesters, ages, distances, money, and "nobody was hurt"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.lang.en import casualties as words
from sayso.lang.en import numbers as number_words
from sayso.model import Figure, Span
from sayso.read.figures.clause import Count
from sayso.read.figures.numerals import Numeral, parse_count
from sayso.read.figures.tokens import Token, cover

_NUMBER_WORD = "|".join(sorted(number_words.UNITS, key=len, reverse=True))
_PEOPLE = "|".join(sorted(words.PERSON_NOUNS | {"bystander", "bystanders"}, key=len, reverse=True))
_NONE = tuple(
    (re.compile(r"\b" + p.replace("{people}", _PEOPLE).replace(" ", r"\s+") + r"\b", re.I), roles)
    for p, roles in words.NONE_HURT
)
_AGE = re.compile(words.AGE, re.I)
_DISTANCE = re.compile(words.DISTANCE.replace("{words}", rf"(?:{_NUMBER_WORD})(?:-(?:{_NUMBER_WORD}))?"), re.I)
_MONEY = tuple(
    re.compile(p.replace("{words}", rf"(?:{_NUMBER_WORD})(?:-(?:{_NUMBER_WORD}))?"), re.I) for p in words.MONEY
)
_SCALES = number_words.SCALES | words.MONEY_SCALES
_DIGIT = re.compile(r"\d")
_NO_SURVIVORS = tuple(
    (re.compile(r"\b" + p.replace("{words}", _NUMBER_WORD).replace(" ", r"\s+") + r"\b", re.I), how)
    for p, how in words.NO_SURVIVORS
)
_UNITS = {"k": "kilometers", "mi": "miles", "m": "meters", "y": "yards", "f": "feet", "b": "blocks"}


_ANYBODY = frozenset({"people", "person", "persons"})


def none_hurt(text: str, span: Span) -> Iterator[Count]:
    """Words that say nobody was killed, injured or detained: figures of 0."""
    for pattern, roles in _NONE:
        for m in pattern.finditer(text, span.start, span.end):
            who = m.groupdict().get("who")
            figure = Figure(0, 0, who.lower()) if who and who.lower() not in _ANYBODY else Figure(0, 0)
            for role in roles:
                yield Count(role, figure, Span(m.start(), m.end()), 0.9, "none")


def none_survived(text: str, span: Span) -> Iterator[Count]:
    """Words that say nobody lived: all that are counted in them, or somebody at least."""
    for pattern, how in _NO_SURVIVORS:
        for m in pattern.finditer(text, span.start, span.end):
            number = _number(m.group("n")) if how else None
            figure = Figure(number, number, "victims") if number else Figure(1, None, "victims", "at_least")
            yield Count("killed", figure, Span(*m.span()), 0.85 if number else 0.5, "no-survivors")


def things(tokens: list[Token], numerals: list[Numeral]) -> Iterator[Count]:
    """Devices, attackers and crowds with a numeral before them."""
    for n in numerals:
        if n.qualifier == "indefinite":
            continue
        yield from _devices(tokens, n)
        yield from _attackers(tokens, n)
        yield from _crowd(tokens, n)


def _devices(tokens: list[Token], n: Numeral) -> Iterator[Count]:
    at = _noun(tokens, n.last + 1, words.DEVICE_NOUNS, words.DEVICE_MODIFIERS)
    if at is not None:
        figure = Figure(n.low, n.high, "devices", n.qualifier, tokens[at].low)
        yield Count("devices", figure, cover(tokens, n.first, at), 0.9, "devices")


def _attackers(tokens: list[Token], n: Numeral) -> Iterator[Count]:
    at = _noun(tokens, n.last + 1, words.ATTACKER_NOUNS, words.ATTACKER_MODIFIERS)
    if at is not None:
        yield Count(
            "attackers", Figure(n.low, n.high, "attackers", n.qualifier), cover(tokens, n.first, at), 0.8, "attackers"
        )


def _is_year(tokens: list[Token], n: Numeral) -> bool:
    """True for four digits behind a month or "in": "in 1994 and joined", "5 November 2017 Protesters take part"."""
    plain, before = tokens[n.core].low, tokens[n.core - 1].low if n.core else ""
    return plain.isdigit() and len(plain) == 4 and "1000" < plain < "2100" and before in number_words.BEFORE_YEAR


def _crowd(tokens: list[Token], n: Numeral) -> Iterator[Count]:
    if _is_year(tokens, n):
        return
    for k in range(n.last + 1, min(n.last + 5, len(tokens))):
        low = tokens[k].low
        if low in words.CROWD_NOUNS or low in words.CROWD_VERBS:
            yield Count("crowd", Figure(n.low, n.high, "crowd", n.qualifier), cover(tokens, n.first, k), 0.8, "crowd")
            return
        if not low.isalpha():
            return


def _noun(tokens: list[Token], first: int, nouns: frozenset[str], modifiers: frozenset[str]) -> int | None:
    for k in range(first, min(first + 4, len(tokens))):
        if tokens[k].low in nouns:
            while k + 1 < len(tokens) and tokens[k + 1].low in nouns:
                k += 1
            return k
        if tokens[k].low not in modifiers:
            return None
    return None


def measures(text: str, span: Span) -> Iterator[Count]:
    """Ages in years, distances and sums of money."""
    low, digits = span.of(text).lower(), _DIGIT.search(text, span.start, span.end) is not None
    for m in _AGE.finditer(text, span.start, span.end) if digits else ():
        value = int(next(g for g in m.groups() if g))
        if 0 < value < 120:
            yield _measure("age", value, "years", m)
    far_told = any(letters in low for letters in words.DISTANCE_LETTERS)
    for m in _DISTANCE.finditer(text, span.start, span.end) if far_told else ():
        far = _number(m.group("n"))
        if far is not None:
            yield _measure("distance", far, _unit(m.group("u").lower()), m)
    signed, named = _MONEY
    if digits:
        yield from _money(text, span, signed)
    if any(letters in low for letters in words.MONEY_LETTERS):
        yield from _money(text, span, named)


def _money(text: str, span: Span, pattern: re.Pattern[str]) -> Iterator[Count]:
    """Sums with the sign or code of a currency before them, or its name behind."""
    for m in pattern.finditer(text, span.start, span.end):
        amount, scale = _amount(m.group("n")), (m.group("s") or "").lower()
        if amount is not None:
            yield _measure("money", round(amount * _SCALES.get(scale, 1)), "money", m)


def _amount(text: str) -> float | None:
    return float(text.replace(",", "")) if text[0].isdigit() else parse_count(text)


def _measure(role: str, value: int, unit: str, m: re.Match[str]) -> Count:
    return Count(role, Figure(value, value, role, "exact", unit), Span(m.start(), m.end()), 0.9, role)


def _unit(word: str) -> str:
    """The unit in full for a word such as "km" or "miles"."""
    return next(u for k, u in sorted(_UNITS.items(), key=lambda x: -len(x[0])) if word.startswith(k))


def _number(text: str) -> int | None:
    if text[0].isdigit():
        return round(float(text.replace(",", "")))
    return parse_count(text)
