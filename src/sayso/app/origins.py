"""The origin graph of a gathered incident, with the evidence that only the texts can tell."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from sayso.app.gather import Gathered
from sayso.link import compare, credits_of, origin_graph
from sayso.model import OriginGraph, Reading

_MOST = 30  # copies whose sentences are told, half a millisecond each; of the others their share


def graph_of(gathered: Gathered, readings: Mapping[str, Reading] | None = None) -> OriginGraph:
    """Who copies whom, who cites whom, whose own word it is.

    Args:
        gathered: the incident.
        readings: complete readings by reading id; with them the edge of a copy tells which sentences it shares, in
            what order, and whom it credits (of the first 30 copies); without them only its share.

    Returns:
        an empty graph when the incident has no assertions.
    """
    if gathered.found is None:
        return OriginGraph((), (), ())
    held = {r.reading.document: r.reading.id for r in gathered.reports}
    documents = {d: (readings or {})[key].document for d, key in held.items() if key in (readings or {})}
    why: dict[str, str] = {}
    for document, copy in islice(gathered.copies.items(), _MOST):
        one, other = documents.get(document), documents.get(copy.original)
        if one and other and (found := compare(one.text, other.text)):
            credits = credits_of(one)
            why[document] = found.words + (f"; credits {credits[0]}" if credits else "")
    return origin_graph(gathered.found, gathered.copies, why)
