"""The origin graph tells who rests on whom, with the evidence for each step."""

from sayso.link import CopyOf, Traced, find_origins, origin_graph
from sayso.model import OriginGraph, Span


def said(document: str, outlet: str, number: int, voice: str = "", kind: str = "official") -> Traced:
    span = Span(10 * number, 10 * number + 5)
    return Traced(
        f"{document}-{number}", f"{document}/i1", document, outlet, voice, kind if voice else "", f"killed {number}",
        "killed", span=span,
    )  # fmt: skip


def graph(items: list[Traced], copies: dict[str, CopyOf] | None = None) -> OriginGraph:
    return origin_graph(find_origins(items, copies or {}), copies or {})


CASE = [
    said("d1", "Gulf Herald", 1, "a police spokesman"),
    said("d2", "North Star", 1, "police"),
    said("d3", "West Wind", 1),
    said("d4", "East Light", 1),
    said("d5", "Hill Post", 1, "sources", "unknown"),
]
COPIES = {"d4": CopyOf("d3", "edited", 0.83)}


def test_a_copy_points_to_its_original_with_the_share() -> None:
    edge = next(e for e in graph(CASE, COPIES).edges if e.kind == "copy_of")
    assert (edge.source, edge.target, edge.similarity) == ("d4", "d3", 0.83)
    assert "83%" in edge.evidence


def test_the_evidence_of_a_citation_is_the_span_of_what_was_said() -> None:
    edge = next(e for e in graph(CASE).edges if e.source == "d2")
    assert (edge.kind, edge.document, edge.spans) == ("cites", "d2", (Span(10, 15),))
    assert edge.assertions == ("d2-1",)


def test_two_names_of_one_voice_stand_on_its_node() -> None:
    voice = next(n for n in graph(CASE).nodes if n.id == "v1")
    assert voice.forms == ("a police spokesman", "police")


def test_what_stands_behind_a_value() -> None:
    behind = graph(CASE, COPIES).behind(t.id for t in CASE)
    assert len(behind.reports) == 5
    assert [n.name for n in behind.origins] == ["a police spokesman", "West Wind"]


def test_an_unknown_voice_counts_only_when_nobody_else_says_it() -> None:
    behind = graph(CASE).behind(["d5-1"])
    assert [n.kind for n in behind.origins] == ["unknown"]


def test_every_document_knows_its_origin() -> None:
    made = graph(CASE, COPIES)
    by_id = {n.id: n.origin for n in made.nodes if n.kind == "document"}
    assert by_id["d3"] == by_id["d4"]
    assert {o.id for o in made.origins} == set(by_id.values())
