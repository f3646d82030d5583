"""The texts that the triage learns from, each with a group (its collection) and whether an incident is told in it."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OWN = Path(__file__).resolve().parents[1] / "data" / "reports" / "train.jsonl"
ECB_INCIDENTS = frozenset(("3", "8", "13", "14", "16", "19", "22", "24", "26", "32", "33"))
"""Topics of ECB+'s train part of a type that the taxonomy has: murders, bombs, fires, riots, robberies, arrests."""
ECB_UNCLEAR = frozenset(("20",))
"""Earthquakes: no type of the taxonomy, but told like one."""
UNLABELLED = (
    ("polnear", "polnear", "train.jsonl.gz"), ("gum", "gum", "docs.jsonl.gz"), ("meantime", "meantime", "dev.jsonl"),
    ("worldwide", "ner-worldwide", "train.jsonl.gz"),
)  # fmt: skip
"""Groups of texts without a label of incidents, with their folder and file."""
EVERY_THIRD = 3
"""Of the 2,433 gun-violence reports every third is taken: they are all alike."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text.

    Attributes:
        group: collection, by which weights are shared out.
        fold: texts of one incident or topic have the same; they stay together when the line is chosen.
    """

    group: str
    fold: str
    text: str
    incident: bool


def rows(path: Path) -> Iterator[dict[str, Any]]:
    opened: Callable[..., Any] = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def texts(data: Path) -> Iterator[Text]:
    """Every text to learn from; ``data`` is the folder of labelled sets.

    Texts without a label of incidents (political news, encyclopaedic and spoken texts, business news) count as without;
    of the worldwide news the caller leaves out those with a strong word of an incident.
    """
    gva = data / "gva-incidents"
    for n, d in enumerate(rows(gva / "docs.extra-train.jsonl.gz")):
        if n % EVERY_THIRD == 0:
            yield Text("gva", d["incident_id"], f"{d['title']}\n\n{d['text']}", True)
    for d in rows(gva / "docs.gvc-train.jsonl.gz"):
        yield Text("gva", d["incident_id"], f"{d['title']}\n\n{d['text']}", True)
    yield from _muc(data)
    for d in rows(data / "ecbplus" / "docs.train.jsonl.gz"):
        topic = re.sub(r"\D.*", "", d["incident_id"])
        if topic not in ECB_UNCLEAR:
            yield Text("ecbplus", topic, d["text"], topic in ECB_INCIDENTS)
    for d in rows(OWN):
        yield Text("own", d["id"], d["text"], bool(d["incidents"]))
    for group, folder, file in UNLABELLED:
        for n, d in enumerate(rows(data / folder / file)):
            yield Text(group, f"{group} {n}", d["text"], False)


def _muc(data: Path) -> Iterator[Text]:
    """Those with a template; others tell of the same wars without being of a type that the keys have. The 36 articles
    of muc4-readings are left for measuring."""
    left = {d["id"] for d in rows(data / "muc4-readings" / "articles.jsonl.gz")}
    told = {d["docid"] for d in rows(data / "muc4" / "keys.train.jsonl.gz") if d["templates"]}
    for d in rows(data / "muc4" / "docs.train.jsonl.gz"):
        if d["docid"] in told and d["docid"].lower() not in left:
            yield Text("muc4", d["docid"], d["text"][d.get("body_start", 0) :], True)
