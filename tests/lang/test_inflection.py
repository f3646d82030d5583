"""Forms of English verbs."""

from __future__ import annotations

import pytest

from sayso.lang.en.inflection import verb_forms


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("deny", {"deny": "base", "denies": "s", "denied": "past", "denying": "ing"}),
        ("announce", {"announce": "base", "announces": "s", "announced": "past", "announcing": "ing"}),
        ("dismiss", {"dismiss": "base", "dismisses": "s", "dismissed": "past", "dismissing": "ing"}),
    ],
)
def test_regular_verbs(base, forms):
    assert verb_forms(base, {}) == forms


def test_irregular_verbs_have_their_own_past_and_participle():
    forms = verb_forms("write", {"write": ("wrote", "written")})
    assert forms["wrote"] == "past"
    assert forms["written"] == "part"


def test_a_doubled_consonant_is_doubled_before_ing():
    assert "admitting" in verb_forms("admit", {"admit": ("admitted", "admitted")})
