"""robots.txt as in RFC 9309."""

from __future__ import annotations

import pytest

from sayso.collect.robots import parse_robots


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
