"""Where the name of a body begins and ends."""

import pytest

from sayso.model import Span
from sayso.read.incidents.bodies import body_at, body_name, in_brackets


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("self-styled Tamil Tigers fighters", "Tamil Tigers"),
        ("the PKK's 3rd battalion", "the PKK's 3rd battalion"),
        ("the rebel group", ""),
        ("Grey Dawn", "Grey Dawn"),
    ],
)
def test_a_known_group_goes_by_its_own_name(said: str, name: str) -> None:
    assert body_name(said) == name


def test_a_name_right_behind_describing_words_is_meant() -> None:
    text = "taken by the so-called Red Brigades"
    found = body_at(text, Span(13, 22))
    assert found is not None
    assert found.of(text) == "Red Brigades"


def test_a_people_alone_is_no_body() -> None:
    assert body_at("shot by Ruritanian men", Span(8, 18), (Span(8, 18),)) is None


def test_a_short_form_in_brackets_belongs_to_the_name_before_it() -> None:
    text = "Grey Dawn (GD) and Blue Noon"
    assert in_brackets(text, Span(0, 9), Span(11, 13))
    assert not in_brackets(text, Span(0, 9), Span(19, 28))
