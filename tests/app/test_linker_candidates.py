"""A follow-up of a later day is found by the rare names it shares; one that shares none opens its own incident."""

from dataclasses import replace
from pathlib import Path

from ledger_sample import at, blast, store
from sayso.model import Assertion, Reading, When

FIRST = (
    "Magda Quillfeather and Osric Tanglewood of Harrowgate Street were inside the Zubrowka bakery beside the Kestrel "
    "arcade. Windows broke three houses away. Neighbours carried water in buckets until the engines arrived. "
    "A baker's van stood across the road with its doors open, and nobody had yet been asked whose it was."
)
FOLLOW_UP = (
    "The trial of a man accused over the Zubrowka bakery on Harrowgate Street begins next week. Magda Quillfeather "
    "will be the first witness, her lawyer told reporters at the Kestrel arcade. Osric Tanglewood has "
    "left town since. The court has set aside nine days and forty seats for the public, twice as many as usual."
)


def of_day(reading: Reading, day: str) -> Reading:
    """The reading with another day in the place of its own."""

    def moved(a: Assertion) -> Assertion:
        return replace(a, value=When(day, "day", (day,))) if a.field == "happened" else a

    reports = tuple(replace(r, assertions=tuple(map(moved, r.assertions))) for r in reading.reports)
    return replace(reading, reports=reports)


def test_rare_names_find_an_incident_of_another_day(ledger: Path) -> None:
    from sayso.store.view import View

    store(blast("Daily Steppe", more=FIRST, known=at(1)))
    item, reading = blast("Gulf Herald", more=FOLLOW_UP, known=at(2))
    store((item, of_day(reading, "2011-11-20")))
    assert [len(reports) for reports in View().linked_reports().values()] == [2]


def test_without_rare_names_another_day_is_another_incident(ledger: Path) -> None:
    from sayso.store.view import View

    store(blast("Daily Steppe", known=at(1)))
    item, reading = blast("Gulf Herald", known=at(2))
    store((item, of_day(reading, "2011-11-20")))
    assert [len(reports) for reports in View().linked_reports().values()] == [1, 1]
