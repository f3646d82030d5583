"""Animals that come to harm, or do it: no persons, no incidents, no voices."""

from __future__ import annotations

import pytest

from sayso.app.read import read
from sayso.model import Document, Figure, Reading
from sayso.read.animals import find_animals
from sayso.read.figures import find_figures
from sayso.read.passages import split_passages


def counted(text: str) -> list[tuple[str, int]]:
    document = Document(id="d", capture="", text=text)
    found = find_figures(document, split_passages(document), ())
    return [(m.role, m.datum.low) for m in found if isinstance(m.datum, Figure) and m.role != "age"]


def told(text: str) -> Reading:
    return read(text, published="2020-08-20")


@pytest.mark.parametrize(
    "text",
    [
        "The park's gorilla, Bobo, was shot dead.",
        "A bear at the Elm Park Zoo was killed.",
        "Two leopards were killed and a third wounded.",
        "Bobo, a ten-year-old brown bear, was shot.",
        "A police dog named Max was stabbed to death. Max was shot too.",
        "Hunters shot 12 wolves.",
        "The lion left its cage. He was killed by a ranger.",
    ],
)
def test_animals_are_no_figure(text: str) -> None:
    assert counted(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A man walking his dog was killed.", [("killed", 1)]),
        ("Three men and a dog were killed.", [("killed", 3)]),
        ("Cattle herders killed 12 farmers.", [("killed", 12)]),
        ("Six Elm Tigers were killed.", [("killed", 6)]),
        ("The bear ran off. Ana Diaz said he was killed by a robber.", [("killed", 1)]),
        ("A gunman shot dead a woman and her dog.", [("killed", 1)]),
        ("A lion killed a hunter.", [("killed", 1)]),
        ("Rebels killed eight civilians and their livestock.", [("killed", 8)]),
    ],
)
def test_persons_beside_them_are(text: str, figures: list[tuple[str, int]]) -> None:
    assert counted(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "Officers in Leeds shot and killed a bear on Tuesday. The shooting of the bear took place near a school.",
        "A gorilla was shot dead at a zoo in Leeds on Tuesday. It was shot by a keeper.",
        "Poachers killed three rhinos in Kenya on Tuesday. The killing of the rhinos was condemned.",
        "A bear attacked a walker near Leeds on Tuesday. The attack by the bear took place near a school.",
    ],
)
def test_harm_to_or_by_animals_is_no_incident(text: str) -> None:
    assert told(text).reports == ()


@pytest.mark.parametrize(
    "text",
    [
        "A man walking his dog was shot dead in Leeds on Tuesday. The man was shot twice, police said.",
        "Gunmen riding camels attacked a village in Mali on Tuesday. The gunmen killed 20 people.",
        "A police dog was stabbed and an officer was wounded in Leeds on Tuesday. A man stabbed them, police said.",
    ],
)
def test_harm_to_persons_beside_them_is(text: str) -> None:
    assert [r.status for r in told(text).reports] == ["happened"]


def test_an_animal_with_a_name_is_no_voice() -> None:
    found = told("A police dog named Max was stabbed in Leeds on Tuesday, officials said.").statements
    assert [s.attribution[-1].name for s in found] == ["officials"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The gorilla, Bobo, was ten.", ["Bobo"]),
        ("A dog called Max barked. Max was old.", ["Max", "Max"]),
        ("Bobo the gorilla was ten. Ana Bobo Diaz was nine.", ["Bobo"]),
        ("The dog barked, and Ana was nine.", []),
    ],
)
def test_the_name_of_an_animal(text: str, names: list[str]) -> None:
    assert [s.of(text) for s in sorted(find_animals(text).names)] == names


@pytest.mark.parametrize(
    "text",
    ["The Detroit Lions won.", "He had to bear the cost.", "A lone wolf was shot.", "The dog handler left.", "A DOG"],
)
def test_no_animal(text: str) -> None:
    assert not find_animals(text)
