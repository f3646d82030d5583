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
})  # fmt: skip
_WORDS = {"st": "saint", "ste": "sainte", "sts": "saints", "mt": "mount", "ft": "fort", "pt": "port", "&": "and"}
_INITIALS = re.compile(r"\b(?:[a-z]\.\s?){2,}")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name without case, accents, apostrophes, dots and hyphens; "St." is "saint", "U.S." is "us".

    Args:
        name: any spelling of a name.

    Returns:
        Lower-case words separated by single blanks; "" when nothing is left.
    """
    text = name.casefold()
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = _INITIALS.sub(_joined, text)
    words = text.translate(_SPECIAL).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join([_WORDS.get(w, w) for w in words] if len(words) > 1 else words)


def _joined(found: re.Match[str]) -> str:
    return found[0].replace(".", "").replace(" ", "") + " "
