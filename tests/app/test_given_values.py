"""Values as a person types them."""

from __future__ import annotations

import pytest

from sayso.app.given_values import given_value
from sayso.model import Figure, Perpetrator, Place, SaysoError, When


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("3", Figure(3, 3)), ("3 to 5", Figure(3, 5, qualifier="range")), ("3-5", Figure(3, 5, qualifier="range")),
        ("at least 12", Figure(12, None, qualifier="at_least")), ("At most 9", Figure(0, 9, qualifier="at_most")),
        ("about 1,200", Figure(1200, 1200, qualifier="about")), ("none", Figure(0, 0)), ("0", Figure(0, 0)),
        ("2 (children)", Figure(2, 2, "children")),
    ],
)  # fmt: skip
def test_figures(words: str, figure: Figure) -> None:
    assert given_value("killed", words) == figure


@pytest.mark.parametrize(
    ("words", "value", "precision", "end"),
    [
        ("2011-10-31", "2011-10-31", "day", ""), ("2011-10", "2011-10", "month", ""), ("2011", "2011", "year", ""),
        ("2011-10-30 to 2011-10-31", "2011-10-30", "day", "2011-10-31"),
        ("2012-02-29..2012-03-01", "2012-02-29", "day", "2012-03-01"),
    ],
)  # fmt: skip
def test_days(words: str, value: str, precision: str, end: str) -> None:
    found = given_value("happened", words)
    assert isinstance(found, When)
    assert (found.value, found.precision, found.end) == (value, precision, end)


def test_places_by_id_and_by_name_with_country() -> None:
    by_id = given_value("place", "610529")
    assert isinstance(by_id, Place)
    assert (by_id.name, by_id.country_code, by_id.precision) == ("Atyrau", "KZ", "settlement")
    assert given_value("place", "Atyrau, Kazakhstan") == by_id
    country = given_value("place", "Kazakhstan")
    assert isinstance(country, Place)
    assert (country.precision, country.lat) == ("country", None)


def test_types_and_perpetrators() -> None:
    assert given_value("type", "Armed attack") == "armed_attack"
    assert given_value("perpetrator", "Red Dawn (claimed)") == Perpetrator("Red Dawn", "claimed", True, "group")
    assert given_value("perpetrator", "gunmen") == Perpetrator("gunmen", "suspected", False, "group")


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("killed", "lots"), ("killed", "5 to 3"), ("killed", "-1"), ("killed", "99999999999"), ("killed", ""),
        ("killed", "3 ()"), ("happened", "2011-02-30"), ("happened", "Monday"), ("happened", "9999-01-01"),
        ("happened", "2011-11-02 to 2011-11-01"), ("place", "Xyzzyville"), ("place", "999999999"),
        ("place", "Springfield"),
        ("type", "picnic"), ("perpetrator", "Red Dawn (nice)"), ("perpetrator", "John Smith (convicted)"),
        ("person", "x"), ("weapon", "x" * 121),
    ],
)  # fmt: skip
def test_what_is_no_value_is_refused_with_what_would_be(field: str, words: str) -> None:
    with pytest.raises(SaysoError) as caught:
        given_value(field, words)
    assert caught.value.hint
