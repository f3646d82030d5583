"""Channels and threads: repeated posts with their own times and links, in several made-up layouts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from small_web import SmallWeb, small_web

TEXTS = [
    "Explosions were heard near the depot at dawn, residents say.",
    "Shops on the main street stay closed; two streets are blocked.",
    "The mayor says that nobody was hurt and that the fire is out.",
    "Power is back in the northern districts since this afternoon.",
]
EDITED = "The mayor now says that one guard was hurt; the fire is out."


@pytest.fixture
def web() -> Iterator[SmallWeb]:
    with small_web() as made:
        yield made


def bubbles(texts: list[str]) -> str:
    """As web views of messengers look: the link with the time below the text."""
    made = "".join(
        f"""<div class="wrap"><div class="message" data-post="rivercity/{n}"><a class="userpic" href="/rivercity">R</a>
        <div class="bubble"><div class="author"><a href="/rivercity">River City</a></div>
        <div class="message_text">{text}</div>
        <div class="footer"><span class="views">1{n}K</span><a class="date" href="/rivercity/{n}"><time
        datetime="2026-11-24T0{n % 10}:30:00+00:00">0{n % 10}:30</time></a></div></div></div></div>"""
        for n, text in enumerate(texts, start=101)
    )
    return f"<html><head><title>River City</title></head><body><main><section>{made}</section></main></body></html>"


def thread(texts: list[str]) -> str:
    """As forums look: a table row for each post, its number as fragment."""
    rows = "".join(
        f"""<tr id="post-{n}"><td class="author">user{n}<br>Joined 2019</td><td><a href="#post-{n}" class="permalink">
        <abbr title="2026-11-24T0{n % 10}:30:00Z">this morning</abbr></a>
        <div class="post-body"><p>{text}</p></div></td></tr>"""
        for n, text in enumerate(texts, start=501)
    )
    return f"<html><head><title>What happened?</title></head><body><table>{rows}</table></body></html>"


def timeline(texts: list[str]) -> str:
    """As short-message servers look: an article each, the time in a link, no class that means anything."""
    made = "".join(
        f"""<article><header><a href="/@rivercity"><b>River City</b></a></header><p>{text}</p>
        <footer><a href="/@rivercity/11200{n}"><time datetime="2026-11-24T0{n % 10}:30:00.000Z">1h</time></a>
        </footer></article>"""
        for n, text in enumerate(texts, start=1)
    )
    return f"<html><head><title>River City</title></head><body><div>{made}</div></body></html>"


@pytest.mark.parametrize("layout", [bubbles, thread, timeline])
def test_each_post_is_a_document_with_its_own_time_and_address(web: SmallWeb, layout) -> None:
    web.put("/channel", layout(TEXTS))
    look = web.look("channel", "/channel")
    assert look.outcome == "new"
    assert len(look.items) == len({item.address for item in look.items}) == 4
    newest = look.items[0]
    assert newest.published == "2026-11-24T04:30:00Z"
    assert newest.title.startswith("Power is back")
    assert not newest.fetch
    body = (newest.body or b"").decode()
    assert TEXTS[3] in body
    assert not any(other in body for other in TEXTS[:3])


@pytest.mark.parametrize("layout", [bubbles, thread, timeline])
def test_an_edited_post_is_a_new_version(web: SmallWeb, layout) -> None:
    web.put("/channel", layout(TEXTS))
    first = {item.key: item.version for item in web.look("channel", "/channel").items}
    web.put("/channel", layout([*TEXTS[:2], EDITED, TEXTS[3]]))
    second = {item.key: item.version for item in web.look("channel", "/channel").items}
    assert first.keys() == second.keys()
    assert [key for key in first if first[key] != second[key]] == [sorted(first)[2]]


def test_counters_that_rise_are_no_news(web: SmallWeb) -> None:
    web.put("/channel", bubbles(TEXTS))
    first = web.look("channel", "/channel")
    web.put("/channel", bubbles(TEXTS).replace("K<", "9K<"))
    assert web.look("channel", "/channel", first.state).outcome == "unchanged"


def test_a_channel_without_posts_any_more_has_changed(web: SmallWeb) -> None:
    web.put("/channel", bubbles(TEXTS))
    first = web.look("channel", "/channel")
    web.put("/channel", "<html><body><p>Download the app to see this channel.</p></body></html>")
    look = web.look("channel", "/channel", first.state)
    assert (look.outcome, look.reason) == ("changed", "no_items")


def test_a_post_that_says_when_it_was_edited_is_one_post(web: SmallWeb) -> None:
    twice = bubbles(TEXTS).replace("</time>", '</time><time datetime="2026-11-24T09:00:00Z">edited</time>')
    web.put("/channel", twice)
    items = web.look("channel", "/channel").items
    assert [item.published[:13] for item in items] == [f"2026-11-24T0{n}" for n in (4, 3, 2, 1)]


def test_neither_the_author_nor_the_session_is_the_address_of_a_post(web: SmallWeb) -> None:
    def rows(session: str) -> str:
        made = "".join(
            f"""<div id="p{n}" class="post"><p class="author">
            <a href="/viewtopic.php?p={n}&amp;sid={session}#p{n}">Post</a>
            by <a href="/memberlist.php?mode=viewprofile&amp;u=72760&amp;sid={session}">anna</a>
            <time datetime="2026-11-24T0{n % 10}:30:00+00:00">then</time></p><div class="content">{text}</div>
            <a href="/posting.php?mode=quote&amp;p={n}&amp;sid={session}">Quote</a></div>"""
            for n, text in enumerate(TEXTS, start=501)
        )
        return f"<html><body><form><div class='thread'>{made}</div></form></body></html>"

    web.put("/viewtopic.php?t=9", rows("0123456789abcdef0123456789abcdef"))
    first = web.look("channel", "/viewtopic.php?t=9")
    assert sorted(item.address for item in first.items) == [
        f"{web.base}/viewtopic.php?p={n}#p{n}" for n in range(501, 505)
    ]
    web.put("/viewtopic.php?t=9", rows("fedcba9876543210fedcba9876543210"))
    assert web.look("channel", "/viewtopic.php?t=9", first.state).outcome == "unchanged"


def test_the_head_of_a_thread_is_no_post(web: SmallWeb) -> None:
    head = '<header><h1>What happened at the depot?</h1><time datetime="2026-11-24T01:30:00Z">then</time></header>'
    web.put("/channel", thread(TEXTS).replace("<table>", f"<div id='thread-99'>{head}</div><table>"))
    assert len(web.look("channel", "/channel").items) == 4
