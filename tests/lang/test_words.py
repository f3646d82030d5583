"""Word lists are what their lines say."""

from __future__ import annotations

import pytest

from sayso.lang.en import closed, given_names, organisations, peoples, pronouns, roles, titles
from sayso.lang.words import phrases, words

_MODULES = (closed, given_names, organisations, peoples, pronouns, roles, titles)


def test_words_are_split_at_white_space() -> None:
    assert words("one two\n three") == {"one", "two", "three"}


def test_phrases_are_split_at_commas_and_folded() -> None:
    assert phrases("one two,\n three\n four, ") == {"one two", "three four"}


@pytest.mark.parametrize("module", _MODULES, ids=lambda m: m.__name__)
def test_lists_of_english_words_are_lower_case_and_folded(module: object) -> None:
    lists = [value for value in vars(module).values() if isinstance(value, frozenset)]
    assert lists
    assert [w for entries in lists for w in entries if w != w.lower() or w != " ".join(w.split())] == []
