"""Who may speak: joint speakers, nobody, narrators, places, and who stands behind a document."""

from __future__ import annotations

from sayso.model import Document, Mention, Span
from sayso.read.actors import find_actors
from sayso.read.passages import split_passages
from sayso.read.statements import find_statements


def origins(reading) -> list[str]:
    return [s.attribution[-1].name for s in reading.all]


def test_joint_speakers_make_one_statement_each(said):
    reading = said("Anna Bergman and Leo Falk said the bridge was unsafe.")
    assert origins(reading) == ["Anna Bergman", "Leo Falk"]
    assert {reading.words(s) for s in reading.all} == {"the bridge was unsafe"}


def test_joint_bodies_make_one_statement_each(said):
    reading = said("The mayor and the police said the road was closed.")
    assert origins(reading) == ["mayor", "police"]


def test_half_of_a_name_is_no_joint_speaker(said):
    reading = said("The National Search and Rescue Agency said the ferry was afloat.")
    assert len(reading.all) == 1


def test_the_narrator_is_no_voice(said):
    assert said("I think the town will recover. We know that the winter is long.").all == ()


def test_a_quoted_speaker_may_say_i(said):
    reading = said('"I think we will recover, and we believe it," said Anna Bergman.')
    assert "Anna Bergman" in origins(reading)


def test_what_the_narrator_says_of_itself_counts_when_asked_for():
    document = Document("d", "c", "I think the town will recover.", language="en")
    passages = split_passages(document)
    assert find_statements(document, passages, find_actors(document, passages, ()), first_person=True)


def test_no_group_is_nobody(said):
    (statement,) = said("No group has claimed responsibility for the fire.").all
    assert (statement.negated, statement.attribution[-1].name, statement.attribution[-1].kind) == (
        True,
        "unknown",
        "unknown",
    )


def test_a_country_speaks_as_an_official():
    text = "Norland said it would send a ship."
    document = Document("d", "c", text, language="en")
    place = Mention("place", Span(0, 7), "Norland")
    passages = split_passages(document)
    (statement,) = find_statements(document, passages, (*find_actors(document, passages, (place,)), place))
    assert (statement.attribution[-1].name, statement.attribution[-1].kind) == ("Norland", "official")


def test_a_spokeswoman_has_the_kind_of_her_company(said):
    (statement,) = said("A spokeswoman for the company said the vessel was empty.").all
    assert statement.attribution[-1].kind == "organisation"


def test_a_person_of_a_study_is_no_document(said):
    (statement,) = said("Study co-author Anna Bergman said the ice was thin.").all
    assert statement.attribution[-1].kind != "document"


def test_a_possessive_leads_from_the_statement_to_its_maker(said):
    (statement,) = said("The ministry's statement said the pipeline was safe.").all
    assert [(v.name, v.kind) for v in statement.attribution] == [("statement", "document"), ("ministry", "official")]


def test_the_communique_again_leads_to_who_stands_behind_it(said):
    reading = said(
        "A communique signed by the Harbour Liberation Front said the port would burn. "
        "The communique added that the mayor would pay."
    )
    assert reading.chain(reading.about("mayor would pay"))[-1] == "Harbour Liberation Front"


def test_a_report_by_somebody_that_something_was_so(said):
    reading = said("The office corrected an earlier report by a hospital that two people had been hurt.")
    assert reading.chain(reading.about("two people had been hurt"))[-1] == "hospital"


def test_a_voice_that_speaks_of_its_fighters_is_a_group(said):
    (statement,) = said("The Brigade of the Dry River said its fighters killed four soldiers.").all
    assert (statement.attribution[-1].kind, statement.kind) == ("group", "claim_of_responsibility")


def test_the_press_carries_nothing_on(said):
    (statement,) = said('"The line is open," Anna Bergman told the press.').all
    assert len(statement.attribution) == 1


def test_what_one_says_one_thinks_is_one_statement(said):
    (statement,) = said("Anna Bergman said she believed the dam would hold.").all
    assert [v.name for v in statement.attribution] == ["Anna Bergman"]


def test_a_title_inside_a_sentence_is_no_verb(said):
    reading = said("The road was closed before Judge Hale's clerk arrived.")
    assert reading.all == ()


def test_the_longer_part_of_a_split_quotation_is_the_content(said):
    (statement,) = said('"However," Anna Bergman said on Monday, "the cargo was never checked in the port."').all
    assert statement.content.of(
        '"However," Anna Bergman said on Monday, "the cargo was never checked in the port."'
    ).startswith("the cargo was never checked")


def test_an_apposition_after_according_to_is_no_content(said):
    reading = said("According to Northlight, a security firm, two servers were open to all.")
    assert reading.words(reading.all[0]) == "two servers were open to all"


def test_a_clause_with_a_bare_past_may_stand_before_its_cue(said):
    reading = said("Gunmen opened fire on traders at a market, killing nine people, police said.")
    assert origins(reading) == ["police"]


def test_a_contradicting_narrator_without_a_known_outlet_has_no_voice(said):
    reading = said("The group said the law banned prayer. In fact, the law contains no such ban at all.")
    narrator = next(s for s in reading.all if s.mode == "narrator")
    assert narrator.attribution == ()


def test_a_name_with_an_initial_is_whole_behind_its_verb(said):
    reading = said('"The order is stayed until Friday," wrote Chief Justice Martin G. Holloway.')
    assert origins(reading) == ["Martin G. Holloway"]


def test_a_name_of_initials_is_whole(said):
    assert origins(said('"We are glad to be back," said J. P. Morton, a lawyer.')) == ["J. P. Morton"]


def test_a_body_whose_name_goes_on_with_of_is_whole(said):
    reading = said("The group Soldiers of Dawn claimed responsibility for the attack on the depot.")
    assert [(v.name, v.kind) for s in reading.all for v in s.attribution[-1:]] == [("Soldiers of Dawn", "group")]


def test_the_owner_of_who_speaks_is_not_the_speaker(said):
    assert origins(said("Anna Bergman's foundation said the bridge was unsafe.")) == ["Anna Bergman's foundation"]


def test_the_one_named_behind_a_body_with_a_comma_in_its_name_speaks(said):
    reading = said('"He was the best," said University of Northland, Eastport\'s chancellor, Leo Falk.')
    assert origins(reading) == ["Leo Falk"]


def test_who_heads_a_body_is_a_person(said):
    (only,) = said("Harbour Society executive director Anna Bergman said the bridge was unsafe.").all
    assert (only.attribution[-1].name, only.attribution[-1].kind) == ("Anna Bergman", "person")
