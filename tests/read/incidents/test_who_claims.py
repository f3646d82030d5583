"""A deed that an army explains is not one that it claims."""

from __future__ import annotations

from sayso.app.read import read
from sayso.model import Perpetrator


def test_an_officer_who_explains_the_rebels_deed_claims_none() -> None:
    text = (
        "MERIDA. Colonel Ana Ruiz, a spokeswoman of the army, said that the rebels attacked the farm on Friday "
        "in retaliation for the arrest of their leader. Two farmers were killed in the attack."
    )
    found = [a.value for r in read(text, published="2016-05-08") for a in r.assertions]
    assert "claimed" not in {v.status for v in found if isinstance(v, Perpetrator)}


def doers(text: str) -> set[tuple[str, str]]:
    reports = read(text, published="2016-05-08")
    values = [a.value for r in reports.reports for a in r.assertions]
    return {(v.name, v.status) for v in values if isinstance(v, Perpetrator)}


def test_a_spokesman_claims_for_his_group() -> None:
    text = "A bomb killed four people in Kabul on Friday. Taliban spokesman Omar Karimi claimed responsibility for it."
    assert doers(text) == {("Taliban", "claimed")}


def test_a_spokesman_named_again_claims_for_the_group_that_he_was_introduced_with() -> None:
    text = (
        "A bomb killed four people in Kabul on Friday. Omar Karimi, a spokesman for the Taliban, spoke of it by "
        'telephone. "We carried out the attack," Karimi said.'
    )
    assert doers(text) == {("Taliban", "claimed")}


def test_a_spokesman_whose_group_is_told_apart_claims_for_the_only_group() -> None:
    text = (
        "A bomb killed four people in Kabul on Friday. The Taliban rule the district. Their spokesman, Omar Karimi, "
        "claimed responsibility for the attack."
    )
    assert doers(text) == {("Taliban", "claimed")}


def test_who_speaks_for_nobody_claims_for_himself() -> None:
    text = "A bomb killed four people in Kabul on Friday. Omar Karimi, a baker, claimed responsibility for the attack."
    assert doers(text) == {("Omar Karimi", "claimed")}


def test_who_says_to_have_shot_down_what_crashed_is_told_with_the_crash() -> None:
    text = (
        "Two soldiers were killed in a helicopter crash in Logar on Friday, the army said. The Taliban claimed "
        "responsibility for shooting down the helicopter."
    )
    assert doers(text) == {("Taliban", "claimed")}


def test_a_claim_of_something_else_is_not_told_with_a_crash() -> None:
    text = (
        "Two soldiers were killed in a helicopter crash in Logar on Friday, the army said. The Taliban claimed "
        "responsibility for a raid on a mine last year."
    )
    assert doers(text) == set()


def test_who_is_the_suspect_is_suspected() -> None:
    text = "A bomb killed four people in Jolo on Friday. The Abu Sayyaf Group is the prime suspect, police said."
    assert doers(text) == {("Abu Sayyaf Group", "suspected")}


def test_who_says_that_it_was_behind_a_blast_claims_it_and_accuses_nobody() -> None:
    text = "A truck bomb went off in Gao on Friday. JNIM said that it was behind the blast."
    assert doers(text) == {("JNIM", "claimed")}


def test_those_who_are_shot_by_the_police_did_not_do_it() -> None:
    assert doers("Police shot dead three suspected robbers in Nairobi on Friday.") == set()
