"""Incidents for maps: the golden file, and that what is written is read back."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from sayso.export.formats import format_of
from sayso.export.geojson import write_geojson
from sayso.model import SaysoError

GOLDEN = Path(__file__).with_name("golden") / "incidents.geojson"
INCIDENTS: tuple[dict[str, Any], ...] = (
    {
        "incident_id": "KAZ-3F2A9C", "title": "Bombing in Atyrau, Kazakhstan", "type": "bombing", "family": "attack",
        "status": "happened", "date_start": date(2011, 10, 31), "date_end": date(2011, 10, 31), "date_precision": "day",
        "place_name": "Atyrau", "country_iso3": "KAZ", "admin1": "Atyrau", "lat": 47.1166666, "lon": 51.8833333,
        "place_precision": "settlement", "uncertainty_m": 4000.0, "geonameid": 610529, "killed_low": 1,
        "killed_best": 1,
        "killed_high": 2, "killed_state": "reported", "injured_state": "not_reported", "perpetrator": None,
        "perpetrator_status": "unknown", "n_reports": 1, "n_origins": 1, "disputed": False, "flags": (),
        "review_status": "machine", "constructed": True, "first_known_at": datetime(2011, 11, 1, 12, tzinfo=UTC),
        "last_changed_at": datetime(2011, 11, 1, 12, tzinfo=UTC), "as_of": None,
    },
    {"incident_id": "MLI-000001", "title": "Raid in Mali", "type": "raid", "lat": 17.5, "lon": -4.0,
    "place_precision": "country"},
)  # fmt: skip


def tables() -> dict[str, Any]:
    value = {
        "incident_id": "KAZ-3F2A9C", "field": "killed", "value_norm": {"low": 1, "high": 1}, "value_raw": "one man",
        "polarity": "asserted", "statement_id": "d/s1", "report_id": "d/i1", "quote": "The blast killed one man.",
    }  # fmt: skip
    told = {**value, "statement_id": None, "value_raw": "two", "quote": "Two died."}
    hops = [{"statement_id": "d/s1", "speaker_text": name} for name in ("West Wind", "police")]
    report = {
        "report_id": "d/i1",
        "url": "https://west.example/1",
        "outlet": "West Wind",
        "published_at": date(2011, 11, 1),
    }
    return {
        "incidents": iter(INCIDENTS),
        "values": iter([value, told]),
        "chains": iter(hops),
        "reports": iter([report]),
    }


@pytest.fixture
def written(tmp_path: Path) -> Path:
    return write_geojson(tmp_path / "new", tables())[0][0]


def test_is_the_golden_file(written: Path) -> None:
    assert written.read_text(encoding="utf-8") == GOLDEN.read_text(encoding="utf-8")


def test_counts_features(tmp_path: Path) -> None:
    assert [n for _, n in write_geojson(tmp_path, tables())] == [2]


def test_longitude_stands_first(written: Path) -> None:
    feature = json.loads(written.read_text())["features"][0]
    assert feature["geometry"] == {"type": "Point", "coordinates": [51.88333, 47.11667]}


def test_a_country_is_no_point(written: Path) -> None:
    assert json.loads(written.read_text())["features"][1]["geometry"] is None


def test_evidence_keeps_the_chain(written: Path) -> None:
    evidence = json.loads(written.read_text())["features"][0]["properties"]["evidence"]
    assert [e["chain"] for e in evidence] == [["West Wind", "police"], ["West Wind"]]


def test_unknown_is_null_not_zero(written: Path) -> None:
    properties = json.loads(written.read_text())["features"][0]["properties"]
    assert (properties["injured_best"], properties["injured_state"]) == (None, "not_reported")


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(SaysoError, match="unknown format"):
        format_of("xlsx")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SaysoError, match="cannot write"):
        write_geojson(tmp_path / "file", tables())
