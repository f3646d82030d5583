"""Incidents: what is told as news, what as background, what not at all, and every value on its words."""

# ruff: noqa: E501

import json
from datetime import date
from pathlib import Path

import pytest

from sayso.app.words import datum_words
from sayso.gazetteer import open_gazetteer
from sayso.model import Document, Mention, Perpetrator, Place, Published, Reading, Span, Statement, Voice, When
from sayso.read.actors import find_actors
from sayso.read.dates import find_dates
from sayso.read.figures import find_figures
from sayso.read.incidents import find_reports
from sayso.read.passages import split_passages
from sayso.read.places import find_places

EXAMPLES = Path(__file__).parents[3] / "examples" / "no-incident.jsonl"


def read(text: str, published: str = "2021-03-10", statements: tuple[Statement, ...] = ()) -> Reading:
    document = Document(
        id="d", capture="", text=text, published=Published(date.fromisoformat(published), "given"), language="en"
    )
    passages = split_passages(document)
    mentions = find_places(document, passages, (), gazetteer=open_gazetteer())
    mentions += find_dates(document, passages, mentions)
    mentions += find_figures(document, passages, mentions)
    reports, about = find_reports(document, passages, mentions, statements)
    return Reading(document, passages, mentions, about, reports)


def values(reading: Reading, field: str, number: int = 0) -> list:
    return [a.value for a in reading.reports[number].assertions if a.field == field]


BOMBING = (
    "Two bombs exploded outside a police station in Kandahar on Monday, killing four people and wounding eleven. "
    "Gunmen opened fire on officers who came out. The bombs had been hidden in a cart."
)


def test_two_blasts_of_one_day_and_town_are_one_incident():
    reading = read(BOMBING)
    assert [(r.type, r.family, r.status) for r in reading] == [("bombing", "attack", "happened")]
    assert values(reading, "devices")[0].low == 2


def test_day_place_and_figures_stand_beside_the_trigger():
    reading = read(BOMBING)
    (when,) = {v.value for v in values(reading, "happened") if isinstance(v, When)}
    assert when == "2021-03-08"
    assert values(reading, "place")[0].geonames_id == 1138336
    assert values(reading, "killed")[0].low == 4
    assert values(reading, "injured")[0].low == 11


def test_every_assertion_stands_on_its_words():
    reading = read(BOMBING)
    for report in reading:
        assert report.assertions
        for a in report.assertions:
            assert a.span.of(reading.document.text) == a.text


def test_gas_explosion_is_an_accident():
    reading = read("A gas explosion destroyed a bakery in Lyon on Tuesday and killed two workers.")
    assert [(r.type, r.family) for r in reading] == [("explosion", "accident")]


@pytest.mark.parametrize(
    "text",
    [
        "The striker shot wide before the break, and the home attack fired two late goals in the league on Sunday.",
        "The minister came under fire for the budget and was fired from his post on Tuesday. Parliament meets on Friday.",
        "Shares crashed on Monday and the talks collapsed. Dealers fear the market may be hit by strikes.",
        "An earthquake killed 300 people in the province on Sunday and destroyed the hospital.",
        "He died of a heart attack at 81, his family said on Monday. He had led the ministry for ten years.",
        "The army would attack if the ceasefire failed, analysts said. Rebels might shell the port.",
    ],
)
def test_no_incident(text):
    assert [r.type for r in read(text) if r.status != "background"] == []


@pytest.mark.parametrize(
    "line", EXAMPLES.read_text("utf-8").splitlines(), ids=lambda x: json.loads(x)["url"].rsplit("/")[-1]
)
def test_the_quiet_examples_hold_no_current_incident(line):
    doc = json.loads(line)
    assert [r.type for r in read(doc["text"], doc["published"]) if r.status != "background"] == []


def test_a_shooting_at_a_film_is_still_a_shooting():
    reading = read(
        "A gunman opened fire in a cinema in Denver during the premiere of a film on Monday, killing four people. "
        "The film was stopped. The cinema is closed."
    )
    assert [(r.type, r.status) for r in reading] == [("armed_attack", "happened")]


def test_the_cause_of_the_news_is_background():
    reading = read(
        "The governor announced his resignation on Tuesday. It follows two weeks of protests in Lima over the price of "
        "bread. Protesters had called for him to leave."
    )
    assert {r.status for r in reading} <= {"background"}


def test_another_attack_in_another_town_is_an_incident_of_its_own():
    reading = read(
        "A bomb exploded outside a bank in Kandahar on Monday, killing four people. "
        "Hours later another bomb exploded in Herat and wounded seven officers. Nobody was arrested."
    )
    assert [r.type for r in reading] == ["bombing", "bombing"]
    assert [v.low for v in values(reading, "killed")] == [4]
    assert [v.low for v in values(reading, "injured", 1)] == [7]
    assert [v.name for v in values(reading, "place", 1)] == ["Herāt"]


def test_the_day_in_the_dateline_is_not_the_day_it_happened():
    reading = read("LIMA, 9 March 2021 (AFP) -- Gunmen attacked a bus in Cusco on Sunday and killed six passengers.")
    assert {v.value for v in values(reading, "happened")} == {"2021-03-07"}


def test_a_verdict_makes_the_old_incident_background():
    reading = read(
        "A court in Oslo sentenced two men to life in prison on Tuesday. The jury found them guilty of planting a bomb. "
        "The bombing in June 2017 killed five people in Bergen."
    )
    assert {r.status for r in reading} == {"background"}


def test_an_earlier_incident_is_told_apart():
    reading = read(
        "Gunmen attacked a convoy near Gao on Monday, killing six soldiers. The attack came at dawn. "
        "In August 2018 security forces detained 18 people in Timbuktu."
    )
    assert [(r.type, r.status) for r in reading][1:] == [("arrest", "background")]
    assert values(reading, "detained", 1)[0].low == 18
    assert values(reading, "killed")[0].low == 6


