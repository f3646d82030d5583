"""Crashes, attacks and shots of races and games; a death in a race stays an incident."""

from __future__ import annotations

import pytest

from sayso.app.read import read


def types(text: str) -> list[str]:
    return [r.type for r in read(text, published="2020-08-20").reports]


@pytest.mark.parametrize(
    "text",
    [
        "Racing driver Jan Roe crashed out of the Elm Grand Prix on Sunday. The crash on lap 12 brought out the safety "
        "car. Roe said the crash was his mistake.",
        "Ana Diaz crashed on stage 4 of the Tour of Elmland on Tuesday. The crash 3 km from the finish held up the "
        "peloton. Diaz remounted and finished 40th.",
        "The champion crashed during practice for the Elm Grand Prix on Tuesday and escaped unhurt. The crash damaged "
        "his car.",
        "Elmland beat Oakland 28-26 in the final on Sunday. The attack of Elmland was strong. Coach Roe called it a "
        "battle. Elmland fired 12 shots in the first half.",
    ],
)
def test_sport_in_which_nobody_is_harmed_is_no_incident(text: str) -> None:
    assert types(text) == []


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Racing driver Jan Roe died in a crash at the Elm Grand Prix on Sunday. The crash came on lap 12.", "crash"),
        ("Two spectators were killed when a rally car crashed into a crowd during a race on Sunday.", "crash"),
        ("A bus with the team of Elm crashed on Sunday on the way to the league match. The crash closed the road. "
         "Nobody on the bus was injured in the crash, the coach said.", "crash"),
        ("Gunmen attacked the bus of a football team on Sunday before the cup match. The gunmen opened fire and the "
         "coach said it was an armed attack on the league. Nobody was hurt in the shooting.", "armed_attack"),
    ],
)  # fmt: skip
def test_harm_and_violence_beside_sport_stay_incidents(text: str, type_: str) -> None:
    assert types(text) == [type_]
