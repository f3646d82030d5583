"""Who says what in political news (PolNeAR): the outermost attributions, each with source, cue and content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.model import Document, Span, Statement
from sayso.read.actors import find_actors
from sayso.read.passages import split_passages
from sayso.read.statements import find_statements

Attribution = dict[str, Any]


def predict(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """For each line with ``id`` and ``text`` the attributions of the writer's own level.

    A bare quotation after a cited one of the same speaker becomes a further fragment of that one, as in the set.
    """
    for doc in docs:
        found: list[Attribution] = []
        for statement in statements_of(doc):
            if statement.parent is not None:
                continue
            row = attribution(statement)
            if not row["cue"] and found and found[-1]["source"] == row["source"]:
                found[-1]["content"] += row["content"]
            else:
                found.append(row)
        yield {"id": doc["id"], "attributions": found}


def statements_of(doc: dict[str, Any]) -> tuple[Statement, ...]:
    """Statements of one line's ``text``, read as it stands."""
    document = Document(id=str(doc["id"]), capture="", text=doc["text"], language="en")
    passages = split_passages(document)
    return find_statements(document, passages, find_actors(document, passages, ()))


def attribution(statement: Statement) -> Attribution:
    """One statement in the form of the scorer: lists of character spans."""
    origin = statement.attribution[-1]
    speaker = next((v for v in statement.attribution if v.cue_span and v.cue_span == _cue(statement)), origin)
    unnamed = origin.name == "unknown" and origin.span == origin.cue_span
    return {
        "id": statement.id,
        "source": [] if unnamed or speaker.span is None else [_pair(speaker.span)],
        "cue": [_pair(c) for c in (_cue(statement),) if c is not None],
        "content": [_pair(statement.content)],
    }


def _cue(statement: Statement) -> Span | None:
    return statement.attribution[-1].cue_span


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
