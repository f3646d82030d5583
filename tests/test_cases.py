"""Each folder of tests/cases: a document, what must be read from it, and why the case exists."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import sayso
from sayso.app.read import read
from sayso.model import Figure, Perpetrator, Place, Reading, Report, Statement, When

CASES = sorted(Path(__file__).with_name("cases").glob("*/expectation.json"))
SHARED = Path(__file__).resolve().parents[2] / "shared"


def text_of(expectation: Path) -> str:
    wanted = json.loads(expectation.read_text())
    path = SHARED / wanted["shared"] if "shared" in wanted else expectation.with_name("document.txt")
    if not path.exists():
        pytest.skip(f"needs {wanted['shared']} of the shared folder")
    return path.read_text()


@pytest.fixture(params=[None, "encoder_on"], ids=["rules", "encoder"])
def reader(request: pytest.FixtureRequest) -> str:
    """By rules alone, and with the encoder beside them."""
    if request.param:
        request.getfixturevalue(request.param)
    return str(request.param)


@pytest.fixture(params=CASES, ids=lambda p: p.parent.name)
def case(request: pytest.FixtureRequest, reader: str) -> tuple[dict[str, Any], Reading, Reading]:
    wanted = json.loads(request.param.read_text())
    text = text_of(request.param)
    return wanted, read_once(reader, text, wanted["published"]), read_once(reader, text, None)


@cache
def read_once(_reader: str, text: str, published: str | None) -> Reading:
    """One reading for all tests of a case: nothing can change it, and each takes as long as many tests."""
    return read(text, published=published)


def current(reading: Reading) -> list[Report]:
    return [r for r in reading.reports if r.status != "background"]


def values(report: Report, field: str) -> list[Any]:
    return [a.value for a in report.assertions if a.field == field]


def names(statement: Statement) -> list[str]:
    return [v.name for v in statement.attribution]


def test_main_incident_type_and_status(case):
    wanted, reading, _ = case
    first = reading.reports[0]
    assert (first.type, first.status) == (wanted["incidents"][0]["type"], wanted["incidents"][0]["status"])


def test_no_other_current_incident(case):
    wanted, reading, _ = case
    happened = [r for r in current(reading) if r.status == "happened" and r.family != "threat"]
    assert len(happened) == len(wanted["incidents"]), [(r.type, [a.text for a in r.assertions]) for r in happened]


def test_day(case):
    wanted, reading, _ = case
    assert {v.value for v in values(reading.reports[0], "happened")} == {wanted["incidents"][0]["happened"]}


def test_place(case):
    wanted, reading, _ = case
    place: Place = values(reading.reports[0], "place")[0]
    expected = wanted["incidents"][0]["place"]
    assert (place.name, place.geonames_id, place.precision) == (
        expected["name"],
        expected["geonames_id"],
        expected["precision"],
    )


@pytest.mark.parametrize("field", ["killed", "injured", "missing", "detained", "devices"])
def test_figures(case, field):
    wanted, reading, _ = case
    expected = wanted["incidents"][0].get(field)
    found: list[Figure] = values(reading.reports[0], field)
    if expected is None:
        return
    expected = expected if isinstance(expected, dict) else {"low": expected}
    assert any(f.low == expected["low"] and expected.get("scope", "") in f.scope for f in found), found


def test_perpetrator(case):
    wanted, reading, _ = case
    expected = wanted["incidents"][0].get("perpetrator")
    if expected is None:
        return
    found: list[Perpetrator] = values(reading.reports[0], "perpetrator")
    assert any(expected["name"] in p.name and p.status == expected["status"] for p in found), found


def test_suicide_mode_asserted_and_denied(case):
    wanted, reading, _ = case
    found = {a.polarity for a in reading.reports[0].assertions if a.field == "mode" and a.value == "suicide"}
    assert found >= set(wanted["incidents"][0].get("mode", []))


def test_unnamed_person(case):
    wanted, reading, _ = case
    words = wanted["incidents"][0].get("person")
    assert words is None or any(
        words in a.text for a in reading.reports[0].assertions if a.field in ("person", "perpetrator")
    )


def test_background_detained(case):
    wanted, reading, _ = case
    background = [r for r in reading.reports if r.status == "background"]
    for expected in wanted["background"]:
        assert any(f.low == expected["detained"] for r in background for f in values(r, "detained")), background


def test_statements(case):
    wanted, reading, _ = case
    missing = [w for w in wanted["statements"] if not any(fits(s, w, reading) for s in reading.statements)]
    shown = [(s.kind, names(s), s.mode, s.medium, s.content.of(reading.document.text)) for s in reading.statements]
    assert not missing, json.dumps({"missing": missing, "read": shown}, indent=1)


def fits(s: Statement, wanted: dict[str, Any], reading: Reading) -> bool:
    voices = names(s)
    chain = wanted.get("chain")
    return all(
        [
            wanted.get("kind", s.kind) == s.kind,
            wanted.get("content", "") in s.content.of(reading.document.text),
            wanted.get("mode", s.mode) == s.mode,
            wanted.get("medium", s.medium) in s.medium,
            not wanted.get("origin") or (bool(voices) and wanted["origin"] in voices[-1]),
            all(any(t in v for v in voices[:-1]) for t in wanted.get("through", [])),
            not chain or (len(chain) == len(voices) and all(w in v for w, v in zip(chain, voices, strict=True))),
        ]
    )


def test_findings(case):
    wanted, reading, _ = case
    assert sorted({f.check for f in reading.findings}) == wanted["findings"]


def test_outlet(case):
    wanted, reading, _ = case
    assert reading.document.outlet == wanted["outlet"]


def test_boilerplate_is_dropped(case):
    wanted, reading, _ = case
    dropped = " ".join(d.text for d in reading.document.dropped)
    assert [w for w in wanted["dropped"] if w not in dropped or w in reading.document.text] == []


def test_report_is_kept(case):
    wanted, reading, _ = case
    assert [w for w in wanted["kept"] if w not in reading.document.text] == []


def test_day_stays_open_without_a_publication_day(case):
    _, _, undated = case
    days: list[When] = values(undated.reports[0], "happened")
    assert days
    assert all(d.value is None for d in days)
    assert any(d.weekday is not None for d in days)


def test_candidates_that_other_dates_leave_open(case):
    wanted, _, undated = case
    hold = wanted["undated"].get("candidates_hold")
    days: list[When] = values(undated.reports[0], "happened")
    assert not hold or any(hold in c for d in days for c in d.candidates), days


def test_every_span_is_quoted(case):
    _, reading, _ = case
    text = reading.document.text
    assert all(a.span.of(text) == a.text for r in reading.reports for a in r.assertions)


def test_reads_the_same_twice(case):
    wanted, reading, _ = case
    again = read(reading.document.text, published=date.fromisoformat(wanted["published"]))
    assert again.reader == reading.reader == sayso.read(reading.document.text).reader
