"""What an article page shows besides the text: posts, stubs, languages, what was cut away, where the bytes are."""

from __future__ import annotations

import re

from django.test import Client


def html(client: Client, address: str) -> str:
    return re.sub(r"\s+", " ", client.get(address).content.decode())


def test_posts_of_a_live_page_stand_under_their_times(client: Client) -> None:
    page = html(client, "/article/doc-toll")
    assert re.findall(r'<h2 class="post" id="post-(\d)">([^<]+)', page) == [
        ("1", "6 Mar 2031, 06:20 UTC "), ("2", "14:05 "),
    ]  # fmt: skip
    assert page.index("post-2") < page.index("Its spokesman") > page.index("KISUMU")
    assert "Only the beginning." in page


def test_a_paragraph_in_another_language_is_marked(client: Client) -> None:
    page = html(client, "/article/doc-claim")
    assert page.count('lang="sw"') == 1
    assert "language: sw" in page


def test_what_was_cut_away_stands_under_its_reason(client: Client) -> None:
    cut = html(client, "/article/doc-claim").split('id="dropped-title"')[1].split("</section>")[0]
    assert "2 pieces cut away" in cut
    assert re.findall(r'class="why">([^<]+)', cut) == ["appeal for money", "related links"]
    assert "give a coffee a month" in cut


def test_bytes_that_are_no_longer_kept_are_said_to_be_gone(client: Client) -> None:
    about = html(client, "/article/doc-claim").split("About this document")[1]
    assert "no longer kept" in about
    assert "kept 30 days" in about
    assert 'href="/source/rift"' in about


def test_what_is_not_sure_enough_is_left_out_and_counted(client: Client) -> None:
    kinds = re.compile(r'class="badge kind-')
    whole, sure = (html(client, f"/article/doc-claim{asked}") for asked in ("", "?least=0.7"))
    assert (len(kinds.findall(whole)), len(kinds.findall(sure))) == (3, 1)
    assert "What scores below 0.70 is left out: 2 statements and what they say." in sure
    assert 'name="least" type="range" min="0" max="1" step="0.05" value="0.70"' in sure


def test_what_is_no_score_is_refused_with_what_is(client: Client) -> None:
    for wrong in ("2", "-1", "nan", "high"):
        answer = client.get("/article/doc-claim", {"least": wrong})
        assert answer.status_code == 400
        assert "write least=0.8" in answer.content.decode()
