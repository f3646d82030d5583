"""Feeds that are broken, huge, or made to hurt the program that reads them."""

from __future__ import annotations

import gzip
import json

from hostile_ways import to
from hostile_web import ARTICLE, Behaviour, Serve, Talk

RSS = "application/rss+xml"


def rss(items: str, before: str = "", title: str = "News of the harbour") -> bytes:
    head = f'<?xml version="1.0" encoding="utf-8"?>{before}<rss version="2.0"><channel><title>{title}</title>'
    return f"{head}<link>https://harbour.hostile-web.org/</link>{items}</channel></rss>".encode()


def item(number: int, title: str = "Bridge closed", more: str = "") -> str:
    link = f"https://harbour.hostile-web.org/{number}"
    return f"<item><title>{title} {number}</title><link>{link}</link><guid>{link}</guid>{more}</item>"


ITEMS = "".join(item(n) for n in range(3))
GOOD = rss(ITEMS)


def feed(name: str, body: bytes, outcome: str, reason: str = "", items: int = 0, **headers: str) -> Behaviour:
    headers = {"Content_Type": RSS, **headers}
    return Behaviour(
        name, outcome, reason, lambda talk: talk.answer(body, **headers), how="feed", items=items, max_bytes=20_000_000
    )


def _laughs(depth: int = 9) -> str:
    lines = ['<!ENTITY lol0 "lol">']
    lines += [f'<!ENTITY lol{n} "{f"&lol{n - 1};" * 10}">' for n in range(1, depth + 1)]
    return f"<!DOCTYPE rss [{''.join(lines)}]>"


def _late(body: bytes) -> Serve:
    """The feed at first, ``body`` at the second look."""
    return lambda talk: talk.answer(GOOD if talk.times == 1 else body, Content_Type=RSS)


def later(name: str, body: bytes, outcome: str, reason: str) -> Behaviour:
    return Behaviour(name, outcome, reason, _late(body), how="feed twice")


def _gone(talk: Talk) -> None:
    talk.answer(GOOD if talk.times == 1 else b"", "200 OK" if talk.times == 1 else "410 Gone", Content_Type=RSS)


EXTERNAL = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
PARAMETER = '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1/p.dtd"> %p;]>'
DEEP_HTML = f"<description><![CDATA[{'<div>' * 20_000}]]></description>"
NAMESPACES = " ".join(f'xmlns:b{n}="u{n}"' for n in range(20_000))
SAME_GUID = "".join(item(n).replace(f"/{n}</guid>", "/0</guid>") for n in range(3))
SCRIPT = "<item><title>a</title><link>javascript:alert(1)</link></item>"
JSON_HEAD = b'{"version": "https://jsonfeed.org/version/1.1", "items": '
JSON_ITEMS = [{"id": str(n), "url": f"https://harbour.hostile-web.org/{n}", "title": f"Bridge {n}"} for n in range(3)]
JSON_FEED = JSON_HEAD + json.dumps(JSON_ITEMS).encode() + b"}"

