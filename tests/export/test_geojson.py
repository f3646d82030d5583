"""Incidents for maps: the golden files, and that what is written is read back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from documents import DESK, assert_golden
from fixed_ledger import ARREST, BLAST, PROTEST

from sayso.export.case import Case
from sayso.export.formats import format_of
from sayso.export.geojson import feature
from sayso.model import SaysoError

Cases = tuple[Case, ...]


def features(cases: Cases, folder: Path, form: str = "geojson") -> dict[str, Any]:
    made = json.loads(format_of(form).write(iter(cases), folder, DESK)[0][0].read_text(encoding="utf-8"))
    assert list(made) == ["type", "features"]  # no crs: RFC 7946 section 4
    return {f["id"]: f for f in made["features"]}


@pytest.mark.parametrize("form", ["geojson", "geojson-circles", "geojson-gis", "geojson-seq"])
def test_is_the_golden_file(fixed_cases: Cases, tmp_path: Path, form: str) -> None:
    [(made, count)] = format_of(form).write(iter(fixed_cases), tmp_path / "new", DESK)
    assert_golden(made, f"{form}/{made.name}")
    assert count == 3


def test_longitude_stands_first(fixed_cases: Cases, tmp_path: Path) -> None:
    assert features(fixed_cases, tmp_path)[BLAST]["geometry"] == {"type": "Point", "coordinates": [51.88333, 47.11667]}


@pytest.mark.parametrize("form", ["geojson", "geojson-circles"])
def test_a_country_is_no_place_on_the_map(fixed_cases: Cases, tmp_path: Path, form: str) -> None:
    assert features(fixed_cases, tmp_path, form)[ARREST]["geometry"] is None


def test_a_circle_says_that_it_is_uncertainty(fixed_cases: Cases, tmp_path: Path) -> None:
    made = features(fixed_cases, tmp_path, "geojson-circles")[PROTEST]
    assert (made["geometry"]["type"], made["properties"]["geometry_role"]) == ("Polygon", "uncertainty")
    assert len(made["geometry"]["coordinates"][0]) == 65


def test_an_admin_region_has_a_circle_but_no_point(fixed_cases: Cases) -> None:
    case = next(c for c in fixed_cases if c.id == BLAST)
    assert case.place is not None
    wide = replace(case, place=replace(case.place, precision="admin1", uncertainty_m=150_000.0))
    assert feature(wide, DESK)["geometry"] is None
    assert feature(wide, DESK, circles=True)["geometry"]["type"] == "Polygon"


def test_evidence_keeps_the_chain(fixed_cases: Cases, tmp_path: Path) -> None:
    evidence = features(fixed_cases, tmp_path)[BLAST]["properties"]["evidence"]
    chain = ["The Steppe Courier", "ARGUS", "forum message", "Sword of the Steppe"]
    assert chain in [e["chain"] for e in evidence if e["field"] == "perpetrator"]


def test_a_replaced_value_is_no_evidence(fixed_cases: Cases, tmp_path: Path) -> None:
    evidence = features(fixed_cases, tmp_path)[BLAST]["properties"]["evidence"]
    assert "Four people were dead" not in [e["words"] for e in evidence]


def test_a_value_of_a_person_has_its_author(fixed_cases: Cases) -> None:
    case = next(c for c in fixed_cases if c.id == BLAST)
    given = replace(case.said("killed")[0], chain=(), speaker="Ann Reviewer", report="", review="given")
    last = feature(replace(case, given=(given,)), DESK)["properties"]["evidence"][-1]
    assert (last["speaker"], last["chain"], last["report_url"]) == ("Ann Reviewer", [], None)


def test_unknown_is_null_not_zero(fixed_cases: Cases, tmp_path: Path) -> None:
    made = features(fixed_cases, tmp_path)[PROTEST]["properties"]
    assert (made["killed_best"], made["killed_state"]) == (None, "not_reported")
    assert (made["injured_best"], made["injured_state"]) == (0, "reported_none")


def test_gis_tools_get_plain_values_only(fixed_cases: Cases, tmp_path: Path) -> None:
    for made in features(fixed_cases, tmp_path, "geojson-gis").values():
        assert [k for k, v in made["properties"].items() if isinstance(v, list | dict)] == []
    assert "killed = 2 (Caspian Ledger → Police)" in features(fixed_cases, tmp_path, "geojson-gis")[BLAST][
        "properties"]["evidence"]  # fmt: skip


def test_a_sequence_is_one_feature_after_each_separator(fixed_cases: Cases, tmp_path: Path) -> None:
    text = format_of("geojson-seq").write(iter(fixed_cases), tmp_path, DESK)[0][0].read_text(encoding="utf-8")
    lines = text.removesuffix("\n").split("\n")
    assert [line[0] for line in lines] == ["\x1e"] * 3
    assert [json.loads(line[1:])["id"] for line in lines] == [c.id for c in fixed_cases]


def test_no_incident_is_an_empty_collection(tmp_path: Path) -> None:
    assert features((), tmp_path) == {}


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(SaysoError, match="unknown format"):
        format_of("xlsx")


@pytest.mark.parametrize("form", ["geojson", "geojson-seq", "stix", "cap", "claims", "annotations"])
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, form: str) -> None:
    (tmp_path / "file").write_text("")
    write: Callable[..., object] = format_of(form).write
    with pytest.raises(SaysoError, match="cannot write"):
        write(iter(()), tmp_path / "file", DESK)
