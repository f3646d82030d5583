"""Each check fires on what cannot be and is silent on what can."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from sayso.check import CHECKS, run_checks
from sayso.gazetteer import Gazetteer, open_gazetteer
from sayso.model import Assertion, Document, Finding, Mention, Published, Reading, Report, Span
from sayso.read.dates import find_dates
from sayso.read.figures import find_figures
from sayso.read.passages import split_passages
from sayso.read.places import find_places


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer, opened once."""
    return open_gazetteer()


def read(text: str, published: date | None = None, title: str = "") -> Reading:
    """A Reading with places, dates and figures; ``title`` becomes the first paragraph."""
    whole = f"{title}\n\n{text}" if title else text
    known = Published(published, "given") if published else None
    document = Document(
        id="d", capture="", text=whole, title=title, title_span=Span(0, len(title)) if title else None, published=known
    )
    passages = split_passages(document)
    found: tuple[Mention, ...] = find_places(document, passages, (), gazetteer=gazetteer())
    found += find_dates(document, passages, found)
    found += find_figures(document, passages, found)
    return Reading(document, passages, tuple(sorted(found, key=lambda m: (m.span, m.kind))))


def findings(text: str, published: date | None = None, title: str = "") -> list[Finding]:
    return list(run_checks(read(text, published, title), gazetteer=gazetteer()))


def test_each_check_is_in_the_registry_once() -> None:
    assert len(set(CHECKS)) == len(CHECKS) >= 12


def test_a_distance_far_too_long_is_found_with_its_computation() -> None:
    found = findings("A bomb exploded in Mosul, about 900 kilometers north of the Iraqi capital, Baghdad.")
    assert [f.check for f in found] == ["distance"]
    assert found[0].said == "900 kilometers"
    assert "360" in found[0].computed or "350" in found[0].computed
    assert found[0].computed in found[0].message


def test_a_distance_in_miles_far_too_short_is_found() -> None:
    found = findings("Gunmen attacked a convoy in Herat, 90 miles west of Kabul.")
    assert [f.check for f in found] == ["distance"]
    assert "miles" in found[0].computed


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded in Mosul, about 400 kilometers north of the Iraqi capital, Baghdad.",
        "A bomb exploded in Mosul, 360 km (225 miles) north of Baghdad.",
        "Gunmen attacked a convoy in Herat, 400 miles west of Kabul.",
        "Gunmen attacked a convoy in a village in Herat, 20 km east of Kabul.",
        "He was arrested in Mosul and two brothers fled 900 kilometers north of Baghdad.",
        "The convoy left Mosul on a 900 kilometer drive from Baghdad.",
    ],
)
def test_a_distance_that_can_be_is_silent(text: str) -> None:
    assert [f for f in findings(text) if f.check == "distance"] == []


def test_a_wrong_direction_is_found() -> None:
    found = findings("A bomb exploded in Mosul, a city southeast of Baghdad.")
    assert [f.check for f in found] == ["direction"]
    assert found[0].said == "southeast"
    assert found[0].computed.startswith("north")


def test_a_rough_direction_is_silent() -> None:
    assert findings("A bomb exploded in Mosul, a city north of Baghdad.") == []
    assert findings("A bomb exploded in Mosul, a city west of Baghdad.") == []


def test_a_weekday_that_its_date_does_not_have_is_found() -> None:
    found = findings("The bomb exploded on Monday, Oct. 30, 2011, police said.")
    assert [(f.check, f.said, f.computed) for f in found] == [("weekday_date", "Monday", "Sunday")]


def test_the_year_of_a_weekday_and_date_comes_from_publication() -> None:
    assert findings("The bomb exploded on Monday, Oct. 31, police said.", date(2011, 11, 1)) == []
    assert len(findings("The bomb exploded on Monday, Oct. 30, police said.", date(2011, 11, 1))) == 1
    assert findings("The bomb exploded on Monday, Oct. 30, police said.") == []


