# ruff: noqa: E501  (a sentence a line)
"""Pages that hold several articles, on pages written for the purpose."""

from __future__ import annotations

from datetime import UTC, datetime

from sayso.clean import clean
from sayso.model import Capture, Document

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
STORIES = (
    (
        "Crane falls on two berths",
        "2026-02-27T10:05:00Z",
        "The harbour office in Elmwick closed the north quay on Friday after a crane fell across two berths, and ferries "
        "to the islands were sent to the old pier until the wreck can be lifted.",
        "Two dock workers were taken to hospital, the Norland coast guard said in its first statement, and a third man was "
        "treated at the quay for cuts that he had suffered when a window broke.",
        "The port company denied that the crane had missed its yearly inspection and sent the papers to the prosecutor, "
        "who said that he would hear the engineer on Monday.",
    ),
    (
        "Bakery in Holt burns down",
        "2026-02-26T06:40:00Z",
        "A fire destroyed the bakery on the market square of Holt in the early hours of Thursday, and the people in the "
        "two flats above it had to be brought down over a ladder by the fire brigade.",
        "Nobody was hurt, the mayor told reporters, though one family lost everything it had, and the town has opened a "
        "room in the school for them until a flat is found.",
        "Investigators believe that an old oven was left on overnight; the owner, who has run the shop for thirty years, "
        "said that he had turned everything off at nine in the evening.",
    ),
    (
        "Bridge at Lomvik stays shut",
        "2026-02-24T15:00:00Z",
        "The bridge over the sound at Lomvik will stay shut for another month, the roads agency announced on Tuesday, "
        "because divers found cracks in the second pillar that nobody had seen before.",
        "Lorries have to go round by Arnsund, which takes an hour longer, and the fishing cooperative asked for money to "
        "pay for the fuel that its drivers burn on the way.",
        "Engineers had warned of the pillar in a letter three years ago, according to a member of the council, who showed "
        "the letter at a meeting in the evening.",
    ),
)
MENU = "".join(
    f'<li><a href="/{n}">{n}</a></li>' for n in ("Home", "World", "Sport", "Weather", "Shop", "Jobs", "Help")
)


def article(story: tuple[str, ...], number: int) -> str:
    title, at, *paragraphs = story
    return (
        f'<article class="entry"><h2><a href="/story/{number}">{title}</a></h2><time datetime="{at}">{at[:10]}</time>'
        + "".join(f"<p>{p}</p>" for p in paragraphs)
        + "</article>"
    )


def page(inside: str, title: str = "The Elmwick Courier") -> Document:
    source = (
        f"<!doctype html><html lang=en><head><title>{title}</title></head><body><nav><ul>{MENU}</ul></nav>"
        f"<main>{inside}</main><footer><ul>{MENU}</ul><p>All rights reserved by the house.</p></footer></body></html>"
    )
    return clean(Capture("https://courier.example/", source.encode(), NOW, media_type="text/html"))


def front() -> Document:
    return page("".join(article(story, n) for n, story in enumerate(STORIES)))


def test_every_article_of_a_page_is_kept_whole_and_in_order() -> None:
    text = front().text
    places = [text.find(words) for title, _, *paragraphs in STORIES for words in (title, *paragraphs)]
    assert -1 not in places
    assert places == sorted(places)


def test_articles_of_a_page_are_told_apart_each_with_its_headline_and_time() -> None:
    document = front()
    told = [document.text[post.span.start : post.span.end] for post in document.posts]
    assert [post.at for post in document.posts] == [at for _, at, *_ in STORIES]
    assert [part.split("\n\n")[-1] for part in told] == [story[-1] for story in STORIES]
    assert [part.split("\n\n")[0] for part in told][1:] == [story[0] for story in STORIES][1:]


def test_two_articles_are_enough() -> None:
    assert len(page("".join(article(story, n) for n, story in enumerate(STORIES[:2]))).posts) == 2


def test_blocks_of_the_same_name_with_days_and_headlines_that_lead_on_are_articles_too() -> None:
    inside = "".join(article(story, n) for n, story in enumerate(STORIES)).replace("article", "div")
    assert len(page(inside).posts) == len(STORIES)


def test_sections_of_one_article_are_no_articles() -> None:
    inside = "".join(
        f"<section><h2>{title}</h2>{''.join(f'<p>{p}</p>' for p in paragraphs)}</section>"
        for title, _, *paragraphs in STORIES
    )
    assert page(f"<article><h1>A week in Norland</h1>{inside}</article>", "A week in Norland").posts == ()


def test_teasers_are_no_articles() -> None:
    teasers = "".join(
        f'<article><h2><a href="/t/{n}">{title}</a></h2><time datetime="{at}">{at[:10]}</time><p>{first}</p></article>'
        for n, (title, at, first, *_) in enumerate(STORIES)
    )
    assert page(article(STORIES[0], 9) + teasers.replace(STORIES[0][0], "Another")).posts == ()
