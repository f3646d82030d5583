"""uds-factuality: did each predicate happen, by the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.model import Span
from sayso.read.factuality import happened


def predict(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Give each predicate of each line a ``score``; lines without predicates come back empty."""
    for doc in docs:
        rows = [
            {"span": p["span"], "score": happened(doc["text"], Span(*p["span"]))} for p in doc.get("predicates") or ()
        ]
        yield {"id": doc["id"], "predicates": rows}
