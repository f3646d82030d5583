"""Documents out of a ledger over time: nothing before the first report, the toll of the day, what is gone is told."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from documents import SCHEMAS
from lxml import etree

from ledger_sample import at, blast, store
from sayso.app.export_cases import cases
from sayso.app.export_tables import export
from sayso.app.judge import judge, withdraw
from sayso.export.options import Options

WHO = {"author": "Ann Reviewer", "reason": "not an incident at all"}
CAP = "{urn:oasis:names:tc:emergency:cap:1.2}"
FORMS = ("geojson", "geojson-seq", "stix", "stix-report", "cap", "claims", "annotations")


@pytest.fixture
def two_tolls(ledger: Path) -> Path:
    store(blast("Daily Steppe", 2, known=at(1)), blast("Gulf Herald", 3, known=at(3), speaker="police"))
    return ledger


def written(house: Path, form: str, as_of: datetime | None = None) -> list[Path]:
    path = export(house / f"out-{form}", form, as_of)[0][0]
    return sorted(path.glob("*.xml")) if path.is_dir() else [path]


def of_type(house: Path, kind: str, as_of: datetime | None = None) -> list[dict[str, Any]]:
    [file] = written(house, "stix", as_of)
    return [o for o in json.loads(file.read_text(encoding="utf-8"))["objects"] if o["type"] == kind]


@pytest.mark.parametrize("form", FORMS)
def test_before_the_first_report_nothing_is_told(two_tolls: Path, form: str) -> None:
    text = "".join(f.read_text(encoding="utf-8") for f in written(two_tolls, form, at(1, 11)))
    assert "KAZ-" not in text


def test_between_two_tolls_the_first_is_told(two_tolls: Path) -> None:
    [file] = written(two_tolls, "geojson", at(2))
    [made] = json.loads(file.read_text(encoding="utf-8"))["features"]
    assert made["properties"]["killed_best"] == 2
    [incident] = of_type(two_tolls, "incident", at(2))
    assert "killed: 2;" in incident["description"]


def test_an_incident_that_lost_its_reports_is_revoked_and_cancelled(ledger: Path) -> None:
    store(blast("Daily Steppe", 2, known=at(1)))
    [alert] = written(ledger, "cap")
    [incident] = of_type(ledger, "incident")
    rejected = judge("reject", next(cases()).reports[0].key, **WHO)
    [gone] = of_type(ledger, "incident")
    assert (gone["id"], gone["revoked"], gone["created"]) == (incident["id"], True, incident["created"])
    assert gone["modified"] > incident["modified"]
    first, cancel = written(ledger, "cap")
    assert first == alert
    root = etree.parse(cancel).getroot()
    assert root.findtext(f"{CAP}msgType") == "Cancel"
    etree.XMLSchema(etree.parse(SCHEMAS / "CAP-v1.2.xsd")).assertValid(root)

    withdraw(rejected.id, **WHO)
    [back] = of_type(ledger, "incident")
    assert "revoked" not in back
    assert back["modified"] > gone["modified"]


@pytest.mark.parametrize("form", FORMS)
def test_odd_characters_come_through(ledger: Path, form: str) -> None:
    odd = 'Қазақстан, عربى "quoted" \u2028 <b>&amp; =SUM(1;2) ' + "word " * 8_000
    store(blast("Odd Wire", 2, known=at(1), speaker="police", more=odd))
    [file] = written(ledger, form)
    text = file.read_text(encoding="utf-8")
    if form == "cap":
        assert etree.fromstring(text.encode()) is not None
    for line in text.split("\n") if form in ("annotations", "geojson-seq") else [text] if form != "cap" else []:
        assert not line or json.loads(line.removeprefix("\x1e"))


def test_an_address_of_the_desk_leads_to_the_incident(two_tolls: Path) -> None:
    options = Options(links="https://desk.example/", publisher="Our desk")
    [(file, _)] = export(two_tolls / "linked", "geojson", options=options)
    [made] = json.loads(file.read_text(encoding="utf-8"))["features"]
    assert made["properties"]["url"] == f"https://desk.example/incident/{made['id']}"
