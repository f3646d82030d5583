"""Sentences in which the encoder sees a happening, and the incidents that come of them."""

from datetime import date

import pytest

from sayso.gazetteer import open_gazetteer
from sayso.model import Document, Report, Span
from sayso.model.document import Published
from sayso.read.encoder.happenings import find_happenings
from sayso.read.encoder.roles import trimmed
from sayso.read.encoder.session import RELEASED, Encoder
from sayso.read.passages import split_passages
from sayso.read.reader import Reader, english

TOLD = "TWO PYLONS FELL IN ICA LAST NIGHT AFTER CHARGES OF DYNAMITE WERE PLACED AT THEIR BASE BY SUBVERSIVES."
DULL = "THE COUNCIL OF ICA MET IN THE AFTERNOON TO SPEAK OF THE PRICE OF COTTON AND OF THE NEW SCHOOL."


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(RELEASED)


def document(text: str) -> Document:
    return Document("d", "", text, language="en", published=Published(date(1990, 3, 3), "given"))


def reports(text: str, encoder: Encoder | None) -> tuple[Report, ...]:
    return Reader(english(open_gazetteer(), encoder)).read(document(text)).reports


def test_a_happening_stands_on_the_word_that_tells_it(encoder: Encoder) -> None:
    doc = document(TOLD)
    found = find_happenings(doc, split_passages(doc), encoder)
    assert found is not None
    best = max(found, key=lambda h: h.score)
    assert (best.kind, best.passage, best.span.of(TOLD)) == ("bombing", 0, "DYNAMITE")


def test_the_encoder_is_not_asked_of_text_that_is_not_in_capitals(encoder: Encoder) -> None:
    doc = document(TOLD.capitalize())
    assert find_happenings(doc, split_passages(doc), encoder) is None


def test_an_incident_of_which_no_rule_knows_a_word_is_read(encoder: Encoder) -> None:
    assert reports(TOLD, None) == ()
    (report,) = reports(TOLD, encoder)
    (kind,) = (a for a in report.assertions if a.field == "type")
    assert (report.type, report.status, kind.text) == ("bombing", "happened", "DYNAMITE")
    assert kind.made_by.endswith(":type-encoder")


def test_nothing_is_read_where_nothing_is_told(encoder: Encoder) -> None:
    assert reports(DULL, encoder) == ()


def test_a_happening_without_a_fresh_day_is_no_news(encoder: Encoder) -> None:
    (report,) = reports(TOLD.replace("LAST NIGHT", "THAT YEAR"), encoder)
    assert report.status == "background"


@pytest.mark.parametrize(
    ("before", "words", "kept"),
    [
        ("THE ", "ROOF OF", "ROOF"),
        ("A BOMB HIT ", "OF THE BANK", "BANK"),
        ("", "CLERK'S CAR", "CLERK'S CAR"),
        ("", "OF THE", ""),
    ],
)
def test_no_name_begins_or_ends_with_a_small_word(before: str, words: str, kept: str) -> None:
    text = f"{before}{words} TODAY"
    assert trimmed(text, Span(len(before), len(before) + len(words))).of(text) == kept
