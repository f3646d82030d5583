"""One incident as a line of a list, made from what was gathered, and the words it is found by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from sayso.app.gather import Gathered, main_reports
from sayso.app.views import IncidentLine
from sayso.lang.privacy import is_public
from sayso.model import Place, RuleChoice, Value, When
from sayso.store.entry import HeldReport
from sayso.taxonomy import load_taxonomy
from sayso.weigh import weigh

T = TypeVar("T")


def incident_line(gathered: Gathered, rule: RuleChoice, values: Mapping[str, Value] | None = None) -> IncidentLine:
    """One incident as a line; ``values`` of all fields that are said, when they are known already."""
    telling = main_reports(gathered.current)
    kind = _given_kind(gathered) or _most(telling, lambda r: (r.type, r.family))
    status = _most(telling, lambda r: r.status)
    told = ("killed", "injured", *gathered.said)
    values = values or {f: weigh(f, gathered.said.get(f, ()), rule) for f in dict.fromkeys(told)}
    place, happened = _datum(values, "place"), _datum(values, "happened")
    return IncidentLine(
        id=gathered.id,
        title=_title(kind[0], status, place if isinstance(place, Place) else None),
        type=kind[0],
        family=kind[1],
        status=status,
        place=place if isinstance(place, Place) else None,
        happened=happened if isinstance(happened, When) else _open_day(gathered),
        killed=values["killed"],
        injured=values["injured"],
        n_reports=len({r.reading.document for r in gathered.current}),
        n_origins=len(gathered.origins),
        disputed=any(v.disputed for v in values.values()),
        constructed=any(r.reading.constructed for r in gathered.reports),
        last_changed=max(r.reading.known_from for r in gathered.reports),
    )


def _given_kind(gathered: Gathered) -> tuple[str, str] | None:
    """Type and family that a person gave, None when nobody did."""
    given = gathered.judgements.value("type")
    return (str(given.datum), load_taxonomy().family(str(given.datum))) if given else None


def _datum(values: Mapping[str, Value], field: str) -> object:
    return values[field].datum if field in values else None


def _open_day(gathered: Gathered) -> When | None:
    """The first expression of time when none is resolved, so that its candidates can be shown."""
    said = gathered.said.get("happened", ())
    return next((s.assertion.value for s in said if isinstance(s.assertion.value, When)), None)


def _most(reports: Iterable[HeldReport], of: Callable[[HeldReport], T]) -> T:
    """The commonest; of equals the one seen first."""
    return Counter(of(r) for r in reports).most_common(1)[0][0]


def _title(kind: str, status: str, place: Place | None) -> str:
    words = kind.replace("_", " ")
    if status in ("attempted", "foiled", "threatened") and not words.startswith("threat"):
        words = f"{status} {words}"
    where = ", ".join(dict.fromkeys(p for p in (place.name, place.country) if p)) if place else ""
    preposition = "near" if place and place.precision == "near" else "in"
    return f"{words.capitalize()} {preposition} {where}" if where else f"{words.capitalize()}, place not reported"


def search_words(line: IncidentLine, gathered: Gathered) -> str:
    """The words a line is found by, lower case."""
    # neither headlines nor persons: nobody who is no public voice shall be found by name
    names = [line.id, line.title, line.type.replace("_", " "), line.family]
    names += [v.name for v in gathered.voices if is_public(v.kind)]
    names += [r.reading.outlet for r in gathered.reports]
    return " ".join(names).casefold()
