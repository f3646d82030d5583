"""Whatever a source sends, a look comes to an outcome: nothing is raised, and the next look goes on from its state."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_watched_channel import TEXTS, bubbles, thread
from test_watched_page import bulletin, front

from sayso.collect.answer import Answer, Validators
from sayso.collect.kinds import watched_of
from sayso.model.codec import from_plain, to_plain
from sayso.model.source import OUTCOMES, LookState, Source
from small_web import item, rss

STARTS = [
    rss(item(1), item(2)).encode(), rss(item(1)).encode("utf-16"), front().encode(), bubbles(TEXTS).encode(),
    thread(TEXTS).encode(), bulletin("Nobody was hurt.").encode(), b"url,title\nhttps://a.example.org/1,Fire\n",
    b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "url": "/a", "title": ["x"]}]}',
    b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example.org/2026/11/24/x</loc>'
    b"</url></urlset>",
    b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><updated>2026-11-24</updated><link href="/a"/>'
    b"</entry></feed>",
]  # fmt: skip
KINDS = ["feed", "page", "sitemap", "channel", "list"]
CHARSETS = ["", "; charset=utf-8", "; charset=klingon"]
PIECES = [
    b"<", b"<!--", b"]]>", b"<![CDATA[", b"&#0;", b"&bogus;", b"\0", b"\xff\xfe", b"<item>", b"</item>",
    b'<a href="//[">', b'<time datetime="9999-99-99T99:99">', b"99999999999",
    b"<link>http://[::1</link>", b"<base href='javascript:'>",
]  # fmt: skip


@st.composite
def bodies(draw: st.DrawFn) -> bytes:
    """A good body with pieces put in, cut out or cut off."""
    body = draw(st.sampled_from(STARTS))
    for _ in range(draw(st.integers(0, 4))):
        at, size = draw(st.integers(0, len(body))), draw(st.integers(0, 40))
        body = body[:at] + draw(st.sampled_from(PIECES) | st.binary(max_size=8)) + body[at + size :]
    return body


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(kind=st.sampled_from(KINDS), body=bodies(), charset=st.sampled_from(CHARSETS))
def test_any_bytes_come_to_an_outcome(kind: str, body: bytes, charset: str) -> None:
    def get(url: str, validators: Validators, max_bytes: int) -> Answer:
        return Answer(200, url, body, {"content-type": "text/xml" + charset})

    source = Source("s", "S", kind, "https://a.example.org/x")
    first = watched_of(kind).look(source, LookState(), get)
    assert first.outcome in OUTCOMES
    assert first.reason != "parse" or "cannot be read (" not in first.note
    kept = from_plain(LookState, to_plain(first.state))
    assert watched_of(kind).look(source, kept, get).outcome in OUTCOMES
    for seen in first.items:
        assert seen.key
        assert seen.address.startswith(("http://", "https://"))
