"""What was judged is found again by the words it stands on, in another reading and in another text."""

from __future__ import annotations

from sayso.link.anchors import Anchor, find_assertion, find_report, overlap, relocate, value_key
from sayso.model import Figure, Place, Span, When

TEXT = "Police said three people died in Osh. A nurse said three people died on the way. Three were hurt."


def anchor(start: int, end: int, value: str = "3", field: str = "killed", key: str = "k") -> Anchor:
    return Anchor(key, (Span(start, end),), field, value, "asserted")


def test_the_same_value_at_overlapping_words_is_found() -> None:
    found = find_assertion(anchor(12, 24), [anchor(12, 17, key="near"), anchor(50, 62, key="far")])
    assert found.key == "near"


def test_another_value_at_the_same_words_is_not_what_was_judged() -> None:
    found = find_assertion(anchor(12, 24), [anchor(12, 24, value="30", key="new")])
    assert found.key == ""
    assert "another value" in found.why


def test_the_same_value_at_other_words_is_not_what_was_judged() -> None:
    found = find_assertion(anchor(12, 24), [anchor(50, 62)])
    assert (found.key, found.why) == ("", "nothing is read at these words now")


def test_a_denial_is_not_the_claim() -> None:
    denied = Anchor("k", (Span(12, 24),), "killed", "3", "negated")
    assert find_assertion(anchor(12, 24), [denied]).key == ""


def test_a_report_is_the_one_on_most_of_the_same_words() -> None:
    old = Anchor("d/i1", (Span(0, 10), Span(20, 30)))
    new = [Anchor("d/i1", (Span(60, 90),)), Anchor("d/i2", (Span(0, 10), Span(21, 30)))]
    assert find_report(old, new).key == "d/i2"
    assert find_report(old, new[:1]).key == ""


def test_overlap_counts_shared_characters_over_all() -> None:
    assert overlap([Span(0, 4)], [Span(2, 6)]) == 2 / 6
    assert overlap([Span(0, 4), Span(2, 4)], [Span(0, 4)]) == 1
    assert overlap([], []) == 0


def test_words_are_found_in_an_edited_text_by_what_surrounds_them() -> None:
    start = TEXT.index("three people", 40)
    edited = "Updated at noon. " + TEXT.replace("Police said", "The police said")
    found = relocate(anchor(start, start + 12), TEXT, edited)
    assert found is not None
    assert edited[found.spans[0].start - 13 :].startswith("A nurse said three")


def test_the_same_words_in_quite_another_sentence_are_not_taken() -> None:
    start = TEXT.index("three people")
    assert relocate(anchor(start, start + 12), TEXT, "In Lima three people won a prize.") is None
    assert relocate(anchor(start, start + 12), TEXT, "Nothing is left of it.") is None


def test_an_unchanged_text_moves_nothing() -> None:
    one = anchor(12, 24)
    assert relocate(one, TEXT, TEXT) is one


def test_values_are_the_same_whatever_the_gazetteer_says_beside_them() -> None:
    a = Place("Osh", "Kyrgyzstan", geonames_id=1527534, reason="only one", lat=40.5)
    assert value_key(a) == value_key(Place("Ош", "", geonames_id=1527534))
    assert value_key(Figure(3, 3)) != value_key(Figure(3, None))
    assert value_key(Figure(3, 3, qualifier="about")) == value_key(Figure(3, 3))
    assert value_key(When("2011-10-31", "day", basis="text")) == value_key(When("2011-10-31", "day", basis="published"))
