"""Who carried a statement on: chains, nesting, carriers, the outlet."""

from __future__ import annotations


def test_the_outlet_is_the_nearest_voice(said):
    reading = said("Officials said the tunnel had flooded.", outlet="The Harbour Post")
    assert reading.chain(reading.all[0]) == ["The Harbour Post", "Officials"]
    assert reading.all[0].attribution[0].span is None


def test_one_statement_inside_another_has_the_whole_chain(said):
    reading = said("Xinhua reported that the mayor said the dam was safe.")
    inner = reading.about("the dam was safe")
    outer = next(s for s in reading.all if s.id == inner.parent)
    assert reading.chain(inner) == ["Xinhua", "mayor"]
    assert inner.depth == 2
    assert reading.chain(outer) == ["Xinhua"]


def test_a_trailing_carrier_stands_before_the_speaker(said):
    reading = said("The rebels said they had taken the airport, Reuters reported.")
    inner = reading.about("they had taken the airport")
    assert reading.chain(inner)[0] == "Reuters"
    assert inner.parent is not None
    assert reading.words(inner) == "they had taken the airport"


def test_told_an_outlet_adds_the_outlet(said):
    reading = said("Karim Aziz told Reuters that the bridge had collapsed.")
    assert reading.chain(reading.all[0]) == ["Reuters", "Karim Aziz"]


def test_told_reporters_adds_nobody(said):
    reading = said("Karim Aziz told reporters that the bridge had collapsed.")
    assert reading.chain(reading.all[0]) == ["Karim Aziz"]


def test_quoted_as_saying_keeps_the_quoting_voice(said):
    passive = said("Lena Graf was quoted by Reuters as saying the plant would reopen.")
    active = said("Reuters quoted Lena Graf as saying the plant would reopen.")
    assert passive.chain(passive.about("reopen")) == active.chain(active.about("reopen")) == ["Reuters", "Lena Graf"]


def test_a_broken_as_saying_still_has_its_speaker(said):
    reading = said("Lena Graf, head of the works council, as saying the plant would reopen, Reuters reported.")
    inner = reading.about("the plant would reopen")
    assert reading.chain(inner) == ["Reuters", "Lena Graf"]


def test_a_message_attributed_to_a_group_is_a_hop(said):
    reading = said("A message on a website attributed to the Red Dawn group said the raid was a response to arrests.")
    statement = reading.about("the raid was a response")
    assert [v.kind for v in statement.attribution] == ["document", "group"]
    assert "Red Dawn" in statement.attribution[-1].name
    assert statement.attribution[-1].cue == "attributed to"


def test_a_video_of_a_group_is_a_hop(said):
    reading = said("The Red Dawn group issued a video warning of attacks unless the prisoners were freed.")
    statement = reading.about("unless the prisoners were freed")
    assert [v.kind for v in statement.attribution] == ["document", "group"]
    assert statement.kind == "threat"
    assert statement.medium == "video"


def test_in_a_statement_is_a_medium_not_a_voice(said):
    reading = said("The airline said in a statement that all crew were safe.")
    assert len(reading.all[0].attribution) == 1
    assert reading.all[0].medium == "written statement"


def test_by_phone_is_a_medium(said):
    reading = said('"The office is open," Ines Costa, a manager at the plant, said by phone after the fire.')
    assert reading.all[0].medium == "phone"
    assert reading.chain(reading.all[0]) == ["Ines Costa"]


def test_reportedly_said_adds_an_unknown_hop(said):
    reading = said("The driver reportedly said the brakes had failed.")
    assert [v.name for v in reading.all[0].attribution] == ["unknown", "driver"]


def test_the_next_sentence_of_the_group_keeps_the_monitor(said):
    reading = said(
        "The Northern Front said it had left the valley, the monitoring group Lookout reported. "
        "The group denied that civilians had been killed."
    )
    denial = reading.about("civilians had been killed")
    assert [v.kind for v in denial.attribution] == ["monitor", "group"]


def test_a_new_paragraph_drops_the_monitor(said):
    reading = said(
        "The Northern Front said it had left the valley, the monitoring group Lookout reported.\n\n"
        "The Northern Front denied that civilians had been killed."
    )
    assert [v.kind for v in reading.about("civilians had been killed").attribution] == ["group"]


def test_a_described_monitor_takes_the_name_it_gets_later(said):
    reading = said(
        "Fighting has stopped, a London-based monitoring group said.\n\n"
        "The monitoring group Lookout said shops had reopened."
    )
    assert reading.chain(reading.about("Fighting has stopped")) == ["Lookout"]


def test_a_pronoun_leads_to_the_last_speaker(said):
    reading = said("Judge Ewa Lis ordered a new trial. She said the evidence was weak.")
    assert reading.chain(reading.about("the evidence was weak")) == ["Ewa Lis"]


def test_a_short_name_leads_to_the_full_one(said):
    reading = said("Tomas Berg told the court he was asleep. Berg said the door was locked.")
    assert reading.chain(reading.about("the door was locked")) == ["Tomas Berg"]


def test_the_one_who_is_cited_is_the_origin(said):
    inside = said("State television, citing an interior ministry source, said the tunnel was closed.")
    behind = said("The tunnel was closed, Reuters reported, citing the Interior Ministry.")
    assert [v.voice for v in inside.all[0].attribution] == ["State television", "an interior ministry source"]
    assert behind.chain(behind.all[0]) == ["Reuters", "Interior Ministry"]


def test_a_cited_reason_is_no_voice(said):
    reading = said("The airline said, citing bad weather, that all flights were cancelled.")
    assert reading.chain(reading.about("all flights were cancelled")) == ["airline"]


def test_speaking_to_an_outlet_adds_the_outlet(said):
    reading = said("Speaking to Reuters, Lena Graf said the plant would reopen.")
    assert reading.chain(reading.all[0]) == ["Reuters", "Lena Graf"]


def test_a_statement_carried_by_an_agency_adds_the_agency(said):
    reading = said("The ministry said in a statement carried by Reuters that two ships had sunk.")
    assert reading.chain(reading.all[0]) == ["Reuters", "ministry"]
    assert reading.words(reading.all[0]) == "two ships had sunk"


def test_a_described_group_takes_the_name_of_the_only_group_that_speaks(said):
    reading = said(
        "A rebel column has taken credit for the blast at the mill.\n\n"
        "The White River Column said the mill had paid its taxes to the army."
    )
    assert reading.chain(reading.about("credit for the blast"))[-1] == "White River Column"


def test_a_description_is_taken_up_with_its_name(said):
    reading = said(
        "A flood is coming, an online weather service based in Lyon said.\n\n"
        "The weather service, Rhone Watch, said two dams had been opened."
    )
    assert reading.chain(reading.about("A flood is coming")) == ["Rhone Watch"]


def test_credit_claimed_in_a_letter_comes_through_who_got_it(said):
    reading = said("The Northern Front claimed responsibility in a letter sent to the Reuters news agency.")
    (statement,) = reading.all
    assert reading.words(statement) == "responsibility"
    assert statement.medium == "letter"
    assert [v.kind for v in statement.attribution] == ["agency", "group"]
