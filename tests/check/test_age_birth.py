"""An age against a year of birth; a language that is not read."""

from __future__ import annotations

import pytest

from sayso.app.read import read

LEAD = "A bomb killed two people in Baghdad on Monday, police said.\n\n"


def found(text: str, check: str, published: str = "2010-01-05") -> list[str]:
    reading = read(LEAD + text, published=published)
    held = [f for f in reading.findings if f.check == check]
    assert all(f.span.of(reading.document.text) == f.text for f in held)
    return [f.message for f in held]


def test_an_age_that_the_year_of_birth_does_not_bear_out():
    (message,) = found("Ali Hassan, 34, who was born in Mosul in 1950, was arrested on Tuesday.", "age_birth")
    assert "59 or 60" in message


@pytest.mark.parametrize(
    "text",
    [
        "Ali Hassan, 59, who was born in Mosul in 1950, was arrested on Tuesday.",
        "Ali Hassan, 61, who was born in Mosul in 1950, was arrested on Tuesday.",
        "Ali Hassan, who was born in 1950, was 34 when he left the city in 1984.",
        "Ali Hassan, 34, and his father, 70, who was born in 1950, were arrested.",
        "Ali Hassan, 34, was arrested in a house that was built in 1950.",
        "Ali Hassan, 34, lived in the house where his grandfather was born.",
    ],
)
def test_silent_when_another_reading_explains_it(text):
    assert found(text, "age_birth") == []


def test_silent_without_a_day_of_publication():
    text = f"{LEAD}Ali Hassan, 34, who was born in Mosul in 1950, was arrested on Tuesday."
    assert [f.check for f in read(text).findings] == []


GERMAN = (
    "Drei Menschen wurden am Montag bei einem Anschlag in Kabul getötet, sagte die Polizei. Die Gruppe bekannte sich "
    "zu der Tat und drohte mit weiteren Angriffen auf die Stadt und das Land."
)


def test_a_language_without_rules_is_told():
    reading = read(GERMAN, published="2010-01-05")
    assert [(f.check, f.severity) for f in reading.findings] == [("language", "note")]
    assert "code: de" in reading.findings[0].message


def test_english_is_no_finding():
    assert found("Nobody claimed responsibility for the attack.", "language") == []
