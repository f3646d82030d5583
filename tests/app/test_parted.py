"""A merge taken back: what came meanwhile goes to the side it tells of, or is listed for review."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ledger_sample import at, blast, store, store_apart
from sayso.app.inputs import Item
from sayso.model import Reading

WHO = {"author": "Ann Reviewer", "reason": "one street, two names"}
BACK = {"author": "Bo", "reason": "two towns"}
BRIDGE = "Shops on Satpayev Street lost their windows near the Ural bridge, and the Makhambet school closed."
HARBOUR = "The Damba harbour closed, ferries to Baku waited, and guards searched the Caspian pier."


@pytest.fixture
def two(ledger: Path) -> tuple[str, str]:
    """Two bombings of one day in one town, with two reports each; the one opened first before the other."""
    from sayso.app.as_of import list_incidents

    first, second = store_apart(
        blast("Daily Steppe", 2, known=at(1), more=BRIDGE), blast("West Wind", 4, known=at(1, 13), more=HARBOUR)
    )
    store(
        blast("Gulf Herald", 2, known=at(2), more=BRIDGE + " Police came."),
        blast("Harbour Post", 4, known=at(4), more=HARBOUR + " Crews stayed aboard."),
    )
    assert {line.id: line.n_reports for line in list_incidents()} == {first: 2, second: 2}
    return first, second


def reports(incident: str) -> set[str]:
    from sayso.app.judge_subjects import reports_in

    return set(reports_in(incident))


def late(*made: tuple[Item, Reading]) -> list[str]:
    """Store reports that count from now on; gives their keys."""
    store(*made, since=datetime.now(UTC))
    return [f"{reading.document.id}/i1" for _, reading in made]


def test_what_came_while_a_merge_stood_goes_to_the_side_it_tells_of(two: tuple[str, str]) -> None:
    from sayso.app.judge import judge, withdraw

    merged = judge("merge", two[0], other=two[1], **WHO)
    keys = late(
        blast("North Star", 4, known=at(5), more=HARBOUR + " Nobody was let in."),
        blast("Evening Steppe", 2, known=at(5), more=BRIDGE + " Buses did not run."),
    )  # fmt: skip
    assert set(keys) <= reports(two[0])
    withdraw(merged.id, **BACK)
    assert keys[0] in reports(two[1])
    assert keys[1] in reports(two[0])
    assert (len(reports(two[0])), len(reports(two[1]))) == (3, 3)


def test_a_merge_of_the_linker_that_a_person_takes_back_is_shared_out_too(two: tuple[str, str]) -> None:
    from sayso.app.judge import judge
    from sayso.app.parted import shared_by
    from sayso.store.writer import Writer

    with Writer().turn():
        Writer().redirect(two[1], two[0], datetime.now(UTC), why="alike", made_by="link/2")
    (key,) = late(blast("North Star", 4, known=at(5), more=HARBOUR + " Nobody was let in."))
    parted = judge("reject", "+".join(two), **BACK)
    assert key in reports(two[1])
    assert shared_by(parted).moved == ((key, two[1]),)


def test_what_was_read_again_meanwhile_goes_back_where_it_was(two: tuple[str, str]) -> None:
    from sayso.app.judge import judge, withdraw
    from sayso.app.linking import relink_reading
    from sayso.store.closed import time_of_act
    from sayso.store.writer import Writer

    merged = judge("merge", two[0], other=two[1], **WHO)
    before = reports(two[0])
    item, reading = blast("West Wind", 4, known=at(1, 13), more=HARBOUR)
    with Writer().turn():
        Writer().add_reading(relink_reading(item, replace(reading, reader="hand/2"), time_of_act()))
    assert reports(two[0]) == before
    withdraw(merged.id, **BACK)
    assert f"{reading.document.id}/i1" in reports(two[1])
    assert (len(reports(two[0])), len(reports(two[1]))) == (2, 2)


def test_what_tells_of_neither_more_than_of_the_other_is_listed(two: tuple[str, str]) -> None:
    from sayso.app.judge import judge, withdraw
    from sayso.app.parted import open_doubts, shared_by
    from sayso.app.review_queue import queue

    merged = judge("merge", two[0], other=two[1], **WHO)
    (key,) = late(blast("Far Away Times", None, known=at(5)))
    if key not in reports(two[0]):  # the linker did not join it: a person did
        pytest.fail("the sample does not show what it is for")
    back = withdraw(merged.id, **BACK)
    assert key in reports(two[0])
    assert shared_by(back).unsure == ((key, "+".join(sorted(two))),)
    assert [(k, where) for k, where, _ in open_doubts()] == [(key, two[0])]
    (item,) = queue(kind="unsure")
    assert (item.subject, item.incident) == (key, two[0])
    judge("not_this_incident", key, other=two[1], **BACK)
    assert queue(kind="unsure") == ()
    assert key in reports(two[1])


def test_what_a_person_decided_meanwhile_stays(two: tuple[str, str]) -> None:
    from sayso.app.judge import judge, withdraw

    merged = judge("merge", two[0], other=two[1], **WHO)
    (key,) = late(blast("North Star", 4, known=at(5), more=HARBOUR + " Nobody was let in."))
    judge("accept", key, author="Cem", reason="it names the bridge in a picture")
    withdraw(merged.id, **BACK)
    assert key in reports(two[0])


def test_the_past_stays_as_it_was_answered(two: tuple[str, str]) -> None:
    from sayso.app.as_of import list_incidents
    from sayso.app.judge import judge, withdraw
    from sayso.store.closed import time_of_act

    merged = judge("merge", two[0], other=two[1], **WHO)
    late(blast("North Star", 4, known=at(5), more=HARBOUR + " Nobody was let in."))
    asked = time_of_act()
    before = list_incidents(asked)
    withdraw(merged.id, **BACK)
    assert list_incidents(asked) == before
    assert [line.n_reports for line in before] == [5]
