"""Sitemaps, news sitemaps and their indexes over a real server."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest

from small_web import SmallWeb, small_web

XML = "application/xml"
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


@pytest.fixture
def web() -> Iterator[SmallWeb]:
    with small_web() as made:
        yield made


def urlset(web: SmallWeb, *entries: tuple[str, str]) -> str:
    urls = "".join(f"<url><loc>{web.base}{path}</loc>{more}</url>" for path, more in entries)
    return f'<?xml version="1.0"?><urlset {SPACE} {NEWS}>{urls}</urlset>'


def index(web: SmallWeb, *entries: tuple[str, str]) -> str:
    parts = "".join(f"<sitemap><loc>{web.base}{path}</loc>{more}</sitemap>" for path, more in entries)
    return f'<?xml version="1.0"?><sitemapindex {SPACE}>{parts}</sitemapindex>'


def lastmod(day: str) -> str:
    return f"<lastmod>{day}</lastmod>"


def test_news_say_title_time_outlet_and_language(web: SmallWeb) -> None:
    news = (
        "<news:news><news:publication><news:name>Gulf Post</news:name><news:language>en</news:language>"
        "</news:publication><news:publication_date>2026-11-24T10:00:00Z</news:publication_date>"
        "<news:title>Tanker adrift</news:title></news:news>"
    )
    web.put("/news.xml", urlset(web, ("/a/tanker-adrift", news)), XML)
    (found,) = web.look("sitemap", "/news.xml").items
    assert (found.title, found.published, found.outlet, found.language) == (
        "Tanker adrift", "2026-11-24T10:00:00Z", "Gulf Post", "en",
    )  # fmt: skip


def test_articles_are_taken_and_the_rest_of_the_site_is_not(web: SmallWeb) -> None:
    entries = [("/2026/11/24/tanker-adrift-in-gulf", ""), ("/", ""), ("/about", ""), ("/tag/tankers", "")]
    web.put("/sitemap.xml", urlset(web, *entries), XML)
    assert [item.address for item in web.look("sitemap", "/sitemap.xml").items] == [f"{web.base}{entries[0][0]}"]


def test_a_later_lastmod_is_another_version(web: SmallWeb) -> None:
    story = "/2026/11/24/tanker-adrift-in-gulf"
    web.put("/sitemap.xml", urlset(web, (story, lastmod("2026-11-24"))), XML)
    first = web.look("sitemap", "/sitemap.xml")
    web.put("/sitemap.xml", urlset(web, (story, lastmod("2026-11-25T10:00:00Z"))), XML)
    second = web.look("sitemap", "/sitemap.xml", first.state)
    assert first.items[0].key == second.items[0].key
    assert first.items[0].version != second.items[0].version


def test_one_lastmod_for_all_is_the_time_of_the_file(web: SmallWeb) -> None:
    stories = [f"/2026/11/24/tanker-{n}-adrift-in-gulf" for n in range(12)]
    web.put("/sitemap.xml", urlset(web, *((story, lastmod("2026-11-24")) for story in stories)), XML)
    first = web.look("sitemap", "/sitemap.xml")
    web.put("/sitemap.xml", urlset(web, *((story, lastmod("2026-11-25")) for story in stories)), XML)
    assert web.look("sitemap", "/sitemap.xml", first.state).outcome == "unchanged"


def test_an_index_gives_what_its_changed_sitemaps_hold(web: SmallWeb) -> None:
    web.put(
        "/part-1.xml.gz",
        gzip.compress(urlset(web, ("/2026/10/01/old-dam-cracks-open", "")).encode()),
        "application/gzip",
    )
    web.put("/part-2.xml", urlset(web, ("/2026/11/24/tanker-adrift-in-gulf", "")), XML)
    parts = [("/part-1.xml.gz", lastmod("2026-10-31")), ("/part-2.xml", lastmod("2026-11-24"))]
    web.put("/sitemap.xml", index(web, *parts), XML)
    first = web.look("sitemap", "/sitemap.xml")
    assert len(first.items) == 2
    web.put("/part-2.xml", urlset(web, ("/2026/11/25/second-tanker-adrift", "")), XML)
    web.put("/sitemap.xml", index(web, parts[0], ("/part-2.xml", lastmod("2026-11-25"))), XML)
    web.asked.clear()
    second = web.look("sitemap", "/sitemap.xml", first.state)
    assert [item.address for item in second.items] == [f"{web.base}/2026/11/25/second-tanker-adrift"]
    assert "/part-1.xml.gz" not in web.asked


def test_an_index_that_tells_no_times_is_looked_into_each_time(web: SmallWeb) -> None:
    web.put("/part-1.xml", urlset(web, ("/2026/11/24/tanker-adrift-in-gulf", "")), XML)
    web.put("/sitemap.xml", index(web, ("/part-1.xml", "")), XML)
    first = web.look("sitemap", "/sitemap.xml")
    web.put("/part-1.xml", urlset(web, ("/2026/11/25/second-tanker-adrift", "")), XML)
    second = web.look("sitemap", "/sitemap.xml", first.state)
    assert [item.address for item in second.items] == [f"{web.base}/2026/11/25/second-tanker-adrift"]


def test_the_past_beyond_ten_sitemaps_is_left_alone(web: SmallWeb) -> None:
    parts = []
    for n in range(1, 16):
        web.put(f"/part-{n}.xml", urlset(web, (f"/2026/11/{n:02d}/tanker-adrift-in-gulf", "")), XML)
        parts.append((f"/part-{n}.xml", lastmod(f"2026-11-{n:02d}")))
    web.put("/sitemap.xml", index(web, *parts), XML)
    first = web.look("sitemap", "/sitemap.xml")
    assert len(first.items) == 10
    web.asked.clear()
    web.put("/sitemap.xml", index(web, *parts) + "\n", XML)
    assert web.look("sitemap", "/sitemap.xml", first.state).items == ()
    assert not [path for path in web.asked if path.startswith("/part")]


def test_addresses_elsewhere_are_not_taken(web: SmallWeb) -> None:
    entry = "<url><loc>https://other.example.com/2026/11/24/tanker-adrift-in-gulf</loc></url>"
    web.put("/sitemap.xml", urlset(web).replace("</urlset>", entry + "</urlset>"), XML)
    assert web.look("sitemap", "/sitemap.xml").outcome == "empty"


def test_a_list_of_lines_is_a_sitemap_too(web: SmallWeb) -> None:
    web.put("/sitemap.txt", f"{web.base}/2026/11/24/tanker-adrift-in-gulf\n{web.base}/\n", "text/plain")
    assert len(web.look("sitemap", "/sitemap.txt").items) == 1


@pytest.mark.parametrize(
    ("body", "want"),
    [
        ('<!DOCTYPE r [<!ENTITY a "b">]><urlset/>', ("changed", "hostile")),
        ("<html><body>Not found, but politely</body></html>", ("changed", "no_sitemap")),
    ],
)
def test_what_is_no_sitemap(web: SmallWeb, body: str, want: tuple[str, str]) -> None:
    web.put("/sitemap.xml", body, XML)
    look = web.look("sitemap", "/sitemap.xml")
    assert (look.outcome, look.reason) == want
