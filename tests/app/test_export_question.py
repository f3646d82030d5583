"""Exports out of a real ledger on each engine: what is asked for, as of when, and ids that answer no more."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from ledger_sample import at, blast, store
from sayso.model import Place, SaysoError

KANO = Place("Kano", "Nigeria", "NG", "Kano", 2335204, 12.0, 8.52, "settlement", 9_000.0)


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture
def two_tolls(ledger: Path) -> Path:
    """One blast with two dead on the first and five on the third of November, and one in another country."""
    store(
        blast("Daily Steppe", 2, known=at(1), speaker="Police"),
        blast("Evening Post", 5, known=at(3), speaker="Police"),
        blast("Kano Times", 9, known=at(2), place=KANO),
    )
    return ledger


def export(folder: Path, form: str = "acled", **more: object) -> Path:
    from sayso.app.export_tables import export as write

    write(folder / "out", form, **more)  # type: ignore[arg-type]
    return folder / "out"


def test_before_the_first_report_there_is_nothing(two_tolls: Path) -> None:
    out = export(two_tolls, as_of=at(1, 11))
    assert rows(out / "acled.csv") == []
    assert json.loads((out / "acled.loss.json").read_text())["incidents"] == 0


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_before_the_first_report_the_native_tables_are_empty(two_tolls: Path, form: str) -> None:
    from sayso.app.export_tables import export as write

    assert {n for _, n in write(two_tolls / "out", form, at(1, 11))} == {0}


def test_between_two_tolls_the_first_one_is_told(two_tolls: Path) -> None:
    told = {r["country"]: r["fatalities"] for r in rows(export(two_tolls, as_of=at(2, 23)) / "acled.csv")}
    assert told == {"Kazakhstan": "2", "Nigeria": "9"}


def test_after_both_tolls_the_rule_decides(two_tolls: Path) -> None:
    out = export(two_tolls, as_of=at(4), rule="killed=highest")
    assert {r["fatalities"] for r in rows(out / "acled.csv")} == {"5", "9"}


def test_asking_for_one_field_leaves_the_shape_its_other_rules(two_tolls: Path) -> None:
    from sayso.app.export_tables import asked_rules

    assert asked_rules(["killed=highest"]) == {"killed": "highest"}
    assert asked_rules("highest") == {"": "highest"}
    assert asked_rules(None) == {}


@pytest.mark.parametrize(
    ("condition", "countries"),
    [
        ("country=KAZ", {"Kazakhstan"}),
        ("country=ng|kz", {"Kazakhstan", "Nigeria"}),
        ("type=riot", set()),
        ("family=attack", {"Kazakhstan", "Nigeria"}),
        ("place=kano", {"Nigeria"}),
        ("near=47.1,51.9,50", {"Kazakhstan"}),
        ("from=2011-11-01", set()),
        ("to=2011-10-31", {"Kazakhstan", "Nigeria"}),
        ("origins=2", set()),
        ("reviewed=no", {"Kazakhstan", "Nigeria"}),
        ("status=happened", {"Kazakhstan", "Nigeria"}),
    ],
)
def test_conditions(two_tolls: Path, condition: str, countries: set[str]) -> None:
    from sayso.app.export_tables import Question

    out = export(two_tolls, question=Question((condition,)), as_of=at(4))
    assert {r["country"] for r in rows(out / "acled.csv")} == countries


@pytest.mark.parametrize(
    "condition", ["country", "colour=red", "near=here", "from=monday", "reviewed=maybe", "origins=x"]
)
def test_a_condition_that_is_none_is_refused_with_a_hint(ledger: Path, condition: str) -> None:
    from sayso.app.export_where import as_tests

    with pytest.raises(SaysoError) as told:
        as_tests((condition,))
    assert told.value.hint


def test_since_a_time_only_what_changed(two_tolls: Path) -> None:
    from sayso.app.export_tables import Question

    out = export(two_tolls, question=Question(since=at(2, 13)), as_of=at(4))
    assert [r["country"] for r in rows(out / "acled.csv")] == ["Kazakhstan"]


def test_the_record_tells_the_question(two_tolls: Path) -> None:
    from sayso.app.export_tables import Question

    out = export(two_tolls, question=Question(("country=KAZ",)), as_of=at(4))
    meta = json.loads((out / "acled.meta.json").read_text())
    assert (meta["query"], meta["as_of"]) == ("country=KAZ", "2011-11-04T12:00:00Z")
    assert meta["gazetteer"]


def test_the_table_of_changes_tells_the_second_toll(two_tolls: Path) -> None:
    told = rows(export(two_tolls, "csv", as_of=at(4)) / "changes.csv")
    assert [(c["old"], c["new"], c["cause"]) for c in told if (c["field"], c["kind"]) == ("killed", "value")] == [
        ('"2 killed"', '"5 killed"', "new_report")
    ]


def test_the_table_of_changes_can_be_left_empty(two_tolls: Path) -> None:
    assert rows(export(two_tolls, "csv", as_of=at(4), history=False) / "changes.csv") == []


def test_a_merged_incident_is_redirected(two_tolls: Path) -> None:
    from sayso.app.as_of import list_incidents
    from sayso.store.redirects import opened_first
    from sayso.store.writer import Writer

    first, second = opened_first(line.id for line in list_incidents())
    with Writer().turn():
        Writer().redirect(second, first, holds=True, why="the same blast", made_by="test", judgement="", since=at(5))
    before, after = export(two_tolls, "hxl", as_of=at(4)), None
    assert rows(before / "hxl.redirects.csv") == []
    assert len(rows(before / "hxl.csv")) == 3
    after = export(two_tolls, "hxl", as_of=at(6))
    assert rows(after / "hxl.redirects.csv") == [{"old_id": second, "new_id": first, "since": "2011-11-05T12:00:00Z"}]
    assert len(rows(after / "hxl.csv")) == 2


def test_an_incident_that_lost_its_reports_is_deleted(two_tolls: Path) -> None:
    from sayso.store import models
    from sayso.store.entry import Link
    from sayso.store.writer import Writer

    row = models.ReportRow.objects.filter(linkrow__incident__id__startswith="NGA").first()
    assert row is not None
    lost = models.LinkRow.objects.get(report=row).incident_id
    home = models.IncidentRow.objects.exclude(pk=lost).first()
    assert home is not None
    link = Link("i1", home.pk, False, "same", 1.0, "not this incident", "judgement:test")
    with Writer().turn():
        Writer().link(link, row.pk, at(6))
    assert rows(export(two_tolls, "hxl", as_of=at(5)) / "hxl.deleted.csv") == []
    assert rows(export(two_tolls, "hxl", as_of=at(7)) / "hxl.deleted.csv") == [
        {"id": lost, "deleted_at": "2011-11-06T12:00:00Z", "reason": "not this incident"}
    ]


def test_progress_is_told_for_every_incident(two_tolls: Path) -> None:
    seen: list[tuple[int, int]] = []
    export(two_tolls, as_of=at(4), progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 2), (2, 2)]


def test_an_unknown_precision_is_refused(ledger: Path) -> None:
    from sayso.export.options import Options

    with pytest.raises(SaysoError, match="unknown precision"):
        export(ledger, options=Options(min_precision="street"))


def incident_in(country: str) -> str:
    from sayso.app.as_of import list_incidents

    return next(line.id for line in list_incidents() if line.id.startswith(country))


def test_a_persons_value_stands_in_every_table_with_its_say_so(two_tolls: Path) -> None:
    from sayso.app.judge import judge

    incident = incident_in("KAZ")
    made = judge("other_value", incident, field="killed", value="7", author="Ann", reason="hospital list")
    out = export(two_tolls)
    row = next(r for r in rows(out / "acled.csv") if r["country"] == "Kazakhstan")
    traced = {(t["row_id"], t["column"]): t for t in rows(out / "acled.trace.csv")}
    line = traced[row["event_id_cnty"], "fatalities"]
    assert (row["fatalities"], line["rule"], line["value_ids"]) == ("7", "judgement", made.id)
    assert "2 (Police)" in line["alternatives"]
    native = export(two_tolls, "csv")
    given = next(r for r in rows(native / "values.csv") if r["value_id"] == made.id)
    assert (given["made_by"], given["review"], given["report_id"]) == ("user:Ann", "given", "")
    told = {r["incident_id"]: r["review_status"] for r in rows(native / "incidents.csv")}
    assert told[incident] == "corrected"
    assert set(told.values()) == {"corrected", "machine"}


def test_a_rejected_assertion_stays_listed_and_counts_no_more(two_tolls: Path) -> None:
    from sayso.app.judge import judge

    killed = [r for r in rows(export(two_tolls, "csv") / "values.csv") if r["value_raw"] == "killed 5"]
    judge("reject", killed[0]["value_id"], author="Ann", reason="misread")
    out = export(two_tolls, "csv")
    (row,) = [r for r in rows(out / "values.csv") if r["value_raw"] == "killed 5"]
    assert (row["counts"], row["review"]) == ("false", "rejected")
    assert [r["killed_high"] for r in rows(out / "incidents.csv") if r["country_iso3"] == "KAZ"] == ["2"]


def test_only_reviewed_incidents(two_tolls: Path) -> None:
    from sayso.app.export_tables import Question
    from sayso.app.judge import judge

    value = next(r for r in rows(export(two_tolls, "csv") / "values.csv") if r["value_raw"] == "killed 9")
    judge("accept", value["value_id"], author="Ann", reason="seen on television")
    out = export(two_tolls, question=Question(("reviewed=yes",)))
    assert [r["country"] for r in rows(out / "acled.csv")] == ["Nigeria"]


def test_the_same_time_gives_the_same_tables_after_a_judgement(two_tolls: Path) -> None:
    from sayso.app.judge import judge

    before = {f.name: f.read_bytes() for f in export(two_tolls, "csv", as_of=at(4)).iterdir()}
    judge("other_value", incident_in("KAZ"), field="killed", value="7", author="Ann", reason="hospital list")
    assert {f.name: f.read_bytes() for f in export(two_tolls, "csv", as_of=at(4)).iterdir()} == before


@pytest.mark.parametrize(
    "condition", ["country=KAZ", "country=nigeria", "type=bombing", "type=riot", "status=Happened"]
)
def test_what_is_asked_of_indexes_leaves_out_nothing_that_fits(two_tolls: Path, condition: str) -> None:
    from sayso.app.export_cases import cases
    from sayso.app.export_likely import likely
    from sayso.app.export_where import as_tests
    from sayso.weigh import DEFAULT_RULE

    some = likely((condition,), None, at(4), DEFAULT_RULE)
    (test,) = as_tests((condition,))
    assert some is not None
    assert {c.id for c in cases(at(4)) if test(c)} == some


@pytest.mark.parametrize("day", [1, 2, 3, 4])
def test_what_changed_since_is_asked_of_indexes(two_tolls: Path, day: int) -> None:
    from sayso.app.export_cases import cases
    from sayso.app.export_likely import likely
    from sayso.export.moments import changed_at
    from sayso.weigh import DEFAULT_RULE

    some = likely((), at(day), at(9), DEFAULT_RULE)
    assert some is not None
    assert {c.id for c in cases(at(9)) if changed_at(c) > at(day)} <= some


def test_under_another_rule_no_line_decides(two_tolls: Path) -> None:
    from sayso.app.export_likely import likely

    assert likely(("country=KAZ",), None, at(4), "highest") is None
