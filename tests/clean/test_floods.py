"""Pages that hold one thing over and over: read or refused, in a time that grows with their length and no faster."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from sayso.clean import clean
from sayso.clean.limits import MAX_BLOCKS, MAX_ELEMENTS
from sayso.clean.markup import opened, structured_data
from sayso.model import Capture, Document, Unreadable

PROSE = (
    "<p>Three people died when a footbridge gave way over the port on Tuesday, the coast guard said, and officials "
    "closed the quay on Wednesday.</p>"
)
PAGE = "<!doctype html><html lang=en><head><title>Bridge collapse leaves three dead</title></head><body><article>"
SECONDS = 6.0
"""Of one core; each of these takes one or two, and took 12 to 90 and more before."""


def read(flood: str) -> Document:
    body = f"{PAGE}<h1>Bridge collapse leaves three dead</h1>{PROSE * 3}{flood}</article></body></html>"
    return clean(Capture("https://a.example/x", body.encode(), datetime(2026, 1, 1, tzinfo=UTC), "text/html"))


@pytest.mark.parametrize(
    "flood",
    [
        "<p>" + "&#x110000;&bogus" * 30_000 + "</p>",
        "<p>" + "&bogusbogusbogus " * 30_000 + "</p>",
        "<script " * 60_000,
        '<script type="application/ld+json">{"articleBody":"' * 8_000,
        "<div>He was in the town on a Monday.</div>" * 5_000,
        "<p>Please support our work and donate 5 euros to our newsroom today.</p>" + "<p>x</p>" * 5_000,
        "<meta \"'" * 60_000,
        "<p>" + "a\u00ad\u200b" * 60_000 + "</p>",
        "<!-- c -->" * 30_000 + "<![CDATA[x]]>" * 20_000,
    ],
    ids=["references", "names", "scripts", "data", "sentences", "appeals", "quotes", "zero width", "comments"],
)
def test_a_flood_takes_no_longer_than_its_length(flood: str) -> None:
    read("")
    started = time.process_time()
    assert "footbridge gave way" in read(flood).text
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize(
    ("flood", "what"),
    [
        ("<p>a word " * MAX_BLOCKS, "paragraphs"),
        ("a<br>" * MAX_BLOCKS, "paragraphs"),
        ("<table><tr><td>x</td></tr></table>" * MAX_BLOCKS, "paragraphs"),
        ("<br>" * MAX_ELEMENTS, "elements"),
        ("<span>a</span>" * MAX_ELEMENTS, "elements"),
    ],
)
def test_what_takes_longer_for_each_is_refused_at_once(flood: str, what: str) -> None:
    started = time.process_time()
    with pytest.raises(Unreadable, match=what) as caught:
        read(flood)
    assert caught.value.reason == "too_large"
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize(
    ("written", "read_as"),
    [("&amp;", "&"), ("&amp", "&"), ("&mdash", "—"), ("&bogus", "&bogus"), ("&bogus;", "&bogus;"), ("&#8212", "—")],
)
def test_a_reference_that_stands_for_nothing_is_the_text_it_is(written: str, read_as: str) -> None:
    assert opened(written) == read_as


def test_only_closed_scripts_of_structured_data_are_read() -> None:
    page = (
        '<SCRIPT type="application/ld+json">{"a": 1}</SCRIPT><script>var b</script><script type=application/ld+json>{'
    )
    assert list(structured_data(page)) == ['{"a": 1}']
