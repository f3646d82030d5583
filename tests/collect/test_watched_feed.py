"""Looks at feeds over a real server."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

import pytest

from sayso.collect.answer import Answer
from sayso.collect.kinds.feed import read
from sayso.model.source import Look, LookState
from small_web import SmallWeb, item, rss, small_web

XML = "application/rss+xml"
LONG = "The ferry lay on the sand bank until the evening tide. " * 12


@pytest.fixture
def web() -> Iterator[SmallWeb]:
    with small_web() as made:
        yield made


def test_items_come_with_address_title_and_day(web: SmallWeb) -> None:
    web.put("/feed", rss(item(1, more="<pubDate>Tue, 24 Nov 2026 10:00:00 +0200</pubDate>")), XML)
    look = web.look("feed", "/feed")
    (found,) = look.items
    assert look.outcome == "new"
    assert found.address == f"{web.base}/2026/11/01/ferry-runs-aground"
    assert (found.title, found.published, found.key) == ("Ferry number 1 runs aground", "2026-11-24T08:00:00Z", "f-1")
    assert found.fetch


def test_the_next_look_asks_for_changes_only(web: SmallWeb) -> None:
    web.put("/feed", rss(item(1)), XML)
    first = web.look("feed", "/feed")
    second = web.look("feed", "/feed", first.state)
    assert (second.outcome, second.items) == ("unchanged", ())
    assert second.state.same == 1


def test_not_modified_is_not_believed_for_ever(web: SmallWeb) -> None:
    web.put("/feed", rss(item(1)), XML)
    state = web.look("feed", "/feed").state
    web.pages["/feed"].headers["ETag"] = state.etag
    for _ in range(20):
        state = web.look("feed", "/feed", state).state
    assert state.same == 20
    assert web.look("feed", "/feed", state).state.same == 0


def test_an_item_that_changes_is_another_version_of_the_same(web: SmallWeb) -> None:
    web.put("/feed", rss(item(1)), XML)
    first = web.look("feed", "/feed")
    web.put("/feed", rss(item(1, title="Two ferries run aground")), XML)
    (after,) = web.look("feed", "/feed", first.state).items
    assert after.key == first.items[0].key
    assert after.version != first.items[0].version


def test_a_new_build_time_alone_is_no_news(web: SmallWeb) -> None:
    web.put("/feed", rss(item(1), head="<lastBuildDate>Tue, 24 Nov 2026 10:00:00 GMT</lastBuildDate>"), XML)
    first = web.look("feed", "/feed")
    web.put("/feed", rss(item(1), head="<lastBuildDate>Tue, 24 Nov 2026 11:00:00 GMT</lastBuildDate>"), XML)
    assert web.look("feed", "/feed", first.state).outcome == "unchanged"


def test_atom_with_updated_and_full_text() -> None:
    content = LONG.replace(". ", ".&lt;/p&gt;&lt;p&gt;")
    body = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Gulf</title><link rel="hub" href="https://hub.example.org/"/>'
        '<entry><title>Storm</title><id>tag:1</id><link href="storm.html"/><published>2026-11-20T10:00:00Z</published>'
        f'<updated>2026-11-21T10:00:00Z</updated><content type="html">&lt;p&gt;{content}</content></entry></feed>'
    )
    look = parsed(body.encode(), url="https://gulf.example.org/news/atom.xml")
    (found,) = look.items
    assert found.address == "https://gulf.example.org/news/storm.html"
    assert (found.published, found.updated, found.version) == (
        "2026-11-20T10:00:00Z", "2026-11-21T10:00:00Z", "2026-11-21T10:00:00Z",
    )  # fmt: skip
    assert b"evening tide" in (found.body or b"")
    assert look.hub == "https://hub.example.org/"


def test_the_language_of_the_software_is_not_that_of_the_text() -> None:
    (found,) = parsed(rss(item(1), head="<language>en-US</language>").encode()).items
    assert found.language == ""


def test_a_teaser_is_no_body() -> None:
    (found,) = parsed(rss(item(1, more="<description>It ran aground.</description>")).encode()).items
    assert found.body is None


def test_text_without_a_page_is_the_document() -> None:
    (found,) = parsed(rss(f"<title>Notice</title><description>{LONG}</description>").encode()).items
    assert not found.fetch
    assert b"sand bank" in (found.body or b"")


def test_json_feed() -> None:
    body = json.dumps({
        "version": "https://jsonfeed.org/version/1.1", "title": "Hill", "language": "fr",
        "hubs": [{"type": "WebSub", "url": "https://hub.example.org/"}],
        "items": [{"id": "7", "url": "/slide", "title": "Landslide", "language": "en-GB",
                   "date_published": "2026-11-20T12:00:00+05:00"}],
    }).encode()  # fmt: skip
    look = parsed(body, "application/feed+json")
    (found,) = look.items
    assert (found.address, found.key, found.published) == ("https://a.example.org/slide", "7", "2026-11-20T07:00:00Z")
    assert (found.language, look.hub) == ("en", "https://hub.example.org/")


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1251", "utf-8"])
def test_encodings(encoding: str) -> None:
    text = rss(item(1, title="Взрыв на складе")).replace("?>", f' encoding="{encoding}"?>', 1)
    assert parsed(text.encode(encoding)).items[0].title == "Взрыв на складе"


def test_broken_xml_is_read_as_far_as_it_goes() -> None:
    body = rss(item(1, title="Fire & smoke"), item(2)).replace("</item>", "", 1)
    assert [found.key for found in parsed(body.encode()).items] == ["f-1", "f-2"]


def test_items_that_share_a_guid_are_told_apart_by_address() -> None:
    body = rss(*(item(n).replace(f"f-{n}", "same") for n in (1, 2)))
    assert len({found.key for found in parsed(body.encode()).items}) == 2


def test_the_same_item_twice_counts_once() -> None:
    assert len(parsed(rss(item(1), item(1)).encode()).items) == 1


def test_tracking_parameters_and_foreign_schemes_are_dropped() -> None:
    body = rss(
        "<title>A</title><link>https://a.example.org/x?utm_source=rss&amp;id=5&amp;fbclid=1</link>",
        "<title>B</title><link>javascript:alert(1)</link>",
        "<title>C</title><link>https://user:secret@a.example.org/</link>",
    )
    assert [found.address for found in parsed(body.encode()).items] == ["https://a.example.org/x?id=5"]


def test_a_day_that_cannot_be_is_no_day() -> None:
    body = rss(
        item(1, more="<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>"), item(2, more="<pubDate>soon</pubDate>")
    )
    assert [found.published for found in parsed(body.encode()).items] == ["", ""]


def test_of_a_huge_feed_the_newest_are_taken_fast() -> None:
    hours = [
        f"<pubDate>Tue, 24 Nov 2026 {n // 3600 % 24:02d}:{n // 60 % 60:02d}:{n % 60:02d} GMT</pubDate>"
        for n in range(30_000)
    ]
    began = time.process_time()
    look = parsed(rss(*(item(n, more=hours[n]) for n in range(30_000))).encode())
    assert time.process_time() - began < 15
    assert {found.key for found in look.items} == {f"f-{n}" for n in range(29_500, 30_000)}
    assert look.note == "30,000 items; the 500 newest are taken"


@pytest.mark.parametrize(
    "dtd",
    [
        '<!DOCTYPE r [<!ENTITY a "b">]>',
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        "<!-- <rss> --><!DOCTYPE r [<!entity a 'b'>]>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_of_its_own_are_refused(dtd: str, encoding: str) -> None:
    look = parsed(rss(item(1)).replace("<rss", dtd + "<rss").encode(encoding))
    assert (look.outcome, look.reason) == ("changed", "hostile")


def test_the_doctype_of_old_feeds_is_no_attack() -> None:
    old = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">'
    assert parsed(rss(item(1)).replace("<rss", old + "<rss").encode()).outcome == "new"


@pytest.mark.parametrize(
    "body",
    [
        b"<rss><channel>" + b"<a>" * 200_000, b"<rss><channel><item>" + b"&" * 3_000_000,
        b"<rss><channel>" + b"<item><link>https://a.example.org/1</link><description>" + b"<p>w</p>" * 100_000,
    ],
    ids=["deep", "ampersands", "one huge item"],
)  # fmt: skip
def test_feeds_made_to_take_long_do_not(body: bytes) -> None:
    began = time.process_time()
    parsed(body)
    assert time.process_time() - began < 10


def test_what_stands_in_place_of_a_feed() -> None:
    assert outcome(b"<!doctype html><html><head><title>Our new site</title></head><body>") == ("changed", "no_feed")
    assert outcome(b"<!doctype html><html><head><title>Just a moment...</title></head>") == ("blocked", "captcha")
    assert outcome(b"<rss version='2.0'><channel><title>Quiet</title></channel></rss>") == ("empty", "")


def test_a_feed_that_lost_its_items_has_changed() -> None:
    first = parsed(rss(item(1)).encode())
    look = read(answer(rss().encode()), first.state)
    assert (look.outcome, look.reason) == ("changed", "no_items")


@pytest.mark.parametrize(("status", "want"), [(404, "gone"), (410, "gone"), (403, "blocked"), (503, "failing")])
def test_what_the_server_refuses(web: SmallWeb, status: int, want: str) -> None:
    web.put("/feed", "no", status=status)
    state = LookState(digest="kept")
    look = web.look("feed", "/feed", state)
    assert (look.outcome, look.items, look.state) == (want, (), state)


def test_a_feed_that_moved_for_good_says_where(web: SmallWeb) -> None:
    web.put("/old", "", status=301, headers={"Location": "/feed"})
    web.put("/feed", rss(item(1)), XML)
    assert web.look("feed", "/old").moved_to == f"{web.base}/feed"


def answer(body: bytes, kind: str = "application/xml", url: str = "https://a.example.org/feed") -> Answer:
    return Answer(200, url, body, {"content-type": kind})


def parsed(body: bytes, kind: str = "application/xml", url: str = "https://a.example.org/feed") -> Look:
    return read(answer(body, kind, url), LookState())


def outcome(body: bytes) -> tuple[str, str]:
    look = parsed(body)
    return look.outcome, look.reason


def test_when_it_was_updated_is_not_when_it_was_published() -> None:
    entry = '<entry><id>1</id><title>Storm</title><link href="/a"/><updated>2026-11-21T10:00:00Z</updated></entry>'
    (found,) = parsed(f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'.encode()).items
    assert (found.published, found.updated, found.when) == ("", "2026-11-21T10:00:00Z", "2026-11-21T10:00:00Z")
