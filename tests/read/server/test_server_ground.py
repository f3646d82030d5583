"""Every word a model tells is an exact span of the text, near enough to be one statement, or it is refused."""

from __future__ import annotations

import pytest

HEATER = {"sentence": 2, "source": "The harbour master", "cue": "put it down to", "content": "a faulty heater"}


def drafts(text, said):
    return [tuple(span and span.of(text) for span in (draft.source, draft.cue, draft.content)) for draft in said.drafts]


@pytest.fixture
def text() -> str:
    return (
        "Ferry Fire in Port Sorrel\n\nTwo people were hurt, the coast guard said. The harbour master put it down to “a"
        " faulty   heater”. No group has owned up to the fire.\n\nRescue crews were on the spot. To hear the harbour"
        " master, the crew was tired. To hear the union, the crew was tired too."
    )


def test_spans_are_those_of_the_text(about, text):
    assert drafts(text, about(HEATER, text=text)) == [("The harbour master", "put it down to", "a faulty   heater")]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("content", "a broken heater"),
        ("content", "a heater that was faulty"),
        ("content", "un chauffage défectueux"),
        ("cue", "blamed"),
        ("source", "The port authority"),
        ("source", "harbour ... master"),
    ],
)
def test_words_that_are_not_in_the_text_are_refused(about, text, key, words):
    said = about(HEATER | {key: words}, text=text)
    assert said.drafts == ()
    assert [(r.told, r.why) for r in said.refused] == [(words, "not in the text")]


def test_words_of_another_paragraph_are_no_voice(about, text):
    said = about(HEATER | {"source": "the union"}, text=text)
    assert [r.why for r in said.refused] == ["too far apart"]


def test_a_voice_of_the_sentence_before_the_cue_is_no_voice(about, text):
    said = about(HEATER | {"source": "the coast guard"}, text=text)
    assert [r.why for r in said.refused] == ["too far apart"]


def test_a_cue_of_the_next_paragraph_is_no_cue(about, text):
    told = {"source": "Rescue crews", "cue": "were on", "content": "owned up to the fire"}
    assert [r.why for r in about(told, text=text).refused] == ["too far apart"]


def test_a_content_over_two_paragraphs_is_refused(about, text):
    told = HEATER | {"content": "No group has owned up to the fire. Rescue crews were on the spot."}
    assert [r.why for r in about(told, text=text).refused] == ["too far apart"]


def test_words_that_nobody_says_are_refused(about, text):
    told = {"content": "Rescue crews were on the spot", "source": "", "cue": ""}
    assert [r.why for r in about(told, text=text).refused] == ["nobody says it"]


def test_parts_may_not_overlap(about, text):
    told = HEATER | {"content": "The harbour master put it down to “a faulty heater”"}
    assert about(told, text=text).drafts == ()


def test_one_word_is_no_content(about, text):
    told = HEATER | {"source": "the crew", "content": "tired", "cue": "was", "sentence": 5}
    assert [r.why for r in about(told, text=text).refused] == ["too short"]


def test_words_that_stand_twice_are_taken_at_the_sentence_named(about, text):
    told = {"sentence": 6, "source": "the union", "cue": "To hear", "content": "the crew was tired"}
    assert about(told, text=text).drafts[0].content.start == text.rindex("the crew was tired")


@pytest.mark.parametrize("sentence", [99, -1, None])
def test_a_sentence_that_does_not_exist_is_no_help_and_no_harm(about, text, sentence):
    told = {"sentence": sentence, "source": "the union", "cue": "To hear", "content": "the crew was tired"}
    assert about(told, text=text).drafts[0].content.start == text.rindex("the crew was tired")


def test_the_same_words_twice_are_the_two_places_in_order(about, text):
    told = {"source": "", "cue": "To hear", "content": "the crew was tired"}
    said = about(told, told, text=text)
    assert [d.content.start for d in said.drafts] == [text.index("the crew was"), text.rindex("the crew was")]


def test_a_statement_told_again_and_again_counts_once(about, text):
    said = about(*[HEATER] * 30, text=text)
    assert len(said.drafts) == 1
    assert {r.why for r in said.refused} == {"repeated"}


def test_it_was_not_said_only_when_the_text_says_so(about, text):
    said = about(
        HEATER | {"negated": True},
        {"source": "No group", "cue": "has owned up to", "content": "the fire", "negated": True},
        text=text,
    )
    assert [d.negated for d in said.drafts] == [False, True]


@pytest.mark.parametrize("kind", ["claim_of_responsibility", "accusation"])
def test_a_deed_is_never_laid_to_somebody_by_the_model_alone(about, text, kind):
    assert about(HEATER | {"kind": kind}, text=text).drafts[0].kind is None


def test_other_kinds_are_the_models_to_tell(about, text):
    assert about(HEATER | {"kind": "contradiction"}, text=text).drafts[0].kind == "contradiction"


def test_a_content_that_is_a_quotation_is_told_directly(about, text):
    assert about(HEATER, text=text).drafts[0].direct == 0
