"""From bytes to Document: text, metadata, offsets, refusals."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sayso.clean import clean, clean_text, decode_as
from sayso.model import Capture, Document, Unreadable

NOW = datetime(2020, 5, 1, tzinfo=UTC)
PARAGRAPHS = (
    "ELMWICK, Norland — Three people died when a footbridge gave way over the port on Tuesday, the coast guard said.",
    "Officials closed the quay on Wednesday. “We had warned the council twice,” said Ada Brunn of the ferry office.",
    "The bridge was built in 1961 and was inspected in March, according to the Norland roads agency & its auditors.",
)
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Bridge collapse leaves three dead | Elmwick Courier</title>
<meta property="og:title" content="Bridge collapse leaves three dead">
<meta property="og:site_name" content="Elmwick Courier">
<meta name="author" content="Olaf Eik">
<meta property="article:published_time" content="2020-04-29T08:00:00+00:00"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Bridge collapse leaves three dead</h1>
<p>ELMWICK, Norland &mdash; Three people died when a <b>foot</b>bridge gave way over the port on Tuesday, the coast guard said.</p>
<p>Officials closed the quay on Wednesday. &ldquo;We had warned the council twice,&#8221; said
   Ada Brunn of the ferry office.</p>
<p>The bridge was built in 1961 and was inspected in March, according to the Norland roads agency &amp; its auditors.</p>
<p>Support the Elmwick Courier!</p>
</article><footer>Terms of use</footer></body></html>"""  # noqa: E501


def page() -> Document:
    return clean(Capture("https://courier.example/news/bridge", PAGE.encode(), NOW, media_type="text/html"))


def test_a_page_gives_headline_and_body_as_paragraphs() -> None:
    assert page().text == "\n\n".join(("Bridge collapse leaves three dead", *PARAGRAPHS))


def test_a_page_gives_its_metadata() -> None:
    document = page()
    assert document.title == "Bridge collapse leaves three dead"
    assert document.title_span is not None
    assert document.title_span.of(document.text) == document.title
    assert (document.outlet, document.outlet_basis) == ("Elmwick Courier", "metadata")
    assert document.byline == "Olaf Eik"
    assert document.language == "en"
    assert document.published is not None
    assert (document.published.value, document.published.basis) == (date(2020, 4, 29), "metadata")


def test_every_word_of_a_page_leads_back_to_its_source() -> None:
    document = page()
    for words, source in (
        ("Norland — Three", "Norland &mdash; Three"),
        ("a footbridge gave", "a <b>foot</b>bridge gave"),
        ("said Ada Brunn", "said\n   Ada Brunn"),
        ("“We had", "&ldquo;We had"),
        ("agency & its", "agency &amp; its"),
    ):
        start = document.text.index(words)
        span = type(document.title_span)(start, start + len(words))  # type: ignore[misc]
        found = document.offsets.source(span)
        assert found is not None
        assert found.of(PAGE) == source


def test_text_level_boilerplate_of_a_page_is_dropped_with_its_place() -> None:
    dropped = next(d for d in page().dropped if d.why == "appeal for money")
    assert dropped.text == "Support the Elmwick Courier!"
    assert dropped.source is not None
    assert dropped.source.of(PAGE) == dropped.text


def test_text_of_a_page_outside_the_article_is_told() -> None:
    teaser = "Ferry runs again after a week of storms, and nobody in the old town is happy about it"
    source = PAGE.replace("<footer>", f"<aside><p>{teaser}</p></aside><footer>")
    document = clean(Capture("https://courier.example/news/bridge", source.encode(), NOW))
    told = next(d for d in document.dropped if d.text == teaser)
    assert told.why == "outside the article"
    assert told.source is not None
    assert told.source.of(source) == teaser


