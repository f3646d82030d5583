"""Turns the mark-up under ``source/`` into ``train.jsonl`` and ``dev.jsonl``; refuses anything unresolved.

usage:
  python -m training.data.reports.build            check all sources, write both files and the tables of the card
  python -m training.data.reports.build --check    exit 1 when the written files differ from what the sources give
  python -m training.data.reports.build --lint     print what a person should look at again
  python -m training.data.reports.build --show ID  one report, its labels in words
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sayso.taxonomy import load_taxonomy
from training.data.reports.lint import lint, show
from training.data.reports.markup import MarkupError, parse
from training.data.reports.resolve import Resolver
from training.data.reports.tables import part, tables
from training.data.reports.tags import Json

HERE = Path(__file__).resolve().parent
WORDS = (60, 220)
TABLES = ("<!-- tables: written by the build -->", "<!-- end of tables -->")


def lexicon(path: Path = HERE / "names.txt") -> list[tuple[str, str]]:
    """Names known in every report: lines ``class name, name ...``; gives (name, class) pairs."""
    pairs = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            cls, _, names = line.partition(" ")
            pairs += [(n.strip(), cls) for n in names.split(",")]
    return pairs


def build(sources: Iterable[Path]) -> list[Json]:
    """Every report of the source files as one labelled line, in order of id.

    Raises:
        MarkupError: reports that cannot be resolved or break a rule of the set, all of them, one a line.
    """
    known = lexicon()
    rows: dict[str, Json] = {}
    problems: list[str] = []
    for path in sources:
        for source in parse(path.read_text(encoding="utf-8")):
            try:
                row = Resolver(source, known).labels()
                check(row)
            except MarkupError as problem:
                problems.append(str(problem))
                continue
            if row["id"] in rows:
                problems.append(f"{path.name}: {row['id']} is there twice")
            rows[row["id"]] = row
    if problems:
        raise MarkupError("\n".join(problems))
    return [rows[k] for k in sorted(rows)]


def check(row: Json) -> None:
    """The rules every line keeps, tested on the finished labels.

    Raises:
        MarkupError: a span is not exact, a chain is out of order, a statement has no origin, a length is out of bounds.
    """
    text, name = row["text"], row["id"]
    for node in _spans(row):
        if text[node["at"] : node["end"]] != node["text"]:
            raise MarkupError(f"{name}: span not exact: {node['text']!r}")
    ids = {s["id"]: s for s in row["statements"]}
    for s in row["statements"]:
        if not s["voices"]:
            raise MarkupError(f"{name}: {s['id']} has no origin")
        parent = ids.get(s["parent"]) if s["parent"] else None
        if s["parent"] and (parent is None or s["voices"][: len(parent["voices"])] != parent["voices"]):
            raise MarkupError(f"{name}: the chain of {s['id']} does not start with its carrier's")
    known = {i["id"] for i in row["incidents"]}
    if any(a not in known for s in row["statements"] for a in s["about"]):
        raise MarkupError(f"{name}: a statement is about an incident that is not there")
    if not WORDS[0] <= len(text.split()) <= WORDS[1]:
        raise MarkupError(f"{name}: {len(text.split())} words")
    if "".join(text[x["at"] : x["end"]] for x in row["sentences"]).replace(" ", "") != re.sub(r"\s", "", text):
        raise MarkupError(f"{name}: sentences do not cover the text")


def _spans(node: Any) -> Iterable[Json]:
    if isinstance(node, list):
        for item in node:
            yield from _spans(item)
    elif isinstance(node, dict):
        if {"text", "at", "end"} <= node.keys():
            yield node
        for value in node.values():
            yield from _spans(value)


def as_lines(rows: Iterable[Json], which: str) -> str:
    """The file of one part."""
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows if part(r) == which)


def outputs(rows: list[Json]) -> dict[Path, str]:
    """What the build writes: both parts, and the card with its tables."""
    card = (HERE / "README.md").read_text(encoding="utf-8")
    before, _, rest = card.partition(TABLES[0])
    after = rest.partition(TABLES[1])[2]
    return {
        HERE / "train.jsonl": as_lines(rows, "train"),
        HERE / "dev.jsonl": as_lines(rows, "dev"),
        HERE / "README.md": f"{before}{TABLES[0]}\n{tables(rows)}{TABLES[1]}{after}",
    }


def main(argv: list[str] | None = None) -> int:
    """The command; see the module's text."""
    args = _arguments(argv)
    try:
        rows = build(sorted((HERE / "source").glob("*.txt")))
    except MarkupError as problem:
        print(problem, file=sys.stderr)
        return 1
    if args.show:
        print("\n\n".join(show(r) for r in rows if r["id"].rpartition("-")[2] in args.show))
    elif args.lint:
        print("\n".join(f"{r['id']}  {note}" for r in rows for note in lint(r)))
    elif args.check:
        stale = [p.name for p, text in outputs(rows).items() if p.read_text(encoding="utf-8") != text]
        print("\n".join(f"{name} is not what the sources give: run the build" for name in stale) or "up to date")
        return int(bool(stale))
    else:
        for path, text in outputs(rows).items():
            path.write_text(text, encoding="utf-8")
        missing = set(load_taxonomy().types) - {i["type"] for r in rows for i in r["incidents"] if i["main"]}
        print(tables(rows) + (f"\nno main incident yet: {', '.join(sorted(missing))}\n" if missing else ""))
    return 0


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--lint", action="store_true")
    parser.add_argument("--show", nargs="+", metavar="ID")
    return parser.parse_args(argv)


if __name__ == "__main__":
    raise SystemExit(main())
