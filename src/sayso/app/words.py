"""Values in a few words, for the terminal, the desk and the exports: unknown is never shown as zero."""

from __future__ import annotations

from sayso.model import Datum, Figure, Perpetrator, Place, Value, Voice, When


def kind_words(kind: str) -> str:
    """A statement kind or incident type as words: "claim of responsibility"."""
    return kind.replace("_", " ")


def datum_words(value: Datum) -> str:
    """A value in a few words.

    Args:
        value: the normalised value of an assertion.
    """
    match value:
        case When():
            return when_words(value)
        case Place():
            return place_words(value)
        case Figure():
            return figure_words(value)
        case Perpetrator():
            private = value.named and value.kind == "person"
            return f"{'a named person' if private else value.name} ({value.status})"
        case str():
            return kind_words(value)


def when_words(when: When) -> str:
    """A day with its precision; open days show their candidates."""
    if when.value:
        return f"{when.value} to {when.end}" if when.end else when.value
    if when.candidates:
        return "open: " + " or ".join(when.candidates)
    return "open"


def place_words(place: Place) -> str:
    """A place with country, precision and uncertainty in kilometres."""
    name = ", ".join(part for part in (place.name, place.country) if part and part != place.name) or place.name
    if place.name and place.name not in name:
        name = f"{place.name}, {name}"
    bits = [name]
    if place.precision != "unknown":
        around = f" ±{place.uncertainty_m / 1000:.0f} km" if place.uncertainty_m else ""
        bits.append(place.precision + around)
    if place.geonames_id:
        bits.append(f"GeoNames {place.geonames_id}")
    return " · ".join(bits)


def figure_words(figure: Figure) -> str:
    """A count with its range, unit and scope."""
    if figure.low == figure.high == 0:
        number = "none"
    elif figure.high is None:
        number = f"{figure.low} or more"
    elif figure.high != figure.low:
        number = f"{figure.low} to {figure.high}"
    else:
        number = str(figure.low)
    if figure.qualifier == "about":
        number = f"about {number}"
    words = f"{number} {figure.unit}".strip()
    if figure.scope == "all":
        return f"{words} (attackers included)"
    return words if figure.scope in ("", "victims") else f"{words} ({figure.scope})"


STATE_WORDS = {
    "reported_none": "none reported",
    "reported_unclear": "unclear",
    "not_reported": "not reported",
    "not_read": "not read",
}
"""The four kinds of unknown (and the reported none), in words; a zero is never printed for any of them."""


GROUP_WORDS = {
    "values": "accepted or rejected values",
    "links": "reports and merges",
    "figures": "figures given",
    "given": "other values given",
}
"""Groups of items in the agreement of reviewers."""


def state_words(value: Value) -> str:
    """A shown Value in words; every kind of unknown has its own."""
    if value.state == "reported" and value.datum is not None:
        return datum_words(value.datum)
    return STATE_WORDS.get(value.state, value.state)


def chain_words(chain: tuple[Voice, ...]) -> str:
    """An attribution as one line: nearest voice first, origin last."""
    return " → ".join(v.name for v in chain) or "unknown"


def count(number: int, noun: str) -> str:
    """ "1 report", "3 reports"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
