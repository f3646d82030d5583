"""Small charts of a source: its last days, and its last looks. Every mark has a shape of its own, not only a colour."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sayso.app.source_desk import SourceLine
from sayso.store.sources import REACHED, HeldLook
from sayso.web.show import words

HEIGHT = 36
_DAY_W, _LOOK_W = 11, 12
_TOP = 30  # pixels of the highest bar


@dataclass(frozen=True, slots=True)
class Mark:
    """One day or look in a chart.

    Attributes:
        kind: ``bar`` (something new came), ``flat`` (looked, nothing new), ``cross`` (nobody got there), ``none``
            (before it was watched).
        x, y, height: place of the bar in pixels; for a cross the middle of its cell.
        title: what it stands for, in words.
        outcome: of a look, "" for a day.
    """

    kind: str
    x: int
    y: float
    height: float
    title: str
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """A chart.

    Attributes:
        marks: oldest first.
        width, cell: pixels, of all and of one mark.
        usual_y: height of the line of what is normal, None without one.
        label: the chart in words.
    """

    marks: tuple[Mark, ...]
    width: int
    cell: int
    usual_y: float | None
    label: str
    height: int = HEIGHT


def day_strip(line: SourceLine) -> Strip:
    """The last days of a source with what is normal for it."""
    top = max([day.items for day in line.days] + [1.3 * (line.usual or 0), 1])
    marks = []
    for place, day in enumerate(line.days):
        tall = max(2.0, _TOP * day.items / top)
        kind = "none" if day.before else "cross" if not day.looks else "bar" if day.items else "flat"
        said = {"none": "not watched yet", "cross": "nobody got there"}.get(kind, f"{day.items} new")
        marks.append(_mark(kind, place * _DAY_W, tall, f"{words.day(day.day)}: {said}"))
    usual_y = HEIGHT - 2 - _TOP * line.usual / top if line.usual else None
    return Strip(tuple(marks), len(marks) * _DAY_W, _DAY_W, usual_y, _days_in_words(line))


def _mark(kind: str, x: int, tall: float, title: str, outcome: str = "") -> Mark:
    if kind == "bar":
        return Mark(kind, x, round(HEIGHT - 2 - tall, 1), round(tall, 1), title, outcome)
    return Mark(kind, x, HEIGHT - 4 if kind == "flat" else HEIGHT - 8, 2, title, outcome)


def _days_in_words(line: SourceLine) -> str:
    seen = [day for day in line.days if not day.before]
    if not seen:
        return "nothing came yet"
    missed = sum(not day.looks for day in seen)
    told = f"new items on the last {len(seen)} days: {', '.join(str(day.items) for day in seen)}"
    if len(seen) == 1:
        told = f"new items today: {seen[0].items}"
    return told + (f"; on {words.counted(missed, 'day')} nobody got there" if missed else "")


def look_strip(looks: Sequence[HeldLook]) -> Strip:
    """The last looks at a source, oldest first; bars grow with the logarithm of the new items."""
    top = math.log2(2 + max([look.new_items for look in looks], default=0))
    marks = []
    for place, look in enumerate(looks):
        kind = "cross" if look.outcome not in REACHED else "bar" if look.new_items else "flat"
        tall = max(6.0, _TOP * math.log2(1 + look.new_items) / top)
        marks.append(
            _mark(kind, place * _LOOK_W, tall, f"{words.moment(look.at)}: {outcome_words(look)}", look.outcome)
        )
    number = {kind: sum(mark.kind == kind for mark in marks) for kind in ("bar", "flat", "cross")}
    label = (
        f"the last {words.counted(len(marks), 'look')}: {number['bar']} with new items, "
        f"{number['flat']} without, {number['cross']} that failed"
    )
    return Strip(tuple(marks), max(1, len(marks)) * _LOOK_W, _LOOK_W, None, label)


@dataclass(frozen=True, slots=True)
class Run:
    """Looks in a row that came to the same.

    Attributes:
        last, first: the newest and the oldest of them; the same look when there is one.
        number: how many.
    """

    last: HeldLook
    first: HeldLook
    number: int


def runs(looks: Sequence[HeldLook]) -> list[Run]:
    """Looks (oldest first) as runs, the newest first; looks that found something new stand alone."""
    made: list[Run] = []
    for look in looks:
        before = made[-1] if made else None
        if before and not look.new_items and _same(before.last) == _same(look):
            made[-1] = Run(look, before.first, before.number + 1)
        else:
            made.append(Run(look, look, 1))
    return made[::-1]


def _same(look: HeldLook) -> tuple[object, ...]:
    return look.outcome in REACHED or look.outcome, look.reason, look.note, bool(look.new_items)


def outcome_words(look: HeldLook) -> str:
    """What a look came to: "3 new of 20", "nothing new", or what was in the way."""
    if look.outcome in REACHED:
        return f"{look.new_items} new of {look.items}" if look.new_items else "nothing new"
    return f"{look.outcome} ({words.plain(look.reason)})" if look.reason else look.outcome


def ago(at: datetime, now: datetime) -> str:
    """How long ago, in one unit: "3 h ago"; "in 5 min" for what is to come."""
    seconds = (now - at).total_seconds()
    for size, unit in ((86_400.0, "d"), (3_600.0, "h"), (60.0, "min")):
        if abs(seconds) >= size:
            number = int(abs(seconds) / size)
            return f"{number} {unit} ago" if seconds > 0 else f"in {number} {unit}"
    return "just now" if seconds >= 0 else "in less than a minute"
