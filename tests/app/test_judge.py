"""Decisions of persons: made, followed by everything, taken back, and never felt before their moment."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from ledger_sample import ATYRAU, at, blast, store
from sayso.model import Figure, Place, SaysoError

AKTAU = Place("Aktau", "Kazakhstan", "KZ", "Mangghystau", 610612, 43.65, 51.17, "settlement", 8_000.0)
WHO = {"author": "Ann Reviewer", "reason": "read both articles"}


@pytest.fixture
def two(ledger: Path) -> tuple[str, str]:
    """Two reports from Atyrau, one incident; one from Aktau, another. Gives their ids."""
    from sayso.app.as_of import list_incidents

    store(
        blast("Daily Steppe", 2, known=at(1)), blast("Gulf Herald", 3, known=at(2), speaker="Aru Bekova"),
        blast("West Wind", 4, known=at(3), place=AKTAU),
    )  # fmt: skip
    lines = sorted(list_incidents(), key=lambda line: -line.n_reports)
    assert [line.n_reports for line in lines] == [2, 1]
    return lines[0].id, lines[1].id


def reports(incident: str) -> list[str]:
    from sayso.app.judge_subjects import reports_in

    return list(reports_in(incident))


def page(incident: str, as_of=None):
    from sayso.app.as_of import incident_page

    return incident_page(incident, as_of)


def assertion(incident: str, field: str, words: str) -> str:
    rows = [a for f in page(incident).fields if f.field == field for a in f.assertions]
    return next(a.id for a in rows if words in a.words)


def test_merged_incidents_are_one_and_come_apart_again(two: tuple[str, str]) -> None:
    from sayso.app.as_of import list_incidents
    from sayso.app.judge import judge, withdraw

    made = judge("merge", two[0], other=two[1], **WHO)
    assert [line.n_reports for line in list_incidents()] == [3]
    assert page(two[1]).line.id == page(two[0]).line.id
    assert len(list_incidents(made.at - timedelta(microseconds=1))) == 2
    back = withdraw(made.id, author="Bo", reason="two towns")
    assert sorted(line.n_reports for line in list_incidents()) == [1, 2]
    assert [line.n_reports for line in list_incidents(back.at - timedelta(microseconds=1))] == [3]


def test_split_reports_are_an_incident_of_their_own_until_withdrawn(two: tuple[str, str]) -> None:
    from sayso.app.as_of import list_incidents
    from sayso.app.judge import judge, withdraw

    last = reports(two[0])[1]
    made = judge("split", two[0], reports=[last], **WHO)
    assert sorted(line.n_reports for line in list_incidents()) == [1, 1, 1]
    assert judge("split", two[0], reports=[last], **WHO) == made  # said twice is said once
    withdraw(made.id, **WHO)
    assert sorted(reports(two[0]))[:2] == sorted(reports(two[0]))
    assert sorted(line.n_reports for line in list_incidents()) == [1, 2]


def test_a_report_can_be_sent_to_another_incident_and_back(two: tuple[str, str]) -> None:
    from sayso.app.judge import judge, withdraw

    key = reports(two[0])[0]
    made = judge("not_this_incident", key, other=two[1], **WHO)
    assert key in reports(two[1])
    assert judge("not_this_incident", key, other=two[1], **WHO) == made
    withdraw(made.id, **WHO)
    assert key in reports(two[0])


def test_a_report_of_nothing_makes_its_incident_vanish_until_withdrawn(two: tuple[str, str]) -> None:
    from sayso.app.as_of import list_incidents
    from sayso.app.judge import judge, withdraw

    made = judge("reject", reports(two[1])[0], **WHO)
    assert [line.id for line in list_incidents()] == [two[0]]
    withdraw(made.id, **WHO)
    assert {line.id for line in list_incidents()} == set(two)


def test_a_rejected_assertion_does_not_count_but_stays_listed(two: tuple[str, str]) -> None:
    from sayso.app.judge import judge, withdraw

    assert page(two[0]).line.killed.datum == Figure(3, 3)
    wrong = assertion(two[0], "killed", "3")
    made = judge("reject", wrong, **WHO)
    assert page(two[0]).line.killed.datum == Figure(2, 2)
    assert assertion(two[0], "killed", "3") == wrong
    assert page(two[0], made.at - timedelta(microseconds=1)).line.killed.datum == Figure(3, 3)
    withdraw(made.id, **WHO)
    assert page(two[0]).line.killed.datum == Figure(3, 3)


def test_another_value_outranks_every_rule(two: tuple[str, str]) -> None:
    from sayso.app.as_of import incident_page, list_incidents
    from sayso.app.judge import judge, withdraw

    made = judge("other_value", two[0], field="killed", value="7", **WHO)
    for rule in ("lowest", "latest_official", "highest"):
        assert incident_page(two[0], rule=rule).line.killed.datum == Figure(7, 7)
    assert next(line for line in list_incidents() if line.id == two[0]).killed.datum == Figure(7, 7)
    withdraw(made.id, **WHO)
    assert page(two[0]).line.killed.datum == Figure(3, 3)


def test_another_place_and_type_are_shown(two: tuple[str, str]) -> None:
    from sayso.app.judge import judge

    judge("other_value", two[0], field="place", value="610529", **WHO)
    judge("other_value", two[0], field="type", value="explosion", **WHO)
    judge("other_value", two[0], field="happened", value="2011-10-30", **WHO)
    line = page(two[0]).line
    assert line.place is not None
    assert line.place.geonames_id == ATYRAU.geonames_id
    assert (line.type, line.family) == ("explosion", "accident")
    assert line.happened is not None
    assert line.happened.value == "2011-10-30"


def test_what_the_merged_incident_was_given_follows_it(two: tuple[str, str]) -> None:
    from sayso.app.judge import judge

    judge("other_value", two[1], field="injured", value="12", **WHO)
    judge("merge", *[two[0]], other=two[1], **WHO)
    assert page(two[0]).line.injured.datum == Figure(12, 12)


def test_the_same_decision_again_is_the_one_that_stands(two: tuple[str, str]) -> None:
    from sayso.app.judge import judge
    from sayso.store.models import JudgementRow

    wrong = assertion(two[0], "killed", "3")
    first = judge("reject", wrong, **WHO)
    assert judge("reject", wrong[:12], **WHO) == first
    judge("accept", wrong, **WHO)
    assert judge("reject", wrong, **WHO) != first  # a change of mind is a decision
    assert JudgementRow.objects.count() == 3


def test_a_second_opinion_changes_nothing(two: tuple[str, str]) -> None:
    from sayso.app.judge import judge

    judge("reject", assertion(two[0], "killed", "3"), second=True, **WHO)
    judge("merge", two[0], other=two[1], second=True, **WHO)
    assert page(two[0]).line.killed.datum == Figure(3, 3)
    assert page(two[1]).line.id == two[1]


def test_history_tells_author_time_and_reason(two: tuple[str, str]) -> None:
    from sayso.app.judge import history, judge, withdraw

    made = judge("reject", assertion(two[0], "killed", "3"), **WHO)
    judge("not_this_incident", reports(two[0])[0], other=two[1], **WHO)
    withdraw(made.id, author="Bo", reason="it is right")
    told = history(two[0])
    assert [d.judgement.kind for d in told] == ["not_this_incident", "reject"]
    assert told[1].withdrawn is not None
    assert (told[1].withdrawn.author, told[1].withdrawn.reason) == ("Bo", "it is right")
    assert told[1].said.startswith("rejected: killed 3")


@pytest.mark.parametrize(
    ("kind", "subject", "more"),
    [
        ("merge", "KAZ-NOPE", {"other": "KAZ-NADA"}), ("merge", "{0}", {"other": "{0}"}), ("accept", "ffff", {}),
        ("not_this_incident", "{1}", {}), ("other_value", "{0}", {"field": "killed", "value": "some"}),
        ("other_value", "{0}", {"field": "place", "value": "Xyzzyville"}), ("split", "{0}", {}), ("praise", "{0}", {}),
        ("other_value", "{0}", {"field": "killed", "value": "3", "evidence": ("{doc}", 5, 99999)}),
        ("accept", "{0}", {"reason": "  "}), ("accept", "{0}", {"author": ""}),
    ],
)  # fmt: skip
def test_what_cannot_be_judged_says_why_and_what_next(
    two: tuple[str, str], kind: str, subject: str, more: dict
) -> None:
    from sayso.app.judge import judge
    from sayso.store.models import JudgementRow

    document = reports(two[0])[0].partition("/")[0]
    given = {**WHO, **more}
    fill = {k: v.format(*two) if isinstance(v, str) else v for k, v in given.items()}
    if "evidence" in fill:
        fill["evidence"] = (document, *fill["evidence"][1:])
    with pytest.raises(SaysoError) as caught:
        judge(kind, subject.format(*two), **fill)
    assert caught.value.hint
    assert not JudgementRow.objects.exists()


def test_the_only_report_cannot_be_sent_away_into_nothing(two: tuple[str, str]) -> None:
    from sayso.app.judge import judge

    with pytest.raises(SaysoError, match="only report"):
        judge("not_this_incident", reports(two[1])[0], **WHO)


def test_a_merge_upheld_by_another_survives_the_withdrawal_of_one(two: tuple[str, str]) -> None:
    from sayso.app.judge import judge, withdraw

    made = judge("merge", two[0], other=two[1], **WHO)
    other = judge("merge", two[0], other=two[1], author="Bo", reason="so do I")
    assert other.id != made.id
    withdraw(made.id, **WHO)
    assert page(two[1]).line.id == page(two[0]).line.id
