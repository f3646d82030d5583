"""Values and speakers in a few words, for explanations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sayso.model import Datum, Figure, Perpetrator, Place, When
from sayso.weigh.said import GENERAL, Said


def field_words(field: str) -> str:
    """The name of a field at the start of a sentence."""
    return field.replace("_", " ").capitalize()


def datum_words(field: str, value: Datum) -> str:
    """A value in a few words, such as "1 killed (the suspected bomber)"."""
    match value:
        case Figure():
            scope = "" if value.scope in GENERAL else f" ({value.scope})"
            return f"{_number(value)} {value.unit or field}{scope}"
        case Place():
            return ", ".join(dict.fromkeys(p for p in (value.name, value.country) if p))
        case When():
            return value.value or " or ".join(value.candidates) or "an open day"
        case Perpetrator():
            return value.name
        case str():
            return f'{field} "{value.replace("_", " ")}"'


def _number(value: Figure) -> str:
    if value.low == value.high == 0:
        return "none"
    if value.high is None:
        return f"at least {value.low}"
    if value.low != value.high:
        return f"{value.low} to {value.high}"
    return f"about {value.low}" if value.qualifier == "about" else str(value.low)


def speakers(said: Sequence[Said]) -> str:
    """Who says it: up to three names, then the number of the others."""
    names = list(dict.fromkeys(s.speaker or "a report" for s in said))
    shown = names[:3]
    if len(names) > 3:
        return f"{', '.join(shown)} and {len(names) - 3} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]


def day_words(at: datetime) -> str:
    """A time as a day, with its minute when it is not the end of the day: "2011-11-01", "2011-11-01 14:02"."""
    return f"{at:%Y-%m-%d}" if (at.hour, at.minute) in ((23, 59), (0, 0)) else f"{at:%Y-%m-%d %H:%M}"
