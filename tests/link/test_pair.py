"""What is set by hand in the pair score: contradictions, names that outweigh them, accounts without a place."""

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest

from sayso.link import Facts, clues_of, known
from sayso.link.pair import MOST, SAME, UNCOMPARED, compare, score
from sayso.link.trees import pair_trees
from sayso.model import Document, Place

ROMA = Place("Sabinovo", "Slovakia", "SK", "Prešov", 724503, 49.1, 21.1, "settlement", 5_000.0)
LIMA = Place("Huaral", "Peru", "PE", "Lima", 3939168, -11.5, -77.2, "settlement", 5_000.0)
WHERE = "Gunmen shot at a bus at the Kalvaria depot near the Torysa bridge and the Hanusova mill, killing four people."
WHO = "Gunmen of the Zelkovar Brigade Karnovy shot at a bus, killing four people, and drove away in a white van."


def told(text: str, *places: Place, **changes: object) -> Facts:
    made = Facts(
        key=f"{text}/i1", document=text, type="armed_attack", family="attack", status="happened",
        day_from="2024-03-01", day_to="2024-03-01", dated=True, places=places, figures=(("killed", 4, 4),),
        perpetrators=(), known_from=datetime(2024, 3, 2, tzinfo=UTC).isoformat(), published="2024-03-02",
        clues=clues_of(Document(text, "", text, language="en")),
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def odds(one: Facts, other: Facts) -> float:
    return float(score(known(one), [known(other)])[0])


def test_a_contradicted_pair_is_not_scored() -> None:
    text = "Gunmen shot at a bus, killing four people, and drove away in a white van, the police said."
    assert odds(told(text, ROMA), told(text, LIMA)) == UNCOMPARED


def test_many_rare_names_in_common_outweigh_a_misread_place() -> None:
    assert odds(told(WHERE, ROMA), told(WHERE + " ", LIMA)) > SAME


@pytest.mark.parametrize(("named", "joined"), [((), True), (("Zelkovar Brigade Karnovy",), False)])
def test_the_name_of_a_perpetrator_outweighs_nothing(named: tuple[str, ...], joined: bool) -> None:
    text = WHO.replace("Karnovy", "Karnovy Drenislav")
    names = tuple(f"{n} Drenislav" for n in named)
    here, there = told(text, ROMA, perpetrators=names), told(text + " ", LIMA, perpetrators=names)
    assert (odds(here, there) > UNCOMPARED) == joined


def taken_off(one: Facts, other: Facts) -> float:
    """What the rules set by hand take off the score that the trees give."""
    rows = compare(known(one), [known(other)])
    return round(float(np.clip(pair_trees().score(rows, -4.0)[0], UNCOMPARED, MOST)) - odds(one, other), 3)


def test_accounts_whose_places_cannot_be_compared_need_names_in_common() -> None:
    text = "At noon two men shot at a bus, killing four people, and drove away in a white van, police said."
    assert taken_off(told(text, ROMA), told(text + " ")) > 1
    assert taken_off(told(text, ROMA), told(text + " ", ROMA)) == 0
    assert taken_off(told(WHERE, ROMA), told(WHERE + " ")) == 0
