"""No currency and no unit of length is missed because a sentence is not even searched for it."""

from __future__ import annotations

import pytest

from sayso.model import Document, Figure
from sayso.read.figures import find_figures
from sayso.read.passages import split_passages

CURRENCIES = (
    "dollars",
    "US dollars",
    "euros",
    "rubles",
    "roubles",
    "rupees",
    "yen",
    "yuan",
    "francs",
    "pesos",
    "liras",
    "lire",
    "shekels",
    "riyals",
    "rials",
    "dinars",
    "dirhams",
    "naira",
    "rand",
    "baht",
    "ringgit",
    "kronor",
    "kroner",
    "zloty",
    "hryvnias",
    "tenge",
    "afghanis",
    "shillings",
    "pounds sterling",
)
LENGTHS = ("kilometers", "kilometres", "km", "miles", "meters", "metres", "yards", "feet", "blocks")


def roles(text: str) -> list[tuple[str, int]]:
    document = Document(id="d", capture="", text=text, language="en")
    found = find_figures(document, split_passages(document), ())
    return [(m.role, m.datum.low) for m in found if isinstance(m.datum, Figure)]


@pytest.mark.parametrize("name", CURRENCIES)
def test_a_sum_in_words_and_in_digits(name: str) -> None:
    assert roles(f"They asked for five {name} on Monday.") == [("money", 5)]
    assert roles(f"They asked for 500 {name.upper()} on Monday.") == [("money", 500)]


@pytest.mark.parametrize("name", ["won", "pounds"])
def test_sums_that_are_money_only_when_they_are_many(name: str) -> None:
    assert roles(f"They asked for two million {name} on Monday.") == [("money", 2_000_000)]


@pytest.mark.parametrize("name", LENGTHS)
def test_a_distance_in_words_and_in_digits(name: str) -> None:
    assert [role for role, _ in roles(f"The camp lies twelve {name} away.")] == ["distance"]
    assert [role for role, _ in roles(f"The camp lies 12 {name.upper()} away.")] == ["distance"]


def test_ages_and_signs_of_currencies_need_a_digit() -> None:
    assert roles("A 12-year-old was fined $40.") == [("age", 12), ("money", 40)]
