"""The life of a claim: each standing with the day it was first said."""

from test_weigh import said

from sayso.model import Perpetrator
from sayso.weigh import Said, lifecycle


def by(name: str, status: str, day: int, origin: str = "o1", *, named: bool = True, **more: str) -> Said:
    return said(Perpetrator(name, status, named), origin, day, field="perpetrator", **more)


def test_a_claim_is_followed_from_unknown_to_convicted() -> None:
    order = ["unknown", "claimed", "denied", "suspected", "accused", "charged", "convicted"]
    said_ = [by("gunmen", "unknown", 1, named=False), *(by("Red Dawn", s, n) for n, s in enumerate(order[1:], start=2))]
    steps = lifecycle(list(reversed(said_)))
    assert [s.status for s in steps] == order
    assert [s.at.day for s in steps] == [1, 2, 3, 4, 5, 6, 7]
    assert [s.name for s in steps] == ["gunmen", *["Red Dawn"] * 6]


def test_a_standing_is_told_once_with_all_who_say_it() -> None:
    steps = lifecycle([by("Red Dawn", "claimed", 2), by("the Red Dawn group", "claimed", 3, "o2")])
    assert [(s.name, s.at.day, len(s.ids)) for s in steps] == [("the Red Dawn group", 2, 2)]


def test_what_is_said_not_to_be_so_is_denied() -> None:
    assert [s.status for s in lifecycle([by("Red Dawn", "claimed", 2, polarity="negated")])] == ["denied"]


def test_a_question_is_no_step() -> None:
    assert lifecycle([by("Red Dawn", "claimed", 2, polarity="questioned")]) == ()


def test_a_guess_is_a_suspicion() -> None:
    assert [s.status for s in lifecycle([by("Red Dawn", "stated", 2, certainty="suspected")])] == ["suspected"]


def test_an_acronym_and_the_full_name_of_an_armed_group_are_one() -> None:
    steps = lifecycle([by("TPLF", "claimed", 2), by("Tigray People's Liberation Front", "claimed", 3, "o2")])
    assert [(s.name, len(s.ids)) for s in steps] == [("Tigray People's Liberation Front", 2)]
