"""A report that shows two incidents to be one makes them one, by a redirect; a person can forbid it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from ledger_sample import at, blast, store
from sayso.model import Place

FAR = Place("Aktobe", "Kazakhstan", "KZ", "Aktobe", 610611, 50.28, 57.21, "settlement", 8_000.0)


def two_incidents() -> tuple[str, str]:
    """Ids of two incidents, the one opened first before the other."""
    from sayso.store.redirects import opened_first
    from sayso.store.view import View

    store(blast("Daily Steppe", 3, known=at(1)), blast("Gulf Herald", 4, place=FAR, known=at(2)))
    first, second = opened_first(View().linked_reports())
    return first, second


def write_merge(incidents: tuple[str, str], day: int) -> None:
    from sayso.app.linking import link_reading, merge_incidents
    from sayso.store.writer import Writer

    item, reading = blast("North Star", 3, known=at(day))
    entry = replace(link_reading(item, reading), merges=((*sorted(incidents), "same day"),))
    writer = Writer()
    with writer.turn():
        writer.add(entry)
        merge_incidents(entry, writer)


def test_the_incident_opened_first_survives(ledger: Path) -> None:
    from sayso.store.view import View

    first, second = two_incidents()
    write_merge((first, second), 3)
    assert View().redirects() == {second: first}
    assert View(at(3) - timedelta(hours=1)).redirects() == {}


def test_what_a_person_keeps_apart_is_not_merged(ledger: Path) -> None:
    from sayso.link.judgements import pair
    from sayso.store import judgements
    from sayso.store.view import View
    from sayso.store.writer import Writer

    first, second = two_incidents()
    with Writer().turn():
        judgements.add(judgements.make("reject", pair(first, second), "Ada", at(2), "two towns", {}))
    write_merge((first, second), 3)
    assert View().redirects() == {}
