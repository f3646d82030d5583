"""Text to tokens: each token gets one letter, so that a time expression is a pattern over letters.

Letters beyond those of ``sayso.lang.dates``: ``N`` whole number that may be a day of the month, ``Y`` year,
``k`` year without its century ("'90"), ``c`` two-digit number, ``C`` any other number, ``d`` fraction ("1/2"),
``D`` date in digits, ``K`` clock time in digits, ``,`` ``-`` ``'`` themselves (``'`` is the possessive),
``x`` any other word, ``|`` a break that no expression crosses.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import NamedTuple, overload

from sayso.lang.dates import DateWord, DateWords

_TOKEN = re.compile(
    r"""(?:[ ]|\n(?!\s*\n))?(?:(?P<plain>(?![AaPp][Mm]\b)[A-Za-z]{2,}(?=[ ,\n]))
    |(?P<half>[AaPp](?:\.\s?[Mm]\b\.?|(?<=\d[ap])m\b|(?<!\w.)[Mm]\b))
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
    |(?P<mark>[^\s\w]))""",
    re.X,
)
"""A token with the blank before it, if one is there: a search that begins anew at each blank takes twice the time."""
_PIECE = re.compile(re.sub(r"[?]P<\w+>", "?:", _TOKEN.pattern), re.X)
"""The same without groups: the pieces alone, in half the time and without an object for each."""
_BLANKS = " \n"
_LETTERS = re.compile(r"[^\W\d_]+")
_SMALL = bytes(ord(chr(c).lower()) if chr(c).isalpha() and c < 128 else ord(" ") for c in range(256))
"""Each ASCII letter made small, all else made a blank: the words of a text by bytes, in a third of the time."""
_YEAR_LIKE = re.compile(r"\d(?:\d{3}|0s|:\d\d|(?:st|nd|rd|th)\b)")
_FIRST, _KIND, _END = itemgetter(0), attrgetter("kind"), attrgetter("end")
_SHORT_ERA = _SHORT_NUMBER = 4
_meanings: dict[int, dict[str, DateWord]] = {}
_parted: dict[int, dict[str, _Parted]] = {}
_MOST_KEPT = 20_000
"""Words met before are kept with their meaning, by language: a look-up instead of rules for nearly every token."""
_HALVES = ("am", "pm")
"""Never kept: what "PM2.5" means says nothing of "3 PM"."""
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


class _Parted(NamedTuple):
    """A word that needs a look each time: its meaning, whether a full stop follows, whether it may open a name."""

    word: DateWord
    stop: bool
    opens: bool


class Token(NamedTuple):
    """One token: where it stands, its words and its meaning."""

    start: int
    end: int
    text: str
    kind: str
    number: float
    code: str


class Tokens(Sequence[Token]):
    """The tokens of one passage; each is made when it is first asked for, since rules look at few of them.

    Attributes:
        kinds: the letters of all tokens.
    """

    __slots__ = ("_ends", "_made", "_meanings", "kinds")

    def __init__(self, made: list[str | Token], ends: list[int], kinds: str, meanings: Mapping[str, DateWord]) -> None:
        self._made, self._ends, self._meanings, self.kinds = made, ends, meanings, kinds

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> list[Token]: ...
    def __getitem__(self, at: int | slice) -> Token | list[Token]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self._made)))]
        held = self._made[at]
        if not isinstance(held, str):
            return held
        bare, end = held.lstrip(_BLANKS), self._ends[at]
        made = self._made[at] = Token(end - len(bare), end, bare, *self._meanings[held])
        return made


class Signs:
    """Tells of which passages of a text it is worth to make tokens.

    Args:
        text: the text.
        triggers: words in small letters, without one of which, and without the number of a year, a passage surely holds
            no time expression.
    """

    __slots__ = ("_flat", "_text", "_triggers")

    def __init__(self, text: str, triggers: frozenset[str]) -> None:
        self._text, self._triggers = text, triggers
        self._flat = text.encode("ascii", "replace").translate(_SMALL) if _all_ascii(triggers) else None

    def may_hold(self, start: int, end: int) -> bool:
        """False when ``text[start:end]`` surely holds no time expression."""
        if self._flat is not None:
            quiet = _as_bytes(self._triggers).isdisjoint(self._flat[start:end].split())
        else:
            quiet = self._triggers.isdisjoint(_LETTERS.findall(self._text[start:end].lower()))
        return not quiet or _YEAR_LIKE.search(self._text, start, end) is not None


@lru_cache(maxsize=16)
def _all_ascii(triggers: frozenset[str]) -> bool:
    return all(word.isascii() for word in triggers)


@lru_cache(maxsize=16)
def _as_bytes(triggers: frozenset[str]) -> frozenset[bytes]:
    return frozenset(word.encode() for word in triggers)


def tokens_of(text: str, start: int, end: int, words: DateWords) -> Tokens:
    """Cut ``text[start:end]`` into tokens. Offsets are offsets into ``text``."""
    meanings = _meanings.setdefault(id(words), {})
    if len(meanings) >= _MOST_KEPT:
        meanings = _meanings[id(words)] = {}  # a new one: tokens of texts before still look up theirs
    pieces, ends = _pieces(text, start, end)
    known = list(map(meanings.get, pieces))
    if None not in known:
        return Tokens(list(pieces), ends, "".join(map(_FIRST, known)), meanings)  # type: ignore[arg-type]
    out: list[str | Token] = []
    stops: list[int] = []
    kinds: list[str] = []
    at = 0
    for unmet in [n for n, meaning in enumerate(known) if meaning is None]:
        if unmet < at:
            continue
        out += pieces[at:unmet]
        stops += ends[at:unmet]
        kinds += map(_FIRST, known[at:unmet])  # type: ignore[arg-type]  # none of them is None
        made = _unmet(text, pieces[unmet], ends[unmet], end, words)
        out += made
        stops += map(_END, made)
        kinds += map(_KIND, made)
        at = unmet + 1
        while at < len(pieces) and ends[at] - len(pieces[at].lstrip(_BLANKS)) < made[-1].end:
            at += 1  # inside a name of several words
    out += pieces[at:]
    stops += ends[at:]
    kinds += map(_FIRST, known[at:])  # type: ignore[arg-type]
    return Tokens(out, stops, "".join(kinds), meanings)


def _pieces(text: str, start: int, end: int) -> tuple[list[str], list[int]]:
    """The tokens with the blanks before them, and where each ends."""
    pieces: list[str] = _PIECE.findall(text, start, end)
    ends = list(accumulate(map(len, pieces), initial=start))[1:]
    if ends and ends[-1] == end:
        return pieces, ends
    matches = list(_PIECE.finditer(text, start, end))  # something stands between the tokens
    return pieces, [m.end() for m in matches]


def _unmet(text: str, piece: str, end: int, limit: int, words: DateWords) -> list[Token]:
    """The tokens of a piece that was not met before, or that may be several or part of a name of several words.

    Args:
        piece, end: the words with the blank before them, and where they end in ``text``.
        limit: where the passage ends.
    """
    kept = _parted.setdefault(id(words), {})
    met = kept.get(piece)
    if met is None:
        return _first_met(text, _TOKEN.match(text, end - len(piece), limit), words, kept)
    bare = piece.lstrip(_BLANKS)
    at = end - len(bare)
    phrase = _phrase(text, at, bare.lower(), words.phrases) if met.opens else None
    if phrase is not None:
        return [phrase]
    if met.stop:
        return [Token(at, end - 1, bare[:-1], *met.word), Token(end - 1, end, ".", *_BREAK)]
    return [Token(at, end, bare, *met.word)]


def _first_met(text: str, match: re.Match[str] | None, words: DateWords, kept: dict[str, _Parted]) -> list[Token]:
    """The tokens of a piece, whose meaning is kept where that depends on nothing else."""
    if match is None:
        return []
    meanings, group = _meanings[id(words)], match.lastgroup or ""
    at, stop = match.span(group)
    piece = match[group]
    if group not in ("word", "dotted", "plain"):
        meaning = _other_than_word(group, piece)
        if _always_the_same(group, piece):
            meanings[match[0]] = meaning
        return [Token(at, stop, piece, *meaning)]
    low = piece.lower()
    opens = low.rstrip(".") in words.phrases
    found = _word(piece, low, at, stop, words)
    word = DateWord(*found[0][3:])
    if len(kept) >= _MOST_KEPT:
        kept.clear()
    if low not in _HALVES and (opens or len(found) > 1):
        kept[match[0]] = _Parted(word, len(found) > 1, opens)
    elif low not in _HALVES:
        meanings[match[0]] = word
    phrase = _phrase(text, at, low, words.phrases) if opens else None
    return [phrase] if phrase is not None else found


def _always_the_same(group: str, piece: str) -> bool:
    """True for what means the same wherever it stands: not "'", nor "a.m" and "1.30", which lean on what is beside."""
    if group == "number":
        return piece.isdigit() and len(piece) <= _SHORT_NUMBER
    if group == "half":
        return "." in piece
    return (group == "poss" and len(piece) > 1) or (group in ("mark", "dash") and piece not in "'’")


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
