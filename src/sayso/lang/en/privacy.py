"""English words for people who are shown by role because they are no public voice."""

from __future__ import annotations

from sayso.lang.en.given_names import FEMALE, MALE
from sayso.lang.en.roles import CROWDS, PEOPLE, WITNESSES

ROLE_OF = {"witness": "a witness", "person": "a person", "unknown": "an unnamed source"}
"""Kind of voice to the words that stand for somebody of that kind."""
ROLES = WITNESSES | PEOPLE | CROWDS
"""Nouns that describe people and name nobody."""
GIVEN_NAMES = MALE | FEMALE
"""Words that begin the name of a person."""
