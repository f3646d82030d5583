"""Incidents as KML: the golden file, and that it is read back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from documents import DESK, assert_golden
from fixed_ledger import ARREST, BLAST
from lxml import etree

from sayso.export.case import Case
from sayso.export.kml import write_kml

Cases = tuple[Case, ...]
KML = "{http://www.opengis.net/kml/2.2}"


def placemarks(cases: Cases, folder: Path) -> dict[str, etree._Element]:
    root = etree.parse(write_kml(iter(cases), folder, DESK)[0][0]).getroot()
    return {p.get("id") or "": p for p in root.iter(f"{KML}Placemark")}


def test_is_the_golden_file(fixed_cases: Cases, tmp_path: Path) -> None:
    [(made, count)] = write_kml(iter(fixed_cases), tmp_path / "new", DESK)
    assert_golden(made, f"kml/{made.name}")
    assert count == 3


def test_elements_stand_in_the_order_of_the_schema(fixed_cases: Cases, tmp_path: Path) -> None:
    order = [etree.QName(e).localname for e in placemarks(fixed_cases, tmp_path)[BLAST]]
    assert order == ["name", "description", "TimeSpan", "ExtendedData", "Point"]


def test_longitude_stands_first_and_a_country_has_no_point(fixed_cases: Cases, tmp_path: Path) -> None:
    made = placemarks(fixed_cases, tmp_path)
    assert made[BLAST].findtext(f".//{KML}coordinates") == "51.88333,47.11667"
    assert made[ARREST].find(f".//{KML}Point") is None


def test_unknown_is_left_out_not_zero(fixed_cases: Cases, tmp_path: Path) -> None:
    data = {d.get("name"): d[0].text for d in placemarks(fixed_cases, tmp_path)[ARREST].iter(f"{KML}Data")}
    assert "killed_best" not in data
    assert (data["killed_state"], data["disputed"]) == ("not_reported", "false")


def test_odd_characters_stay_within_their_element(fixed_cases: Cases, tmp_path: Path) -> None:
    odd = 'Қазақстан <b>&amp; "x" ]]>\x0b'
    made = placemarks((replace(fixed_cases[0], title=odd),), tmp_path)
    assert made[fixed_cases[0].id].findtext(f"{KML}name") == odd.replace("\x0b", " ")
