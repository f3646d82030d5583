"""Two tellings of one happening are one report; two happenings stay two."""

from __future__ import annotations

import pytest

from sayso.app.read import read
from sayso.read.incidents.accounts import Account
from sayso.read.incidents.same import join_same


def told(text: str) -> list[tuple[str, str]]:
    return [(r.type, r.status) for r in read(text, published="2020-03-04").reports]


def test_two_blasts_of_one_morning_in_one_city_are_one():
    text = (
        "LIMA, Peru — Two bombs exploded in Lima on Monday, police said.\n\n"
        "The first bomb went off at 8 a.m. near a bank and killed a guard. A second bomb exploded minutes later "
        "outside a hotel in Lima and killed two women."
    )
    assert told(text) == [("bombing", "happened")]


def test_blasts_in_two_cities_are_two():
    text = (
        "LIMA, Peru — A bomb exploded at a bank in Lima on Monday and killed three people, police said.\n\n"
        "Another bomb exploded at a market in Arequipa on Monday and killed five people, police said."
    )
    assert len([r for r in told(text) if r[1] == "happened"]) == 2


@pytest.mark.parametrize("day", ["last year", "in 2018"])
def test_an_earlier_attack_with_its_own_day_stays_apart(day):
    text = (
        "LIMA, Peru — A bomb exploded at a bank in Lima on Monday and killed three people, police said.\n\n"
        f"A bomb killed 11 people at a station in Lima {day}."
    )
    assert ("bombing", "background") in told(text)


def test_the_day_of_saying_is_not_the_day_of_the_incident():
    text = (
        "The dockers' union on Wednesday blamed the owner for the explosion that killed five people in Lima on Tuesday."
    )
    days = [a.value.value for a in read(text, published="2020-03-05").reports[0].assertions if a.field == "happened"]
    assert days == ["2020-03-03"]


def test_a_toll_is_not_the_article_of_a_noun():
    text = "The death toll from Tuesday's explosion at a depot in Lima rose to five, the ministry said on Wednesday."
    tolls = [a.value.low for a in read(text, published="2020-03-05").reports[0].assertions if a.field == "killed"]
    assert tolls == [5]


@pytest.mark.parametrize(
    "text",
    [
        "The minister attacked the proclamation by the president on Monday in Paris.",
        "Women may serve in combat, a judge in Texas said on Monday.",
    ],
)
def test_words_of_violence_alone_are_no_incident(text):
    assert told(text) == []


def test_who_is_criticised_is_no_target():
    text = (
        "LIMA, Peru — A bomb exploded at a bank in Lima on Monday, police said.\n\n"
        "The rebels claimed responsibility for the bombing. Their statement also attacked the state for closing mines."
    )
    report = read(text, published="2020-03-04").reports[0]
    assert not any("state" in a.text for a in report.assertions if a.field == "target")


def test_the_same_words_read_twice_are_one_report():
    text = "TERRORISTS KIDNAPPED ABOUT 50 FARMERS ON 30 DECEMBER, THE ARMY SAID."
    (report,) = read(text, published="1990-01-04").reports
    account = Account(report.type, report.status, (), (), 1.0)
    assert len(join_same([(account, report), (account, report)])) == 1
