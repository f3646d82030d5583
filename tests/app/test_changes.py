"""What changed since a time: from what to what, why, and through whom."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ledger_sample import at, blast, claim, store
from sayso.app.change_parts import Change
from sayso.model import SaysoError


def told(since: datetime, until: datetime | None = None, **more: str) -> list[Change]:
    from sayso.app.changes import changes

    return list(changes(since, until, **more))


def kinds(some: list[Change]) -> list[tuple[str, str, str, str]]:
    return [(c.kind, c.field, c.before, c.after) for c in some]


@pytest.fixture
def story(ledger: Path) -> str:
    """Two dead, then four by an official, then a claim; gives the incident."""
    from sayso.app.as_of import list_incidents

    store(
        blast("Daily Steppe", 2, known=at(1)), blast("Gulf Herald", 4, known=at(2), speaker="Chief Abaev"),
        claim("North Star", "Red Dawn", at(3)),
    )  # fmt: skip
    return list_incidents()[0].id


def test_a_value_changes_from_to_why_and_through_whom(story: str) -> None:
    found = told(at(1), at(2))
    assert kinds(found) == [
        ("value", "killed", "2 killed", "4 killed"),
        ("disagreement", "killed", "", found[1].after),
        ("origins", "", "1 report, 1 origin", "2 reports, 2 origins"),
    ]
    value = found[0]
    assert (value.at, value.cause, value.news, value.incident) == (at(2), "new_report", True, story)
    assert [t.chain for t in value.through] == [("Gulf Herald", "Chief Abaev")]
    assert "killed 4 people" in value.through[0].sentence
    assert "later update" in found[1].after or "the figure changed" in found[1].after


def test_a_new_incident_is_told_once(story: str) -> None:
    first = told(at(1, 0), at(1))
    assert kinds(first) == [("new_incident", "", "", "Bombing in Atyrau, Kazakhstan; 2 killed")]
    assert not told(at(1), at(1))


def test_a_claim_is_a_standing(story: str) -> None:
    found = told(at(2), at(3))
    assert ("perpetrator", "perpetrator", "", "Red Dawn claimed") in kinds(found)
    assert ("value", "perpetrator", "not reported", "Red Dawn (claimed)") in kinds(found)


def test_nothing_changed(story: str) -> None:
    assert told(at(3)) == []
    assert told(at(1), at(1, 20)) == []


def test_a_stretch_of_time_has_an_end_and_a_right_way_round(story: str) -> None:
    assert {c.at for c in told(at(1), at(2))} == {at(2)}
    with pytest.raises(SaysoError, match="end lies before"):
        told(at(3), at(2))


def test_one_incident_alone(story: str) -> None:
    assert told(at(1), incident=story.lower()) == told(at(1))
    with pytest.raises(SaysoError, match="no incident"):
        told(at(1), incident="XXX-000000")


def test_a_change_keeps_its_id_after_later_news(story: str) -> None:
    before = told(at(1), at(3))
    store(blast("West Wind", 9, known=at(4)))
    assert told(at(1), at(3)) == before
    assert len({c.id for c in before}) == len(before)


def test_a_new_reader_is_no_news(ledger: Path) -> None:
    from sayso.app.linking import relink_reading
    from sayso.store.writer import Writer

    item, reading = blast("Daily Steppe", 3, known=at(1))
    store((item, reading))
    first = reading.reports[0]
    better = replace(reading, reader="hand/2", reports=(replace(first, assertions=first.assertions[:-1]),))
    with Writer().turn():
        Writer().add_reading(relink_reading(item, better, at(5)))
    found = told(at(2))
    assert kinds(found) == [("value", "killed", "3 killed", "not reported")]
    assert (found[0].cause, found[0].news, found[0].at) == ("reader", False, at(5))


def test_what_came_late_is_told_when_it_came(ledger: Path) -> None:
    store(blast("Daily Steppe", 2, known=at(1)))
    store(blast("Gulf Herald", 4, known=at(1, 14)), since=at(6))
    found = told(at(2))
    assert [(c.kind, c.cause, c.at) for c in found if c.kind == "value"] == [("value", "late_report", at(6))]
    assert found[0].through[0].known_from == at(1, 14)
    assert told(at(1), at(5)) == []


def test_a_fact_that_an_article_changed_is_told_with_or_without_notice(ledger: Path) -> None:
    url = "https://daily-steppe.example/1"
    store(blast("Daily Steppe", 5, known=at(1), url=url), blast("Daily Steppe", 3, known=at(2, 14), url=url))
    edited = [c for c in told(at(1)) if c.kind == "edited"]
    assert kinds(edited) == [("edited", "killed", "5 killed", "3 killed")]
    assert (edited[0].cause, edited[0].reason, edited[0].at) == ("edited_report", "without a notice", at(2, 14))
    assert "killed 3" in edited[0].through[0].sentence
    store(blast("Daily Steppe", 2, known=at(3), url=url, more="Correction: an earlier version gave another toll."))
    edited = [c for c in told(at(2, 14)) if c.kind == "edited"]
    assert [c.reason for c in edited] == ["Correction: an earlier version gave another toll."]


def test_a_merge_is_told_of_both(ledger: Path) -> None:
    from sayso.app.as_of import list_incidents
    from sayso.store.writer import Writer

    store(blast("Daily Steppe", 2, known=at(1)), blast("Gulf Herald", 4, known=at(2), status="threatened"))
    old, new = sorted(list_incidents(), key=lambda line: line.last_changed)
    Writer().redirect(new.id, old.id, at(5), why="one happening", made_by="link/2")
    found = told(at(3))
    assert {(c.incident, c.kind, c.cause) for c in found if c.kind == "merged"} == {
        (new.id, "merged", "merge"), (old.id, "merged", "merge"),
    }  # fmt: skip
    assert next(c for c in found if c.incident == new.id).after == old.id
    Writer().redirect(new.id, old.id, at(6), why="two after all", made_by="link/2", holds=False)
    assert {(c.incident, c.kind) for c in told(at(5))} >= {(new.id, "split"), (old.id, "split")}


def test_a_decision_of_a_person_is_told_with_author_and_reason(story: str) -> None:
    from sayso.app.as_of import incident_page
    from sayso.app.judge import judge

    killed = next(f for f in incident_page(story).fields if f.field == "killed")
    wrong = next(a.id for a in killed.assertions if a.words == "killed 4")
    start = datetime.now(UTC) - timedelta(seconds=1)
    judge("reject", wrong, author="Ana", reason="the chief was misquoted")
    found = told(start)
    assert found[0].kind == "judged"
    assert ("value", "killed", "4 killed", "2 killed") in kinds(found)
    assert {(c.cause, c.by, c.reason) for c in found} == {("judgement", "Ana", "the chief was misquoted")}


def test_changes_are_plain_json(story: str) -> None:
    import json

    from sayso.app.change_words import change_json, change_words

    for change in told(at(1)):
        plain = json.loads(json.dumps(change_json(change)))
        assert plain["words"] == change_words(change)
        assert datetime.fromisoformat(plain["at"]) == change.at
