"""How fast and in how much memory a ledger is exported: ``python -m quality.bench_export --assertions 100000``.

Fills a throwaway house with a made-up stream (``quality.stream``; no language is read, links are the stream's truth),
then exports it in each form in a process of its own and prints rows a second and the largest resident memory.

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
from sayso.store.entry import Entry, Given, Link, ReportPlace

FORMS = ("csv", "jsonl", "parquet", "acled", "ucdp", "gtd", "plover", "hxl")
_PER_DOCUMENT = 5.0  # assertions of a document of the stream, about
_AT_ONCE = 500  # documents in one transaction


def fill(assertions: int, seed: int = 1) -> None:
    """Fill the open house until it holds so many assertions."""
    from django.db import transaction

    from sayso.app.projection import refresh
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
    refresh()


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


def measure(house: Path, form: str) -> None:
    """Export in one form in this process and print what it took."""
    from sayso.app.build import open_house

    open_house(house, "", migrate=False)
    from sayso.app.export_tables import export

    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        written = export(Path(folder), form, history=False)
        size = sum(f.stat().st_size for f in Path(folder).iterdir())
    seconds, rows = time.perf_counter() - start, sum(n for _, n in written)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{form:<8} {rows:>9} rows {seconds:>8.1f} s {rows / seconds:>9.0f} rows/s {size / 1e6:>8.1f} MB written "
          f"{peak:>7.0f} MB at most", flush=True)  # fmt: skip


def main() -> None:
    """Fill and measure; each form in its own process, so that one's memory is not another's."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--assertions", type=int, default=100_000)
    parser.add_argument("--forms", nargs="+", default=list(FORMS), choices=FORMS)
    parser.add_argument("--house", type=Path, help="keep the house there; a throwaway folder when not given")
    parser.add_argument("--only-measure", metavar="FORM", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.only_measure:
        measure(asked.house, asked.only_measure)
        return
    with tempfile.TemporaryDirectory(prefix="sayso-bench-") as throwaway:
        house = asked.house or Path(throwaway) / "house"
        _prepare(house, asked.assertions)
        for form in asked.forms:
            command = [sys.executable, "-m", "quality.bench_export", "--house", str(house), "--only-measure", form]
            subprocess.run(command, check=True)


def _prepare(house: Path, assertions: int) -> None:
    from sayso.app.build import open_house

    open_house(house, "")
    from sayso.store import models as rows

    if rows.AssertionRow.objects.count() < assertions:
        fill(assertions)
    print(f"{rows.AssertionRow.objects.count()} assertions, {rows.IncidentRow.objects.count()} incidents, "
          f"{rows.DocumentRow.objects.count()} documents", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
