"""Days told by an event of another sentence, by the month of the text, nights of two days, stretches that are over."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.model import Document, Published, When
from sayso.read.dates import find_dates
from sayso.read.passages import split_passages

DAY = date(2014, 5, 20)  # a Tuesday


def whens(text: str, published: date | None = DAY) -> dict[str, When]:
    """The words of each day of a text to what they mean."""
    document = Document("d", "", text, published=Published(published, "given") if published else None)
    return {m.text: m.datum for m in find_dates(document, split_passages(document)) if isinstance(m.datum, When)}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The party won the vote on Sunday. The day before the vote, shops shut.", "The day before", "2014-05-17"),
        ("The day before the vote, shops shut. The vote was held on May 4.", "The day before", "2014-05-03"),
        ("A bomb exploded on Friday. The day after the attack, troops came.", "The day after", "2014-05-17"),
        ("They voted on May 4. The night before the election, shots rang out.", "The night before", "2014-05-03"),
    ],
)
def test_a_day_beside_an_event_that_the_text_dates(text: str, words: str, value: str) -> None:
    found = whens(text)[words]
    assert (found.value, found.basis) == (value, "event")


def test_an_event_of_two_days_leaves_both_open() -> None:
    text = "The first attack was on May 3. The second attack was on May 9. The day after the attack, troops came."
    found = whens(text)["The day after"]
    assert (found.value, found.candidates) == (None, ("2014-05-04", "2014-05-10"))


def test_an_event_that_no_sentence_dates_stays_open() -> None:
    assert whens("The day before the vote, shops shut. He spoke on Sunday.")["The day before"].value is None


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The two met on the 15th.", "the 15th", "2014-05-15"),
        ("The two met on the 25th.", "the 25th", "2014-04-25"),
        ("The two will meet on the 25th.", "the 25th", "2014-05-25"),
        ("He left on March 3. He returned on the 15th.", "the 15th", "2014-03-15"),
        ("Shelling resumed on the 2nd of the month.", "the 2nd of the month", "2014-05-02"),
        ("On the 15th and 16th, shops were shut.", "16th", "2014-05-16"),
    ],
)
def test_a_day_without_its_month(text: str, words: str, value: str) -> None:
    assert whens(text)[words].value == value


@pytest.mark.parametrize("text", ["He lives on the 15th floor.", "She came in on the 3rd try.", "It is the 15th."])
def test_what_is_no_day_of_a_month(text: str) -> None:
    assert whens(text) == {}


def test_without_an_anchor_the_month_stays_open() -> None:
    assert whens("The two met on the 15th.", None)["the 15th"].candidates == ("XXXX-XX-15",)


def test_the_night_of_a_date() -> None:
    found = whens("Shots were heard on the night of May 3.")["the night of May 3"]
    assert (found.value, found.timex, found.precision) == ("2014-05-03", "2014-05-03TNI", "part_of_day")


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Shells hit the port overnight.", ("2014-05-20", "2014-05-19")),
        ("Shells hit the port overnight Friday.", ("2014-05-16", "2014-05-17")),
        ("The fire burned overnight into Saturday.", ("2014-05-16", "2014-05-17")),
        ("He arrives tonight.", ("2014-05-20",)),
    ],
)
def test_a_night_is_of_two_days(text: str, candidates: tuple[str, ...]) -> None:
    (found,) = whens(text).values()
    assert found.candidates == candidates


def test_until_looks_back_behind_a_stretch_that_is_over() -> None:
    assert whens("The fighting went on until Friday.")["Friday"].value == "2014-05-16"
    assert whens("Police have until Friday to answer.")["Friday"].value == "2014-05-23"


@pytest.mark.parametrize(
    ("text", "words", "value", "end"),
    [
        ("The siege began on Monday and lasted until Friday.", "Monday", "2014-05-12", "2014-05-16"),
        ("The clashes started on May 3 and ended on May 7.", "May 3", "2014-05-03", "2014-05-07"),
    ],
)
def test_a_stretch_told_by_its_two_ends(text: str, words: str, value: str, end: str) -> None:
    assert (whens(text)[words].value, whens(text)[words].end) == (value, end)
