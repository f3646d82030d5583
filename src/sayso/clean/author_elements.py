# ruff: noqa: E501  (a pattern is easier to read on one line)
"""Authors in the elements of a page: what is called or linked as an author, lines that begin as bylines, accounts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any

from sayso.clean.author_names import is_lead, joins, lead_in, names_in, starts_with_join, whole_byline
from sayso.clean.author_said import Said

_PROPERTY, _NAMED, _LINKED, _BYLINE, _USER, _ASIDE, _OUT = 1, 2, 4, 8, 16, 32, 64
"""Elements that name an author, the surest first; then what is left out inside of them, and what is passed over."""
_KINDS = {_PROPERTY: "property", _NAMED: "named", _LINKED: "linked", _BYLINE: "byline", _USER: "user"}
_SURE = _PROPERTY | _NAMED | _LINKED | _USER
_TESTS: dict[str, tuple[tuple[int, str], ...]] = {
    "class": (
        (_NAMED, r"(?:author|autor|writer|byline|contributor|journalist|expert)s?(?:__|--|[-_ ])?(?:[a-z]*[-_])?(?:name|link|fn)(?![a-z])|[aA]uthorName|(?:^|\s)name[-_]+(?:author|autor)|(?:^|\s)(?:fn|p-author)(?:\s|$)"),
        (_BYLINE, r"[Aa]uthor|[Aa]utor|[Bb]yline|[Ww]riter|byl(?:\s|$)|posted[-_]?by|wrote[-_]?by|submitted|written[-_]?by|zuozhe|bianji|verfasser|auteur|[Jj]ournalist|itemPoster|screenname|post[-_]?meta|entry[-_]?meta|article[-_]{1,2}meta|article[-_]?info"),
        (_USER, r"(?:^|[\s_-])user-?name|[Uu]ser-name|post-?author|poster(?:\s|$|-)|bigusername|creator"),
        (_ASIDE, r"role|[-_]title|position|jobTitle|job-title|[Dd]ate|time|bio(?:\s|$|-|_)|avatar|description|follow|social|share|badge|userTitle|count|excerpt|caption|copyright|credit|foto|photo|image"),
        (_OUT, r"(?:^|[\s_-])menu|^[Cc]omments?(?:\s|$)|comment-?(?:list|s|body|meta|author)|commentlist|[Cc]omments?-(?:area|section)|[Rr]elated|[Ss]idebar|is-hidden|blockquote|bbCodeBlock|recirc|[Tt]easer|recommend|newsletter|[Ff]ooter|promo|testimonial|popular|similar|read-?(?:more|next)|more-?(?:posts|stories|from)|latest|trending|widget|review-?list|carousel|slider|[-_]cards?(?:\s|$|_|-)|(?:^|\s)card"),
    ),
    "id": ((_BYLINE, r"[Aa]uthor|byline|zuozhe|bianji"), (_OUT, r"^comments|comment-?list|ProductReviews|sidebar|related|footer")),
    "rel": ((_LINKED, r"(?:^|\s)author(?:\s|$)"),),
    "itemprop": ((_PROPERTY, r"(?:^|\s)(?:author|creator)(?:\s|$)"),),
    "href": (
        (_LINKED, r"/(?:authors?|autor(?:en|es|i)?|auteurs?|autori|reporters?|writers?|contributors?|journalists?|columnists?|redakteure?|by|byline)/[^/?#]+"),
        (_USER, r"/(?:members?|users?|profile|profil|u)/[^/?#]+|action=profile|mode=viewprofile|member\.php|profile\.php|userinfo\.php|user-\d"),
    ),
    "data-testid": ((_BYLINE, r"[Aa]uthor|[Bb]yline"),),
    "data-component": ((_BYLINE, r"[Aa]uthor|[Bb]yline"), (_OUT, r"Figure")),
    "data-author": ((_USER, r"."),),
}  # fmt: skip
"""Attribute to the groups and patterns of its value."""
_SEARCHED = {name: tuple((group, re.compile(p)) for group, p in tests) for name, tests in _TESTS.items()}
_PASSED = frozenset(
    {
        "script", "style", "template", "noscript", "time", "figure", "figcaption", "svg", "button", "select", "option",
        "textarea", "form",
    }
)  # fmt: skip
_FENCED = frozenset({"nav", "footer", "aside", "figure", "blockquote"})
_MOST = 3
"""Statements of a kind that are read."""
_TRIED = 400
"""Elements that are tried, and lines: a forum's page of the labelled sets has 150."""
_LONGEST_LINE = 160
_LEAVES, _UP = 8, 3
"""Pieces of text that are read for names, and elements that are left upwards for the name behind a lead."""
_Leaf = tuple[str, bool]
"""Words, and whether they are a link or called a name."""


