"""The taxonomy: every type of the design, with its family, definition, codes and working cues."""

# ruff: noqa: E501, PT018

import re

import pytest

from sayso.taxonomy import load_taxonomy

DESIGN = {
    "attack": "bombing armed_attack stabbing assassination kidnapping hostage_taking hijacking arson vehicle_ramming poisoning sabotage",
    "strike": "air_strike drone_strike missile_attack shelling", "clash": "armed_clash", "unrest": "protest riot",
    "state_action": "arrest raid use_of_force", "threat": "threat", "accident": "explosion fire crash collapse stampede",
}  # fmt: skip


def test_every_type_of_the_design_is_there_and_no_other():
    assert {k: t.family for k, t in load_taxonomy().types.items()} == {
        t: family for family, names in DESIGN.items() for t in names.split()
    }


@pytest.mark.parametrize("name", sorted(load_taxonomy().types))
def test_a_type_says_what_it_is_and_how_others_code_it(name):
    kind = load_taxonomy().types[name]
    assert kind.definition and kind.counts and kind.counts_not
    assert set(kind.codes) == {"acled", "ucdp", "gtd", "cameo", "plover"}


@pytest.mark.parametrize("name", sorted(load_taxonomy().types))
def test_cues_are_patterns(name):
    cues = load_taxonomy().types[name].cues["en"]
    for cue in cues.nouns + cues.verbs + cues.weak:
        re.compile(cue)


def test_family_of_an_unknown_type_is_an_error():
    with pytest.raises(KeyError):
        load_taxonomy().family("picnic")


def test_weapons_and_targets_have_words_and_codes():
    for named in (*load_taxonomy().weapons.values(), *load_taxonomy().targets.values()):
        assert named.words["en"] and named.codes["gtd"]
