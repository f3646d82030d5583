"""Who speaks for which body in one text: "police spokesman Musa Dung" for the police, "its director" for the agency."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.lang.en.bodies import EMPTY, OFFICES, VOICES_OF_A_BODY
from sayso.link.names import body_of, is_proper, is_untraced, plain_name
from sayso.model import Statement, Voice

_BODIES = ("official", "organisation", "agency", "monitor", "group")
_THEIR = ("its", "their")


def speakers_of(statements: Iterable[Statement]) -> tuple[tuple[str, str], ...]:
    """(name of a person, name of the body they speak for), each once, as one text tells it.

    The role before the name tells the body ("police spokesman X"), or names one that speaks elsewhere in the text
    ("the ministry's deputy head X" after "the emergency ministry said"), or points back to it ("its director X").
    A role that is an office of its own ("the mayor") speaks for nobody else.
    """
    bodies: list[Voice] = []
    found: dict[tuple[str, str], None] = {}
    for statement in statements:
        for voice in statement.attribution[-1:]:
            role = _role(voice)
            if not role and _is_body(voice):
                bodies.append(voice)
            elif role and is_proper(voice.name) and (body := _body(role, voice, bodies)):
                found[voice.name, body] = None
    return tuple(found)


def _role(voice: Voice) -> list[str]:
    """The words before a person's name ("deputy interior minister"), lower case; [] when there are none."""
    words = plain_name(voice.voice).split()
    name = plain_name(voice.name).split()
    if " ".join(words) == " ".join(name):
        return []
    return [w for w in words if w not in name and w not in ("s", "the", "a", "an")]


def _is_body(voice: Voice) -> bool:
    """True for a body, and for a person without a name ("a doctor"), whom the text may name later ("doctor X")."""
    if is_untraced(voice.name, voice.kind):
        return False
    return voice.kind in _BODIES or not (is_proper(voice.name) or plain_name(voice.name).endswith("s"))


def _body(role: list[str], voice: Voice, bodies: list[Voice]) -> str:
    others = [b for b in bodies if b.name != voice.name]
    nouns = [w for w in role if w not in VOICES_OF_A_BODY and w not in EMPTY and w not in _THEIR]
    for noun in nouns:
        for body in reversed(others):
            if _singular(noun) in {_singular(w) for w in plain_name(f"{body.name} {body.voice}").split()}:
                return body.name
    if nouns:
        # two presidents are two; the police are one
        return " ".join(role) if nouns[-1] not in OFFICES and body_of(" ".join(role)) else ""
    generic = any(w in VOICES_OF_A_BODY or w in _THEIR for w in role)
    return others[-1].name if others and generic else ""


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") else word
