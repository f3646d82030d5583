"""wikinews and muc4-readings: one whole reading a line, with offsets into the given text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.app.read import read
from sayso.export.reading import to_contract
from sayso.model import OffsetMap, Span, Unreadable


def predict(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Read each line's ``text`` (``published`` may be null) and give the reading contract with the line's ``id``.

    Offsets are mapped back from the cleaned to the given text where that is possible; the words stay the same.
    """
    for doc in docs:
        try:
            reading = read(doc["text"], published=doc.get("published") or _dateline_day(doc))
        except Unreadable as problem:
            yield {"id": doc["id"], "schema": "sayso.reading/1", "unreadable": problem.reason}
            continue
        contract = to_contract(reading)
        _relocate(contract, reading.document.offsets)
        contract["document"]["text"] = doc["text"]
        yield {"id": doc["id"], **contract}


def _dateline_day(doc: dict[str, Any]) -> str | None:
    dateline = doc.get("dateline")
    return dateline.get("date") if isinstance(dateline, dict) else None


def _relocate(node: Any, offsets: OffsetMap) -> None:
    """Move every start/end pair of the contract, in place."""
    if isinstance(node, list):
        for item in node:
            _relocate(item, offsets)
    elif isinstance(node, dict):
        for left, right in (("start", "end"), ("cue_start", "cue_end")):
            if isinstance(node.get(left), int) and isinstance(node.get(right), int):
                source = offsets.source(Span(node[left], node[right]))
                node[left], node[right] = (source.start, source.end) if source else (None, None)
        for value in node.values():
            _relocate(value, offsets)
