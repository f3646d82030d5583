"""Headlines In Title Case: their voices take the body's names or stay plain words; their nouns are no verbs."""

from __future__ import annotations


def test_a_group_in_the_headline_takes_the_name_of_the_body(said):
    reading = said(
        "Rebel Group Says It Bombed Depot\n\nThe Harbour Liberation Front said on Monday it had planted the bomb."
    )
    assert reading.chain(reading.about("It Bombed Depot")) == ["Harbour Liberation Front"]


def test_a_monitor_in_the_headline_takes_the_name_of_the_body(said):
    reading = said(
        "Militant Group Claims Port Bombing, Monitor Says\n\n"
        "A militant group has claimed responsibility for the bombing, the Coastal Conflict Observatory said."
    )
    assert reading.chain(reading.about("Militant Group Claims"))[0] == "Coastal Conflict Observatory"


def test_a_union_in_the_headline_takes_the_fuller_name(said):
    reading = said("Union Blames Company for Fire\n\nThe dock workers' union said the company had ignored leaks.")
    assert reading.chain(reading.about("Company for Fire")) == ["dock workers' union"]


def test_a_headline_voice_without_a_name_is_in_plain_case(said):
    reading = said("Economists Say Prices Will Fall\n\nThe market was calm on Monday.")
    assert reading.chain(reading.all[0]) == ["economists"]


def test_a_number_rocks_no_town(said):
    assert said("Man Dies As Two Blasts Rock Harbour Town\n\nThe town was calm on Monday.").all == ()


def test_a_blast_condemns_nothing(said):
    assert said("Death Toll in Depot Blast Rises to Five\n\nThe town was calm on Monday.").all == ()


def test_the_one_blamed_does_not_blame(said):
    (statement,) = said("Suicide Bomber Blamed for Blast in Harbour Town\n\nThe town was calm on Monday.").all
    assert (statement.kind, statement.attribution[-1].name) == ("accusation", "unknown")


def test_words_before_a_colon_that_name_nobody_do_not_speak(said):
    assert said("Seven, Not Five: Number of Hostages Corrected\n\nThe town was calm on Monday.").all == ()
