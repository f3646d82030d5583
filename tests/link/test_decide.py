"""Reports of one day, place and kind are one incident; each of the three can keep them apart."""

from dataclasses import replace
from datetime import date

import pytest

from ledger_sample import ATYRAU, at, blast
from sayso.link import Facts, clues_of, decide, facts_of
from sayso.link.facts import day_range
from sayso.model import Place, When

FAR = Place("Aktobe", "Kazakhstan", "KZ", "Aktobe", 610611, 50.28, 57.21, "settlement", 8_000.0)
SUBURB = Place("Makat", "Kazakhstan", "KZ", "Atyrau Oblysy", 608270, 47.12, 51.98, "settlement", 8_000.0)
COUNTRY = Place("Kazakhstan", "Kazakhstan", "KZ", "", 1522867, None, None, "country")


def facts(outlet: str, place: Place = ATYRAU, **changes: object) -> Facts:
    _, reading = blast(outlet, place=place)
    made = facts_of(reading.reports[0], reading.document, at(1), clues_of(reading.document))
    return replace(made, **changes)  # type: ignore[arg-type]


KNOWN = [("KAZ-000001", facts("Gulf Herald"))]


def test_same_day_place_and_kind_is_one_incident() -> None:
    found = decide(facts("Daily Steppe"), KNOWN)
    assert found.incident == "KAZ-000001"
    assert "same day 2011-10-31" in found.why
    assert "same place Atyrau" in found.why


def test_a_place_within_reach_is_the_same_place() -> None:
    assert decide(facts("Daily Steppe", SUBURB), KNOWN).incident == "KAZ-000001"


@pytest.mark.parametrize(
    "other",
    [
        facts("Daily Steppe", FAR),
        facts("Daily Steppe", day_from="2011-11-03", day_to="2011-11-03"),
        facts("Daily Steppe", type="protest", family="unrest"),
        facts("Daily Steppe", status="threatened"),
    ],
    ids=["far away", "days apart", "another kind", "only threatened"],
)
def test_what_contradicts_keeps_apart(other: Facts) -> None:
    assert decide(other, KNOWN).incident is None


def test_a_first_report_of_an_explosion_can_be_the_bombing() -> None:
    assert decide(facts("Daily Steppe", type="explosion", family="accident"), KNOWN).incident == "KAZ-000001"


def test_the_country_alone_is_not_enough() -> None:
    unlike = facts(
        "Daily Steppe",
        COUNTRY,
        clues=clues_of(replace(blast("x")[1].document, text="Quite other words about nothing in particular.")),
    )
    assert decide(unlike, KNOWN).incident is None


def test_the_order_of_candidates_does_not_matter() -> None:
    more = [*KNOWN, ("KAZ-000002", facts("North Star"))]
    assert decide(facts("Daily Steppe"), more) == decide(facts("Daily Steppe"), more[::-1])


def test_a_report_that_is_alike_to_two_incidents_shows_them_to_be_one() -> None:
    more = [*KNOWN, ("KAZ-000002", facts("North Star"))]
    assert [m.incidents for m in decide(facts("Daily Steppe"), more).merges] == [("KAZ-000001", "KAZ-000002")]


def test_incidents_that_one_reading_told_apart_are_not_merged() -> None:
    document = KNOWN[0][1].document
    more = [*KNOWN, ("KAZ-000002", facts("North Star", document=document))]
    assert decide(facts("Daily Steppe"), more).merges == ()


def test_a_person_keeps_a_report_out_of_an_incident() -> None:
    assert decide(facts("Daily Steppe"), KNOWN, apart=frozenset({"KAZ-000001"})).incident is None


def test_reasons_name_no_word_that_only_the_hashes_know() -> None:
    one = facts("Daily Steppe")
    named = replace(one, clues=clues_of(blast("x", more="Magda Quill, 24, of 12 Harrow Street.")[1].document))
    why = decide(named, [("KAZ-000001", replace(named, document="another"))]).why
    assert "1 age in common" in why
    assert not {"24", "Harrow", "Quill"} & set(why.replace(";", " ").split())


def test_two_reports_of_one_document_stay_two() -> None:
    one = facts("Gulf Herald")
    assert decide(one, KNOWN).incident is None
    assert decide(one, KNOWN, frozenset({one.document}), again=True).incident == "KAZ-000001"


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        (When("2011-10-31", "day"), date(2011, 10, 31), date(2011, 10, 31)),
        (When("2011-10", "month"), date(2011, 10, 1), date(2011, 10, 31)),
        (When("2011-W44", "week"), date(2011, 10, 31), date(2011, 11, 6)),
        (When("2011", "year"), date(2011, 1, 1), date(2011, 12, 31)),
        (When("2011-10-31T14:02", "minute"), date(2011, 10, 31), date(2011, 10, 31)),
        (When("2011-10-30", "day", end="2011-11-01"), date(2011, 10, 30), date(2011, 11, 1)),
        (When(None, "day", ("2011-10-24", "2011-10-31")), date(2011, 10, 24), date(2011, 10, 31)),
    ],
)
def test_first_and_last_day_of_a_time(when: When, first: date, last: date) -> None:
    assert day_range(when) == (first, last)


def test_an_open_time_has_no_days() -> None:
    assert day_range(When(None, "unknown")) is None
