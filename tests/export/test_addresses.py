"""Addresses in documents: valid, and no path of the machine."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from documents import DESK
from fixed_ledger import PROTEST
from stix2validator import ValidationOptions, validate_file

from sayso.export.addresses import source_address, web_address
from sayso.export.case import Case, CaseReport
from sayso.export.formats import format_of

Cases = tuple[Case, ...]


@pytest.fixture
def protest(fixed_cases: Cases) -> Case:
    return next(c for c in fixed_cases if c.id == PROTEST)


def at_address(report: CaseReport, url: str, address: str = "") -> CaseReport:
    return replace(report, url=url, address=address or url)


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("https://a.example/x?y=1#z", "https://a.example/x?y=1#z"),
        ("https://a.example/два слова", "https://a.example/%D0%B4%D0%B2%D0%B0%20%D1%81%D0%BB%D0%BE%D0%B2%D0%B0"),
        ("https://a.example/50%25", "https://a.example/50%25"),
        ("/home/me/my note.txt", ""),
        ("file:///home/me/note.txt", ""),
        ("https://[half", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_are_told_and_as_valid_ones(protest: Case, url: str, wanted: str) -> None:
    assert web_address(at_address(protest.reports[0], url)) == wanted


def test_bytes_without_an_address_are_named_by_their_digest(protest: Case) -> None:
    report = replace(at_address(protest.reports[0], "/home/me/note.txt"), digest="00" * 32)
    assert source_address(report) == "ni:///sha-256;" + "A" * 43


@pytest.mark.parametrize(
    "form", ["geojson", "geojson-gis", "kml", "stix", "stix-report", "cap", "claims", "annotations"]
)
def test_no_document_tells_a_path(protest: Case, tmp_path: Path, form: str) -> None:
    local = replace(protest, reports=tuple(at_address(r, "/home/me/my note.txt") for r in protest.reports))
    path = format_of(form).write(iter((local,)), tmp_path, replace(DESK, links=""))[0][0]
    for file in path.iterdir() if path.is_dir() else (path,):
        assert "/home/me" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("address", ["/home/me/my note.txt", "https://a.example/два слова"])
def test_the_bundle_stays_valid(protest: Case, tmp_path: Path, address: str) -> None:
    case = replace(protest, reports=tuple(at_address(r, address) for r in protest.reports))
    file = format_of("stix").write(iter((case,)), tmp_path, DESK)[0][0]
    result = validate_file(str(file), ValidationOptions(version="2.1"))
    assert result.is_valid, [e.message for r in result.object_results for e in r.errors]
    assert json.loads(file.read_text(encoding="utf-8"))["type"] == "bundle"
