"""Killings told by a noun, done and not done."""

import pytest

from sayso.model import Document, Passage, Span
from sayso.read.figures import find_figures


def killed(text: str) -> list[int]:
    document = Document(id="d", capture="", text=text)
    return [m.datum.low for m in find_figures(document, (Passage(Span(0, len(text)), 0, 0),), ()) if m.role == "killed"]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy condemned the murder of former court president Ivo Maren.",
        "THE ENVOY CONDEMNED THE MURDER OF FORMER COURT PRESIDENT IVO MAREN.",
        "The assassination of Mayor Ana Petrov shocked the town.",
        "Protests followed Ana Petrov's murder.",
        "Protests followed the mayor's assassination.",
        "The killing of Maren's driver was condemned.",
        "They denied responsibility for the murder of the mayor.",
    ],
)
def test_one_person_killed(text):
    assert killed(text) == [1]


@pytest.mark.parametrize(
    "text",
    [
        "They plotted the murder of Mayor Ana Petrov.",
        "She was charged with the attempted murder of a clerk.",
        "They threatened the assassination of the mayor.",
        "They denied the murder of the mayor.",
        "The death of the movement was announced.",
        "The massacre of Rio Hondo was denied.",
        "The mayor's murder trial began.",
        "The bullet could have killed her.",
    ],
)
def test_nobody_killed(text):
    assert killed(text) == []


def test_commanders_of_those_who_kill_are_no_victims():
    assert killed("TROOPS COMMANDED BY LIEUTENANT MAREN MURDERED PEASANTS.") == [2]
