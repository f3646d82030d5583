"""Sitemaps and news sitemaps (sitemaps.org 0.9, Google's news extension): XML or text, also gzip, and their indexes.

News sitemaps say when an article was published and what it is called; of others, ``lastmod`` tells versions apart, but
not when one time stands at most addresses, which is that of the file. Of an index the sitemaps that changed are read,
ten at one look, those of news first, then the newest; what an index held at the first look beyond these ten is the past
and is left alone.
"""

from __future__ import annotations

import json
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from sayso.collect.answer import Answer, Validators
from sayso.collect.kinds import feed
from sayso.collect.kinds.articles import points_of
from sayso.collect.kinds.hostile_xml import is_hostile, safe_parser
from sayso.collect.kinds.items import iso, language_code, mark, plain, same_site, whole_address
from sayso.collect.kinds.walls import wall
from sayso.collect.kinds.watched import MOST_BYTES, MOST_ITEMS, Get, Watched, ask, cursor_of, digest, newest
from sayso.model import SaysoError
from sayso.model.source import Look, LookState, Seen, Source

MOST_SITEMAPS = 10
_LARGEST = 50_000_000  # bytes unpacked, the limit of sitemaps.org
_DEEPEST = 2
_START = re.compile(rb"<(?:\w+:)?(urlset|sitemapindex)[\s>]")
_LINES = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*https?://\S+\s*(?:\n|\Z)")
_ONE_TIME = 0.9


@dataclass(frozen=True, slots=True)
class _Part:
    """One sitemap of an index: its address and when it changed."""

    address: str
    changed: str


@dataclass(frozen=True, slots=True)
class _Found:
    """Items, what is known of each sitemap of an index, and True when some of these do not say when they changed."""

    items: list[Seen]
    parts: dict[str, str] = field(default_factory=dict)
    blind: bool = False


def look(source: Source, state: LookState, get: Get) -> Look:
    """One look at a sitemap; see :class:`sayso.collect.kinds.watched.LookAt`."""
    if cursor_of(state).get(
        "blind"
    ):  # an index that does not say when its sitemaps changed stays the same when they do
        state = replace(state, etag="", modified="")
    return ask(source, state, get, lambda answer, held: _read(answer, held, get))


def is_sitemap(body: bytes) -> bool:
    """True when ``body``, packed or not, begins like a sitemap or an index of sitemaps."""
    head = unpacked(body, 4000)[:4000]
    return bool(_START.search(head) or _LINES.match(head))


def is_index(body: bytes) -> bool:
    """True for an index of sitemaps."""
    found = _START.search(unpacked(body, 4000)[:4000])
    return bool(found and found.group(1) == b"sitemapindex")


def is_news(body: bytes) -> bool:
    """True for a sitemap that holds news entries."""
    return b"schemas/sitemap-news/" in unpacked(body, 20_000)[:20_000]


def unpacked(body: bytes, most: int = _LARGEST) -> bytes:
    """A body without its gzip, never more than ``most`` bytes of it; a damaged one as far as it goes."""
    if body[:2] != b"\x1f\x8b":
        return body
    try:
        return zlib.decompressobj(47).decompress(body, most)
    except zlib.error:
        return b""


def _read(answer: Answer, state: LookState, get: Get) -> Look:
    now = digest(answer.body)
    body = unpacked(answer.body)
    index = is_index(body)
    if now == state.digest and not index:
        return Look((), state, "unchanged")
    if is_hostile(body):
        return Look((), state, "changed", "hostile", "the sitemap declares entities of its own; it is not read")
    if not is_sitemap(body):
        return feed.read(answer, state) if feed.is_feed(body) else _no_sitemap(body, state)
    held = cursor_of(state)
    found = _of_index(answer, body, held, get) if index else _Found(_items(body, answer.url))
    return _told(found, held, replace(state, digest=now), index)


def _told(found: _Found, held: dict[str, Any], state: LookState, index: bool) -> Look:
    """The look that addresses come to; ``state`` with the new digest."""
    taken, note = _newest(found.items)
    shown = mark(*(item.key + item.version for item in taken))
    count = len(taken) or held.get("count", 0)
    cursor = {"count": count, "parts": found.parts, "shown": shown, "blind": found.blind}
    made = replace(state, cursor=json.dumps(cursor))
    if taken and shown != held.get("shown"):
        return Look(taken, made, "new", note=note)
    if taken or index:
        return Look((), made, "unchanged" if taken or found.parts else "empty")
    if held.get("count"):
        return Look((), state, "changed", "no_items", "the sitemap had addresses and shows none now")
    return Look((), made, "empty")


