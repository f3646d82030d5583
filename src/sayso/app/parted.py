"""Two incidents that were one come apart: each report that came meanwhile goes to the side it tells of.

While a merge stands, what is new or read again is linked to the survivor. When the merge is taken back, such a report
goes where an earlier reading of it was, else to the side whose reports the linker finds it alike. Where that does not
tell the sides apart, it stays with the survivor and is listed for review.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

import sayso.app.prepare  # noqa: F401
from sayso.app.judged import ties
from sayso.link import LINKER, Facts, Known, decide, known
from sayso.link.anchors import Anchor, find_report, relocate, union
from sayso.link.judgements import details
from sayso.model import Assertion, Judgement, Span
from sayso.model.codec import from_plain
from sayso.store import judgements as ledger
from sayso.store import redirects, sides, subjects
from sayso.store.entry import HeldReport, Link
from sayso.store.view import View
from sayso.store.writer import Writer

UNSURE = "unsure"
"""Kind of the row that lists a report for review; its author is the machine."""
AUTHOR = "linker"
_MARGIN = 1.0  # log odds between the sides: below it the likelier one is right less than three times in four


@dataclass(frozen=True, slots=True)
class Shared:
    """What became of the reports that came while a merge stood.

    Attributes:
        moved: (key of a report, the incident it belongs to now).
        unsure: (key of a report, the two incidents "A+B" it may belong to); they stayed with the survivor.
    """

    moved: tuple[tuple[str, str], ...] = ()
    unsure: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Sides:
    """Both incidents: ids that make up each one to its survivor, and the unpacked reports that were there before."""

    members: dict[str, str]
    before: list[tuple[str, Known]]
    readings: dict[str, set[str]]  # reading id to the sides its reports are on


def share_out(younger: str, older: str, j: Judgement) -> None:
    """Write where the reports belong that came while a merge stood; call it when the merge was taken back.

    Args:
        younger: the incident that was part of the other one.
        older: the incident it was part of.
        j: the judgement that took the merge back; the rows are of its moment.
    """
    since, ends = sides.stood_since(younger, older), redirects.survivors((younger, older), None)
    one, other = ends[younger], ends[older]
    if since is None or one == other:
        return  # they are one through a third
    held = [r for reports in View().linked_reports((one, other)).values() for r in reports]
    judged, linked = ties().because, sides.linked_at([r.id for r in held])
    late = [r for r in held if r.key not in judged and r.id in linked and linked[r.id] >= since]
    both = _sides((one, other), [r for r in held if r not in late])
    copies = sides.copies_of({r.reading.document for r in late})
    for report in late:
        taken = both.readings.get(report.reading.id, set())
        home = _home(report, both.members, since) or _alike(
            report, both, taken, copies.get(report.reading.document, frozenset())
        )
        if home is None:
            told: dict[str, object] = {"of": j.id, "incidents": sorted((one, other))}
            why = f"it came while {one} and {other} were one incident, and may belong to either"
            ledger.add(ledger.make(UNSURE, report.key, AUTHOR, j.at, why, told))
            continue
        both.readings.setdefault(report.reading.id, set()).add(home[0])
        if home[0] != report.incident:
            made = Link(report.key.rpartition("/")[2], home[0], False, "same", home[1], home[2], LINKER)
            Writer().link(made, report.id, j.at)


def shared_by(j: Judgement) -> Shared:
    """What taking a merge back did to the reports that came meanwhile, told from the ledger.

    Args:
        j: the judgement that took it back.
    """
    rows = ledger.of_kind((UNSURE,), j.at)
    unsure = tuple((r.subject, "+".join(details(r)["incidents"])) for r in rows if details(r)["of"] == j.id)
    return Shared(sides.moved_at(j.at, LINKER), unsure)


def open_doubts() -> Iterator[tuple[str, str, str]]:
    """(report key, incident it is in, the other one) of every report that is listed and still may be in either."""
    for row in ledger.of_kind((UNSURE,)):
        held = subjects.report(row.subject)
        ends = set(redirects.survivors(details(row)["incidents"], None).values())
        if held and held.incident in ends and len(ends) == 2:
            yield row.subject, held.incident, next(iter(ends - {held.incident}))


def _sides(ends: tuple[str, str], before: list[HeldReport]) -> _Sides:
    readings: dict[str, set[str]] = {}
    for r in before:
        readings.setdefault(r.reading.id, set()).add(r.incident)
    told = [(r.incident, known(from_plain(Facts, json.loads(r.facts)))) for r in before]
    return _Sides(redirects.members(ends, None), told, readings)


def _home(report: HeldReport, members: Mapping[str, str], since: datetime) -> tuple[str, float, str] | None:
    """The side on which an earlier reading of the report was before the merge; None when it was on neither."""
    was = {e.row: e for e in sides.earlier(report.reading.capture, report.reading.id, since) if e.incident in members}
    if not was:
        return None
    said = subjects.assertions_of((report.id, *was))
    here = union({report.id: _spans(said, report.id)})
    new = subjects.document_text(report.reading.document) or ""
    for row, e in was.items():
        old = new if e.document == report.reading.document else subjects.document_text(e.document) or ""
        anchor = relocate(Anchor(row, _spans(said, row)), old, new)
        if anchor and find_report(anchor, here).key:
            return members[e.incident], 1.0, "an earlier reading of it was there before the incidents were one"
    return None


def _spans(said: Mapping[str, tuple[tuple[str, Assertion], ...]], row: str) -> tuple[Span, ...]:
    return tuple(a.span for _, a in said.get(row, ()))


def _alike(
    report: HeldReport, both: _Sides, taken: Collection[str], copies: frozenset[str]
) -> tuple[str, float, str] | None:
    """The side the linker's score puts a report on; None when it does not tell the sides apart."""
    facts = from_plain(Facts, json.loads(report.facts))
    ends = set(both.members.values())
    found = {end: decide(facts, both.before, copies, apart=frozenset(ends - {end})) for end in ends - set(taken)}
    best = max(found, key=lambda end: (found[end].score, end), default=None)
    if best is None or found[best].incident is None:
        return None
    rest = max((_odds(d.score) for end, d in found.items() if end != best), default=-math.inf)
    if _odds(found[best].score) - rest < _MARGIN:
        return None
    return best, found[best].score, found[best].why


def _odds(chance: float) -> float:
    """Log odds of a stored chance, which is rounded to four digits."""
    held = min(max(chance, 5e-5), 1 - 5e-5)
    return math.log(held / (1 - held))
