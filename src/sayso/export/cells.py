"""Cells: how one value stands in a CSV file, in JSON, and in a spreadsheet that must not run it as a formula."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from typing import IO, Any

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet program takes for the start of a formula (OWASP, CSV injection)."""


def plain(value: Any) -> Any:
    """A cell as JSON has it: times in RFC 3339 UTC, days in ISO 8601, tuples as lists."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def cell(value: Any) -> str:
    """A cell as CSV has it: empty for unknown, JSON for lists and records, ``true`` and ``false``."""
    made = plain(value)
    if made is None:
        return ""
    if isinstance(made, str):
        return made
    return json.dumps(made, ensure_ascii=False)


def json_cell(value: Any) -> str:
    """A cell of a JSON column: valid JSON even for plain words; empty for unknown."""
    return "" if value is None else json.dumps(plain(value), ensure_ascii=False)


def guarded(text: str) -> str:
    """The cell with a leading apostrophe when a spreadsheet program would run it; numbers stay numbers."""
    return f"'{text}" if text.startswith(FORMULA) and not _is_number(text) else text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def csv_writer(out: IO[str], spreadsheet: bool = False, delimiter: str = ",") -> Callable[[Iterable[str]], object]:
    """A function that writes one row of cells: RFC 4180 quoting, LF, cells guarded for spreadsheets when asked."""
    row = csv.writer(out, delimiter=delimiter, lineterminator="\n").writerow
    if not spreadsheet:
        return row
    return lambda cells: row([guarded(c) for c in cells])


def joined(parts: Iterable[str], by: str = "; ") -> str:
    """Names in one cell, each once, in order."""
    return by.join(dict.fromkeys(p for p in parts if p))


def first(found: Sequence[Any]) -> Any:
    """The first of a sequence, None when it is empty."""
    return found[0] if found else None
