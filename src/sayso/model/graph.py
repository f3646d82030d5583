"""Who rests on whom: the reports of one incident, the voices they lead to, and the evidence for each step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sayso.model.incident import Origin
from sayso.model.span import Span

NodeKind = Literal["document", "voice", "unknown"]
EdgeKind = Literal["copy_of", "credits", "cites", "own_word", "hides"]


@dataclass(frozen=True, slots=True)
class OriginNode:
    """A document or a voice.

    Attributes:
        id: document id, voice id ("v1"), or "unknown" for who is hidden behind "reports", "sources".
        kind: ``document``, ``voice`` or ``unknown``; of ``unknown`` there is at most one node.
        name: outlet of a document, name of a voice as it may be shown (private persons by role).
        voice: kind of the voice; ``outlet`` for a document.
        origin: id of the Origin that a document belongs to ("o1"); "" for a voice and for a superseded document.
        forms: the names under which a voice appears, when they differ ("HRB", "Human Rights Bureau").
    """

    id: str
    kind: NodeKind
    name: str
    voice: str
    origin: str = ""
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginEdge:
    """``source`` rests on ``target``.

    Attributes:
        source: id of a document node.
        target: id of a document node (``copy_of``) or of a voice node.
        kind: ``copy_of`` another document; ``credits`` an agency in dateline, byline or last line; ``cites`` a voice;
            ``own_word``, the outlet says it itself; ``hides`` who says it.
        evidence: why, in words ("83 % of its sentences, in the same order").
        similarity: 0 to 1 for copies, 1 otherwise.
        document: id of the document that ``spans`` lie in, "" when the evidence is no span.
        spans: what stands in the document for it: the words said on this voice's say-so.
        assertions: ledger ids of the assertions that take this step.
    """

    source: str
    target: str
    kind: EdgeKind
    evidence: str
    similarity: float = 1.0
    document: str = ""
    spans: tuple[Span, ...] = ()
    assertions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind one value.

    Attributes:
        reports: document nodes that carry it, copies included, oldest first.
        origins: the independent far ends, in order of appearance; the ``unknown`` node only when nobody else says it.
        edges: every step from those reports to those ends.
    """

    reports: tuple[OriginNode, ...]
    origins: tuple[OriginNode, ...]
    edges: tuple[OriginEdge, ...]


@dataclass(frozen=True, slots=True)
class OriginGraph:
    """The origin graph of one incident.

    Attributes:
        origins: the independent groups of its reports; ``len(origins)`` is the number beside "12 reports".
        nodes: documents, oldest first, then voices in order of appearance.
        edges: steps in order of their source.
    """

    origins: tuple[Origin, ...]
    nodes: tuple[OriginNode, ...]
    edges: tuple[OriginEdge, ...]

    def node(self, node: str) -> OriginNode | None:
        """The node of this id; None when there is none."""
        return next((n for n in self.nodes if n.id == node), None)

    def behind(self, assertions: Iterable[str]) -> Behind:
        """What stands behind one value: "12 reports, 3 origins" with the evidence of each step.

        Args:
            assertions: ledger ids of the assertions that carry the value (``Value.chosen``, a side of a Disagreement).
        """
        wanted = frozenset(assertions)
        steps = [e for e in self.edges if e.kind != "copy_of" and not wanted.isdisjoint(e.assertions)]
        reports = {e.source for e in steps}
        copied = [e for e in self.edges if e.kind == "copy_of" and e.source in reports]
        ends = {e.target for e in steps}
        voices = tuple(n for n in self.nodes if n.id in ends)
        named = tuple(n for n in voices if n.kind != "unknown")
        held = tuple(n for n in self.nodes if n.id in reports)
        return Behind(held, named or voices, (*copied, *steps))
