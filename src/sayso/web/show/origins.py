"""The origin graph as a page shows it: origins, the documents that rest on them, copies below what they copy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.app.views import AssertionRow, IncidentPage, ReportLine
from sayso.model import Origin, OriginEdge, OriginGraph, OriginNode

_MOST_QUOTES = 2
_ROW, _TOP = 30, 22
_LETTERS = 27
"""Letters of a name that fit into a box of the drawing; the whole name is its title."""
_COLUMNS = (8, 268, 528)
_BOX = 212


@dataclass(frozen=True, slots=True)
class Step:
    """A document in the graph.

    Attributes:
        node: the document.
        report: its line, None when it is not among the reports shown.
        copy: the step to the document it copies, None for one that copies nobody.
        steps: steps to voices with a sentence for each, the origin's own first.
        copies: documents that copy this one.
    """

    node: OriginNode
    report: ReportLine | None
    copy: OriginEdge | None
    steps: tuple[tuple[OriginEdge, AssertionRow | None], ...]
    copies: tuple[Step, ...]

    @property
    def share(self) -> int:
        """How much of it is copied, in per cent."""
        return round(100 * self.copy.similarity) if self.copy else 0


@dataclass(frozen=True, slots=True)
class OriginTree:
    """An origin with its documents, the widest first."""

    origin: Origin
    documents: tuple[Step, ...]

    @property
    def joined_by(self) -> tuple[str, ...]:
        """Why reports are one besides copying, which stands beside each copy."""
        return tuple(why for why in self.origin.joined_by if " copy of " not in why)


def origin_trees(page: IncidentPage) -> tuple[OriginTree, ...]:
    """The graph of the page as trees; () when the page has none."""
    graph = page.graph
    if graph is None:
        return ()
    lines = {r.document: r for r in page.reports}
    rows = {row.id: row for field in page.fields for row in field.assertions}
    trees = []
    for origin in graph.origins:
        inside = {n.id: n for n in graph.nodes if n.origin == origin.id}
        parents = {e.source: e for e in graph.edges if e.kind == "copy_of" and e.target in inside}
        tops = [n for n in inside.values() if n.id not in parents]
        known = _Known(graph, origin, inside, parents, lines, rows)
        trees.append(OriginTree(origin, tuple(_step(n, known, frozenset()) for n in tops)))
    return tuple(sorted(trees, key=lambda t: -len(t.origin.reports)))


@dataclass(frozen=True, slots=True)
class _Known:
    """One origin: its documents, who copies whom among them, and the lines and assertions of the page."""

    graph: OriginGraph
    origin: Origin
    inside: dict[str, OriginNode]
    parents: dict[str, OriginEdge]
    lines: dict[str, ReportLine]
    rows: dict[str, AssertionRow]


def _step(node: OriginNode, known: _Known, above: frozenset[str]) -> Step:
    below = [s for s, e in known.parents.items() if e.target == node.id and s in known.inside and s not in above]
    grown = tuple(_step(known.inside[s], known, above | {node.id}) for s in below)
    return Step(node, known.lines.get(node.id), known.parents.get(node.id), _voices(node, known), grown)


def _voices(node: OriginNode, known: _Known) -> tuple[tuple[OriginEdge, AssertionRow | None], ...]:
    """Steps to voices, the one that the origin is first; what is the outlet's own only when it rests on it."""
    names = {n.id: n.name for n in known.graph.nodes}
    edges = [e for e in known.graph.edges if e.source == node.id and e.kind != "copy_of"]
    edges.sort(key=lambda e: (names.get(e.target) != known.origin.name, e.kind != "cites", -len(e.assertions)))
    told = [e for e in edges if e.kind == "cites" or e is edges[0]]
    return tuple((e, _sentence(e, known.rows)) for e in told[:_MOST_QUOTES])


def _sentence(edge: OriginEdge, rows: dict[str, AssertionRow]) -> AssertionRow | None:
    """The assertion whose sentence names the voice; None when only the headline or the narrator repeats it."""
    some = [rows[a] for a in edge.assertions if a in rows and len(rows[a].chain) > 1]
    return (
        max(some, key=lambda r: (r.quote_span.start > 0, r.score, -r.span.start), default=None)
        if edge.kind == "cites"
        else None
    )


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the drawing: its corner, its width, the words in it, the whole words, where it leads."""

    x: int
    y: int
    width: int
    text: str
    title: str
    document: str
    kind: str

    @property
    def middle(self) -> int:
        """Where its words stand."""
        return self.y + 15


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the drawing as an SVG path, with why."""

    path: str
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Copies on the left, documents in the middle, origins on the right."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


def drawing(trees: tuple[OriginTree, ...]) -> Drawing:
    """The trees as boxes and lines: one row for each document, an origin beside its first."""
    boxes: list[Box] = []
    lines: list[Line] = []
    row = 0
    for tree in trees:
        origin = _box(2, row, tree.origin.name, "", f"kind-{tree.origin.kind}")
        boxes.append(origin)
        for step in tree.documents:
            top = _box(1, row, _name(step), step.node.id, "is-document")
            boxes.append(top)
            lines.append(Line(_path(top, origin), "rests", f"{_name(step)} rests on {tree.origin.name}"))
            for copy in _below(step):
                box = _box(0, row, _name(copy), copy.node.id, "is-copy")
                boxes.append(box)
                why = copy.copy.evidence if copy.copy else ""
                lines.append(Line(_path(box, top), "copies", f"{_name(copy)} copies {_name(step)}: {why}"))
                row += 1
            row += not step.copies
    return Drawing(_COLUMNS[2] + _BOX + 8, _TOP + row * _ROW, tuple(boxes), tuple(lines))


def _below(step: Step) -> Iterator[Step]:
    for copy in step.copies:
        yield copy
        yield from _below(copy)


def _name(step: Step) -> str:
    return step.node.name or "outlet not known"


def _box(column: int, row: int, name: str, document: str, kind: str) -> Box:
    text = name if len(name) <= _LETTERS else name[: _LETTERS - 1].rstrip() + "…"
    return Box(_COLUMNS[column], _TOP + row * _ROW, _BOX, text, name, document, kind)


def _path(start: Box, end: Box) -> str:
    """From the right edge of one box to the left edge of another."""
    x1, y1, x2, y2 = start.x + start.width, start.y + 11, end.x, end.y + 11
    middle = (x1 + x2) // 2
    return f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"
