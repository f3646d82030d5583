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
