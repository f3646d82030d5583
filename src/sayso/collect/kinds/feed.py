"""Feeds: RSS 0.9x-2.0, Atom 0.3 and 1.0, RDF (RSS 1.0), and JSON Feed 1.x.

An item is known by its guid or id, by its link when it has none. It is another version when the feed gives a later
``updated``, or, where the feed states none, when its title or text changed. The document is the page the item links to;
text that came with the item is kept as its body, for when the page cannot be had. The language a feed states is not
taken: it is the default of the software as often as that of the texts.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from lxml import etree

from sayso.collect.answer import Answer
from sayso.collect.kinds.feed_cut import cut
from sayso.collect.kinds.feed_json import is_json_feed, json_hub, json_items, json_title, json_topic, json_whole
from sayso.collect.kinds.hostile_xml import is_hostile, safe_parser
from sayso.collect.kinds.items import from_struct, iso, mark, page_of, plain, whole_address
from sayso.collect.kinds.walls import wall
from sayso.collect.kinds.watched import MOST_ITEMS, Get, Watched, ask, cursor_of, digest, newest
from sayso.model.source import Look, LookState, Seen, Source

_FULL = 400
"""Characters of text with which an item counts as told in full rather than as a teaser."""
_START = re.compile(rb"<(?:\w+:)?(rss|feed|RDF|channel)[\s>]", re.IGNORECASE)
_PAGE = re.compile(rb"<!doctype html|<html[\s>]", re.IGNORECASE)
_TITLE = re.compile(rb"<(?:\w+:)?title(?:\s[^>]*)?>(.*?)</", re.DOTALL | re.IGNORECASE)
_LINK = re.compile(r'<([^<>\s]{1,500})>\s*;[^,<]*?\brel\s*=\s*"?[^",;<]*?\b(hub|self)\b', re.IGNORECASE)


def look(source: Source, state: LookState, get: Get) -> Look:
    """One look at a feed; see :class:`sayso.collect.kinds.watched.LookAt`."""
    return ask(source, state, get, read)


def is_feed(body: bytes) -> bool:
    """True when ``body`` begins like a feed of any of the forms."""
    head = _plain_ascii(body[:8000])
    if is_json_feed(body):
        return True
    found = _START.search(head)
    page = _PAGE.search(head)
    return bool(found and (not page or found.start() < page.start()))


def feed_title(body: bytes) -> str:
    """What a feed calls itself, on one line; "" when it does not."""
    if is_json_feed(body):
        return json_title(body)
    head = re.split(rb"<(?:\w+:)?(?:item|entry)[\s>]", body[:200_000].replace(b"\0", b""), maxsplit=1)[0]
    found = _TITLE.search(head)
    words = found.group(1).strip() if found else b""
    return plain(words.removeprefix(b"<![CDATA[").removesuffix(b"]]>").decode("utf-8", "replace"))[:80]


def read(answer: Answer, state: LookState) -> Look:
    """The look that a feed's bytes come to."""
    now = digest(answer.body)
    if now == state.digest:
        return Look((), state, "unchanged")
    if is_hostile(answer.body):
        return _changed(state, "hostile", "the feed declares entities of its own, as attacks do; it is not read")
    if not is_feed(answer.body):
        return _no_feed(answer, state)
    items, total, push, hint = _json(answer) if is_json_feed(answer.body) else _xml(answer)
    if not items and not total and not _is_whole(answer):
        return _changed(state, "parse", "the feed is broken, and no item can be read from it")
    if not items:
        return _without_items(state, now, total, push)
    taken, note = newest(items)
    if total > MOST_ITEMS:
        note = f"{total:,} items; the {len(taken)} newest are taken"
    shown = mark(*(item.key + item.version for item in taken))
    same = shown == cursor_of(state).get("shown")
    made = LookState(digest=now, cursor=json.dumps({"shown": shown, "count": len(taken)}))
    if same:
        return Look((), made, "unchanged", next_hint_s=hint, hub=push[0], topic=push[1])
    return Look(taken, made, "new", note=note, next_hint_s=hint, hub=push[0], topic=push[1])


def _is_whole(answer: Answer) -> bool:
    """True for well-formed XML or JSON: only then does a feed without items mean that there are none."""
    if is_json_feed(answer.body):
        return json_whole(answer.body)
    try:
        etree.fromstring(_bytes(answer)[0], safe_parser(recover=False))
    except (etree.XMLSyntaxError, ValueError):
        return False
    return True


def _changed(state: LookState, reason: str, note: str) -> Look:
    return Look((), state, "changed", reason, note)


def _no_feed(answer: Answer, state: LookState) -> Look:
    stop = wall(answer.body)
    if stop:
        return Look((), state, "blocked", stop, "a page that keeps machines out stands where the feed should be")
    if not answer.body.strip():
        return _changed(state, "no_body", "the answer is empty where a feed should be")
    what = "a page" if _PAGE.search(answer.body[:8000]) else "something else"
    return _changed(state, "no_feed", f"{what} stands where the feed should be")


def _without_items(state: LookState, now: str, total: int, push: tuple[str, str]) -> Look:
    if total:
        return _changed(state, "parse", f"{total} items, and none of them could be read")
    if cursor_of(state).get("count"):
        return _changed(state, "no_items", "the feed had items and shows none now")
    return Look((), LookState(digest=now), "empty", hub=push[0], topic=push[1])


