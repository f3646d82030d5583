"""Several happenings of these days in one report: where the telling of one ends and that of another begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.lang.en import incidents as words
from sayso.model import Place, When
from sayso.read.incidents.material import Material, first_day
from sayso.read.incidents.triggers import Trigger

_ANOTHER = re.compile(r"\b(?:" + "|".join(words.ANOTHER).replace(" ", r"\s+") + r")\b", re.I)
_OPENS_ANOTHER = re.compile(r"\W*(?:" + "|".join(words.OPENS_ANOTHER).replace(" ", r"\s+") + r")\b", re.I)
_DEFINITE = re.compile(r"\b(?:" + "|".join(words.DEFINITE).replace(" ", r"\s+") + r")\s+(?:[\w'-]+\s+){0,2}$", re.I)
_TOWN = frozenset({"site", "settlement", "near"})
NEAR = 70


@dataclass(slots=True)
class Telling:
    """A run of triggers that tell one happening.

    Attributes:
        triggers: its words, in order.
        towns, days: what stands beside them: names of settlements, ISO days.
    """

    triggers: list[Trigger] = field(default_factory=list)
    towns: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)

    def take(self, triggers: list[Trigger], towns: set[str], days: set[str]) -> None:
        """Go on telling with the triggers of a further passage."""
        self.triggers += triggers
        self.towns |= towns
        self.days |= days


def split(material: Material, triggers: tuple[Trigger, ...]) -> list[Telling]:
    """The happenings that ``triggers`` tell, in order of their first words; one when nothing tells them apart.

    A passage opens another happening when it says so ("another", "elsewhere"), or when it names, without pointing
    back ("the attack"), another town or another day than the ones told before.
    """
    tellings: list[Telling] = []
    for number in sorted({t.passage for t in triggers}):
        here = [t for t in triggers if t.passage == number]
        towns, days = _towns(material, number), _days(material, number)
        home = _home(material, tellings, number, here, towns, days)
        if home is None:
            tellings.append(Telling())
            home = tellings[-1]
        home.take(here, towns, days)
    return tellings


def _home(
    material: Material, tellings: list[Telling], number: int, here: list[Trigger], towns: set[str], days: set[str]
) -> Telling | None:
    """The telling that this passage goes on with; None when it opens another one."""
    if not tellings:
        return None
    last = tellings[-1]
    strong = [t for t in here if t.form != "weak"]
    if not strong or number <= material.lead:
        return last
    if _says_another(material, number, strong):
        return None
    if _points_back(material, number, strong):
        return next((t for t in reversed(tellings) if t.towns & towns), last)
    same = [t for t in tellings if t.towns & towns and not _apart(t.days, days)]
    if same:
        return same[-1]
    return None if _apart(last.towns, towns) or _apart(last.days, days) else last


def _apart(before: set[str], now: set[str]) -> bool:
    return bool(before and now and not before & now)


def _says_another(material: Material, number: int, strong: list[Trigger]) -> bool:
    text, span = material.document.text, material.passages[number].span
    if _OPENS_ANOTHER.match(text, span.start, span.end):
        return True
    return any(_ANOTHER.search(text, max(span.start, t.span.start - 40), t.span.end) for t in strong)


def _points_back(material: Material, number: int, strong: list[Trigger]) -> bool:
    """True when the first strong trigger is a noun with an article that points back, or has none before it."""
    text, span = material.document.text, material.passages[number].span
    first = strong[0]
    return bool(_DEFINITE.search(text, max(span.start, first.span.start - NEAR), first.span.start))


def _towns(material: Material, number: int) -> set[str]:
    return {
        m.datum.name
        for m in material.places(number)
        if isinstance(m.datum, Place)
        and m.datum.precision in _TOWN
        and m.role not in {"distance", "containing"}
        and not material.names_person(number, m.span)
    }


def _days(material: Material, number: int) -> set[str]:
    out = set()
    for m in material.dates(number):
        when = m.datum
        if isinstance(when, When) and when.value and len(when.value) >= 10 and first_day(when) is not None:
            out.add(when.value[:10])
    return out
