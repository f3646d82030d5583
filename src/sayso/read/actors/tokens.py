"""Words of a sentence with what their spelling shows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.lang.en.abbreviations import MAY_END, NEVER_END

_DOTTED = frozenset(w for w in NEVER_END | MAY_END if "." not in w and len(w) > 1)
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:-\w+)*|(?<!\w)[A-Z]\.(?=\s*[^\W\d_])"
    r"|\d+(?:[.,:]\d+)*(?:-?\w+(?:-\w+)*)?"
    r"|[^\W\d_]\w*(?:[-&/]\w+|['’](?![sS]\b)(?![tT]\b)\w+|['’][tT]\b|\.(?=[a-z]{2,4}\b)\w+)*"
    r"|['’][sS]\b|[^\w\s]",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Token:
    """One word or mark.

    Attributes:
        text: as written; ``low`` is lower case without a final full stop.
        start, end: offsets into the document's text.
        word: True when it begins with a letter or digit.
        cap: True when its first letter is upper case.
        upper: True when it is two letters or more, all upper case.
    """

    text: str
    low: str
    start: int
    end: int
    word: bool
    cap: bool
    upper: bool


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """Tokens of ``text[start:end]``; "'s" and marks are tokens of their own, abbreviations keep their full stop."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        piece = match.group()
        if piece == "." and tokens and tokens[-1].end == match.start() and tokens[-1].low in _DOTTED:
            tokens[-1].end, tokens[-1].text = match.end(), tokens[-1].text + "."
            continue
        tokens.append(_token(piece, match.start(), match.end()))
    return tokens


def _token(piece: str, start: int, end: int) -> Token:
    first, low = piece[0], piece.lower()
    word = first.isalnum()
    if word and low[-1] == ".":
        low = low[:-1]
    if not piece.isascii():
        low = low.replace("’", "'")
    cap = first.isupper() or ("-" in piece and _inner_capital(piece))
    return Token(piece, low, start, end, word, cap, len(piece) > 1 and piece.isupper())


def _inner_capital(piece: str) -> bool:
    """True for "al-Shabaab" and "d'Estaing", whose small first part belongs to the name."""
    head, dash, tail = piece.partition("-")
    return bool(dash) and len(head) <= 4 and head.isalpha() and tail[:1].isupper()


def is_upper_case(text: str) -> bool:
    """True when the text is written in capitals, so that names cannot be seen by their case."""
    letters = "".join(filter(str.isalpha, text[:4000]))
    return bool(letters) and sum(map(str.isupper, letters)) > 0.7 * len(letters)
