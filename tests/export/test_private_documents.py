"""Names of private persons stand inside the sentence, and nowhere else in a document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from ledger_sample import at, blast, said, store
from sayso.app.export_tables import export
from sayso.model import Figure, Perpetrator, Reading, VoiceKind

EVIDENCE = {
    "geojson": {"sentence", "words"},
    "geojson-gis": set(),
    "stix": {"content"},
    "stix-report": {"content"},
    "claims": {"text", "claimReviewed"},
    "annotations": {"exact", "prefix", "suffix"},
}
"""Format to the keys that hold words of the text."""


@pytest.fixture(params=["witness", "person", "unknown", "document"])
def told(request: pytest.FixtureRequest, ledger: Path) -> Path:
    """A ledger in which a private voice tells of a victim and of a suspect, all three by name."""
    victims = "John Bekov is suspected. Anna Bekova died."
    item, reading = blast("Daily Steppe", 1, known=at(1), speaker="Maria Bekova", more=victims)
    kind: VoiceKind = request.param
    statement = reading.statements[0]
    statement = replace(
        statement, attribution=(statement.attribution[0], replace(statement.attribution[-1], kind=kind)), mode="direct"
    )
    text, report = reading.document.text, reading.reports[0]
    more = (
        said(text, "perpetrator", "John Bekov", Perpetrator("John Bekov", "suspected", True, "person")),
        said(text, "person", "Anna Bekova", "Anna Bekova"),
        said(text, "killed", "Anna Bekova died", Figure(1, 1, "Anna Bekova")),
    )
    made: Reading = replace(
        reading,
        document=replace(reading.document, title="Anna Bekova dies in blast"),
        statements=(statement,),
        reports=(replace(report, assertions=(*report.assertions, *more)),),
    )
    store((item, made))
    return ledger


def leaves(node: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for name, value in node.items():
            yield name, name
            yield from leaves(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from leaves(value, key)
    elif isinstance(node, str):
        yield key, node


@pytest.mark.parametrize("form", sorted(EVIDENCE))
def test_a_private_name_is_evidence_only(told: Path, form: str) -> None:
    text = export(told / form, form)[0][0].read_text(encoding="utf-8")
    whole = [json.loads(line) for line in text.splitlines()] if form == "annotations" else [json.loads(text)]
    named = {key for key, words in leaves(whole) if "Bekov" in words}
    assert named <= EVIDENCE[form]
    assert named or form in ("claims", "geojson-gis")  # the evidence stays


def test_a_private_name_stands_in_quotation_marks_in_a_message(told: Path) -> None:
    folder = export(told / "cap", "cap")[0][0]
    for file in folder.glob("*.cap.xml"):
        for element in etree.parse(file).iter():
            for line in (element.text or "").splitlines():
                assert "Bekov" not in line.partition("“")[0]
