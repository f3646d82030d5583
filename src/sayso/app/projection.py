"""The lines of all incidents at all times, kept beside the ledger so that lists need not gather it.

A line is made from nothing but what ``gather`` answers as of a time, so what is kept is what would be made again. Rows
of the ledger that are written mark the incidents they bear on (``sayso.store.stale``); marked lines are made again
before anybody is answered from them, by whoever writes or else by whoever asks.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from django.db import connection

import sayso.app.prepare  # noqa: F401
from sayso.app.gather import Gathered, gather
from sayso.app.lines import incident_line, search_words
from sayso.app.views import IncidentLine
from sayso.link.facts import day_range
from sayso.model import Place, RuleChoice, SaysoError, Value
from sayso.model.codec import canonical, from_plain, to_plain
from sayso.store import lines
from sayso.store.history import History
from sayso.store.lines import FoundLine, LineQuestion, LineVersion
from sayso.store.moments import connected, moments
from sayso.store.view import View
from sayso.store.writer import Writer
from sayso.weigh import DEFAULT_RULE

VERSION = "lines/2"
"""Another version makes all lines again; raise it when lines, values, origins or search words are made otherwise."""
_AT_ONCE = 400  # marks dealt with in one transaction
_REMEMBERED = 20_000  # decoded lines, about 2 KB each
_POINTLIKE = ("site", "settlement", "near")
_LOOSE_M = 5_000.0  # uncertainty of a town whose size nobody gave
Versions = list[LineVersion | tuple[datetime, None]]
_checked: set[tuple[str, str]] = set()


def find_lines(ask: LineQuestion, rule: RuleChoice = DEFAULT_RULE) -> tuple[IncidentLine, ...]:
    """The lines that fit a question, the one that changed last first.

    Under another rule than the default one the values of the lines are that rule's; which lines they are and their
    order is told by the default rule.
    """
    refresh()
    found = [_shown(line, ask) for line in lines.find(ask)]
    if rule == DEFAULT_RULE:
        return tuple(found)
    gathered = gather(View(ask.as_of), [line.id for line in found]) if found else {}
    made = {pk: without_ids(incident_line(g, rule)) for pk, g in gathered.items()}
    return tuple(replace(made[e.id], distance_m=e.distance_m, within=e.within) for e in found if e.id in made)


def line_question(
    as_of: datetime | None,
    *,
    query: str = "",
    type: str = "",
    family: str = "",
    status: str = "",
    country: str = "",
    days: tuple[date | None, date | None] = (None, None),
    include_background: bool = False,
    disputed: bool = False,
    near: tuple[float, float, float] | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> LineQuestion:
    """What ``sayso.app.as_of.list_incidents`` is asked, checked.

    Raises:
        SaysoError: the point lies outside the world, the radius is negative, or the page begins before the first line.
    """
    if near is not None and not (abs(near[0]) <= 90 and abs(near[1]) <= 180 and near[2] >= 0):
        raise SaysoError(
            "no such circle on earth",
            "give latitude (-90 to 90), longitude (-180 to 180) and a radius that is not below 0",
        )
    if offset < 0 or (limit is not None and limit < 0):
        raise SaysoError("a page cannot begin before the first line", "give a limit and an offset that are not below 0")
    return LineQuestion(
        as_of=as_of, words=tuple(query.casefold().split()), type=type, family=family, status=status,
        country_code=country.upper(), day_from=days[0], day_to=days[1], background=include_background,
        disputed=disputed, near=near, limit=limit, offset=offset,
    )  # fmt: skip


def count_lines(ask: LineQuestion) -> int:
    """How many lines fit a question, on all pages."""
    refresh()
    return lines.count(ask)


def kinds_of_lines(ask: LineQuestion) -> Counter[tuple[str, str]]:
    """(type, family) of the lines that fit a question, with their number."""
    refresh()
    return lines.kinds(ask)


def refresh(progress: Callable[[int], None] | None = None) -> int:
    """Make every marked line again; how many marks were dealt with.

    Args:
        progress: told the number of marks dealt with so far, after every transaction.
    """
    _check_version()
    total = 0
    while lines.stale(1)[1]:
        with Writer().turn():
            total += refresh_in_turn()
        if progress:
            progress(total)
    return total


def refresh_in_turn() -> int:
    """Make marked lines again (some of them when there are many); call it with the Writer's turn held."""
    since, marks = lines.stale(_AT_ONCE)
    if since:
        lines.replace_all(_made(since))
        lines.done(marks)
    return len(marks)


