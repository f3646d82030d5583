"""Numbers of countries in the code books."""

import pytest

from sayso.export.codebooks import countries


@pytest.mark.parametrize(
    ("iso3", "gw", "gtd"),
    [
        ("KAZ", 705, 103), ("USA", 2, 217), ("GBR", 200, 603), ("IRQ", 645, 95), ("TUR", 640, 209), ("COL", 100, 45),
        ("ESP", 230, 185), ("IRN", 630, 94), ("BOL", 145, 26), ("VEN", 101, 222), ("ETH", 530, 65), ("BEL", 211, 21),
        # states that took the place of another one have their own number, not that of the former state
        ("CZE", 316, 54), ("VNM", 816, 223), ("YEM", 678, 228), ("DEU", 260, 75), ("RUS", 365, 167), ("SRB", 340, 1001),
        ("MNE", 341, 1002), ("XKX", 347, 1003), ("SSD", 626, 1004), ("TON", 972, 0), ("AND", 232, 7), ("PSE", 0, 155),
    ],
)  # fmt: skip
def test_a_country_has_the_numbers_of_the_code_books(iso3: str, gw: int, gtd: int) -> None:
    known = countries()[iso3]
    assert (known.gw, known.gtd) == (gw, gtd)


@pytest.mark.parametrize("name", ["gw", "gtd", "iso_numeric"])
def test_no_number_stands_for_two_countries(name: str) -> None:
    numbers = [number for c in countries().values() if (number := getattr(c, name))]
    assert len(numbers) == len(set(numbers)) > 190


def test_a_country_of_the_gtd_has_a_name_and_a_region_there() -> None:
    assert [
        c.iso3 for c in countries().values() if bool(c.gtd) != bool(c.gtd_name) or (c.gtd and not c.gtd_region)
    ] == []
