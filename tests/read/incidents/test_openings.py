"""The words with which a match of a taxonomy's pattern can begin."""

from __future__ import annotations

import pytest

from sayso.model import Span
from sayso.read.incidents.openings import openings
from sayso.read.incidents.triggers import matches, pattern
from sayso.taxonomy import load_taxonomy


@pytest.mark.parametrize(
    ("form", "heads"),
    [
        ("bombings?", {"bom"}),
        ("(?:car|truck) bombs?", {"car", "tru"}),
        ("(?:stray )?bullets?", {"str", "bul"}),
        ("r[au]n aground", {"ran", "run"}),
        ("an? crush", {"a", "an"}),
        ("bombs?(?! squad)", {"bom"}),
    ],
)
def test_heads_of_a_pattern(form: str, heads: set[str]) -> None:
    found = openings(form)
    assert found is not None
    assert set(found) == heads


@pytest.mark.parametrize("form", ["\\w+ bombed", "(?:[\\w-]+ )?fired", "\\d+ dead", "a?"])
def test_a_pattern_that_may_begin_with_any_word_has_none(form: str) -> None:
    assert openings(form) is None


def test_every_pattern_is_found_where_a_search_of_the_whole_passage_finds_it() -> None:
    low = (
        "two gunmen shot dead a judge. a car bomb went off outside the embassy on monday, and rioters threw stones. "
        "the ferry capsized; 12 people were taken hostage. an mp was murdered while a crowd marched through the town. "
        "shells hit a market. they threatened to blow up the bridge, and police fired tear gas at protesters."
    )
    searched = {
        (kind.name, form, *found.span())
        for kind in load_taxonomy().types.values()
        for form, group in (
            ("noun", kind.cues["en"].nouns),
            ("verb", kind.cues["en"].verbs),
            ("weak", kind.cues["en"].weak),
        )
        if group
        for found in pattern(group, 0).finditer(low)
    }
    tried = {(t.type, t.form, t.span.start, t.span.end) for t in matches(low, Span(0, len(low)), 0, "en")}
    assert len(searched) > 12
    assert tried == searched
