"""Incidents as GeoParquet 1.1: the plain properties of a feature as typed columns, the point as WKB."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from sayso.export.case import Case
from sayso.export.cells import plain
from sayso.export.files import staged
from sayso.export.geojson import Feature, feature_values
from sayso.export.options import Options

FILE = "incidents.geo.parquet"
_GROUP = 2_000  # rows of a group: a few megabytes before they are compressed
_GEO = {
    "version": "1.1.0",
    "primary_column": "geometry",
    # no crs: longitude and latitude in WGS84 (OGC:CRS84), the default of the format
    "columns": {"geometry": {"encoding": "WKB", "geometry_types": ["Point"]}},
}
_NUMBERS = frozenset(
    ("killed_low", "killed_best", "killed_high", "injured_low", "injured_best", "injured_high", "n_reports",
     "n_origins", "geonameid")
)  # fmt: skip
_TYPES: dict[str, pa.DataType] = {
    **dict.fromkeys(_NUMBERS, pa.int64()), "uncertainty_m": pa.float64(), "disputed": pa.bool_(),
    "constructed": pa.bool_(), "date_start": pa.date32(), "date_end": pa.date32(),
    **dict.fromkeys(("first_known_at", "last_changed_at", "as_of"), pa.timestamp("us", tz="UTC")),
    "flags": pa.list_(pa.string()), "geometry": pa.binary(),
}  # fmt: skip
"""Type of each column that is no text."""
_COLUMNS = (
    "incident_id", "type", "subtype", "title", "date_start", "date_end", "date_precision", "place", "country_iso3",
    "admin1", "place_precision", "uncertainty_m", "killed_low", "killed_best", "killed_high", "injured_low",
    "injured_best", "injured_high", "perpetrator", "perpetrator_status", "n_reports", "n_origins", "disputed", "flags",
    "review_status", "first_known_at", "last_changed_at", "as_of", "url", "family", "status", "geonameid",
    "killed_state", "injured_state", "constructed", "evidence", "geometry",
)  # fmt: skip


def write_geoparquet(cases: Iterable[Case], folder: Path, options: Options) -> list[tuple[Path, int]]:
    """Write ``folder``/incidents.geo.parquet; ``evidence`` is JSON, as of a GeoJSON feature.

    Args:
        cases: read once, none is kept beyond one group of rows.
        folder: made when missing; a file of the same name is replaced.
        options: ``links`` gives each row the address of its page; ``as_of`` stands in the metadata too.

    Returns:
        (path, number of rows).

    Raises:
        SaysoError: the folder cannot be written.
    """
    told = {"geo": json.dumps(_GEO), "sayso.as_of": plain(options.as_of) or "", "sayso.query": options.query}
    schema = pa.schema([pa.field(c, _TYPES.get(c, pa.string())) for c in _COLUMNS], metadata=told)
    rows, count = (_row(case, options) for case in cases), 0
    with staged(folder) as stage, closing(pq.ParquetWriter(stage.path(FILE), schema, compression="zstd")) as out:
        while group := list(islice(rows, _GROUP)):
            out.write_table(pa.Table.from_pylist(group, schema=schema))
            count += len(group)
    return [(folder / FILE, count)]


def _row(case: Case, options: Options) -> dict[str, Any]:
    values: Feature = feature_values(case, options)
    point, evidence = values.pop("geometry"), values.pop("evidence")
    lon_lat = point["coordinates"] if point else None
    return {
        **values,
        "incident_id": case.id,
        "flags": list(values["flags"]),
        "evidence": json.dumps(evidence, ensure_ascii=False),
        "geometry": struct.pack("<BIdd", 1, 1, *lon_lat) if lon_lat else None,
    }
