"""The list over HTTP: pages, circles, and what is refused in words."""

from pathlib import Path

import pytest
from django.test import Client

from ledger_sample import at, blast, store, store_apart

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


@pytest.fixture
def desk(ledger: Path) -> Client:
    store(blast("Paper 0", 1, known=at(1)), blast("Paper 1", 2, known=at(2)))
    store_apart(blast("Paper 2", 3, known=at(3), status="foiled"))
    return Client()


def test_the_list_comes_page_by_page(desk: Client) -> None:
    first = desk.get("/api/incidents", {"limit": "1"}).json()
    rest = desk.get("/api/incidents", {"limit": "1", "offset": "1"}).json()
    assert (len(first["incidents"]), first["more"]) == (1, True)
    assert (len(rest["incidents"]), rest["more"]) == (1, False)
    assert first["incidents"][0]["status"] == "foiled"
    assert rest["incidents"][0]["killed"] == "2"


def test_a_circle_as_of_a_time(desk: Client) -> None:
    ask = {"near": "47.3,51.883", "within": "15", "as_of": "2011-11-01"}
    (one,) = desk.get("/api/incidents", ask).json()["incidents"]
    assert (one["within"], one["reports"], one["place"]["name"]) == ("possible", 1, "Atyrau")
    assert desk.get("/api/incidents", {"near": "10,10"}).json()["incidents"] == []


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("near=here", "is not a point"), ("near=1,2&within=far", "is not a point"), ("near=95,0", "circle"),
        ("near=nan,0", "circle"), ("limit=0", "limit"), ("offset=-1", "offset"), ("as_of=soon", "is not a time"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_refused_in_words(desk: Client, query: str, words: str) -> None:
    answer = desk.get(f"/api/incidents?{query}")
    assert answer.status_code == 400
    assert words in answer.json()["error"]


def test_one_incident_whole_as_of_a_time(desk: Client) -> None:
    name = desk.get("/api/incidents", {"offset": "1"}).json()["incidents"][0]["id"]
    now, then = (desk.get(f"/api/incidents/{name}", ask).json() for ask in ({}, {"as_of": "2011-11-01"}))
    assert (now["id"], now["fields"]["killed"]["words"], len(now["behind"]["reports"])) == (name, "2 killed", 2)
    assert (then["fields"]["killed"]["words"], len(then["behind"]["reports"])) == ("1 killed", 1)
    unknown = then["fields"]["perpetrator"]
    assert (unknown["state"], unknown["datum"]) == ("not_reported", None)


def test_an_incident_that_is_not_known_is_not_found(desk: Client) -> None:
    answer = desk.get("/api/incidents/KAZ-000000")
    assert answer.status_code == 404
    assert "no incident" in answer.json()["error"]
