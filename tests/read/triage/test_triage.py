"""Which articles the encoder is kept from, and how that is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.app.read import read, reader_names
from sayso.model import Document, SaysoError, Span
from sayso.read.incidents.triggers import Trigger
from sayso.read.reader import READER
from sayso.read.triage.gate import RELEASED, Triage, kept_out, open_triage
from sayso.read.triage.signs import BUCKETS, SIGNS, signs_of, words_of

BOMB = (
    "KARVEL, Ostmark — A car bomb killed four people outside the customs office on Tuesday, police said.\n\n"
    "A group that calls itself the Red Delta claimed responsibility in a message to the Evening Post."
)
HALL = (
    "The council of Lund voted on Monday for a new swimming hall, the mayor said.\n\n“It will be the finest in the "
    "county,” said Anna Berg, who leads the committee for sport. Tickets will cost four crowns, she told the Post. "
    "The senator, who hopes to be nominated by the party in June, called the plan a waste and said that voters "
    "want lower taxes.\n\nThe campaign of his rival answered that the company would pay half of the budget and that a "
    "poll shows most families like the idea. “We think that our fans deserve a better season,” the coach said, adding "
    "that he believes the team can win the championship next year.\n\nThe market opened higher on the news, and "
    "analysts expect sales of the new product to grow by four percent."
)


def document(text: str) -> Document:
    return Document(id="d", capture="", text=text, language="en")


@pytest.fixture(scope="module")
def triage() -> Triage:
    return open_triage()


def test_a_bombing_is_worth_reading_and_a_swimming_hall_is_not(triage: Triage) -> None:
    assert triage.worth_reading(document(BOMB))
    assert not triage.worth_reading(document(HALL))


def test_texts_in_capitals_are_judged_alike(triage: Triage) -> None:
    assert triage.score(document(BOMB.upper())) == pytest.approx(triage.score(document(BOMB)), abs=1.0)
    assert triage.worth_reading(document(BOMB.upper()))


@pytest.mark.parametrize(
    "text",
    [
        "The Red Delta denied on Friday that it had any part in the killing of the judge.",
        "A caller threatened to blow up the station at Karvel unless two prisoners were freed, the ministry said.",
        "Two fishermen are missing after their boat capsized off Norland, the coast guard said.",
        "Hundreds marched through Karvel on Sunday and threw stones at the police.",
    ],
)
def test_denials_threats_accidents_and_unrest_are_worth_reading(triage: Triage, text: str) -> None:
    assert triage.worth_reading(document(text))


def test_the_same_text_has_the_same_score_each_time(triage: Triage) -> None:
    assert triage.score(document(BOMB)) == open_triage().score(document(BOMB))


def test_a_text_without_a_word_shows_no_sign(triage: Triage) -> None:
    assert triage.score(document("1 2 3")) == triage.start
    assert words_of("1 2 3") == {}


def test_the_squares_of_the_weights_of_words_sum_to_one() -> None:
    assert sum(w * w for w in words_of(BOMB).values()) == pytest.approx(1.0)


def test_signs_count_strong_words_and_name_their_families() -> None:
    found = [Trigger("bombing", Span(0, 4), 6, "noun", 1.0), Trigger("crash", Span(9, 12), 7, "weak", 0.3)]
    strong, weak, opening, any_strong, any_at_all, attack, *others = signs_of(found)
    assert (strong > 0, weak > 0, opening, any_strong, any_at_all, attack) == (True, True, 0.0, 1.0, 1.0, 1.0)
    assert not any(others)
    assert len(signs_of(found)) == SIGNS


def test_an_article_that_is_kept_back_says_so(encoder_on: None) -> None:
    reading = read(HALL, published="2019-05-07")
    assert reading.reader == f"{READER} + triage/1"
    assert kept_out(reading.reader)
    assert not any(s.made_by.startswith("encoder") for s in reading.statements)
    assert {"Anna Berg"} <= {m.name for m in reading.mentions}


def test_an_article_with_an_incident_is_read_by_the_encoder(encoder_on: None) -> None:
    assert "encoder" in read(BOMB, published="2019-05-07").reader


def test_every_article_is_when_the_triage_is_off(encoder_on: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_TRIAGE", "off")
    reading = read(HALL, published="2019-05-07")
    assert "encoder" in reading.reader
    assert not any(kept_out(name) for name in reader_names())


def test_readings_of_both_sides_are_up_to_date(encoder_on: None) -> None:
    assert {read(HALL).reader, read(BOMB).reader} <= reader_names()


def test_rules_alone_have_no_triage() -> None:
    assert read(HALL).reader == READER


def test_lost_weights_are_told_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(SaysoError, match="weights of the triage") as told:
        open_triage(tmp_path / "none.json")
    assert "SAYSO_TRIAGE=off" in told.value.hint


def test_weights_of_another_version_are_not_used(tmp_path: Path) -> None:
    told = json.loads(RELEASED.read_text(encoding="utf-8"))
    assert len(told["words"]) == BUCKETS
    other = tmp_path / "weights.json"
    other.write_text(json.dumps({**told, "signs": told["signs"][:-1]}), encoding="utf-8")
    with pytest.raises(SaysoError, match="another version"):
        open_triage(other)
