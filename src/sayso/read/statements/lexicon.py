"""The verbs of saying by form: what a word may be as a cue, and what it takes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso.lang.en.inflection import verb_forms
from sayso.lang.en.reporting_verbs import COMMON_NOUNS, FRAMES, IRREGULAR, PREPOSITIONS, WEAK


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of saying.

    Attributes:
        base: base form.
        frames: names of the complements it takes (``lang/en/reporting_verbs.py``).
        prepositions: prepositions that bring what is said ("accuse" takes "of").
        weak: True when it is often not a saying.
    """

    base: str
    frames: frozenset[str]
    prepositions: frozenset[str]
    weak: bool


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a Verb: ``tag`` is base, s, past, part or ing; ``nominal`` when the form is as often a noun."""

    verb: Verb
    tag: str
    nominal: bool


@cache
def forms() -> dict[str, Form]:
    """Every form of every verb of saying, lower case."""
    frames: dict[str, set[str]] = {}
    for frame, verbs in FRAMES.items():
        for base in verbs.split():
            frames.setdefault(base, set()).add(frame)
    for base in PREPOSITIONS:
        frames.setdefault(base.strip(), set()).add("preposition")
    found: dict[str, Form] = {}
    for base, names in frames.items():
        verb = Verb(base, frozenset(names), frozenset(PREPOSITIONS.get(base, "").split()), base in WEAK)
        for form, tag in verb_forms(base, IRREGULAR).items():
            if form not in found or tag == "base":
                found[form] = Form(verb, tag, form in COMMON_NOUNS)
    return found
