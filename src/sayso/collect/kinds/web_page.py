"""Pages without a feed: what is new here?

A page that lists articles gives the links that look like articles; nobody has to say where on the page they stand. A
page whose own text is the report (a bulletin, a daily notice) gives itself: another text is another item, an edited or
longer one a new version of the item before. Which of the two a page is, the first look finds out, and it stays that.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from sayso.collect.answer import Answer
from sayso.collect.kinds.articles import Link, article_links
from sayso.collect.kinds.items import mark
from sayso.collect.kinds.markup import encoding, title_of, words_of
from sayso.collect.kinds.shown import shown
from sayso.collect.kinds.watched import Get, Watched, ask, cursor_of, newest
from sayso.model.source import Look, LookState, Seen, Source

_FEW = 4
"""With so many links to articles a page is a list of them, unless its own text is long."""
_LONG = 3_000
_MANY = 12
_SHORTEST = 200
"""Characters of a text that can be a report."""
_SHINGLE = 4
_SKETCH = 32
_SAME = 0.4
"""Two texts that share this part of their four-word runs are versions of one."""
_CLOCK = re.compile(r"\b\d{1,2}:\d\d(?::\d\d)?\b")


@dataclass(frozen=True, slots=True)
class _Text:
    """The page's own text and the part of it that stands in whole paragraphs, in characters."""

    words: str
    paragraphs: int


def look(source: Source, state: LookState, get: Get) -> Look:
    """One look at a page; see :class:`sayso.collect.kinds.watched.LookAt`."""
    return ask(source, state, get, read)


def read(answer: Answer, state: LookState) -> Look:
    """The look that a page's bytes come to."""
    return shown(answer, state, "page", lambda root, now: _look(root, now, answer, state))


def _look(root: HtmlElement | None, now: str, answer: Answer, state: LookState) -> Look:
    if root is None:
        return Look((), state, "changed", "no_body", "the page holds nothing that can be read")
    links, held = article_links(root, answer.url), cursor_of(state)
    text = own_text(root)
    if (held.get("as") or _what(links, text)) == "list":
        return _as_list(links, state, now)
    if len(text.words) < _SHORTEST:
        return _nothing(state, now, bool(held))
    return _as_text(answer, title_of(root), text.words, now, held)


def is_list(root: HtmlElement, url: str) -> bool:
    """True when the page lists articles, False when its own text is what to read, if anything is."""
    return _what(article_links(root, url), own_text(root)) == "list"


def _what(links: list[Link], text: _Text) -> str:
    if text.paragraphs >= _LONG and len(links) < _MANY:
        return "text"
    return "list" if len(links) >= _FEW else "text"


def _nothing(state: LookState, now: str, before: bool) -> Look:
    if before:
        return Look((), state, "changed", "no_items", "the page had a text and shows none now")
    return Look((), LookState(digest=now), "empty", note="nothing on this page looks like a report yet")


def _as_list(links: list[Link], state: LookState, now: str) -> Look:
    if not links:
        return Look((), state, "changed", "no_items", "the page had links to articles and shows none now")
    items, note = newest([Seen(link.address, link.text, link.published) for link in links])
    sign = mark(*(item.key for item in items))
    made = LookState(digest=now, cursor=json.dumps({"as": "list", "shown": sign}))
    if sign == cursor_of(state).get("shown"):
        return Look((), made, "unchanged")
    return Look(items, made, "new", note=note)


def _as_text(answer: Answer, title: str, words: str, now: str, held: dict[str, Any]) -> Look:
    version, sketch = mark(words), sketch_of(words)
    if version == held.get("version"):
        return Look((), LookState(digest=now, cursor=json.dumps(held)), "unchanged")
    known = [part for part in held.get("sketch", []) if isinstance(part, str)]
    key = str(held.get("key")) if known and alike(known, sketch) >= _SAME else f"text-{version}"
    cursor = json.dumps({"as": "text", "key": key, "version": version, "sketch": sketch})
    item = Seen(
        f"{answer.url}#{key}", title, body=answer.body, media_type="text/html", key=key, version=version, fetch=False,
        charset=encoding(answer.body, answer.charset),
    )  # fmt: skip
    return Look((item,), LookState(digest=now, cursor=cursor), "new")


def own_text(root: HtmlElement) -> _Text:
    """The text of the page that is no link and no navigation, without clock times, which change by themselves."""
    etree.strip_elements(root, "nav", "footer", "aside", with_tail=False)
    body = root.find("body")
    pieces = [words_of(part) for part in (body if body is not None else root).iter("p", "li", "td", "pre")]
    paragraphs = sum(len(piece) for piece in pieces if len(piece) >= 120)
    return _Text(_CLOCK.sub("", words_of(body if body is not None else root)), paragraphs)


def sketch_of(words: str) -> list[str]:
    """The least 32 of the hashes of all four-word runs (a bottom-k sketch; Broder 1997), as hex words."""
    parts = re.findall(r"\w+", words.lower())
    runs = {" ".join(parts[i : i + _SHINGLE]) for i in range(max(1, len(parts) - _SHINGLE + 1))}
    return sorted(hashlib.blake2b(run.encode(), digest_size=5).hexdigest() for run in runs)[:_SKETCH]


def alike(one: list[str], other: list[str]) -> float:
    """Estimated share of the runs of two texts that they have in common, of 1."""
    least = sorted({*one, *other})[:_SKETCH]
    both = {*one} & {*other}
    return sum(1 for part in least if part in both) / len(least) if least else 0.0


PAGE_WATCHED = Watched("page", look)