def test_offsets_of_plain_text_are_exact_in_the_decoded_capture() -> None:
    raw = "Älmwick Dock Fire\r\n\r\nA fire broke out\ton the  dock\r\nin Älmwick, the harbour master said.\r\n".encode(
        "latin-1"
    )
    document = clean(Capture("a.txt", raw, NOW, charset="latin-1"))
    source = decode_as(raw, document.offsets.encoding)
    for segment in document.offsets.segments:
        assert segment.text.of(document.text).split() == segment.source.of(source).split()
    located = sum(len(s.text) for s in document.offsets.segments)
    assert located == len(document.text) - len("\n\n")


def test_the_given_day_outranks_the_page() -> None:
    document = clean(Capture("-", PAGE.encode(), NOW), published=date(2019, 1, 2))
    assert document.published is not None
    assert (document.published.value, document.published.basis) == (date(2019, 1, 2), "given")


def test_the_address_tells_day_and_outlet_when_nothing_else_does() -> None:
    document = clean_text("\n\n".join(PARAGRAPHS), url="https://www.courier.example/2020/04/28/bridge")
    assert document.published is not None
    assert (document.published.value, document.published.basis) == (date(2020, 4, 28), "url")
    assert (document.outlet, document.outlet_basis) == ("courier.example", "url")


def test_a_day_is_never_guessed() -> None:
    assert clean_text("\n\n".join(PARAGRAPHS)).published is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Monday, January 7, 2019", date(2019, 1, 7)),
        ("Published: 14 March 2012, 10:00 GMT", date(2012, 3, 14)),
        ("Posted on Oct. 3, 2016 at 4:15 p.m.", date(2016, 10, 3)),
        ("2021-02-03", date(2021, 2, 3)),
        ("Updated: Nov 10, 2016 - 5:17 PM", None),
        ("Updated: 6:45 p.m. | Posted: 2:58 p.m.", None),
    ],
)
def test_publication_lines(line: str, day: date | None) -> None:
    document = clean_text("\n\n".join(("Bridge Falls", line, *PARAGRAPHS)))
    assert (document.published.value if document.published else None) == day
    assert [(d.text, d.why) for d in document.dropped] == [(line, "publication line")]


def test_a_dateline_with_a_full_day_tells_the_day() -> None:
    document = clean_text("ELMWICK, 12 JAN 90 (AFP) -- THREE PEOPLE DIED WHEN A BRIDGE FELL,\nPOLICE SAID.")
    assert document.published is not None
    assert (document.published.value, document.published.basis) == (date(1990, 1, 12), "text")
    assert document.dateline == "ELMWICK, 12 JAN 90 (AFP)"
    assert document.dateline_span is not None
    assert document.dateline_span.of(document.text) == document.dateline


def test_head_of_a_plain_text() -> None:
    document = clean_text("\n\n".join(("Bridge Collapse Leaves Three Dead", "By Olaf Eik", *PARAGRAPHS)))
    assert document.title == "Bridge Collapse Leaves Three Dead"
    assert document.byline == "Olaf Eik"
    assert document.dateline == "ELMWICK, Norland"


def test_no_title_where_the_text_begins_with_a_sentence() -> None:
    assert clean_text("\n\n".join(PARAGRAPHS)).title == ""


@pytest.mark.parametrize(
    "line",
    [
        "Support The Elmwick Courier!",
        "© 2019 The Elmwick Courier. All rights reserved.",
        "We, the journalists of The Elmwick Courier, need your help. Please support our work and donate today.",
        "The Elmwick Courier, an independent news source, needs your support. Help us continue our journalism.",
    ],
)
def test_the_outlet_is_named_by_its_own_boilerplate(line: str) -> None:
    document = clean_text("\n\n".join((*PARAGRAPHS, line)))
    assert (document.outlet, document.outlet_basis) == ("The Elmwick Courier", "text")
    assert any(document.outlet in d.text for d in document.dropped)


def test_language_is_left_open_for_a_few_letters() -> None:
    assert clean_text("Three dead").language == ""


