"""Linking sets (ecbplus articles, giveme5w1h newsclusters, gva-linking): documents to clusters, one setting for all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sayso.link.cluster import cluster_texts


def predict(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One line {"doc_id", "cluster"} per document in their order; {"id", "cluster"} per mention for mention files."""
    lines = list(docs)
    if lines and "mentions" in lines[0]:
        yield from _mentions(lines)
        return
    texts = ["\n".join(part for part in (d.get("title"), d.get("text")) if part) for d in lines]
    published = [_day(d.get("published")) for d in lines]
    for doc, cluster in zip(lines, cluster_texts(texts, published), strict=True):
        yield {"doc_id": doc["doc_id"], "cluster": f"c{cluster}"}


def _mentions(docs: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Floor for event mentions: those of one word stem are one happening (the lemma heuristic without a lemmatiser)."""
    for mention in (m for d in docs for m in d["mentions"]):
        stem = re.sub(r"(?:ings?|ed|es|s)$", "", mention["text"].lower())
        yield {"id": mention["id"], "cluster": stem or mention["text"].lower()}


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None
