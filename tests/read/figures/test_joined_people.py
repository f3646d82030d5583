"""Sums of people joined by "and", with names, titles and what is said of them between."""

import pytest

from sayso.model import Document, Mention, Passage, Span
from sayso.read.figures import find_figures


def figures(text: str) -> tuple[Mention, ...]:
    document = Document(id="d", capture="", text=text)
    return find_figures(document, (Passage(Span(0, len(text)), 0, 0),), ())


def lows(text: str, role: str) -> list[int]:
    return [m.datum.low for m in figures(text) if m.role == role]


@pytest.mark.parametrize(
    ("text", "role", "low"),
    [
        ("Ana Petrov, a judge, and two of her guards were killed.", "killed", 3),
        ("The rector, five other teachers and two nurses were killed.", "killed", 8),
        ("Ivo Maren, rector of the college, five other teachers, and two nurses were killed.", "killed", 8),
        ("Maren, his son and 15 others were killed.", "killed", 17),
        ("MAREN, HIS SON AND 15 OTHERS WERE KILLED.", "killed", 17),
        ("Maren and his son were killed.", "killed", 2),
        ("The gunmen killed Maren and the driver.", "killed", 2),
        ("Maren was among 15 killed.", "killed", 15),
        ("Twelve people, including Ana Petrov and her son, were killed.", "killed", 12),
        ("Maren and 15 others were injured.", "injured", 16),
        ("Six monks, their cook and her daughter were shot dead.", "killed", 8),
        ("Raiders killed six monks, their cook and her daughter.", "killed", 8),
        ("His wife, Ana Petrov, and two children were killed.", "killed", 3),
        ("Two guards, Ana Petrov and Ivo Maren, were killed.", "killed", 2),
        ("Two guards from the ministry of mines and a clerk were killed.", "killed", 3),
        ("The mayor, his clerk, and his driver were kidnapped and killed.", "killed", 3),
        ("Killed were four soldiers and two nurses.", "killed", 6),
        ("Raiders murdered farmers Ana Petrov and Ivo Maren.", "killed", 2),
        ("Gunman wounds a 6-year-old, 2 others", "injured", 3),
        ("An editor and columnist for the paper died.", "killed", 1),
        ("Ana Petrov, 37, the mother of two, was killed.", "killed", 1),
        ("Besides these two children, a boy was hurt.", "injured", 1),
        ("Ana Petrov's driver was killed.", "killed", 1),
    ],
)
def test_joined_people(text, role, low):
    assert lows(text, role) == [low]


def test_a_sum_says_so_and_spans_its_parts():
    (m,) = figures("Maren, his son and 15 others were killed.")
    assert (m.text, m.made_by) == ("Maren, his son and 15 others were killed", "figures.rules/1:subject-sum")


def test_the_last_of_several_before_a_plural_verb_tells_two_at_least():
    (m,) = figures("Those beside them and his son were killed.")
    assert (m.datum.low, m.datum.high, m.datum.qualifier) == (2, None, "at_least")


@pytest.mark.parametrize(
    "text",
    [
        "Two U.S. teachers -- aged 24 and 30 -- were shot to death.",
        "Two U.S. teachers, aged 24 and 30, were shot to death.",
        "Two U.S. teachers (aged 24 and 30) were shot to death.",
        "Two teachers of the mission (one word unclear) were shot to death.",
    ],
)
def test_what_stands_between_subject_and_verb_counts_nobody(text):
    assert lows(text, "killed") == [2]


@pytest.mark.parametrize("text", ["Lt. Col. Maren was killed.", "Ana Petrov, who has two sons, was killed."])
def test_one_person_of_whom_more_is_told(text):
    assert lows(text, "killed") == [1]