def test_the_same_bytes_give_the_same_id_and_other_settings_another() -> None:
    text = "\n\n".join(PARAGRAPHS)
    one, two = clean_text(text, known_from=NOW), clean_text(text, known_from=datetime(2021, 1, 1, tzinfo=UTC))
    assert one.id == two.id
    assert one.id != clean_text(text, published=date(2020, 1, 1)).id


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7 ...", "binary"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 500, "binary"),
        (b"<html><body>" + b"<div>" * 100_000, "too_deep"),
        (b"<html><body><p " + b" ".join(b"a%d=1" % n for n in range(20_000)) + b">words", "too_large"),
        (b"<html><body>" + b"<a href=/x>y</a> " * 40_000, "too_large"),
        (b"<html><body><nav><a href=/>Home</a> <a href=/b>News</a></nav></body></html>", "no_article"),
        (b"Read more\n\nShare this article", "no_article"),
    ],
)
def test_refusals(body: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        clean(Capture("x", body, NOW))
    assert caught.value.reason == reason
    assert "\n" not in str(caught.value)


def test_a_body_over_the_limit_is_refused() -> None:
    with pytest.raises(Unreadable) as caught:
        clean(Capture("x", b"word " * 1000, NOW), max_bytes=4000)
    assert caught.value.reason == "too_large"


@pytest.mark.parametrize("before", [b"", b"<html><body><p>"])
def test_a_text_as_long_as_many_books_is_refused(before: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        clean(Capture("x", before + b"All was well. " * 200_000, NOW))
    assert caught.value.reason == "too_large"


@pytest.mark.parametrize(
    "piece", [b"<div>", b"<span a='>'>", b"<b><i>", b"<", b"<!--", b"&", b'<a href="', b"<p", b"]]>"]
)
def test_hostile_markup_is_bounded_in_time(piece: bytes) -> None:
    started = time.process_time()
    with pytest.raises(Unreadable):
        clean(Capture("x", b"<html><body>" + piece * (400_000 // len(piece)), NOW))
    assert time.process_time() - started < 10


@pytest.mark.shared
def test_the_first_case_keeps_the_report_and_drops_the_appeal(shared: Path) -> None:
    raw = (shared / "seed" / "atyrau.txt").read_text(encoding="utf-8").replace("\u00a0", " ")
    document = clean_text(raw)
    paragraphs = [p.strip() for p in raw.split("\n") if p.strip()]
    first_of_appeal = next(i for i, p in enumerate(paragraphs) if p.startswith("…"))
    assert [d.text for d in document.dropped] == [paragraphs[0], *paragraphs[first_of_appeal:]]
    assert document.text.split("\n\n") == paragraphs[1:first_of_appeal]
    assert document.title == paragraphs[1]
    assert document.dateline == "ALMATY, Kazakhstan"
    assert (document.outlet, document.outlet_basis) == ("The Moscow Times", "text")
    assert document.published is None


def test_a_given_outlet_and_title_are_part_of_the_document() -> None:
    text = "\n\n".join((*PARAGRAPHS, "Support The Elmwick Courier!"))
    capture = Capture("-", text.encode(), datetime(2020, 1, 1, tzinfo=UTC))
    plain, given = clean(capture), clean(capture, outlet="Norland Wire", title="  Bridge  gives way ")
    assert (given.outlet, given.outlet_basis) == ("Norland Wire", "given")
    assert given.title_span is not None
    assert given.title_span.of(given.text) == given.title == "Bridge gives way"
    assert given.text.endswith(plain.text)
    assert given.id != plain.id != clean(capture, outlet="The Elmwick Courier").id


def test_a_given_title_yields_to_the_printed_one() -> None:
    text = "\n\n".join(("Bridge Collapse Leaves Three Dead", *PARAGRAPHS))
    capture = Capture("-", text.encode(), datetime(2020, 1, 1, tzinfo=UTC))
    assert clean(capture, title="Another").title == "Bridge Collapse Leaves Three Dead"
