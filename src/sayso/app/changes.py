"""What changed since a time: in which incident, from what to what, why, and through whom.

A change is told at the moment from which it counts (``docs/as-of.md``). A newer reading of what was captured before is
a change of reader: it is told as such and never as news.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import sayso.app.prepare  # noqa: F401
from sayso.app.as_of import utc
from sayso.app.change_parts import Change, compare
from sayso.app.change_state import State, state_of
from sayso.app.gather import gather
from sayso.app.rules import Asked, as_rules
from sayso.model import RuleChoice, SaysoError
from sayso.store import redirects
from sayso.store.history import History
from sayso.store.moments import connected, moments
from sayso.store.touched import chunks, opened_at, touched
from sayso.store.view import View

_AT_ONCE = 50  # incidents held at a time, with two states each
_TICK = timedelta(microseconds=1)
_LAST = datetime.max.replace(tzinfo=UTC) - _TICK

__all__ = ["Change", "Window", "changes"]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time, ``after`` exclusive, ``until`` inclusive (None for no end), and the rule."""

    after: datetime
    until: datetime | None
    rule: RuleChoice

    def holds(self, at: datetime) -> bool:
        """True when the moment lies in it."""
        return at > self.after and (self.until is None or at <= self.until)


def changes(
    since: datetime, until: datetime | None = None, *, incident: str = "", rule: Asked = None
) -> Iterator[Change]:
    """What changed after ``since``, up to and with ``until``.

    Incident by incident, the one opened last first; within an incident in order of time. Memory holds the ids of these
    incidents and fifty of them at a time, whatever the ledger holds.

    Args:
        since: UTC; what was known then is not told. ``until``: UTC, None for everything.
        incident: only this one (any case), and what it was merged with; "" for all.
        rule: rule for the values, or one for each field; the settings' when None.

    Raises:
        SaysoError: the times are the wrong way round, the incident was never known, or the rule is unknown.
    """
    window = Window(_needed(since), utc(until), as_rules(rule))
    if window.until is not None and window.until < window.after:
        raise SaysoError("the end lies before the beginning", "give --since the earlier and --until the later time")
    if window.after > _LAST:  # nothing can come after the last moment there is
        return iter(())
    known = touched(window.after, window.until) if not incident else _only(incident)
    # an order that no later row can change: by the opening of the incidents, not by what was told of them last
    opened = opened_at(_together(known))
    ordered = sorted(opened, key=lambda pk: (-opened[pk].timestamp(), pk))
    return (change for some in chunks(ordered, _AT_ONCE) for change in _of(some, window))


def _needed(at: datetime) -> datetime:
    moment = utc(at)
    assert moment is not None
    return moment


def _together(incidents: Iterable[str]) -> set[str]:
    """The incidents, and all they were ever merged with."""
    return {member for group in connected(set(incidents)).values() for member in group}


def _only(incident: str) -> list[str]:
    name = incident.strip().upper()
    if not redirects.opened_first((name,)):
        raise SaysoError(f"no incident {incident!r} is known", "see the list of incidents for ids")
    return [name]


def _of(incidents: list[str], window: Window) -> Iterator[Change]:
    groups = connected(incidents)
    found = moments(dict.fromkeys(frozenset().union(*groups.values()), window.after + _TICK))
    at_moment: dict[datetime, list[str]] = defaultdict(list)
    for pk in incidents:
        # what bears on an incident that became part of another one bears on that one
        for at in {at for member in groups[pk] for at in found[member]}:
            if window.holds(at):
                at_moment[at].append(pk)
    history = History(frozenset().union(*groups.values()))
    states = _states(history.view(window.after), incidents, window.rule)
    told: dict[str, list[Change]] = {pk: [] for pk in incidents}
    for at in sorted(at_moment):
        view = history.view(at)
        after = _states(view, at_moment[at], window.rule, states)
        for pk in at_moment[at]:
            told[pk] += compare(view, pk, at, states.get(pk), after.get(pk))
        states.update(after)
        for pk in at_moment[at]:
            if pk not in after:
                states.pop(pk, None)
    for pk in incidents:
        yield from told[pk]


def _states(
    view: View, incidents: list[str], rule: RuleChoice, before: Mapping[str, State] | None = None
) -> dict[str, State]:
    known = before or {}
    return {pk: state_of(g, rule, known.get(pk)) for pk, g in gather(view, incidents).items() if pk in incidents}
