"""Which voices may become an object of their own in an export: public ones with a proper name, others only by role."""

from __future__ import annotations

from sayso.lang.en.organisations import OFFICIALS, TYPE_WORDS
from sayso.lang.en.roles import OFFICIAL_BODIES, ORGANISATION_BODIES
from sayso.lang.privacy import is_like_a_person, is_public, names_somebody
from sayso.model import Voice

_ONE_WORD = frozenset({"outlet", "agency", "monitor", "group"})
"""Kinds whose single capitalised word is a name ("Reuters"); of officials and bodies it mostly begins a sentence."""
_BODIES = OFFICIAL_BODIES | ORGANISATION_BODIES | TYPE_WORDS.keys()
ROLES = {"witness": "a witness", "person": "a person", "document": "a document", "unknown": "an unnamed source"}
"""Kind of a voice that is no public one to the words that stand for it; no private person gets an object."""


def is_named(name: str, kind: str) -> bool:
    """True when a public voice has a proper name ("Steppe Wire"), False for "police", "two militant groups".

    Only what has a name is the same voice in another incident.
    """
    if not is_public(kind) or not name:
        return False
    if any(c.isupper() for c in name[1:]) or not any(c.islower() or c.isupper() for c in name):
        return True
    return kind in _ONE_WORD and " " not in name and name[:1].isupper()


def class_of(name: str, kind: str) -> str:
    """What kind of voice a public one is: ``individual``, ``organization``, ``group``, ``class`` or ``unknown``.

    Officials are people and bodies; their words tell which: a body has a word such as "ministry" in its name, a person
    two to four capitalised words without one; "police" and "mayor" are a class; everything else is unknown.
    """
    if kind != "official":
        return "group" if kind == "group" else "organization"
    words = name.split()
    if any(w.casefold().removesuffix("'s") in _BODIES for w in words) or name.casefold() in OFFICIALS:
        return "organization"
    if is_like_a_person(name) or (1 < len(words) < 5 and all(w[:1].isupper() for w in words)):
        return "individual"
    return "unknown" if is_named(name, kind) else "class"


def role_of(name: str, kind: str) -> str:
    """Words for a voice that is shown by role: the words themselves when they name nobody and the voice is public."""
    return name if is_public(kind) and name else ROLES.get(kind, ROLES["unknown"])


def shown(voice: Voice) -> str:
    """The name of a hop in a list of words; a document by its words unless they name somebody."""
    if is_public(voice.kind):
        return voice.name
    return ROLES.get(voice.kind, ROLES["unknown"]) if names_somebody(voice.name) or not voice.name else voice.name


def chain_line(names: list[str]) -> str:
    """A chain as one line, the nearest voice first."""
    return " → ".join(names)
