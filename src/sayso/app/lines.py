"""Lines of the list, made once for each state of an incident and remembered by this process.

A line depends on nothing but the rows that its token names (``View.outline``) and on the rule. The rows never change,
so neither does the line: a remembered one is the same as one made again, for every ``as_of`` and after every write.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock

from django.db import connection

import sayso.app.prepare  # noqa: F401
from sayso.app.gather import Gathered, gather
from sayso.app.views import IncidentLine
from sayso.model import Rule
from sayso.store.view import View

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
