"""What no longer holds is taken back in a bundle of what changed: the same id, revoked, and valid."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from stix2validator import ValidationOptions, validate_file

from ledger_sample import at, blast, store, store_apart
from sayso.app.export_tables import Question, export
from sayso.app.judge import judge, withdraw
from sayso.model import Place
from sayso.store.closed import time_of_act

WHO = {"author": "Ann Reviewer", "reason": "read both articles"}
AKTAU = Place("Aktau", "Kazakhstan", "KZ", "Mangghystau", 610612, 43.65, 51.17, "settlement", 8_000.0)


@pytest.fixture
def house(ledger: Path) -> Path:
    """One incident with two tolls that do not agree."""
    store(blast("Daily Steppe", 2, known=at(1)), blast("Gulf Herald", 3, known=at(2), speaker="police"))
    return ledger


def bundle(house: Path, since: datetime | None = None, form: str = "stix") -> dict[str, dict[str, Any]]:
    """Id to object; the bundle is valid and holds each id once."""
    file = export(house / "out", form, question=Question(since=since))[0][0]
    asked = ValidationOptions(version="2.1", strict=True, disabled="103,202,302")
    found = validate_file(str(file), asked)
    assert [e.message for r in found.object_results for e in (*r.errors, *r.warnings)] == []
    objects = json.loads(file.read_text(encoding="utf-8"))["objects"]
    assert len({o["id"] for o in objects}) == len(objects)
    return {o["id"]: o for o in objects}


def revoked(objects: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {pk: o for pk, o in objects.items() if o.get("revoked")}


def the_incident() -> str:
    from sayso.app.as_of import list_incidents

    return list_incidents()[0].id


@pytest.mark.parametrize("form", ["stix", "stix-report"])
def test_a_settled_disagreement_is_revoked(house: Path, form: str) -> None:
    before = bundle(house, form=form)
    since = time_of_act()
    wrong = next(a.id for a in _said() if a.assertion.text.endswith("3"))
    judge("reject", wrong, **WHO)
    gone = revoked(bundle(house, since, form))
    [(pk, opinion)] = [(pk, o) for pk, o in gone.items() if o["type"] == "opinion"]
    assert (opinion["created"], opinion["explanation"]) == (before[pk]["created"], before[pk]["explanation"])
    assert opinion["modified"] > before[pk]["modified"]
    assert set(gone) <= set(before)


def _said() -> list[Any]:
    from sayso.app.export_cases import cases

    return list(next(cases()).said("killed"))


def test_a_corrected_place_revokes_the_link_to_the_old_one(house: Path) -> None:
    before, since = bundle(house), time_of_act()
    judge("other_value", the_incident(), field="place", value="610612", **WHO)
    after = bundle(house, since)
    links = [o for o in after.values() if o.get("relationship_type") == "located-at"]
    assert sorted(o.get("revoked", False) for o in links) == [False, True]
    [old] = [o for o in links if o.get("revoked")]
    assert old["target_ref"] == before[old["id"]]["target_ref"]
    assert not [o for o in revoked(after).values() if o["type"] == "location"]  # the place itself is still one


def test_what_comes_back_is_a_newer_version_without_the_mark(house: Path) -> None:
    since = time_of_act()
    made = judge("other_value", the_incident(), field="place", value="610612", **WHO)
    gone = revoked(bundle(house, since))
    later = time_of_act()
    withdraw(made.id, **WHO)
    back = bundle(house, later)
    for pk, old in gone.items():
        assert "revoked" not in back[pk]
        assert back[pk]["modified"] > old["modified"]
    assert [o["relationship_type"] for o in revoked(back).values() if o["type"] == "relationship"] == ["located-at"]


def test_a_report_that_moved_takes_its_notes_along(ledger: Path) -> None:
    first, second = store_apart(
        blast("Daily Steppe", 2, known=at(1)), blast("West Wind", 4, known=at(2), place=AKTAU)
    )  # fmt: skip
    bundle(ledger)
    since = time_of_act()
    judge("merge", first, other=second, **WHO)
    gone = revoked(bundle(ledger, since))
    kinds = {(o["type"], o.get("relationship_type", "")) for o in gone.values()}
    assert ("incident", "") in kinds
    assert ("relationship", "located-at") in kinds  # of the incident that is part of the other one now
    assert not [o for o in gone.values() if o["type"] in ("note", "report")]


def test_without_a_time_nothing_is_taken_back(house: Path) -> None:
    judge("other_value", the_incident(), field="place", value="610612", **WHO)
    assert revoked(bundle(house)) == {}


def test_nothing_happened_and_nothing_is_taken_back(house: Path) -> None:
    assert revoked(bundle(house, time_of_act())) == {}


def test_what_is_no_longer_asked_for_but_holds_is_not_taken_back(house: Path) -> None:
    since = time_of_act()
    judge("other_value", the_incident(), field="type", value="explosion", **WHO)
    file = export(house / "out", "stix", question=Question(("type=bombing",), since))[0][0]
    objects = json.loads(file.read_text(encoding="utf-8"))["objects"]
    assert [o for o in objects if o["type"] == "note"] == []
