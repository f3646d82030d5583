"""Paragraphs in another language than their document: marked, never mended or dropped."""

from __future__ import annotations

from sayso.clean.language import COMMON, language_of

LEAST_LETTERS = 60
"""Letters; the language of a shorter paragraph (names, a motto) is a guess."""
ENOUGH = 2
"""Common words of its document's language, and a paragraph is not asked any further."""


def other_language(text: str, language: str) -> str:
    """ISO 639-1 code of ``text`` when it is not in ``language``; "" when it is, when it is short, or when undecided."""
    common = COMMON.get(language)
    if not language or len(text) < LEAST_LETTERS or sum(c.isalpha() for c in text) < LEAST_LETTERS:
        return ""
    if common and len(common & set(text.lower().split()[:60])) >= ENOUGH:
        return ""
    found = language_of(text)
    return found if found not in ("", language) and _sure(text, found, language) else ""


def _sure(text: str, found: str, language: str) -> bool:
    """A second look: another script, or common words of the language found and none of the document's."""
    if _script(text) != _SCRIPT_OF.get(language, "latin"):
        return True
    words = set(text.lower().split())
    own, other = (len(COMMON.get(code, frozenset()) & words) for code in (language, found))
    return other >= ENOUGH and own < ENOUGH


_SCRIPT_OF = {
    **dict.fromkeys(("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg"), "cyrillic"),
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ug", "ku"), "arabic"),
    **dict.fromkeys(("zh", "ja", "ko"), "cjk"), "el": "greek", "he": "hebrew", "hy": "other", "ka": "other",
    **dict.fromkeys(("hi", "mr", "ne", "bn", "ta", "te", "th", "am", "my", "km", "lo", "si", "ml"), "other"),
}  # fmt: skip


def _script(text: str) -> str:
    """Script of most letters of ``text``."""
    counts: dict[str, int] = {}
    for c in text[:400]:
        if c.isalpha():
            name = _of(ord(c))
            counts[name] = counts.get(name, 0) + 1
    return max(counts, key=lambda name: counts[name], default="latin")


def _of(code: int) -> str:
    if code < 0x370:
        return "latin"
    if code < 0x400:
        return "greek"
    if code < 0x530:
        return "cyrillic"
    if 0x590 <= code < 0x600:
        return "hebrew"
    if 0x600 <= code < 0x780 or 0xFB50 <= code < 0xFF00:
        return "arabic"
    return "cjk" if 0x3040 <= code < 0xA000 or 0xAC00 <= code < 0xD7B0 else "other"
