"""What kind of statement an utterance is."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The Northern Front claimed responsibility for the blast.", "claim_of_responsibility"),
        ("The attack was claimed by the Northern Front.", "claim_of_responsibility"),
        ("The Northern Front guerrillas said they had carried out the ambush.", "claim_of_responsibility"),
        ("The army denied that its planes bombed the village.", "denial"),
        ("The rebels said they would attack again unless the camp was closed.", "threat"),
        ("The kidnappers threatened to kill the two engineers.", "threat"),
        ("The opposition accused the government of hiding the figures.", "accusation"),
        ("The governor blamed the separatists for the fire.", "accusation"),
        ("Residents said the guerrillas had burned the school.", "accusation"),
        ("The hospital said that police confirmed the numbers.", "report"),
        ("Police said three people were killed in the collapse.", "confirmation"),
        ("The ministry confirmed that the pilot had survived.", "confirmation"),
        ("The United Nations urged both sides to stop the shelling.", "demand"),
        ("The union called for an inquiry into the collapse.", "demand"),
        ("The bishop said the prisoners should be released.", "demand"),
        ("The president condemned the attack on the market.", "condemnation"),
        ("The king expressed his condolences to the families.", "condemnation"),
        ("The spokesman said the report was completely false.", "contradiction"),
        ("The group criticized the council for closing the shelter.", "condemnation"),
        ("The captain said the sea was calm.", "report"),
        ("Anders Holm pleaded not guilty to all charges.", "denial"),
    ],
)
def test_the_most_telling_kind_wins(said, sentence, kind):
    reading = said(sentence)
    assert reading.all[0].kind == kind, reading.words(reading.all[0])


def test_the_narrator_may_contradict_what_was_just_said(said):
    reading = said(
        "The league criticized the city for closing the pool. In fact, the pool has been open all year.",
        outlet="The Harbour Post",
    )
    narrator = reading.all[-1]
    assert narrator.kind == "contradiction"
    assert narrator.mode == "narrator"
    assert reading.chain(narrator) == ["The Harbour Post"]
    assert reading.words(narrator) == "the pool has been open all year"


def test_in_fact_after_plain_narration_is_no_statement(said):
    assert said("The pool is popular. In fact, the pool has been open all year.").all == ()


def test_suspicion_is_not_certain(said):
    reading = said("Investigators suspect that the fire was set on purpose.")
    assert reading.all[0].certainty == "suspected"


def test_an_inquiry_that_treats_it_as_terror_accuses_nobody(said):
    assert said("Investigators are treating the fire as an act of terrorism, police said.").all[0].kind == "report"


def test_rebels_who_were_killed_are_a_toll_and_no_accusation(said):
    assert said("The army said four rebels were killed in the clash.").all[0].kind == "confirmation"


def test_a_film_that_was_shot_is_no_accusation(said):
    assert said("The director said the film was shot in forty days.").all[0].kind == "report"


def test_a_name_with_false_in_it_contradicts_nothing(said):
    assert said("Anna Bergman said the whales had left False Bay.").all[0].kind == "report"


def test_calling_a_claim_a_lie_contradicts_it(said):
    assert said("The ministry called the claim a lie.").all[0].kind == "contradiction"


def test_a_death_ascribed_to_an_illness_accuses_nobody(said):
    assert said("Anna Bergman attributed his death to a stroke.").all[0].kind == "report"


def test_a_killing_attributed_to_rebels_accuses_them(said):
    assert said("The army attributed the murder to leftist rebels.").all[0].kind == "accusation"


def test_threatening_to_vote_against_it_threatens_no_harm(said):
    assert said("Senators threatened to vote against the budget.").all[0].kind == "report"
