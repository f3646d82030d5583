"""Private persons by role: names of victims, witnesses and suspects stay inside the evidence sentence."""

from __future__ import annotations

from dataclasses import replace

from sayso.lang.en.privacy import ROLE_OF
from sayso.lang.privacy import is_like_a_person, names_somebody, shown_name, shown_perpetrator
from sayso.model import Assertion, Attribution, Figure, Perpetrator, Reading, Voice

A_PERSON = "a person"


def shown_assertion(assertion: Assertion) -> Assertion:
    """The assertion with a value that names no private person; its words are evidence and stay."""
    value = assertion.value
    if isinstance(value, Perpetrator):
        name = shown_perpetrator(value.name, value.kind, value.named)
        return assertion if name == value.name else replace(assertion, value=replace(value, name=name, named=False))
    if isinstance(value, Figure) and is_like_a_person(value.scope):
        return replace(assertion, value=replace(value, scope=A_PERSON))
    if assertion.field == "person" and isinstance(value, str) and names_somebody(value):
        return replace(assertion, value=A_PERSON)
    if assertion.field == "target" and isinstance(value, str) and is_like_a_person(value):
        return replace(assertion, value=A_PERSON)
    return assertion


def hides_a_name(shown: Assertion) -> bool:
    """True when the value of a shown assertion stands for a person: the name is in its words only."""
    value = shown.value
    if isinstance(value, Perpetrator):
        return value.name == ROLE_OF["person"] and not value.named
    return (value.scope if isinstance(value, Figure) else value) == A_PERSON


def shown_chain(chain: Attribution) -> Attribution:
    """The chain with private persons by role."""
    return tuple(_shown(v) for v in chain)


def _shown(voice: Voice) -> Voice:
    name, words = shown_name(voice.name, voice.kind), shown_name(voice.voice, voice.kind)
    return voice if (name, words) == (voice.name, voice.voice) else replace(voice, name=name, voice=words)


def shown_reading(reading: Reading) -> Reading:
    """The reading with private persons by role in its chains and values; text and mentions are the evidence itself."""
    statements = tuple(replace(s, attribution=shown_chain(s.attribution)) for s in reading.statements)
    reports = tuple(replace(r, assertions=tuple(map(shown_assertion, r.assertions))) for r in reading.reports)
    return replace(reading, statements=statements, reports=reports)