def from_elements(tree: Any) -> Iterator[Said]:
    """What the elements of ``tree`` (lxml) say, elements by order of the page, then lines that begin as bylines."""
    page = _Page()
    for element in tree.iter():
        page.add(element)
    heard: Counter[str] = Counter()
    for element, groups in page.spots[:_TRIED]:
        kind = "post" if "data-author" in element.attrib else next(k for g, k in _KINDS.items() if groups & g)
        if heard[kind] < _MOST and not page.outside(element):
            names = _of_element(page, element, groups)
            if names:
                heard[kind] += 1
                yield Said(kind, names)
    for element, tail in page.leads[:_TRIED]:
        if heard["printed"] < _MOST and not page.outside(element):
            names = _of_line(page, element, tail)
            if names:
                heard["printed"] += 1
                yield Said("printed", names)


@dataclass(slots=True)
class _Page:
    """What one walk over a tree finds.

    Attributes:
        groups: of elements that belong to any.
        spots: elements that may name an author, with their groups.
        leads: elements whose text, or (True) the text behind which, begins as a byline.
        above: elements around the headline; they are never beside the article, whatever they are called.
    """

    groups: dict[Any, int] = field(default_factory=dict)
    spots: list[tuple[Any, int]] = field(default_factory=list)
    leads: list[tuple[Any, bool]] = field(default_factory=list)
    above: set[Any] = field(default_factory=set)

    def add(self, element: Any) -> None:
        tag = element.tag
        tail = element.tail
        if tail and 2 < len(tail) < _LONGEST_LINE and lead_in(tail):
            self.leads.append((element, True))
        if not isinstance(tag, str):
            return
        groups = 0
        for name, value in element.items():
            if name == "class":
                for word in value.split():
                    groups |= _groups(name, word)
            elif name in _SEARCHED:
                groups |= _groups(name, value)
        if groups:
            self.groups[element] = groups
            if groups & (_SURE | _BYLINE):
                self.spots.append((element, groups))
        if tag == "h1":
            self.above.update(element.iterancestors())
        text = element.text
        if text and 1 < len(text) < _LONGEST_LINE and tag not in _PASSED and lead_in(text):
            self.leads.append((element, False))

    def outside(self, element: Any) -> bool:
        """True for what stands in a menu, a comment, a teaser or the like."""
        if self.groups.get(element, 0) & _OUT:
            return True
        for above in element.iterancestors():
            if above in self.above:
                return False
            groups = self.groups.get(above, 0)
            if above.tag in _FENCED or (groups & _OUT and not groups & (_BYLINE | _NAMED)):
                return True
        return False


@lru_cache(maxsize=50_000)
def _groups(name: str, value: str) -> int:
    return sum(group for group, pattern in _SEARCHED[name] if pattern.search(value))


def _of_element(page: _Page, element: Any, groups: int) -> tuple[str, ...]:
    told = element.get("data-author")
    if told:
        return names_in(told, True)
    return _read(list(islice(_leaves(page, element, True), _LEAVES)), bool(groups & _SURE))


def _of_line(page: _Page, element: Any, tail: bool) -> tuple[str, ...]:
    leaves = _behind(page, element, tail)
    first = leaves[0][0]
    if is_lead(first):
        return _read(leaves, len(leaves) > 1 and leaves[1][1])
    return _read(leaves, False) if whole_byline(first) else ()


def _leaves(page: _Page, element: Any, first: bool = False) -> Iterator[_Leaf]:
    """Pieces of text inside ``element``, without what is called a role, a day, a portrait or the like."""
    tag, groups = element.tag, page.groups.get(element, 0)
    if not isinstance(tag, str) or tag in _PASSED or (groups & _ASIDE and not first and not groups & _NAMED):
        return
    if element.text and (words := " ".join(element.text.split())):
        yield words, tag == "a" or bool(groups & (_LINKED | _NAMED | _USER))
    for child in element:
        yield from _leaves(page, child)
        if child.tail and (words := " ".join(child.tail.split())):
            yield words, False


def _behind(page: _Page, element: Any, tail: bool) -> list[_Leaf]:
    """The piece of text that begins as a byline, and the next few in the same block or the one behind it."""
    out = [(" ".join(element.tail.split()), False)] if tail else list(islice(_leaves(page, element, True), _LEAVES))
    alone = is_lead(out[0][0])
    for _ in range(_UP):
        for after in element.itersiblings():
            out += islice(_leaves(page, after), _LEAVES)
            if after.tail and (words := " ".join(after.tail.split())):
                out.append((words, False))
            if len(out) >= _LEAVES:
                return out[:_LEAVES]
        if len(out) > 2 and not alone:
            break
        element = element.getparent()
        if element is None:
            break
        if element.tail and (words := " ".join(element.tail.split())):
            out.append((words, False))
    return out


def _read(leaves: list[_Leaf], loose: bool) -> tuple[str, ...]:
    """Names in pieces of text; a piece that no word or comma joins to the name before it is a role or a day."""
    found: list[str] = []
    joined = True
    for words, linked in leaves[:_LEAVES]:
        if joins(words):
            joined = True
            continue
        if is_lead(words) and not found:
            continue
        if found and not joined:
            words = starts_with_join(words)
            if linked or not words:
                break
        names = names_in(words, loose and (linked or not found) and len(words.split()) < 4)
        if not names and found:
            break
        found += [name for name in names if name not in found]
        joined = not found or words.rstrip().endswith((",", "&", " and", " und", " y", " et"))
    return tuple(found)
