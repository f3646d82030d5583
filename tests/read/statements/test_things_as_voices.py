"""Things that stand where a speaker would: they are told as what they are."""

from __future__ import annotations

import pytest

from sayso.app.read import read
from sayso.model import Statement


def statements(text: str) -> tuple[Statement, ...]:
    return read(text, published="2020-08-20").statements


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The move suggests that the party fears a defeat.", "unknown"),
        ("Testimony showed that the truck was rented in May.", "document"),
        ("The driver said that the truck was rented in May.", "person"),
        ("The owner of the shop said that the truck was rented in May.", "person"),
    ],
)
def test_the_kind_of_a_voice_without_a_name(text: str, kind: str) -> None:
    (made,) = statements(text)
    assert made.attribution[-1].kind in ((kind, "official", "witness") if kind == "person" else (kind,))


def test_what_something_seems_to_be_is_nobodys_statement() -> None:
    assert not [
        s for s in statements("The new wall appears to keep the wind away from the market.") if s.attribution[-1].name
    ]


def test_a_number_with_a_comma_is_one_word_of_a_voice() -> None:
    (made,) = statements("Almost 250,000 farmers have signed a petition calling for lower taxes on diesel.")
    assert made.attribution[-1].name == "250,000 farmers"
