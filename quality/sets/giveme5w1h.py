"""giveme5w1h: clusters of articles, and who / what / when / where of an article's main incident."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from quality.sets import linking
from quality.sets.once import read_once
from sayso.model import Perpetrator, Place, Reading, Unreadable, When


def predict(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Cluster all lines and answer the questions for each; both scorers take the same lines."""
    lines = list(docs)
    clusters = {row["doc_id"]: row["cluster"] for row in linking.predict(lines)}
    for doc in lines:
        yield {"doc_id": doc["doc_id"], "cluster": clusters.get(doc["doc_id"]), **_answers(doc)}


def _answers(doc: dict[str, Any]) -> dict[str, Any]:
    try:
        reading = read_once(f"{doc['title']}\n\n{doc['text']}", doc.get("published"))
    except Unreadable:
        return {}
    found: dict[str, list[str]] = {"who": [], "when": [], "where": [], "what": []}
    date = None
    if reading.reports:
        for a in reading.reports[0].assertions:
            match a.value:
                case When():
                    found["when"].append(a.text)
                    date = date or (a.value.value or "")[:10] or None
                case Place():
                    found["where"].append(a.text)
                case Perpetrator():
                    found["who"].append(a.text)
                case _ if a.field == "type":
                    found["what"].append(_sentence(reading, a.span.start))
    answers: dict[str, Any] = {k: v for k, v in found.items() if v}
    return {**answers, "date": date} if date else answers


def _sentence(reading: Reading, at: int) -> str:
    return next((p.span.of(reading.document.text) for p in reading.passages if p.span.start <= at < p.span.end), "")
