"""Pages that point on, doors, and bytes that are no text; all in a time that grows with the page alone."""

from __future__ import annotations

import time

import pytest

from sayso.collect.answer import Answer, FetchProblem
from sayso.collect.pages import check_page, refresh

URL = "https://example.org/news/1"


def page(body: bytes, media: str = "text/html", redirects: tuple[str, ...] = (), url: str = URL) -> Answer:
    return Answer(200, url, body, {"content-type": media}, redirects=redirects)


@pytest.mark.parametrize(
    ("head", "target"),
    [
        (b'<meta http-equiv="refresh" content="0; url=/there">', "https://example.org/there"),
        (b"<META HTTP-EQUIV=refresh CONTENT='3;URL=there?a=1&amp;b=2'>", "https://example.org/news/there?a=1&b=2"),
        (b'<meta content="0;https://other.org/" http-equiv="refresh">', "https://other.org/"),
        (b'<meta http-equiv="refresh" content="0">', None),
        (b'<meta http-equiv="refresh" content="600; url=/there">', None),
        (b'<meta http-equiv="refresh" content="0; url=/news/1">', None),
        (b'<noscript><meta http-equiv="refresh" content="0; url=/there"></noscript>', None),
        (b'<!-- <meta http-equiv="refresh" content="0; url=/there"> -->', None),
        (b'<meta name="refresh" content="0; url=/there">', None),
        (b'<meta http-equiv="refresh" content="0; url=/there"></head>' + b"Two people were hurt. " * 40, None),
    ],
)
def test_pages_that_point_on(head: bytes, target: str | None) -> None:
    found = refresh(page(b"<html><head>" + head))
    assert (found.url if found else None) == target


def test_only_pages_point_on() -> None:
    assert refresh(page(b'<meta http-equiv="refresh" content="0; url=/there">', "application/rss+xml")) is None


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "utf-16-le", "utf-32", "koi8-r", "shift_jis"])
def test_text_in_any_encoding_is_text(charset: str) -> None:
    words = "Пожар на мосту" if charset != "shift_jis" else "橋で火災が起きた"
    assert check_page(page(f"<html><p>{words * 30}</p></html>".encode(charset)))


def test_binary_that_says_what_it_is_is_let_through() -> None:
    assert check_page(page(b"\x89PNG\r\n\x1a\n" + bytes(100), "image/png"))


def test_a_consent_page_counts_only_after_a_redirect() -> None:
    url = "https://consent.example.org/collect"
    assert check_page(page(b"<p>We set cookies</p>", url=url))
    with pytest.raises(FetchProblem) as caught:
        check_page(page(b"<p>We set cookies</p>", redirects=(URL,), url=url))
    assert caught.value.reason == "consent"


@pytest.mark.parametrize(
    "body",
    [b"<" * 500_000, b"<!--" * 200_000, b"<script>" * 100_000, b"<meta " * 100_000, b"<input " * 100_000,
     b'<meta http-equiv="refresh" content="0; url=' + b"a" * 500_000, b"<title>" * 100_000, b"<noscript>" * 50_000],
)  # fmt: skip
def test_no_page_takes_long(body: bytes) -> None:
    began = time.process_time()
    starts = (b"", b"<input type=password>", b'<meta http-equiv="refresh" content="0;url=/a">')
    for answer in (page(start + body) for start in starts):
        refresh(answer)
        try:
            check_page(answer)
        except FetchProblem as problem:
            assert problem.reason == "login"  # noqa: PT017
    assert time.process_time() - began < 3
