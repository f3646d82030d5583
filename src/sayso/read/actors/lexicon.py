"""Look-up tables for actors, made once from the word lists of the language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from sayso.lang.en import closed, given_names, numbers, organisations, pronouns, roles, titles
from sayso.lang.words import words
from sayso.model import VoiceKind


@dataclass(frozen=True, slots=True)
class Head:
    """What a noun without a name stands for.

    Attributes:
        sort: ``people`` (single persons or several), ``crowd``, ``body`` or ``document``.
        voice: kind of voice without modifiers; ``speaker`` for people whose kind is that of their body.
        plural: True for plural forms and for words such as "police".
        word: singular form.
    """

    sort: str
    voice: str
    plural: bool
    word: str


_ALWAYS_PLURAL = frozenset(
    {"police", "people", "personnel", "staff", "townspeople", "spokespeople", "guerrillas", "leadership"}
)
_IRREGULAR = {
    "person": "persons",
    "child": "children",
    "wife": "wives",
    "passerby": "passersby",
    "passer-by": "passers-by",
}


def _plurals(word: str) -> tuple[str, ...]:
    if word in _ALWAYS_PLURAL:
        return ()
    if word in _IRREGULAR:
        return (_IRREGULAR[word],)
    if word.endswith(("woman", "man")):
        return (word[:-2] + "en",)
    if word.endswith("y") and word[-2] not in "aeiou":
        return (word[:-1] + "ies",)
    if word.endswith(("s", "x", "ch", "sh")):
        return (word + "es",)
    return (word + "s",)


def _heads() -> dict[str, Head]:
    table: dict[str, Head] = {}
    for listed, sort, voice in (
        (roles.OFFICIAL_PEOPLE, "people", "official"),
        (roles.SOURCES, "people", "unknown"),
        (roles.SPEAKERS, "people", "speaker"),
        (roles.WITNESSES, "people", "witness"),
        (roles.CROWDS, "crowd", "group"),
        (roles.PARTISANS, "people", "organisation"),
        (roles.PEOPLE, "people", "person"),
        (roles.OFFICIAL_BODIES | roles.OFFICIAL_PHRASES, "body", "official"),
        (roles.ORGANISATION_BODIES, "body", "organisation"),
        (roles.GROUP_BODIES, "body", "group"),
        (roles.OUTLET_BODIES - roles.DOCUMENTS, "body", "outlet"),
        (roles.AGENCY_BODIES, "body", "agency"),
        (roles.MONITOR_BODIES, "body", "monitor"),
        (roles.DOCUMENTS, "document", "document"),
    ):
        for word in listed:
            table.setdefault(word, Head(sort, voice, word in _ALWAYS_PLURAL, word))
            for form in _plurals(word):
                table.setdefault(form, Head(sort, voice, True, word))
    table["media"] = Head("body", "outlet", True, "media")
    table["press"] = Head("body", "outlet", False, "press")
    return table


HEADS = _heads()
HEAD_PHRASES = frozenset(word for word in HEADS if " " in word)
"""Heads of two words; they end in a word that is or is not a head by itself."""

_LISTED: tuple[tuple[frozenset[str], VoiceKind], ...] = (
    (organisations.ORGANISATIONS, "organisation"),
    (organisations.OFFICIALS, "official"),
    (organisations.OUTLETS, "outlet"),
    (organisations.MONITORS, "monitor"),
    (organisations.AGENCIES, "agency"),
    (organisations.GROUPS, "group"),
)
KNOWN_NAMES: dict[str, VoiceKind] = {name: voice for names, voice in _LISTED for name in names}
"""Well-known bodies by name; a later list wins where a name stands in two."""

NEEDS_CAPITALS = words(
    """
    sun time times total fortune vice salon slate nature science wired atlantic guardian observer independent mirror
    telegraph standard citizen punch vanguard dawn geo hindu nation national shell meta apple amazon anonymous met
    raw ice who care pa app saba telam pap apa ats monitor site mena petra sana mehr fars police army government
    ministry treasury capitol parliament congress senate contras mend is tak an fox bild globe reforma semana trend
    novosti sputnik getty pravda inquirer stuff scroll oryx site dea un rt dw ap ani nan spa wam ips aps au eu met
    ard aap tt liberation time economist spectator variety billboard united maoists telegram
    """
)
"""Known names that are words as well; in upper-case text they need more proof than their letters."""

TYPE_WORDS = cast(dict[str, VoiceKind], organisations.TYPE_WORDS)
MODIFIER_KINDS = cast(dict[str, VoiceKind], roles.MODIFIER_KINDS)
GIVEN = given_names.MALE | given_names.FEMALE
SURE_GIVEN = GIVEN - given_names.ALSO_WORDS
TITLES = titles.HONORIFICS | titles.RANKS | titles.OFFICES
STATE_TITLES = (titles.RANKS | titles.OFFICES) - {"chairman", "chairwoman", "chairperson", "director"}
CLOSED = closed.CLOSED
NUMBERS = frozenset(numbers.UNITS) | frozenset(numbers.VAGUE) | {"dozen", "few", "hundred", "thousand"}
"""Words that count people."""
VERBS = closed.VERBS
PREPOSITIONS = closed.PREPOSITIONS
CALENDAR = closed.CALENDAR
NAME_LINKS = closed.NAME_LINKS
DETERMINERS = pronouns.DETERMINERS
DEFINITE = pronouns.DEFINITE
MODIFIERS = roles.MODIFIERS | frozenset(MODIFIER_KINDS)
COMMON = CLOSED | VERBS | DETERMINERS | MODIFIERS | frozenset(HEADS) | CALENDAR
"""Words that alone are never a name."""


def _known_in_capitals() -> dict[str, tuple[tuple[tuple[str, ...], VoiceKind], ...]]:
    """Well-known names that capitals cannot mistake for plain words, by first word, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], VoiceKind]]] = {}
    for name, voice in KNOWN_NAMES.items():
        parts = tuple(name.split())
        if name not in NEEDS_CAPITALS and not all(w in COMMON or w in TYPE_WORDS for w in parts):
            table.setdefault(parts[0], []).append((parts, voice))
    return {first: tuple(sorted(names, key=lambda n: -len(n[0]))) for first, names in table.items()}


KNOWN_IN_CAPITALS = _known_in_capitals()


def gender(name_words: tuple[str, ...]) -> str:
    """``male``, ``female`` or "" from the first given name among ``name_words`` (lower case)."""
    for word in name_words[:2]:
        male, female = word in given_names.MALE, word in given_names.FEMALE
        if male != female:
            return "male" if male else "female"
    return ""
