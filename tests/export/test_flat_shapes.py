"""Rules that hold for every code-book shape: columns, code lists, the trace, unknown and precision; read back."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from fixed_ledger import BLAST, NOW

from sayso.export.acled import ACLED, disorder, interaction
from sayso.export.case import Case
from sayso.export.codebooks import book, countries
from sayso.export.flat import Shape, write_flat
from sayso.export.gtd import gtd_shape
from sayso.export.hxl import HXL
from sayso.export.ids import number, world_number
from sayso.export.options import Options, Redirect
from sayso.export.plover import PLOVER
from sayso.export.ucdp import UCDP, grid_cell
from sayso.model import Figure, Place, When

SHAPES = {"acled": lambda: ACLED, "ucdp": lambda: UCDP, "gtd": gtd_shape, "plover": lambda: PLOVER, "hxl": lambda: HXL}
COUNTS = {"acled": 31, "ucdp": 49, "gtd": 135, "plover": 40, "hxl": 26}


def written(cases: tuple[Case, ...], shape: Shape, folder: Path, **more: object) -> list[dict[str, str]]:
    """The rows that a program reads back."""
    write_flat(iter(cases), folder, Options(as_of=NOW, background=True, **more), shape)  # type: ignore[arg-type]
    return read(folder / shape.file, shape.delimiter, bool(shape.tags))


def read(file: Path, delimiter: str = ",", tags: bool = False) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter=delimiter))
    return rows[1:] if tags else rows


def changed(case: Case, **values: Figure | When | Place | None) -> Case:
    """The Case with other values, the same under every rule; None takes the field away."""
    fields = tuple(
        replace(
            f, values=tuple(replace(v, datum=values[f.field], state="reported") for v in f.values), disagreements=()
        )
        if f.field in values
        else f
        for f in case.fields
        if values.get(f.field, "") is not None
    )
    gone = {name for name, value in values.items() if value is None}
    return replace(case, fields=fields, assertions=tuple(a for a in case.assertions if a.field not in gone))


@pytest.fixture
def blast(fixed_cases: tuple[Case, ...]) -> Case:
    return next(c for c in fixed_cases if c.id == BLAST)


@pytest.mark.parametrize("name", SHAPES)
def test_columns_are_the_code_books(name: str, fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    shape = SHAPES[name]()
    written(fixed_cases, shape, tmp_path)
    with (tmp_path / shape.file).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines, delimiter=shape.delimiter))
    assert tuple(rows[0]) == shape.columns
    assert len(rows[0]) == len(set(rows[0])) == COUNTS[name]
    assert {len(row) for row in rows} == {COUNTS[name]}


@pytest.mark.parametrize("name", SHAPES)
def test_no_value_without_a_line_in_the_trace(name: str, fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    shape = SHAPES[name]()
    rows = written(fixed_cases, shape, tmp_path)
    traced = {(t["row_id"], t["column"]): t["value"] for t in read(tmp_path / f"{name}.trace.csv")}
    key = shape.columns[0]
    missing = [(r[key], c) for r in rows for c, v in r.items() if v and traced.get((r[key], c)) != v]
    assert rows
    assert missing == []


@pytest.mark.parametrize("name", SHAPES)
def test_the_trace_leads_to_assertions_or_statements(name: str, fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    written(fixed_cases, SHAPES[name](), tmp_path)
    known = {a.id for c in fixed_cases for a in c.assertions} | {s.key for c in fixed_cases for s in c.statements}
    named = {i for t in read(tmp_path / f"{name}.trace.csv") for i in t["value_ids"].split()}
    assert named
    assert named <= known


@pytest.mark.parametrize("name", SHAPES)
def test_every_incident_is_a_row_or_skipped_with_a_reason(
    name: str, fixed_cases: tuple[Case, ...], tmp_path: Path
) -> None:
    written(fixed_cases, SHAPES[name](), tmp_path)
    loss = json.loads((tmp_path / f"{name}.loss.json").read_text())
    skipped = read(tmp_path / f"{name}.skipped.csv")
    assert loss["incidents"] == 3 == loss["incidents_written"] + len(skipped)
    assert sum(loss["skipped"].values()) == len(skipped)
    assert all(s["reason"] for s in skipped)
    assert loss["cannot_say"]


@pytest.mark.parametrize("name", SHAPES)
def test_the_record_beside_it_holds_its_digest(name: str, fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    shape = SHAPES[name]()
    rows = written(fixed_cases, shape, tmp_path)
    meta = json.loads((tmp_path / f"{name}.meta.json").read_text())
    assert meta["sha256"] == sha256((tmp_path / shape.file).read_bytes()).hexdigest()
    assert (meta["rows"], meta["as_of"]) == (len(rows), "2011-11-05T12:00:00Z")


@pytest.mark.parametrize("name", SHAPES)
def test_nothing_known_is_an_empty_table(name: str, tmp_path: Path) -> None:
    assert written((), SHAPES[name](), tmp_path) == []


@pytest.mark.parametrize("name", SHAPES)
def test_a_country_is_no_point(name: str, blast: Case, tmp_path: Path) -> None:
    here = Place("Kazakhstan", "Kazakhstan", "KZ", "", 1522867, None, None, "country", None)
    rows = written((replace(changed(blast, place=here), place=here),), SHAPES[name](), tmp_path)
    points = [v for r in rows for c, v in r.items() if c.casefold() in ("latitude", "longitude", "geom_wkt") and v]
    assert points == []
    assert (name == "acled") == (rows == [])  # ACLED has no code for a country: skipped


def test_a_country_has_its_own_code_of_precision(blast: Case, tmp_path: Path) -> None:
    here = Place("Kazakhstan", "Kazakhstan", "KZ", "", 1522867, None, None, "country", None)
    case = replace(changed(blast, place=here), place=here)
    assert written((case,), UCDP, tmp_path)[0]["where_prec"] == "6"
    assert written((case,), gtd_shape(), tmp_path)[0]["specificity"] == "5"


def test_unknown_is_zero_in_acled_only_and_then_tagged(blast: Case, tmp_path: Path) -> None:
    case = changed(blast, killed=None, injured=None)
    (acled,) = written((case,), ACLED, tmp_path)
    assert acled["fatalities"] == "0"
    assert "fatalities_reported=unknown" in acled["tags"]
    assert written((case,), UCDP, tmp_path) == []
    (gtd,) = written((case,), gtd_shape(), tmp_path)
    assert (gtd["nkill"], gtd["nwound"]) == ("", "")
    (hxl,) = written((case,), HXL, tmp_path)
    assert (hxl["Killed"], hxl["Killed, least"], hxl["Injured"]) == ("", "", "")


def test_none_reported_is_zero_without_the_tag(blast: Case, tmp_path: Path) -> None:
    (row,) = written((changed(blast, killed=Figure(0, 0)),), ACLED, tmp_path)
    assert row["fatalities"] == "0"
    assert "unknown" not in row["tags"]


def test_acled_takes_the_lowest_ucdp_three_numbers(blast: Case, tmp_path: Path) -> None:
    acled, ucdp = written((blast,), ACLED, tmp_path)[0], written((blast,), UCDP, tmp_path)[0]
    assert acled["fatalities"] == str(blast.number("killed", "lowest"))
    assert ucdp["high"] == str(blast.number("killed", "highest"))
    assert int(ucdp["low"]) <= int(ucdp["best"]) <= int(ucdp["high"])


def test_a_rule_that_is_asked_for_outranks_the_shapes_own(blast: Case, tmp_path: Path) -> None:
    (row,) = written((blast,), ACLED, tmp_path, rules={"killed": "highest"})
    assert row["fatalities"] == str(blast.number("killed", "highest"))


def test_acled_codes_are_in_their_lists(fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    acled = book("acled")
    for row in written(fixed_cases, ACLED, tmp_path):
        assert row["sub_event_type"] in acled["events"][row["event_type"]]
        assert row["inter1"] in acled["actors"].values()
        assert row["inter2"] in ("", *acled["actors"].values())
        assert row["region"] in acled["regions"].values()
        assert row["time_precision"] in "123"
        assert row["geo_precision"] in "123"
        assert row["disorder_type"] == disorder(row["event_type"], row["sub_event_type"])


def test_acled_interaction_agrees_with_its_actors(fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    codes = {name: int(code) for code, name in book("acled")["actors"].items()}
    for row in written(fixed_cases, ACLED, tmp_path):
        one, two = codes[row["inter1"]], codes.get(row["inter2"], 0)
        assert row["interaction"] == interaction(one, two)
        low, high = sorted((one, two)) if two else (one, 0)
        assert low * 10 + high in book("acled")["interactions"]


def test_acled_interaction_has_the_smaller_code_first() -> None:
    assert interaction(7, 3) == "Political militia-Civilians"
    assert interaction(7, 8) == interaction(8, 7) == "External/Other forces-Civilians"
    assert interaction(6, 0) == "Protesters only"


def test_acled_splits_a_total_over_its_days(blast: Case, tmp_path: Path) -> None:
    when = When("2011-10-30", "day", ("2011-10-30",), end="2011-11-01")
    case = replace(changed(blast, killed=Figure(7, 7), happened=when), happened=when)
    case = replace(case, day_from=when_day(30, 10), day_to=when_day(1, 11))
    rows = written((case,), ACLED, tmp_path)
    assert [(r["event_date"], r["fatalities"]) for r in rows] == [
        ("2011-10-30", "3"), ("2011-10-31", "2"), ("2011-11-01", "2"),
    ]  # fmt: skip
    assert len({r["event_id_cnty"] for r in rows}) == 3


def when_day(day: int, month: int) -> object:
    from datetime import date

    return date(2011, month, day)


def test_acled_counts_vague_words_as_the_code_book_says(blast: Case, tmp_path: Path) -> None:
    case = changed(blast, killed=Figure(24, None, "victims", "vague"))
    chosen = case.value("killed", "lowest").chosen
    assertions = tuple(
        replace(a, assertion=replace(a.assertion, text="dozens of people")) if a.id in chosen else a
        for a in case.assertions
    )
    (row,) = written((replace(case, assertions=assertions),), ACLED, tmp_path)
    assert row["fatalities"] == "12"


def test_a_claim_names_the_actor_only_when_asked_for(blast: Case, tmp_path: Path) -> None:
    assert written((blast,), ACLED, tmp_path)[0]["actor1"] == "Unidentified Armed Group (Kazakhstan)"
    traced = {t["column"]: t for t in read(tmp_path / "acled.trace.csv")}
    assert "Sword of the Steppe" in traced["actor1"]["alternatives"]
    assert written((blast,), ACLED, tmp_path, claims=True)[0]["actor1"] == "Sword of the Steppe"


def test_a_denied_suicide_attack_stands_in_the_trace(blast: Case, tmp_path: Path) -> None:
    (row,) = written((blast,), ACLED, tmp_path)
    assert row["sub_event_type"] == "Remote explosive/landmine/IED"
    traced = {t["column"]: t for t in read(tmp_path / "acled.trace.csv")}
    assert "not suicide" in traced["sub_event_type"]["alternatives"]


def test_ucdp_sums_add_up(fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    rows = written(fixed_cases, UCDP, tmp_path)
    parts = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
    assert rows
    assert all(sum(int(r[p]) for p in parts) == int(r["best"]) for r in rows)


def test_ucdp_codes_are_in_their_lists(fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    for row in written(fixed_cases, UCDP, tmp_path):
        assert all(row[c] in book("ucdp")[c] for c in ("type_of_violence", "where_prec", "date_prec", "event_clarity"))
        assert row["region"] in book("ucdp")["regions"]
        assert row["date_start"].endswith(" 00:00:00.000")


def test_the_dead_of_the_attackers_are_a_side(blast: Case, tmp_path: Path) -> None:
    (row,) = written((changed(blast, killed=Figure(1, 1, "the suspected bomber")),), UCDP, tmp_path)
    assert (row["type_of_violence"], row["deaths_b"], row["deaths_unknown"]) == ("1", "1", "0")


def test_a_toll_of_both_sides_is_no_toll_of_the_attackers(blast: Case, tmp_path: Path) -> None:
    both = Figure(6, 6, "soldiers; attackers")
    held = tuple(
        replace(a, assertion=replace(a.assertion, value=both)) if a.field == "killed" else a for a in blast.assertions
    )
    case = replace(changed(blast, killed=both), assertions=held)
    assert written((case,), UCDP, tmp_path)[0]["deaths_unknown"] == "6"
    assert written((case,), gtd_shape(), tmp_path)[0]["nkillter"] == ""


def test_a_named_group_claims_before_words_that_name_nobody(blast: Case, tmp_path: Path) -> None:
    claim = next(s for s in blast.statements if s.kind == "claim_of_responsibility")
    vague = replace(claim, key="d/s9", chain=(*claim.chain[:-1], replace(claim.chain[-1], name="two rival groups")))
    case = replace(blast, statements=(vague, *blast.statements))
    (row,) = written((case,), gtd_shape(), tmp_path)
    assert (row["gname"], row["gname2"], row["compclaim"]) == ("Sword of the Steppe", "", "0")


def test_the_grid_cell_of_a_known_point() -> None:
    assert grid_cell(-89.9, -179.9) == 1
    assert grid_cell(89.9, 179.9) == 259_200  # 360 rows of 720


def test_gtd_texts_agree_with_their_codes(fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    gtd = book("gtd")
    lists = {"attacktype": "attacktype", "targtype": "targtype", "weaptype": "weaptype", "weapsubtype": "weapsubtype"}
    (row,) = written(fixed_cases, gtd_shape(), tmp_path)
    coded = [c for c in row if f"{c}_txt" in row and row[c]]
    assert {"attacktype1", "targtype1", "weaptype1", "country", "region", "claimmode"} <= set(coded)
    for column in coded:
        known = lists.get(column.rstrip("1234"))
        if known:
            assert row[f"{column}_txt"] == gtd[known][row[column]]
    assert row["region_txt"] == gtd["region"][row["region"]]
    assert row["claimmode_txt"] == gtd["claimmode"][row["claimmode"]]


def test_gtd_holds_claim_denial_and_the_bomber(blast: Case, tmp_path: Path) -> None:
    (row,) = written((blast,), gtd_shape(), tmp_path)
    assert (row["gname"], row["claimed"], row["claimmode"], row["guncertain1"]) == (
        "Sword of the Steppe",
        "1",
        "7",
        "1",
    )
    assert (row["nkillter"], row["suicide"], row["compclaim"]) == ("1", "0", "0")
    assert (row["crit1"], row["crit2"], row["crit3"], row["doubtterr"]) == ("", "", "", "-9")


def test_gtd_event_numbers_are_never_given_twice(blast: Case, tmp_path: Path) -> None:
    same_number = [replace(blast, id=f"KAZ-{0xB1A570 + 1000 * n:06X}") for n in range(5)]
    rows = written(tuple(same_number), gtd_shape(), tmp_path)
    ids = [r["eventid"] for r in rows]
    assert len(set(ids)) == 5
    assert all(len(i) == 12 and i.startswith("201110319") for i in ids)


def test_plover_modes_belong_to_their_event(fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    events = book("plover")["events"]
    rows = written(fixed_cases, PLOVER, tmp_path)
    assert {r["Event Type"] for r in rows} == {"ASSAULT", "PROTEST", "COERCE", "THREATEN"}
    for row in rows:
        known = events[row["Event Type"]]
        assert row["Event Mode"] in known["modes"]
        assert float(row["Intensity"]) == known["modes"][row["Event Mode"]]
        assert row["Quad Code"] == {"V+": "1", "M+": "2", "V-": "3", "M-": "4"}[known["quad"]]
        sectors = {*book("plover")["sectors"], ""}
        assert row["Primary Actor Sector"] in sectors
        assert row["Primary Recipient Sector"] in sectors


def test_plover_counts_the_claims_it_cannot_hold(blast: Case, tmp_path: Path) -> None:
    rows = written((blast,), PLOVER, tmp_path)
    assert not [r for r in rows if "had done it" in str(r)]
    loss = json.loads((tmp_path / "plover.loss.json").read_text())["lost"]
    assert loss["claim of responsibility: not representable"] == 1


def test_hxl_tags_have_their_form(fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    import re

    written(fixed_cases, HXL, tmp_path)
    with (tmp_path / "hxl.csv").open(encoding="utf-8", newline="") as lines:
        tags = list(csv.reader(lines))[1]
    assert all(re.fullmatch(r"#[a-z][a-z0-9_]*(\+[a-z0-9_]+)*", tag) for tag in tags)
    assert len(set(tags)) == 26


def test_ids_of_different_incidents_differ() -> None:
    ids = ["KAZ-0000AB", "KAZ-00000AB", "RUS-0000AB", "XXX-0000AB", "KAZ-0000AC"]
    assert len({world_number(i) for i in ids}) == len(ids)
    assert number("KAZ-0000AB") != number("KAZ-00000AB")


def test_redirects_are_told_in_the_ids_of_the_table(fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    moved = (Redirect("KAZ-00000A", BLAST, NOW),)
    for name, key in (("acled", "event_id_cnty"), ("ucdp", "id"), ("plover", "Event ID"), ("hxl", "Event id")):
        rows = written(fixed_cases, SHAPES[name](), tmp_path, redirects=moved)
        (told,) = read(tmp_path / f"{name}.redirects.csv")
        assert told["new_id"] in {r[key] for r in rows}
        assert told["old_id"] != told["new_id"]


def test_a_private_persons_home_is_no_entry(blast: Case, tmp_path: Path) -> None:
    held = tuple(
        replace(a, assertion=replace(a.assertion, value="the house of Anna Bekova")) if a.field == "target" else a
        for a in blast.assertions
    )
    for name in SHAPES:
        written((replace(blast, assertions=held),), SHAPES[name](), tmp_path)
        assert "Bekova" not in (tmp_path / SHAPES[name]().file).read_text(encoding="utf-8")


def test_coarse_places_are_left_out_when_asked_for(fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    rows = written(fixed_cases, HXL, tmp_path)
    assert {r["Precision"] for r in rows} == {"settlement", "near", "country"}
    rows = written(fixed_cases, ACLED, tmp_path, min_precision="settlement")
    assert [r["location"] for r in rows] == ["Atyrau"]


def test_background_is_left_out_unless_asked_for(fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    write_flat(iter(fixed_cases), tmp_path, Options(), HXL)
    assert BLAST in {r["Event id"] for r in read(tmp_path / "hxl.csv")}
    assert [s["reason"] for s in read(tmp_path / "hxl.skipped.csv")] == ["retold as background"]


def test_texts_of_any_kind_come_back_as_they_were(blast: Case, tmp_path: Path) -> None:
    words = 'Қазақстан, عربى "quoted"; a\nnew line, ' + "long " * 8_000
    claim = next(s for s in blast.statements if s.kind == "claim_of_responsibility")
    statements = tuple(replace(s, content=words) if s is claim else s for s in blast.statements)
    (row,) = written((replace(blast, statements=statements),), ACLED, tmp_path)
    assert len(row["notes"]) > 40_000
    assert words.strip() in row["notes"]


def test_formulas_are_guarded_in_the_spreadsheet_variant_only(blast: Case, tmp_path: Path) -> None:
    case = replace(blast, reports=tuple(replace(r, outlet="=HYPERLINK(1)") for r in blast.reports))
    assert written((case,), ACLED, tmp_path)[0]["source"] == "=HYPERLINK(1)"
    (row,) = written((case,), ACLED, tmp_path, spreadsheet=True)
    assert row["source"] == "'=HYPERLINK(1)"
    assert row["latitude"] == "47.1167"


def test_a_persons_value_is_traced_to_the_judgement(blast: Case, tmp_path: Path) -> None:
    fields = tuple(
        replace(f, values=tuple(replace(v, datum=Figure(6, 6), chosen=(), judgement="j1") for v in f.values))
        if f.field == "killed"
        else f
        for f in blast.fields
    )
    (row,) = written((replace(blast, fields=fields),), ACLED, tmp_path)
    traced = {t["column"]: t for t in read(tmp_path / "acled.trace.csv")}
    assert row["fatalities"] == "6"
    assert (traced["fatalities"]["rule"], traced["fatalities"]["value_ids"]) == ("judgement", "j1")


def test_every_type_of_the_taxonomy_leads_to_codes_that_exist() -> None:
    from sayso.export.codebooks import code_of
    from sayso.taxonomy import load_taxonomy

    for name in load_taxonomy().types:
        event, _, sub = code_of(name, "acled").partition(" · ")
        assert not event or sub in book("acled")["events"][event], name
        kind, _, mode = code_of(name, "plover").partition(" ")
        assert not kind or mode in book("plover")["events"][kind]["modes"], name


def test_countries_have_their_numbers() -> None:
    land = countries()["KAZ"]
    assert (land.iso_numeric, land.gw, land.gtd, land.acled_region, land.gtd_region) == (398, 705, 103, 13, 7)
    assert all(str(c.acled_region) in book("acled")["regions"] for c in countries().values() if c.acled_region)
    assert all(str(c.gtd_region) in book("gtd")["region"] for c in countries().values() if c.gtd_region)
