"""Turns the mark-up under ``source/`` into ``train.jsonl`` and ``dev.jsonl``; refuses anything unresolved.

usage:
  python -m training.data.reports.build            check all sources, write both files, print the balance tables
  python -m training.data.reports.build --check    exit 1 when the written files differ from what the sources give
  python -m training.data.reports.build --lint     print what a person should look at again
  python -m training.data.reports.build --show ID  one report, its labels in words
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from sayso.taxonomy import load_taxonomy
from training.data.reports.markup import MarkupError, parse
from training.data.reports.resolve import Resolver

Json = dict[str, Any]
HERE = Path(__file__).resolve().parent
DEV_EVERY = 5
"""Reports whose number divides by this are dev; fixed, so that a report never changes sides."""
WORDS = (60, 220)
_FREE = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October "
    "November December I Mr Mrs Ms Dr".split()
)


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


def part(row: Json) -> str:
    """``dev`` or ``train``, by the number in the id alone."""
    return "train" if int(row["id"].rpartition("-")[2]) % DEV_EVERY else "dev"


def as_lines(rows: Iterable[Json], which: str) -> str:
    """The file of one part."""
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows if part(r) == which)


def tables(rows: list[Json]) -> str:
    """Balance tables in Markdown: what is counted, train, dev."""
    out = []
    for title, count in _COUNTS:
        train, dev = (Counter(x for r in rows if part(r) == w for x in count(r)) for w in ("train", "dev"))
        keys = sorted(train | dev, key=lambda k: (-(train[k] + dev[k]), k))
        out += [f"\n| {title} | train | dev |", "|---|---|---|"]
        out += [f"| {k} | {train[k]} | {dev[k]} |" for k in keys]
    return "\n".join(out).strip() + "\n"


def _totals(r: Json) -> Iterable[str]:
    yield "reports"
    yield from ["words"] * len(r["text"].split())
    yield from ["statements"] * len(r["statements"])
    yield from ["nested statements"] * sum(s["parent"] is not None for s in r["statements"])
    yield from ["chains of two voices"] * sum(len(s["voices"]) == 2 for s in r["statements"])
    yield from ["chains of three or more"] * sum(len(s["voices"]) > 2 for s in r["statements"])
    yield from ["negated statements"] * sum(s["negated"] for s in r["statements"])
    yield from ["statements with a medium"] * sum(s["medium"] is not None for s in r["statements"])
    yield from ["main incidents"] * sum(i["main"] for i in r["incidents"])
    yield from ["background incidents"] * sum(i["status"] == "background" for i in r["incidents"])
    yield from ["assertions"] * sum(len(i["assertions"]) for i in r["incidents"])
    yield from ["figures left unclear"] * sum(len(i["unclear"]) for i in r["incidents"])
    yield from ["reports without an incident of their own"] * (not r["incident_article"])
    yield from ["reports without a day of publication"] * (r["published"] is None)


def _traits(r: Json) -> Iterable[str]:
    kinds = {s["kind"] for s in r["statements"]}
    chains = [s["voices"] for s in r["statements"]]
    main = [a for i in r["incidents"] if i["main"] for a in i["assertions"]]
    claimed = {a["value"]["name"] for a in main if a["field"] == "perpetrator" and a["value"]["status"] == "claimed"}
    tolls = {a["value"]["low"] for a in main if a["field"] == "killed" and a["value"]["scope"] == "victims"}
    threats = [s["content"]["text"] for s in r["statements"] if s["kind"] == "threat"]
    named = {a["value"]["status"] for i in r["incidents"] for a in i["assertions"] if a["field"] == "perpetrator"}
    told = {
        "a claim of responsibility": "claim_of_responsibility" in kinds,
        "a claim and its denial or contradiction": "claim_of_responsibility" in kinds and bool(kinds & {"denial", "contradiction"}),
        "competing claims": len(claimed) > 1,
        "a conditional threat": any(re.search(r"\b(?:if|unless|until|does not|do not)\b", t, re.I) for t in threats),
        "several tolls": len(tolls) > 1,
        "parts of a toll": any(a["field"] == "killed" and a["value"]["scope"] != "victims" for a in main),
        "somebody charged or convicted": bool(named & {"charged", "convicted"}),
        "a figure said to be unclear": any(i["unclear"] for i in r["incidents"]),
        "a hedged statement": any(s["certainty"] in ("suspected", "speculated") for s in r["statements"]),
        "a passive or unnamed origin": any(c[-1]["key"] is None for c in chains),
        "a partly quoted statement": any(s["mode"] == "mixed" for s in r["statements"]),
        "a voice of eight words or more": any(len(v["text"].split()) > 7 for c in chains for v in c),
        "a named medium": any(s["medium"] for s in r["statements"]),
        "a chain of two voices or more": any(len(c) > 1 for c in chains),
        "an earlier incident retold": any(i["status"] == "background" for i in r["incidents"]),
    }
    return [name for name, holds in told.items() if holds]


_COUNTS: tuple[tuple[str, Callable[[Json], Iterable[str]]], ...] = (
    ("totals", _totals),
    ("kind of statement", lambda r: [s["kind"] for s in r["statements"]]),
    ("kind of origin", lambda r: [s["voices"][-1]["kind"] for s in r["statements"]]),
    ("mode", lambda r: [s["mode"] for s in r["statements"]]),
    ("certainty", lambda r: [s["certainty"] for s in r["statements"]]),
    ("type of main incident", lambda r: [i["type"] for i in r["incidents"] if i["main"]]),
    ("type of background incident", lambda r: [i["type"] for i in r["incidents"] if i["status"] == "background"]),
    ("status of incident", lambda r: [i["status"] for i in r["incidents"]]),
    ("field", lambda r: [a["field"] for i in r["incidents"] for a in i["assertions"]]),
    ("status of perpetrator", lambda r: [a["value"]["status"] for i in r["incidents"] for a in i["assertions"] if a["field"] == "perpetrator"]),
    ("class of sentence", lambda r: [x["class"] for x in r["sentences"]]),
    ("class of name", lambda r: [n["class"] for n in r["names"]]),
    ("form of mention", lambda r: [m["form"] for v in r["voices"] for m in v["mentions"]]),
    ("style", lambda r: [r["style"]]),
    ("region", lambda r: [r["region"]]),
    ("kind of quiet or corrected report", lambda r: r["tags"]),
    ("reports with", lambda r: _traits(r)),
)  # fmt: skip


def lint(row: Json) -> Iterable[str]:
    """What a person should look at again; none of it is wrong by itself."""
    text = row["text"]
    starts = {x["at"] for x in row["sentences"]}
    for hit in re.finditer(r"(?<=[A-Za-z,;:] )[A-Z][\w'’-]*", text):
        if hit.start() in starts:
            continue
        inside = any(n["at"] <= hit.start() < n["end"] for n in row["names"])
        if not inside and hit[0] not in _FREE:
            yield f"capital outside a name: {hit[0]}"
    for s in row["statements"]:
        if s["kind"] == "confirmation" and s["voices"][-1]["kind"] not in ("official", "organisation"):
            yield f"{s['id']}: confirmation by {s['voices'][-1]['kind']}"
        if s["kind"] == "claim_of_responsibility" and not s["negated"] and not _by(row, s, "claimed"):
            yield f"{s['id']}: claim without a claimed perpetrator"
        if s["content"]["text"].endswith(".") and s["mode"] != "direct":
            yield f"{s['id']}: full stop in {s['mode']} content"
        if s["mode"] == "direct" and text[s["content"]["at"] - 1] not in '"“‘':
            yield f"{s['id']}: direct content starts inside a quotation"
        if any(v["kind"] == "outlet" and v["name"].lower() in row["outlet"].lower() for v in s["voices"]):
            yield f"{s['id']}: the report's own outlet in its chain"
        if s["content"]["text"].count('"') % 2:
            yield f"{s['id']}: half a quotation in its content"
        for v in s["voices"]:
            if v["cue"] and v["key"] and v["cue"]["at"] < s["content"]["end"] and s["content"]["at"] < v["cue"]["end"]:
                yield f"{s['id']}: cue {v['cue']['text']!r} inside its content"
        if s["voices"][-1]["key"] is None and s["cue"] and _holds_cue(s):
            yield f"{s['id']}: passive cue {s['cue']['text']!r} inside its content"
    for v in row["voices"]:
        for m in v["mentions"]:
            if m["text"] != m["text"].strip(" ,.;:"):
                yield f"@{v['key']}: loose edge of {m['text']!r}"
    for i in row["incidents"]:
        for a in i["assertions"]:
            kind = next(x["class"] for x in row["sentences"] if x["at"] <= a["at"] < x["end"])
            if i["main"] and kind in ("earlier", "other"):
                yield f"{i['id']}: {a['field']} {a['text']!r} in a sentence of class {kind}"
            if i["status"] == "background" and kind == "this":
                yield f"{i['id']}: background {a['field']} {a['text']!r} in a sentence of class this"

    yield from _days(row)


_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def _days(row: Json) -> Iterable[str]:
    """Weekdays, "today" and "yesterday" against the date they were given."""
    today = date.fromisoformat(row["published"]) if row["published"] else None
    for i in row["incidents"]:
        for a in i["assertions"]:
            if a["field"] != "happened":
                continue
            if len(a["value"]) < 10 or today is None:
                if re.search(r"day\b", a["text"]):
                    yield f"{i['id']}: {a['text']!r} given as {a['value']}, published {row['published']}"
                continue
            day = date.fromisoformat(a["value"])
            named = [w for w in _WEEKDAYS if w in a["text"]]
            if named and _WEEKDAYS[day.weekday()] not in named:
                yield f"{i['id']}: {a['text']!r} given as {a['value']}, a {_WEEKDAYS[day.weekday()]} (published {_WEEKDAYS[today.weekday()]})"
            if not 0 <= (today - day).days <= 7 and (named or "day" in a["text"]):
                yield f"{i['id']}: {a['text']!r} given as {a['value']}, published {row['published']}"
            for word, back in (("yesterday", 1), ("Yesterday", 1), ("today", 0), ("Today", 0), ("this morning", 0)):
                if word in a["text"] and (today - day).days != back:
                    yield f"{i['id']}: {a['text']!r} given as {a['value']}, published {row['published']}"


def _holds_cue(s: Json) -> bool:
    return bool(s["content"]["at"] <= s["cue"]["at"] and s["cue"]["end"] <= s["content"]["end"])


def _by(row: Json, s: Json, status: str) -> bool:
    found = [a for i in row["incidents"] for a in i["assertions"] if a["field"] == "perpetrator"]
    return any(a["statement"] == s["id"] and a["value"]["status"] == status for a in found)


def show(row: Json) -> str:
    """One report with its labels in words, for a second look."""
    out = [f"{row['id']}  {row['outlet']} ({row['style']}) {row['published']}", ""]
    out += [f"{x['class'][:4]:5}{row['text'][x['at'] : x['end']]}" for x in row["sentences"]] + [""]
    for s in row["statements"]:
        chain = " > ".join(
            f"{v['text']} [{v['name']}; {v['kind']}; {(v['cue'] or {'text': '-'})['text']}]" for v in s["voices"]
        )
        marks = " ".join(x for x in (s["mode"], s["certainty"], "NEG" if s["negated"] else "", *s["about"]) if x)
        out.append(
            f"{s['id']}{'<' + s['parent'] if s['parent'] else ''} {s['kind']} ({marks}) {chain}\n      {s['content']['text']}"
        )
    for i in row["incidents"]:
        out.append(f"{i['id']} {i['type']} {i['status']}{'' if i['main'] or i['status'] == 'background' else ' side'}")
        out += [
            f"    {a['field']} {json.dumps(a['value'], ensure_ascii=False)} {a['polarity'][:3]} {a['text']!r} {a['statement']}"
            for a in i["assertions"]
        ]
        out += [f"    {a['field']} unclear {a['text']!r} {a['statement']}" for a in i["unclear"]]
    out.append("names " + "; ".join(f"{n['text']} ({n['class'][:4]})" for n in row["names"]))
    for v in row["voices"]:
        out.append(
            f"@{v['key']} {v['kind']} {v['name']}: "
            + ", ".join(f"{m['text']} ({m['form'][:4]})" for m in v["mentions"])
        )
    return "\n".join(out)


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
        stale = [w for w in ("train", "dev") if (HERE / f"{w}.jsonl").read_text(encoding="utf-8") != as_lines(rows, w)]
        print("\n".join(f"{w}.jsonl is not what the sources give: run the build" for w in stale) or "up to date")
        return int(bool(stale))
    else:
        for which in ("train", "dev"):
            (HERE / f"{which}.jsonl").write_text(as_lines(rows, which), encoding="utf-8")
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
