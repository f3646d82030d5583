"""The author of a page, as its data, its head and its elements name one."""

from __future__ import annotations

import json

import pytest
from lxml import html

from sayso.clean import clean_text
from sayso.clean.author import author_of
from sayso.clean.author_names import is_name, lead_in, names_in, whole_byline

PROSE = "".join(
    f"<p>{s}</p>"
    for s in (
        "The ferry left the pier at Lomvik shortly before six, with forty-one people on board.",
        "Two hours later the coast guard received a call from a fishing boat that had seen a light in the water.",
        "Divers brought nine passengers ashore, and three of them were taken to the hospital in Arnsund.",
    )
)


def author(body: str = "", head: str = "") -> str:
    """The author of a page with a headline and prose, ``body`` between the two."""
    source = f"<html><head><title>Ferry sinks</title>{head}</head><body><h1>Ferry sinks</h1>{body}{PROSE}</body></html>"
    return author_of(html.fromstring(source), source)


def data(**work: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", **work})}</script>'


def person(name: str) -> dict[str, str]:
    return {"@type": "Person", "name": name}


def test_all_authors_of_structured_data_are_told() -> None:
    head = data(**{"@type": "NewsArticle", "author": [person("Ragna Holt"), person("Olaf Eik")]})
    assert author(head=head) == "Ragna Holt, Olaf Eik"


def test_an_author_told_by_reference_is_looked_up() -> None:
    graph = [
        {"@type": "Article", "author": {"@id": "#ragna"}},
        {"@type": "Person", "@id": "#ragna", "name": "Ragna Holt"},
    ]
    assert author(head=data(**{"@graph": graph})) == "Ragna Holt"


def test_who_wrote_a_comment_is_no_author() -> None:
    work = {
        "@type": "Article",
        "author": person("Ragna Holt"),
        "comment": [{"@type": "Comment", "author": person("X Y")}],
    }
    assert author(head=data(**work)) == "Ragna Holt"


def test_a_person_is_told_before_the_outlet_that_the_head_names() -> None:
    head = '<meta name="author" content="Lomvik Post">' + data(**{"@type": "Article", "author": person("Ragna Holt")})
    assert author(head=head) == "Ragna Holt"


def test_broken_data_is_passed_over() -> None:
    assert author(head='<script type="application/ld+json">{"author": [</script>') == ""


def test_a_line_beside_the_headline_outweighs_an_account() -> None:
    head = '<meta name="author" content="admin">'
    assert author("<p class='byline'>By <a href='/author/ragna'>Ragna Holt</a> | 3 May 2019</p>", head) == "Ragna Holt"


def test_a_label_of_a_card_tells_the_author() -> None:
    head = '<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Ragna Holt">'
    assert author(head=head) == "Ragna Holt"


def test_a_name_turned_round_for_citations_is_turned_back() -> None:
    head = '<meta name="citation_author" content="Holt, Ragna"><meta name="citation_author" content="Eik, Olaf">'
    assert author(head=head) == "Ragna Holt, Olaf Eik"


@pytest.mark.parametrize(
    "line",
    [
        "<p>By Ragna Holt</p>",
        "<div>Von <b>Ragna Holt</b></div>",
        "<p>Par Ragna Holt, journaliste</p>",
        "<p>Autorin: Ragna Holt</p>",
        "<p>Par Ragna Holt le 3 mai 2019</p>",
        "<p>Written by</p><p>Ragna Holt</p><p>Trending Editor</p>",
        "<div class='author'><span>Ragna Holt</span><span class='role'>Tech Reporter</span></div>",
        "<div class='author'><span>Ragna Holt</span><span>Founder and winner</span></div>",
        "<div class='byline'>Ragna Holt, Staff Writer</div>",
        "<div class='byline'>RAGNA HOLT @rholt rholt@lomvik.example</div>",
        "<div class='entry-meta'>By Ragna Holt on 3 May 2019 at 10:30</div>",
    ],
)
def test_leads_roles_days_and_handles_are_no_part_of_a_name(line: str) -> None:
    assert author(line).lower() == "ragna holt"


def test_two_names_joined_by_a_word_are_two_authors() -> None:
    assert author("<p class='byline'>By <a>Ragna Holt</a> and <a>Olaf Eik</a></p>") == "Ragna Holt, Olaf Eik"


def test_letters_behind_a_name_stay() -> None:
    assert author("<p class='author-name'>Ragna Holt, MD, PhD</p>") == "Ragna Holt, MD, PhD"


def test_prose_that_begins_with_by_is_no_byline() -> None:
    assert (
        author("<p>By the time Ragna Holt arrived, the ferry had sunk.</p><p>By clicking Accept you agree.</p>") == ""
    )


@pytest.mark.parametrize("place", ["<aside>{}</aside>", "<nav>{}</nav>", "<div class='related-posts'>{}</div>"])
def test_authors_of_teasers_are_passed_over(place: str) -> None:
    assert author(place.format("<a rel='author'>Olaf Eik</a>")) == ""


def test_what_holds_the_headline_is_not_beside_it_whatever_it_is_called() -> None:
    inside = f"<h1>Ferry sinks</h1><a rel='author'>Ragna Holt</a>{PROSE}"
    source = f"<html><body><div class='with-sidebar'>{inside}</div></body></html>"
    assert author_of(html.fromstring(source), source) == "Ragna Holt"


def test_who_opened_a_thread_is_its_author() -> None:
    thread = "".join(
        f"<article data-author='{name}'><a class='username' href='/members/{name}.1'>{name}</a>{PROSE}</article>"
        for name in ("fjordrat", "olaf_e")
    )
    assert author(thread) == "fjordrat"


def test_buttons_and_months_are_no_names() -> None:
    assert not any(is_name(words) for words in ("Follow", "May 3", "Updated", "12", "Sign in", "Is it true?"))


def test_a_lead_may_stand_alone_or_before_a_name() -> None:
    assert all(map(lead_in, ("By", "Geschrieben von Ragna", "Authors:", "Autorin: Ragna", "作者：张三")))
    assert not lead_in("Bystanders saw it")


def test_a_byline_holds_nothing_but_names_roles_and_a_day() -> None:
    assert whole_byline("By Ragna Holt and Olaf Eik | 3 May 2019")
    assert not whole_byline("By noon the coast guard had found nine of them")


def test_a_long_text_is_looked_at_only_at_its_start() -> None:
    assert names_in("Ragna Holt | " + "x " * 200_000) == ("Ragna Holt",)


def test_the_author_is_the_byline_of_the_document() -> None:
    head = "<html><head><title>Ferry sinks</title></head><body><h1>Ferry sinks</h1>"
    page = f"{head}<p class='byline'>By Ragna Holt</p>{PROSE * 2}</body></html>"
    assert clean_text(page).byline == "Ragna Holt"
