"""robots.txt as in RFC 9309."""

from __future__ import annotations

import pytest

from sayso.collect import robots
from sayso.collect.robots import Robots, RuleBook, parse_robots


@pytest.mark.parametrize(
    ("rules", "target", "allowed"),
    [
        ("User-agent: *\nDisallow: /a", "/a/b", False),
        ("User-agent: *\nDisallow: /a", "/b", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/news", "/a/news/1", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", True),
        ("User-agent: *\nDisallow: /*/private*/x", "/a/private1/2/x/y", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: sayso\nDisallow: /x", "/a", True),
        ("User-agent: Sayso/2.0\nDisallow: /", "/a", False),
        ("User-agent: other\nUser-agent: sayso\nDisallow: /", "/a", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("user-agent: *  # all\nDISALLOW: /a # no", "/a", False),
        ("User-agent: *\nDisallow: /", "/robots.txt", True),
        ("nothing of the kind", "/a", True),
    ],
)
def test_rules(rules: str, target: str, allowed: bool) -> None:
    assert parse_robots(rules, "Sayso").allows(target) is allowed


@pytest.mark.parametrize(
    ("rules", "seconds"),
    [
        ("User-agent: *\nCrawl-delay: 7", 7.0),
        ("User-agent: *\nRequest-rate: 1/30", 30.0),
        ("User-agent: *\nCrawl-delay: 7\nRequest-rate: 2/60", 30.0),
        ("User-agent: other\nCrawl-delay: 7", None),
        ("User-agent: *\nCrawl-delay: soon", None),
        ("User-agent: *\nCrawl-delay: -3", None),
        ("", None),
    ],
)
def test_pauses(rules: str, seconds: float | None) -> None:
    assert parse_robots(rules, "Sayso").delay_s == seconds


def test_sitemaps() -> None:
    assert parse_robots("Sitemap: https://example.org/s.xml\n", "Sayso").sitemaps == ("https://example.org/s.xml",)


def test_many_hosts_are_kept_within_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(robots, "_MOST_KEPT", 10_000)
    book = RuleBook()
    for number in range(200):
        book.of(str(number), lambda: Robots("Sayso", "x" * 1_000))
    assert len(book._kept) < 10
    assert book.of("199", lambda: robots.REFUSE_ALL).welcome


def test_what_goes_wrong_while_reading_is_not_kept() -> None:
    def broken() -> Robots:
        raise OSError

    book = RuleBook()
    with pytest.raises(OSError):
        book.of("a", broken)
    assert book.of("a", lambda: robots.ALLOW_ALL).allows("/x")
