"""What gives access is never shown; what tells one page from another is."""

from __future__ import annotations

import pytest

from sayso.collect.masked import masked

SECRET = "s3cr3tV4lue"


@pytest.mark.parametrize(
    "url",
    [
        f"https://user:{SECRET}@example.org/feed",
        f"https://{SECRET}@example.org/feed",
        f"https://example.org/feed?token={SECRET}",
        f"https://example.org/feed?a=1&api_key={SECRET}&b=2",
        f"https://example.org/feed?APIKEY={SECRET}",
        f"https://example.org/feed?access_token={SECRET}#x",
        f"https://example.org/feed?X-Amz-Signature={SECRET}",
        f"https://example.org/feed;jsessionid={SECRET}?a=1",
        f"https://example.org/feed#access_token={SECRET}",
        f"https://example.org/feed?user={SECRET}",
        f"https://example.org/feed?key={SECRET}",
        f"https://example.org/feed?hub.secret={SECRET}",
        f"https://example.org/feed?auth[]={SECRET}",
        f"/feed?sig={SECRET}",
        f"could not read https://user:{SECRET}@example.org/feed and ?token={SECRET} again",
        f"https://example.org/feed%3Ftoken={SECRET}",
        f"https://example.org/bot1234567:{SECRET}AbCdEfGhIjKlMnOp/updates",
        f"https://example.org/private/{SECRET}9a8B7c6D5e4F3a2B1c/feed.xml",
        f"https://example.org/feed?q={SECRET}9a8B7c6D5e4F3a2B1c",
    ],
)
def test_hidden(url: str) -> None:
    shown = masked(url)
    assert SECRET not in shown
    assert "***" in shown


def test_digests_in_paths_are_hidden() -> None:
    assert masked("https://example.org/u/9f86d081884c7d659a2feaa0c55ad015/rss") == "https://example.org/u/***/rss"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/2026/11/02/two-people-hurt-as-bridge-gives-way-in-harbour-town",
        "https://example.org/news?id=123456789012345678901234567890",
        "https://example.org/world-asia-15531234?page=2&lang=en",
        "https://example.org/story/Two_people_hurt_2026_and_3_more_in_Atyrau_on_Monday",
        "https://example.org/keyboard?monkey=1&tokenized=no",
        "http://[2001:db8::1]:8080/a",
        "",
    ],
)
def test_shown_as_it_is(url: str) -> None:
    assert masked(url) == url


def test_long_and_strange_text_becomes_one_short_line() -> None:
    shown = masked("https://example.org/" + "a b\n\r\x1b[31m" * 1_000)
    assert len(shown) <= 200
    assert shown.isprintable()
