"""JSON Feed (jsonfeed.org, version 1 and 1.1)."""

from __future__ import annotations

import html
import json
from typing import Any

from sayso.collect.kinds.items import iso, language_code, mark, page_of, plain, whole_address
from sayso.model.source import Seen

_HEAD = 4000


def is_json_feed(body: bytes) -> bool:
    """True when ``body`` begins like a JSON Feed."""
    head = body[:_HEAD].lstrip(b"\xef\xbb\xbf \r\n\t")
    return head.startswith(b"{") and (b"jsonfeed.org/version" in head or b"jsonfeed.org\\/version" in head)


def json_whole(body: bytes) -> bool:
    """True when it can be read and has a list of items, be it an empty one."""
    return isinstance(_parsed(body).get("items"), list)


def json_items(body: bytes, base: str) -> tuple[list[Seen], int]:
    """The items that can be used, in order, and how many there are; nothing from broken JSON."""
    feed = _parsed(body)
    entries = feed.get("items")
    entries = entries if isinstance(entries, list) else []
    made = [_item(entry, base) for entry in entries if isinstance(entry, dict)]
    once = {item.key: item for item in reversed([item for item in made if item])}
    return list(reversed(once.values())), len(entries)


def json_hub(body: bytes) -> str:
    """Address of the WebSub hub, "" when none is offered."""
    hubs = _parsed(body).get("hubs")
    named = [hub for hub in hubs if isinstance(hub, dict)] if isinstance(hubs, list) else []
    return next((whole_address(_word(h, "url")) for h in named if _word(h, "type").lower() == "websub"), "")


def json_topic(body: bytes) -> str:
    """The address the feed gives as its own, "" when it does not."""
    return whole_address(_word(_parsed(body), "feed_url"))


def json_title(body: bytes) -> str:
    """What the feed calls itself, "" when it does not."""
    return plain(_word(_parsed(body), "title"))[:80]


def _parsed(body: bytes) -> dict[str, Any]:
    try:
        made = json.loads(body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return {}
    return made if isinstance(made, dict) else {}


def _word(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _item(entry: dict[str, Any], base: str) -> Seen | None:
    address = whole_address(_word(entry, "url") or _word(entry, "external_url"), base)
    key = _word(entry, "id")[:1000] or address
    text = _word(entry, "content_text")
    content = _word(entry, "content_html") or (f"<p>{html.escape(text)}</p>".replace("\n\n", "</p><p>") if text else "")
    if not key or not (address or content):
        return None
    title = plain(_word(entry, "title"))
    published, updated = iso(_word(entry, "date_published")), iso(_word(entry, "date_modified"))
    body = page_of(title, content, published) if content else None
    version = updated if updated and updated != published else mark(title, plain(content))
    return Seen(
        address or f"{base}#{mark(key)}", title, published, updated, body, "text/html" if body else "", key,
        version, fetch=bool(address), charset="utf-8" if body else "",
        language=language_code(_word(entry, "language")),
    )  # fmt: skip
