"""A web archive into the ledger, killed and resumed: ``python -m quality.bench_archive [--pages 100000]``.

Writes a WARC file of made-up pages (``quality.archive_pages``), runs ``sayso ingest`` on it in a process that is killed
with SIGKILL several times and started again, and prints pages per second, per second of processor, and how long a
resumed run takes to its first new page. FastWARC and trafilatura alone, without reading anything, are measured on the
same pages in the same run, before and after. At the end every page must be in the ledger exactly once.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil
from fastwarc.warc import ArchiveIterator, WarcRecordType
from trafilatura import bare_extraction

from quality.archive_pages import write_archive

_SAMPLE = 300  # pages for the libraries alone, before and after
_POLL_S = 0.25


def alone(file: Path, number: int) -> float:
    """Pages per second of processor for FastWARC and trafilatura: the records, and the main text of each page."""
    done, start = 0, time.process_time()
    with file.open("rb") as stream:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
            if record.http_content_type != "text/html":
                continue
            bare_extraction(record.reader.read(), with_metadata=True)
            done += 1
            if done == number:
                break
    return done / (time.process_time() - start)


def documents(house: Path) -> int:
    """Documents in the ledger; 0 before it has tables."""
    try:
        with sqlite3.connect(f"file:{house}/sayso.sqlite3?mode=ro", uri=True) as db:
            return int(db.execute("SELECT COUNT(*) FROM store_documentrow").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds, seconds of processor of all its processes, seconds to its first new document, whether it ended
    by itself."""

    took: float
    processor: float
    first: float
    ended: bool


def run(file: Path, house: Path, until: int | None, limit_s: float, workers: int = 1) -> Run:
    """Run ``sayso ingest``; kill it when the ledger holds ``until`` documents, or when the time is over."""
    begin, before, first, used = time.monotonic(), documents(house), 0.0, 0.0
    command = [sys.executable, "-m", "sayso.cli", "ingest", str(file), "--data", str(house)]
    command += ["--workers", str(workers)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        while process.poll() is None:
            time.sleep(_POLL_S)
            held, took, used = documents(house), time.monotonic() - begin, max(used, _processor(process.pid))
            first = first or (took if held > before else 0.0)
            if (until is not None and held >= until) or took > limit_s:
                os.kill(process.pid, signal.SIGKILL)
                process.wait()
                return Run(took, used, first, False)
        told = (process.stdout.read() if process.stdout else "").strip()
        print(f"  {told}")
        if process.returncode:
            raise SystemExit(f"sayso ingest failed: {process.returncode}")
    return Run(time.monotonic() - begin, used, first, True)


def _processor(pid: int) -> float:
    """Seconds of processor that a process and those it started have used so far; 0 when it is gone."""
    try:
        top = psutil.Process(pid)
        times = [p.cpu_times() for p in (top, *top.children(recursive=True))]
    except psutil.Error:
        return 0.0
    return sum(t.user + t.system for t in times)


def bench(number: int, kills: int, folder: Path, limit_s: float, workers: int) -> bool:
    """The whole measurement; True when every page is in the ledger once."""
    file, house = folder / "pages.warc.gz", folder / "house"
    if not file.exists():
        print(f"{number:,} pages, {write_archive(file, number) / 1e6:,.0f} MB of WARC", flush=True)
    before = alone(file, min(number, _SAMPLE))
    print(f"FastWARC and trafilatura alone: {before:.1f} pages per second of processor", flush=True)
    stops = [number * k // (kills + 1) for k in range(1, kills + 1)]
    spent, processor, ended, start = 0.0, 0.0, False, documents(house)
    while not ended and spent < limit_s:
        stop = next((s for s in stops if s > documents(house)), None)
        made = run(file, house, stop, limit_s - spent, workers)
        spent, processor, ended = spent + made.took, processor + made.processor, made.ended
        print(
            f"  {documents(house):,} documents after {spent:,.0f} s; the first new one after {made.first:.1f} s",
            flush=True,
        )
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = documents(house) - start
    after = alone(file, min(number, _SAMPLE))
    print(f"FastWARC and trafilatura alone, again: {after:.1f} pages per second of processor")
    print(f"sayso ingest: {done / spent:.1f} pages per second, {done / processor:.1f} per second of processor")
    print(f"peak of memory {used.ru_maxrss / 1024:,.0f} MB")
    if ended:
        again = run(file, house, None, limit_s)
        print(f"the same archive again: {again.took:.1f} s, {documents(house):,} documents")
    return ended and documents(house) == number


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument("--kills", type=int, default=3, help="how often the process is killed")
    parser.add_argument("--limit", type=float, default=1e9, metavar="S", help="seconds after which it stops for good")
    parser.add_argument("--workers", type=int, default=1, help="reading processes")
    parser.add_argument("--folder", type=Path, help="where to work, kept; a folder that is removed when not given")
    chosen = parser.parse_args()
    folder = chosen.folder or Path(tempfile.mkdtemp(prefix="sayso-archive-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        whole = bench(chosen.pages, chosen.kills, folder, chosen.limit, chosen.workers)
    finally:
        if chosen.folder is None:
            shutil.rmtree(folder, ignore_errors=True)
    print("every page is in the ledger once" if whole else "NOT every page is in the ledger once, or time was over")
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main())
