"""The day of a trial is not the day of what it tries."""

from __future__ import annotations

from sayso.app.read import read
from sayso.model import When


def days(text: str) -> list[str]:
    found = [a.value for r in read(text, published="2014-06-05") for a in r.assertions if a.field == "happened"]
    return [str(value.value) for value in found if isinstance(value, When)]


def test_the_day_of_a_plea_is_not_the_day_of_the_bombing() -> None:
    text = (
        "LEEDS, England. A clerk on Wednesday pleaded not guilty to hiding a phone of one of those "
        "accused of the station bombing. The bombing killed three people."
    )
    assert days(text) == []


def test_a_day_before_the_word_is_that_of_the_attack_though_a_court_stands_beside() -> None:
    text = "A driver was charged with lying about the March 3, 2013, bombing in Leeds, which killed three people."
    assert days(text) == ["2013-03-03"]
