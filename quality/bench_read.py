"""How fast a page is read: the whole of ``sayso read`` beside trafilatura alone, on the same pages in one run.

usage: python -m quality.bench_read [--pages N] [--sets pages-scrapinghub,pages-wcxb] [--shared FOLDER]

Each side runs in a process of its own, so that memory is told apart; models and tables are loaded before the clock
starts and that time is shown by itself. Seconds are CPU seconds, which other work on the machine disturbs least.
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from sayso.model import SaysoError

SETS = ("pages-scrapinghub", "pages-wcxb", "pages-multi")
WARM_UP = (
    "ELMWICK, Norland — Three people died when a footbridge gave way on Tuesday, the coast guard said.\n\n"
    "Officials closed the quay. “We had warned the council,” said Ada Brunn of the ferry office."
)
Page = tuple[str, bytes]


@dataclass
class Side:
    """What one side of the comparison took.

    Attributes:
        load: CPU seconds before the first page (imports, models, tables).
        wall, cpu: seconds over all pages.
        pages, refused: how many were read, and how many of them held nothing to read.
        peak_mb: largest resident memory of the process, in megabytes.
        parts: wall seconds by part of reading, as the reader tells them.
    """

    name: str
    load: float = 0.0
    wall: float = 0.0
    cpu: float = 0.0
    pages: int = 0
    refused: int = 0
    characters: int = 0
    peak_mb: float = 0.0
    parts: Counter[str] = field(default_factory=Counter)


def main() -> int:
    """Run both sides and print the tables; returns the exit status."""
    args = _arguments()
    pages = load_pages(args.shared, args.sets.split(","), args.pages)
    if not pages:
        print("no pages found (expected ../shared/data/pages-*; say where with --shared)", file=sys.stderr)
        return 2
    spawn = multiprocessing.get_context("spawn")
    sides = []
    for side in (extract_alone, read_whole):
        with ProcessPoolExecutor(1, mp_context=spawn) as pool:
            sides.append(pool.submit(side, pages).result())
    show(sides, pages)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m quality.bench_read", description=__doc__)
    parser.add_argument("--pages", type=int, default=100, metavar="N", help="how many pages (default 100)")
    parser.add_argument("--sets", default=",".join(SETS), help="folders of pages, joined by commas")
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    return parser.parse_args()


def load_pages(shared: Path, names: list[str], count: int) -> list[Page]:
    """``count`` pages drawn evenly by a fixed seed: address and bytes."""
    found: list[tuple[str, Path]] = []
    for name in names:
        folder = shared / "data" / name
        index = folder / "dev.jsonl.gz"
        if index.is_file():
            with gzip.open(index, "rt", encoding="utf-8") as lines:
                found += [(doc.get("url") or "", folder / doc["html"]) for doc in map(json.loads, lines)]
    random.Random(0).shuffle(found)  # noqa: S311 - a fixed draw
    return [(url, gzip.decompress(path.read_bytes())) for url, path in found[:count]]


def extract_alone(pages: list[Page]) -> Side:
    """trafilatura's main text, nothing else."""
    start = time.process_time()
    import trafilatura

    side = Side("trafilatura alone")

    def one(url: str, body: bytes) -> int:
        return len(trafilatura.extract(body, url=url, include_comments=False) or "")

    return _timed(side, pages, one, start)


def read_whole(pages: list[Page]) -> Side:
    """Bytes to Reading with findings, every part timed."""
    start = time.process_time()
    from sayso.app.read import read_timed

    side = Side("sayso read")

    def one(url: str, body: bytes) -> int:
        try:
            reading, parts = read_timed(body, url=url)
        except SaysoError:
            side.refused += 1
            return 0
        side.parts.update(parts)
        return len(reading.document.text)

    one("", WARM_UP.encode())
    one("", f"<html><body><article><p>{WARM_UP}</p></article></body></html>".encode())
    side.parts.clear()
    return _timed(side, pages, one, start)


def _timed(side: Side, pages: list[Page], one: Callable[[str, bytes], int], start: float) -> Side:
    one("", f"<html><body><article><p>{WARM_UP}</p></article></body></html>".encode())
    side.parts.clear()
    side.load = time.process_time() - start
    wall, cpu = time.perf_counter(), time.process_time()
    for url, body in pages:
        side.characters += one(url, body)
        side.pages += 1
    side.wall, side.cpu = time.perf_counter() - wall, time.process_time() - cpu
    side.peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    return side


def show(sides: list[Side], pages: list[Page]) -> None:
    """Print both sides, and the parts of reading with their share."""
    console = Console(width=None if sys.stdout.isatty() else 120)
    size = sum(len(body) for _, body in pages) / 1e6
    table = Table(title=f"{len(pages)} pages, {size:.1f} MB of HTML, one process, one core", box=None)
    for head in ("", "pages/s", "pages/s (wall)", "CPU s", "load s", "text kB", "refused", "peak MB"):
        table.add_column(head, justify="right" if head else "left")
    for s in sides:
        table.add_row(
            s.name, f"{s.pages / s.cpu:.1f}", f"{s.pages / s.wall:.1f}", f"{s.cpu:.1f}", f"{s.load:.1f}",
            f"{s.characters / 1e3:.0f}", str(s.refused), f"{s.peak_mb:.0f}",
        )  # fmt: skip
    console.print(table)
    whole = sides[-1]
    total = sum(whole.parts.values()) or 1.0
    parts = Table(title="share of reading time by part", box=None)
    for head in ("part", "share", "ms/page"):
        parts.add_column(head, justify="right" if head != "part" else "left")
    for name, seconds in whole.parts.most_common():
        parts.add_row(name, f"{100 * seconds / total:.1f} %", f"{1000 * seconds / max(1, whole.pages):.1f}")
    console.print(parts)


if __name__ == "__main__":
    sys.exit(main())
