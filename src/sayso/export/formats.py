"""The registry of export formats: one line for each.

A format is a function ``write(folder, tables)``: it takes the native long tables (``export/tables.py``) by name, each
a stream of rows that can be read once, writes its files into ``folder`` and returns (path, number of records) of each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from sayso.export.geojson import write_geojson
from sayso.export.tables import Row, write_tables
from sayso.model import SaysoError

Format = Callable[[Path, Mapping[str, Iterable[Row]]], list[tuple[Path, int]]]

FORMATS: Mapping[str, Format] = {
    "csv": partial(write_tables, form="csv"),
    "jsonl": partial(write_tables, form="jsonl"),
    "geojson": write_geojson,
}
"""Name on the command line to the function that writes it."""


def format_of(name: str) -> Format:
    """The format of that name.

    Raises:
        SaysoError: there is none of that name.
    """
    if name not in FORMATS:
        raise SaysoError(f"unknown format: {name}", "use one of " + ", ".join(FORMATS))
    return FORMATS[name]
