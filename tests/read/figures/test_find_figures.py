"""Figures: the number, who is counted, how sure the words are, and the words themselves."""

import pytest

from sayso.model import Document, Passage, Span
from sayso.read.figures import find_figures
from sayso.read.figures.numerals import parse_count


def figures(text: str) -> dict[str, list[tuple[int, int | None]]]:
    out: dict[str, list[tuple[int, int | None]]] = {}
    for m in mentions(text):
        out.setdefault(m.role, []).append((m.datum.low, m.datum.high))
    return out


def mentions(text: str):
    document = Document(id="d", capture="", text=text)
    return find_figures(document, (Passage(Span(0, len(text)), 0, 0),), ())


@pytest.mark.parametrize(
    ("text", "role", "low", "high"),
    [
        ("The blast killed nine people near the depot.", "killed", 9, 9),
        ("A fire swept the hall, killing four.", "killed", 4, 4),
        ("Four people died in the flood of smoke.", "killed", 4, 4),
        ("At least seventeen workers were killed.", "killed", 17, None),
        ("More than 30 were wounded, doctors said.", "injured", 31, None),
        ("Dozens were wounded.", "injured", 24, None),
        ("Hundreds of villagers were killed.", "killed", 200, None),
        ("Around twenty passengers were injured.", "injured", 20, 20),
        ("As many as 32 people were hurt.", "injured", 32, 32),
        ("Between 10 and 15 people were injured.", "injured", 10, 15),
        ("The death toll rose to 12 from 10.", "killed", 12, 12),
        ("Deaths exceeded 100.", "killed", 101, None),
        ("The crash left 3 dead and 5 injured.", "injured", 5, 5),
        ("Three girls and a boy were hurt.", "injured", 4, 4),
        ("Both men died.", "killed", 2, 2),
        ("Soldiers were killed in the valley.", "killed", 2, None),
        ("Police arrested 18 people in the town.", "detained", 18, 18),
        ("Seven miners are missing.", "missing", 7, 7),
        ("TWO BOMBS EXPLODED AT THE STATION.", "devices", 2, 2),
        ("SIX TEACHERS WERE MURDERED ON 16 MAY.", "killed", 6, 6),
        ("Hospitals reported 35 bodies.", "killed", 35, 35),
    ],
)
def test_number(text, role, low, high):
    assert (low, high) in figures(text)[role]


def test_no_casualties_is_none_killed_and_none_injured():
    found = figures("No casualties were reported.")
    assert found["killed"] == [(0, 0)]
    assert found["injured"] == [(0, 0)]


def test_nothing_said_is_no_figure():
    assert figures("The road was closed for an hour.") == {}


def test_negation_counts_nobody():
    assert "injured" not in figures("The three drivers were not injured.")


def test_the_only_person_killed_names_who_is_counted():
    (m,) = [m for m in mentions("The suspected bomber was the only person killed in the square.") if m.role == "killed"]
    assert (m.datum.low, m.datum.high, m.datum.scope) == (1, 1, "the suspected bomber")


def test_one_of_two_shot_fatally():
    found = figures("Two men were shot, one fatally.")
    assert found["killed"] == [(1, 1)]


def test_shot_dead_is_killed_and_not_injured_too():
    found = figures("A teenager was shot and killed.")
    assert found == {"killed": [(1, 1)]}


def test_subset_keeps_its_scope():
    (m,) = [m for m in mentions("Six children were killed.") if m.role == "killed"]
    assert m.datum.scope == "children"


def test_vague_words_are_marked():
    (m,) = [m for m in mentions("Dozens were wounded.") if m.role == "injured"]
    assert m.datum.qualifier == "vague"


def test_years_and_ages_count_nobody():
    found = figures("In 2014, 20-year-old recruits were killed.")
    assert all(low not in (2014, 20) for low, _ in found["killed"])


def test_distance_age_and_money():
    found = figures("The pipe, worth $2 million, burst 2,500 kilometers away; the guard is 24 years old.")
    assert found["distance"] == [(2500, 2500)]
    assert found["money"] == [(2_000_000, 2_000_000)]
    assert found["age"] == [(24, 24)]


def test_span_covers_the_evidence():
    text = "Officials said the blast injured sixteen."
    (m,) = mentions(text)
    assert m.span.of(text) == m.text == "injured sixteen"


@pytest.mark.parametrize(
    ("text", "value"), [("twenty-one", 21), ("2,500", 2500), ("three hundred and five", 305), ("no", None)]
)
def test_parse_count(text, value):
    assert parse_count(text) == value
