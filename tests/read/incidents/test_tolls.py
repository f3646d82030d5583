"""Tolls added up from values that count one person each."""

from sayso.app.read import read
from sayso.read.incidents.tolls import Toll, add_up


def toll(text: str) -> Toll:
    reading = read(text, published="2016-05-04")
    report = next(iter(reading))
    return add_up(report.assertions, reading.document.text)


def test_two_names_are_two_dead():
    text = (
        "Shooting at Elm Park\n\nA gunman opened fire at Elm Park on Tuesday, police said. Ana Petrov, 24, was killed. "
        "Marko Horvat, 31, was killed near the gate.\n\nThe park is closed."
    )
    assert toll(text).killed == 2


def test_the_same_person_told_twice_is_one():
    text = (
        "Man killed in Elm Park shooting\n\nA 24-year-old man was shot and killed in Elm Park on Tuesday, police said. "
        "Marko Horvat, 24, was shot to death near the gate.\n\nThe park is closed."
    )
    assert toll(text).killed == 1


def test_those_shot_include_the_dead():
    text = (
        "Shooting at Elm Park\n\nFive people were shot at Elm Park on Tuesday, police said. "
        "A woman was pronounced dead at the scene.\n\nThe park is closed."
    )
    assert toll(text) == Toll(1, 4)


def test_others_shot_do_not_include_the_dead():
    text = (
        "Shooting at Elm Park\n\nA man was killed and three others were shot at Elm Park on Tuesday, police said.\n\n"
        "The park is closed."
    )
    assert toll(text) == Toll(1, 3)


def test_a_perpetrator_who_dies_counts():
    text = (
        "Shooting in Millbrook\n\nA man shot and killed his wife in Millbrook on Tuesday before killing himself, "
        "police said.\n\nNeighbors heard two shots."
    )
    assert toll(text).killed == 2


def test_nothing_told_is_none():
    text = "Shots fired at Elm Park\n\nA gunman opened fire at Elm Park on Tuesday, police said. The park is closed."
    assert toll(text) == Toll(None, None)


def test_one_more_in_hospital_is_not_the_one_who_died():
    text = "A shooting in Elmwick left one person dead and sent at least one other person to the hospital on Friday."
    assert toll(text) == Toll(1, 1)
