"""The native long tables: layout, read back from each form, whole files or none, bounded memory."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import textwrap
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from fixed_ledger import BLAST, NOW

from sayso.export.case import Case
from sayso.export.cells import plain
from sayso.export.formats import FORMATS
from sayso.export.native import day_precision, rows_by_table, speaker_id, write_native
from sayso.export.options import Change, Options
from sayso.export.parquet import read_rows
from sayso.export.tables import COLUMNS, TABLES
from sayso.model import Figure, SaysoError, When

PUBLISHED = {
    "incidents": 36, "values": 22, "statements": 20, "chains": 5, "reports": 15, "links": 8, "changes": 10,
    "speakers": 7, "flags": 9,
}  # fmt: skip
"""How many columns of each table are those of the published layout; they come first."""
CHANGE = Change("c1", NOW, BLAST, "killed", "2 killed", "3 killed", "new_report", note='he said "three"')
OPTIONS = Options(as_of=NOW, query="all", version="1", changes=lambda: iter((CHANGE,)))


def expected(cases: tuple[Case, ...]) -> dict[str, list[dict[str, Any]]]:
    """Every cell as it was handed to the writer, lists as lists, missing cells as None."""
    found = rows_by_table(iter(cases), OPTIONS)
    return {
        table: [{c: _list(row.get(c)) for c in COLUMNS[table]} for row in rows] for table, rows in found.items()
    }  # fmt: skip


def _list(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def test_the_published_columns_come_first() -> None:
    assert {table: len(columns) >= PUBLISHED[table] for table, columns in COLUMNS.items()} == dict.fromkeys(
        COLUMNS, True
    )
    assert COLUMNS["incidents"][:3] == ("incident_id", "title", "type")
    assert COLUMNS["incidents"][PUBLISHED["incidents"] - 1] == "as_of"
    assert COLUMNS["values"][PUBLISHED["values"] - 1] == "score"
    assert COLUMNS["chains"][: PUBLISHED["chains"]] == ("statement_id", "hop", "speaker_id", "speaker_kind", "origin")
    assert COLUMNS["flags"][PUBLISHED["flags"] - 1] == "status"


def test_every_cell_has_a_column(fixed_cases: tuple[Case, ...]) -> None:
    found = rows_by_table(iter(fixed_cases), OPTIONS)
    assert {t: {c for row in rows for c in row} - set(COLUMNS[t]) for t, rows in found.items()} == {
        t: set() for t in TABLES
    }  # fmt: skip


def test_parquet_gives_back_the_rows(fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    written = write_native(iter(fixed_cases), tmp_path, OPTIONS, "parquet")
    wanted = expected(fixed_cases)
    assert {p.stem: n for p, n in written} == {table: len(rows) for table, rows in wanted.items()}
    for file, _ in written:
        assert list(read_rows(file, file.stem)) == wanted[file.stem], file.stem


def test_parquet_written_again_is_the_same_table(fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_native(iter(fixed_cases), tmp_path / name, OPTIONS, "parquet")
    assert [(tmp_path / "one" / f"{t}.parquet").read_bytes() == (tmp_path / "two" / f"{t}.parquet").read_bytes()
            for t in TABLES] == [True] * len(TABLES)  # fmt: skip


def test_parquet_is_typed_and_tells_its_time(fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    write_native(iter(fixed_cases), tmp_path, OPTIONS, "parquet")
    schema = pq.read_schema(tmp_path / "incidents.parquet")
    types = {n: str(schema.field(n).type) for n in ("date_start", "killed_low", "disputed", "first_known_at", "lat")}
    assert types == {
        "date_start": "date32[day]", "killed_low": "int64", "disputed": "bool",
        "first_known_at": "timestamp[us, tz=UTC]", "lat": "double",
    }  # fmt: skip
    assert schema.metadata[b"sayso.as_of"] == b"2011-11-05T12:00:00Z"
    held = pq.ParquetFile(tmp_path / "values.parquet").metadata.row_group(0).column(0)
    assert held.compression == "ZSTD"
    lows = pq.read_table(tmp_path / "values.parquet").column("value_norm").combine_chunks().field("low").to_pylist()
    assert 2 in lows  # a struct, not a text


@pytest.mark.parametrize(
    "value", [Figure(12, None, "victims", "at_least"), When(None, "day", ("2011-10-24", "2011-10-31"), weekday=0)]
)
def test_open_values_come_back_from_parquet(
    value: Figure | When, fixed_cases: tuple[Case, ...], tmp_path: Path
) -> None:
    case = next(c for c in fixed_cases if c.id == BLAST)
    held = replace(case.assertions[0], assertion=replace(case.assertions[0].assertion, value=value))
    cases = (replace(case, assertions=(held,)),)
    write_native(iter(cases), tmp_path, OPTIONS, "parquet")
    assert list(read_rows(tmp_path / "values.parquet", "values")) == expected(cases)["values"]


def test_lines_give_back_the_rows(fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    wanted = expected(fixed_cases)
    for file, _ in write_native(iter(fixed_cases), tmp_path, OPTIONS, "jsonl"):
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        assert rows == [{c: plain(v) for c, v in row.items()} for row in wanted[file.stem]], file.stem


def test_csv_gives_back_the_rows(fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    wanted = expected(fixed_cases)
    for file, _ in write_native(iter(fixed_cases), tmp_path, OPTIONS, "csv"):
        types = {c.name: c.type for c in TABLES[file.stem]}
        with file.open(encoding="utf-8", newline="") as lines:
            rows = [{c: _parsed(v, types[c]) for c, v in row.items()} for row in csv.DictReader(lines)]
        assert rows == wanted[file.stem], file.stem


def _parsed(text: str, kind: str) -> Any:
    if text == "":
        return None
    made = {
        "int": int, "float": float, "bool": {"true": True, "false": False}.get, "date": date.fromisoformat,
        "ts": datetime.fromisoformat, "json": json.loads, "list": json.loads, "datum": json.loads,
    }  # fmt: skip
    return made.get(kind, str)(text)  # type: ignore[operator]


def test_lines_end_with_lf_and_text_is_utf8(fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    write_native(iter(fixed_cases), tmp_path, OPTIONS, "csv")
    body = (tmp_path / "values.csv").read_bytes()
    assert b"\r" not in body
    assert "Қазақстан".encode() in body


def test_formulas_are_guarded_in_the_spreadsheet_variant(fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    write_native(iter(fixed_cases), tmp_path / "plain", OPTIONS, "csv")
    write_native(iter(fixed_cases), tmp_path / "guarded", replace(OPTIONS, spreadsheet=True), "csv")
    assert ",=SUM(1;2) stood" in (tmp_path / "plain" / "statements.csv").read_text(encoding="utf-8")
    assert ",'=SUM(1;2) stood" in (tmp_path / "guarded" / "statements.csv").read_text(encoding="utf-8")


def test_a_superseded_value_leads_to_what_replaced_it(fixed_cases: tuple[Case, ...]) -> None:
    rows = rows_by_table(iter(fixed_cases), OPTIONS)["values"]
    old = next(r for r in rows if r["value_raw"] == "Four people were dead")
    new = next(r for r in rows if r["value_id"] == old["superseded_by"])
    assert (new["value_raw"], old["counts"], new["counts"]) == ("Three people were dead", False, True)
    assert old["known_until"] == new["known_from"]


def test_a_copy_names_its_original(fixed_cases: tuple[Case, ...]) -> None:
    rows = {r["outlet"]: r for r in rows_by_table(iter(fixed_cases), OPTIONS)["reports"]}
    copy, original = rows["Oil Port Mirror"], rows["Caspian Ledger"]
    assert (copy["copy_kind"], copy["copy_of_report_id"]) == ("same", original["report_id"])
    assert original["copy_kind"] == "none"


def test_an_edited_article_counts_its_revisions(fixed_cases: tuple[Case, ...]) -> None:
    rows = rows_by_table(iter(fixed_cases), OPTIONS)["reports"]
    assert {r["revision"] for r in rows if r["outlet"] == "Evening Meridian"} == {1, 2}


def test_only_public_voices_are_listed(fixed_cases: tuple[Case, ...]) -> None:
    rows = rows_by_table(iter(fixed_cases), OPTIONS)["speakers"]
    kinds = {r["kind"] for r in rows}
    assert kinds <= {"official", "group", "organisation", "agency", "outlet", "monitor"}
    assert "sword-of-the-steppe" in {r["speaker_id"] for r in rows}


def test_ids_of_speakers_do_not_depend_on_articles_and_case() -> None:
    assert speaker_id("The Health Department") == speaker_id("health department") == "health-department"


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "day"), (2, "few_days"), (6, "few_days"), (7, "week"), (8, "month"), (31, "month"), (32, "longer")],
)
def test_day_precision(days: int, words: str) -> None:
    assert day_precision(date(2011, 10, 1), date.fromordinal(date(2011, 10, 1).toordinal() + days - 1)) == words


@pytest.mark.parametrize("form", ["csv", "parquet", "acled"])
def test_an_export_that_fails_leaves_what_was_there(form: str, fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    FORMATS[form].write(iter(fixed_cases), tmp_path, OPTIONS)
    before = {f.name: f.read_bytes() for f in tmp_path.iterdir()}

    def broken() -> Iterator[Case]:
        yield fixed_cases[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        FORMATS[form].write(broken(), tmp_path, OPTIONS)
    assert {f.name: f.read_bytes() for f in tmp_path.iterdir()} == before


def test_a_killed_export_leaves_no_half_file_under_a_final_name(filled: Path, tmp_path: Path) -> None:
    script = textwrap.dedent(f"""
        import sys, time
        from pathlib import Path
        from sayso.app.build import open_house
        open_house(Path({str(filled)!r}), "", migrate=False)
        from sayso.app.export_cases import cases
        from sayso.export.formats import FORMATS
        from sayso.export.options import Options
        def slow():
            for case in cases():
                yield case
                print("one", flush=True)
                time.sleep(60)
        FORMATS["csv"].write(slow(), Path({str(tmp_path)!r}), Options())
    """)
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "one\n"
        os.kill(process.pid, signal.SIGKILL)
    assert {f.suffix for f in tmp_path.iterdir()} == {".part"}


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet", "acled", "hxl"])
def test_a_folder_that_cannot_be_written_is_told(form: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SaysoError, match="cannot write"):
        FORMATS[form].write(iter(()), tmp_path / "file", Options())


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet", "acled", "ucdp", "plover", "hxl"])
def test_memory_does_not_grow_with_the_incidents(form: str, fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    case = next(c for c in fixed_cases if c.id == BLAST)

    def peak(number: int) -> int:
        made = (replace(case, id=f"KAZ-{n:06X}") for n in range(number))
        tracemalloc.start()
        try:
            FORMATS[form].write(made, tmp_path, OPTIONS)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(1)  # what is imported and read once
    few, many = peak(20), peak(200)
    assert many < max(2 * few, 12_000_000)


def test_times_stand_in_utc(fixed_cases: tuple[Case, ...]) -> None:
    rows = rows_by_table(iter(fixed_cases), OPTIONS)["values"]
    assert all(r["known_from"].utcoffset() == UTC.utcoffset(None) for r in rows)
