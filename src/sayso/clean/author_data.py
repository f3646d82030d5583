"""Authors in the structured data (schema.org in JSON-LD) and in the head of a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from sayso.clean.author_names import names_in
from sayso.clean.author_said import Said
from sayso.clean.markup import structured_data
from sayso.lang import bylines

_WORKS = re.compile(r"article|posting|report|creativework|recipe|review$|webpage|howto|course", re.I)
_THREADS = frozenset({"DiscussionForumPosting", "Question", "SocialMediaPosting"})
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage")
"""Where the work that a page is about stands; not in comments, answers, and lists of other works."""
_DEEPEST, _DEEPEST_THING = 5, 8
_META = re.compile(
    r"(?:(?:og|article|og:article|sailthru|parsely|cxenseparse|dcsext|shareaholic:article|vr|bt|mrf|sc|dc|dcterms|citation)[:._-])?"
    r"(?:authors?|author_name|creator|byl|atc-metaauthor|rbauthors)(?:[._:]name)?",
    re.I,
)
_INVERTED = re.compile(r"[^\W\d_][\w.'’ -]*,\s[^\W\d_][\w.'’ -]*")
_CARDS = 3


def from_data(source: str) -> Iterator[Said]:
    """Authors of the works that the structured data of ``source`` (a page) describe, in order."""
    for words in structured_data(source):
        if '"author"' not in words and '"creator"' not in words:
            continue
        try:
            data = json.loads(words.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        things: dict[str, Any] = {}
        _things(data, things, 0)
        yield from _works(data, things, 0)


def from_head(tree: Any) -> Iterator[Said]:
    """Authors in properties of the head, and under a label such as "Written by" of a card."""
    cards: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = element.get("content") or ""
        if name.startswith("twitter:"):
            cards[name] = content
        elif content and _META.fullmatch(name):
            found.setdefault(name, []).extend(_of_property(name, content))
    yield from (Said("meta", tuple(dict.fromkeys(names))) for names in found.values() if names)
    for number in range(1, _CARDS + 1):
        label = cards.get(f"twitter:label{number}", "").lower()
        names = names_in(cards.get(f"twitter:data{number}", ""), True)
        if names and not bylines.CREDIT_LABELS.isdisjoint(label.split()):
            yield Said("label", names)


def _of_property(name: str, content: str) -> tuple[str, ...]:
    """Names in a property; that of a citation holds one name, its last part first."""
    if name.startswith("citation") and _INVERTED.fullmatch(content):
        last, first = content.split(",")
        return (f"{first.strip()} {last.strip()}",)
    return names_in(content, True)


def _things(node: Any, things: dict[str, Any], depth: int) -> None:
    """Named nodes by their id, for authors that are told by reference."""
    if depth > _DEEPEST_THING:
        return
    if isinstance(node, dict):
        if isinstance(node.get("@id"), str) and "name" in node:
            things[node["@id"]] = node
        node = list(node.values())
    if isinstance(node, list):
        for item in node:
            if isinstance(item, (dict, list)):
                _things(item, things, depth + 1)


def _works(node: Any, things: dict[str, Any], depth: int) -> Iterator[Said]:
    if depth > _DEEPEST:
        return
    if isinstance(node, list):
        for item in node:
            yield from _works(item, things, depth + 1)
    elif isinstance(node, dict):
        yield from _of_work(node, things)
        for key in _INSIDE:
            yield from _works(node.get(key), things, depth + 1)


def _of_work(node: dict[str, Any], things: dict[str, Any]) -> Iterator[Said]:
    kinds = [kind for kind in _listed(node.get("@type")) if isinstance(kind, str)]
    thread = not _THREADS.isdisjoint(kinds)
    if not thread and not any(_WORKS.search(kind) for kind in kinds):
        return
    people: list[str] = []
    groups: list[str] = []
    for author in _listed(node.get("author") or node.get("creator")):
        name, person = _name(author, things)
        (people if person else groups).extend(names_in(name, True) if name else ())
    if people:
        yield Said("thread" if thread else "data", tuple(dict.fromkeys(people)))
    elif groups:
        yield Said("group", tuple(dict.fromkeys(groups)))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _name(author: Any, things: dict[str, Any]) -> tuple[str, bool]:
    """Name, "" when there is none, and whether it is no organisation's."""
    if isinstance(author, str):
        return author, True
    if not isinstance(author, dict):
        return "", False
    if "name" not in author and isinstance(author.get("@id"), str):
        author = things.get(author["@id"], author)
    name = author.get("name")
    if isinstance(name, list):
        name = "; ".join(part for part in name if isinstance(part, str))
    if not name and author.get("givenName") and author.get("familyName"):
        name = f"{author['givenName']} {author['familyName']}"
    return (name if isinstance(name, str) else ""), "Organization" not in str(author.get("@type"))
