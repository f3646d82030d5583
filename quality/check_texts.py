"""The texts that the checks are measured on: every collection of English running text that the sets hold.

Each text is read by the rules alone, so that the same texts give the same readings on every machine.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sayso.clean.dateline import find_dateline
from sayso.gazetteer import Gazetteer
from sayso.model import Document, Mention, Published, Reading, Span
from sayso.read.reader import Reader, english

SETS: tuple[tuple[str, str], ...] = (
    ("wikinews", "wikinews/articles.jsonl.gz"),
    ("meantime", "meantime/dev.jsonl"),
    ("giveme5w1h", "giveme5w1h/fivew.dev.jsonl.gz"),
    ("giveme5w1h", "giveme5w1h/newsclusters.dev.jsonl.gz"),
    ("gva stream-dev", "gva-incidents/docs.stream-dev.jsonl.gz"),
    ("gva extra-train", "gva-incidents/docs.extra-train.jsonl.gz"),
    ("gva gvc", "gva-incidents/docs.gvc-dev.jsonl.gz"),
    ("gva gvc", "gva-incidents/docs.gvc-train.jsonl.gz"),
    ("ecbplus", "ecbplus/docs.dev.jsonl.gz"),
    ("ecbplus", "ecbplus/docs.train.jsonl.gz"),
    ("muc4", "muc4/docs.dev.jsonl.gz"),
    ("muc4", "muc4/docs.train.jsonl.gz"),
    ("polnear", "polnear/dev.jsonl"),
    ("polnear", "polnear/train.jsonl.gz"),
    ("tempeval3", "tempeval3/dev.jsonl"),
    ("tempeval3", "tempeval3/train.jsonl.gz"),
    ("toponyms", "toponyms/geovirus.jsonl.gz"),
    ("toponyms", "toponyms/gwn.jsonl.gz"),
    ("toponyms", "toponyms/lgl.jsonl.gz"),
    ("toponyms", "toponyms/trnews.jsonl.gz"),
    ("ner-worldwide", "ner-worldwide/dev.jsonl.gz"),
    ("ner-worldwide", "ner-worldwide/train.jsonl.gz"),
    ("wikievents", "wikievents/docs.dev.jsonl.gz"),
    ("gum", "gum/docs.jsonl.gz"),
    ("pages-wcxb", "pages-wcxb/dev.jsonl.gz"),
    ("pages-scrapinghub", "pages-scrapinghub/dev.jsonl.gz"),
)
"""Name of a collection, and its file below ``data/``."""
_DATES = ("published", "doc_date", "dct", "date", "dateCreated")
_ENGLISH = re.compile(r"\b(?:the|and|of|was|that)\b", re.I)
_NEEDS_REPORTS = re.compile(r"\btoll\b|\bnumber of (?:dead|deaths|victims|people killed)\b|\bsuicide\b", re.I)
"""Only these words lead a check to the reports; without them places, days and figures are all that is needed."""


@dataclass(frozen=True, slots=True)
class Given:
    """One text of a collection: ``title`` is "" when the collection keeps none or the text begins with it."""

    collection: str
    id: str
    text: str
    title: str
    published: date | None

    def document(self) -> Document:
        """The Document, the title on a line of its own above the text."""
        whole = f"{self.title}\n\n{self.text}" if self.title else self.text
        published = Published(self.published, "given") if self.published else None
        start = len(whole) - len(whole[len(self.title) :].lstrip())
        filed = find_dateline(whole[start : whole.find("\n\n", start) if "\n\n" in whole[start:] else None]).span
        return Document(
            self.id, "", whole, published=published, title=self.title,
            title_span=Span(0, len(self.title)) if self.title else None,
            dateline_span=Span(filed.start + start, filed.end + start) if filed else None,
        )  # fmt: skip


def texts(shared: Path, only: frozenset[str] = frozenset()) -> Iterator[Given]:
    """All texts in a fixed order, each once; of ``only`` those collections when it names some."""
    seen: set[str] = set()
    for collection, file in SETS:
        if only and collection not in only:
            continue
        for number, doc in enumerate(_lines(shared / "data" / file)):
            given = _given(collection, number, doc)
            if given.text in seen or len(_ENGLISH.findall(given.text)) < 5:
                continue
            seen.add(given.text)
            yield given


def read_by_rules(given: Given, gazetteer: Gazetteer) -> Reading:
    """The reading of one text without the encoder, as far as the checks look at it."""
    document, parts = given.document(), english(gazetteer)
    if _NEEDS_REPORTS.search(document.text):
        return Reader(parts).read(document)
    passages = parts.passages(document)
    found: tuple[Mention, ...] = ()
    for name, part in parts.mentions:
        if name in ("places", "dates", "figures"):
            found = tuple(sorted(found + part(document, passages, found), key=lambda m: (m.span, m.kind)))
    return Reading(document, passages, found, (), (), (), "rules")


def _lines(path: Path) -> Iterator[dict[str, object]]:
    whole = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for line in whole.decode("utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def _given(collection: str, number: int, doc: dict[str, object]) -> Given:
    text = str(doc.get("text") or doc.get("body") or "")
    title = " ".join(str(doc.get("title") or "").split())
    name = str(doc.get("doc_id") or doc.get("docid") or doc.get("id") or number)
    begins = " ".join(text[: len(title) + 40].split()).startswith(title)
    return Given(collection, name, text, "" if begins else title, _day(doc))


def _day(doc: dict[str, object]) -> date | None:
    for name in _DATES:
        value = str(doc.get(name) or "")
        if re.match(r"\d{4}-\d\d-\d\d", value):
            return date.fromisoformat(value[:10])
    return None
