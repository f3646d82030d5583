"""What linking and writing cost as the ledger grows: ``python -m quality.bench_stream [--reports 10000]``.

Streams made-up reports (``quality.stream``) through the linking and writing that ``sayso ingest`` does, without
cleaning and reading, and prints the milliseconds per report of every 1,000, the last 1,000 against the first 1,000
after warm-up (at most 1.5), how well the links agree with the truth, and the peak of memory. Time of the processor is
that of this process alone; on PostgreSQL the server's comes on top.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from quality.stream import Told, stream
from sayso.app.inputs import Item

_STEP = 1_000
_WARM_UP = 2  # thousands: caches fill, the first days of the stream hold few candidates
MOST_GROWTH = 1.5


def bench(reports: int, seed: int, batch: int, held: int = 0) -> list[float]:
    """Stream reports into the open ledger; milliseconds per report of every 1,000.

    Args:
        reports: of the whole stream.
        seed, batch: which stream; documents in one transaction.
        held: documents at the head of the stream that the ledger holds already (a kept house is gone on with).
    """
    labels: list[tuple[str, int]] = []
    costs: list[float] = []
    busy: list[float] = []
    spent, used, since, begin = 0.0, 0.0, 0, time.perf_counter()
    for some in batches(islice(stream(reports, seed), held, None), batch):
        start, cpu = time.perf_counter(), time.process_time()
        linked = write(some)
        spent += time.perf_counter() - start
        used += time.process_time() - cpu
        labels += linked
        since += len(linked)
        if since >= _STEP:
            costs.append(1000 * spent / since)
            busy.append(1000 * used / since)
            spent, used, since = 0.0, 0.0, 0
            took = time.perf_counter() - begin
            cost = f"{costs[-1]:6.2f} ms per report, processor {busy[-1]:6.2f} ms"
            print(f"  {len(labels):8,} of {reports:,}  {cost}  ({took:5.0f} s)", flush=True)
    if not held:
        growth("elapsed", costs)
        growth("processor", busy)
    report(labels)
    return costs


def write(some: list[Told]) -> list[tuple[str, int]]:
    """Link and write documents in one transaction; (incident, true incident) of every report."""
    from sayso.app.storing import store_readings

    entries = store_readings((item(told), told.reading) for told in some)
    known = [(told, entry) for told, entry in zip(some, entries, strict=True) if entry is not None]
    return [(link.incident, told.truth[link.report]) for told, entry in known for link in entry.links]


def item(told: Told) -> Item:
    """What ingest has in hand for a document."""
    from sayso.store.entry import Given

    return Item(told.capture, Given(url=told.address, outlet=told.outlet), constructed=True)


def batches(some: Iterable[Told], size: int) -> Iterator[list[Told]]:
    """The documents in lists of ``size``."""
    rest = iter(some)
    while taken := list(islice(rest, size)):
        yield taken


def growth(what: str, costs: list[float]) -> None:
    """Print the last thousand against the first after warm-up."""
    if len(costs) > _WARM_UP:
        first, last = costs[_WARM_UP], costs[-1]
        verdict = "within" if last / first <= MOST_GROWTH else "above"
        print(f"{what}: first 1,000 after warm-up {first:.2f} ms, last 1,000 {last:.2f} ms, {last / first:.2f} times")
        print(f"  ({verdict} the limit of {MOST_GROWTH}); median {statistics.median(costs):.2f} ms per report")


def report(labels: list[tuple[str, int]]) -> None:
    """Print agreement with the truth, and memory."""
    precision, recall = pairs(labels)
    b3 = b_cubed(labels)
    print(f"pairs of reports:  precision {precision:.4f}  recall {recall:.4f}")
    print(f"B-cubed:           precision {b3[0]:.4f}  recall {b3[1]:.4f}  F1 {b3[2]:.4f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    made, true = len({i for i, _ in labels}), len({t for _, t in labels})
    print(f"{made:,} incidents for {true:,}; peak memory {peak:.0f} MB", flush=True)


def pairs(labels: list[tuple[str, int]]) -> tuple[float, float]:
    """Precision and recall of the pairs of reports that were put into one incident."""

    def of(counts: Counter[object]) -> int:
        return sum(n * (n - 1) // 2 for n in counts.values())

    both = of(Counter(labels))
    made, true = of(Counter(a for a, _ in labels)), of(Counter(b for _, b in labels))
    return both / made if made else 1.0, both / true if true else 1.0


def b_cubed(labels: list[tuple[str, int]]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 (Bagga and Baldwin 1998)."""
    made, true = Counter(a for a, _ in labels), Counter(b for _, b in labels)
    both = Counter(labels)
    precision = sum(n * n / made[a] for (a, _), n in both.items()) / len(labels)
    recall = sum(n * n / true[b] for (_, b), n in both.items()) / len(labels)
    return precision, recall, 2 * precision * recall / (precision + recall)


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=32, help="documents in one transaction")
    parser.add_argument("--database", default="", help="postgres:// address of an empty database; SQLite when left out")
    parser.add_argument(
        "--keep", type=Path, help="folder of the house, kept and gone on with; a throwaway one when left out"
    )
    parser.add_argument("--profile", type=Path, help="write a profile of Python's cProfile here")
    ask = parser.parse_args()
    folder = ask.keep or Path(tempfile.mkdtemp(prefix="sayso-bench-"))
    from sayso.app.build import open_house

    try:
        house = open_house(folder, ask.database)
        from sayso.store.models import DocumentRow

        held = DocumentRow.objects.count()
        print(f"{house.database}: {ask.reports:,} reports, {ask.batch} documents in one transaction")
        if held:
            print(f"the ledger holds {held:,} documents of the stream; only later ones are written and counted")
        if ask.profile:
            import cProfile

            with cProfile.Profile() as profile:
                bench(ask.reports, ask.seed, ask.batch, held)
            profile.dump_stats(ask.profile)
        else:
            bench(ask.reports, ask.seed, ask.batch, held)
    finally:
        if not ask.keep:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
