"""XML that is made to hurt its reader is refused before any parser sees it.

Entities can blow up ("billion laughs"), and can name files and addresses to be read (XXE). Feeds and sitemaps need none
of their own, so a document type that declares any is refused; a plain ``<!DOCTYPE rss PUBLIC ...>``, which RSS 0.91
asks for, is let through, and nothing it points to is read.
"""

from __future__ import annotations

import re

from lxml import etree

_UNSEEN = re.compile(rb"<!--|<\?")
_FIRST_TAG = re.compile(rb"<[A-Za-z_:]")
_ODD = re.compile(rb"""encoding\s*=\s*["'](?:utf-?7|ebcdic|cp0?37|cp500|cp1140|ibm)""", re.IGNORECASE)
_TAGS = re.compile(rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|<(/?)[A-Za-z_:][^<>]*?(/?)>", re.DOTALL)
_DEEPEST = 5_000
"""Elements within one another: feeds have about ten; parsers take time with the square of it. Items that were left open
in a broken feed of 500 stay below."""


def is_hostile(body: bytes) -> bool:
    """True when the document declares entities, hides what it declares by its encoding, or is nested beyond measure."""
    text = body.replace(b"\0", b"") if b"\0" in body[:400] else body
    if _ODD.search(text[:400]):
        return True
    text = _seen(text)
    first = _FIRST_TAG.search(text)
    if b"<!ENTITY" in text[: first.start() if first else len(text)].upper():
        return True
    return _deepest(text) > _DEEPEST


def _seen(text: bytes) -> bytes:
    """``text`` without comments and instructions; one that is never closed stays, and what follows it with it.

    Step by step, as a pattern would look for the end of each of a million open comments anew.
    """
    parts, at = [], 0
    while opened := _UNSEEN.search(text, at):
        close = b"-->" if opened.group() == b"<!--" else b"?>"
        end = text.find(close, opened.end())
        if end < 0:
            break
        parts.append(text[at : opened.start()])
        at = end + len(close)
    return b" ".join([*parts, text[at:]])


def _deepest(text: bytes) -> int:
    """Most elements open at once, an element that is never closed counting to the end."""
    depth = deepest = 0
    for hit in _TAGS.finditer(text):
        if hit.group(1) is not None:
            depth += -1 if hit.group(1) else 0 if hit.group(2) else 1
            deepest = max(deepest, depth)
    return deepest


def safe_parser(recover: bool = True) -> etree.XMLParser:
    """A parser that reads the bytes it is given alone, expands no entity, and goes on over broken XML when told to."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, recover=recover,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
