"""Which words mark a saying, and where what is said begins and ends."""

from __future__ import annotations


def test_a_clause_after_the_verb(said):
    reading = said("The ministry said on Friday that two bridges in Lublin had been closed.")
    (statement,) = reading.all
    assert reading.words(statement) == "two bridges in Lublin had been closed"
    assert statement.attribution[-1].cue == "said"
    assert statement.attribution[-1].voice == "The ministry"


def test_a_clause_without_that(said):
    reading = said("Rescue workers believe more people are trapped below the rubble.")
    assert reading.words(reading.all[0]) == "more people are trapped below the rubble"


def test_the_verb_after_what_was_said(said):
    reading = said("The road to the mine was blocked for two days, the governor told reporters.")
    (statement,) = reading.all
    assert reading.words(statement) == "The road to the mine was blocked for two days"
    assert [v.voice for v in statement.attribution] == ["the governor"]


def test_verb_before_subject_after_a_quotation(said):
    reading = said('"We heard a loud bang and ran," said Maria Lopes, a shopkeeper.')
    (statement,) = reading.all
    assert reading.words(statement) == "We heard a loud bang and ran"
    assert reading.chain(statement) == ["Maria Lopes"]
    assert statement.mode == "direct"


def test_according_to_at_the_head_and_at_the_tail(said):
    head = said("According to the coast guard, nine sailors were rescued.")
    tail = said("Nine sailors were rescued, according to the coast guard.")
    assert head.words(head.all[0]) == "nine sailors were rescued"
    assert tail.words(tail.all[0]) == "Nine sailors were rescued"
    assert head.all[0].attribution[-1].voice == tail.all[0].attribution[-1].voice == "the coast guard"


def test_an_apposition_belongs_to_the_subject_not_to_what_is_said(said):
    reading = said("Petra Novak, a spokeswoman for the railway in Brno, said the train had been empty.")
    assert reading.words(reading.all[0]) == "the train had been empty"
    assert reading.chain(reading.all[0]) == ["Petra Novak"]


def test_the_second_verb_of_one_subject_is_a_statement_of_its_own(said):
    reading = said("The company denied that the pipe had leaked and said production continued.")
    assert [reading.words(s) for s in reading.all] == ["the pipe had leaked", "production continued"]
    assert {reading.chain(s)[-1] for s in reading.all} == {"company"}


def test_denied_reports_are_what_was_denied(said):
    reading = said("The army denied reports that a helicopter had been shot down.")
    assert reading.words(reading.all[0]) == "a helicopter had been shot down"


def test_impersonal_passives_have_an_unknown_voice(said):
    reading = said("It was reported that the harbour had reopened.")
    (statement,) = reading.all
    assert reading.words(statement) == "the harbour had reopened"
    assert statement.attribution[-1].name == "unknown"
    assert statement.attribution[-1].kind == "unknown"


def test_a_passive_names_its_voice_with_by(said):
    reading = said("The raid was condemned by the opposition party.")
    (statement,) = reading.all
    assert statement.attribution[-1].voice == "the opposition party"
    assert reading.words(statement) == "The raid"


def test_reportedly_is_said_by_somebody_unnamed(said):
    reading = said("The suspect reportedly fled across the border at night.")
    (statement,) = reading.all
    assert statement.attribution[-1].voice == "reportedly"
    assert statement.certainty == "reported"
    assert reading.words(statement) == "fled across the border at night"


def test_suspicion_belongs_to_those_who_detain(said):
    reading = said("Police detained four men on suspicion of planting the device.")
    (statement,) = reading.all
    assert statement.kind == "accusation"
    assert statement.attribution[-1].voice == "Police"


def test_a_noun_that_is_no_saying_is_left_alone(said):
    reading = said("The report lay on the table. Its claims office is in Turin. The state road was wet.")
    assert reading.all == ()


def test_a_verb_that_only_describes_its_object_is_no_saying(said):
    reading = said("The gunman entered a hall called the Atrium and opened fire.")
    assert reading.all == ()


def test_the_dateline_is_not_part_of_what_was_said(said):
    reading = said("TRIPOLI, Libya — Militias have left the airport, a port official said.")
    assert reading.words(reading.all[0]) == "Militias have left the airport"


def test_a_headline_with_a_colon(said):
    reading = said("Interior Ministry: Thousands still without water\n\nAid lorries arrived on Sunday.")
    assert reading.words(reading.all[0]) == "Thousands still without water"
    assert reading.chain(reading.all[0]) == ["Interior Ministry"]


def test_a_label_in_a_headline_is_no_speaker(said):
    assert said("Breaking: Fire closes the old theatre\n\nSmoke rose over the square.").all == ()


def test_capitals_make_no_difference(said):
    reading = said(
        "THE NAVY COMMAND REPORTED THAT A PATROL BOAT SANK NEAR THE HARBOR.\n\n"
        "ACCORDING TO COLONEL RUIZ, NO SAILORS WERE ABOARD."
    )
    assert [reading.words(s) for s in reading.all] == [
        "A PATROL BOAT SANK NEAR THE HARBOR",
        "NO SAILORS WERE ABOARD",
    ]


def test_what_was_not_said_is_marked(said):
    reading = said("No group has claimed responsibility for the fire. Officials did not identify the victims.")
    first, second = reading.all
    assert first.negated
    assert first.kind == "claim_of_responsibility"
    assert reading.words(first) == "responsibility for the fire"
    assert second.negated
    assert reading.words(second) == "the victims"


def test_spans_stand_on_the_text(said):
    reading = said('The mayor said the bridge was "safe". "We checked it twice," he added.', outlet="The Echo")
    for statement in reading.all:
        assert statement.content.of(reading.text).strip('"') == statement.content.of(reading.text)
        for voice in statement.attribution:
            assert voice.span is None or voice.span.of(reading.text) == voice.voice
            assert voice.cue_span is None or voice.cue_span.of(reading.text) == voice.cue


def test_ids_run_in_order_of_the_text_and_are_the_same_twice(said):
    text = "Police said a car burned. The owner denied that. A witness told the court the driver ran away."
    first, second = said(text), said(text)
    assert [s.id for s in first.all] == [f"s{i}" for i in range(1, len(first.all) + 1)]
    assert first.all == second.all
    assert [s.content.start for s in first.all] == sorted(s.content.start for s in first.all)


def test_a_relative_clause_ends_before_the_main_verb(said):
    reading = said("The miner, who denied the theft, said he had slept all night.")
    assert [reading.words(s) for s in reading.all] == ["the theft", "he had slept all night"]


def test_a_wish_not_to_be_named_is_no_statement(said):
    reading = said("An officer, who asked not to be named, said the gate was open.")
    assert [reading.words(s) for s in reading.all] == ["the gate was open"]


def test_those_suspected_do_not_suspect(said):
    reading = said("Police arrested two men suspected of planting the device.")
    (statement,) = reading.all
    assert statement.attribution[-1].name == "unknown"
    assert statement.kind == "accusation"


def test_death_threats_are_a_threat_by_somebody(said):
    reading = said("The judge has received death threats.")
    (statement,) = reading.all
    assert statement.kind == "threat"
    assert reading.words(statement) == "death threats"


def test_a_warning_before_a_participle_is_a_thing(said):
    reading = said("Although its snow is thin, the Weather Bureau has sent a night frost warning lasting two days.")
    assert not any(v.cue == "warning" for s in reading.all for v in s.attribution)


def test_a_noun_before_an_auxiliary_says_nothing(said):
    reading = said('"Nobody knows why, however early reports do not suggest it was arson," the notice said.')
    assert "reports" not in {v.cue for s in reading.all for v in s.attribution}