def test_unnamed_attackers_are_unknown():
    reading = read("Masked gunmen attacked a bus near Gao on Monday and killed six passengers.")
    (who,) = values(reading, "perpetrator")
    assert isinstance(who, Perpetrator)
    assert (who.status, who.named) == ("unknown", False)


def test_a_claim_gives_a_claimed_perpetrator_with_its_statement():
    text = "A car bomb killed six people in Gao on Monday. The Northern Front claimed responsibility."
    voice = Voice(
        "The Northern Front", "Northern Front", "group", Span(text.index("The Northern"), text.index(" claimed"))
    )
    at = text.index("responsibility")
    claim = Statement("s1", "claim_of_responsibility", Span(at, at + 14), (voice,))
    reading = read(text, statements=(claim,))
    (a,) = [a for a in reading.reports[0].assertions if a.field == "perpetrator"]
    assert (a.value.name, a.value.status, a.statement) == ("Northern Front", "claimed", "s1")
    assert reading.statements[0].about == ("i1",)


def test_a_denied_mode_is_asserted_by_reports_and_negated_by_the_group():
    text = "Two blasts shook Gao on Monday and a bomb killed six people. The Front denied reports that it was a suicide attack."
    at = text.index("it was")
    voice = Voice("The Front", "Front", "group", Span(text.index("The Front"), text.index(" denied")))
    denial = Statement("s1", "denial", Span(at, len(text) - 1), (voice,))
    reading = read(text, statements=(denial,))
    modes = {(a.polarity, a.statement) for a in reading.reports[0].assertions if a.field == "mode"}
    assert modes == {("asserted", None), ("negated", "s1")}


def test_a_value_inside_a_statement_names_it():
    text = "A bus crashed near Lyon on Monday. Police said nine people were killed."
    at = text.index("nine")
    said = Statement("s1", "report", Span(at, len(text) - 1), (Voice("Police", "Police", "official"),))
    reading = read(text, statements=(said,))
    (killed,) = [a for a in reading.reports[0].assertions if a.field == "killed"]
    assert killed.statement == "s1"


def test_upper_case_wire_reads_the_same():
    reading = read(BOMBING.upper())
    assert [(r.type, r.status) for r in reading] == [("bombing", "happened")]
    assert values(reading, "killed")[0].low == 4


def test_the_spelling_of_the_text_stays_findable():
    reading = read("A car bomb killed six people in Mokha, Yemen, on Monday. The bomb exploded in a market.")
    assert any("Mokha" in f"{p.name} {p.reason}" for p in values(reading, "place") if isinstance(p, Place))


def test_the_court_that_charges_is_no_perpetrator():
    reading = read_with_actors(
        "A man shot and killed two people in Lyon on Monday. At the Lyon District Court he was charged with murder."
    )
    assert not any("Court" in v.name for v in values(reading, "perpetrator"))


def test_what_a_speaker_says_of_a_group_is_an_accusation():
    text = (
        "A car bomb killed six people in Gao on Monday. Police said the attack was carried out by the Northern Front."
    )
    at = text.index("the attack")
    said = Statement("s1", "report", Span(at, len(text) - 1), (Voice("Police", "Police", "official"),))
    plain = read(text)
    front = Mention(
        "group", Span(text.index("Northern"), len(text) - 1), "Northern Front", "Northern Front", voice_kind="group"
    )
    reports, _ = find_reports(plain.document, plain.passages, (*plain.mentions, front), (said,))
    who = [a.value for a in reports[0].assertions if a.field == "perpetrator"]
    assert [(v.name, v.status) for v in who] == [("Northern Front", "accused")]


def test_a_named_site_lies_at_the_point_of_its_town():
    reading = read("A fire broke out at the Fulton Market in Lyon on Monday and killed two people.")
    places = {p.name: p for p in values(reading, "place") if isinstance(p, Place)}
    assert places["Fulton Market"].precision == "site"
    assert places["Fulton Market"].lat == places["Lyon"].lat


def test_an_unnamed_person_is_kept_as_words():
    reading = read(
        "A bomb killed two people in Gao on Monday. Police identified the bomber as a local 24-year-old man."
    )
    assert values(reading, "person") == ["a local 24-year-old man"]


def read_with_actors(text: str) -> Reading:
    reading = read(text)
    mentions = reading.mentions + find_actors(reading.document, reading.passages, reading.mentions)
    reports, about = find_reports(reading.document, reading.passages, mentions, ())
    return Reading(reading.document, reading.passages, mentions, about, reports)


def test_a_charged_person_is_a_perpetrator_of_kind_person():
    reading = read_with_actors(
        "A man shot and killed two people in Lyon on Monday. Jonas Example, 31, was charged with murder on Tuesday."
    )
    who = [v for v in values(reading, "perpetrator") if v.status == "charged"]
    assert [(v.name, v.named, v.kind) for v in who] == [("Jonas Example", True, "person")]
    assert datum_words(who[0]) == "a named person (charged)"


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Two police posts were attacked near Osh on Tuesday.", ["armed_attack"]),
        ("The convoy has been repeatedly attacked near Osh this week.", ["armed_attack"]),
        ("The camp near Osh was attacked on Tuesday.", ["armed_attack"]),
        ("The camp was attacked from the air on Tuesday.", ["air_strike"]),
        ("The minister was attacked in the press near the end of the week.", []),
    ],
)
def test_a_site_that_was_attacked_is_an_attack_though_nobody_is_said_to_have_done_it(
    text: str, types: list[str]
) -> None:
    assert [report.type for report in read(text).reports] == types
