"""Sitemaps and front pages that are broken, endless in number, or made to hurt the program that looks at them."""

from __future__ import annotations

import gzip

from hostile_feeds import EXTERNAL, rss
from hostile_web import ARTICLE, Behaviour, Serve, Talk

XML = "application/xml"
HOME = b"https://harbour.hostile-web.org"
"""Stands for the host itself, as sitemaps may only list addresses of their own host."""


def urls(count: int, before: str = "") -> bytes:
    rows = "".join(
        f"<url><loc>{HOME.decode()}/2026/11/02/bridge-{n}-closed-after-a-fire</loc></url>" for n in range(count)
    )
    name_space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0"?>{before}<urlset xmlns="{name_space}">{rows}</urlset>'.encode()


def sitemap(name: str, body: bytes, outcome: str, reason: str = "", items: int = 0) -> Behaviour:
    return Behaviour(name, outcome, reason, _at_home(body), how="look sitemap", items=items, max_bytes=20_000_000)


def _at_home(body: bytes) -> Serve:
    packed = body.startswith(b"\x1f\x8b")

    def serve(talk: Talk) -> None:
        home = f"http://{talk.headers['host']}".encode()
        plain = gzip.decompress(body) if packed and len(body) < 10_000 else body
        plain = plain.replace(HOME, home)
        talk.answer(gzip.compress(plain) if packed and plain is not body else plain, Content_Type=XML)

    return serve


def _index(*places: str) -> Serve:
    """An index of sitemaps at every path that does not end in .xml; a small sitemap there."""

    def serve(talk: Talk) -> None:
        rows = "".join(f"<sitemap><loc>http://{talk.headers['host']}{place}</loc></sitemap>" for place in places)
        body = f"<sitemapindex>{rows}</sitemapindex>".encode()
        home = f"http://{talk.headers['host']}".encode()
        talk.answer(urls(3).replace(HOME, home) if talk.path.endswith(".xml") else body, Content_Type=XML)

    return serve


def page(name: str, body: bytes, outcome: str, reason: str = "", items: int = 0) -> Behaviour:
    return Behaviour(
        name, outcome, reason, lambda talk: talk.answer(body), how="look page", items=items, max_bytes=20_000_000
    )


def _front(inside: bytes = b"", before: bytes = b"") -> bytes:
    rows = b"".join(
        b"<li><a href='/2026/11/02/bridge-%d-closed-after-a-fire'>Bridge %d closed after a fire in the harbour</a></li>"
        % (n, n)
        for n in range(12)
    )
    return (
        b"<html><head><title>News</title>"
        + before
        + b"</head><body><ul>"
        + rows
        + b"</ul>"
        + inside
        + b"</body></html>"
    )


SCRIPTS = b"<html><body>" + b"<a href='javascript:alert(1)'>Bridge closed after a fire</a>" * 20
CAPTCHA = b"<html><title>Just a moment...</title><div class=cf-challenge></div></html>"
ATTRIBUTES = b"<p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">"

BEHAVIOURS = [
    sitemap("sitemap", urls(3), "new", items=3),
    sitemap("sitemap-of-4000", urls(4_000), "new", items=500),
    sitemap("sitemap-empty", urls(0), "empty"),
    sitemap("sitemap-is-a-page", ARTICLE, "changed", "no_sitemap"),
    sitemap("sitemap-xxe", urls(1, EXTERNAL), "changed", "hostile"),
    sitemap("sitemap-packed-twice-over", gzip.compress(urls(3)), "new", items=3),
    sitemap("sitemap-bomb-in-a-file", gzip.compress(bytes(20_000_000)), "changed", "no_sitemap"),
    sitemap("sitemap-open-comments", urls(3) + b"<!--" * 200_000, "new", items=3),
    sitemap("sitemap-deep", b"<urlset>" + b"<url>" * 50_000, "changed", "hostile"),
    sitemap("sitemap-is-a-feed", rss("<item><title>Bridge</title><link>https://harbour.hostile-web.org/1</link></item>"),
            "new", items=1),
    Behaviour("sitemap-index", "new", "", _index("/a.xml"), how="look sitemap", items=3),
    Behaviour("sitemap-index-of-itself", "unchanged", "", _index("/news", "/news?a", "/deeper"), how="look sitemap"),
    page("front", _front(), "new", items=12),
    page("front-many-attributes", _front(ATTRIBUTES), "changed", "no_body"),
    page("front-deep", _front(b"<div>" * 100_000), "new", items=12),
    page("front-open-comments", _front(b"<!--" * 300_000), "new", items=12),
    page("front-open-scripts", _front(b"<script>" * 200_000), "new", items=12),
    page("front-open-quotes", _front(b"<a href='" * 100_000), "new", items=12),
    page("front-5000-links", _front(b"<a href=/x>y</a> " * 5_000), "new", items=12),
    page("front-script-links", SCRIPTS, "new", items=1),
    page("front-base-is-a-script", _front(before=b"<base href='javascript:alert(1)//'>"), "new", items=12),
    page("front-captcha", CAPTCHA, "blocked", "captcha"),
]  # fmt: skip
