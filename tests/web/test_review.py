"""The review queue and the judgements over HTTP, on a real ledger."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client, override_settings

from ledger_sample import at, blast, store
from sayso.model import Figure, Place

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
SOMEWHERE = Place("Kazakhstan", "Kazakhstan", "KZ", geonames_id=1522867, precision="country")
OTHER_WORDS = "The harbour office counted crates of oranges while rain fell on quiet roofs and gulls. " * 3


@pytest.fixture
def desk(ledger: Path) -> Iterator[Client]:
    """A client of a desk over three reports of one bombing that do not agree, and a fourth of another."""
    store(
        blast("Daily Steppe", 2, known=at(1)), blast("Gulf Herald", 3, known=at(2), speaker="Aru Bekova"),
        blast("North Star", 5, known=at(3)), blast("West Wind", 4, known=at(4), place=SOMEWHERE, more=OTHER_WORDS),
    )  # fmt: skip
    with override_settings(ROOT_URLCONF="sayso.web.urls", DEBUG=False):
        yield Client()


def name(client: Client, who: str = "Ann Reviewer") -> None:
    assert client.post("/review/name", {"name": who}).status_code == 303


def page(client: Client, address: str = "/review") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def subject(html: str) -> str:
    return re.search(r'name="at" value="([^"]+)"', html)[1]  # type: ignore[index]


def judgements(client: Client) -> list[dict]:
    return client.get("/api/judgements").json()["judgements"]


def killed():
    from sayso.app.as_of import list_incidents

    return max(list_incidents(), key=lambda line: line.n_reports).killed.datum


def test_the_name_is_asked_for_once(desk: Client) -> None:
    assert "Who reviews?" in page(desk)
    name(desk)
    assert "Killed: " in page(desk)


def test_disputed_tolls_come_first_with_the_sentence_in_view(desk: Client) -> None:
    name(desk)
    html = page(desk)
    assert re.search(r"<strong>1 of \d+</strong>", html)
    assert re.search(r"Killed is disputed: \d values", html)
    assert re.search(r"The blast <mark>killed \d</mark> people", html)


def test_a_decision_is_followed_and_the_next_item_comes(desk: Client) -> None:
    name(desk)
    first = subject(page(desk))
    answer = desk.post("/review/decide", {"at": first, "act": "reject", "reason": "counts another blast"})
    assert answer.status_code == 303
    after = page(desk, answer["Location"])
    assert subject(after) != first
    assert "<strong>2 of" in after
    assert "counts another blast" in after  # offered as the last reason
    assert [(j["kind"], j["subject"], j["author"]) for j in judgements(desk)] == [("reject", first, "Ann Reviewer")]


def test_undo_brings_the_value_back(desk: Client) -> None:
    name(desk)
    before = killed()
    made = desk.post("/review/decide", {"at": subject(page(desk)), "act": "other_value", "field": "killed",
                                        "value": "9", "reason": "ministry"})  # fmt: skip
    assert killed() == Figure(9, 9)
    undo = re.search(r'name="judgement" value="([^"]+)"', page(desk, made["Location"]))
    assert desk.post("/review/undo", {"judgement": undo[1]}).status_code == 303  # type: ignore[index]
    assert killed() == before


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"act": "accept", "reason": ""}, "needs a reason"),
        ({"act": "", "reason": "x"}, "no decision was chosen"),
        ({"act": "other_value", "field": "killed", "value": "lots", "reason": "x"}, "not a figure"),
        ({"act": "merge", "other": "NO-SUCH", "reason": "x"}, "no incident"),
        ({"act": "split", "reason": "x"}, "no report is named"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_said_and_what_was_typed_stays(desk: Client, sent: dict, told: str) -> None:
    name(desk)
    answer = desk.post("/review/decide", {"at": subject(page(desk)), **sent})
    html = answer.content.decode()
    assert answer.status_code == 400
    assert told in html
    assert f'value="{sent["reason"]}"' in html
    assert judgements(desk) == []


def test_a_possible_merge_is_asked_about_and_kept_apart(desk: Client) -> None:
    name(desk)
    html = page(desk, "/review?kind=pair")
    if "Are these one incident?" not in html:
        pytest.skip("the linker is sure about these two")
    first = subject(html)
    desk.post("/review/decide", {"at": first, "kind": "pair", "act": "reject", "reason": "two towns"})
    assert judgements(desk)[0]["said"].endswith("are two incidents")
    assert first not in page(desk, "/review?kind=pair&fresh=1")


def test_a_blind_reviewer_sees_what_the_first_one_saw_and_changes_nothing(desk: Client) -> None:
    name(desk)
    first = subject(page(desk))
    desk.post("/review/decide", {"at": first, "act": "reject", "reason": "counts another blast"})
    after_first = killed()
    second = Client()
    name(second, "Bo")
    html = page(second, f"/review?blind=1&at={first}")
    assert subject(html) == first
    assert "counts another blast" not in html
    assert "Ann Reviewer" not in html
    second.post("/review/decide", {"at": first, "blind": "1", "act": "accept", "reason": "it is this blast"})
    assert killed() == after_first
    assert judgements(second)[0]["second"] is True
    report = page(second, "/review/agreement")
    assert "to adjudicate" in report
    assert "not reliable" in report or "only 1 items" in report or "says little" in report


def test_an_adjudicator_upholds_one_of_two(desk: Client) -> None:
    name(desk)
    before = killed()
    first = subject(page(desk, "/review"))
    desk.post("/review/decide", {"at": first, "act": "reject", "reason": "counts another blast"})
    name(desk, "Bo")
    page(desk, "/review?blind=1")
    desk.post("/review/decide", {"at": first, "blind": "1", "act": "accept", "reason": "it is this blast"})
    name(desk, "Chief")
    winner = judgements(desk)[0]["id"]
    assert desk.post("/review/uphold", {"judgement": winner, "reason": "read it again"}).status_code == 303
    assert killed() == before
    assert "settled" in page(desk, "/review/agreement")


def test_a_decision_that_a_re_reading_lost_comes_first(desk: Client) -> None:
    from dataclasses import replace

    from sayso.app.judge import judge
    from sayso.app.reread import reread
    from sayso.store.view import View

    name(desk)
    first = subject(page(desk))
    judge("accept", first, author="Ann Reviewer", reason="checked")
    known = {r.document.capture: r for r in View().unpack([r.id for r in View().readings()]).values()}

    def worse(item):
        old = known[item.capture.digest]
        kept = [replace(r, assertions=tuple(a for a in r.assertions if a.field != "killed")) for r in old.reports]
        return replace(old, reports=tuple(kept), reader="hand/2")

    assert [m.lost for m in reread(again=True, read=worse).moved if m.what == "judgement"] == [True]
    html = page(desk, "/review?fresh=1")
    assert "decide again" in html
    assert "to decide again" in html
    undo = re.search(r'name="judgement" value="([^"]+)"', html)
    desk.post("/review/undo", {"judgement": undo[1]})  # type: ignore[index]
    assert "; decide again" not in page(desk, "/review?fresh=1")


def test_incident_and_article_offer_decisions_with_their_history(desk: Client) -> None:
    name(desk)
    from sayso.app.as_of import list_incidents
    from sayso.app.judge_subjects import reports_in

    line = max(list_incidents(), key=lambda line: line.n_reports)
    key = reports_in(line.id)[0]
    sent = {"act": "not_this_incident", "subject": key, "reason": "another day", "next": f"/incident/{line.id}"}
    assert desk.post("/judge", sent).status_code == 303
    assert "another day" in page(desk, f"/incident/{line.id}")
    assert "another day" in page(desk, f"/article/{key.partition('/')[0]}")


def test_a_foreign_page_cannot_decide(desk: Client) -> None:
    name(desk)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = desk.cookies
    assert strict.post("/review/decide", {"at": "x", "act": "accept", "reason": "x"}).status_code == 403
    plain = strict.post("/api/judgements", json.dumps({"kind": "accept"}), content_type="text/plain")
    assert plain.status_code == 400
    assert judgements(desk) == []


def test_the_next_page_lies_on_this_desk(desk: Client) -> None:
    assert desk.post("/review/name", {"name": "Ann", "next": "https://x.example/"})["Location"] == "/review"
    assert desk.post("/review/name", {"name": "Ann", "next": "//x.example/"})["Location"] == "/review"


def test_the_api_takes_a_judgement_and_takes_it_back(desk: Client) -> None:
    from sayso.app.as_of import list_incidents

    line = max(list_incidents(), key=lambda line: line.n_reports)

    def send(body: object):
        return desk.post("/api/judgements", json.dumps(body), content_type="application/json")

    common = {"author": "Ann", "reason": "ministry"}
    made = send({"kind": "other_value", "subject": line.id, "field": "killed", "value": "8", **common})
    assert made.status_code == 201
    assert killed() == Figure(8, 8)
    again = send({"kind": "other_value", "subject": line.id, "field": "killed", "value": "8", **common})
    assert again.json()["id"] == made.json()["id"]
    assert send({"kind": "withdraw", "subject": made.json()["id"], **common}).status_code == 201
    assert killed() != Figure(8, 8)
    assert [j["withdrawn"]["reason"] for j in judgements(desk)] == ["ministry"]


@pytest.mark.parametrize(
    "body", ["", "[1]", "{", '{"kind": 3}', '{"kind": "accept"}', '{"kind":"split","subject":"x","reports":"y"}']
)
def test_the_api_says_what_is_wrong(desk: Client, body: str) -> None:
    answer = desk.post("/api/judgements", body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json()["error"]
