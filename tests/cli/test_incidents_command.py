"""`sayso incidents`: a circle, a page, and what is refused in words."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ledger_sample import at, blast, store, store_apart
from sayso.cli.main import app

RUN = CliRunner()


@pytest.fixture
def house(ledger: Path) -> str:
    store(blast("Paper 0", 1, known=at(1)), blast("Paper 1", 2, known=at(2)))
    store_apart(blast("Paper 2", 3, known=at(3), status="foiled"))
    return str(ledger)


def rows(*options: str) -> list[dict[str, object]]:
    done = RUN.invoke(app, ["incidents", "--json", *options])
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.output.splitlines()]


def test_a_circle_tells_how_far_and_how_surely(house: str) -> None:
    found = rows("--data", house, "--near", "47.3,51.883", "--within", "15")
    assert {(row["within"], round(float(str(row["distance_km"])))) for row in found} == {("possible", 20)}
    assert rows("--data", house, "--near", "40,20") == []


def test_pages_and_filters(house: str) -> None:
    everything = rows("--data", house)
    assert len(everything) == 2
    assert rows("--data", house, "--limit", "1") + rows("--data", house, "--limit", "1", "--offset", "1") == everything
    assert [row["status"] for row in rows("--data", house, "--status", "foiled")] == ["foiled"]
    assert rows("--data", house, "--country", "UZ") == []


@pytest.mark.parametrize("near", ["47.3", "here,there", "95,10"])
def test_what_is_no_point_is_refused_in_words(house: str, near: str) -> None:
    done = RUN.invoke(app, ["incidents", "--data", house, "--near", near])
    assert done.exit_code != 0
    assert "Traceback" not in done.output
