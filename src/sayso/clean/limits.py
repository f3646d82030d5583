"""What is refused before any parser sees it: too large, binary, nested too deep."""

from __future__ import annotations

import re

from sayso.model import Unreadable

MAX_BYTES = 20_000_000
MAX_CHARACTERS = 1_500_000
"""Characters of text, markup left aside; a thick book has a million."""
MAX_DEPTH = 500
MAX_ELEMENTS = 60_000
"""Elements of one page, line breaks among them; the fullest of 1,144 pages of articles and threads has 6,400."""
MAX_BLOCKS = 10_000
"""Paragraphs, headings, cells of one page; each takes a third of a millisecond. The fullest of those has 4,000."""
MAX_ATTRIBUTES = 5_000
"""Attributes of one element: parsers take time with the square of them, minutes for a page of a megabyte."""
MAX_LINKS = 30_000
"""Links of one page: finding the main text takes time with the square of them; the fullest index has some thousands."""
LONG_TAG = 20_000  # characters; shorter tags are not looked into

_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_CONTROLS = bytes((*range(9), *range(14, 32), 127))


def check_size(body: bytes, max_bytes: int = MAX_BYTES) -> None:
    """Refuse ``body`` when it is empty or longer than ``max_bytes`` bytes.

    Raises:
        Unreadable: with reason ``empty`` or ``too_large``.
    """
    if not body.strip():
        raise Unreadable("empty", "The input is empty", "give a file or address that holds an article")
    if len(body) > max_bytes:
        size, limit = len(body) / 1e6, max_bytes / 1e6
        raise Unreadable("too_large", f"The input has {size:.1f} MB, more than the limit of {limit:.1f} MB", "cut it")


def check_signature(body: bytes) -> None:
    """Refuse ``body`` when its first bytes are those of a known kind of binary file.

    Raises:
        Unreadable: with reason ``binary``.
    """
    for magic, what in _SIGNATURES:
        if body.startswith(magic):
            raise Unreadable("binary", f"The input is {what}, not a text or an HTML page", "give its text instead")


def check_text(text: str) -> None:
    """Refuse decoded ``text`` when more than one character in fifty is a control or replacement character.

    Raises:
        Unreadable: with reason ``binary``, or ``empty`` when nothing but white space is left.
    """
    if not text.strip():
        raise Unreadable("empty", "The input holds no text", "give a file or address that holds an article")
    sample = text[:200_000]
    plain = sample.encode("utf-8", "replace")
    odd = len(plain) - len(plain.translate(None, _CONTROLS)) + sample.count("\ufffd")
    if odd > max(2, len(sample) // 50):
        raise Unreadable("binary", "The input is binary data, not a text or an HTML page", "give its text instead")


def check_length(text: str, max_characters: int = MAX_CHARACTERS) -> None:
    """Refuse text that is far longer than any article.

    Raises:
        Unreadable: with reason ``too_large``.
    """
    if len(text) > max_characters:
        size = f"{len(text):,} characters of text"
        raise Unreadable("too_large", f"The input holds {size}, more than the limit of {max_characters:,}", "cut it")


def check_attributes(attributes: str) -> None:
    """Refuse an element, given what stands in its tag, that has more than ``MAX_ATTRIBUTES`` attributes.

    Raises:
        Unreadable: with reason ``too_large``.
    """
    if len(attributes) > LONG_TAG and len(_QUOTED.sub("", attributes).split()) > MAX_ATTRIBUTES:
        raise Unreadable("too_large", f"An element has more than {MAX_ATTRIBUTES:,} attributes", "skip this page")
