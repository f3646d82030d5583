"""Distances and directions of towns that only their distance makes known, of near places, and of names with "City"."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.app.read import read
from sayso.model import Finding

LEAD = "Officials spoke to reporters about the latest news on Monday.\n\n"


def findings(text: str, kind: str) -> list[Finding]:
    """Findings of one check in a whole reading."""
    return [f for f in read(LEAD + text, published=date(2014, 5, 20)).findings if f.check == kind]


@pytest.mark.parametrize(
    ("text", "computed"),
    [
        ("Swanton is about 20 miles east of Toledo in northwestern Ohio.", "west"),
        ("He was seen in Charenton, about 45 miles northwest of Lafayette.", "southeast"),
        ("A man was hurt in Wellston, 35 miles southwest of Oklahoma City, police said.", "northeast"),
        ("It happened in Palmview, about 10 miles east of McAllen.", "west"),
        ("Troops came to Huancayo, 300 km west of Lima, in the morning.", "east"),
    ],
)
def test_the_side_on_which_a_place_lies(text: str, computed: str) -> None:
    assert [f.computed.split()[0] for f in findings(text, "direction")] == [computed]


@pytest.mark.parametrize(
    "text",
    [
        "Swanton is about 20 miles west of Toledo in northwestern Ohio.",
        "A man was hurt in Wellston, 35 miles northeast of Oklahoma City, police said.",
        "It happened in Palmview, about 10 miles west of McAllen.",
        "Troops came to Huancayo, 300 km east of Lima, in the morning.",
        "He lives in Soacha, south of Bogota, with his family.",
    ],
)
def test_the_right_side_is_silent(text: str) -> None:
    assert findings(text, "direction") == []


def test_a_distance_from_a_place_whose_name_ends_in_city() -> None:
    (found,) = findings("A man was hurt in Wellston, 160 miles northeast of Oklahoma City, police said.", "distance")
    assert found.said == "160 miles"


def test_a_village_that_is_not_held_is_not_measured_from_a_far_namesake() -> None:
    text = "The house is in the town of Elmo, which is located 120 miles north of Kansas City, Missouri."
    assert findings(text, "distance") == []
