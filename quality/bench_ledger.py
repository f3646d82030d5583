"""How fast a large ledger answers: ``python -m quality.bench_ledger [--assertions 1000000] [--database ADDRESS]``.

Fills a throwaway house with the made-up stream of ``quality.stream``, linked by its truth (linking is measured by
``quality.bench_stream``), with lines of the same size as the projection's, then asks random questions and prints the
median and the 95th percentile in milliseconds: an incident page, a page of the list as of a random time with filters,
and a search of a circle; beside them the fetch of one row by its key, below which nothing here can be. The limit for
each is 100 ms at the 95th percentile.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quality.stream import START, Told, stream
from sayso.link import clues_of, facts_of, incident_id
from sayso.model import Place, Value, When
from sayso.model.codec import canonical, to_plain

if TYPE_CHECKING:
    from sayso.store.entry import Entry

LIMIT_MS = 100.0
_TOGETHER = 500  # documents in one transaction
_PAGE = 50
_MADE = "made/1"


@dataclass(slots=True)
class _Filled:
    """What is in the ledger: incidents by their true number, and what random questions may ask for."""

    ids: dict[int, str] = field(default_factory=dict)
    reports: dict[int, int] = field(default_factory=dict)
    open: dict[int, Any] = field(default_factory=dict)
    points: list[tuple[float, float]] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    assertions: int = 0
    documents: int = 0
    last: datetime = datetime(2024, 1, 1, tzinfo=UTC)


_ROUNDS = 4  # of doubling: a sixteenth is made row by row
_NOT_DOUBLED = frozenset("ProjectionRow StaleRow LineWordsRow RunRow JudgementRow QuarantineRow".split())  # noqa: SIM905
_HASHES = frozenset(
    "id digest body_id capture_id document_id original_id reading_id report_id ledger_id key opened_by_id".split()  # noqa: SIM905
)
_TIMES = frozenset(("known_from", "since", "valid_from", "valid_until", "last_changed"))
_DAYS = frozenset(("published", "day_from", "day_to"))


def multiply(rounds: int, days: int) -> None:
    """Double the ledger so many times inside the database: the same rows under other ids, so many days later.

    Making a million assertions row by row takes most of an hour, and tells nothing that a part of them does not tell.
    """
    from django.apps import apps
    from django.db import connection, transaction

    for number in range(rounds):
        with transaction.atomic(), connection.cursor() as cursor:
            for model in apps.get_app_config("store").get_models():
                if model.__name__ in _NOT_DOUBLED:
                    continue
                fields = [f for f in model._meta.concrete_fields if f.get_internal_type() != "BigAutoField"]
                columns = [str(f.column) for f in fields]
                made = [_shifted(model.__name__, c, number, days << number, connection.vendor) for c in columns]
                names = ", ".join(f'"{c}"' for c in columns)
                table = model._meta.db_table
                cursor.execute(f"INSERT INTO {table} ({names}) SELECT {', '.join(made)} FROM {table}")
            if connection.vendor == "sqlite":
                document = _marked("document", number)
                cursor.execute(f"INSERT INTO store_search (document, words) SELECT {document}, words FROM store_search")


def _marked(column: str, number: int) -> str:
    """SQL for a hash that no row has: a letter that is no hexadecimal digit at a place of its own."""
    return f"substr({column}, 1, {number}) || 'x' || substr({column}, {number + 2})"


def _shifted(table: str, column: str, number: int, days: int, vendor: str) -> str:
    name, letter = f'"{column}"', "GHJKLMNPQR"[number]
    if column in ("incident_id", "incident") or (table == "IncidentRow" and column == "id"):
        return f"{name} || '{letter}'"
    if table == "LineRow" and column in ("record", "words"):
        given = "incident" if column == "record" else "lower(incident)"
        return f"replace({name}, {given}, {given} || '{letter if column == 'record' else letter.lower()}')"
    if column in _HASHES:
        return _marked(name, number)
    if column == "address":
        return f"{name} || '&{number}'"
    if column in _TIMES:
        later = f"datetime({name}, '+{days} days')" if vendor == "sqlite" else f"{name} + interval '{days} days'"
        return later if column != "valid_until" else f"CASE WHEN {name} > '9000-01-01' THEN {name} ELSE {later} END"
    if column in _DAYS:
        return f"date({name}, '+{days} days')" if vendor == "sqlite" else f"{name} + {days}"
    return name


def fill(assertions: int, seed: int = 1) -> _Filled:
    """Write made-up readings to the open ledger until it holds so many assertions."""
    from django.db import transaction

    from sayso.app.projection import VERSION
    from sayso.store.adding import add_rows
    from sayso.store.models import ProjectionRow, StaleRow
    from sayso.store.writer import Writer

    filled, writer = _Filled(), Writer()
    told = stream(10 * assertions, seed)
    start, shown = time.perf_counter(), 0
    while filled.assertions < assertions:
        some = [next(told) for _ in range(_TOGETHER)]
        with transaction.atomic():
            writer.add_all(_entry(one, filled) for one in some)
            add_rows([line for one in some for line in _lines(one, filled)])
            StaleRow.objects.all().delete()
        if filled.assertions - shown >= 50_000:
            shown = filled.assertions
            print(f"  {shown:10,} assertions in {time.perf_counter() - start:6.0f} s", flush=True)
    with transaction.atomic():
        add_rows(list(filled.open.values()))
        ProjectionRow(id=1, version=VERSION).save()
    return filled


def _entry(told: Told, filled: _Filled) -> Entry:
    from sayso.store.entry import Entry, Given, Link, ReportPlace

    reading, links, places = told.reading, [], {}
    terms = clues_of(reading.document)
    for report in reading.reports:
        number = told.truth[report.id]
        facts = facts_of(report, reading.document, told.known_from, terms)
        opens = number not in filled.ids
        if opens:
            filled.ids[number] = incident_id(facts, lambda name: False) + f"{number:X}"
        country = next((p.country_code for p in facts.places if p.country_code), "")
        days = date.fromisoformat(facts.day_from), date.fromisoformat(facts.day_to)
        places[report.id] = ReportPlace(*days, country, canonical(to_plain(facts)))
        links.append(Link(report.id, filled.ids[number], opens, "same", 1.0, "the truth", _MADE))
        filled.assertions += len(report.assertions)
    filled.documents += 1
    filled.last = told.known_from
    dice = random.Random(filled.documents)  # noqa: S311 (keys of the copies' index cost more to make than all the rest)
    bands = tuple(dice.randrange(-(2**63), 2**63) for _ in range(20))
    given = Given(url=told.address, outlet=told.outlet)
    return Entry(told.capture, given, True, reading, told.known_from, places, tuple(links), (), bands)


def _lines(told: Told, filled: _Filled) -> list[Any]:
    """The lines that this document closes; those it opens wait for the next report of their incident."""
    from sayso.app.views import IncidentLine
    from sayso.store.grid import cell_of
    from sayso.store.lines import FOR_EVER
    from sayso.store.models import LineRow

    closed = []
    for report in told.reading.reports:
        number, said = told.truth[report.id], {a.field: a.value for a in report.assertions}
        before = filled.open.pop(number, None)
        if before is not None:
            before.valid_until = told.known_from
            closed.append(before)
        n = filled.reports[number] = filled.reports.get(number, 0) + 1
        place, day = said.get("place"), said.get("happened")
        if not isinstance(place, Place) or place.geonames_id is None:
            place = None
        elif n == 1 and place.lat is not None and place.lon is not None:
            filled.points.append((place.lat, place.lon))
            filled.countries.append(place.country_code)
        line = IncidentLine(
            filled.ids[number], f"{report.type.replace('_', ' ').capitalize()} in {place.name if place else 'place'}",
            report.type, report.family, report.status, place, day if isinstance(day, When) else None,
            Value("killed", "reported", said.get("killed"), "latest_official", n_reports=n, n_origins=1),
            Value("injured", "reported", said.get("injured"), "latest_official", n_reports=n, n_origins=1),
            n, min(n, 4), n > 2, True, told.known_from,
        )  # fmt: skip
        point = (place.lat, place.lon) if place else (None, None)
        at = date.fromisoformat(day.value) if isinstance(day, When) and day.value else None
        filled.open[number] = LineRow(
            incident=line.id, valid_from=told.known_from, valid_until=FOR_EVER, last_changed=told.known_from,
            type=line.type, family=line.family, status=line.status, country_code=place.country_code if place else "",
            day_from=at, day_to=at, disputed=line.disputed, lat=point[0], lon=point[1],
            cell=cell_of(point[0], point[1], place.uncertainty_m or 0) if place and point[0] and point[1] else None,
            uncertainty_m=place.uncertainty_m if place else None,
            words=f"{line.id} {line.title} {line.type} {line.family} police witnesses {told.outlet}".casefold(),
            record=canonical(to_plain(line)),
        )  # fmt: skip
    return closed


def measure(name: str, times: int, ask: Callable[[], object]) -> float:
    """Print median, 95th percentile and slowest of ``ask`` in milliseconds, and the median of processor time."""
    took, used = [], []
    for _ in range(times):
        start, busy = time.perf_counter(), time.process_time()
        ask()
        took.append(1000 * (time.perf_counter() - start))
        used.append(1000 * (time.process_time() - busy))
    took.sort()
    used.sort()
    p95, cpu95 = (some[min(len(some) - 1, round(0.95 * (len(some) - 1)))] for some in (took, used))
    p50, cpu = statistics.median(took), statistics.median(used)
    slow = "" if p95 <= LIMIT_MS else f"  above {LIMIT_MS:.0f} ms"
    print(
        f"  {name:38} p50 {p50:7.1f}  p95 {p95:7.1f}  most {took[-1]:7.1f}"
        f"  processor p50 {cpu:6.1f} p95 {cpu95:6.1f} ms{slow}",
        flush=True,
    )
    return p95


def ask_all(times: int, seed: int = 2) -> None:
    """Ask the open ledger random questions and print how long the answers take."""
    from sayso.app.as_of import incident_page, list_incidents
    from sayso.store.models import AssertionRow, IncidentRow, LineRow

    dice = random.Random(seed)  # noqa: S311
    ids = list(IncidentRow.objects.order_by("pk").values_list("pk", flat=True))
    some = LineRow.objects.exclude(lat=None).order_by("pk").values_list("lat", "lon", "country_code")[:20_000]
    places = [(lat, lon, code) for lat, lon, code in some if lat is not None and lon is not None]
    keys = list(AssertionRow.objects.order_by("pk").values_list("pk", flat=True)[:2_000])
    last = LineRow.objects.order_by("-last_changed").values_list("last_changed", flat=True)[0]
    first = datetime.combine(START, datetime.min.time(), UTC)
    print(f"  {len(ids):,} incidents, {LineRow.objects.count():,} lines, {AssertionRow.objects.count():,} assertions")

    def moment() -> datetime:
        return first + (last - first) * dice.random()

    def filters() -> dict[str, Any]:
        day = moment().date()
        return dice.choice(
            (
                {}, {"type": dice.choice(("bombing", "riot", "raid"))}, {"country": dice.choice(places)[2]},
                {"family": "attack", "country": dice.choice(places)[2]}, {"query": f"bombing {dice.choice(places)[2]}"},
                {"query": "courier"}, {"days": (day - timedelta(days=7), day)}, {"disputed": True, "type": "fire"},
            )
        )  # fmt: skip

    def near() -> tuple[float, float, float]:
        lat, lon, _ = dice.choice(places)
        return min(90.0, lat + dice.uniform(-0.2, 0.2)), lon, 1000 * dice.choice((5, 25, 50, 100))

    measure("one assertion by its key", times, lambda: AssertionRow.objects.get(pk=dice.choice(keys)))
    measure("incident page", times, lambda: incident_page(dice.choice(ids)))
    measure("list now, first page", times, lambda: list_incidents(limit=_PAGE, **filters()))
    measure("list as of a time, first page", times, lambda: list_incidents(moment(), limit=_PAGE, **filters()))
    measure("circle, first page", times, lambda: list_incidents(near=near(), limit=_PAGE))
    measure("circle as of a time, first page", times, lambda: list_incidents(moment(), near=near(), limit=_PAGE))


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assertions", type=int, default=1_000_000)
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--database", default="", help="postgres:// address of an empty database; SQLite when left out")
    parser.add_argument(
        "--keep", type=Path, help="folder of the house, kept and used again; a throwaway one when left out"
    )
    ask = parser.parse_args()
    folder = ask.keep or Path(tempfile.mkdtemp(prefix="sayso-bench-"))
    from sayso.app.build import open_house

    try:
        house = open_house(folder, ask.database)
        from django.db import connection

        from sayso.store.models import IncidentRow

        start = time.perf_counter()
        if not IncidentRow.objects.exists():
            filled = fill(max(1, ask.assertions >> _ROUNDS))
            print(f"{filled.documents:,} documents made in {time.perf_counter() - start:.0f} s", flush=True)
            multiply(_ROUNDS, (filled.last.date() - START).days + 1)
            with connection.cursor() as cursor:
                cursor.execute(
                    "INSERT INTO store_linewordsrow (incident, words)"
                    " SELECT incident, words FROM store_linerow WHERE valid_until > '9000-01-01'"
                )
            print(f"filled in {time.perf_counter() - start:.0f} s", flush=True)
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        print(house.database)
        ask_all(ask.questions)
    finally:
        if not ask.keep:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
