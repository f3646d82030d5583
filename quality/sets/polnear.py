"""Who says what in political news (PolNeAR): the outermost attributions, each with source, cue and content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.app.read import house_encoder
from sayso.model import Document, Span, Statement
from sayso.read.actors import find_actors
from sayso.read.passages import split_passages
from sayso.read.statements import find_statements

Attribution = dict[str, Any]


def predict(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """For each line with ``id`` and ``text`` the attributions of the writer's own level.

    The set marks what writers say of themselves, and thoughts and deeds that show an opinion, too. A bare quotation
    after a cited one of the same speaker becomes a further fragment of that one, as in the set; the set counts
    quotation marks and the "that" before a clause to the content, so they are taken in.
    """
    for doc in docs:
        found: list[Attribution] = []
        pieces: list[Attribution] = []
        for statement in statements_of(doc, first_person=True, attitudes=True):
            if statement.parent is not None or not statement.attribution:
                continue
            row = attribution(statement)
            row["content"] = [_as_marked(doc["text"], row["cue"], *row["content"][0])]
            if statement.made_by.endswith("further piece"):
                pieces.append(row)
            elif joint(found, row):
                found[-1]["source"] += row["source"]
            elif not row["cue"] and found and found[-1]["source"] == row["source"]:
                found[-1]["content"] += row["content"]
            else:
                found.append(row)
        put_back(found, pieces)
        yield {"id": doc["id"], "attributions": found}


def put_back(found: list[Attribution], pieces: list[Attribution]) -> None:
    """Adds each further piece of a content to the nearest attribution of the same speaker, in place."""
    for piece in pieces:
        same = [row for row in found if row["source"] == piece["source"] and row["cue"]]
        start = piece["content"][0][0]
        if same:
            nearest = min(same, key=lambda row: abs(row["content"][0][0] - start))
            nearest["content"] = sorted([*nearest["content"], *piece["content"]])


def joint(found: list[Attribution], row: Attribution) -> bool:
    """True when ``row`` is the last one again with another speaker ("A and B said"): the sets count that once."""
    return bool(found) and bool(row["cue"]) and all(found[-1][part] == row[part] for part in ("cue", "content"))


def _as_marked(text: str, cue: list[list[int]], start: int, end: int) -> list[int]:
    """The content with the quotation marks at its edges and the "that" that opens it."""
    quote = re.search(r"(?:[\"“]|''|``|(?<!\w)[‘'])\s?$", text[max(0, start - 4) : start])
    start -= len(quote.group()) if quote else 0
    closing = re.match(r"[.,!?]?\s?(?:[\"”]|''|(?<=[.,!?])[’'](?!\w))", text[end : end + 4])
    opened = text[start : start + 2].startswith(('"', "“", "''", "``", "‘", "'")) or _open(text[start:end])
    end += len(closing.group()) if closing and opened else 0
    that = re.search(r"\bthat,?\s+$", text[max(0, start - 8) : start], re.IGNORECASE)
    start -= len(that.group()) if that and (not cue or cue[0][1] <= start - len(that.group())) else 0
    return [start, end]


def _open(content: str) -> bool:
    """True when a quotation in ``content`` is not closed."""
    return content.count('"') % 2 == 1 or content.count("“") > content.count("”") or content.count("''") % 2 == 1


def statements_of(doc: dict[str, Any], first_person: bool = False, attitudes: bool = False) -> tuple[Statement, ...]:
    """Statements of one line's ``text``, read as it stands."""
    document = Document(id=str(doc["id"]), capture="", text=doc["text"], language="en")
    passages = split_passages(document)
    encoder = house_encoder()
    actors = find_actors(document, passages, (), encoder)
    return find_statements(document, passages, actors, first_person, encoder=encoder, attitudes=attitudes)


def attribution(statement: Statement) -> Attribution:
    """One statement in the form of the scorer: lists of character spans."""
    origin = statement.attribution[-1]
    unnamed = origin.name == "unknown" and origin.span == origin.cue_span
    return {
        "id": statement.id,
        "source": [] if unnamed or origin.span is None else [_pair(origin.span)],
        "cue": [_pair(c) for c in (_cue(statement),) if c is not None],
        "content": [_pair(statement.content)],
    }


def _cue(statement: Statement) -> Span | None:
    return statement.attribution[-1].cue_span


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
