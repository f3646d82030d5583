"""The text of an HTML page with the place of every character: a small scanner that never builds a tree."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from sayso.clean.paragraphs import Run

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|template|textarea|noembed|noframes|iframe)\b[^>]*>.*?(?:</(?P=raw)\s*>|\Z)"
    r"|<[!?][^>]*>"
    r"|<(?P<close>/?)(?P<tag>[a-z][a-z0-9:-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>"
    r"|&(?P<ref>\#x[0-9a-f]{1,6}|\#[0-9]{1,7}|[a-z][a-z0-9]{1,31});?"
    r"|(?P<text>[^<&]+|[<&])",
    re.I | re.S,
)
INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
        "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
        "time", "tt", "u", "var", "wbr", "nobr",
    }
)  # fmt: skip
"""Elements that do not part words or paragraphs."""
BREAK = "\x1e"
"""Stands between two blocks of a page; white space to Python, and found in no text."""


@dataclass(frozen=True, slots=True)
class PageText:
    """All text of a page in order of the source.

    Attributes:
        text: text nodes with entities resolved; elements that are not inline give one ``BREAK``.
        runs: start and end in ``text``, start and end of the source characters they stand on; breaks have none.
    """

    text: str
    runs: tuple[Run, ...]


def page_text(source: str) -> PageText:
    """Scan ``source`` (HTML, well formed or not) once, in linear time; scripts and styles are left out."""
    text: list[str] = []
    runs: list[Run] = []
    at = 0
    for token in _TOKEN.finditer(source):
        kind = token.lastgroup
        if kind == "text":
            words = token.group()
        elif kind == "ref":
            words = html.unescape(token.group() if token.group().endswith(";") else token.group() + ";")
        elif kind == "tag" and token.group("tag").lower() not in INLINE:
            text.append(BREAK)
            at += 1
            continue
        else:
            continue
        size = len(words)
        runs.append((at, at + size, token.start(), token.end()))
        text.append(words)
        at += size
    return PageText("".join(text), tuple(runs))
