"""Asking the gazetteer by script, by nearly right names, and by point."""

from __future__ import annotations

import pytest

from sayso.gazetteer import Gazetteer, open_gazetteer
from sayso.gazetteer.close import likeness, skeleton, slips


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.mark.parametrize(
    ("name", "geonames_id"),
    [
        ("Атырау", 610529), ("أتيراو", 610529), ("אטיראו", 610529), ("阿特勞", 610529), ("アティラウ", 610529),
        ("ატირაუ", 610529), ("Αθήνα", 264371), ("Москва", 524901), ("서울", 1835848), ("تهران", 112931),
    ],
)  # fmt: skip
def test_names_in_many_scripts(gazetteer: Gazetteer, name: str, geonames_id: int) -> None:
    assert geonames_id in {e.geonames_id for e in gazetteer.lookup(name)}


def test_persian_and_arabic_letters_meet(gazetteer: Gazetteer) -> None:
    assert {e.key for e in gazetteer.lookup("کابل")} == {e.key for e in gazetteer.lookup("كابل")} != set()


@pytest.mark.parametrize(
    ("written", "geonames_id"),
    [("Atyrua", 610529), ("Gurjew", 610529), ("Аттырау", 610529), ("Mazar-e-Sherif", 1133616), ("Ouagadugu", 2357048)],
)
def test_nearly_right_names(gazetteer: Gazetteer, written: str, geonames_id: int) -> None:
    assert not gazetteer.lookup(written)
    assert geonames_id in {e.geonames_id for e in gazetteer.lookup(written, close=True)[:3]}


def test_close_does_not_add_to_names_that_are_held(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Atyrau", close=True) == gazetteer.lookup("Atyrau")


def test_nothing_is_close_to_a_word_of_no_place(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Qwxzzkrtplm", close=True) == ()
    assert gazetteer.lookup("", close=True) == ()


def test_one_consonant_writing_for_many_spellings() -> None:
    assert len({skeleton(n) for n in ("guryev", "guriev", "gurjew", "гурьев")}) == 1
    assert skeleton("oia") == ""


def test_slips_are_one_edit_away() -> None:
    assert {"abd", "acb", "ab", "abcd", "xbc"} <= slips("abc")
    assert "abc" not in slips("abc")
    assert likeness("abc", "abc") == 1.0
    assert likeness("abc", "xyz") == 0.0


@pytest.mark.parametrize(
    ("lat", "lon", "code"),
    [
        (47.1, 51.9, "KZ"), (28.6, 77.2, "IN"), (49.6, 6.13, "LU"), (43.94, 12.45, "SM"), (-29.6, 28.2, "LS"),
        (66.0, -172.0, "RU"), (66.0, 172.0, "RU"), (1.35, 103.8, "SG"), (42.67, 21.17, "XK"), (35.3, 33.4, "CY"),
        (-80.0, 0.0, "AQ"), (64.0, -150.0, "US"), (-17.8, 178.0, "FJ"),
    ],
)  # fmt: skip
def test_country_at_a_point(gazetteer: Gazetteer, lat: float, lon: float, code: str) -> None:
    country = gazetteer.country_at(lat, lon)
    assert country is not None
    assert country.country_code == code


def test_no_country_in_the_ocean(gazetteer: Gazetteer) -> None:
    assert gazetteer.country_at(0.0, -30.0) is None
    assert gazetteer.country_at(90.0, 0.0) is None


def test_settlements_lie_in_their_country(gazetteer: Gazetteer) -> None:
    towns = gazetteer.within(50.0, 20.0, 60_000)
    right = [
        t
        for t in towns
        if (found := gazetteer.country_at(t.lat or 0, t.lon or 0)) and found.country_code == t.country_code
    ]
    assert len(towns) > 100
    assert len(right) / len(towns) > 0.98


def test_within_crosses_the_date_line(gazetteer: Gazetteer) -> None:
    found = gazetteer.within(-16.8, 179.9, 700_000)
    assert min(e.lon or 0 for e in found) < 0 < max(e.lon or 0 for e in found)


def test_extents(gazetteer: Gazetteer) -> None:
    kazakhstan, atyrau, fiji = gazetteer.country("KZ"), gazetteer.region("Atyrau", "KZ"), gazetteer.country("FJ")
    assert kazakhstan is not None
    assert atyrau is not None
    assert fiji is not None
    south, west, north, east = gazetteer.extent(kazakhstan) or (0, 0, 0, 0)
    assert (round(south), round(west), round(north), round(east)) == (41, 47, 55, 87)
    assert gazetteer.holds(kazakhstan, 47.1, 51.9)
    assert gazetteer.holds(atyrau, 47.1, 51.9)
    assert not gazetteer.holds(atyrau, 43.25, 76.9)
    box = gazetteer.extent(fiji)
    assert box is not None
    assert box[1] > box[3]


def test_region_at_a_point(gazetteer: Gazetteer) -> None:
    region = gazetteer.region_at(47.1, 51.9)
    assert region is not None
    assert (region.kind, region.name) == ("admin1", "Atyrau")


def test_airports_are_held(gazetteer: Gazetteer) -> None:
    found = [e for e in gazetteer.lookup("Aden Adde International Airport") if e.kind == "airport"]
    assert [e.country_code for e in found] == ["SO"]
