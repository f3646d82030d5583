"""From an address to what can be watched there, on a small web."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from test_watched_channel import TEXTS, bubbles
from test_watched_files import TEXT, mails, put
from test_watched_page import BULLETIN, STORIES, front

from sayso.collect.discover import discover
from sayso.collect.proposal import Candidate
from sayso.model import SaysoError
from small_web import SmallWeb, item, rss, small_web

XML = "application/rss+xml"
FERRIES = "".join(
    f'<h2><a href="/2026/11/{n:02d}/ferry-runs-aground">Ferry number {n} runs aground</a></h2>' for n in (1, 2)
)


@pytest.fixture
def web() -> Iterator[SmallWeb]:
    with small_web() as made:
        yield made


def found(web: SmallWeb, path: str = "/") -> list[tuple[str, str]]:
    return [told(web, candidate) for candidate in discover(web.base + path, web.get)]


def told(web: SmallWeb, candidate: Candidate) -> tuple[str, str]:
    return candidate.source.kind, candidate.source.address.removeprefix(web.base)


def page(body: str, head: str = "") -> str:
    return f"<html><head><title>River News | Home</title>{head}</head><body>{body}</body></html>"


def test_a_feed_is_a_feed(web: SmallWeb) -> None:
    web.put("/feed", rss(item(1), item(2)), XML)
    (best,) = discover(f"{web.base}/feed", web.get)
    assert told(web, best) == ("feed", "/feed")
    assert (best.source.name, best.source.id) == ("River News", "river-news")
    assert [one.key for one in best.items] == ["f-1", "f-2"]


def test_the_feed_that_a_page_names_comes_first(web: SmallWeb) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/all.rss" title="River News, all">'
    talk = '<link rel="alternate" type="application/rss+xml" href="/comments/feed" title="Comments">'
    web.put("/", page(front() + FERRIES, talk + link))
    web.put("/all.rss", rss(item(1), item(2)), XML)
    web.put("/comments/feed", rss(item(1)), XML)
    best = found(web)
    assert best[0] == ("feed", "/all.rss")
    assert ("page", "/") in best
    assert ("feed", "/comments/feed") not in best


def test_a_feed_that_a_page_links_to(web: SmallWeb) -> None:
    web.put("/", page(FERRIES + '<a href="/rss/news.xml">RSS</a>'))
    web.put("/rss/news.xml", rss(item(1)), XML)
    assert found(web)[0] == ("feed", "/rss/news.xml")


def test_a_feed_at_a_usual_place(web: SmallWeb) -> None:
    web.put("/", page(FERRIES))
    web.put("/rss.xml", rss(item(1)), XML)
    assert found(web)[0] == ("feed", "/rss.xml")


def test_the_section_is_better_served_by_its_own_feed(web: SmallWeb) -> None:
    links = "".join(
        f'<link rel="alternate" type="application/rss+xml" href="/{part}.rss">' for part in ("all", "harbour")
    )
    web.put("/harbour", page(FERRIES, links))
    web.put("/all.rss", rss(item(1), item(2)), XML)
    web.put("/harbour.rss", rss(item(2)), XML)
    assert found(web, "/harbour")[:2] == [("feed", "/harbour.rss"), ("feed", "/all.rss")]


def test_a_feed_of_something_else_comes_behind_the_page(web: SmallWeb) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/weather.rss">'
    web.put("/", page(front(), link))
    web.put("/weather.rss", rss(item(8)), XML)
    assert found(web) == [("page", "/"), ("feed", "/weather.rss")]


def test_a_page_without_any_feed(web: SmallWeb) -> None:
    web.put("/", front())
    (best,) = discover(web.base, web.get)
    assert (best.source.kind, best.source.name) == ("page", "Valley Herald")
    assert [one.title for one in best.items] == [text for _, text in STORIES]


def test_a_channel(web: SmallWeb) -> None:
    web.put("/s/rivercity", bubbles(TEXTS))
    assert found(web, "/s/rivercity")[0] == ("channel", "/s/rivercity")


def test_the_news_sitemap_that_robots_names(web: SmallWeb) -> None:
    news = f"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
    xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{web.base}/2026/11/24/tanker-adrift</loc>
    <news:news><news:publication_date>2026-11-24T10:00:00Z</news:publication_date><news:title>Tanker</news:title>
    </news:news></url></urlset>"""
    web.put("/", page("<div id='app'></div>"))
    web.put("/robots.txt", f"User-agent: *\nDisallow: /private\nSitemap: {web.base}/maps/news.xml\n", "text/plain")
    web.put("/maps/news.xml", news, "application/xml")
    assert found(web) == [("sitemap", "/maps/news.xml")]


def test_a_bulletin_is_watched_as_a_page(web: SmallWeb) -> None:
    web.put("/bulletin", page(BULLETIN))
    assert found(web, "/bulletin") == [("page", "/bulletin")]


def test_nothing_to_watch_is_said(web: SmallWeb) -> None:
    web.put("/", page("<div id='app'></div>"))
    with pytest.raises(SaysoError, match="nothing to watch"):
        discover(web.base, web.get)


def test_a_wall_is_said(web: SmallWeb) -> None:
    web.put("/", "<html><head><title>Just a moment...</title></head><body></body></html>")
    with pytest.raises(SaysoError, match="keeps machines out"):
        discover(web.base, web.get)


def test_a_missing_page_is_said(web: SmallWeb) -> None:
    with pytest.raises(SaysoError, match="404"):
        discover(f"{web.base}/none", web.get)


def test_what_the_dates_tell_about_the_volume(web: SmallWeb) -> None:
    days = [f"<pubDate>{day:02d} Nov 2026 10:00:00 GMT</pubDate>" for day in range(10, 21)]
    web.put("/feed", rss(*(item(n, more=day) for n, day in enumerate(days))), XML)
    assert discover(f"{web.base}/feed", web.get)[0].source.expected_per_day == 1.0


def test_paths(tmp_path: Path, web: SmallWeb) -> None:
    kinds = {
        put(tmp_path / "in.mbox", mails(1)): "mail",
        put(tmp_path / "list.csv", "url\nhttps://a.example.org/1\n"): "list",
        put(tmp_path / "pages/a.html", TEXT).parent: "folder",
        put(tmp_path / "all.jsonl", '{"text": "Fire"}\n'): "archive",
    }
    assert {path: discover(str(path), web.get)[0].source.kind for path in kinds} == kinds


@pytest.mark.parametrize("words", ["no-such-folder/x", "/no/such/file", "what is this"])
def test_what_is_no_address(words: str, web: SmallWeb) -> None:
    with pytest.raises(SaysoError, match="no such file"):
        discover(words, web.get)
