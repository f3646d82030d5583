"""The words the desk prints for values, states, kinds and times. Nothing is shown by colour alone."""

from __future__ import annotations

import re
from datetime import date, datetime

from sayso.app.words import GROUP_WORDS
from sayso.model import Figure, Perpetrator, Place, Value, When
from sayso.model.assertion import Datum

STATES = {
    "reported": "reported",
    "reported_none": "none reported",
    "reported_unclear": "reported, number unclear",
    "not_reported": "not reported",
    "not_read": "not read yet",
}
STATE_HELP = {
    "reported_none": "A report says that there were none. That is not the same as silence.",
    "reported_unclear": "Reports speak of it without a number that can be read.",
    "not_reported": "No report says anything about it. Unknown is not zero.",
    "not_read": "The reports have not been read for this field.",
}
RULES = {
    "lowest": "lowest figure",
    "highest": "highest figure",
    "latest": "latest said",
    "latest_official": "latest official",
    "median_of_origins": "median of origins",
    "reviewed_first": "reviewed first",
}
STATUSES = {
    "happened": "happened",
    "attempted": "attempted",
    "foiled": "foiled",
    "threatened": "threatened",
    "background": "background",
}
STATUS_HELP = {
    "happened": "Reported as having happened.",
    "attempted": "Tried, without the intended effect.",
    "foiled": "Prevented before it happened.",
    "threatened": "Announced, not carried out.",
    "background": "An earlier incident retold as context.",
}
REASONS = {
    "later_update": "later update",
    "scope": "different scope",
    "rounding": "rounding",
    "place": "different place",
    "origin": "different origin",
    "denial": "denied",
}
PRECISIONS = {
    "site": "site",
    "settlement": "settlement",
    "near": "near a settlement",
    "admin2": "district only",
    "admin1": "province only",
    "region": "region only",
    "country": "country only",
    "sea": "at sea",
    "unknown": "not located",
}
QUALIFIERS = {"at_least": "at least {}", "at_most": "at most {}", "about": "about {}", "vague": "about {}"}
BASES = {
    "given": "given along, by the source or the user",
    "metadata": "from the page's metadata",
    "url": "from the address",
    "text": "from the text",
    "": "basis not recorded",
}
GROUPS = GROUP_WORDS
FIELDS = {"happened": "day", "type": "type of incident", "mode": "mode of attack"}
PINNED = ("site", "settlement", "near")
_ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def plain(word: str) -> str:
    """A machine word as people read it ("claim_of_responsibility" to "claim of responsibility")."""
    return word.replace("_", " ")


def field_name(field: str) -> str:
    """Label of an incident's field."""
    return FIELDS.get(field, plain(field))


def day(value: date) -> str:
    """ "Mon 31 Oct 2011"."""
    return f"{_DAYS[value.weekday()]} {value.day} {_MONTHS[value.month - 1]} {value.year}"


def moment(value: datetime) -> str:
    """ "1 Nov 2011, 14:02 UTC" of a UTC time."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}, {value:%H:%M} UTC"


def iso_words(value: str) -> str:
    """An ISO 8601 value of any grain in words; what is not a day or a month stays as it is."""
    head, _, clock = value.partition("T")
    try:
        if len(head) == 10:
            return day(date.fromisoformat(head)) + (f", {clock[:5]}" if clock[:1].isdigit() else "")
        if len(head) == 7 and head[5:].isdigit():
            return f"{_MONTHS[int(head[5:]) - 1]} {head[:4]}"
    except (ValueError, IndexError):
        return value
    return value


def spelled(text: str) -> str:
    """A text with every ISO day in it spelled out."""
    return _ISO_DAY.sub(lambda found: iso_words(found.group()), text)


def when_text(when: When | None) -> str:
    """The day in words; open days name their candidates, an unknown one says so."""
    if when is None:
        return "day not reported"
    if when.value is None:
        some = " or ".join(iso_words(c) for c in when.candidates[:3])
        return f"{some} (open)" if some else "day left open"
    text = iso_words(when.value)
    if when.end and when.end != when.value:
        text = f"{text} to {iso_words(when.end)}"
    return f"about {text}" if when.approximate else text


def distance(metres: float) -> str:
    """ "450 m", "5 km"."""
    return f"{metres:.0f}\u00a0m" if metres < 1000 else f"{metres / 1000:,.0f}\u00a0km"


def place_name(place: Place | None) -> str:
    """The place with region and country, each said once."""
    if place is None:
        return "place not reported"
    parts: list[str] = []
    for part in (place.name, place.admin1, place.country):
        if part and part not in parts:
            parts.append(part)
    return ", ".join(parts)


def place_precision(place: Place | None) -> str:
    """How precisely the place is known, with the radius where there is one; "" without a place."""
    if place is None:
        return ""
    text = PRECISIONS.get(place.precision, plain(place.precision))
    return f"{text}, ±\u00a0{distance(place.uncertainty_m)}" if place.uncertainty_m else text


def figure_text(figure: Figure) -> str:
    """The number as said ("at least 12", "2 to 4")."""
    if figure.high is not None and figure.high != figure.low:
        return f"{figure.low:,} to {figure.high:,}"
    number = figure.high if figure.qualifier == "at_most" and figure.high is not None else figure.low
    qualifier = figure.qualifier if figure.high is not None or figure.qualifier != "exact" else "at_least"
    return QUALIFIERS.get(qualifier, "{}").format(f"{number:,}")


def figure_scope(value: Value) -> str:
    """Who is counted, when it is not simply the victims; "" otherwise."""
    datum = value.datum
    if isinstance(datum, Figure) and datum.scope == "all":
        return "attackers included"
    return datum.scope if isinstance(datum, Figure) and datum.scope not in ("victims", "") else ""


def datum_text(datum: Datum) -> str:
    """Any value in a few words."""
    match datum:
        case Figure():
            return figure_text(datum)
        case When():
            return when_text(datum)
        case Place():
            return place_name(datum)
        case Perpetrator():
            return f"{datum.name} ({plain(datum.status)})"
        case _:
            return plain(datum)


def value_text(value: Value) -> str:
    """The shown value, or its state in words when there is none: unknown is never printed as zero."""
    if value.state == "reported" and value.datum is not None:
        scope = figure_scope(value)
        return f"{datum_text(value.datum)} ({scope})" if scope else datum_text(value.datum)
    return STATES.get(value.state, plain(value.state))


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 report", "3 reports"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
