"""Channels and threads as anybody sees them on the web: posts with their own time, permalink and text, no login.

No site's layout is known. A post is a block around one time and one permalink; blocks of posts stand side by side, so
the largest block that holds no other post's time is the post. A post is the document: its own address, its own time.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from lxml import html as lxml_html
from lxml.html import HtmlElement

from sayso.collect.answer import Answer
from sayso.collect.kinds.items import iso, mark, page_of, same_site, utc, whole_address
from sayso.collect.kinds.markup import base_of, title_of, tokens_of, words_of
from sayso.collect.kinds.shown import shown
from sayso.collect.kinds.watched import Get, Watched, ask, cursor_of, newest
from sayso.model.source import Look, LookState, Seen, Source

ENOUGH = 3
"""Posts that make a page a channel."""
_SHORTEST = 20
_MOST_TIMES = 5_000
_HEAD = 150
_NUMBERED = re.compile(r"\d{2,}")
_STAMP = ("datetime", "ts", "data-time", "data-timestamp", "data-utime", "data-unixtime", "data-date", "title")
_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d|1\d{9}(?:\d{3})?$")
_WRITES = frozenset({"a", "span", "small", "div", "p", "td", "time"})
_ACTS = re.compile(
    r"share|[#_-]menu|repl[yi]|quote|report|\.(?:png|jpe?g|gif|webp)|[/?&=_-](?:profile|user|users|member|members|memberlist|author|login|register)\b",
    re.IGNORECASE,
)
_WRITTEN = re.compile(r"\s*(\d{4}-\d\d-\d\d)[ T,]{1,3}\d?\d:\d\d(?::\d\d)?\s*(?:[AP]M)?\s*", re.IGNORECASE)
_TEXT = frozenset({"text", "content", "body", "message", "post", "caption"})
_ASIDE = frozenset(
    {"views", "view", "meta", "footer", "info", "reactions", "reaction", "counter", "counters", "share", "avatar",
     "userpic", "photo", "author", "owner", "toolbar"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Post:
    """One post: its permalink, time (ISO 8601, UTC), the words in it and its markup."""

    address: str
    published: str
    words: str
    markup: str


def look(source: Source, state: LookState, get: Get) -> Look:
    """One look at a channel; see :class:`sayso.collect.kinds.watched.LookAt`."""
    return ask(source, state, get, read)


def read(answer: Answer, state: LookState) -> Look:
    """The look that a channel's page comes to."""
    return shown(answer, state, "channel", lambda root, now: _look(root, now, answer.url, state))


def _look(root: HtmlElement | None, now: str, url: str, state: LookState) -> Look:
    held = cursor_of(state)
    found = posts(root, url) if root is not None else []
    if not found or root is None:
        if held.get("count"):
            return Look((), state, "changed", "no_items", "the channel had posts and shows none now")
        return Look((), LookState(digest=now), "empty", note="no posts with a time and a link of their own")
    items, note = newest(sorted((_item(post, title_of(root)) for post in found), key=_when, reverse=True))
    sign = mark(*(item.key + item.version for item in items))
    made = LookState(digest=now, cursor=json.dumps({"count": len(items), "shown": sign}))
    same = sign == held.get("shown")
    return Look(() if same else items, made, "unchanged" if same else "new", note="" if same else note)


def _when(item: Seen) -> str:
    return item.published


def _item(post: Post, title: str) -> Seen:
    head = post.words if len(post.words) <= 80 else post.words[:80].rsplit(" ", 1)[0] + " ..."
    return Seen(
        post.address, head, post.published, body=page_of("", post.markup, post.published), media_type="text/html",
        key=post.address, version=mark(post.words), fetch=False, charset="utf-8", outlet=title[:120],
    )  # fmt: skip


def posts(root: HtmlElement, url: str) -> list[Post]:
    """The posts of a page in its order; empty when it does not look like a channel or a thread."""
    base = base_of(root, url)
    times = ((element, time) for element in root.iter() if (time := _time(element)))
    stamped = _apart(list(islice(times, _MOST_TIMES)))
    inside = _counts([element for element, _ in stamped])
    made: dict[str, Post] = {}
    for element, time in stamped:
        block = _block(element, inside)
        address = _permalink(element, block, base, url)
        if address and address not in made:
            markup, words = _text(block, element)
            if len(words) >= _SHORTEST:
                made[address] = Post(address, time, words, markup)
    return _without_heads(list(made.values()))


def _without_heads(found: list[Post]) -> list[Post]:
    """Without short ones that say the same time as a longer one: the head of a thread, the box with the author."""
    longest: dict[str, int] = {}
    for post in found:
        longest[post.published] = max(longest.get(post.published, 0), len(post.words))
    return [p for p in found if len(p.words) >= _HEAD or len(p.words) == longest[p.published]]


