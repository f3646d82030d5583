"""The author as the elements of a page name one, where its metadata name none.

The rules are those of trafilatura 2.3 (Barbaresi 2021, ``AUTHOR_XPATHS`` and ``AUTHOR_DISCARD_XPATHS``), asked in one
walk over the tree instead of five searches, each of which calls back for every element and every expression: a twelfth
of the time, the same answers on all 1,144 pages of three labelled sets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

LONGEST, SHORTEST = 119, 3
"""Characters of what may be the name of an author."""
_NAMED, _GENERIC, _ANY, _OUT = 1, 2, 4, 8
"""Three groups of elements that name an author, the surest first, and elements that are passed over with all inside."""
_TAGS = {
    _NAMED: frozenset({"a", "address", "div", "link", "p", "span", "strong"}),
    _GENERIC: frozenset({"a", "div", "h3", "h4", "p", "span"}),
    _OUT: frozenset({"a", "div", "section", "span"}),
}
_NEVER = frozenset({"time", "figure"})
_EXACT = {
    "rel": {"author": _NAMED},
    "id": {"author": _NAMED, "comments": _OUT},
    "class": {
        "author": _NAMED, "byline": _GENERIC, "username": _GENERIC, "byl": _GENERIC, "BBL": _GENERIC, "comments": _OUT,
        "title": _OUT, "date": _OUT,
    },
    "itemprop": {"author name": _NAMED},
    "data-testid": {"AuthorCard": _NAMED, "AuthorURL": _NAMED},
}  # fmt: skip
"""Attribute, value, group."""
_PATTERNS = {
    "id": (
        (_GENERIC, r"author|zuozhe|bianji|xiaobian"),
        (_ANY, r"[Aa]uthor"),
        (_OUT, r"^comments|comment-?list|ProductReviews"),
    ),
    "class": (
        (_NAMED, r"author-?name|AuthorName|authorName"),
        (_GENERIC, r"author|channel-name|zuozhe|bianji|xiaobian|submitted-by|posted-by|journalist-name"),
        (_ANY, r"[Aa]uthor|screenname|writer|[Bb]yline"),
        (
            _OUT,
            r"^[Cc]omments|commentlist|comments-list|sidebar|is-hidden|quote|embedly-instagram"
            r"|article-(?:share|support)|print|category|meta-date|meta-reviewer",
        ),
    ),
    "itemprop": ((_GENERIC | _ANY, r"author"),),
    "data-component": ((_ANY, r"Byline"), (_OUT, r"Figure")),
    "data-testid": (),
    "rel": (),
}
_SEARCHED = {
    name: (_EXACT.get(name, {}), tuple((group, re.compile(pattern)) for group, pattern in patterns))
    for name, patterns in _PATTERNS.items()
}


def author_in(tree: Any) -> str:
    """Words of the first element of ``tree`` (lxml) that names an author, "" when none does; white space folded."""
    found: dict[int, list[Any]] = {_NAMED: [], _GENERIC: [], _ANY: []}
    out: set[Any] = set()
    for element in tree.iter():
        groups, tag = 0, element.tag
        for name, value in element.items():
            if name in _SEARCHED:
                groups |= _groups(name, value)
        if tag in _NEVER or (groups & _OUT and tag in _TAGS[_OUT]):
            out.add(element)
        elif groups or tag == "author":
            for group, elements in found.items():
                if (groups & group and tag in _TAGS.get(group, (tag,))) or (tag == "author" and group == _NAMED):
                    elements.append(element)
    return next((words for elements in found.values() for words in _words(elements, out)), "")


@lru_cache(maxsize=20_000)
def _groups(name: str, value: str) -> int:
    exact, patterns = _SEARCHED[name]
    return exact.get(value, 0) | sum(group for group, pattern in patterns if pattern.search(value))


def _words(elements: list[Any], out: set[Any]) -> Iterator[str]:
    for element in elements:
        if not out or not any(above in out for above in element.iterancestors()):
            words = " ".join(" ".join(_texts(element, out)).split())
            if SHORTEST <= len(words) <= LONGEST:
                yield words


def _texts(element: Any, out: set[Any]) -> list[str]:
    """Texts inside ``element``; what stands behind an element that is passed over belongs to the text before it."""
    texts: list[str] = [element.text] if element.text else []
    for child in element:
        if child not in out:
            texts.extend(_texts(child, out))
            if child.tail:
                texts.append(child.tail)
        elif child.tail:
            texts[-1:] = [(texts[-1] if texts else "") + child.tail]
    return texts
