"""One sentence is a whole report: an alert, a post, the first line of an agency. Its type, and that it is news."""

import pytest

from sayso.app.read import read

FLASHES = {
    "A bomb in Kabul killed three soldiers and two civilians on Monday.": "bombing",
    "A grenade killed two people in Kigali on Tuesday.": "bombing",
    "A mine killed two farmers in Chad on Tuesday.": "bombing",
    "A truck hit a landmine near Mopti on Monday, killing four soldiers.": "bombing",
    "A landmine blew up under a bus near Mopti, killing ten people.": "bombing",
    "A rocket killed two people in Basra.": "shelling",
    "An airstrike on a hospital in Idlib killed nine people.": "air_strike",
    "Israeli jets bombed a house in Rafah on Monday, killing a family of six.": "air_strike",
    "Israeli strikes on Baalbek killed three children on Monday.": "air_strike",
    "Five people were killed in Russian strikes on Kherson on Monday.": "air_strike",
    "The army said that it had struck an arms depot in Baalbek on Monday.": "air_strike",
    "A coal mine collapse killed nine in Shanxi on Monday.": "collapse",
    "Unknown men burned down a school in Kaduna on Monday.": "arson",
    "A passenger plane crashed near Yaounde on Monday.": "crash",
    "Gunmen attacked a village near Yaounde on Monday.": "armed_attack",
    "Poisoned food killed ten people in Mukono on Monday.": "poisoning",
    "Militants ambushed a convoy near Gao on Monday, killing eight soldiers.": "armed_clash",
    "A stampede at a stadium in Malang killed 125 people on Saturday.": "stampede",
}


@pytest.mark.parametrize(("text", "kind"), FLASHES.items(), ids=[t[:32] for t in FLASHES])
def test_a_single_sentence_is_news_of_its_type(text: str, kind: str) -> None:
    assert [(r.type, r.status) for r in read(text, published="2031-01-01")] == [(kind, "happened")]


@pytest.mark.parametrize("text", ["The bomb squad killed the power to the building.", "A rocket landed on the moon."])
def test_bombs_and_rockets_of_another_sort_are_no_incident(text: str) -> None:
    assert len(read(text, published="2031-01-01")) == 0


def test_a_day_in_a_clause_about_the_voice_is_the_day_of_the_attack(encoder_on: None) -> None:
    text = (
        "Three stabbed at New Year's Eve ball\n\nOne of the singers at the New Year's Eve ball where three men were "
        "stabbed late Friday night said she wishes that the doors had been watched."
    )
    days = [a.text for r in read(text, published="2032-01-05") for a in r.assertions if a.field == "happened"]
    assert "late Friday night" in days


@pytest.mark.parametrize("answer", ["claimed responsibility for", "denied", "condemned"])
def test_the_day_of_an_answer_is_not_that_of_the_happening(answer: str) -> None:
    reading = read(
        f"The Red Front on Saturday {answer} a bombing that killed two people in Elmwick.", published="2016-05-08"
    )
    assert [a.text for report in reading for a in report.assertions if a.field == "happened"] == []


NO_STRIKES = ["A lightning strike killed two farmers near Cali on Monday.", "Rail strikes hit London on Monday.",
              "A hunger strike killed two prisoners in Evin on Monday.",
              "Strikes against the pension law hit Paris on Monday."]  # fmt: skip


@pytest.mark.parametrize("text", NO_STRIKES)
def test_a_strike_of_other_kinds_is_no_air_strike(text: str) -> None:
    assert read(text, published="2031-01-01").reports == ()
