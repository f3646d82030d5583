"""Why a field shows what it shows: everything that was said, who stands behind it, and what was outranked."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from ledger_sample import at, blast, claim, said, store
from sayso.model import Figure, SaysoError


@pytest.fixture
def story(ledger: Path) -> str:
    """Two dead; four by an official, copied once; an edited article; a claim, and its denial. Gives the incident."""
    from sayso.app.as_of import list_incidents

    url = "https://north.example/1"
    more = "The market was full when it happened and nobody saw who left the bag between the stalls that morning."
    store(
        blast("Daily Steppe", 2, known=at(1)), blast("Gulf Herald", 4, known=at(2), speaker="Chief Abaev", more=more),
        blast("West Wind", 4, known=at(2, 18), speaker="Chief Abaev", more=more),
        blast("North Star", 5, known=at(3), url=url), blast("North Star", 3, known=at(3, 14), url=url),
        claim("East Post", "Red Dawn", at(4)), claim("Far Post", "Red Dawn", at(5), "negated"),
    )  # fmt: skip
    return list_incidents()[0].id


def test_everything_said_is_there_with_its_reason(story: str) -> None:
    from sayso.app.explain import explain

    e = explain(story, "killed")
    assert (e.shown, e.rule, e.value.n_reports, e.value.n_origins) == ("4 killed", "latest_official", 2, 1)
    assert "Chief Abaev said it on 2011-11-01, no official anything later." in e.why
    assert [(v.text, v.shown, v.n_reports) for v in e.values] == [
        ("4 killed", True, 2), ("2 killed", False, 1), ("3 killed", False, 1), ("5 killed", False, 0),
    ]  # fmt: skip
    told = {v.text: v.rows[0].why_not for v in e.values}
    assert told == {
        "4 killed": "", "2 killed": "no official says it", "3 killed": "no official says it",
        "5 killed": "no longer in the article, captured again 2011-11-03 14:00 UTC",
    }  # fmt: skip


def test_the_chain_and_the_sentence_stand_beside_each_value(story: str) -> None:
    from sayso.app.explain import explain

    row = next(r for r in explain(story, "killed").values[0].rows if r.row.outlet == "Gulf Herald")
    assert [v.name for v in row.row.chain] == ["Gulf Herald", "Chief Abaev"]
    assert row.row.words in row.row.quote
    assert (row.said_at.day, row.row.known_from, row.since) == (1, at(2), at(2))  # said on the day it was published


def test_the_origins_behind_it_have_their_evidence(story: str) -> None:
    from sayso.app.explain import explain

    behind = explain(story, "killed").behind
    assert (len(behind.reports), [n.name for n in behind.origins]) == (2, ["Chief Abaev"])
    assert {e.kind for e in behind.edges} == {"copy_of", "cites"}


def test_a_claim_has_its_life(story: str) -> None:
    from sayso.app.explain import explain

    e = explain(story, "perpetrator")
    assert [(s.status, s.name, s.at.day, s.chain[-1]) for s in e.life] == [
        ("claimed", "Red Dawn", 1, "Red Dawn"), ("denied", "Red Dawn", 1, "Red Dawn"),
    ]  # fmt: skip
    assert all("it did this" in s.quote for s in e.life)
    assert [d.reason for d in e.disagreements] == ["denial"]


def test_an_explanation_is_as_of_a_time_and_under_a_rule(story: str) -> None:
    from sayso.app.explain import explain

    assert explain(story, "killed", at(1)).shown == "2 killed"
    assert explain(story, "killed", at(3)).shown == "4 killed"
    assert explain(story, "killed", rule={"killed": "highest"}).shown == "4 killed"
    assert explain(story, "killed", rule="killed=lowest").why.startswith("The rule lowest takes the lowest figure.")


def test_what_nobody_says_is_explained_too(story: str) -> None:
    from sayso.app.explain import explain

    e = explain(story, "injured")
    assert (e.shown, e.values, e.value.state) == ("not reported", (), "not_reported")
    assert "unknown is not zero" in e.why


def test_decisions_of_persons_are_told_as_such(story: str) -> None:
    from sayso.app.explain import explain
    from sayso.app.judge import judge, withdraw

    wrong = explain(story, "killed").values[1].rows[0].row.id
    judge("reject", wrong, author="Ana", reason="an old figure")
    row = next(r for v in explain(story, "killed").values for r in v.rows if r.row.id == wrong)
    assert (row.review, row.counts, row.why_not) == ("rejected", False, "rejected by Ana: an old figure")
    given = judge("other_value", story, author="Ben", reason="the court's count", field="killed", value="6")
    e = explain(story, "killed")
    assert (e.shown, e.value.reviewed, e.value.judgement) == ("6 killed", True, given.id)
    assert e.why == "Ben gave this value; what a person decides outranks every rule."
    assert e.given is not None
    assert {j.author for j in e.judgements} == {"Ana", "Ben"}
    withdraw(given.id, author="Ben", reason="misread")
    assert explain(story, "killed").shown == "4 killed"


def test_sums_are_told(ledger: Path) -> None:
    from sayso.app.as_of import list_incidents
    from sayso.app.explain import explain

    item, reading = blast("Daily Steppe", 3, known=at(1), more="One of them was the bomber.")
    words = said(reading.document.text, "killed", "One of them was the bomber", Figure(1, 1, "the bomber"))
    report = replace(reading.reports[0], assertions=(*reading.reports[0].assertions, words))
    store((item, replace(reading, reports=(report,))), blast("Gulf Herald", 2, known=at(2)))
    e = explain(list_incidents()[0].id, "killed")
    assert [s.words for s in e.sums] == [
        "3 killed = 2 killed + 1 killed (the bomber)", "1 killed (the bomber) of 3 killed",
    ]  # fmt: skip
    assert e.disagreements[0].reason == "scope"


def test_the_json_is_plain_and_named(story: str) -> None:
    from sayso.app.explain import explain
    from sayso.app.explain_json import explanation_json

    plain = json.loads(json.dumps(explanation_json(explain(story, "perpetrator", at(5)))))
    assert plain["schema"] == "sayso.explanation/1"
    assert set(plain) == {
        "schema", "incident", "title", "field", "as_of", "rule", "value", "why", "given", "values", "behind",
        "disagreements", "sums", "judgements", "life",
    }  # fmt: skip
    manual = (Path(__file__).resolve().parents[2] / "docs/explain.md").read_text()
    assert [name for name in (*plain, *plain["values"][0], *plain["life"][0]) if f"`{name}`" not in manual] == []


def test_unknown_fields_and_incidents_are_refused(story: str) -> None:
    from sayso.app.explain import explain

    with pytest.raises(SaysoError) as field:
        explain(story, "kiled")
    assert "killed, injured" in field.value.hint
    with pytest.raises(SaysoError, match="as of 2011-11-01 00:00"):
        explain(story, "killed", at(1, 0))


def test_what_came_late_says_from_when_it_counts(ledger: Path) -> None:
    from sayso.app.as_of import incident_page, list_incidents
    from sayso.app.explain import explain

    store(blast("Daily Steppe", 2, known=at(2)))
    store(blast("Gulf Herald", 4, known=at(1)), since=at(6))
    page = incident_page(list_incidents()[0].id)
    assert [(r.outlet, r.late, r.since) for r in page.reports] == [
        ("Gulf Herald", True, at(6)), ("Daily Steppe", False, at(2)),
    ]  # fmt: skip
    row = next(r for v in explain(page.line.id, "killed").values for r in v.rows if r.row.outlet == "Gulf Herald")
    assert (row.row.known_from, row.since) == (at(1), at(6))
