"""pages-scrapinghub, pages-wcxb, pages-multi: main text, title, author and date of HTML pages."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sayso.clean import clean
from sayso.model import Capture, Document, Unreadable


def predict(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One line a page: ``html`` is the path of the gzipped page (or the page itself), ``url`` its address."""
    for doc in docs:
        capture = Capture(doc.get("url") or "-", page_bytes(doc["html"]), datetime.now(UTC), media_type="text/html")
        try:
            yield {"id": doc["id"], **answers(clean(capture))}
        except Unreadable:
            yield {"id": doc["id"]}


def page_bytes(html: str) -> bytes:
    """The bytes of a page given as a path (gzipped or not) or as markup."""
    if "<" in html[:1000]:
        return html.encode("utf-8")
    raw = Path(html).read_bytes()
    return gzip.decompress(raw) if html.endswith(".gz") else raw


def answers(document: Document) -> dict[str, Any]:
    """What the scorer takes: body without the headline, title, author, date."""
    body = document.text[document.title_span.end :] if document.title_span else document.text
    found = {"body": body.strip(), "title": document.title, "author": document.byline}
    if document.published:
        found["date"] = document.published.value.isoformat()
    return {k: v for k, v in found.items() if v}
