"""One item of the review queue, ready to be shown: the sentence in view, and what the incident says now."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from time import monotonic

from django.db import connection

import sayso.app.prepare  # noqa: F401
from sayso.app.as_of import incident_page, list_incidents
from sayso.app.judge import Deed, history
from sayso.app.review_queue import Item, queue
from sayso.app.views import AssertionRow, FieldRow, IncidentLine, IncidentPage, ReportLine
from sayso.link.judgements import standing
from sayso.model import Judgement, SaysoError
from sayso.store import judgements as ledger

_KEPT, _SECONDS = 64, 900.0  # queues remembered by this process, and for how long
_RECENT = 5
_OTHERS = 8  # other values shown beside the one in view
_queues: OrderedDict[tuple[str, ...], tuple[float, tuple[Item, ...]]] = OrderedDict()
_lock = Lock()


@dataclass(frozen=True, slots=True)
class Side:
    """One incident beside an item.

    Attributes:
        rows: for a pair, the sentences that tell what, where, when and how many.
    """

    line: IncidentLine
    fields: tuple[FieldRow, ...]
    reports: tuple[ReportLine, ...]
    rows: tuple[AssertionRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """An item with everything a reviewer needs.

    Attributes:
        row: the assertion with its sentence; None for pairs and reports. ``others``: what else is said of the field.
        report: the report it stands in, "" for pairs.
        sides: the incident; two of them for a pair.
        history: what was decided about it, the newest first; empty in blind review.
        candidates: other incidents it may be merged with, nearest first.
        mine: the reviewer's standing decision about it, None without one; of a lost decision that decision itself.
    """

    item: Item
    row: AssertionRow | None
    others: tuple[AssertionRow, ...]
    report: str
    sides: tuple[Side, ...]
    history: tuple[Deed, ...]
    candidates: tuple[IncidentLine, ...]
    mine: Judgement | None


def items(
    reviewer: str, *, blind: bool = False, kind: str = "", incident: str = "", fresh: bool = False
) -> tuple[Item, ...]:
    """The queue as this reviewer began it: decided items keep their place, so that "12 of 140" goes on counting.

    Args:
        fresh: make it anew.
    """
    settings = connection.settings_dict
    key = (str(settings["NAME"]), str(settings["HOST"]), reviewer, str(blind), kind, incident)
    with _lock:
        at, known = _queues.get(key, (0.0, ()))
    if known and not fresh and monotonic() - at < _SECONDS:
        return known
    made = queue(reviewer, blind=blind, kind=kind, incident=incident)
    with _lock:
        _queues[key] = monotonic(), made
        _queues.move_to_end(key)
        while len(_queues) > _KEPT:
            _queues.popitem(last=False)
    return made


def decided_by(reviewer: str, some: Sequence[Item]) -> frozenset[str]:
    """Subjects among the items that this reviewer has decided; a lost decision is none until it is withdrawn."""
    asked = {i.subject for i in some if i.kind != "lost"}
    return frozenset(j.subject for j in standing(ledger.about(asked)) if j.author == reviewer and j.subject in asked)


def decided_by_others(subject: str, reviewer: str) -> bool:
    """True when somebody else has decided about a subject."""
    return any(j.author != reviewer for j in standing(ledger.about((subject,))))


def recent_reasons(reviewer: str) -> tuple[str, ...]:
    """The last reasons of a reviewer, the newest first, each once."""
    found = [j.reason for j in reversed(ledger.by_author(reviewer))]
    return tuple(dict.fromkeys(found))[:_RECENT]


def own_standing(reviewer: str) -> tuple[Judgement, ...]:
    """The last judgements of a reviewer that stand, oldest first."""
    own = ledger.by_author(reviewer)
    return standing((*own, *ledger.of_kind(("withdraw",))))


def shown(item: Item, reviewer: str, *, blind: bool = False) -> Shown:
    """An item with the sentence in view.

    Raises:
        SaysoError: its incident is not known any more; the next item is the way on.
    """
    mine = next(
        (j for j in reversed(standing(ledger.about((item.subject,)))) if j.author == reviewer), None
    )  # fmt: skip
    if item.kind == "pair" or "+" in item.subject:
        sides = tuple(_side(incident_page(pk, item.as_of), telling=True) for pk in item.subject.split("+"))
        return Shown(item, None, (), "", _apart(sides), _history(item, blind), (), mine)
    page = incident_page(item.incident, item.as_of)
    row = next((a for f in page.fields for a in f.assertions if a.id == item.subject), None)
    report = item.subject if "/" in item.subject else _report(page, row) if row else ""
    telling = row is None
    candidates = () if item.as_of else _near(page.line, item.other)
    others = _others(page, row) if row else ()
    return Shown(item, row, others, report, (_side(page, telling, report),), _history(item, blind), candidates, mine)


def _others(page: IncidentPage, row: AssertionRow) -> tuple[AssertionRow, ...]:
    """The other values of the field, each once on the say-so of each origin, as they became known."""
    said = next((f.assertions for f in page.fields if f.field == row.field), ())
    found: dict[tuple[str, str, str], AssertionRow] = {}
    for a in sorted(said, key=lambda a: (a.known_from, a.span.start)):
        if (a.datum_text, a.polarity) != (row.datum_text, row.polarity) and not a.superseded:
            found.setdefault((a.datum_text, a.polarity, a.origin), a)
    return tuple(found.values())[:_OTHERS]


def _apart(sides: tuple[Side, ...]) -> tuple[Side, ...]:
    """One side when both became one incident meanwhile."""
    return sides[:1] if len({s.line.id for s in sides}) == 1 else sides


def _history(item: Item, blind: bool) -> tuple[Deed, ...]:
    if blind:
        return ()
    try:
        return history(item.subject)
    except SaysoError:  # what a re-reading lost has no history of its own
        return ()


def _report(page: IncidentPage, row: AssertionRow) -> str:
    found = [r.key for r in page.reports if r.document == row.document]
    return found[0] if found else ""


def _side(page: IncidentPage, telling: bool = False, report: str = "") -> Side:
    fields = tuple(f for f in page.fields if f.assertions or f.value.judgement or f.field in ("killed", "injured"))
    return Side(page.line, fields, page.reports, _telling(page, report) if telling else ())


def _telling(page: IncidentPage, report: str) -> tuple[AssertionRow, ...]:
    """The sentences that tell what, when, where and how many, each once."""
    document = report.rpartition("/")[0]
    wanted = ("type", "place", "happened", "killed", "injured", "perpetrator")
    rows = [
        a for f in page.fields if f.field in wanted for a in f.assertions
        if not a.repeat and not a.superseded and document in ("", a.document)
    ]  # fmt: skip
    best: dict[tuple[str, int], AssertionRow] = {}
    for a in rows:
        best.setdefault((a.document, a.quote_span.start), a)
    return tuple(list(best.values())[:4])


def _near(line: IncidentLine, first: str = "") -> tuple[IncidentLine, ...]:
    """Incidents of about the same place and day, for a merge or a report that belongs elsewhere; ``first`` leads."""
    place = line.place
    if place is None or place.lat is None or place.lon is None:
        found = list_incidents(limit=12)
    else:
        found = list_incidents(near=(place.lat, place.lon, 50_000.0), limit=12)
    named = (incident_page(first).line,) if first else ()
    return (*named, *(other for other in found if other.id not in (line.id, first)))[:6]
