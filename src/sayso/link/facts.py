"""What linking compares: a report boiled down to day, place, kind, figures and hashed words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sayso.link.clues import Clues, clues_of
from sayso.link.days import day_range, narrowest
from sayso.link.first import credit_of
from sayso.link.speakers import speakers_of
from sayso.model import Document, Figure, Perpetrator, Place, Reading, Report, Span, Statement, When

__all__ = ["Facts", "day_range", "facts_of", "facts_of_document", "facts_of_reading"]
_NO_CLUES = Clues()
_OPEN_DAYS = 45  # an undated happening is taken to lie within so many days before publication


@dataclass(frozen=True, slots=True)
class Facts:
    """A Report as linking sees it.

    Attributes:
        key: "<document id>/i1"; ``document`` is the document id.
        type, family, status: of the report; "" for a document in which no incident was read.
        day_from, day_to: ISO days between which it happened; ``dated`` is False when only the publication tells.
        places: candidates for where it happened, best first.
        figures: (field, low, high) with -1 for an open high.
        perpetrators: names, lower case.
        known_from: ISO time of capture.
        clues: hashed words of the document or of the passages that tell of this report.
        published: ISO day of publication, "" when not known.
        credit: agency the document is credited to, "" when to none.
        speakers: (person, body they speak for) as the document tells it.
    """

    key: str
    document: str
    type: str
    family: str
    status: str
    day_from: str
    day_to: str
    dated: bool
    places: tuple[Place, ...]
    figures: tuple[tuple[str, int, int], ...]
    perpetrators: tuple[str, ...]
    known_from: str
    clues: Clues = _NO_CLUES
    published: str = ""
    credit: str = ""
    speakers: tuple[tuple[str, str], ...] = ()


def facts_of_reading(reading: Reading, known_from: datetime) -> dict[str, Facts]:
    """Facts per report id. The first report that is told as news is what the document is about and has all its words;
    any other one, retold or told in passing, has the words of the passages that its assertions stand in."""
    main = main_report(reading)
    made = {}
    for report in reading.reports:
        spans = () if report is main else _passages(reading, report)
        clues = clues_of(reading.document, reading.mentions, spans)
        made[report.id] = facts_of(report, reading.document, known_from, clues, reading.statements)
    return made


def facts_of_document(reading: Reading, known_from: datetime) -> Facts:
    """Facts of what a document is mostly about; without type, day and place when no incident was read in it."""
    document, clues = reading.document, clues_of(reading.document, reading.mentions)
    if report := main_report(reading):
        return facts_of(report, document, known_from, clues)
    return facts_of(Report("", "", "", "happened", ()), document, known_from, clues)


def main_report(reading: Reading) -> Report | None:
    """The first incident that is told as news, else the first one."""
    return next((r for r in reading.reports if r.status != "background"), next(iter(reading.reports), None))


def facts_of(
    report: Report, document: Document, known_from: datetime, clues: Clues, statements: Sequence[Statement] = ()
) -> Facts:
    """The Facts of one report; ``clues`` come from :func:`sayso.link.clues.clues_of`, ``statements`` are all of it."""
    said = [a for a in report.assertions if a.polarity == "asserted"]
    days = narrowest([a.value for a in said if a.field == "happened" and isinstance(a.value, When)])
    published = document.published.value if document.published else None
    last = published or known_from.date()
    low, high = days or (last - timedelta(days=_OPEN_DAYS), last)
    places = [a.value for a in said if a.field == "place" and isinstance(a.value, Place)]
    figures = {(str(a.field), a.value.low, -1 if a.value.high is None else a.value.high)
               for a in said if isinstance(a.value, Figure)}  # fmt: skip
    names = {a.value.name.casefold() for a in said if isinstance(a.value, Perpetrator) and a.value.named}
    return Facts(
        key=f"{document.id}/{report.id}", document=document.id, type=report.type, family=report.family,
        status=report.status, day_from=low.isoformat(), day_to=high.isoformat(), dated=days is not None,
        places=_distinct(places), figures=tuple(sorted(figures)), perpetrators=tuple(sorted(names)), clues=clues,
        known_from=known_from.isoformat(), published=published.isoformat() if published else "",
        credit=credit_of(document), speakers=speakers_of(statements),
    )  # fmt: skip


def _passages(reading: Reading, report: Report) -> tuple[Span, ...]:
    starts = {a.span.start for a in report.assertions}
    return tuple(p.span for p in reading.passages if any(p.span.start <= s < p.span.end for s in starts))


def _distinct(places: list[Place]) -> tuple[Place, ...]:
    seen: dict[tuple[object, ...], Place] = {}
    for place in places:
        seen.setdefault((place.geonames_id, place.name.casefold()), place)
    order = {"site": 0, "settlement": 1, "near": 2, "admin2": 3, "admin1": 4, "region": 5, "sea": 6, "country": 7}
    return tuple(sorted(seen.values(), key=lambda p: order.get(p.precision, 8)))
