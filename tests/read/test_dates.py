"""Dates: what is found, what it means, and what stays open."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from sayso.lang.en.dates import ENGLISH
from sayso.model import Document, Mention, Published, Span, When
from sayso.read.dates import find_dates
from sayso.read.passages import split_passages

TUESDAY = date(2011, 11, 1)


def read(text: str, published: date | None = TUESDAY, dateline: Span | None = None) -> list[Mention]:
    known = Published(published, "given") if published else None
    document = Document(id="", capture="", text=text, published=known, dateline_span=dateline)
    return list(find_dates(document, split_passages(document)))


def when(text: str, published: date | None = TUESDAY) -> When:
    found = read(text, published)
    assert len(found) == 1, [m.text for m in found]
    datum = found[0].datum
    assert isinstance(datum, When)
    return datum


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It happened on Oct. 31, 2011.", "2011-10-31"),
        ("It happened on 31 October 2011.", "2011-10-31"),
        ("It happened on 31 Oct. 2011.", "2011-10-31"),
        ("It happened on the 31st of October, 2011.", "2011-10-31"),
        ("It happened on Monday, October 31st, 2011.", "2011-10-31"),
        ("It happened on 2011-10-31.", "2011-10-31"),
        ("It happened on 31.10.2011.", "2011-10-31"),
        ("THE ATTACK WAS CARRIED OUT ON 12 JAN 90.", "1990-01-12"),
        ("It happened in October 2011.", "2011-10"),
        ("It happened in 1987.", "1987"),
        ("It began in the 1990s.", "199X"),
        ("It began in the 19th century.", "18XX"),
        ("Sales fell in the third quarter of 2010.", "2010-35"),
    ],
)
def test_an_absolute_date_needs_no_anchor(text: str, value: str) -> None:
    found = when(text, published=None)
    assert found.value == value
    assert found.basis == "text"
    assert found.candidates == (value,)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bomb exploded Monday.", "2011-10-31"),
        ("The bomb exploded on Tuesday.", "2011-11-01"),
        ("The trial will start on Monday.", "2011-11-07"),
        ("The trial will start next Friday.", "2011-11-04"),
        ("He was arrested last Tuesday.", "2011-10-25"),
        ("He was arrested today.", "2011-11-01"),
        ("He was arrested late yesterday.", "2011-10-31"),
        ("He was arrested the day before yesterday.", "2011-10-30"),
        ("He was arrested a few minutes ago.", "2011-11-01"),
        ("THE GROUP CLAIMED TODAY'S ATTACK.", "2011-11-01"),
        ("He left after last week's talks.", "2011-W43"),
        ("He was arrested three days ago.", "2011-10-29"),
        ("The law was passed last month.", "2011-10"),
        ("He was arrested last week.", "2011-W43"),
        ("He was arrested earlier this month.", "2011-11"),
        ("Police detained 18 people in August.", "2011-08"),
        ("Police detained 18 people in December.", "2010-12"),
        ("Elections will be held in January.", "2012-01"),
        ("Several shootouts this year raised concerns.", "2011"),
        ("A video dated Oct. 21 was issued.", "2011-10-21"),
        ("He will be tried on Jan. 14.", "2012-01-14"),
        ("He was sentenced on Dec. 20.", "2010-12-20"),
    ],
)
def test_a_relative_date_is_counted_from_the_day_of_publication(text: str, value: str) -> None:
    found = when(text)
    assert found.value == value
    assert found.basis == "published"


@pytest.mark.parametrize(
    ("text", "timex", "kind"),
    [
        ("It exploded on Monday morning.", "2011-10-31TMO", "TIME"),
        ("It exploded last night.", "2011-10-31TNI", "TIME"),
        ("It exploded at 9:30 p.m. on Monday.", "2011-10-31T21:30", "TIME"),
        ("It exploded at 14:48 UTC.", "2011-11-01T14:48Z", "TIME"),
        ("The siege lasted three days.", "P3D", "DURATION"),
        ("He drove for several hours.", "PTXH", "DURATION"),
        ("They meet every Friday.", "XXXX-WXX-5", "SET"),
        ("They pay monthly.", "P1M", "SET"),
        ("Attacks have grown in recent years.", "PAST_REF", "DATE"),
        ("The road is now closed.", "PRESENT_REF", "DATE"),
    ],
)
def test_times_durations_and_repetitions_have_their_timex_value(text: str, timex: str, kind: str) -> None:
    held = [m.datum for m in read(text) if isinstance(m.datum, When)]
    assert (timex, kind) in [(w.timex, w.timex_type) for w in held]


def test_a_duration_is_no_day() -> None:
    assert when("The siege lasted three days.").value is None


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Theresa May resigned over it.",
        "It may rain, officials said.",
        "Protesters march on the palace, and soldiers march behind.",
        "It was the second blast at the market.",
        "The Sunday Times reported it.",
        "Police seized 1990 rifles and 2000 rounds.",
        "A local 24-year-old man was identified as the bomber.",
        "He sat down and the sun rose over the hills.",
        "The paper USA Today was cited.",
        "They marched in memory of Bloody Sunday.",
    ],
)
def test_words_that_only_look_like_dates_are_none(text: str) -> None:
    assert [m.text for m in read(text)] == []


def test_the_next_day_is_counted_from_the_day_told() -> None:
    first, second = read("Rebels took the town on Oct. 3. They left it the following day.")
    assert isinstance(first.datum, When)
    assert isinstance(second.datum, When)
    assert second.datum.value == "2011-10-04"
    assert second.datum.basis == "event"


def test_a_full_date_in_the_dateline_is_the_anchor() -> None:
    text = "LIMA, 25 OCT 89 (AGENCY) -- A BOMB EXPLODED YESTERDAY IN THE CENTER OF THE CITY."
    found = [m.datum for m in read(text, published=None) if m.text == "YESTERDAY"]
    assert [w.value for w in found if isinstance(w, When)] == ["1989-10-24"]
    assert [w.basis for w in found if isinstance(w, When)] == ["dateline"]


def test_without_an_anchor_nothing_is_guessed() -> None:
    found = when("The bomb exploded on Monday.", published=None)
    assert (found.value, found.weekday, found.basis, found.candidates) == (None, 0, "none", ())


def test_without_an_anchor_a_dated_video_of_last_week_leaves_two_mondays_when_its_year_is_told() -> None:
    text = "Two people died in the raid Monday. Last week the group issued a letter dated March 4, 2013."
    monday = read(text, published=None)[0].datum
    assert isinstance(monday, When)
    assert monday.value is None
    assert monday.candidates == ("2013-03-11", "2013-03-18") or monday.candidates == ("2013-03-11",)


def test_without_a_year_every_day_of_the_two_weeks_may_be_that_monday() -> None:
    text = "Two people died in the raid Monday. Last week the group issued a letter dated Oct. 21."
    monday = read(text, published=None)[0].datum
    assert isinstance(monday, When)
    assert monday.value is None
    assert len(monday.candidates) == 14
    assert {"XXXX-10-24", "XXXX-10-31"} <= set(monday.candidates)
    assert min(monday.candidates) == "XXXX-10-22"
    assert max(monday.candidates) == "XXXX-11-04"


def test_a_weekday_named_with_its_date_elsewhere_is_a_candidate() -> None:
    text = "Two people died Monday. The blast on Monday, Oct. 24 was the third, and Monday was a holiday."
    assert [m.datum.candidates for m in read(text, published=None) if isinstance(m.datum, When)] == [
        ("XXXX-10-24",), ("XXXX-10-24",), ("XXXX-10-24",),
    ]  # fmt: skip


def test_a_partial_date_without_anchor_keeps_its_year_open() -> None:
    found = when("A video dated Oct. 21 was issued.", published=None)
    assert (found.value, found.candidates) == (None, ("XXXX-10-21",))


@pytest.mark.parametrize("anchor", [None, date(1, 1, 1), date(2012, 2, 29), date(9999, 12, 31)])
def test_nonsense_of_date_words_never_breaks(anchor: date | None) -> None:
    chance = random.Random(7)  # noqa: S311
    words = [
        *ENGLISH.lexicon,
        "1990",
        "31",
        "9:30",
        "p.m.",
        "25:99",
        "99999",
        "1/0",
        "'90",
        "1990s",
        "Feb. 29",
        "|",
        ",",
    ]
    for _ in range(300):
        text = " ".join(chance.choice(words).title() for _ in range(chance.randint(2, 14)))
        for mention in read(text, anchor):
            assert mention.span.of(text) == mention.text


def test_a_time_of_day_belongs_to_the_day_last_told() -> None:
    found = read("The fire broke out on Sunday. Flames were first seen at 6 a.m. in the attic.")
    assert [m.datum.timex for m in found if isinstance(m.datum, When)] == ["2011-10-30", "2011-10-30T06:00"]


def test_every_mention_stands_on_its_words() -> None:
    text = "On Monday, Oct. 31, 2011 at 10 a.m., two days after the last-minute talks, it began."
    for mention in read(text):
        assert mention.span.of(text) == mention.text


def test_a_day_that_no_calendar_has_is_no_date() -> None:
    assert all(m.datum.value is None for m in read("It fell on Feb. 30, 2011.") if isinstance(m.datum, When))


@pytest.mark.shared
def test_the_first_case_is_dated_by_its_publication_and_open_without(shared: Path) -> None:
    text = (shared / "seed" / "atyrau.txt").read_text(encoding="utf-8")
    held = [m.datum for m in read(text) if m.text == "Monday" and isinstance(m.datum, When)]
    assert {w.value for w in held} == {"2011-10-31"}
    held = [m.datum for m in read(text, None) if m.text == "Monday" and isinstance(m.datum, When)]
    assert {w.value for w in held} == {None}
    assert all("XXXX-10-31" in w.candidates and "XXXX-10-24" in w.candidates for w in held)


def test_a_preposition_is_no_part_of_a_date() -> None:
    assert [m.text for m in read("He left after last week and before this month.")] == ["last week", "this month"]


def test_digits_that_can_be_read_in_two_ways_leave_both_days_open() -> None:
    found = when("It was signed on 7/8/2007.", published=None)
    assert (found.value, found.candidates) == (None, ("2007-07-08", "2007-08-07"))
    assert when("It was signed on 10/31/2011.").value == "2011-10-31"
    assert when("It was signed on 10/11/2011.", published=date(2011, 10, 12)).value == "2011-10-11"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was freed on the first Sunday of May.", "2014-05-04"),
        ("He was freed on the last Friday in June 2013.", "2013-06-28"),
        ("It will be held on the second Tuesday of September.", "2014-09-09"),
        ("Half a year ago the camp was closed.", "2013-11"),
        ("A year ago today he was shot.", "2013-05-14"),
        ("Two weeks ago today he was shot.", "2014-04-30"),
        ("In the week of 5 May he left.", "2014-W19"),
        ("a bomb went off on monday", "2014-05-12"),
        ("the camp burned in january", "2014-01"),
    ],
)
def test_days_that_are_counted_within_a_month_or_to_the_day(text: str, value: str) -> None:
    assert when(text, date(2014, 5, 14)).value == value


def test_verbs_written_like_months_are_none_when_small() -> None:
    assert read("they march on and may fall in august company") == []


def test_what_a_word_means_in_one_text_is_no_matter_of_texts_read_before() -> None:
    told = "Police came at 3 PM Saturday, October 29."
    before = [(m.text, m.datum) for m in read(told)]
    read("The air held much PM2.5 on Monday. She said PM2.5 was high on Tuesday.")
    assert [(m.text, m.datum) for m in read(told)] == before
    assert before[0][0] == "3 PM Saturday, October 29"


@pytest.mark.parametrize("gap", [" ", "\n", "  ", " \n", "\t", "\u00a0"])
def test_a_line_break_or_more_blanks_within_an_expression(gap: str) -> None:
    text = f"It happened on Monday,{gap}October 31,{gap}2011, in the{gap}square."
    (found,) = read(text)
    assert found.span.of(text) == found.text == f"Monday,{gap}October 31,{gap}2011"


@pytest.mark.parametrize("name", ["the Christmas Market in Strasbourg", "the Choir of Christmas Hope"])
def test_a_holiday_inside_a_name_is_no_day(name: str) -> None:
    text = f"The mayor was shot at {name}, where he spoke on Christmas Eve."
    document = Document("d", "", text, published=Published(date(2019, 1, 14), "given"))
    found = find_dates(document, split_passages(document), ())
    assert [m.text for m in found] == ["Christmas Eve"]
