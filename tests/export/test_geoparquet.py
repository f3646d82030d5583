"""Incidents as GeoParquet: what is read back is what a feature says."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from documents import DESK
from fixed_ledger import ARREST, BLAST

from sayso.export.case import Case
from sayso.export.formats import format_of
from sayso.export.geojson import feature

Cases = tuple[Case, ...]


@pytest.fixture
def file(fixed_cases: Cases, tmp_path: Path) -> Path:
    [(made, count)] = format_of("geoparquet").write(iter(fixed_cases), tmp_path / "new", DESK)
    assert count == 3
    return made


def rows(file: Path) -> dict[str, dict[str, Any]]:
    return {row["incident_id"]: row for row in pq.read_table(file).to_pylist()}


def test_is_read_back_as_the_features(fixed_cases: Cases, file: Path) -> None:
    from sayso.export.cells import plain

    for case in fixed_cases:
        row = rows(file)[case.id]
        wanted = feature(case, DESK)
        point = wanted["geometry"]
        assert row.pop("geometry") == (struct.pack("<BIdd", 1, 1, *point["coordinates"]) if point else None)
        assert json.loads(row.pop("evidence")) == wanted["properties"].pop("evidence")
        assert {k: plain(v) for k, v in row.items()} == {"incident_id": case.id, **wanted["properties"]}


def test_says_that_it_is_geoparquet(file: Path) -> None:
    told = pq.read_schema(file).metadata
    geo = json.loads(told[b"geo"])
    assert (geo["version"], geo["primary_column"], geo["columns"]["geometry"]["encoding"]) == (
        "1.1.0", "geometry", "WKB",
    )  # fmt: skip
    assert told[b"sayso.as_of"] == b"2011-11-05T12:00:00Z"


def test_a_country_has_no_point(file: Path) -> None:
    assert rows(file)[ARREST]["geometry"] is None


def test_unknown_is_null(file: Path) -> None:
    assert (rows(file)[ARREST]["killed_best"], rows(file)[BLAST]["killed_best"]) == (None, 3)


def test_no_incident_is_an_empty_table(tmp_path: Path) -> None:
    [(made, count)] = format_of("geoparquet").write(iter(()), tmp_path, DESK)
    assert (count, rows(made)) == (0, {})
