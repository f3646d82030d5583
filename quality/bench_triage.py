"""What the triage costs and saves: gold incidents in articles that the encoder would not read, and the share of these.

usage: python -m quality.bench_triage [--shared FOLDER]

An incident counts as lost when the encoder does not read an article that tells it, though the rules still read it. The
triage learned from none of these texts; topics of ECB+ and Giveme5W1H count where the taxonomy has a type for them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from quality.sets.muc4 import message
from sayso.clean import clean
from sayso.model import Capture, Unreadable
from sayso.read.triage.gate import open_triage

Row = dict[str, Any]
OWN = Path(__file__).resolve().parents[1] / "training" / "data" / "reports" / "dev.jsonl"
ECB_INCIDENTS = frozenset(("12", "18", "21", "35"))
"""Topics of ECB+'s dev part: pirates seized, a shooting, a hit and run, an arrest; not the climbers who fell (23)."""
EVENTS = frozenset(("35", "37", "64", "66", "68", "74"))
"""Events of Giveme5W1H: a plane crash, fireworks, the shootings of Las Vegas, a kidnapping, Nice, a tram."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article with how many incidents people found in it; None when nobody looked."""

    text: str
    incidents: int | None


def main() -> int:
    """Measure and print; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m quality.bench_triage", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    data = parser.parse_args().shared / "data"
    if not data.is_dir():
        print("the labelled data is not here (say where with --shared)", file=sys.stderr)
        return 2
    show([(name, list(judged(found(data)))) for name, found in SETS.items()])
    return 0


def judged(articles: Iterator[Article]) -> Iterator[tuple[Article, bool]]:
    """Each article that can be read, with whether the encoder would read it."""
    triage = open_triage()
    for article in articles:
        try:
            document = clean(Capture("-", article.text.encode(), datetime(2020, 1, 1, tzinfo=UTC), charset="utf-8"))
        except Unreadable:
            continue
        yield article, triage.worth_reading(document)


def _rows(path: Path) -> Iterator[Row]:
    opened: Callable[..., Any] = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _readings(data: Path, name: str) -> Iterator[Article]:
    gold = {d["id"]: len(d["incidents"]) for d in _rows(data / name / "gold.jsonl")}
    for d in _rows(data / name / "articles.jsonl.gz"):
        yield Article(d["text"], gold.get(d["id"]))


def _own(_data: Path) -> Iterator[Article]:
    return (Article(d["text"], len(d["incidents"])) for d in _rows(OWN))


def _muc(data: Path) -> Iterator[Article]:
    told = {d["docid"]: len(d["templates"]) for d in _rows(data / "muc4" / "keys.dev.jsonl.gz")}
    for d in _rows(data / "muc4" / "docs.dev.jsonl.gz"):
        yield Article(message(d), told.get(d["docid"], 0))


def _gva(data: Path) -> Iterator[Article]:
    for part in ("stream-dev", "gvc-dev"):
        for d in _rows(data / "gva-incidents" / f"docs.{part}.jsonl.gz"):
            yield Article(f"{d['title']}\n\n{d['text']}", 1)


def _ecb(data: Path) -> Iterator[Article]:
    for d in _rows(data / "ecbplus" / "docs.dev.jsonl.gz"):
        if d["topic"] != "23":
            yield Article(d["text"], int(str(d["topic"]) in ECB_INCIDENTS))


def _giveme(data: Path) -> Iterator[Article]:
    for d in _rows(data / "giveme5w1h" / "newsclusters.dev.jsonl.gz"):
        yield Article(f"{d['title']}\n\n{d['text']}", int(d["cluster"] in EVENTS))


def _wikievents(data: Path) -> Iterator[Article]:
    return (Article(d["text"], 1) for d in _rows(data / "wikievents" / "docs.dev.jsonl.gz"))


def _texts(folder: str, file: str, field: str = "text") -> Callable[[Path], Iterator[Article]]:
    def found(data: Path) -> Iterator[Article]:
        pages = (d for d in _rows(data / folder / file) if d.get("page_type", "article") == "article")
        return (Article(d[field], None) for d in pages)

    return found


SETS: dict[str, Callable[[Path], Iterator[Article]]] = {
    "wikinews": lambda data: _readings(data, "wikinews"),
    "muc4-readings": lambda data: _readings(data, "muc4-readings"),
    "muc4 dev": _muc,
    "gva stream-dev, gvc-dev": _gva,
    "ecbplus dev": _ecb,
    "giveme5w1h": _giveme,
    "wikievents": _wikievents,
    "own reports dev": _own,
    "polnear dev": _texts("polnear", "dev.jsonl"),
    "ner-worldwide dev": _texts("ner-worldwide", "dev.jsonl.gz"),
    "pages-scrapinghub": _texts("pages-scrapinghub", "dev.jsonl.gz", "body"),
    "pages-wcxb articles": _texts("pages-wcxb", "dev.jsonl.gz", "body"),
}


def show(sets: list[tuple[str, list[tuple[Article, bool]]]]) -> None:
    """Print one line a set, and all incidents together."""
    table = Table(title="articles that the encoder does not read", box=None)
    for head in ("set", "articles", "not read", "of those without an incident", "incidents", "lost", "share"):
        table.add_column(head, justify="left" if head == "set" else "right")
    for name, rows in [*sets, ("all", [row for _, more in sets for row in more])]:
        without = [read for article, read in rows if article.incidents == 0]
        gold = sum(article.incidents or 0 for article, _ in rows)
        lost = sum(article.incidents or 0 for article, read in rows if not read)
        table.add_row(
            name, str(len(rows)), _share(sum(not read for _, read in rows), len(rows)),
            _share(without.count(False), len(without)), str(gold or ""), str(lost) if gold else "", _share(lost, gold),
        )  # fmt: skip
    Console(width=None if sys.stdout.isatty() else 120).print(table)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else ""


if __name__ == "__main__":
    sys.exit(main())
