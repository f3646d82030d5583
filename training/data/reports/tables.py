"""The balance tables of the card: what the labelled reports hold, train and dev apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from training.data.reports.tags import Json

DEV_EVERY = 5
"""Reports whose number divides by this are dev; fixed, so that a report never changes sides."""
AGAINST = {"denial", "contradiction"}


def part(row: Json) -> str:
    """``dev`` or ``train``, by the number in the id alone."""
    return "train" if int(row["id"].rpartition("-")[2]) % DEV_EVERY else "dev"


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


def _perpetrators(r: Json) -> list[Json]:
    return [a["value"] for i in r["incidents"] for a in i["assertions"] if a["field"] == "perpetrator"]


def _traits(r: Json) -> Iterable[str]:
    kinds = {s["kind"] for s in r["statements"]}
    chains = [s["voices"] for s in r["statements"]]
    main = [a for i in r["incidents"] if i["main"] for a in i["assertions"]]
    claimed = {a["value"]["name"] for a in main if a["field"] == "perpetrator" and a["value"]["status"] == "claimed"}
    tolls = {a["value"]["low"] for a in main if a["field"] == "killed" and a["value"]["scope"] == "victims"}
    threats = [s["content"]["text"] for s in r["statements"] if s["kind"] == "threat"]
    named = {p["status"] for p in _perpetrators(r)}
    told = {
        "a claim of responsibility": "claim_of_responsibility" in kinds,
        "a claim and its denial or contradiction": "claim_of_responsibility" in kinds and bool(kinds & AGAINST),
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
    ("status of perpetrator", lambda r: [p["status"] for p in _perpetrators(r)]),
    ("class of sentence", lambda r: [x["class"] for x in r["sentences"]]),
    ("class of name", lambda r: [n["class"] for n in r["names"]]),
    ("form of mention", lambda r: [m["form"] for v in r["voices"] for m in v["mentions"]]),
    ("style", lambda r: [r["style"]]),
    ("region", lambda r: [r["region"]]),
    ("kind of quiet or corrected report", lambda r: r["tags"]),
    ("reports with", lambda r: _traits(r)),
)  # fmt: skip
