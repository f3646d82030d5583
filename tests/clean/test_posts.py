"""Live pages, stubs, pull quotes and paragraphs in other languages, on pages written for the purpose."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sayso.clean import clean
from sayso.clean.foreign import other_language
from sayso.model import Capture, Document

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
UPDATES = (
    (
        "2026-03-01T10:05:00Z",
        "The harbour office in Elmwick closed the north quay after a crane fell across two berths.",
    ),
    (
        "2026-03-01T10:40:00Z",
        "Two dock workers were taken to hospital, the Norland coast guard said in its first statement.",
    ),
    (
        "2026-03-01T11:15:00Z",
        "The port company denied that the crane had missed its yearly inspection, and sent its papers.",
    ),
)


def page(inside: str, head: str = "") -> Document:
    source = (
        f"<!doctype html><html lang=en><head><title>Crane falls in Elmwick</title>{head}</head><body><main><article>"
        f"<h1>Crane falls in Elmwick</h1>{inside}</article></main></body></html>"
    )
    return clean(Capture("https://courier.example/crane", source.encode(), NOW, media_type="text/html"))


def live() -> Document:
    return page("".join(f'<section><time datetime="{at}">now</time><p>{text}</p></section>' for at, text in UPDATES))


def test_a_live_page_is_cut_into_posts_with_their_own_times() -> None:
    assert [post.at for post in live().posts] == [at for at, _ in UPDATES]


def test_a_post_spans_its_own_text() -> None:
    document = live()
    found = [document.text[post.span.start : post.span.end] for post in document.posts]
    assert [text for _, text in UPDATES] == [words.split("\n\n")[-1] for words in found]


def test_structured_data_of_a_live_blog_gives_the_times() -> None:
    told = ",".join(f'{{"@type":"BlogPosting","datePublished":"{at}","articleBody":"{text}"}}' for at, text in UPDATES)
    data = f'<script type="application/ld+json">{{"@type":"LiveBlogPosting","liveBlogUpdate":[{told}]}}</script>'
    assert [p.at for p in page("".join(f"<p>{text}</p>" for _, text in UPDATES), data).posts] == [a for a, _ in UPDATES]


def test_an_article_with_the_time_of_its_publication_has_no_posts() -> None:
    stamp = '<time datetime="2026-03-01T10:05:00Z">1 March</time>'
    assert page(stamp + "".join(f"<p>{text}</p>" for _, text in UPDATES)).posts == ()


def test_a_short_text_that_is_not_free_is_a_stub() -> None:
    head = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>'
    assert page(f"<p>{UPDATES[0][1]}</p><p>{UPDATES[1][1]}</p>", head).access == "stub"


def test_an_open_article_is_no_stub() -> None:
    assert page(f"<p>{UPDATES[0][1]}</p><p>{UPDATES[1][1]}</p>").access == ""


def test_a_pull_quote_is_told_as_dropped() -> None:
    said = "Nobody had told us that the crane was out of order that morning"
    text = f"<p>{UPDATES[0][1]}</p><p>{said}</p><p>“{said},” said Ada Brunn of the dockers' union, who was there.</p>"
    document = page(text + f"<p>{UPDATES[1][1]}</p>")
    assert [d.text for d in document.dropped if d.why == "pull quote"] == [said]


def test_a_paragraph_in_another_language_is_marked_and_kept() -> None:
    german = (
        "Die Hafenbehörde teilte mit, dass der Kran auf zwei Liegeplätze gefallen ist und die Arbeiter verletzt wurden."
    )
    document = page(f"<p>{UPDATES[0][1]}</p><p>{german}</p><p>{UPDATES[1][1]}</p><p>{UPDATES[2][1]}</p>")
    assert [(document.text[f.span.start : f.span.end], f.language) for f in document.foreign] == [(german, "de")]


@pytest.mark.parametrize(
    "text", ["Ada Brunn", "Elmwick Ferry Office, North Quay 12, Elmwick, Norland, PO Box 18, NL 4411"]
)
def test_names_and_addresses_are_in_no_other_language(text: str) -> None:
    assert other_language(text, "en") == ""
