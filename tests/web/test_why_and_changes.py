"""Explanations and changes on the desk and over HTTP, as of any time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, override_settings

from ledger_sample import at, blast, claim, store


@pytest.fixture
def desk(ledger: Path) -> Iterator[Client]:
    """The desk over two reports, an edited article and a claim."""
    url = "https://north.example/1"
    store(
        blast("Daily Steppe", 2, known=at(1)), blast("Gulf Herald", 4, known=at(2), speaker="Chief Abaev"),
        blast("North Star", 5, known=at(3), url=url), blast("North Star", 3, known=at(3, 14), url=url),
        claim("West Wind", "Red Dawn", at(4)),
    )  # fmt: skip
    with override_settings(ROOT_URLCONF="sayso.web.urls", DEBUG=False):
        yield Client()


pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


def incident() -> str:
    from sayso.app.as_of import list_incidents

    return list_incidents()[0].id


def html(answer: Any) -> str:
    assert answer.status_code == 200, answer.content
    return answer.content.decode()


def test_a_field_is_explained_on_a_page_and_in_place(desk: Client) -> None:
    address = f"/incident/{incident()}/explain/killed"
    whole, part = html(desk.get(address)), html(desk.get(address, headers={"HX-Request": "true"}))
    for text in (whole, part):
        assert "Chief Abaev said it on" in text
        assert "Not shown: no official says it." in text
    assert "<html" in whole
    assert "<html" not in part
    assert address in html(desk.get(f"/incident/{incident()}"))


def test_the_explanation_keeps_to_its_time_and_rule(desk: Client) -> None:
    address = f"/incident/{incident()}/explain/killed"
    assert "Chief Abaev" not in html(desk.get(address, {"as_of": "2011-11-01"}))
    assert "The rule lowest takes the lowest figure." in html(desk.get(address, {"rule": "killed=lowest"}))
    assert "rule=killed%3Dlowest" in html(desk.get(f"/incident/{incident()}", {"rule": "killed=lowest"}))


def test_edits_and_claims_stand_on_the_incident_page(desk: Client) -> None:
    text = html(desk.get(f"/incident/{incident()}"))
    assert "<del>5 killed</del> → <ins>3 killed</ins> at 14:00 UTC" in text
    assert "without a notice" in text
    assert "From unknown to convicted" in text


def test_the_article_shows_its_difference(desk: Client) -> None:
    from sayso.app.as_of import incident_page

    document = incident_page(incident()).reports[3].document
    text = html(desk.get(f"/article/{document}"))
    assert "<del>5</del><ins>3</ins>" in text
    assert "facts changed without a notice" in text


def test_changes_are_a_page_and_a_list(desk: Client) -> None:
    text = html(desk.get("/changes", {"since": "2011-11-02T12:00"}))
    assert "the article changed killed: 5 killed → 3 killed" in text
    assert "perpetrator: Red Dawn claimed" in text
    told = desk.get("/api/changes", {"since": "2011-11-02T12:00", "limit": "2"}).json()
    assert (len(told["changes"]), told["more"]) == (2, True)
    assert told["changes"][0]["schema"] == "sayso.change/1"
    one = desk.get("/api/changes", {"since": "2011-11-01", "incident": incident(), "until": "2011-11-01"}).json()
    assert [c["kind"] for c in one["changes"]] == ["new_incident"]


def test_an_explanation_over_http_is_that_of_the_command_line(desk: Client) -> None:
    from sayso.app.explain import explain
    from sayso.app.explain_json import explanation_json

    told = desk.get(f"/api/incidents/{incident()}/explain/killed", {"as_of": "2011-11-03"})
    assert told.json() == explanation_json(explain(incident(), "killed", at(3, 23).replace(minute=59, second=59)))


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/api/incidents/XXX-000000/explain/killed", 404, "no incident"),
        ("/api/incidents/XXX-000000/explain/kiled", 400, "unknown field"),
        ("/api/incidents/XXX/explain/killed?as_of=yesterday", 400, "is not a time"),
        ("/api/incidents/XXX/explain/killed?rule=mean", 400, "is not a rule"),
        ("/api/changes", 400, "no time is given"),
        ("/api/changes?since=2011-11-01&limit=0", 400, "is not a limit"),
        ("/api/changes?since=2011-11-03&until=2011-11-01", 400, "end lies before"),
    ],
)
def test_what_cannot_be_answered_says_what_to_do(desk: Client, address: str, status: int, words: str) -> None:
    answer = desk.get(address)
    assert answer.status_code == status
    assert words in answer.json()["error"]
    assert answer.json()["hint"]


def test_pages_that_cannot_be_shown_are_no_traceback(desk: Client) -> None:
    assert desk.get("/incident/XXX-000000/explain/killed").status_code == 404
    assert desk.get(f"/incident/{incident()}/explain/kiled").status_code == 400
    assert desk.get("/changes", {"since": "nonsense"}).status_code == 400


@pytest.mark.parametrize("moment", ["0001-01-01", "0001-01-01T00:00", "9999-12-31", "9999-12-31T23:59:59.999999"])
def test_the_ends_of_time_are_times(desk: Client, moment: str) -> None:
    for address, name in (("/changes", "since"), ("/changes", "until"), ("/api/changes", "since")):
        assert desk.get(address, {name: moment}).status_code == 200, (address, name)
    assert desk.get(f"/incident/{incident()}/explain/killed", {"as_of": moment}).status_code in (200, 404)
