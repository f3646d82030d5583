"""How fast articles of about 600 words are read on one core, beside the bare encoder on the same words.

usage: python -m quality.bench_articles [--most N] [--shared FOLDER]

Four sides, each in a process of its own so that memory is told apart: the bare encoder (each word read once, no heads
put to use), the rules alone, the whole reading of every article, and the whole reading behind the triage. Two kinds of
news: of all sorts, as it comes, and reports of incidents only, where the triage can save nothing. Seconds are CPU
seconds of one thread; models and tables are loaded before the clock starts.
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import os
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from quality.bench_read import WARM_UP

SHORTEST, LONGEST = 540, 660
"""Words of an article that is taken."""
MIXED = (
    ("polnear", "dev.jsonl", "text"), ("ner-worldwide", "dev.jsonl.gz", "text"),
    ("wikinews", "articles.jsonl.gz", "text"),
    ("giveme5w1h", "newsclusters.dev.jsonl.gz", "text"), ("pages-scrapinghub", "dev.jsonl.gz", "body"),
    ("pages-wcxb", "dev.jsonl.gz", "body"),
)  # fmt: skip
REPORTS = (("gva-incidents", "docs.stream-dev.jsonl.gz", "text"), ("muc4", "docs.dev.jsonl.gz", "text"))
FRENCH = "Le maire a dit mardi que le pont restera fermé. " * 8
"""Has the table of languages loaded before the clock starts."""
WARMING = 12
"""Articles read before the clock starts, so that tables are loaded which only some articles ask for."""
SETTINGS: dict[str, dict[str, str]] = {
    "bare encoder": {},
    "rules alone": {"SAYSO_ENCODER": "off"},
    "whole, every article": {"SAYSO_TRIAGE": "off"},
    "whole, behind the triage": {"SAYSO_TRIAGE": ""},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Side:
    """What one side took: CPU seconds of each article, the largest memory in megabytes, articles the encoder read."""

    name: str
    seconds: tuple[float, ...]
    peak_mb: float
    read: int


def main() -> int:
    """Measure and print; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m quality.bench_articles", description=__doc__)
    parser.add_argument("--most", type=int, default=60, metavar="N", help="articles of each kind of news (default 60)")
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    args = parser.parse_args()
    if not (args.shared / "data").is_dir():
        print("the labelled data is not here (say where with --shared)", file=sys.stderr)
        return 2
    for title, files in (("news of all sorts", MIXED), ("reports of incidents", REPORTS)):
        texts = drawn(args.shared / "data", files, args.most + WARMING)
        warm, texts = texts[:WARMING], texts[WARMING:]
        show(title, texts, [measured(name, warm, texts) for name in SETTINGS])
    return 0


def drawn(data: Path, files: tuple[tuple[str, str, str], ...], most: int) -> list[str]:
    """Articles of the right length, as many of each set as there are to share out, by a fixed seed."""
    dice = random.Random(0)  # noqa: S311 - a fixed draw
    by_set = [sorted(_fitting(data / folder / file, field)) for folder, file, field in files]
    found: list[str] = []
    for texts in by_set:
        dice.shuffle(texts)
    for row in range(max(map(len, by_set))):
        found += [texts[row] for texts in by_set if row < len(texts)]
    return found[:most]


def _fitting(path: Path, field: str) -> Iterator[str]:
    opened: Callable[..., Any] = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for doc in map(json.loads, lines):
            text = doc[field][doc.get("body_start", 0) :]
            if doc.get("page_type", "article") == "article" and SHORTEST <= len(text.split()) <= LONGEST:
                yield text


def measured(name: str, warm: list[str], texts: list[str]) -> Side:
    """One side in a fresh process."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_side, name, warm, texts).result()


def _side(name: str, warm: list[str], texts: list[str]) -> Side:
    os.environ.update({"SAYSO_ENCODER": "", "SAYSO_TRIAGE": "", **SETTINGS[name]})
    first = [WARM_UP, FRENCH, *warm]
    one = _bare([*first, *texts]) if name == "bare encoder" else _whole
    for text in first:
        one(text)
    seconds, read = [], 0
    for text in texts:
        start = time.process_time()
        read += one(text)
        seconds.append(time.process_time() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    return Side(name, tuple(seconds), peak, read)


def _bare(texts: list[str]) -> Callable[[str], bool]:
    """Reads each window of a text by itself, so that no word is read twice; where to cut is found out beforehand."""
    from sayso.read.encoder.session import open_released
    from sayso.read.encoder.windows import windows

    encoder = open_released()

    def cut(text: str) -> list[str]:
        words = encoder.read(text).words
        found = windows(text, words, context=0)
        return [text[words.starts[w.own] : words.ends[w.last - 1]] for w in found]

    pieces = {text: cut(text) for text in texts}

    def one(text: str) -> bool:
        for piece in pieces[text]:
            encoder.read(piece)
        return True

    return one


def _whole(text: str) -> bool:
    from sayso.app.read import read
    from sayso.model import Unreadable

    try:
        return "encoder" in read(text, published="2016-10-20").reader
    except Unreadable:
        return False


def show(title: str, texts: list[str], sides: list[Side]) -> None:
    """Print one line a side."""
    words = statistics.median(len(t.split()) for t in texts)
    table = Table(title=f"{title}: {len(texts)} articles, median {words:.0f} words, one core", box=None)
    for head in ("", "articles/s", "ms/article", "beside the bare encoder", "read by the encoder", "peak MB"):
        table.add_column(head, justify="right" if head else "left")
    bare = sum(sides[0].seconds)
    for s in sides:
        took = sum(s.seconds)
        table.add_row(
            s.name, f"{len(texts) / took:.1f}", f"{1000 * took / len(texts):.0f}", f"{took / bare:.2f}", str(s.read),
            f"{s.peak_mb:.0f}",
        )  # fmt: skip
    Console(width=None if sys.stdout.isatty() else 120).print(table)


if __name__ == "__main__":
    sys.exit(main())
