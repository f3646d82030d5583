"""Linking sets (ecbplus articles, giveme5w1h newsclusters, gva-linking): documents to clusters, one setting for all.

``cluster`` is the bulk answer. Beside it stand the answers of streaming, the product's decision one document at a time:
in the order of publication (``published``) and in random orders (``random_1`` ...).
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any

from quality.sets.once import read_once
from sayso.link import Facts, facts_of_document
from sayso.link.cluster import groups, pair_scores
from sayso.link.decide import place
from sayso.link.pair import UNCOMPARED, known
from sayso.model import Document, Published, Reading, Unreadable

_CAPTURED = datetime(2018, 2, 1, tzinfo=UTC)  # any time after publication; only undated reports without a day use it
SEEDS = (1, 2, 3, 4, 5)


def predict(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One line {"doc_id", "cluster"} per document in their order; {"id", "cluster"} per mention for mention files."""
    lines = list(docs)
    if lines and "mentions" in lines[0]:
        yield from _mentions(lines)
        return
    facts = [facts_of_line(line) for line in lines]
    scores = pair_scores([known(f) for f in facts])
    answer = groups(len(facts), scores)
    streamed = {name: stream(order, scores) for name, order in orders(facts).items()}
    for n, (doc, cluster) in enumerate(zip(lines, answer, strict=True)):
        others = {name: f"c{numbers[n]}" for name, numbers in streamed.items()}
        yield {"doc_id": doc["doc_id"], "cluster": f"c{cluster}", **others}


def orders(facts: Sequence[Facts]) -> dict[str, list[int]]:
    """Name to an order in which documents may arrive."""
    by_day = sorted(range(len(facts)), key=lambda n: (facts[n].published, n))
    shuffled = {f"random_{seed}": random.Random(seed).sample(by_day, len(by_day)) for seed in SEEDS}  # noqa: S311
    return {"published": by_day, **shuffled}


def facts_of_line(line: dict[str, Any]) -> Facts:
    """What the product's reader reads, boiled down for linking."""
    title, day = str(line.get("title") or ""), str(line.get("published") or "")[:10] or None
    text = f"{title}\n\n{line['text']}" if title else line["text"]
    try:
        reading = read_once(text, day)
    except Unreadable:
        published = Published(date.fromisoformat(day), "given") if day else None
        reading = Reading(Document(line["doc_id"], "", text, title=title, published=published, language="en"))
    return facts_of_document(reading, _CAPTURED)


def stream(order: Sequence[int], scores: dict[tuple[int, int], float]) -> list[int]:
    """A group per position, deciding in the given order as the product does: each against whole incidents."""
    near: dict[int, dict[int, float]] = {}
    for (a, b), odds in scores.items():
        near.setdefault(a, {})[b] = odds
        near.setdefault(b, {})[a] = odds
    members: list[list[int]] = []
    group: dict[int, int] = {}
    for position in order:
        asked = near.get(position, {})
        among = {group[other] for other in asked if other in group}
        told = {str(g): [asked.get(o, UNCOMPARED) for o in members[g]] for g in among}
        found = place(told)
        number = int(found[0]) if found else len(members)
        if number == len(members):
            members.append([])
        members[number].append(position)
        group[position] = number
    return [group[p] for p in range(len(order))]


def _mentions(docs: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Floor for event mentions: those of one word stem are one happening (the lemma heuristic without a lemmatiser)."""
    for mention in (m for d in docs for m in d["mentions"]):
        stem = re.sub(r"(?:ings?|ed|es|s)$", "", mention["text"].lower())
        yield {"id": mention["id"], "cluster": stem or mention["text"].lower()}
