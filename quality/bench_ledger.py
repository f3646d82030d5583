"""How fast a filled ledger answers: ``python -m quality.bench_ledger [--documents 10000] [--database ADDRESS]``.

Fills a throwaway house with generated readings (no language is read), then prints the median and the 95th percentile
of the list, an incident page, a question as of an earlier time, and a search. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sayso.model import (
    Assertion,
    Capture,
    Datum,
    Document,
    Figure,
    Passage,
    Place,
    Published,
    Reading,
    Report,
    Span,
    Statement,
    Voice,
    When,
)  # fmt: skip

_START = datetime(2024, 1, 1, tzinfo=UTC)
_OUTLETS = tuple(f"Outlet {n}" for n in range(40))
_SPEAKERS = ("police", "the health ministry", "a hospital official", "the mayor", "residents", "")
_FILL = "council river harvest ministry market bridge station teacher window engine northern quiet".split()  # noqa: SIM905


def reading(number: int, per_incident: int, dice: random.Random) -> tuple[datetime, str, Reading]:
    """Known from, address and reading of one made-up report of incident ``number // per_incident``."""
    incident = number // per_incident
    day = date(2024, 1, 1) + timedelta(days=incident % 300)
    known = _START + timedelta(days=incident % 300, minutes=7 * (number % per_incident) + incident % 5)
    town, outlet, speaker = f"Town{incident}", dice.choice(_OUTLETS), dice.choice(_SPEAKERS)
    killed = dice.randint(1, 9)
    source = f", {speaker} said" if speaker else ""
    words = " ".join(dice.choices(_FILL, k=60))
    text = f"Blast in {town}\n\nA bomb exploded in {town} on {day:%A}, killing {killed} people{source}. Then {words}."
    address = f"https://news.example/{number}"
    document = Document(
        id=f"{number:064x}", capture=f"{number:064x}", text=text, title=f"Blast in {town}", outlet=outlet, url=address,
        published=Published(day, "given"), language="en", cleaner="bench/1",
    )  # fmt: skip
    place = Place(town, "Nigeria", "NG", "", 100_000 + incident, 9 + incident / 900, 7.5, "settlement", 5_000.0)
    body = Span(text.index("A bomb"), text.index(" Then"))
    statements: tuple[Statement, ...] = ()
    if speaker:
        at = text.index(speaker)
        chain = (Voice(outlet, outlet, "outlet"), Voice(speaker, speaker, "official", Span(at, at + len(speaker))))
        statements = (Statement("s1", "report", body, chain, about=("i1",)),)
    said = "s1" if statements else None

    def assertion(field: str, words: str, value: Datum) -> Assertion:
        at = text.index(words, body.start)
        return Assertion(field, value, words, Span(at, at + len(words)), said)  # type: ignore[arg-type]

    values = (
        assertion("type", "bomb exploded", "bombing"),
        assertion("place", town, place),
        assertion("happened", f"{day:%A}", When(day.isoformat(), "day", (day.isoformat(),))),
        assertion("killed", f"killing {killed}", Figure(killed, killed)),
        Assertion("type", "bombing", "Blast", Span(0, 5)),
    )
    report = Report("i1", "bombing", "attack", "happened", values)
    passages = (Passage(Span(0, len(document.title)), 0, 0, "headline"), Passage(body, 1, 1))
    return known, address, Reading(document, passages, (), statements, (report,), (), "bench/1")


def fill(documents: int, incidents: int) -> None:
    """Write readings to the open ledger. Incidents are told apart by number: linking is not what is measured."""
    from django.db import transaction

    from sayso.link import bands, facts_of, terms_of
    from sayso.model.codec import canonical, to_plain
    from sayso.store.entry import Entry, Given, Link, ReportPlace
    from sayso.store.writer import Writer

    writer, dice, per = Writer(), random.Random(1), max(1, documents // incidents)  # noqa: S311
    for start in range(0, documents, 500):
        with transaction.atomic():
            for number in range(start, min(start + 500, documents)):
                known, address, made = reading(number, per, dice)
                report, name = made.reports[0], f"NGA-{number // per:06X}"
                facts = facts_of(report, made.document, known, terms_of(made.document.text))
                place = ReportPlace(
                    date.fromisoformat(facts.day_from), date.fromisoformat(facts.day_to), "NG",
                    canonical(to_plain(facts)),
                )  # fmt: skip
                link = Link("i1", name, number % per == 0, "same", 1.0, "bench", "bench/1")
                capture = Capture(address, made.document.text.encode() + address.encode(), known, "text/plain", "utf-8")
                given = Given(url=address, outlet=made.document.outlet)
                writer.add(Entry(capture, given, True, made, known, {"i1": place}, (link,), (), bands(address)))


def measure(name: str, times: int, ask: Callable[[], object]) -> None:
    """Print first answer, median and 95th percentile of ``ask`` in milliseconds, and the median of processor time."""
    took, used = [], []
    for _ in range(times):
        start, busy = time.perf_counter(), time.process_time()
        ask()
        took.append(1000 * (time.perf_counter() - start))
        used.append(1000 * (time.process_time() - busy))
    later = sorted(took[1:]) or took
    p95 = later[min(len(later) - 1, round(0.95 * (len(later) - 1)))]
    p50, cpu = statistics.median(later), statistics.median(used[1:] or used)
    print(f"  {name:34} first {took[0]:8.1f}   p50 {p50:8.1f}   p95 {p95:8.1f}   cpu {cpu:8.1f} ms", flush=True)


def bench(folder: Path, database: str, documents: int, incidents: int, times: int) -> None:
    """Fill a house and print how fast it answers."""
    from sayso.app.build import open_house

    house = open_house(folder, database)
    from sayso.app.as_of import incident_page, list_incidents
    from sayso.app.search import search

    start = time.perf_counter()
    if not list_incidents():
        fill(documents, incidents)
    print(f"{house.database}: {documents} documents filled in {time.perf_counter() - start:.1f} s", flush=True)
    forget()
    measure("list, nothing remembered", 1, list_incidents)
    lines = list_incidents()
    print(f"  {len(lines)} incidents")
    ids, days = [line.id for line in lines], iter(_days(times + 1))
    dice = random.Random(2)  # noqa: S311
    measure("list", times, list_incidents)
    measure("list as of, another time each", times, lambda: list_incidents(next(days)))
    measure("list with words", times, lambda: list_incidents(query=f"town{dice.randrange(incidents)}"))
    measure("incident page", times, lambda: incident_page(dice.choice(ids)))
    measure("search, one rare word", times, lambda: search(f"town{dice.randrange(incidents)}"))
    measure("search, two frequent words", times, lambda: search("council river"))


def forget() -> None:
    """Drop what this process remembers, as a new process would."""
    from sayso.app import lines

    lines.forget()


def _days(number: int) -> Iterator[datetime]:
    return (_START + timedelta(days=20 + 250 * n / number, hours=3) for n in range(number))


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--incidents", type=int, default=1_000)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--database", default="", help="postgres:// address of an empty database; SQLite when left out")
    parser.add_argument(
        "--keep", type=Path, help="folder of the house, kept and used again; a throwaway one when left out"
    )
    ask = parser.parse_args()
    folder = ask.keep or Path(tempfile.mkdtemp(prefix="sayso-bench-"))
    try:
        bench(folder, ask.database, ask.documents, ask.incidents, ask.times)
    finally:
        if not ask.keep:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
