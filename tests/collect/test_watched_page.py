"""What is new on a page: links that look like articles, or the page's own text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sayso.collect.kinds.articles import article_links, points_of
from sayso.collect.kinds.markup import tree
from small_web import SmallWeb, small_web

MENU = """<header><nav class="main-menu"><ul><li><a href="/">Home</a><li><a href="/politics">Politics</a>
<li><a href="/tag/storms-of-the-north-coast">Storms of the north coast this winter</a>
<li><a href="/about-us.html">About our newspaper and its owners</a></ul></nav></header>"""
FOOT = """<footer><a href="/privacy-policy-for-all-readers">How we treat your data and your privacy</a>
<a href="https://social.example.com/herald/status/123456789">Follow us for all the news of the day</a></footer>"""
STORIES = [
    ("/2026/11/24/bridge-closed-after-flood", "Bridge closed after flood cuts the valley road in two"),
    ("/2026/11/24/market-fire-injures-nine", "Market fire injures nine people, two of them badly"),
    ("/2026/11/23/miners-trapped-in-shaft", "Miners trapped in shaft since Sunday night, company says"),
    ("/2026/11/23/train-leaves-rails", "Train leaves the rails near the old border crossing"),
]


def front(stories: list[tuple[str, str]] = STORIES) -> str:
    cards = "".join(
        f'<div class="card"><h3><a href="{link}">{text}</a></h3><p>Our reporter was there.</p></div>'
        for link, text in stories
    )
    head = "<!doctype html><html><head><title>Valley Herald</title></head>"
    return f"{head}<body>{MENU}<main>{cards}</main>{FOOT}</body></html>"


@pytest.fixture
def web() -> Iterator[SmallWeb]:
    with small_web() as made:
        yield made


def links(html: str, url: str = "https://herald.example.org/") -> list[str]:
    root = tree(html.encode())
    assert root is not None
    return [link.address.removeprefix("https://herald.example.org") for link in article_links(root, url)]


def test_the_stories_and_nothing_else(web: SmallWeb) -> None:
    web.put("/", front())
    look = web.look("page", "/")
    assert look.outcome == "new"
    assert [(item.address.removeprefix(web.base), item.title) for item in look.items] == STORIES
    assert all(item.fetch for item in look.items)


def test_a_new_story_is_new_and_the_known_stay_known(web: SmallWeb) -> None:
    web.put("/", front())
    first = web.look("page", "/")
    web.put(
        "/", front([("/2026/11/25/well-caves-in", "Well caves in while being dug, three men feared dead"), *STORIES])
    )
    second = web.look("page", "/", first.state)
    fresh = {item.key for item in second.items} - {item.key for item in first.items}
    assert fresh == {f"{web.base}/2026/11/25/well-caves-in"}


def test_another_order_of_teasers_with_the_same_stories_keeps_their_keys(web: SmallWeb) -> None:
    web.put("/", front())
    first = web.look("page", "/")
    web.put("/", front(STORIES[::-1]))
    second = web.look("page", "/", first.state)
    assert {item.key for item in second.items} == {item.key for item in first.items}


def test_a_page_that_lost_its_stories_has_changed(web: SmallWeb) -> None:
    web.put("/", front())
    first = web.look("page", "/")
    web.put("/", "<html><body><p>We are rebuilding our site. Please come back later, and thank you.</p></body></html>")
    look = web.look("page", "/", first.state)
    assert (look.outcome, look.reason, look.state) == ("changed", "no_items", first.state)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/news/world-asia-60482113", "Dam failure leaves hundreds without drinking water"),
        ("/news/articles/c5yk7g0l9x2o", "Dam failure leaves hundreds without drinking water"),
        ("/index.php?id=48213", "Dam failure leaves hundreds without drinking water"),
        ("/archives/48213.html", "Dam failure leaves hundreds without drinking water"),
        ("/%D0%BD%D0%BE%D0%B2/48213-%D0%BF%D1%80%D0%BE%D1%80%D1%8B%D0%B2", "Прорыв плотины оставил город без воды"),
        ("/20261124/k10014637/48213.html", "ダムが決壊し、数百世帯で断水が続いている"),
    ],
)  # fmt: skip
def test_forms_of_addresses_that_sites_use(path: str, text: str) -> None:
    assert links(f'<body>{MENU}<div><h2><a href="{path}">{text}</a></h2></div></body>') == [path]


@pytest.mark.parametrize(
    "path",
    [
        "/", "/politics", "/tag/floods-of-the-century", "/author/ann-mary-lee-smith", "/page/2", "/login",
        "/video/2026/clip.mp4", "/archive/2026/11/", "/2026/11/24",
        "/wp-content/uploads/2026/11/flood-in-the-valley.jpg", "#top", "/newsletter",
        "mailto:desk@herald.example.org",
    ],
)  # fmt: skip
def test_what_is_no_article(path: str) -> None:
    assert links(f'<body><main><a href="{path}">Floods and more of them</a></main></body>') == []


def test_weak_links_count_in_company() -> None:
    strong = "".join(
        f'<h2><a href="/news/a-long-story-of-{n}-boats">Another boat sank off the coast</a></h2>' for n in "abc"
    )
    weak = '<a href="/news/a-long-story-of-x-boats">Sinking</a>'
    assert links(f"<body>{strong}{weak}</body>")[-1] == "/news/a-long-story-of-x-boats"
    assert links(f"<body>{weak}</body>") == []


def test_the_headline_counts_where_picture_and_headline_link_to_one_story() -> None:
    link = '<a href="/2026/11/24/quake-in-hills">'
    html = f'<body>{link}<img src="x"></a>{link}Quake in the hills</a></body>'
    root = tree(html.encode())
    assert root is not None
    assert [link.text for link in article_links(root, "https://herald.example.org/")] == ["Quake in the hills"]


def test_the_time_beside_a_link() -> None:
    link = '<h2><a href="/2026/11/24/quake-hits-hills-again">Quake hits the hills</a></h2>'
    html = f'<article><time datetime="2026-11-24T09:00:00Z">9 am</time>{link}</article>'
    root = tree(html.encode())
    assert root is not None
    assert article_links(root, "https://herald.example.org/")[0].published == "2026-11-24T09:00:00Z"


def test_dates_and_slugs_make_an_address_that_of_an_article() -> None:
    assert (
        points_of("https://a.example.org/2026/11/24/quake-in-the-hills") > points_of("https://a.example.org/hills") + 3
    )


BULLETIN = "<p>Situation at noon. The river stands at four metres and rises. {}</p>" + "".join(
    f"<p>District {n}: the road to village {n} is closed, and {n} families were taken to the school.</p>"
    for n in range(2, 12)
)


def bulletin(words: str, clock: str = "12:00") -> str:
    head = "<html><head><title>Flood bulletin</title></head>"
    return f"{head}<body>{MENU}<main>{BULLETIN.format(words)}</main><p>Printed {clock}</p></body></html>"


def test_a_bulletin_is_an_item_itself(web: SmallWeb) -> None:
    web.put("/bulletin", bulletin("Nobody was hurt."))
    (found,) = web.look("page", "/bulletin").items
    assert not found.fetch
    assert found.address.startswith(f"{web.base}/bulletin#text-")
    assert (found.title, found.media_type) == ("Flood bulletin", "text/html")
    assert b"Nobody was hurt" in (found.body or b"")


def test_an_edited_bulletin_is_a_new_version_of_the_same_item(web: SmallWeb) -> None:
    web.put("/bulletin", bulletin("Nobody was hurt."))
    first = web.look("page", "/bulletin")
    web.put("/bulletin", bulletin("One man is missing."))
    second = web.look("page", "/bulletin", first.state)
    assert second.items[0].key == first.items[0].key
    assert second.items[0].version != first.items[0].version


def test_a_clock_that_ticks_is_no_news(web: SmallWeb) -> None:
    web.put("/bulletin", bulletin("Nobody was hurt.", "12:00"))
    first = web.look("page", "/bulletin")
    web.put("/bulletin", bulletin("Nobody was hurt.", "12:15"))
    assert web.look("page", "/bulletin", first.state).outcome == "unchanged"


def test_another_text_is_another_item(web: SmallWeb) -> None:
    web.put("/bulletin", bulletin("Nobody was hurt."))
    first = web.look("page", "/bulletin")
    other = "<p>A gas main blew up under the square this morning and killed a street vendor, police said.</p>" * 4
    web.put("/bulletin", f"<html><head><title>Flood bulletin</title></head><body>{other}</body></html>")
    (found,) = web.look("page", "/bulletin", first.state).items
    assert found.key != first.items[0].key


def test_a_page_that_asks_for_a_human_is_blocked(web: SmallWeb) -> None:
    web.put("/", "<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>")
    look = web.look("page", "/")
    assert (look.outcome, look.reason) == ("blocked", "captcha")


def test_encodings_of_pages(web: SmallWeb) -> None:
    story = '<h2><a href="/2026/11/24/pozhar-na-sklade-v-gorode">Пожар на складе: двое погибли</a></h2>'
    body = f'<html><head><meta charset="windows-1251"></head><body>{story * 1}{front()}</body></html>'
    web.put("/", body.encode("windows-1251"), kind="text/html")
    assert web.look("page", "/").items[0].title == "Пожар на складе: двое погибли"