def test_parts_that_do_not_add_up_are_found() -> None:
    found = findings("At least 5 people were injured and 5 people were killed, 3 in Mosul and 3 in Kirkuk.")
    assert [(f.check, f.said, f.computed) for f in found] == [("sums", "5", "6")]
    assert "3 + 3 = 6" in found[0].message


@pytest.mark.parametrize(
    "text",
    [
        "Six people were killed, 3 in Mosul and 3 in Kirkuk.",
        "Nine people were killed, including 3 in Mosul.",
        "About 10 people were killed, 3 in Mosul and 3 in Kirkuk.",
        "Eight people were killed, including 5 soldiers and 4 women.",
    ],
)
def test_parts_that_may_add_up_are_silent(text: str) -> None:
    assert [f for f in findings(text) if f.check == "sums"] == []


def test_a_headline_toll_that_no_number_of_the_body_bears_out_is_found() -> None:
    found = findings(
        "A blast killed 12 people in Mosul on Friday. Police said 12 died.", title="Blast kills 21 in Mosul"
    )
    assert [(f.check, f.said) for f in found] == [("headline_body", "21 killed")]


@pytest.mark.parametrize(
    "title", ["Blast kills 12 in Mosul", "Blasts kill 19 in Mosul and Kirkuk", "Blast kills dozens in Mosul"]
)
def test_a_headline_toll_that_the_body_bears_out_is_silent(title: str) -> None:
    body = "A blast killed 12 people in Mosul on Friday. Another blast killed 7 people in Kirkuk."
    assert [f for f in findings(body, title=title) if f.check == "headline_body"] == []


def test_a_mode_in_the_headline_that_is_denied_is_noted() -> None:
    title, body = "Suicide attack in Mosul", "The group denied that it was a suicide attack."
    reading = read(body, title=title)
    at = reading.document.text.index("suicide")
    head = Assertion("mode", "suicide", "Suicide", Span(0, 7))
    denial = Assertion("mode", "suicide", "suicide", Span(at, at + 7), polarity="negated")
    reading = replace(reading, reports=(Report("i1", "bombing", "attack", "happened", (head, denial)),))
    found = run_checks(reading, gazetteer=gazetteer())
    assert [(f.check, f.severity) for f in found] == [("headline_body", "note")]


def test_every_finding_stands_on_its_words() -> None:
    reading = read("In Mosul, 900 kilometers north of Baghdad, on Monday, Oct. 30, 2011, a bomb exploded.")
    found = run_checks(reading, gazetteer=gazetteer())
    assert len(found) == 2
    assert all(f.span.of(reading.document.text) == f.text for f in found)


@pytest.mark.shared
def test_the_first_case_has_its_distance_finding_and_no_other(shared: Path) -> None:
    text = (shared / "seed" / "atyrau.txt").read_text(encoding="utf-8")
    found = findings(text, date(2011, 11, 1))
    assert [f.check for f in found] == ["distance"]
    assert found[0].said == "2,500 kilometers"
    assert "1,490" in found[0].computed


def headlines(body: str, title: str) -> list[Finding]:
    """Findings on the headline."""
    return [f for f in findings(body, title=title) if f.check == "headline_body"]


BODY = "Four people were shot at a party in Mosul on Friday night. Two of them died, police said, and a guard was hurt."


def test_a_headline_that_counts_more_than_all_of_the_body() -> None:
    assert [f.said for f in headlines(BODY, "11 teens wounded at a party in Mosul")] == ["11 injured"]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("6 teens wounded at a party in Mosul", BODY),
        ("11 shot over the weekend in Mosul", BODY),
        ("11 teens wounded at a party in Mosul", BODY + " Eleven families left the quarter."),
        ("12 killed in Mosul blast", "A blast killed 10 guests and two local cooks in Mosul on Friday, police said."),
        ("11 teens wounded at a party in Mosul", BODY + " Dozens were taken to clinics."),
    ],
)
def test_a_headline_that_the_body_may_reach_is_silent(title: str, body: str) -> None:
    assert headlines(body, title) == []