def _no_sitemap(body: bytes, state: LookState) -> Look:
    stop = wall(body)
    if stop:
        return Look((), state, "blocked", stop, "a page that keeps machines out stands where the sitemap should be")
    return Look((), state, "changed", "no_sitemap", "something else stands where the sitemap should be")


def _of_index(answer: Answer, body: bytes, held: dict[str, Any], get: Get) -> _Found:
    """Items of the sitemaps that changed, and what is known of each sitemap now."""
    before = held.get("parts")
    known: dict[str, str] = before if isinstance(before, dict) else {}
    parts = _parts(body, answer.url)
    made = _Found([], {}, any(not part.changed for part in parts))
    for part in parts:
        name = mark(part.address)
        made.parts.update({name: known[name]} if name in known else {} if known else {name: part.changed})
    todo = [(part, 1) for part in parts if not part.changed or known.get(mark(part.address)) != part.changed]
    for _ in range(MOST_SITEMAPS):
        if not todo:
            break
        part, depth = todo.pop(0)
        try:
            found = get(part.address, Validators(), MOST_BYTES)
        except SaysoError:
            made.parts.pop(mark(part.address), None)
            continue  # one of many that cannot be had is asked for again at the next look
        inner = unpacked(found.body)
        if not is_hostile(inner) and is_index(inner) and depth < _DEEPEST:
            todo = [(below, depth + 1) for below in _parts(inner, found.url)] + todo
            continue
        version = part.changed or digest(inner)[:16]
        if not is_hostile(inner) and known.get(mark(part.address)) != version:
            made.items.extend(_items(inner, found.url))
        made.parts[mark(part.address)] = version
    return made


def _parts(body: bytes, url: str) -> list[_Part]:
    """Sitemaps of an index: those of news first, then the newest by their time or the numbers in their names."""
    made = []
    for fields in _entries(body, "sitemap"):
        address = whole_address(fields.get("loc", ""), url)
        if address and same_site(address, url):
            made.append(_Part(address, iso(fields.get("lastmod"))))
    made.sort(key=lambda part: (part.changed, [int(n) for n in re.findall(r"\d{1,9}", part.address)]), reverse=True)
    return sorted(made, key=lambda part: "news" not in urlsplit(part.address).path.lower())


def _items(body: bytes, url: str) -> list[Seen]:
    if _LINES.match(body):
        named = [{"loc": line} for line in body.decode("utf-8", "replace").lstrip("\ufeff").split()]
    else:
        named = list(_entries(body, "url"))
    times = Counter(fields.get("lastmod", "") for fields in named)
    usual, most = times.most_common(1)[0] if times else ("", 0)
    stamped = usual and len(named) >= 10 and most >= _ONE_TIME * len(named)
    found = [_item(fields, url, stamped_at=usual if stamped else None) for fields in named]
    once = {item.key: item for item in found if item}
    return list(once.values())


def _item(fields: dict[str, str], url: str, stamped_at: str | None) -> Seen | None:
    address = whole_address(fields.get("loc", ""), url)
    if not address or not same_site(address, url):
        return None
    news = "publication_date" in fields or "title" in fields
    if not news and points_of(address) <= 0:  # the home page, sections, the imprint
        return None
    changed = "" if fields.get("lastmod") == stamped_at else iso(fields.get("lastmod"))
    published = iso(fields.get("publication_date"))
    version = changed or mark(fields.get("title", "")) if news or changed else ""
    return Seen(
        address, plain(fields.get("title", "")), published, changed, key=address, version=version,
        outlet=plain(fields.get("name", ""))[:120], language=language_code(fields.get("language", "")),
    )  # fmt: skip


def _newest(items: list[Seen]) -> tuple[tuple[Seen, ...], str]:
    """As ``newest``; of many without times the first and the last ones, since lists grow at one of their ends."""
    if len(items) <= MOST_ITEMS or all(item.updated or item.published for item in items):
        return newest(items)
    half = MOST_ITEMS // 2
    dated = [item for item in items if item.updated or item.published]
    if len(dated) > len(items) // 2:
        return newest(dated)
    return (
        *items[:half],
        *items[-half:],
    ), f"{len(items):,} addresses without times; the first and last {half} are taken"


def _entries(body: bytes, tag: str) -> Iterator[dict[str, str]]:
    """Fields of each entry by their local names; of broken XML, what can be had."""
    root = etree.fromstring(body, safe_parser()) if body.strip() else None
    if root is None:
        return
    for element in root.iter(f"{{*}}{tag}", tag):
        fields: dict[str, str] = {}
        for part in element.iter():
            if isinstance(part.tag, str) and part.text and part.text.strip():
                name, space = etree.QName(part).localname, etree.QName(part).namespace or ""
                if "image" not in space and "video" not in space:
                    fields.setdefault(name, part.text.strip())
        yield fields


SITEMAP = Watched("sitemap", look)
