"""Values of a Case in a few words, for titles and descriptions: unknown is never zero."""

from __future__ import annotations

from sayso.export.case import Case, CaseAssertion
from sayso.model import Datum, Figure, Perpetrator, Place, When

_STATES = {
    "reported_none": "none reported",
    "reported_unclear": "unclear",
    "not_reported": "not reported",
    "not_read": "not read",
}


def capital(words: str) -> str:
    """The words with a capital first letter, the rest as it is."""
    return words[:1].upper() + words[1:]


def toll(case: Case, field: str) -> str:
    """ "killed: 2 (reports give 2 to 5)"; "injured: not reported"."""
    value = case.value(field)
    if value.state != "reported" or not isinstance(value.datum, Figure):
        return f"{field}: {state(case, field)}"
    span = number_range(case, field)
    shown = _number(value.datum)
    return f"{field}: {shown}" + (f" (reports give {span})" if span and span != shown else "")


def state(case: Case, field: str) -> str:
    """Which kind of unknown (or of none) a field is, in words."""
    return _STATES.get(case.state(field), "unclear")


def number_range(case: Case, field: str) -> str:
    """ "2 to 5", "2", "2 or more" from the lowest to the highest value said; "" when none is."""
    low, high = case.datum(field, "lowest"), case.datum(field, "highest")
    if not isinstance(low, Figure) or not isinstance(high, Figure):
        return ""
    return _number(Figure(low.low, high.high if high.high is None else max(high.high, low.low)))


def _number(figure: Figure) -> str:
    if figure.high is None:
        return f"{figure.low} or more"
    return str(figure.low) if figure.high == figure.low else f"{figure.low} to {figure.high}"


def counts(case: Case) -> str:
    """ "3 reports, 2 origins"."""
    reports = "1 report" if case.n_reports == 1 else f"{case.n_reports} reports"
    return f"{reports}, {case.n_origins} " + ("origin" if case.n_origins == 1 else "origins")


def day(case: Case) -> str:
    """The day in words: "2011-10-31", "2011-10-24 or 2011-10-31", "day not reported"."""
    when = case.happened
    if when and when.value:
        return f"{when.value} to {when.end}" if when.end else when.value
    return " or ".join(when.candidates) if when and when.candidates else "day not reported"


def where(place: Place | None) -> str:
    """Name and country of a place; "place not reported" without one."""
    if place is None:
        return "place not reported"
    parts = dict.fromkeys(p for p in (place.name, place.admin1, place.country) if p)
    return ", ".join(parts) or "place not reported"


def said(assertion: CaseAssertion) -> str:
    """The value of an assertion in plain words ("killed = 2 to 5")."""
    value, sign = assertion.assertion.value, {"negated": "≠", "questioned": "=?"}.get(assertion.assertion.polarity, "=")
    words = str(plain_value(value))
    if isinstance(value, Figure):
        words += f" {value.unit}" if value.unit else ""
        words += "" if value.scope in ("", "victims") else f" ({value.scope})"
    if isinstance(value, Perpetrator):
        words += f" ({value.status})"
    return f"{assertion.field} {sign} {words}"


def plain_value(value: Datum) -> int | str:
    """A value as one number or a few words: 2, "2 to 5", "2011-10-31", "Atyrau, Kazakhstan"."""
    match value:
        case Figure():
            return value.low if value.low == value.high else _number(value)
        case Place():
            return where(value)
        case When():
            return value.value or " or ".join(value.candidates) or "open"
        case Perpetrator():
            return value.name
        case str():
            return value.replace("_", " ")
