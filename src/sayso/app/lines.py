"""Lines of the list, made once for each state of an incident and remembered by this process.

A line depends on nothing but the rows that its token names (``View.outline``) and on the rule. The rows never change,
so neither does the line: a remembered one is the same as one made again, for every ``as_of`` and after every write.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from threading import Lock
from typing import TypeVar

from django.db import connection

import sayso.app.prepare  # noqa: F401
from sayso.app.gather import Gathered, gather, main_reports
from sayso.app.views import IncidentLine
from sayso.lang.privacy import is_public
from sayso.model import Place, Rule, Value, When
from sayso.store.entry import HeldReport
from sayso.store.view import View
from sayso.weigh import weigh

T = TypeVar("T")
_MOST = 50_000  # lines, about 2 KB each; the ones asked for least recently go first
_AT_ONCE = 500  # incidents gathered in one go
_lines: OrderedDict[Hashable, Listed] = OrderedDict()
_OUTLINES = 8
_outlines: OrderedDict[Hashable, dict[str, Hashable]] = OrderedDict()
_lock = Lock()


@dataclass(frozen=True, slots=True)
class Listed:
    """A line and the words it is found by, lower case."""

    line: IncidentLine
    words: str


def listed(view: View, rule: Rule, make: Callable[[Gathered, Rule], Listed]) -> tuple[Listed, ...]:
    """Every incident as of the view's time as a line, in no order.

    Args:
        view: the ledger as of a time.
        rule: rule for the values.
        make: how a line is made.
    """
    house = str(connection.settings_dict["NAME"]), str(connection.settings_dict["HOST"])
    tokens = _outline(view, house)
    keys: dict[str, Hashable] = {incident: (house, rule, incident, token) for incident, token in tokens.items()}
    with _lock:
        found = {incident: line for incident, key in keys.items() if (line := _lines.get(key))}
    missing = [incident for incident in keys if incident not in found]
    for start in range(0, len(missing), _AT_ONCE):
        some = set(missing[start : start + _AT_ONCE])
        found.update({g.id: make(g, rule) for g in gather(view, some).values()})
    with _lock:
        for incident, key in keys.items():
            if incident in found:
                _lines[key] = found[incident]
                _lines.move_to_end(key)
        while len(_lines) > _MOST:
            _lines.popitem(last=False)
    return tuple(found.values())


def _outline(view: View, house: Hashable) -> dict[str, Hashable]:
    key = house, view.version()
    with _lock:
        known = _outlines.get(key)
    if known is None:
        known = view.outline()
        with _lock:
            _outlines[key] = known
            while len(_outlines) > _OUTLINES:
                _outlines.popitem(last=False)
    return known


def forget() -> None:
    """Drop everything that is remembered; only measuring needs it."""
    with _lock:
        _lines.clear()
        _outlines.clear()


def incident_line(gathered: Gathered, rule: Rule) -> IncidentLine:
    """One incident as a line."""
    telling = main_reports(gathered.current)
    kind = _most(telling, lambda r: (r.type, r.family))
    status = _most(telling, lambda r: r.status)
    values = {f: weigh(f, gathered.said.get(f, ()), rule) for f in gathered.said}
    place, happened = _datum(values, "place"), _datum(values, "happened")
    return IncidentLine(
        id=gathered.id,
        title=_title(kind[0], status, place if isinstance(place, Place) else None),
        type=kind[0],
        family=kind[1],
        status=status,
        place=place if isinstance(place, Place) else None,
        happened=happened if isinstance(happened, When) else _open_day(gathered),
        killed=weigh("killed", gathered.said.get("killed", ()), rule),
        injured=weigh("injured", gathered.said.get("injured", ()), rule),
        n_reports=len({r.reading.document for r in gathered.current}),
        n_origins=len(gathered.origins),
        disputed=any(v.disputed for v in values.values()),
        constructed=any(r.reading.constructed for r in gathered.reports),
        last_changed=max(r.reading.known_from for r in gathered.reports),
    )


def _datum(values: dict[str, Value], field: str) -> object:
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
