"""The pages as a client sees them: what they say, what they keep, what they refuse."""

# ruff: noqa: E501

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.test import Client


def html(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return re.sub(r"\s+", " ", answer.content.decode())


def test_the_list_tells_each_kind_of_unknown_apart(client):
    page = html(client, "/")
    for text in ("none reported", "not reported", "reported, number unclear", "not read yet", "at least 12", "4 to 6"):
        assert text in page
    assert "4 reports</strong>, <strong>3 origins" in page


def test_a_country_is_listed_but_has_no_pin(client):
    page = html(client, "/")
    pins = page.split('id="pins"')[1].split("</script>")[0]
    assert "PER-2A00F1" not in pins
    assert "Riot in Peru" in page.split('id="off-map-title"')[1]


@pytest.mark.parametrize(
    "address", ["/", "/incident/KEN-4C1D02", "/article/doc-claim", "/search?q=yard", "/nope", "/?as_of=x"]
)
def test_every_page_is_sealed(client, address):
    answer = client.get(address)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert not re.search(r'\sstyle="|\son\w+="|<script(?![^>]*(src=|application/json))', answer.content.decode())


def test_filters_narrow_the_list(client):
    assert "1 incident</strong> of 5" in html(client, "/?family=unrest")
    assert "2 incidents</strong> of 5" in html(client, "/?disputed=1")
    assert "No incident fits" in html(client, "/?type=fire&family=attack")


def test_links_keep_the_time_and_the_rule(client):
    page = html(client, "/?as_of=2031-03-05T10:00&rule=lowest")
    assert 'href="/incident/KEN-4C1D02?as_of=2031-03-05T10%3A00&amp;rule=lowest"' in page
    assert "5 Mar 2031, 10:00 UTC" in page


def test_before_the_first_capture_nothing_was_known(client):
    assert "Nothing was known yet" in html(client, "/?as_of=2030-01-01")
    assert "as of 1 Jan 2030, 23:59 UTC" in html(client, "/incident/KEN-4C1D02?as_of=2030-01-01", 404)


@pytest.mark.parametrize(
    "query", ["as_of=yesterday", "as_of=2031-13-01", "rule=loudest", "as_of=0001-01-01T00:00%2B14:00"]
)
def test_a_wrong_parameter_is_one_clear_page(client, query):
    page = html(client, f"/?{query}", 400)
    assert "is not a" in page
    assert "All incidents" in page


@pytest.mark.parametrize("address", ["/incident/NO-1", "/article/none", "/nowhere", "/incident/%3Cscript%3E"])
def test_what_is_not_there_says_so(client, address):
    page = html(client, address, 404)
    assert "No such" in page
    assert "<script>" not in page.split("<main")[1]


def test_a_failure_shows_the_same_style(client):
    assert "Nothing in the ledger was changed" in html(client, "/article/doc-broken", 500)


def test_every_evidence_sentence_opens_its_place(client):
    incident = html(client, "/incident/KEN-4C1D02")
    links = set(re.findall(r'href="/article/(doc-\w+)#(at-\d+-\d+)"', incident))
    assert len(links) >= 15
    pages = {document: html(client, f"/article/{document}") for document, _ in links}
    missing = [(document, anchor) for document, anchor in links if f'id="{anchor}"' not in pages[document]]
    assert missing == []


def test_the_incident_page_shows_values_chains_and_origins(client):
    page = html(client, "/incident/KEN-4C1D02")
    for text in ("later update", "denied", "not said: claim of responsibility", "edited copy", "same voice: police",
                 "about 265 km, west-north-west", "constructed example", "No report says anything about it"):  # fmt: skip
        assert text in page, text
    assert '<option value="latest_official" selected>' in page


def test_the_article_page_escapes_its_text_and_shows_what_was_dropped(client):
    page = html(client, "/article/doc-claim")
    assert "<threatened>" not in page
    assert "appeal for money" in page
    assert "give a coffee a month" in page
    assert "from the page&#x27;s metadata" in page


def test_search_marks_words_and_explains_an_empty_answer(client):
    assert "<mark>yard</mark>" in html(client, "/search?q=yard")
    assert "No document holds “zebra”" in html(client, "/search?q=zebra")
    assert "constructed example" in html(client, "/search?q=yard")


def test_no_address_outside_is_loaded(client):
    for address in ("/", "/incident/KEN-4C1D02", "/article/doc-claim"):
        assert not re.search(r'(src|data-\w+)="(https?:)?//', html(client, address))


def test_a_long_list_comes_in_pages_and_the_map_shows_all(client, monkeypatch):
    from desk_sample import SampleSource, line

    many = tuple(replace(line(), id=f"KEN-{n:06}") for n in range(250))
    monkeypatch.setattr(SampleSource, "list_incidents", lambda self, as_of=None, **ask: many)
    first, last = html(client, "/?family=attack"), html(client, "/?family=attack&page=3")
    assert (first.count('class="line '), last.count('class="line ')) == (100, 50)
    assert 'href="/?family=attack&amp;page=2"' in first
    assert "page 3 of 3" in last
    assert last.split('id="pins"')[1].split("</script>")[0].count('"Feature"') == 250
    assert "page 3 of 3" in html(client, "/?page=999999")
    assert "page 1 of 3" in html(client, "/?page=-1")


def test_the_map_of_a_very_long_list_shows_what_changed_last(client, monkeypatch):
    from desk_sample import SampleSource, line

    many = tuple(replace(line(), id=f"KEN-{n:06}") for n in range(250))
    monkeypatch.setattr("sayso.web.views.MOST_PINS", 120)
    monkeypatch.setattr(
        SampleSource, "list_incidents",
        lambda self, as_of=None, *, limit=None, offset=0, **ask: many[offset:][:limit],
    )  # fmt: skip
    first, last = html(client, "/"), html(client, "/?page=3")
    assert first.split('id="pins"')[1].split("</script>")[0].count('"Feature"') == 120
    assert "the map shows the 120 that changed last" in first
    assert "<strong>250" in first
    assert last.count('class="line ') == 50
    assert "KEN-000249" in last


def test_a_verbatim_copy_is_named_but_not_drawn_again(client, monkeypatch):
    import desk_sample as sample

    page = sample.incident_page()
    reports = tuple(replace(r, copy_kind="verbatim" if r.copy_of else "") for r in page.reports)
    again = tuple(
        replace(n, key=f"copy/{n.key}", document="doc-copy", outlet="Nyanza Courier", chain=())
        for n in page.statements
        if n.document == "doc-first"
    )
    copied = replace(page, reports=reports, statements=page.statements + again)
    monkeypatch.setattr(sample.SampleSource, "incident_page", lambda self, i, as_of=None, rule=None: copied)
    tree = html(client, "/incident/KEN-4C1D02").split('id="tree"')[1].split("</section>")[0]
    assert '<p class="voice-name">Nyanza Courier' not in tree
    assert "Not drawn again" in tree


def test_the_way_back_to_now_keeps_the_filters(client):
    page = html(client, "/?as_of=2031-03-05T10:00&family=attack&rule=lowest")
    assert '<a href="/?family=attack&amp;rule=lowest">Back to now</a>' in page
    assert "Filter (2 on)" in page
