"""The headline as a page prints it, rather than as it is named for search engines and browser tabs."""

from __future__ import annotations

import re

from sayso.clean.markup import BREAK, page_text

_H1 = re.compile(r"<h1\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>(.{1,2000}?)</h1\s*>", re.I | re.S)
_PARTS = re.compile(r"\s+(?:[|»·•—–-]|::|>>)\s+|\s*\|\s*")
_WORD = re.compile(r"\w+")
ENOUGH = 0.5
"""Share of the words of headline and title, taken together, that must be common to both."""


def headline(source: str, title: str, outlet: str = "") -> str:
    """The headline of a page.

    A top heading (``h1``) that says the same as ``title`` in other words or without the outlet's name is taken, as
    readers see it; otherwise the outlet's name is cut from ``title``.

    Args:
        source: the page.
        title: title by the metadata, "" when there is none.
        outlet: name of the outlet, "" when unknown.
    """
    headings = [h for match in _H1.finditer(source) for h in _readings(match.group(1))]
    bare = without_outlet(title, outlet)
    if not title:
        return headings[0] if len(headings) == 1 else ""
    best = max(headings, key=lambda h: _common(h, title), default="")
    if best and _plain(bare) not in _plain(best) and (_common(best, title) >= ENOUGH or _plain(best) in _parts(title)):
        return best
    return bare


def without_outlet(title: str, outlet: str) -> str:
    """``title`` without a first or last part that is the name of ``outlet``."""
    if not outlet:
        return title
    name = _plain(outlet)
    for match in reversed(list(_PARTS.finditer(title))):
        left, right = title[: match.start()], title[match.end() :]
        if left and _plain(right) == name:
            return left
        if right and _plain(left) == name:
            return right
    return title


def _readings(markup: str) -> list[str]:
    """A heading as a whole, and its blocks when it holds several (a kicker above, a day below)."""
    text = page_text(markup).text
    found = [" ".join(part.split()) for part in (text, *(text.split(BREAK) if BREAK in text.strip() else ()))]
    return [h for h in found if 2 <= len(h.split()) <= 40 or len(h) >= 10]


def _parts(title: str) -> list[str]:
    return [_plain(part) for part in _PARTS.split(title)]


def _plain(text: str) -> str:
    return "".join(_WORD.findall(text.lower()))


def _common(one: str, two: str) -> float:
    a, b = set(_WORD.findall(one.lower())), set(_WORD.findall(two.lower()))
    return len(a & b) / len(a | b) if a | b else 0.0
