"""`sayso export`: the list of forms, clear lines for what is wrong, and what was lost on standard error."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from ledger_sample import blast, store


def run(*words: str, data: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sayso.cli", "export", *words, "--data", str(data)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture
def house(ledger: Path, engine: str) -> Path:
    """A house with one bombing, on SQLite: which engine it is makes no difference here."""
    if engine != "sqlite":
        pytest.skip("one engine is enough")
    store(blast("Daily Steppe", 2, speaker="Police"))
    return ledger


def test_the_list_names_every_form(tmp_path: Path) -> None:
    from sayso.export.formats import FORMATS

    done = run("--list", data=tmp_path / "none")
    assert done.returncode == 0
    assert [line.split()[0] for line in done.stdout.splitlines()] == list(FORMATS)
    assert not (tmp_path / "none").exists()  # a list needs no ledger


def test_an_unknown_form_is_told_with_the_names_there_are(tmp_path: Path) -> None:
    done = run(str(tmp_path / "out"), "--form", "xlsx", data=tmp_path / "none")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "unknown format: xlsx" in done.stderr
    assert "acled" in done.stderr


def test_no_folder_is_told(tmp_path: Path) -> None:
    done = run("--form", "acled", data=tmp_path / "none")
    assert done.returncode == 1
    assert "no folder to write into" in done.stderr


def test_a_table_is_written_and_its_losses_told(house: Path, tmp_path: Path) -> None:
    done = run(str(tmp_path / "out"), "--form", "acled", "--where", "country=KAZ", data=house)
    assert done.returncode == 0, done.stderr
    with (tmp_path / "out" / "acled.csv").open(newline="", encoding="utf-8") as lines:
        assert [r["fatalities"] for r in csv.DictReader(lines)] == ["2"]
    assert "acled.csv" in done.stdout
    assert not list((tmp_path / "out").glob("*.part"))


def test_the_older_way_of_asking_still_works(house: Path, tmp_path: Path) -> None:
    done = run("--out", str(tmp_path / "out"), "--format", "jsonl", "--no-changes", data=house)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "incidents.jsonl").exists()


def test_a_folder_that_is_a_file_is_one_clear_line(house: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run(str(tmp_path / "file"), "--form", "hxl", data=house)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "cannot write to" in done.stderr


def test_a_condition_that_is_none_is_one_clear_line(house: Path, tmp_path: Path) -> None:
    done = run(str(tmp_path / "out"), "--form", "hxl", "--where", "colour=red", data=house)
    assert done.returncode == 1
    assert "unknown condition: 'colour'" in done.stderr


def test_help_has_examples(tmp_path: Path) -> None:
    done = run("--help", data=tmp_path / "none")
    assert "sayso export out/ --form acled" in done.stdout
