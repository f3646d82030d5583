"""The checks on order, tolls, countries, clocks and crowds: each fires on what cannot be and is silent on what can."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.app.read import read
from sayso.check.toll_falls import falls
from sayso.model import Figure, Finding

DAY = date(2011, 11, 1)
LEAD = "Officials spoke to reporters about the latest news in the region on Monday.\n\n"


def findings(text: str, kind: str) -> list[Finding]:
    """Findings of one check in a whole reading of a sentence."""
    reading = read(LEAD + text, published=DAY)
    assert all(f.span.of(reading.document.text) == f.text for f in reading.findings)
    return [f for f in reading.findings if f.check == kind]


def test_an_arrest_before_the_attack_it_is_for_is_found() -> None:
    found = findings("He was arrested on May 3, 2010 for the bombing of May 5, 2010 in Mosul.", "event_order")
    assert [f.computed for f in found] == ["May 5, 2010"]
    assert "2010-05-03" in found[0].message


@pytest.mark.parametrize(
    "text",
    [
        "He was arrested on May 7, 2010 for the bombing of May 5, 2010 in Mosul.",
        "He was arrested on May 3, 2010 for plotting an attack on May 5, 2010.",
        "He was arrested on Sunday for the bombing on Monday.",
        "He was arrested on May 3 for the bombing of June 5.",
        "The truce held from May 3, 2010 to May 5, 2010.",
    ],
)
def test_a_possible_order_is_silent(text: str) -> None:
    assert findings(text, "event_order") == []


def test_a_stretch_that_ends_before_it_begins_is_found() -> None:
    assert len(findings("The truce held from May 5, 2010 to May 3, 2010.", "event_order")) == 1


def test_a_toll_that_rose_to_less_is_found() -> None:
    found = findings("Officials said the death toll had risen to 18 from 20.", "toll_falls")
    assert [(f.said, f.computed) for f in found] == [("18", "20")]


@pytest.mark.parametrize(
    "text",
    ["Officials said the death toll had risen to 20 from 18.", "Officials lowered the death toll to 18 from 20."],
)
def test_a_toll_that_grows_or_is_corrected_is_silent(text: str) -> None:
    assert findings(text, "toll_falls") == []


@pytest.mark.parametrize(
    ("earlier", "later", "fallen"),
    [
        (Figure(20, 20), Figure(18, 18), True),
        (Figure(20, 20), Figure(18, None, qualifier="at_least"), False),
        (Figure(20, 20, qualifier="about"), Figure(19, 19), False),
        (Figure(20, 20), Figure(18, 18, scope="attackers"), False),
        (Figure(18, 18), Figure(20, 20), False),
    ],
)
def test_whether_a_later_figure_falls(earlier: Figure, later: Figure, fallen: bool) -> None:
    assert falls(earlier, later) is fallen


def test_a_city_in_a_country_without_one_of_that_name_is_found() -> None:
    found = findings("A bomb exploded in Mosul, Egypt, on Monday.", "place_country")
    assert [f.said for f in found] == ["Egypt"]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded in Mosul, Iraq, on Monday.",
        "Bombs exploded in Mosul, Egypt and Jordan on Monday.",
        "He had lived in Cairo, Mosul, Egypt said on Monday.",
    ],
)
def test_a_city_in_its_country_or_a_list_is_silent(text: str) -> None:
    assert findings(text, "place_country") == []


def test_a_local_time_that_its_zone_cannot_have_is_found() -> None:
    found = findings("The bomb exploded in Nairobi at 10:35 a.m. (0535 GMT) on Monday.", "local_time")
    assert [(f.said, f.computed) for f in found] == [("GMT+5 hours", "GMT+3 hours")]


@pytest.mark.parametrize(
    "text",
    [
        "The bomb exploded in Nairobi at 10:35 a.m. (0735 GMT) on Monday.",
        "The bomb exploded in Nairobi at 1:35 a.m. (2235 GMT) on Monday.",
        "The bomb exploded in Nairobi at 10: 35 am local time (0735 GMT) on Monday.",
        "The bomb exploded somewhere at 10:35 a.m. (0535 GMT) on Monday.",
    ],
)
def test_a_local_time_of_its_zone_is_silent(text: str) -> None:
    assert findings(text, "local_time") == []


def test_a_crowd_of_more_than_the_inhabitants_is_found() -> None:
    found = findings("About 900,000 people gathered in Portadown on Sunday.", "crowd")
    assert len(found) == 1
    assert "inhabitants" in found[0].computed


@pytest.mark.parametrize(
    "text",
    ["About 2,000 people gathered in Portadown on Sunday.", "About 900,000 people gathered near Portadown on Sunday."],
)
def test_a_crowd_that_fits_is_silent(text: str) -> None:
    assert findings(text, "crowd") == []