def _apart(stamped: list[tuple[HtmlElement, str]]) -> list[tuple[HtmlElement, str]]:
    """Without times within or right beside another: a post may say when it was posted and when it was edited."""
    made: list[tuple[HtmlElement, str]] = []
    for element, time in stamped:
        last = made[-1][0] if made else None
        beside = last is not None and (element.getprevious() is last or last in element.iterancestors())
        if not beside:
            made.append((element, time))
    return made


def _time(element: HtmlElement) -> str:
    """The time an element states, ISO 8601; "" when it states none.

    It stands in an attribute; where only a time without zone is written ("2026-11-24 09:30"), its day is taken.
    """
    if not isinstance(element.tag, str):
        return ""
    for name in _STAMP:
        words = str(element.get(name) or "")
        if not words or (name not in _STAMP[:2] and not _ISO.match(words)):
            continue
        if re.fullmatch(r"1\d{9}(?:\d{3})?", words):
            return utc(datetime.fromtimestamp(int(words[:10]), UTC))
        if found := iso(words):
            return found
    written = _WRITTEN.fullmatch(element.text or "") if element.tag in _WRITES else None
    return iso(written.group(1)) if written else ""


def _counts(stamped: list[HtmlElement]) -> Counter[HtmlElement]:
    """How many times stand inside each element."""
    inside: Counter[HtmlElement] = Counter(stamped)
    for element in stamped:
        inside.update(element.iterancestors())
    return inside


def _block(element: HtmlElement, inside: Counter[HtmlElement]) -> HtmlElement:
    """The largest element around a time without another post's time in it."""
    block = element
    for ancestor in element.iterancestors():
        if ancestor.tag in ("body", "html", "main") or inside[ancestor] > 1:
            break
        block = ancestor
    return block


def _permalink(element: HtmlElement, block: HtmlElement, base: str, url: str) -> str:
    """The address of the post itself, "" when it has none.

    It is the link around its time; else one that says it is, or leads to a place on this very page, or carries a
    number; else the page's address with the post's id. Links to its author, and to share or answer it, are none.
    """
    around = [a for a in (element, *element.iterancestors("a"), *element.iter("a")) if a.tag == "a"]
    ranked = [(0, link) for link in around] + [(_rank(link), link) for link in block.iter("a")]
    for rank, link in sorted(ranked, key=lambda one: one[0]):
        address = whole_address(str(link.get("href") or ""), base, fragment=True)
        if rank > 3 or not address or not same_site(address, url) or address.split("#")[0] == address == _bare(url):
            continue
        fragment = address.partition("#")[2]
        told = address.split("#")[0] != _bare(url) and _NUMBERED.search(
            address[len(url.split("?")[0].rstrip("/")) - 8 :]
        )
        if (_NUMBERED.search(fragment) or (not fragment and told) or (rank < 2 and told)) and not _ACTS.search(address):
            return address
    ids = (str(e.get("id") or "") for e in _outwards(element, block))
    named = next((id for id in ids if _NUMBERED.search(id) and not _ACTS.search(id)), "")
    return f"{_bare(url)}#{named}" if named else ""


def _rank(link: HtmlElement) -> int:
    """0 for a link that says it is a permalink, 4 for one that leads to a person or does something."""
    named = tokens_of(link) | {*str(link.get("rel") or "").lower().split()}
    if named & {"permalink", "bookmark"}:
        return 0
    if named & _ASIDE or _ACTS.search(str(link.get("href") or "")):
        return 4
    return 2 if "#" in str(link.get("href") or "") else 3


def _bare(url: str) -> str:
    return url.split("#")[0]


def _outwards(element: HtmlElement, block: HtmlElement) -> Iterator[HtmlElement]:
    """The element, what is around it up to the block, and then all in the block."""
    yield element
    for ancestor in element.iterancestors():
        yield ancestor
        if ancestor is block:
            break
    yield from block.iter()


def _text(block: HtmlElement, time: HtmlElement) -> tuple[str, str]:
    """Markup and words of the post's text: the block without its time, counters and the names around it."""
    around = {time, *time.iterancestors()}
    kept = [e for e in block.iter("div", "p", "blockquote", "section", "article") if _is_text(e) and e not in around]
    chosen = max(kept, key=lambda e: len(words_of(e)), default=None)
    part = copy(block) if chosen is None else chosen
    for element in list(part.iter()) if chosen is None else ():
        named = element.tag in ("time", "abbr", "relative-time", "header", "footer") or tokens_of(element) & _ASIDE
        if named and element.getparent() is not None:
            element.drop_tree()
    markup = lxml_html.tostring(part, encoding="unicode", with_tail=False)
    return markup, words_of(part)


def _is_text(element: HtmlElement) -> bool:
    named = tokens_of(element)
    return bool(_TEXT & named) and not (named & _ASIDE)


CHANNEL = Watched("channel", look)
