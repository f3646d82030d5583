"""`sayso judge`, `sayso reread` and `sayso agreement` as a person types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ledger_sample import at, blast, store
from sayso.model import SaysoError

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


@pytest.fixture
def house(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An incident of two reports; gives its id."""
    from sayso.app.as_of import list_incidents

    monkeypatch.setenv("SAYSO_DATA", str(ledger))
    monkeypatch.setenv("SAYSO_AUTHOR", "Ann Reviewer")
    store(blast("Daily Steppe", 2, known=at(1)), blast("Gulf Herald", 3, known=at(2), speaker="Aru Bekova"))
    return list_incidents()[0].id


def sayso(*words: str) -> str:
    from sayso.cli.main import app

    result = CliRunner().invoke(app, list(words))
    if isinstance(result.exception, SaysoError):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.output


def listed(*words: str) -> list[dict]:
    return [json.loads(line) for line in sayso("judge", "list", "--json", *words).splitlines()]


def test_a_value_is_given_listed_shown_and_withdrawn(house: str) -> None:
    assert "killed: 7" in sayso("judge", "value", house, "killed", "7", "--reason", "ministry's list")
    row = listed("--incident", house)[0]
    assert (row["author"], row["reason"], row["shown"]) == ("Ann Reviewer", "ministry's list", "7")
    assert "7 killed" in sayso("show", house)
    sayso("judge", "withdraw", row["id"][:10], "--reason", "old list", "--author", "Bo")
    assert listed()[0]["withdrawn"]["author"] == "Bo"
    assert "7 killed" not in sayso("show", house)


def test_a_person_s_value_stands_in_the_json_with_its_judgement(house: str) -> None:
    sayso("judge", "value", house, "killed", "7", "--reason", "ministry's list")
    shown = json.loads(sayso("show", house, "--json"))
    killed = shown["fields"]["killed"]
    assert (shown["id"], killed["words"], killed["reviewed"]) == (house, "7 killed", True)
    assert killed["judgement"] == listed("--incident", house)[0]["id"]


def test_ids_are_shown_and_their_start_is_enough(house: str) -> None:
    told = sayso("judge", "list", "--incident", house.lower())
    report = next(line.split()[0] for line in told.splitlines() if "Gulf Herald" in line)
    said = next(line.split()[0] for line in told.splitlines() if "killed: 2" in line)
    assert "rejected: killed 2" in sayso("judge", "reject", said, "--reason", "too early")
    assert "belongs to" in sayso("judge", "not-this-incident", report, "--reason", "another day")
    both = [i["id"] for i in map(json.loads, sayso("incidents", "--json").splitlines())]
    assert "are one incident" in sayso("judge", "merge", *both, "--reason", "one after all")
    assert "are two incidents" in sayso("judge", "apart", *both, "--reason", "two after all")
    assert len(sayso("incidents", "--json").splitlines()) == 2


def test_evidence_is_kept_in_its_own_words(house: str) -> None:
    from sayso.app.judge_subjects import reports_in

    document = reports_in(house)[0].partition("/")[0]
    sayso("judge", "value", house, "killed", "2", "--evidence", f"{document[:12]}:0-6", "--reason", "first line")
    assert listed()[0]["evidence"]["words"] == "A bomb"


def test_wrong_use_is_one_line_with_the_next_step(house: str) -> None:
    for words in (
        ("value", house, "killed", "lots", "--reason", "x"), ("merge", house, "NO-1", "--reason", "x"),
        ("accept", "zz", "--reason", "x"), ("reject", house, "--reason", "x"), ("withdraw", "ff", "--reason", "x"),
        ("value", house, "place", "Xyzzyville", "--reason", " "),
    ):  # fmt: skip
        with pytest.raises(SaysoError) as caught:
            sayso("judge", *words)
        assert caught.value.hint, words


def test_agreement_counts_second_opinions(house: str) -> None:
    told = sayso("judge", "list", "--incident", house)
    ids = [line.split()[0] for line in told.splitlines() if "“" in line][:3]
    for n, pk in enumerate(ids):
        sayso("judge", "accept", pk, "--reason", "read it")
        kind = "reject" if n == 0 else "accept"
        sayso("judge", kind, pk, "--second", "--author", "Bo", "--reason", "read it too")
    report = json.loads(sayso("agreement", "--json"))
    assert [(g["group"], g["items"]) for g in report["groups"]] == [("values", 3)]
    assert [d["open"] for d in report["disagreements"]] == [True]
    told = sayso("agreement")
    assert "to adjudicate: accepted or rejected values" in told
    assert "reviewers: Ann Reviewer, Bo" in told
    right = report["disagreements"][0]["judgements"][1]["id"]
    assert "sayso judge uphold ID" in told
    assert "upheld: rejected" in sayso("judge", "uphold", right[:12], "--author", "Chief", "--reason", "read it again")
    assert [d["open"] for d in json.loads(sayso("agreement", "--json"))["disagreements"]] == [False]


def test_a_second_opinion_is_another_persons(house: str) -> None:
    told = sayso("judge", "list", "--incident", house)
    pk = next(line.split()[0] for line in told.splitlines() if "“" in line)
    assert "once somebody does" in sayso("judge", "accept", pk, "--second", "--author", "Bo", "--reason", "first")
    sayso("judge", "accept", pk, "--reason", "read it")
    with pytest.raises(SaysoError) as caught:
        sayso("judge", "reject", pk, "--second", "--reason", "again")
    assert "--author" in caught.value.hint
    assert "sayso agreement" in sayso("judge", "reject", pk, "--second", "--author", "Bo", "--reason", "looked again")


def test_the_way_to_a_second_opinion_is_told(house: str) -> None:
    told = sayso("agreement")
    assert "--second" in told
    assert "blind" in told


def test_an_up_to_date_ledger_is_read_again_by_nobody(house: str) -> None:
    sayso("reread")  # samples were written by hand: another reader reads nothing of the kind in them, or the same
    assert "0 read again" in sayso("reread")
    sayso("judge", "moved")
