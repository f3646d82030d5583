"""The lines of incidents as they were at any time: asked for, and made again. A projection of the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Coalesce, StrIndex

from sayso.store import models as rows
from sayso.store.adding import add_rows
from sayso.store.ask import rows_among, rows_of
from sayso.store.grid import cell_of, distance_m, ranges

FOR_EVER = datetime(9999, 12, 31, tzinfo=UTC)
"""``valid_until`` of a line that is still valid."""
_CHUNK = 500  # parameters per query, below every engine's limit
_FEW = 500  # incidents that hold the words: more fill a page before many lines are walked
_LONGEST = timedelta(days=366)  # between the first and the last day something may have happened ("in 2011")
_MONTH = timedelta(days=31)  # of lines over a longer time there are few: they are asked for apart
_LAST_DAY = date(9000, 1, 1)
_NEAR_COLUMNS = ("pk", "lat", "lon", "uncertainty_m")


@dataclass(frozen=True, slots=True)
class LineQuestion:
    """Which lines are wanted, and which page of them.

    Attributes:
        as_of: UTC, inclusive; None for everything the ledger holds.
        words: lower case; every one must stand in the words a line is found by.
        type, family, status, country_code: only these; "" for all.
        day_from, day_to: only what happened, as far as is known, between these days; None for no limit.
        background: also what is only retold as context.
        disputed: only disputed ones.
        near: (latitude, longitude, metres): only what is certainly or possibly within so many metres of the point.
        offset, limit: lines left out and lines at most, the one that changed last first; None for all.
    """

    as_of: datetime | None = None
    words: tuple[str, ...] = ()
    type: str = ""
    family: str = ""
    status: str = ""
    country_code: str = ""
    day_from: date | None = None
    day_to: date | None = None
    background: bool = False
    disputed: bool = False
    near: tuple[float, float, float] | None = None
    offset: int = 0
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class FoundLine:
    """A line as JSON (``record``), with metres to the point asked for and uncertainty in metres (None without one)."""

    record: str
    distance_m: float | None = None
    uncertainty_m: float | None = None


@dataclass(frozen=True, slots=True)
class LineVersion:
    """A line with what it is searched by, from ``since`` on."""

    since: datetime
    type: str
    family: str
    status: str
    country_code: str
    days: tuple[date, date] | None
    disputed: bool
    point: tuple[float, float] | None
    uncertainty_m: float | None
    last_changed: datetime
    words: str
    record: str


def find(ask: LineQuestion) -> list[FoundLine]:
    """The lines that fit, the one that changed last first."""
    if ask.near is not None:
        return _near(ask, ask.near)
    end = None if ask.limit is None else ask.offset + ask.limit
    found = _ordered(_fitting(ask)).values_list("record", flat=True)[ask.offset : end]
    return [FoundLine(record) for record in found]


def count(ask: LineQuestion) -> int:
    """How many lines fit, on all pages."""
    return _fitting(ask).count() if ask.near is None else len(_within(ask, ask.near))


def kinds(ask: LineQuestion) -> Counter[tuple[str, str]]:
    """(type, family) of the lines that fit, with their number."""
    found = _fitting(ask).values_list("type", "family")
    return (
        Counter(found) if ask.near is None else Counter(found.filter(pk__in=[pk for pk, *_ in _within(ask, ask.near)]))
    )


def _ordered(query: QuerySet[rows.LineRow]) -> QuerySet[rows.LineRow]:
    aside = "ends" in query.query.annotations  # few lines are sorted; an index in order would be walked as a whole
    last = Coalesce("last_changed", "last_changed") if aside else F("last_changed")
    return query.order_by(last.desc(), "-incident")


def _fitting(ask: LineQuestion) -> QuerySet[rows.LineRow]:
    few = _holding(ask.words) if ask.words and ask.near is None else None
    by_days = ask.day_from is not None and ask.day_to is not None
    query = _valid(ask, aside=few is not None or by_days)
    for column in ("type", "family", "status", "country_code"):
        if wanted := getattr(ask, column):
            query = query.filter(**{column: wanted})
    if not ask.background:
        query = query.exclude(status="background")
    if ask.disputed:
        query = query.filter(disputed=True)
    if few is not None:
        query = query.filter(incident__in=few)
    query = query.filter(_between(ask.day_from, ask.day_to))
    for number, word in enumerate(ask.words):
        query = query.annotate(**{f"at{number}": StrIndex(F("words"), Value(word))}).filter(**{f"at{number}__gt": 0})
    return query


def _between(first: date | None, last: date | None) -> Q:
    """What happened between two days; with both, its last day has bounds too, so that an index is walked in part."""
    fits = Q()
    if first:
        fits &= Q(day_to__gte=first)
    if last:
        fits &= Q(day_from__lte=last)
    if first and last and last < _LAST_DAY:
        # "IN (False)": an index serves no "NOT lasting"
        brief = Q(lasting__in=(False,), day_to__range=(first, last + _MONTH))
        fits &= brief | Q(lasting__in=(True,), day_to__range=(first, last + _LONGEST))
    return fits


def _holding(words: tuple[str, ...]) -> list[str] | None:
    """The incidents of which some version holds every word; None when they are many, and walking finds them soon."""
    place = "instr(words, %s)" if connection.vendor == "sqlite" else "strpos(words, %s)"
    where = " AND ".join([f"{place} > 0"] * len(words))
    found = rows_of(f"SELECT incident FROM store_linewordsrow WHERE {where} LIMIT {_FEW + 1}", words)
    return [pk for (pk,) in found] if len(found) <= _FEW else None


def _valid(ask: LineQuestion, aside: bool) -> QuerySet[rows.LineRow]:
    """The lines that are valid at the time.

    Args:
        aside: true when another condition leads to few lines: this one is written so that no index serves it, since a
            database without statistics would rather walk all lines that are valid now.
    """
    query = rows.LineRow.objects.all()
    if ask.near is not None or aside:
        query = query.annotate(begins=Coalesce("valid_from", "valid_from"), ends=Coalesce("valid_until", "valid_until"))
        now = Q(ends=FOR_EVER)
        return query.filter(now if ask.as_of is None else Q(begins__lte=ask.as_of, ends__gt=ask.as_of))
    if ask.as_of is None:
        return query.filter(valid_until=FOR_EVER)
    # nothing that was known then changed later than that, which lets an index by the last change be walked from there
    return query.filter(valid_from__lte=ask.as_of, valid_until__gt=ask.as_of, last_changed__lte=ask.as_of)


def _near(ask: LineQuestion, near: tuple[float, float, float]) -> list[FoundLine]:
    end = None if ask.limit is None else ask.offset + ask.limit
    kept = _within(ask, near)[ask.offset : end]
    records: dict[int, str] = {}
    for start in range(0, len(kept), _CHUNK):
        some = rows.LineRow.objects.filter(pk__in=[pk for pk, *_ in kept[start : start + _CHUNK]])
        records.update(some.values_list("pk", "record"))
    return [FoundLine(records[pk], apart, loose) for pk, apart, loose in kept]


def _within(ask: LineQuestion, near: tuple[float, float, float]) -> list[tuple[int, float, float]]:
    """(row, distance, uncertainty) of the lines that fit, in order."""
    lat, lon, radius = near
    cells = Q()
    for first, last in ranges(lat, lon, radius):
        cells |= Q(cell=first) if first == last else Q(cell__range=(first, last))
    found = _ordered(_fitting(ask).filter(cells)).values_list(*_NEAR_COLUMNS)
    told = [(pk, distance_m(lat, lon, la, lo), loose or 0.0) for pk, la, lo, loose in found]
    return [(pk, apart, loose) for pk, apart, loose in told if apart - loose <= radius]


def replace_all(made: dict[str, tuple[datetime, list[LineVersion | tuple[datetime, None]]]]) -> None:
    """Put versions in place of all that was valid from a time on.

    Args:
        made: incident to the time, and its versions from then on, oldest first; (time, None) is a time from which it
            has no line. Versions equal to the one before are left out.
    """
    before = _before({incident: since for incident, (since, _) in made.items()})
    ends: list[tuple[datetime, int]] = []
    fresh: list[rows.LineRow] = []
    for incident, (_, versions) in made.items():
        last: Any = before.get(incident)
        for version in versions:
            since, line = (version.since, version) if isinstance(version, LineVersion) else version
            if last is not None and line is not None and (last.record, last.words) == (line.record, line.words):
                continue
            if last is not None:
                last.valid_until = since
            last = _row(incident, line) if line is not None else None
            if last is not None:
                fresh.append(last)
    ends = [(row.valid_until, row.pk) for row in before.values() if row.valid_until != FOR_EVER]
    _end(ends)
    add_rows(fresh)
    _note_words(made.keys())


def _note_words(incidents: Collection[str]) -> None:
    """What any version of these incidents' lines is found by."""
    held: dict[str, set[str]] = {pk: set() for pk in incidents}
    for pk, words in rows_among("SELECT incident, words FROM store_linerow WHERE incident IN", held):
        held[pk].update(words.split())
    known = dict(rows_among("SELECT incident, words FROM store_linewordsrow WHERE incident IN", held))
    told = {pk: " ".join(sorted(words)) for pk, words in held.items()}
    changed = {pk: words for pk, words in told.items() if known.get(pk) != words}
    rows.LineWordsRow.objects.filter(pk__in=[pk for pk in changed if pk in known]).delete()
    add_rows([rows.LineWordsRow(incident=pk, words=words) for pk, words in sorted(changed.items())])


