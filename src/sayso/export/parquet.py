"""Native tables as Parquet: zstd, typed columns, the time they are told for in the metadata of the file.

A normalised value is a struct with a field for everything a value of any kind can hold; :func:`read_rows` gives back
the rows that were written. Rows are kept until there are enough for a row group.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyarrow as pa
import pyarrow.parquet as pq

from sayso.export.cells import plain
from sayso.export.files import Stage
from sayso.export.options import Options
from sayso.export.tables import TABLES, Column

Row = Mapping[str, Any]
_GROUP = 5_000  # rows of a group: some 5 MB of the widest table before they are compressed
_TEXT = "words"
"""Field of the struct that holds a value of plain words."""
_DATUM = pa.struct(
    [
        ("is", pa.string()), (_TEXT, pa.string()),
        # When
        ("value", pa.string()), ("precision", pa.string()), ("candidates", pa.list_(pa.string())),
        ("basis", pa.string()), ("end", pa.string()), ("timex", pa.string()), ("timex_type", pa.string()),
        ("weekday", pa.int32()), ("approximate", pa.bool_()), ("zone", pa.string()),
        # Place
        ("name", pa.string()), ("country", pa.string()), ("country_code", pa.string()), ("admin1", pa.string()),
        ("geonames_id", pa.int64()), ("lat", pa.float64()), ("lon", pa.float64()), ("uncertainty_m", pa.float64()),
        ("reason", pa.string()),
        ("runners_up", pa.list_(pa.struct([("geonames_id", pa.int64()), ("name", pa.string()),
                                           ("country_code", pa.string()), ("score", pa.float64())]))),
        # Figure
        ("low", pa.int64()), ("high", pa.int64()), ("scope", pa.string()), ("qualifier", pa.string()),
        ("unit", pa.string()),
        # Perpetrator
        ("status", pa.string()), ("named", pa.bool_()), ("kind", pa.string()),
        # what a later version may add to a value
        ("more", pa.string()),
    ]
)  # fmt: skip
_TYPES: dict[str, pa.DataType] = {
    "str": pa.string(), "int": pa.int64(), "float": pa.float64(), "bool": pa.bool_(), "date": pa.date32(),
    "ts": pa.timestamp("us", tz="UTC"), "json": pa.string(), "list": pa.list_(pa.string()), "datum": _DATUM,
}  # fmt: skip
_KNOWN = frozenset(field.name for field in _DATUM)
_ALWAYS = {"Figure": "high", "When": "value"}
"""Kind of a value to the field that is null when it is open, where the others are left out when they are null."""
_RIVAL = ("geonames_id", "name", "country_code", "score")


class ParquetSink:
    """The Parquet file of one table."""

    def __init__(self, stage: Stage, table: str, columns: tuple[Column, ...], options: Options) -> None:
        self.rows = 0
        self._columns = columns
        self._schema = schema_of(table, options)
        self._waiting: list[Row] = []
        self._out = pq.ParquetWriter(stage.path(f"{table}.parquet"), self._schema, compression="zstd")

    def write(self, row: Row) -> None:
        """Add one row."""
        self._waiting.append(row)
        self.rows += 1
        if len(self._waiting) >= _GROUP:
            self._flush()

    def _flush(self) -> None:
        arrays = [
            pa.array([_stored(row.get(c.name), c.type) for row in self._waiting], type=_TYPES[c.type])
            for c in self._columns
        ]
        self._out.write_batch(pa.record_batch(arrays, schema=self._schema))
        self._waiting = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write what waits and close the file."""
        try:
            if self._waiting and kind is None:
                self._flush()
        finally:
            self._out.close()


def schema_of(table: str, options: Options) -> pa.Schema:
    """The Arrow schema of a native table with the time, the query and the version in its metadata."""
    told = {"table": table, "as_of": plain(options.as_of) or "", "query": options.query,
            "tool": f"sayso {options.version}".strip()}  # fmt: skip
    fields = [pa.field(c.name, _TYPES[c.type]) for c in TABLES[table]]
    return pa.schema(fields, metadata={f"sayso.{key}": str(value) for key, value in told.items()})


def read_rows(file: Path, table: str) -> Iterator[dict[str, Any]]:
    """The rows of a native Parquet file as they were written.

    Args:
        file: written by :class:`ParquetSink`; or a table by any tool with the same columns.
        table: which native table.
    """
    types = {c.name: c.type for c in TABLES[table]}
    with pq.ParquetFile(file) as held:
        for batch in held.iter_batches(batch_size=_GROUP):
            for row in batch.to_pylist():
                yield {name: _loaded(value, types[name]) for name, value in row.items()}


def _stored(value: Any, kind: str) -> Any:
    if value is None:
        return None
    if kind == "json":
        return json.dumps(plain(value), ensure_ascii=False)
    if kind == "list":
        return list(value)
    return _struct(value) if kind == "datum" else value


def _struct(value: Any) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        return {_TEXT: str(value)}
    made = {name: part for name, part in value.items() if name in _KNOWN}
    if "runners_up" in made:
        made["runners_up"] = [dict(zip(_RIVAL, rival, strict=True)) for rival in made["runners_up"]]
    more = {name: part for name, part in value.items() if name not in _KNOWN}
    return {**made, "more": json.dumps(more, ensure_ascii=False)} if more else made


def _loaded(value: Any, kind: str) -> Any:
    if value is None:
        return None
    if kind == "json":
        return json.loads(value)
    return _value(value) if kind == "datum" else value


def _value(struct: dict[str, Any]) -> Any:
    if struct.get(_TEXT) is not None:
        return struct[_TEXT]
    always = _ALWAYS.get(struct["is"], "")
    made = {name: part for name, part in struct.items() if (part is not None or name == always) and name != "more"}
    if "runners_up" in made:
        made["runners_up"] = [[rival[name] for name in _RIVAL] for rival in made["runners_up"]]
    return made | json.loads(struct.get("more") or "{}")