FEEDS = [
    feed("feed", GOOD, "new", items=3),
    feed("feed-as-html", GOOD, "new", items=3, Content_Type="text/html"),
    feed("feed-as-image", GOOD, "new", items=3, Content_Type="image/gif"),
    feed("feed-empty", rss(""), "empty"),
    feed("feed-is-a-page", ARTICLE, "changed", "no_feed"),
    feed("feed-is-noise", bytes(range(256)) * 40, "changed", "no_feed"),
    feed("feed-is-a-captcha", b"<html><title>Just a moment...</title><div class=cf-challenge></div></html>", "blocked",
         "captcha"),
    feed("feed-cut", GOOD[: len(GOOD) - 60], "new", items=3),
    feed("feed-tags-crossed", rss(ITEMS.replace("</title>", "</titel>")), "changed", "parse"),
    feed("feed-bare-ampersands", rss(item(1, "Fish & chips < 5 &nbsp; &bogus;")), "new", items=1),
    feed("feed-nul-bytes", GOOD.replace(b"Bridge", b"Br\0idge"), "new", items=3),
    feed("feed-control-characters", GOOD.replace(b"Bridge", b"\x01\x02\x0bBridge"), "new", items=3),
    feed("feed-wrong-encoding", GOOD.replace(b"utf-8", b"utf-16"), "new", items=3),
    feed("feed-unknown-encoding", GOOD.replace(b"utf-8", b"klingon"), "new", items=3),
    feed("feed-not-utf-8", GOOD.replace(b"Bridge", b"Br\xfccke \xff"), "new", items=3),
    feed("feed-utf-7", b'<?xml version="1.0" encoding="utf-7"?>' + GOOD[38:], "changed", "hostile"),
    feed("feed-xxe", rss(item(1, "&x;"), EXTERNAL), "changed", "hostile"),
    feed("feed-xxe-parameter", rss(ITEMS, PARAMETER), "changed", "hostile"),
    feed("feed-xxe-in-utf-16", rss(item(1, "&x;"), EXTERNAL).decode().replace("utf-8", "utf-16").encode("utf-16"),
         "changed", "hostile"),
    feed("feed-external-dtd", rss(ITEMS, '<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/rss.dtd">'), "new", items=3),
    feed("feed-xinclude", rss(ITEMS + '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'),
         "new", items=3),
    feed("feed-billion-laughs", rss(item(1, "&lol9;"), _laughs()), "changed", "hostile"),
    feed("feed-quadratic-blow-up", rss(item(1, "&a;" * 50_000), f'<!DOCTYPE rss [<!ENTITY a "{"a" * 50_000}">]>'),
         "changed", "hostile"),
    feed("feed-of-100000-items", rss("".join(item(n) for n in range(100_000))), "new", items=500),
    feed("feed-one-huge-item", rss(item(1, more=f"<description>{'word ' * 1_000_000}</description>")), "new", items=1),
    feed("feed-huge-title", rss(item(1, "Bridge " * 100_000)), "changed", "parse"),
    feed("feed-same-guid", rss(SAME_GUID), "new", items=3),
    feed("feed-without-guid-or-link", rss("<item><title>Only a title</title></item>"), "changed", "parse"),
    feed("feed-links-to-scripts", rss(SCRIPT), "changed", "parse"),
    feed("feed-deep", rss("<a>" * 50_000), "changed", "hostile"),
    feed("feed-deep-html", rss(item(1, more=DEEP_HTML)), "new", items=1),
    feed("feed-open-comments", rss(ITEMS + "<!--" * 200_000), "new", items=3),
    feed("feed-open-cdata", rss(ITEMS + "<![CDATA[" * 100_000), "new", items=3),
    feed("feed-open-instructions", rss(ITEMS + "<?" * 300_000), "new", items=3),
    feed("feed-open-dates", rss("".join("<item><date>" + "<date " * 2_000 for _ in range(10))), "changed", "parse"),
    feed("feed-open-texts", rss(ITEMS + item(4) + "<item>" + "<summary " * 500_000), "new", items=4),
    feed("feed-open-texts-in-items", rss(ITEMS + item(4, more="<summary " * 500_000)), "new", items=3),
    feed("feed-open-tags", rss(ITEMS + "<a " * 300_000), "new", items=3),
    feed("feed-many-attributes", rss(ITEMS + f"<a {' '.join(f'b{n}=1' for n in range(100_000))}/>"), "new", items=3),
    feed("feed-many-namespaces", rss(ITEMS + f"<a {NAMESPACES}/>"), "new",
         items=3),
    feed("feed-many-entities", rss(item(1, more=f"<description>{'&amp;' * 300_000}</description>")), "new", items=1),
    feed("feed-odd-dates", rss(item(1, more="<pubDate>Mon, 99 Foo 99999 25:61:61 +9999</pubDate>")), "new", items=1),
    feed("feed-far-future", rss(item(1, more="<pubDate>Mon, 01 Jan 9999 00:00:00 GMT</pubDate>")), "new", items=1),
    feed("feed-bomb", gzip.compress(bytes(15_000_000)), "failing", "bomb", Content_Encoding="gzip"),
    feed("feed-json", JSON_FEED, "new", items=3, Content_Type="application/feed+json"),
    feed("feed-json-broken", JSON_FEED[:-40], "changed", "parse"),
    feed("feed-json-deep", JSON_HEAD + b"[" * 100_000, "changed", "parse"),
    feed("feed-json-huge-number", JSON_HEAD + b'[{"id": ' + b"9" * 100_000
         + b', "url": "https://harbour.hostile-web.org/1"}]}', "changed", "parse"),
    feed("feed-json-wrong-types", JSON_HEAD + b'{"a": [1, null, "x"]}}', "changed", "parse"),
    feed("feed-json-empty", JSON_HEAD + b"[]}", "empty"),
    feed("feed-cut-before-items", GOOD[:120], "changed", "parse"),
    Behaviour("feed-redirects-to-loopback", "failing", "private_address", to("http://127.0.0.1/feed"), how="feed"),
    later("feed-turns-into-page", ARTICLE, "changed", "no_feed"),
    later("feed-loses-its-items", rss(""), "changed", "no_items"),
    later("feed-stays", GOOD, "unchanged", ""),
    Behaviour("feed-goes", "gone", "gone", _gone, how="feed twice"),
]  # fmt: skip

BEHAVIOURS = FEEDS