def _before(since: dict[str, datetime]) -> dict[str, rows.LineRow]:
    """The version of each incident that is valid just before a time, open again; all later ones are deleted."""
    found: dict[str, rows.LineRow] = {}
    gone: list[int] = []
    opened: list[tuple[datetime, int]] = []
    names = sorted(since)
    for start in range(0, len(names), _CHUNK):
        some = names[start : start + _CHUNK]
        kept = rows.LineRow.objects.filter(incident__in=some, valid_until__gte=min(since[i] for i in some))
        for row in kept.order_by("valid_from"):
            if row.valid_from >= since[row.incident]:
                gone.append(row.pk)
            elif row.valid_until >= since[row.incident]:
                if row.valid_until != FOR_EVER:
                    opened.append((FOR_EVER, row.pk))
                row.valid_until = FOR_EVER
                found[row.incident] = row
    for start in range(0, len(gone), _CHUNK):
        rows.LineRow.objects.filter(pk__in=gone[start : start + _CHUNK]).delete()
    _end(opened)
    return found


def _end(ends: list[tuple[datetime, int]]) -> None:
    if ends:
        with connection.cursor() as cursor:
            adapt = connection.ops.adapt_datetimefield_value
            sql = "UPDATE store_linerow SET valid_until = %s WHERE id = %s"
            cursor.executemany(sql, [(adapt(at), pk) for at, pk in ends])


