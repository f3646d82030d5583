"""Time expressions and their values in news, TempEval-3 style."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sayso.model import Document, Published, When
from sayso.read.dates import find_dates
from sayso.read.passages import split_passages


def predict(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Read the ``text`` of each line with its ``dct`` as publication day; gives ``id`` and ``timexes``."""
    for doc in docs:
        yield {"id": doc["id"], "timexes": timexes(doc["text"], doc.get("dct") or "")}


def timexes(text: str, dct: str) -> list[dict[str, Any]]:
    """The time expressions of one text as the scorer takes them."""
    published = Published(date.fromisoformat(dct[:10]), "given") if dct else None
    document = Document(id="", capture="", text=text, published=published)
    out = []
    for mention in find_dates(document, split_passages(document)):
        when = mention.datum
        if isinstance(when, When):
            span = [mention.span.start, mention.span.end]
            out.append({"span": span, "type": when.timex_type, "value": when.timex, "text": mention.text})
    return out
