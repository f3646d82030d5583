"""The words behind each value as Web Annotations."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from documents import DESK, assert_golden, expanded, leaves
from fixed_ledger import caspian_ledger

from sayso.export.annotations import write_annotations
from sayso.export.case import Case

Cases = tuple[Case, ...]


def lines(cases: Cases, folder: Path) -> list[dict[str, Any]]:
    text = write_annotations(iter(cases), folder, DESK)[0][0].read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_is_the_golden_file(fixed_cases: Cases, tmp_path: Path) -> None:
    [(made, count)] = write_annotations(iter(fixed_cases), tmp_path / "new", DESK)
    assert_golden(made, f"annotations/{made.name}")
    assert count == sum(len(c.assertions) for c in fixed_cases)


def test_expands_without_a_network_and_every_term_is_known(fixed_cases: Cases, tmp_path: Path) -> None:
    for made in lines(fixed_cases, tmp_path):
        assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
        # two times and two positions carry a type of their own; the context is gone
        assert leaves(expanded(made, "annotation.jsonld")) == leaves(made) - 1 + 4


def test_the_words_are_found_by_quote_and_by_position(fixed_cases: Cases, tmp_path: Path) -> None:
    text, url = caspian_ledger().text, caspian_ledger().url
    ours = [a["target"] for a in lines(fixed_cases, tmp_path) if a["target"]["source"] == url]
    assert len(ours) == 6
    for target in ours:
        quote, position = target["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_every_annotation_has_an_id_of_its_own(fixed_cases: Cases, tmp_path: Path) -> None:
    assert set(Counter(a["id"] for a in lines(fixed_cases, tmp_path)).values()) == {1}


def test_ids_survive_a_merge(fixed_cases: Cases, tmp_path: Path) -> None:
    moved = tuple(replace(c, id="KAZ-OTHER1") for c in fixed_cases)
    before, after = (lines(c, tmp_path) for c in (fixed_cases, moved))
    assert [a["id"] for a in before] == [a["id"] for a in after]
