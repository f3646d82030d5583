"""The day of publication: what a page states, prints or leaves open."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.clean import clean_text
from sayso.clean.published import publication_line
from sayso.clean.stated import printed_day, stated_day

BODY = (
    "<p>Three people died when a footbridge gave way over the harbour, the coast guard said.</p>"
    "<p>Officials closed the quay, and the town's ferry office sent its passengers home by bus in the evening.</p>"
)


def known(head: str, url: str = "", above: str = "") -> tuple[str, str] | None:
    body = f"<body><article><h1>Bridge Gives Way</h1>{above}{BODY}</article></body>"
    page = f"<html lang='en'><head>{head}</head>{body}</html>"
    published = clean_text(page, url=url).published
    return (published.value.isoformat(), published.basis) if published else None


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2016-08-18T09:00:00+02:00">',
        '<meta name="og:article:published_time" content="2016-08-18">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2016-08-18T09:00"}</script>',
        '<script type="application/ld+json">{"@graph": [{"@type": "VideoObject", "datePublished": "2012-01-05"}, '
        '{"@type": ["Article"], "datePublished": "Thu, 18 Aug 2016 09:00:00 GMT"}]}</script>',
        '<meta property="article:modified_time" content="2018-02-02"><meta name="date" content="2016-08-18">',
    ],
)
def test_markup_states_the_day(head: str) -> None:
    assert known(head) == ("2016-08-18", "metadata")


def test_the_first_post_of_a_thread_dates_it() -> None:
    thread = (
        '{"@type": "DiscussionForumPosting", "datePublished": "2016-08-18T10:00:00+02:00", '
        '"comment": [{"@type": "Comment", "datePublished": "2016-09-01T10:00:00+02:00"}]}'
    )
    head = f'<meta property="og:updated_time" content="2017-01-01"><script type="application/ld+json">{thread}</script>'
    assert known(head) == ("2016-08-18", "metadata")


def test_a_time_in_utc_becomes_the_day_at_the_outlet() -> None:
    head = '<meta property="article:published_time" content="2016-08-19T02:11:03Z">'
    local = '<time datetime="2016-08-18T21:11:03-05:00">yesterday evening</time>'
    assert known(head) == ("2016-08-19", "metadata")
    assert known(head, above=local) == ("2016-08-18", "metadata")
    assert known(head, url="https://courier.example/2016/08/18/bridge") == ("2016-08-18", "metadata")


def test_the_address_alone_is_told_as_such() -> None:
    assert known("", url="https://courier.example/2016/08/18/bridge") == ("2016-08-18", "url")


@pytest.mark.parametrize(
    "line",
    ["August 18, 2016", "Published on 2016-08-18", "By Olaf Eik, 18 August 2016", "8/18/16", "18.08.2016, 14:02"],
)
def test_a_line_beside_the_headline_dates_the_page(line: str) -> None:
    assert known("", above=f"<div>{line}</div>") == ("2016-08-18", "text")


@pytest.mark.parametrize(
    "line", ["Updated August 18, 2016", "8/7/16", "Copyright 2016", "The bridge opened in May 2016."]
)
def test_what_is_no_day_of_publication_leaves_it_open(line: str) -> None:
    text = f"\x1eBridge Gives Way\x1e{line}\x1eThree people died.\x1e"
    assert printed_day(text, "Bridge Gives Way", language="en") is None


def test_a_day_of_change_is_no_statement() -> None:
    assert stated_day('<meta property="article:modified_time" content="2018-02-02">') is None


@pytest.mark.parametrize(
    ("line", "language", "day"),
    [
        ("Veröffentlicht am 3. Februar 2022 um 21:17 Uhr", "de", date(2022, 2, 3)),
        ("Publié le 02/11/2023 à 14h49", "fr", date(2023, 11, 2)),
        ("3 de mayo de 2022", "es", date(2022, 5, 3)),
        ("12 мая 2022 г., 14:02", "ru", date(2022, 5, 12)),
        ("Updated: 8/18/2016", "en", None),
        ("8/7/2016", "en", None),
        ("7/8/2016", "fr", date(2016, 8, 7)),
    ],
)
def test_publication_lines_by_language(line: str, language: str, day: date | None) -> None:
    assert publication_line(line, True, language) == (True, day)


def test_figures_open_to_two_readings_are_settled_by_another_day_of_the_text() -> None:
    lines = ("Bridge Gives Way in Port Town", "8/7/16", "ELMWICK, 7 August 2016 (Courier) — Three died, police said.")
    settled = clean_text("\n\n".join(lines)).published
    assert settled is not None
    assert (settled.value, settled.basis) == (date(2016, 8, 7), "text")
    first = publication_line("8/7/16", True, "en", [date(2016, 8, 7)])
    assert first == (True, date(2016, 8, 7))


def confidence(head: str, url: str = "") -> float:
    page = f"<html lang='en'><head>{head}</head><body><article><h1>Bridge Gives Way</h1>{BODY}</article></body></html>"
    published = clean_text(page, url=url).published
    assert published is not None
    return published.confidence


def test_a_day_in_the_markup_and_in_the_address_is_surer_than_in_the_markup_alone() -> None:
    head = '<meta property="article:published_time" content="2016-08-18T09:00:00+02:00">'
    assert confidence(head, "https://example.org/2016/08/18/bridge") > confidence(head)


def test_a_given_day_is_certain() -> None:
    published = clean_text(BODY, published=date(2020, 5, 4)).published
    assert published is not None
    assert published.confidence == 1.0
