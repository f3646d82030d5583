"""Where rows of a native table go: a CSV file, a file of JSON lines, a Parquet file. Each keeps at most a few rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, Protocol, Self

from sayso.export.cells import cell, csv_writer, json_cell, plain
from sayso.export.files import Stage
from sayso.export.options import Options
from sayso.export.tables import Column

Row = Mapping[str, Any]


class Sink(Protocol):
    """Takes the rows of one table; used in a ``with`` block."""

    rows: int

    def write(self, row: Row) -> None:
        """Add one row; cells that are missing are unknown."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class _TextSink:
    """Rows as lines of text."""

    def __init__(self, stage: Stage, table: str, columns: tuple[Column, ...], options: Options) -> None:
        self.columns = columns
        self.rows = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """The stage closes the file."""


class CsvSink(_TextSink):
    """RFC 4180 with LF: an empty cell is unknown, lists and records are JSON."""

    def __init__(self, stage: Stage, table: str, columns: tuple[Column, ...], options: Options) -> None:
        super().__init__(stage, table, columns, options)
        self._write = csv_writer(stage.text(f"{table}.csv"), options.spreadsheet)
        self._cells: list[tuple[str, Callable[[Any], str]]] = [
            (c.name, json_cell if c.type in ("json", "datum", "list") else cell) for c in columns
        ]
        self._write([c.name for c in columns])

    def write(self, row: Row) -> None:
        """Add one row."""
        self._write([made(row.get(name)) for name, made in self._cells])
        self.rows += 1


class LinesSink(_TextSink):
    """One JSON object a line, columns in order, null for unknown."""

    def __init__(self, stage: Stage, table: str, columns: tuple[Column, ...], options: Options) -> None:
        super().__init__(stage, table, columns, options)
        self._out = stage.text(f"{table}.jsonl")

    def write(self, row: Row) -> None:
        """Add one row."""
        self._out.write(json.dumps({c.name: plain(row.get(c.name)) for c in self.columns}, ensure_ascii=False) + "\n")
        self.rows += 1


def _parquet(stage: Stage, table: str, columns: tuple[Column, ...], options: Options) -> Sink:
    from sayso.export.parquet import ParquetSink  # a second to import, which no other form has to wait for

    return ParquetSink(stage, table, columns, options)


SINKS: Mapping[str, Callable[[Stage, str, tuple[Column, ...], Options], Sink]] = {
    "csv": CsvSink,
    "jsonl": LinesSink,
    "parquet": _parquet,
}
"""Form of the native tables to the sink of one table."""
