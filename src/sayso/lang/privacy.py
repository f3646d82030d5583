"""Whose name may stand outside the evidence sentence: public voices, not private persons."""

from __future__ import annotations

from sayso.lang.en.privacy import GIVEN_NAMES, ROLE_OF, ROLES

PUBLIC = frozenset({"official", "group", "organisation", "agency", "outlet", "monitor"})
"""Kinds of voices that are public; only their names may be searched, filtered by or set as a heading."""


def is_public(kind: str) -> bool:
    """True when a voice of this kind speaks in public: its name may be an index entry."""
    return kind in PUBLIC


def shown_name(name: str, kind: str) -> str:
    """The name of a voice as it may be shown outside the evidence sentence.

    Public voices keep their name, and so do words that name nobody ("residents"); a named private person becomes
    a role ("a witness").

    Args:
        name: the fullest name in the document.
        kind: voice kind.
    """
    if is_public(kind) or kind == "document" or not names_somebody(name):
        return name
    return ROLE_OF.get(kind, ROLE_OF["person"])


def shown_perpetrator(name: str, kind: str, named: bool) -> str:
    """The name of a perpetrator as it may be shown as a value: armed groups and bodies by name, people by role.

    Perpetrators of no known kind are groups more often than not; they become a role when they begin like a person.
    """
    private = kind in ("person", "witness") and names_somebody(name)
    return ROLE_OF["person"] if named and (private or (kind == "unknown" and is_like_a_person(name))) else name


def is_like_a_person(name: str) -> bool:
    """True when the words begin like the name of a person: a given name and another name."""
    words = name.split()
    return len(words) > 1 and words[0].casefold() in GIVEN_NAMES and words[1][:1].isupper()


def names_somebody(name: str) -> bool:
    """True when the words hold a proper name; False for "residents", "Two witnesses", "the man"."""
    words = name.split()
    if any(w[:1].isupper() for w in words[1:]):
        return True
    first = words[0] if words else ""
    # one capital may only begin a sentence
    return len(words) == 1 and first[:1].isupper() and not _is_role(first.casefold())


def _is_role(word: str) -> bool:
    return word in ROLES or word.removesuffix("s") in ROLES or word.removesuffix("es") in ROLES