def rebuild(progress: Callable[[int], None] | None = None) -> int:
    """Forget all lines and make them again from the ledger; how many incidents there are."""
    with Writer().turn():
        lines.start_again(VERSION)
    return refresh(progress)


def _check_version() -> None:
    house = str(connection.settings_dict["NAME"]), str(connection.settings_dict["HOST"])
    if house in _checked:
        return
    if lines.version() != VERSION:
        with Writer().turn():
            if lines.version() != VERSION:  # another process may have begun
                lines.start_again(VERSION)
    _checked.add(house)


def _made(since: Mapping[str, datetime]) -> dict[str, tuple[datetime, Versions]]:
    """Every incident that is to be replaced, from when on, and its versions from then on."""
    begin: dict[str, datetime] = {}
    groups = set(connected(since).values())
    for group in groups:
        first = min(since[pk] for pk in group if pk in since)
        begin.update(dict.fromkeys(group, first))
    times = moments(begin)
    of_group = {group: sorted({at for pk in group for at in times[pk]}) for group in groups}
    made: dict[str, Versions] = {pk: [] for pk in begin}
    history = History(begin.keys())
    for group, moments_of in of_group.items():
        for at in moments_of:
            _note(made, group, at, gather(history.view(at), group))
    return {pk: (at, made[pk]) for pk, at in begin.items()}


def _note(made: dict[str, Versions], group: Collection[str], at: datetime, gathered: Mapping[str, Gathered]) -> None:
    for pk in group:
        made[pk].append(_version(at, gathered[pk]) if pk in gathered else (at, None))


def _version(at: datetime, gathered: Gathered) -> LineVersion:
    line = without_ids(incident_line(gathered, DEFAULT_RULE))
    point, loose = _point(line.place)
    return LineVersion(
        since=at,
        type=line.type,
        family=line.family,
        status=line.status,
        country_code=line.place.country_code if line.place else "",
        days=day_range(line.happened) if line.happened else None,
        disputed=line.disputed,
        point=point,
        uncertainty_m=loose,
        last_changed=line.last_changed,
        words=search_words(line, gathered),
        record=canonical(to_plain(line)),
    )


def _point(place: Place | None) -> tuple[tuple[float, float] | None, float | None]:
    """Where a radius search finds it, and how surely in metres; nowhere when it is large and nobody knows how large."""
    if place is None or place.lat is None or place.lon is None:
        return None, None
    if place.uncertainty_m is None and place.precision not in _POINTLIKE:
        return None, None
    return (place.lat, place.lon), _LOOSE_M if place.uncertainty_m is None else place.uncertainty_m


def without_ids(line: IncidentLine) -> IncidentLine:
    """The line as lists have it: its values without the ids of the assertions behind them."""
    return replace(line, killed=_bare(line.killed), injured=_bare(line.injured))


def _bare(value: Value) -> Value:
    return replace(value, chosen=(), assertions=())


def _shown(found: FoundLine, ask: LineQuestion) -> IncidentLine:
    line = _read(found.record)
    if ask.near is None or found.distance_m is None:
        return line
    certain = found.distance_m + (found.uncertainty_m or 0.0) <= ask.near[2]
    return replace(line, distance_m=round(found.distance_m), within="certain" if certain else "possible")


@lru_cache(_REMEMBERED)
def _read(record: str) -> IncidentLine:
    return from_plain(IncidentLine, json.loads(record))
