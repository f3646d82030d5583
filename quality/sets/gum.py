"""Nested attribution (GUM): every statement with its parent, and whether it was said or not said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from quality.sets.polnear import attribution, joint, put_back, statements_of
from sayso.read.statements.learned import NO_TELLING

_PHRASES = frozenset(
    (
        "verb noun",
        "verb preposition",
        "verb infinitive",
        "noun of saying",
        "hearsay adverb",
        "passive preposition",
        "passive passive subject",
        "verb responsibility",
        "verb object infinitive",
        "passive infinitive",
    )
)
"""Rules whose content is a phrase: the set marks clauses only."""


def _rule(made_by: str) -> str:
    """The rule in "statements-en/1 verb noun with its edges, encoder agrees"."""
    return made_by.partition(" ")[2].partition(",")[0].removesuffix(" with its edges")


def _speech(rows: list[dict[str, Any]], row: dict[str, Any]) -> dict[str, Any] | None:
    """The row of the speech that ``row`` goes on with: the set marks a whole speech once."""
    return next((r for r in reversed(rows) if r["source"] == row["source"] and not r["cue"]), None)


def predict(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """For each line with ``id`` and ``text`` all attributions, with ``parent`` and ``kind`` (positive or negative).

    The set marks what writers and talkers say of themselves too.
    """
    for doc in docs:
        rows: list[dict[str, Any]] = []
        pieces = []
        names: dict[str, str] = {}
        for statement in statements_of(doc, first_person=True):
            if _rule(statement.made_by) in _PHRASES or not statement.attribution or NO_TELLING in statement.made_by:
                continue
            row = attribution(statement)
            if statement.made_by.endswith("further piece"):
                pieces.append(row)
                continue
            if joint(rows, row):
                rows[-1]["source"] += row["source"]
                continue
            speech = _speech(rows, row) if _rule(statement.made_by) == "transcript" else None
            if speech is not None:
                speech["content"] += row["content"]
                names[statement.id] = speech["id"]
                continue
            if statement.parent is not None:
                row["parent"] = names.get(statement.parent, statement.parent)
            rows.append({**row, "kind": "negative" if statement.negated else "positive"})
        put_back(rows, pieces)
        yield {"id": doc["id"], "attributions": rows}
