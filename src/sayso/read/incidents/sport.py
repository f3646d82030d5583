"""Crashes, attacks and shots of races and games: no incidents as long as nobody is told as harmed."""

from __future__ import annotations

import re

from sayso.lang.en import sport as words
from sayso.model import Figure
from sayso.read.incidents.material import Material
from sayso.read.incidents.triggers import Trigger, pattern

_RACE, _GAME = pattern(words.RACE), pattern(words.GAME)
_NO_RACE, _NO_GAME = pattern(words.NO_RACE), pattern(words.NO_GAME)
_DEATH = pattern(words.DEATH)
_UNHARMED = re.compile(rf"\b{words.UNHARMED}".replace(" ", r"\s+"), re.I)
_IN_RACES = frozenset({"crash", "fire", "explosion", "collapse"})
_IN_GAMES = frozenset({"armed_attack", "armed_clash", "collapse", "missile_attack", "air_strike", "use_of_force"})
_HARM = frozenset({"killed", "injured", "missing", "hostages"})
_OPENING = 2
_LEAST = 2
"""Different words of sport that make a text one of sport."""


def is_sport(material: Material, type_: str, triggers: tuple[Trigger, ...], passages: tuple[int, ...]) -> bool:
    """True when an account tells of a race or a game in which nobody came to harm.

    Args:
        material: the document.
        type_, triggers, passages: of the account.
    """
    if type_ not in _IN_RACES | _IN_GAMES or _harmed(material, passages):
        return False
    own = " ".join(material.words(k) for k in sorted({t.passage for t in triggers}))
    around = " ".join(material.words(k) for k in sorted({*range(_opening(material)), *passages}))
    if (
        type_ in _IN_RACES
        and not _NO_RACE.search(own)
        and _different(_RACE, own)
        and _different(_RACE, around) >= _LEAST
    ):
        return True
    violent = _NO_GAME.search(own)
    return type_ in _IN_GAMES and not violent and _different(_GAME, own) > 0 and _different(_GAME, around) > _LEAST


def _opening(material: Material) -> int:
    return min(len(material.passages), material.lead + _OPENING)


def _different(words_: re.Pattern[str], text: str) -> int:
    return len({m.group().lower() for m in words_.finditer(text)})


def _harmed(material: Material, passages: tuple[int, ...]) -> bool:
    """True when somebody is told as harmed in one of the passages."""
    for k in passages:
        figures = [m.datum for m in material.by_passage.get(k, ()) if m.role in _HARM]
        if any(isinstance(f, Figure) and f.low for f in figures):
            return True
        text = material.words(k)
        if any(not _UNHARMED.search(text[: m.start()]) for m in _DEATH.finditer(text)):
            return True
    return False
