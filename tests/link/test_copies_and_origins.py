"""Copies and shared far ends of attribution are one origin."""

import random

from sayso.link import CopyOf, Traced, bands, compare, find_origins
from sayso.link.names import body_of
from sayso.model import Origin

_WORDS = [f"word{n}" for n in range(400)]


def text(seed: int, length: int = 120) -> str:
    return " ".join(random.Random(seed).choices(_WORDS, k=length))  # noqa: S311


def test_the_same_words_with_another_dateline_are_a_verbatim_copy() -> None:
    copy = compare(text(1), "NORTHTOWN (Agency) " + text(1))
    assert copy is not None
    assert copy.kind == "verbatim"


def test_a_shortened_text_is_an_edited_copy() -> None:
    copy = compare(text(1), " ".join(text(1).split()[:60]))
    assert copy is not None
    assert copy.kind == "edited"
    assert copy.similarity > 0.9


def test_independent_texts_are_no_copies() -> None:
    assert compare(text(1), text(2)) is None
    assert not set(bands(text(1))) & set(bands(text(2)))


def test_near_copies_share_a_band() -> None:
    words = text(3).split()
    words[40] = words[90] = "changed"
    assert set(bands(text(3))) & set(bands(" ".join(words)))


def test_bands_are_the_same_in_every_process() -> None:
    assert bands("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen")[:2] == (
        4070465484913809470,
        -5887377423226477600,
    )


def test_very_short_texts_are_never_copies() -> None:
    assert bands("Police said so.") == ()
    assert compare("Police said so.", "Police said so.") is None


def traced(number: int, outlet: str, far: str = "", kind: str = "official", says: str = "") -> Traced:
    return Traced(f"a{number}", f"d{number}/i1", f"d{number}", outlet, far, kind if far else "", says, "killed")


def find_voices(items: list[Traced], copies: dict[str, CopyOf]) -> tuple[tuple[Origin, ...], dict[str, str]]:
    found = find_origins(items, copies)
    return found.voices, found.voice_of


def test_reports_that_cite_one_named_voice_have_one_origin() -> None:
    origins, of = find_voices([traced(1, "Gulf Herald", "Aru Bekova"), traced(2, "North Star", "Aru Bekova")], {})
    assert of["a1"] == of["a2"]
    assert origins[0].name == "Aru Bekova"
    assert origins[0].joined_by == ("same voice: Aru Bekova",)


def test_reports_that_cite_nobody_are_their_own_origins() -> None:
    origins, _ = find_voices([traced(1, "Gulf Herald"), traced(2, "North Star")], {})
    assert [o.name for o in origins] == ["Gulf Herald", "North Star"]


def test_a_copy_leads_where_its_original_leads() -> None:
    origins, of = find_voices(
        [traced(1, "Gulf Herald"), traced(2, "North Star")], {"d2": CopyOf("d1", "verbatim", 1.0)}
    )
    assert of["a1"] == of["a2"]
    assert origins[0].joined_by == ("North Star is a verbatim copy of Gulf Herald",)


def test_copies_of_copies_end_even_in_a_circle() -> None:
    copies = {"d1": CopyOf("d2", "verbatim", 1.0), "d2": CopyOf("d1", "verbatim", 1.0)}
    assert len(find_voices([traced(1, "Gulf Herald"), traced(2, "North Star")], copies)[0]) >= 1


def test_unnamed_voices_are_others_in_every_report() -> None:
    origins, _ = find_voices([traced(1, "A", "residents", "witness"), traced(2, "B", "residents", "witness")], {})
    assert len(origins) == 2


def test_a_body_at_the_scene_is_one_voice() -> None:
    said = [
        traced(1, "A", "the health ministry"),
        traced(2, "B", "health ministry officials"),
        traced(3, "C", "police"),
    ]
    _, of = find_voices(said, {})
    assert of["a1"] == of["a2"] != of["a3"]


def test_an_acronym_is_the_name_it_stands_for() -> None:
    said = [traced(1, "A", "National Relief Bureau", "agency"), traced(2, "B", "NRB", "agency")]
    _, of = find_voices(said, {})
    assert of["a1"] == of["a2"]


def test_a_family_name_of_two_people_decides_nothing() -> None:
    said = [traced(1, "A", "Aru Bekova"), traced(2, "B", "Dana Bekova"), traced(3, "C", "Bekova")]
    assert len(find_voices(said, {})[0]) == 3


def test_a_headline_leads_to_the_voice_that_says_the_same_below() -> None:
    cited = Traced("b", "d1/i1", "d1", "Gulf Herald", "police", "official", "killed 3")
    origins, of = find_voices([traced(1, "Gulf Herald", says="killed 3"), cited], {})
    assert of["a1"] == of["b"]
    assert len(origins) == 1


def test_the_body_behind_a_spokesman() -> None:
    assert body_of("a police spokesman") == "police"
    assert body_of("the regional prosecutor's office") == body_of("prosecutors") == "prosecutor"
    assert body_of("officials") == ""
    assert body_of("Ministry of Health of Northland") == ""
