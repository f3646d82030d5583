"""Dates beyond the plain ones: ranges, holidays, other calendars, days beside a named day."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.model import Document, Mention, Place, Published, Span, When
from sayso.read.dates import find_dates
from sayso.read.passages import split_passages

TUESDAY = date(2011, 11, 1)


def read(text: str, published: date | None = TUESDAY) -> list[Mention]:
    known = Published(published, "given") if published else None
    document = Document(id="", capture="", text=text, published=known)
    return list(find_dates(document, split_passages(document)))


def first(text: str, published: date | None = TUESDAY) -> When:
    datum = read(text, published)[0].datum
    assert isinstance(datum, When)
    return datum


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The clashes lasted from May 3 to 5 in the town.", "2011-05-03", "2011-05-05"),
        ("The clashes lasted from 3 to 5 May 2010.", "2010-05-03", "2010-05-05"),
        ("The clashes lasted from May 30 until June 2.", "2011-05-30", "2011-06-02"),
        ("Between Monday and Wednesday, ten people were killed.", "2011-10-24", "2011-10-26"),
        ("The road will be closed from Thursday to Saturday.", "2011-11-03", "2011-11-05"),
        ("He was held 3-5 May 2010.", "2010-05-03", "2010-05-05"),
    ],
)
def test_a_range_has_an_end(text: str, start: str, end: str) -> None:
    assert (first(text).value, first(text).end) == (start, end)


def test_two_days_that_are_merely_named_together_are_no_range() -> None:
    assert first("The bombs exploded on Monday and Tuesday.").end == ""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Bombs killed ten on Easter Sunday.", "2011-04-24"),
        ("Bombs killed ten on Good Friday 1998.", "1998-04-10"),
        ("They met on Orthodox Easter 2013.", "2013-05-05"),
        ("He was shot on New Year's Eve.", "2010-12-31"),
        ("The market was bombed on Nowruz.", "2011-03-21"),
        ("A blast hit the parade on Lunar New Year 2024.", "2024-02-10"),
        ("A blast hit the parade on Eid al-Adha.", "2010-11-17"),
    ],
)
def test_a_holiday_of_wide_use_is_a_day(text: str, value: str) -> None:
    assert first(text).value == value


def test_a_holiday_that_each_country_keeps_on_another_day_is_none() -> None:
    assert read("The parade on Independence Day was bombed.") == []


def test_a_month_of_the_moon_is_an_approximate_range() -> None:
    found = first("The attack took place during Ramadan.")
    assert (found.value, found.end, found.approximate) == ("2011-08-01", "2011-08-29", True)


def test_a_name_is_no_month() -> None:
    assert read("Ramadan Karimov said the group did it.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell on 15 Khordad 1342.", "1963-06-05"),
        ("It fell on 25 October 1917 (Old Style).", "1917-11-07"),
        ("It fell on 12 March 2554 BE.", "2011-03-12"),
        ("It fell in 2554 B.E. or so.", "2011"),
    ],
)
def test_other_calendars_are_converted_where_they_are_named(text: str, value: str) -> None:
    assert first(text, published=None).value == value


def test_a_day_by_the_moon_keeps_its_neighbours() -> None:
    found = first("It fell on 12 Ramadan 1432.", published=None)
    assert found.candidates == ("2011-08-12", "2011-08-11", "2011-08-13")
    assert found.approximate


def test_a_calendar_that_is_not_converted_gives_no_value() -> None:
    assert first("The bomb went off on 12 March 2068 B.S. in the town.").value is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bomb exploded the day before last Tuesday's hearing.", "2011-10-24"),
        ("The bomb exploded two days before the Oct. 14 vote.", "2011-10-12"),
        ("The bomb exploded the day before the vote.", None),
        ("The truce holds until 9 a.m. Thursday.", "2011-11-03T09:00"),
        ("The team planned to leave on Thursday.", "2011-11-03"),
        ("He could arrive as early as Friday.", "2011-11-04"),
        ("He was killed overnight Sunday.", "2011-10-30"),
        ("It was in nineteen ninety-six.", "1996"),
        ("He was shot early October 27 and died.", "2011-10-27"),
        ("It happened at 8:15 p.m. on Dec. 27 in the town.", "2010-12-27T20:15"),
        ("He was arrested Thursday afternoon (Oct. 20).", "2011-10-20"),
        ("He was shot at 2:30am on Sunday.", "2011-10-30T02:30"),
        ("Fighting began at 1910 tonight.", "2011-11-01T19:10"),
    ],
)
def test_days_beside_others_and_days_ahead(text: str, value: str | None) -> None:
    assert first(text).value == value


def test_today_in_the_sense_of_our_age_is_no_day() -> None:
    assert first("That is hard for today's youth.").value is None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The clashes lasted from May 3 to 5 in the town.", "2011-05-03/2011-05-05"),
        ("He was arrested last week.", "2011-10-24/2011-10-30"),
        ("It began in the 1990s.", "199X"),
        ("He fled in late August 2010.", "2010-08~"),
        ("Sales fell in the third quarter of 2010.", "2010-35"),
    ],
)
def test_the_value_in_extended_date_time_format(text: str, edtf: str) -> None:
    assert first(text).edtf == edtf


def test_open_days_are_one_of_several_in_extended_date_time_format() -> None:
    monday = read("They struck on Monday. Last week, they issued a video dated Oct. 21.", published=None)[0].datum
    assert isinstance(monday, When)
    assert monday.edtf.startswith("[XXXX-10-")
    assert monday.edtf.endswith("]")


def test_a_time_of_day_has_the_zone_of_the_place_in_its_sentence() -> None:
    text = "The bomb exploded at 9:30 p.m. in Nairobi on Monday."
    document = Document(id="", capture="", text=text, published=Published(TUESDAY, "given"))
    nairobi = Span(text.index("Nairobi"), text.index("Nairobi") + 7)
    place = Mention("place", nairobi, "Nairobi", datum=Place("Nairobi", "Kenya", "KE", precision="settlement"))
    time = find_dates(document, split_passages(document), (place,))[0].datum
    assert isinstance(time, When)
    assert (time.value, time.zone) == ("2011-10-31T21:30", "Africa/Nairobi")


def test_a_time_is_of_the_day_told_a_sentence_before() -> None:
    time = read("She was shot on August 9 at home. Around 11 p.m. a man had come.")[1].datum
    assert isinstance(time, When)
    assert time.value == "2011-08-09T23:00"


def test_the_length_of_a_video_is_no_time_of_day() -> None:
    assert read("Watch 1:47 of the video.") == []


def test_the_first_month_of_a_range_is_of_the_year_the_second_names() -> None:
    march = read("Millions had no light from March to August 2011.", published=None)[0].datum
    assert isinstance(march, When)
    assert (march.value, march.end) == ("2011-03", "2011-08")
