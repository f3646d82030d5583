"""Families, money, those who went to a hospital on their own feet, and words that say nobody lived."""

import pytest

from sayso.model import Document, Passage, Span
from sayso.read.figures import find_figures


def figures(text: str):
    document = Document(id="d", capture="", text=text)
    return find_figures(document, (Passage(Span(0, len(text)), 0, 0),), ())


@pytest.mark.parametrize(
    "text",
    [
        "Two of the nurses walked to the hospital to look for a friend.",
        "A man ran back to the hospital after the blast.",
        "Three brothers drove to a hospital in the next town.",
    ],
)
def test_going_to_a_hospital_is_no_harm(text):
    assert [m for m in figures(text) if m.role == "injured"] == []


def test_a_wounded_man_who_walks_there_stays_injured():
    assert [m.datum.low for m in figures("The wounded man walked to a hospital nearby.") if m.role == "injured"] == [1]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("A ransom of 500,000 euros was paid.", 500_000),
        ("They asked for 2 million pounds.", 2_000_000),
        ("The fire cost 300 million rubles.", 300_000_000),
        ("The men took 10 crore rupees.", 100_000_000),
        ("He was fined Rs 50,000.", 50_000),
        ("Two million dollars went missing.", 2_000_000),
    ],
)
def test_money_by_the_name_of_its_currency(text, amount):
    assert [m.datum.low for m in figures(text) if m.role == "money"] == [amount]


def test_pounds_are_a_weight_and_won_is_a_verb():
    assert [m for m in figures("The bag of 20 pounds was heavy, and 20 won a prize.") if m.role == "money"] == []


@pytest.mark.parametrize(
    "text", ["3,000 families fled the valley.", "Some 3,000 families were displaced by the flood."]
)
def test_families_are_counted_as_families_and_not_as_persons(text):
    (found,) = [m for m in figures(text) if m.role == "displaced"]
    assert (found.datum.low, found.datum.unit, found.datum.scope) == (3000, "families", "families")


def test_families_that_were_killed_are_at_least_two_people_each():
    (found,) = [m for m in figures("Two families were killed in the fire.") if m.role == "killed"]
    assert (found.datum.low, found.datum.high, found.datum.unit) == (4, None, "")


def test_many_who_fled_are_displaced_and_two_men_who_fled_are_not():
    assert [m.datum.low for m in figures("About 5,000 people fled the town.") if m.role == "displaced"] == [5000]
    assert [m for m in figures("Two men fled on foot.") if m.role == "displaced"] == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("None of the 12 passengers survived.", 12, 12),
        ("None survived.", 1, None),
        ("The crash left no survivors.", 1, None),
        ("All 43 aboard died.", 43, 43),
    ],
)
def test_where_nobody_lived_all_that_are_counted_were_killed(text, low, high):
    assert [(m.datum.low, m.datum.high) for m in figures(text) if m.role == "killed"] == [(low, high)]


def test_a_raised_number_is_no_number():
    assert [m.datum.low for m in figures("Two people were killed. ³ men left, ¹ stayed.") if m.role == "killed"] == [2]


def test_a_crowd_that_fled_a_scene_is_not_displaced():
    assert [m for m in figures("Shots scattered the hundreds of bystanders who fled.") if m.role == "displaced"] == []


def test_those_who_went_to_a_hospital_were_hurt():
    assert [m.datum.low for m in figures("All four girls went to the hospital.") if m.role == "injured"] == [4]
