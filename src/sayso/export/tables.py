"""The native long tables: columns, and writing them as CSV or JSON lines.

CSV is RFC 4180 with LF, UTF-8, an empty cell for unknown, JSON inside a cell for lists and records. Times are
RFC 3339 in UTC. Field names are those of the ledger (``happened``, ``devices``, ``mode`` ...).
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sayso.model import SaysoError

Row = Mapping[str, Any]

COLUMNS: dict[str, tuple[str, ...]] = {
    "incidents": (
        "incident_id", "title", "type", "family", "status", "date_start", "date_end", "date_precision",
        "date_candidates", "place_name", "country_iso3", "country_code", "admin1", "lat", "lon", "uncertainty_m",
        "place_precision", "geonameid", "killed_low", "killed_best", "killed_high", "killed_state", "injured_low",
        "injured_best", "injured_high", "injured_state", "perpetrator", "perpetrator_status", "weapons", "targets",
        "n_reports", "n_origins", "disputed", "flags", "review_status", "constructed", "first_known_at",
        "last_changed_at", "rule", "as_of",
    ),
    "values": (
        "value_id", "incident_id", "field", "value_raw", "value_norm", "qualifier", "scope", "polarity", "certainty",
        "statement_id", "report_id", "sentence_no", "char_start", "char_end", "quote", "origin_id", "said_at",
        "known_from", "known_until", "made_by", "score",
    ),
    "statements": (
        "statement_id", "incident_id", "kind", "speaker_id", "speaker_text", "speaker_kind", "content_text",
        "parent_statement_id", "depth", "mode", "medium", "negated", "certainty", "document_id", "sentence_no",
        "char_start", "char_end", "said_at", "known_from", "known_until", "made_by", "score",
    ),
    "chains": ("statement_id", "hop", "speaker_id", "speaker_text", "speaker_kind", "cue", "origin"),
    "reports": (
        "report_id", "incident_id", "document_id", "status", "url", "outlet", "title", "language", "published_at",
        "fetched_at", "content_sha256", "copy_of_document_id", "copy_kind", "why_linked", "constructed",
        "extraction_tool", "reader",
    ),
}  # fmt: skip
"""Table name to its columns, in order."""


def write_tables(folder: Path, tables: Mapping[str, Iterable[Row]], form: str) -> list[tuple[Path, int]]:
    """Write each table to ``folder``/<name>.csv or .jsonl.

    Args:
        folder: made when missing; files of the same names are replaced.
        tables: name (of ``COLUMNS``) to rows; cells that are missing are unknown.
        form: ``csv`` or ``jsonl``.

    Returns:
        (path, number of rows) of each file.

    Raises:
        SaysoError: the form is unknown or the folder cannot be written.
    """
    if form not in ("csv", "jsonl"):
        raise SaysoError(f"unknown format: {form}", "use csv or jsonl")
    write = _write_csv if form == "csv" else _write_lines
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [
            (folder / f"{name}.{form}", write(folder / f"{name}.{form}", COLUMNS[name], rows))
            for name, rows in tables.items()
        ]
    except OSError as error:
        raise SaysoError(f"cannot write to {folder}: {error.strerror}", "choose another folder") from error


def _write_csv(file: Path, columns: tuple[str, ...], rows: Iterable[Row]) -> int:
    with file.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(columns)
        return _count(table.writerow([_cell(row.get(c)) for c in columns]) for row in rows)


def _write_lines(file: Path, columns: tuple[str, ...], rows: Iterable[Row]) -> int:
    with file.open("w", encoding="utf-8", newline="\n") as out:
        lines = (json.dumps({c: plain(row.get(c)) for c in columns}, ensure_ascii=False) for row in rows)
        return _count(out.write(line + "\n") for line in lines)


def _count(written: Iterator[object]) -> int:
    return sum(1 for _ in written)


def _cell(value: Any) -> str:
    made = plain(value)
    if made is None:
        return ""
    if isinstance(made, str):
        return made
    return json.dumps(made, ensure_ascii=False)


def plain(value: Any) -> Any:
    """A cell as JSON has it: times in RFC 3339 UTC, days in ISO 8601, tuples as lists."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
