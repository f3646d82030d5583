"""Cues that share sets of words tell a type without its usual noun."""

from __future__ import annotations

import pytest

from sayso.model import Passage, Span
from sayso.read.incidents.triggers import find_triggers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Armed men took nine passengers off a coach.", "kidnapping"),
        ("The freighter was boarded by eight pirates.", "hijacking"),
        ("A grain ship was struck by an armed drone.", "drone_strike"),
        ("He drove a van into a queue of shoppers.", "vehicle_ramming"),
        ("A hotel in the old centre of Osh was attacked.", "armed_attack"),
        ("Two miners were attacked on the road.", "armed_attack"),
        ("Traders were attacked as they crossed the bridge.", "armed_attack"),
        ("They took the town in an attack in which 40 soldiers were killed.", "armed_attack"),
    ],
)
def test_told_without_the_noun(text: str, kind: str) -> None:
    passage = Passage(span=Span(0, len(text)), number=0, paragraph=0, kind="body")
    assert kind in {t.type for t in find_triggers(text, (passage,)) if t.form != "weak"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The airline lost guests after a fall of its jet in spring that killed 40.", "air_strike"),
        ("Two soldiers were killed in a crash.", "use_of_force"),
        ("Farmers were attacked for burning straw.", "armed_attack"),
        ("A knife attack that left two people dead shocked them.", "armed_attack"),
    ],
)
def test_told_of_something_else(text: str, kind: str) -> None:
    passage = Passage(span=Span(0, len(text)), number=0, paragraph=0, kind="body")
    assert kind not in {t.type for t in find_triggers(text, (passage,)) if t.form != "weak"}
