"""Who is read as the doer: groups told by their people, forces of a state, and names of one group."""

from __future__ import annotations

from sayso.app.read import read
from sayso.model import Perpetrator


def doers(text: str) -> set[tuple[str, str]]:
    reading = read("MERIDA, May 6 (Wire) - " + text, published="2016-05-06")
    values = [a.value for r in reading for a in r.assertions if a.field == "perpetrator"]
    return {(v.name, v.status) for v in values if isinstance(v, Perpetrator) and v.named}


def test_rebels_are_the_only_armed_group_of_the_text() -> None:
    text = "Rebels attacked a bus near the town of Gulu on Thursday, killing four. The LRA has been active there."
    assert ("LRA", "stated") in doers(text)


def test_rebels_are_nobody_by_name_where_two_groups_are_named() -> None:
    text = "Rebels attacked a bus near Gulu on Thursday, killing four people. The LRA and the ADF are active there."
    assert doers(text) == set()


def test_a_doer_may_stand_some_words_behind_the_deed() -> None:
    text = "Two engineers were kidnapped late on Thursday near the river by members of the LTTE. A search began."
    assert ("LTTE", "stated") in doers(text)


def test_forces_that_kill_civilians_are_doers() -> None:
    text = "Army troops killed nine farmers near the town of Palma on Thursday. The farmers were walking home."
    assert doers(text) == {("Army", "stated")}


def test_forces_that_kill_attackers_are_none() -> None:
    text = "Gunmen attacked a market in Palma on Thursday, killing nine people. Police shot dead two of the attackers."
    assert doers(text) == set()
