"""Quotations over several sentences, and those no cue claims."""

from __future__ import annotations


def test_a_quotation_of_several_sentences_is_one_statement(said):
    reading = said('"The water rose fast. We climbed on the roof. Nobody came," Anna Weiss said.')
    (statement,) = reading.all
    assert reading.words(statement) == "The water rose fast. We climbed on the roof. Nobody came"


def test_a_bare_quotation_belongs_to_the_speaker_just_named(said):
    reading = said('Omar Haddad said the market was full. "There were children everywhere."')
    bare = reading.about("children everywhere")
    assert reading.chain(bare) == ["Omar Haddad"]
    assert bare.attribution[-1].cue == ""
    assert bare.mode == "direct"


def test_quotation_marks_around_a_word_do_not_make_it_direct(said):
    reading = said('The minister said the attack was "cowardly" and would be answered.')
    assert reading.all[0].mode == "mixed"


def test_a_quotation_after_a_colon(said):
    reading = said("The commander wrote: “Leave the valley before dawn.”")
    assert reading.words(reading.all[0]) == "Leave the valley before dawn."


def test_a_speaker_in_brackets_heads_a_transcript(said):
    reading = said(
        "The line was bad.\n\n[RIVAS] We saw smoke over the refinery. Nobody came to help us. [END RECORDING]"
    )
    assert [reading.words(s) for s in reading.all] == ["We saw smoke over the refinery", "Nobody came to help us"]
    assert {s.attribution[-1].voice for s in reading.all} == {"RIVAS"}


def test_a_note_in_brackets_is_no_speaker(said):
    assert said("[BEGIN RECORDING] The streets were quiet after the storm had passed.").all == ()