def _row(incident: str, line: LineVersion) -> rows.LineRow:
    lat, lon = line.point or (None, None)
    cell = cell_of(lat, lon, line.uncertainty_m or 0.0) if lat is not None and lon is not None else None
    return rows.LineRow(
        incident=incident, valid_from=line.since, valid_until=FOR_EVER, last_changed=line.last_changed,
        type=line.type, family=line.family, status=line.status, country_code=line.country_code,
        day_from=line.days[0] if line.days else None, day_to=line.days[1] if line.days else None,
        lasting=bool(line.days and line.days[1] - line.days[0] > _MONTH), disputed=line.disputed, cell=cell, lat=lat,
        lon=lon, uncertainty_m=line.uncertainty_m, words=line.words, record=line.record,
    )  # fmt: skip


def version() -> str:
    """Version of the code that made the lines, "" when none did."""
    return rows.ProjectionRow.objects.filter(pk=1).values_list("version", flat=True).first() or ""


def start_again(version: str) -> None:
    """Forget every line and mark every incident, to be made again by code of this version."""
    rows.LineRow.objects.all().delete()
    rows.LineWordsRow.objects.all().delete()
    rows.StaleRow.objects.all().delete()
    with connection.cursor() as cursor:
        at = connection.ops.adapt_datetimefield_value(datetime(1, 1, 2, tzinfo=UTC))
        cursor.execute("INSERT INTO store_stalerow (incident, since) SELECT id, %s FROM store_incidentrow", [at])
    rows.ProjectionRow.objects.update_or_create(pk=1, defaults={"version": version})


def stale(most: int) -> tuple[dict[str, datetime], list[int]]:
    """(incident to the time from which its lines must be made again, numbers of the marks), at most so many marks."""
    marks = list(rows.StaleRow.objects.order_by("incident", "since").values_list("pk", "incident", "since")[:most])
    since: dict[str, datetime] = {}
    for _, incident, at in marks:
        since.setdefault(incident, at)
    return since, [pk for pk, *_ in marks]


def done(marks: Collection[int]) -> None:
    """These marks are dealt with."""
    ordered = sorted(marks)
    for start in range(0, len(ordered), _CHUNK):
        rows.StaleRow.objects.filter(pk__in=ordered[start : start + _CHUNK]).delete()
