"""Numbers beside a fate that count no people."""

import pytest

from sayso.model import Document, Passage, Span
from sayso.read.dates import find_dates
from sayso.read.figures import find_figures


def killed(text: str) -> list[int]:
    document = Document(id="d", capture="", text=text)
    passages = (Passage(Span(0, len(text)), 0, 0),)
    found = find_figures(document, passages, find_dates(document, passages, ()))
    return [m.datum.low for m in found if m.role == "killed"]


@pytest.mark.parametrize(
    "text",
    [
        "The band, which gave up its guns on 4 May, was dissolved and killed off.",
        "The plan drawn up for two weeks was killed.",
        "There were fatalities, but it is not known how many.",
    ],
)
def test_nobody(text):
    assert killed(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The clerk left at 1030 and was killed.",
        "The clerk ran a few steps before being shot dead.",
        "A man attacked by two robbers was killed.",
        "Father of 5 killed in shooting",
        "The gunman who wounded two officers was killed.",
        "Hundreds of mourners gathered where the girl was killed.",
        "The officer, who joined the force 12 years ago, was killed.",
    ],
)
def test_one_person(text):
    assert killed(text) == [1]


def test_a_house_number_counts_nobody_shot():
    text = "Officers were called to 202 N. Elm St. for a man with a gunshot wound."
    document = Document(id="d", capture="", text=text)
    found = find_figures(document, (Passage(Span(0, len(text)), 0, 0),), ())
    assert [m.datum.low for m in found if m.role == "injured"] == [1]
