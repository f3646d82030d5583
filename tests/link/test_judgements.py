"""Which decisions stand, what they say, and what they ask of the linker."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sayso.link.judgements import deciding, judged, pair, standing, ties
from sayso.model import Figure, Judged, Judgement

NOBODY = Judged()
START = datetime(2026, 3, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def made(number: int, kind: str, subject: str, author: str = "Ann", **payload: object) -> Judgement:
    told = json.dumps(payload) if payload else ""
    return Judgement(f"j{number}", kind, subject, author, START + number * DAY, "why", told)  # type: ignore[arg-type]


def about(rows: list[Judgement], said: set[str], names: set[str]) -> Judged:
    """What was decided about one incident that the ids in ``names`` are part of."""
    return judged(rows, {"it": said}, dict.fromkeys(names, "it")).get("it", NOBODY)


def moved(number: int, kind: str, subject: str, reports: list[str], out_of: str, to: str, **more: object) -> Judgement:
    anchors = {key: [[0, 5]] for key in reports}
    return made(number, kind, subject, incident=out_of, to=to, reports=reports, anchors=anchors, **more)


def test_what_is_withdrawn_does_not_stand() -> None:
    accept, reject = made(1, "accept", "a"), made(2, "reject", "b")
    assert standing([accept, reject, made(3, "withdraw", "j1")]) == (reject,)


def test_the_last_decision_about_a_subject_counts_whoever_made_it() -> None:
    rows = [made(2, "reject", "a", "Bo"), made(1, "accept", "a")]
    assert about(rows, {"a"}, {"I"}).rejected == {"a"}
    assert about([*rows, made(3, "withdraw", "j2")], {"a"}, {"I"}).accepted == {"a"}


def test_a_second_opinion_decides_nothing() -> None:
    rows = [made(1, "accept", "a"), made(2, "reject", "a", "Bo", second=True)]
    assert about(rows, {"a"}, {"I"}).accepted == {"a"}
    assert ties([made(1, "reject", "A+B", second=True)], {}).pairs == frozenset()


def test_a_carried_judgement_counts_where_it_was_carried_to() -> None:
    rows = [made(1, "reject", "old"), made(2, "carried", "new", of="j1")]
    assert about(rows, {"new"}, {"I"}).rejected == {"new"}
    assert about([*rows, made(3, "withdraw", "j1")], {"new"}, {"I"}).rejected == frozenset()


def test_another_value_is_the_last_given_and_follows_a_merge() -> None:
    def value(number: int, incident: str, low: int) -> Judgement:
        return made(number, "other_value", incident, field="killed", value={"is": "Figure", "low": low, "high": low})

    found = about([value(1, "A", 3), value(2, "B", 5)], set(), {"A", "B"})
    assert [(o.field, o.datum, o.judgement.id) for o in found.other] == [("killed", Figure(5, 5), "j2")]
    assert about([value(1, "A", 3)], set(), {"B"}).other == ()


def test_a_report_taken_out_is_at_home_elsewhere_and_kept_out() -> None:
    found = ties([moved(1, "not_this_incident", "d/i1", ["d/i1"], "A", "N")], {})
    assert found.home == {"d/i1": "N"}
    assert found.apart == {"d/i1": {"A"}}
    assert not found.may_merge("N", "A")
    assert found.may_merge("N", "B")


def test_a_later_merge_lets_what_was_split_come_together_again() -> None:
    rows = [moved(1, "split", "A", ["d/i1"], "A", "N"), made(2, "merge", pair("A", "N"))]
    found = ties(rows, {"N": "A"})
    assert found.home == {"d/i1": "A"}
    assert found.apart == {}
    assert found.may_merge("A", "N")


def test_constraints_are_about_the_survivors() -> None:
    found = ties([moved(1, "split", "A", ["d/i1"], "A", "N"), made(2, "reject", pair("B", "C"))], {"A": "S", "C": "T"})
    assert found.apart == {"d/i1": {"S"}}
    assert found.pairs == {pair("N", "S"), pair("B", "T")}


def test_a_report_of_nothing_is_nowhere_until_somebody_says_otherwise() -> None:
    away = made(1, "reject", "d/i1", incident="A")
    assert ties([away], {}).nowhere == {"d/i1": "A"}
    back = ties([away, made(2, "accept", "d/i1", incident="A")], {})
    assert (back.nowhere, back.home) == ({}, {"d/i1": "A"})


KINDS = st.sampled_from(["accept", "reject"])


@given(st.lists(st.tuples(KINDS, st.sampled_from("abc"), st.sampled_from(["Ann", "Bo"])), max_size=8), st.data())
def test_the_order_of_rows_does_not_matter_and_withdrawing_is_forgetting(
    acts: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    rows = [made(n, kind, subject, author) for n, (kind, subject, author) in enumerate(acts)]
    mixed = data.draw(st.permutations(rows))
    assert deciding(mixed) == deciding(rows)
    if rows:
        gone = data.draw(st.sampled_from(rows))
        without = [r for r in rows if r is not gone]
        assert deciding([*rows, made(99, "withdraw", gone.id)]) == deciding(without)
