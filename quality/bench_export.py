"""How fast and in how much memory a ledger is exported: ``python -m quality.bench_export --assertions 100000``.

Fills a throwaway house with a made-up stream (``quality.stream``; no language is read, links are the stream's truth) of
some 20,000 assertions, multiplies it in the database under other ids until there are enough, then exports it in each
form in a process of its own and prints rows a second and the largest resident memory.

    python -m quality.bench_export --assertions 1000000 --forms csv acled
    python -m quality.bench_export --assertions 1000000 --house /big/disk/house      keeps the house and fills it once
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from itertools import islice
from pathlib import Path

from quality.stream import Told, stream
from sayso.export import formats
from sayso.store.entry import Entry, Given, Link, ReportPlace

FORMS = tuple(formats.FORMATS)
_PER_DOCUMENT = 5.0  # assertions of a document of the stream, about
_AT_ONCE = 500  # documents in one transaction
_BASE = 20_000  # assertions that are written one by one; the others are copies of them under other ids
_IDS = {
    "capturerow": ("id", "address"), "documentrow": ("id", "capture_id"), "readingrow": ("id", "document_id"),
    "statementrow": ("id", "reading_id", "key"), "reportrow": ("id", "reading_id", "key"),
    "assertionrow": ("id", "ledger_id", "report_id"), "incidentrow": ("id", "opened_by_id"),
    "linkrow": ("id", "report_id", "incident_id"), "findingrow": ("id", "reading_id"),
}  # fmt: skip
"""Table to the columns that hold an id of the ledger."""


def fill(assertions: int, seed: int = 1) -> None:
    """Fill the open house until it holds so many assertions."""
    from django.db import transaction

    from sayso.store import models as rows
    from sayso.store.writer import Writer

    writer, opened, held = Writer(), set[int](), rows.AssertionRow.objects.count()
    told = stream(int(assertions / _PER_DOCUMENT * 2) + 1_000, seed)
    while held < assertions and (batch := list(islice(told, _AT_ONCE))):
        with transaction.atomic():
            for one in batch:
                writer.add(_entry(one, opened))
                held += sum(len(r.assertions) for r in one.reading.reports)
        print(f"\rfilling: {held} assertions", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)


def multiply(times: int) -> None:
    """Copy everything in the open SQLite house ``times`` times under other ids, told apart by a number at their end."""
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("PRAGMA defer_foreign_keys=ON")
        for table, ids in _IDS.items():
            cursor.execute(f"SELECT name FROM pragma_table_info('store_{table}')")
            columns = [name for (name,) in cursor.fetchall()]
            cells = ", ".join(_renamed(c) if c in ids else f'"{c}"' for c in columns)
            names = ", ".join(f'"{c}"' for c in columns)
            cursor.execute(f"CREATE TEMP TABLE once AS SELECT * FROM store_{table}")
            for n in range(1, times + 1):
                made = cells.replace("?", f"'z{n:03x}'").replace("#", f"'{n:04X}'")  # z is no digit of a hash
                cursor.execute(f"INSERT INTO store_{table} ({names}) SELECT {made} FROM once")
            cursor.execute("DROP TABLE once")


def _renamed(column: str) -> str:
    """SQL for the id in a column with the number "?" put in place of its last four characters, or behind it."""
    if column in ("address", "incident_id"):
        return f'"{column}" || #'
    if column == "key":
        return "substr(key, 1, 60) || ? || substr(key, 65)"
    return f'CASE length("{column}") WHEN 64 THEN substr("{column}", 1, 60) || ? ELSE "{column}" || # END'


def _entry(told: Told, opened: set[int]) -> Entry:
    links = []
    for report, number in told.truth.items():
        links.append(
            Link(report, f"BEN-{number:06X}", number not in opened, "same", 1.0, "as the stream says", "bench")
        )
        opened.add(number)
    place = ReportPlace(date(2024, 1, 1), date(2024, 1, 1), "", "{}")
    return Entry(
        told.capture, Given(url=told.address, outlet=told.outlet), True, told.reading, told.known_from,
        {r.id: place for r in told.reading.reports}, tuple(links), (), (),
    )  # fmt: skip


def measure(house: Path, form: str, history: bool = False) -> None:
    """Export in one form in this process and print what it took."""
    from sayso.app.build import open_house

    open_house(house, "", migrate=False)
    from sayso.app.export_tables import export

    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        written = export(Path(folder), form, history=history)
        size = sum(f.stat().st_size for f in Path(folder).iterdir())
    seconds, rows = time.perf_counter() - start, sum(n for _, n in written)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    name = f"{form} with its history" if history else form
    print(f"{name:<24} {rows:>9} rows {seconds:>8.1f} s {rows / seconds:>9.0f} rows/s {size / 1e6:>8.1f} MB written "
          f"{peak:>7.0f} MB at most", flush=True)  # fmt: skip


def main() -> None:
    """Fill and measure; each form in its own process, so that one's memory is not another's."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--assertions", type=int, default=100_000)
    parser.add_argument("--forms", nargs="+", default=list(FORMS), choices=FORMS)
    parser.add_argument(
        "--history", action="store_true", help="with the table of changes, as the command line writes it"
    )
    parser.add_argument("--house", type=Path, help="keep the house there; a throwaway folder when not given")
    parser.add_argument("--only-measure", metavar="FORM", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.only_measure:
        measure(asked.house, asked.only_measure, asked.history)
        return
    with tempfile.TemporaryDirectory(prefix="sayso-bench-") as throwaway:
        house = asked.house or Path(throwaway) / "house"
        _prepare(house, asked.assertions)
        for form in asked.forms:
            command = [sys.executable, "-m", "quality.bench_export", "--house", str(house), "--only-measure", form]
            command += ["--history"] if asked.history else []
            subprocess.run(command, check=True)


def _prepare(house: Path, assertions: int) -> None:
    from sayso.app.build import open_house

    open_house(house, "")
    from sayso.store import models as rows

    if rows.AssertionRow.objects.count() < min(assertions, _BASE):
        fill(min(assertions, _BASE))
    held = rows.AssertionRow.objects.count()
    if held < assertions:
        multiply(round(assertions / held) - 1)
    print(f"{rows.AssertionRow.objects.count()} assertions, {rows.IncidentRow.objects.count()} incidents, "
          f"{rows.DocumentRow.objects.count()} documents", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