_Read = tuple[list[Seen], int, tuple[str, str], int | None]
"""Items, how many the feed had, WebSub hub and topic, seconds until the next look."""


def _json(answer: Answer) -> _Read:
    items, total = json_items(answer.body, answer.url)
    return items, total, _push(answer, json_hub(answer.body), json_topic(answer.body)), None


def _xml(answer: Answer) -> _Read:
    import feedparser  # takes a tenth of a second, which commands that look at nothing need not wait

    body, charset = _bytes(answer)
    body, total = cut(body)
    kind = f"application/xml; charset={charset}" if charset else answer.headers.get("content-type", "application/xml")
    made = feedparser.parse(
        _Held(body),
        response_headers={"content-type": kind, "content-location": answer.url},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    feed = made.get("feed", {})
    items = [_item(entry, answer.url) for entry in made.get("entries", [])]
    links = {str(link.get("rel")): whole_address(str(link.get("href", ""))) for link in feed.get("links", [])}
    return (
        _once([item for item in items if item]),
        total,
        _push(answer, links.get("hub", ""), links.get("self", "")),
        _ttl(feed),
    )


class _Held:
    """Bytes as a file: given these, feedparser never takes its input for an address or a path."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def read(self) -> bytes:
        """All of them."""
        return self._body


def _bytes(answer: Answer) -> tuple[bytes, str]:
    """The feed in an encoding that contains ASCII, with its name when it was turned, as UTF-16 and UTF-32 are."""
    body = answer.body.lstrip(b"\r\n\t ")
    wide = body[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in body[:2]
    if not wide:
        return body.replace(b"\0", b""), ""
    name = "utf-16" if body[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-16-be" if body[:1] == b"\0" else "utf-16-le"
    text = body.decode(name, "replace")
    return re.sub(r"^\ufeff?\s*<\?xml[^>]*\?>", "", text).encode("utf-8", "replace"), "utf-8"


def _plain_ascii(head: bytes) -> bytes:
    return head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")


def _item(entry: Any, base: str) -> Seen | None:
    address = _link(entry, base)
    title = plain(str(entry.get("title", "")))
    content = _content(entry)
    published = from_struct(entry.get("published_parsed")) or iso(entry.get("published"))
    # asked for what is not there, feedparser gives the time of publication instead
    updated = (from_struct(entry["updated_parsed"]) or iso(entry.get("updated"))) if "updated_parsed" in entry else ""
    text = plain(content)
    key = str(entry.get("id") or "").strip()[:1000] or address or mark(title, text)
    if not address and not text:
        return None
    origin = entry.get("source")
    outlet = plain(str(origin.get("title", "")))[:120] if isinstance(origin, dict) else ""
    full = len(text) >= _FULL or not address
    body = page_of(title, content, published or updated) if full and text else None
    version = updated if updated and updated != published else mark(title, text)
    return Seen(
        address or f"{base}#{mark(key)}", title, published, updated, body, "text/html" if body else "", key,
        version, fetch=bool(address), charset="utf-8" if body else "", outlet=outlet,
    )  # fmt: skip


def _link(entry: Any, base: str) -> str:
    """Address of the item's page; that before a redirecting service where the feed tells it."""
    links = [a for a in entry.get("links", []) if a.get("rel", "alternate") == "alternate"]
    pages = [a for a in links if "html" in str(a.get("type", "text/html"))] or links
    named = [entry.get("feedburner_origlink"), *(a.get("href") for a in pages), entry.get("link")]
    guid = str(entry.get("id") or "")
    named.append(guid if guid.startswith(("http://", "https://")) else None)
    return next((made for words in named if words and (made := whole_address(str(words), base))), "")


def _content(entry: Any) -> str:
    """The longest text that came with the item."""
    texts = [str(part.get("value", "")) for part in entry.get("content", [])]
    return max([*texts, str(entry.get("summary", ""))], key=len)


def _once(items: list[Seen]) -> list[Seen]:
    """One item for each key; items with one guid and several addresses are told apart by their address.

    A feed whose items all carry the same guid was seen to lose all but one otherwise.
    """
    by_key: dict[str, set[str]] = {}
    for item in items:
        by_key.setdefault(item.key, set()).add(item.address)
    made: dict[str, Seen] = {}
    for item in items:
        key = item.key if len(by_key[item.key]) == 1 else item.address
        if key not in made:
            made[key] = item if key == item.key else replace(item, key=key)
    return list(made.values())


def _push(answer: Answer, hub: str, topic: str) -> tuple[str, str]:
    """WebSub hub and topic; what the headers say counts before what the feed says (WebSub, section 4)."""
    said = {rel.lower(): target for target, rel in reversed(_LINK.findall(answer.headers.get("link", "")))}
    hub = whole_address(said.get("hub", ""), answer.url) or hub
    topic = whole_address(said.get("self", ""), answer.url) or topic or answer.url
    return (hub, topic) if hub else ("", "")


def _ttl(feed: Any) -> int | None:
    """Seconds the feed asks not to be asked again (``ttl`` in minutes), at most a day."""
    words = str(feed.get("ttl", ""))
    return min(int(words) * 60, 86_400) if words.isdecimal() and len(words) < 7 and int(words) else None


FEED = Watched("feed", look)
