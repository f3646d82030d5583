"""The registry of export formats: one line for each.

A format is a name, one line on what it writes, and a function ``write(cases, folder, options)``: it reads a stream of
Cases (``export/case.py``) once, from the first to the last, keeps none of them, and writes its files into ``folder``
through ``export/files.py``, so that none is ever half there. It returns the path and the number of records of each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sayso.export.acled import ACLED
from sayso.export.annotations import write_annotations
from sayso.export.cap import write_cap
from sayso.export.case import Case
from sayso.export.claimreview import write_claims
from sayso.export.flat import write_flat
from sayso.export.geojson import write_geojson, write_geojson_seq
from sayso.export.gtd import write_gtd
from sayso.export.hxl import HXL
from sayso.export.kml import write_kml
from sayso.export.native import write_native
from sayso.export.options import Options
from sayso.export.plover import PLOVER
from sayso.export.stix import write_stix
from sayso.export.ucdp import UCDP
from sayso.model import SaysoError

Written = list[tuple[Path, int]]
Write = Callable[[Iterable[Case], Path, Options], Written]


@dataclass(frozen=True, slots=True)
class Format:
    """One export format.

    Attributes:
        name: as on the command line.
        writes: what it writes, in one line.
        write: reads the Cases once and writes.
    """

    name: str
    writes: str
    write: Write


def _geoparquet(cases: Iterable[Case], folder: Path, options: Options) -> Written:
    from sayso.export.geoparquet import write_geoparquet  # a second to import, which no other form has to wait for

    return write_geoparquet(cases, folder, options)


_ALL = (
    Format("csv", "the native long tables as CSV: everything, nothing lost", partial(write_native, form="csv")),
    Format("jsonl", "the native long tables as JSON lines", partial(write_native, form="jsonl")),
    Format("parquet", "the native long tables as Parquet, typed", partial(write_native, form="parquet")),
    Format("acled", "ACLED-shaped CSV, with trace and loss report", partial(write_flat, shape=ACLED)),
    Format("ucdp", "UCDP-GED-shaped CSV, with trace and loss report", partial(write_flat, shape=UCDP)),
    Format("gtd", "GTD-shaped CSV, with trace and loss report", write_gtd),
    Format(
        "plover", "PLOVER events in POLECAT's columns, with trace and loss report", partial(write_flat, shape=PLOVER)
    ),
    Format("hxl", "CSV with a row of HXL hashtags, with trace and loss report", partial(write_flat, shape=HXL)),
    Format("geojson", "incidents for maps, with the evidence of each", write_geojson),
    Format("geojson-circles", "the same with the circle of uncertainty", partial(write_geojson, circles=True)),
    Format("geojson-gis", "the same with plain values only, for GIS tools", partial(write_geojson, flat=True)),
    Format("geojson-seq", "the same as a stream, one incident a line (RFC 8142)", write_geojson_seq),
    Format("geoparquet", "incidents with points as GeoParquet", _geoparquet),
    Format("kml", "incidents for globes: placemarks with days and evidence", write_kml),
    Format("stix", "STIX 2.1 bundle: incidents, who says what, where", write_stix),
    Format("stix-report", "STIX 2.1, a report for each incident (OpenCTI)", partial(write_stix, container="report")),
    Format("cap", "CAP 1.2 draft messages; updates and cancels those of the folder", write_cap),
    Format("claims", "schema.org JSON-LD: claims, and reviews where a person reviewed", write_claims),
    Format("annotations", "W3C Web Annotations: the words behind each value", write_annotations),
)
FORMATS: Mapping[str, Format] = {f.name: f for f in _ALL}
"""Name on the command line to the format."""


def format_of(name: str) -> Format:
    """The format of that name.

    Raises:
        SaysoError: there is none of that name.
    """
    if name not in FORMATS:
        raise SaysoError(f"unknown format: {name}", "use one of " + ", ".join(FORMATS))
    return FORMATS[name]
