"""A toll that says that it counts who did it too."""

import pytest

import sayso
from sayso.model import Figure


def tolls(text: str) -> set[tuple[int, str]]:
    reading = sayso.read(text, published="2024-03-05")
    values = [a.value for report in reading for a in report.assertions if a.field == "killed"]
    return {(v.low, v.scope) for v in values if isinstance(v, Figure)}


@pytest.mark.parametrize(
    "words",
    [
        "killed three people, including the bomber",
        "killed three people, including the suspected suicide bomber",
        "killed three people (including two gunmen)",
        "killed three people, among them the attacker",
    ],
)
def test_the_bomber_is_counted(words: str) -> None:
    assert (3, "all") in tolls(f"A bombing in Quetta, Pakistan, on March 4, 2024 {words}, police said.")


@pytest.mark.parametrize("words", ["killed three people, including two children", "killed three people"])
def test_nobody_else_makes_it_so(words: str) -> None:
    assert (3, "victims") in tolls(f"A bombing in Quetta, Pakistan, on March 4, 2024 {words}, police said.")


def test_another_sentence_says_nothing_about_it() -> None:
    first = "A bombing in Quetta, Pakistan, on March 4, 2024 killed three people."
    text = f"{first} Witnesses, including the bomber's aunt, wept."
    assert (3, "victims") in tolls(text)
