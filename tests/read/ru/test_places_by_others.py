"""Russian places told by others, and ranges of days."""

from __future__ import annotations

import pytest

from sayso.app.read import read
from sayso.model import Place, When


def places(text: str) -> list[tuple[str, Place]]:
    reading = read(text, published="2016-05-08")
    return [(a.text, a.value) for r in reading for a in r.assertions if a.field == "place"]  # type: ignore[misc]


def days(text: str) -> dict[str, tuple[str | None, str]]:
    found = read(text, published="2016-05-08").mentions
    return {m.text: (m.datum.value, m.datum.end) for m in found if isinstance(m.datum, When)}


@pytest.mark.parametrize(
    ("where", "lat"),
    [("В 30 км к северу от Алеппо", 36.47), ("В 30 километрах южнее Алеппо", 35.94)],
)
def test_a_distance_and_a_way_make_a_circle_there(where: str, lat: float) -> None:
    ((words, place),) = places(f"{where} в пятницу взорвалась бомба, погибли два человека.")
    assert words in where
    assert (place.precision, place.country_code) == ("near", "SY")
    assert place.lat == pytest.approx(lat, abs=0.03)


@pytest.mark.parametrize(
    ("where", "name"),
    [("между Мосулом и Эрбилем", "between Mosul and Erbil"), ("на границе Мали и Нигера", "border of Mali and Niger")],
)
def test_what_lies_between_two_places_is_one_place(where: str, name: str) -> None:
    ((words, place),) = places(f"В пятницу {where} взорвалась бомба, погибли два человека, сообщила полиция.")
    assert words in where
    assert place.name == name


@pytest.mark.parametrize(
    ("text", "words", "value", "end"),
    [
        ("Бои в городе шли с 3 по 7 мая.", "3", "2016-05-03", "2016-05-07"),
        ("Бои в городе шли с 3 мая по 7 мая.", "3 мая", "2016-05-03", "2016-05-07"),
        ("С понедельника по среду в городе шли бои.", "понедельника", "2016-05-02", "2016-05-04"),
    ],
)
def test_ranges_of_days(text: str, words: str, value: str, end: str) -> None:
    assert days(text)[words] == (value, end)
