"""One form for all spellings of a place name, so that look-up does not mind case, accents or hyphens."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPECIAL = str.maketrans({
    "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ħ": "h", "ə": "e",
    "'": None, "’": None, "‘": None, "ʻ": None, "ʼ": None, "`": None,
    "´": None, "ʹ": None, "′": None, "ʿ": None, "ʾ": None,
    "-": " ", "‐": " ", "‑": " ", "–": " ", "—": " ", ".": " ", ",": " ", "/": " ", "_": " ", "\u00ad": None,
    "ی": "ي", "ى": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه", "ـ": None, "\u200c": None, "\u200d": None,
    "\u200e": None, "\u200f": None, "،": " ", "・": " ", "·": " ", "־": " ", "״": None, "׳": None,
})  # fmt: skip
_WORDS = {"st": "saint", "ste": "sainte", "sts": "saints", "mt": "mount", "ft": "fort", "pt": "port", "&": "and"}
_INITIALS = re.compile(r"\b(?:[a-z]\.\s?){2,}")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name without case, accents, apostrophes, dots and hyphens; "St." is "saint", "U.S." is "us".

    Names in other scripts lose their marks too (Arabic vowel signs and hamza, Hebrew points, the bow of "й"), so that
    pointed and plain spellings meet.

    Args:
        name: any spelling of a name.

    Returns:
        Lower-case words separated by single blanks; "" when nothing is left.
    """
    text = name.casefold()
    if not text.isascii():
        marked = unicodedata.normalize("NFKD", text)
        text = unicodedata.normalize("NFC", "".join([c for c in marked if not unicodedata.combining(c)]))
    if "." in text:
        text = _INITIALS.sub(_joined, text)
    words = text.translate(_SPECIAL).split()
    if len(words) < 2:
        return words[0] if words else ""
    if words[0] == "the":
        words = words[1:]
    return " ".join([_WORDS.get(w, w) for w in words]) if len(words) > 1 else words[0]


def _joined(found: re.Match[str]) -> str:
    return found[0].replace(".", "").replace(" ", "") + " "
