"""The origin graph of one incident: who copies whom, who cites whom, whose own word it is, with the evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sayso.lang.privacy import shown_name
from sayso.link.names import plain_name
from sayso.link.origins import Origins
from sayso.link.trace import CopyOf, Traced
from sayso.model import EdgeKind, Origin, OriginEdge, OriginGraph, OriginNode, Span

UNKNOWN = OriginNode("unknown", "unknown", "who said it is not told", "unknown")
"""What "reports said" leads to: an origin nobody knows, and never a new one."""


def origin_graph(found: Origins, copies: Mapping[str, CopyOf], why: Mapping[str, str] | None = None) -> OriginGraph:
    """The graph of one incident from what :func:`sayso.link.find_origins` found.

    Args:
        found: origins, voices, and the traced assertions.
        copies: document id to what it copies, as handed to ``find_origins``.
        why: document id to the evidence of its copy in words; the share in per cent when None or not told.

    Returns:
        nodes for every document (oldest first) and voice; an edge for every copy and for every voice a document leads
        to, with the spans and ledger ids of the assertions that do.
    """
    documents = dict.fromkeys(t.document for t in found.traced)
    outlets = {t.document: t.outlet for t in found.traced}
    origin_of = {key.rpartition("/")[0]: o.id for o in found.origins for key in o.reports}
    nodes = [OriginNode(d, "document", outlets[d], "outlet", origin_of.get(d, "")) for d in documents]
    forms = _forms(found)
    nodes += [_voice(v, forms[v.id]) for v in found.voices]
    edges: list[OriginEdge] = []
    steps = _steps(found)
    for document in documents:
        copy = copies.get(document)
        if copy and copy.original in documents:
            words = (why or {}).get(document) or copy_words(copy)
            edges.append(OriginEdge(document, copy.original, "copy_of", words, copy.similarity, document))
        edges += [_edge(document, target, members) for target, members in steps[document].items()]
    if any(e.target == UNKNOWN.id for e in edges):
        nodes.append(UNKNOWN)
    return OriginGraph(found.origins, tuple(nodes), tuple(edges))


def copy_words(copy: CopyOf) -> str:
    """What kind of copy, in words, when the texts are not at hand."""
    if copy.kind == "verbatim":
        return "word for word"
    return f"{copy.kind}, {copy.similarity:.0%} the same"


def _voice(voice: Origin, forms: tuple[str, ...]) -> OriginNode:
    return OriginNode(voice.id, "voice", voice.name, voice.kind, "", forms if len(forms) > 1 else ())


def _forms(found: Origins) -> dict[str, tuple[str, ...]]:
    """Voice id to its names as they may be shown, each once however it is spelled."""
    made: dict[str, dict[str, str]] = defaultdict(dict)
    for t in found.traced:
        if t.cites and (voice := found.voice_of[t.id]):
            name = shown_name(t.far_name, t.far_kind)
            made[voice].setdefault(plain_name(name), name)
    return {v.id: tuple(sorted(made[v.id].values())) for v in found.voices}


def _steps(found: Origins) -> dict[str, dict[str, list[Traced]]]:
    steps: dict[str, dict[str, list[Traced]]] = defaultdict(lambda: defaultdict(list))
    for t in found.traced:
        steps[t.document][found.voice_of[t.id] or UNKNOWN.id].append(t)
    return steps


def _edge(document: str, target: str, members: list[Traced]) -> OriginEdge:
    kind, evidence = _why(target, members)
    spans: tuple[Span, ...] = tuple(dict.fromkeys(t.span for t in members if t.span))
    return OriginEdge(document, target, kind, evidence, 1.0, document, spans, tuple(t.id for t in members))


def _why(target: str, members: list[Traced]) -> tuple[EdgeKind, str]:
    cited = tuple(dict.fromkeys(shown_name(t.far_name, t.far_kind) for t in members if t.cites))
    if target == UNKNOWN.id:
        return "hides", "says only: " + ", ".join(cited)
    if cited:
        return "cites", "cites " + ", ".join(cited)
    if credit := next((t.credit for t in members if t.credit), ""):
        return "credits", f"is credited to {credit}"
    return "own_word", "cites nobody for it"
