"""Text to tokens: each token gets one letter, so that a time expression is a pattern over letters.

Letters beyond those of ``sayso.lang.dates``: ``N`` whole number that may be a day of the month, ``Y`` year,
``k`` year without its century ("'90"), ``c`` two-digit number, ``C`` any other number, ``d`` fraction ("1/2"),
``D`` date in digits, ``K`` clock time in digits, ``,`` ``-`` ``'`` themselves (``'`` is the possessive),
``x`` any other word, ``|`` a break that no expression crosses.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from sayso.lang.dates import DateWord, DateWords

_TOKEN = re.compile(
    r"""(?P<half>[AaPp](?:\.\s?[Mm]\b\.?|(?<=\d[ap])m\b|(?<!\w.)[Mm]\b))
    |(?P<dotted>(?:[A-Z]\.){2,4}(?!\w))
    |(?P<word>[^\W\d_]+(?:['’][^\W\d_sS]+)?\.?)
    |(?P<date>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\w)|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\w/])
        |\d{1,2}\.\d{1,2}\.\d{4}(?!\w))
    |(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?=[AaPp]\.?[Mm]\b|\W|$)|\d{1,2}\.\d\d(?=\s?[ap]\.?m))
    |(?P<decade>\d{3}0['’]?s(?!\w)|['’`]?\d0s(?!\w))
    |(?P<short>['’`]\d\d(?!\w))
    |(?P<ordinal>\d{1,3}(?:st|nd|rd|th)(?!\w))
    |(?P<fraction>\d/\d(?![\d/]))
    |(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)
    |(?P<poss>['’][sS]\b|(?<=[sS])['’](?!\w))
    |(?P<break>\n\s*\n)
    |(?P<dash>--+|[-–])
    |(?P<mark>[^\s\w])""",
    re.X,
)
_QUICK = re.compile(r"[^\W\d_]+|\d{4}|\d0s|\d:\d\d")
_SHORT_ERA = 4
_meanings: dict[int, dict[str, DateWord]] = {}
_MOST_KEPT = 20_000
"""Words met before are kept with their meaning, by language: a look-up instead of rules for nearly every token."""
_BREAK = DateWord("|")
_OTHER = DateWord("x")
_PLAIN = {
    ",": DateWord(","),
    "%": _OTHER,
    "$": _OTHER,
    "€": _OTHER,
    "£": _OTHER,
    "-": DateWord("-"),
    "–": DateWord("-"),
    "--": _BREAK,
}


class Token(NamedTuple):
    """One token: where it stands, its words and its meaning."""

    start: int
    end: int
    text: str
    kind: str
    number: float
    code: str


def may_hold(text: str, start: int, end: int, triggers: frozenset[str]) -> bool:
    """False when ``text[start:end]`` surely holds no time expression: no trigger word and no number of a year."""
    held = _QUICK.findall(text[start:end].lower())
    return not triggers.isdisjoint(held) or any(piece[0].isdigit() for piece in held)


def tokens_of(text: str, start: int, end: int, words: DateWords) -> list[Token]:
    """Cut ``text[start:end]`` into tokens. Offsets are offsets into ``text``."""
    meanings = _meanings.setdefault(id(words), {})
    out: list[Token] = []
    add, done, make = out.append, start, partial(tuple.__new__, Token)
    for match in _TOKEN.finditer(text, start, end):
        at, stop = match.span()
        if at < done:
            continue
        piece = match.group()
        meaning = meanings.get(piece)
        if meaning is not None:
            add(make((at, stop, piece, *meaning)))
            continue
        group = match.lastgroup
        if group != "word" and group != "dotted":
            add(make((at, stop, piece, *_other_than_word(group or "", piece))))
            continue
        low = piece.lower()
        if low.rstrip(".") in words.phrases:
            phrase = _phrase(text, at, low, words.phrases)
            if phrase is not None:
                add(phrase)
                done = phrase.end
                continue
        found = _word(piece, low, at, stop, words)
        out.extend(found)
        if piece[-1] != "." and low not in words.phrases:
            _keep(meanings, piece, DateWord(*found[0][3:]))
    return out


def _keep(meanings: dict[str, DateWord], piece: str, meaning: DateWord) -> None:
    if len(meanings) >= _MOST_KEPT:
        meanings.clear()
    meanings[piece] = meaning


def _other_than_word(group: str, piece: str) -> DateWord:
    if group == "mark" or group == "dash":
        return _PLAIN.get(piece, _BREAK)
    return _BREAK if group == "break" else _digits(group, piece)


def _phrase(text: str, at: int, low: str, phrases: Mapping[str, tuple[tuple[str, DateWord], ...]]) -> Token | None:
    """The name of one or several words that begins at ``at``; short eras stand in capitals, all else with one."""
    for name, meaning in phrases[low.rstrip(".")]:
        stop = at + len(name)
        piece = text[at:stop]
        if piece.lower().replace("’", "'") != name or text[stop : stop + 1].isalnum():
            continue
        if (
            piece.isupper()
            if meaning.kind == "y" and len(name) <= _SHORT_ERA
            else piece[0].isupper() or meaning.kind == "y"
        ):
            return Token(at, stop, piece, *meaning)
    return None


def _word(piece: str, low: str, at: int, stop: int, words: DateWords) -> list[Token]:
    known = words.lexicon.get(low)
    dotted = piece[-1] == "."
    if known is not None and (known.kind not in words.capital or piece[0].isupper() or low in words.small):
        return [Token(at, stop, piece, *known)]
    if not dotted:
        return [Token(at, stop, piece, *_OTHER)]
    if "." in piece[:-1]:
        return [Token(at, stop, piece, *words.lexicon.get(low.replace(".", ""), _OTHER))]
    known = words.lexicon.get(low[:-1], _OTHER)
    if known.kind in words.capital and not piece[0].isupper() and low[:-1] not in words.small:
        known = _OTHER
    end = Token(stop - 1, stop, ".", *_BREAK)
    return [Token(at, stop - 1, piece[:-1], *known), end]


def _digits(group: str, piece: str) -> DateWord:
    if group == "date":
        return DateWord("D")
    if group == "clock":
        return DateWord("K")
    if group == "decade":
        return DateWord("Z", int("".join(c for c in piece if c.isdigit())) // 10)
    if group == "short":
        return DateWord("k", int(piece[1:]))
    if group == "ordinal":
        return DateWord("O", int(piece[:-2]))
    if group == "fraction":
        return DateWord("d", int(piece[0]) / max(1, int(piece[2])))
    if group == "half":
        return DateWord("p", 0, piece[0].lower())
    if group == "poss":
        return DateWord("'")
    return _number(piece)


def _number(piece: str) -> DateWord:
    value = float(piece.replace(",", ""))
    if not piece.isdigit():
        return DateWord("C", value)
    if len(piece) <= 2 and 1 <= value <= 31:
        return DateWord("N", value)
    if len(piece) == 4 and 1000 <= value <= 2199:
        return DateWord("Y", value)
    return DateWord("c" if len(piece) == 2 else "C", value)
