"""An incident that became part of another one is answered with the survivor, as of the time; undoing it undoes it."""

from dataclasses import replace
from pathlib import Path

import pytest

from ledger_sample import ATYRAU, at, blast, store_apart


def three_incidents() -> tuple[str, str, str]:
    """Three bombings in three towns, opened one after the other."""
    made = []
    for n, town in enumerate(("Atyrau", "Aral", "Kokshe"), start=1):
        place = replace(ATYRAU, name=town, geonames_id=n, lat=40.0 + 3 * n)
        made.append(blast(f"Paper {n}", n, known=at(n), place=place))
    first, second, third = store_apart(*made)
    return first, second, third


def merge(incident: str, into: str, day: int, holds: bool = True) -> None:
    from sayso.store.writer import Writer

    with Writer().turn():
        Writer().redirect(incident, into, at(day), why="same blast", made_by="link/2", holds=holds)


def test_reports_of_a_merged_incident_are_the_survivors(ledger: Path) -> None:
    from sayso.store.view import View

    first, second, third = three_incidents()
    merge(second, first, 5)
    found = View().linked_reports()
    assert {i: len(reports) for i, reports in found.items()} == {first: 2, third: 1}
    assert {r.incident for r in found[first]} == {first}
    assert set(View(at(4)).linked_reports()) == {first, second, third}


def test_a_chain_of_redirects_ends_at_the_oldest(ledger: Path) -> None:
    from sayso.store.view import View

    first, second, third = three_incidents()
    merge(third, second, 5)
    merge(second, first, 6)
    assert View().redirects() == {second: first, third: first}
    assert View(at(5)).redirects() == {third: second}
    assert len(View().linked_reports((first,))[first]) == 3
    assert View().survivor(third) == first


def test_asking_for_a_merged_incident_answers_the_survivor(ledger: Path) -> None:
    from sayso.app.as_of import incident_page
    from sayso.store.view import View

    first, second, _ = three_incidents()
    merge(second, first, 5)
    assert set(View().linked_reports((second,))) == {first}
    assert incident_page(second).line.id == first
    assert incident_page(second, at(4)).line.id == second


def test_a_merge_that_is_undone_no_longer_holds(ledger: Path) -> None:
    from sayso.store.view import View

    first, second, _ = three_incidents()
    merge(second, first, 5)
    merge(second, first, 6, holds=False)
    assert View().redirects() == {}
    assert View(at(5)).redirects() == {second: first}
    merge(second, first, 6)  # of one time the row written last counts
    assert View(at(6)).redirects() == {second: first}


def test_articles_and_candidates_name_the_survivor(ledger: Path) -> None:
    from datetime import date

    from sayso.store.candidates import linked_near
    from sayso.store.entry import ReportPlace
    from sayso.store.view import View

    first, second, third = three_incidents()
    reading = View().linked_reports()[second][0].reading.id
    merge(second, first, 5)
    assert View().incidents_in(reading) == (("i1", first),)
    assert View(at(4)).incidents_in(reading) == (("i1", second),)
    near = linked_near(ReportPlace(date(2011, 10, 31), date(2011, 10, 31), "KZ", "{}")).rows
    assert sorted(incident for _, incident in near) == sorted((first, first, third))


def test_an_incident_never_becomes_part_of_a_younger_one(ledger: Path) -> None:
    first, second, _ = three_incidents()
    for incident, into in ((first, second), (first, first), (first, "KAZ-NONE")):
        with pytest.raises(ValueError, match="older"):
            merge(incident, into, 5)


def test_redirects_are_append_only(ledger: Path) -> None:
    from django.db import DatabaseError, connection, transaction

    from sayso.store.models import LedgerIsAppendOnly, RedirectRow

    first, second, _ = three_incidents()
    merge(second, first, 5)
    with pytest.raises(LedgerIsAppendOnly):
        RedirectRow.objects.all().delete()
    for sql in ("UPDATE store_redirectrow SET holds = holds", "DELETE FROM store_redirectrow"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
