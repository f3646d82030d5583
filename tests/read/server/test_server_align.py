"""Words are found where a reader would call them the same words, and nowhere else."""

from __future__ import annotations

import pytest

from sayso.model import Span
from sayso.read.server.align import Words


def found(text: str, words: str) -> list[str]:
    return [s.of(text) for s in Words(text).places(words, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the crew  was\n tired", "the crew was tired"),
        ("the “old” boat", 'the "old" boat'),
        ("it wasn’t us", "it wasn't us"),
        ("ten – or more", "ten - or more"),
        ("The crew was tired", "the crew was tired"),
        ("in Tromsø, Malmo\u0308 and Århus", "Malmö and Århus"),
        ("in Malmö today", "Malmo\u0308 today"),
        ("a co\u00adoperative crew", "cooperative"),
        ("one\u00a0boat", "one boat"),
        ("it was all gone…", "all gone..."),
    ],
)
def test_the_same_words_in_other_marks(text: str, words: str):
    assert len(found(text, words)) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the other boat", "he"),
        ("the crew was tired", "the crew is tired"),
        ("the crew was tired", "the crew ... tired"),
        ("in Malmö today", "Malmo"),
        ("in Malmo\u0308 today", "Malmo"),
        ("½ of it", "1"),
        ("250 people", "25"),
        ("the crew was tired", ""),
        ("the crew was tired", "“…”"),
    ],
)
def test_other_words_are_not_found(text: str, words: str):
    assert found(text, words) == []


def test_what_is_found_is_the_text_and_not_the_words_asked_for():
    assert found("He said “the  BOAT is gone”.", '"the boat is gone"') == ["the  BOAT is gone"]


def test_a_stop_that_was_added_is_passed_over():
    assert found("the crew was tired, he said", "the crew was tired.") == ["the crew was tired"]


def test_a_stop_that_stands_there_is_kept():
    assert found("It burned. All of it.", "It burned.") == ["It burned."]


def test_every_place_in_order():
    text = "no boat, no crew, no boat"
    assert Words(text).places("no boat", Span(0, len(text))) == [Span(0, 7), Span(18, 25)]


def test_only_inside_the_part_asked_about():
    text = "no boat, no crew, no boat"
    assert Words(text).places("no boat", Span(5, len(text))) == [Span(18, 25)]


def test_a_long_run_of_the_same_words_ends():
    assert len(found("no " * 5_000, "no no")) == 50
