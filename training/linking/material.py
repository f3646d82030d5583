"""The collections that the pair score is trained on and the background that word rarity is counted in."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sayso.app.read import read
from sayso.link import Facts, facts_of_document
from sayso.model import Document, Published, Reading, Unreadable

TRAIN = (
    "gva-incidents/docs.extra-train.jsonl.gz",
    "gva-incidents/docs.gvc-train.jsonl.gz",
    "ecbplus/docs.train.jsonl.gz",
)
"""Labelled collections: each line has ``text`` and ``incident_id``, some ``title`` and ``published``."""
BACKGROUND = (
    *TRAIN, "wikinews/articles.jsonl.gz", "muc4/docs.train.jsonl.gz", "toponyms/lgl.jsonl.gz", "toponyms/gwn.jsonl.gz",
    "toponyms/trnews.jsonl.gz", "gum/docs.jsonl.gz", "polnear/dev.jsonl", "meantime/dev.jsonl",
)  # fmt: skip
"""Texts whose words are counted; no label is used."""
_CAPTURED = datetime(2018, 2, 1, tzinfo=UTC)  # any time after publication: only undated reports without a day use it


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON lines file, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def facts_of_line(line: dict[str, Any]) -> Facts:
    """Facts of one line of a labelled collection, read by the product's reader."""
    title, day = str(line.get("title") or ""), str(line.get("published") or "")[:10] or None
    text = f"{title}\n\n{line['text']}" if title else line["text"]
    try:
        reading = read(text, published=day)
    except Unreadable:
        published = Published(date.fromisoformat(day), "given") if day else None
        reading = Reading(Document(line["doc_id"], "", text, title=title, published=published, language="en"))
    return facts_of_document(reading, _CAPTURED)
