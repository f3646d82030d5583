"""What is kept beside the ledger is what would be made from it: lists at all times, pages, circles."""

import random
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError

from ledger_sample import ATYRAU, at, blast, claim, store, store_apart
from sayso.app.views import IncidentLine

TOWNS = tuple(
    replace(ATYRAU, name=name, geonames_id=n, lat=47.1 - n, lon=51.9 + n)
    for n, name in enumerate(("Atyrau", "Aral", "Kokshe", "Baikal"))
)


def kept() -> list[tuple[object, ...]]:
    """Every version of every line, without the numbers of the rows."""
    from sayso.store.models import LineRow

    names = [f.attname for f in LineRow._meta.fields if f.attname != "id"]
    return sorted(LineRow.objects.values_list(*names), key=repr)


def from_the_ledger(as_of: datetime | None) -> tuple[IncidentLine, ...]:
    """The list as it is made by gathering everything."""
    from sayso.app.gather import gather
    from sayso.app.lines import incident_line
    from sayso.app.projection import without_ids
    from sayso.store.view import View
    from sayso.weigh import DEFAULT_RULE

    made = [without_ids(incident_line(g, DEFAULT_RULE)) for g in gather(View(as_of)).values()]
    return tuple(sorted(made, key=lambda line: (line.last_changed, line.id), reverse=True))


def some_act(dice: random.Random, step: int) -> None:
    """One thing that can happen to a ledger, at a time that may lie before what happened already."""
    from sayso.app.linking import relink_reading
    from sayso.store.entry import Link
    from sayso.store.models import IncidentRow, LinkRow
    from sayso.store.redirects import opened_first
    from sayso.store.writer import Writer

    when, writer = at(1 + dice.randrange(20), dice.randrange(24)), Writer()
    outlet, town = f"Paper {dice.randrange(6)}", dice.choice(TOWNS)
    incidents = sorted(IncidentRow.objects.values_list("pk", flat=True))
    match dice.randrange(8):
        case 0 if len(incidents) > 1:
            kept_one, gone = opened_first(dice.sample(incidents, 2))
            with writer.turn():
                writer.redirect(gone, kept_one, when, why="same", made_by="hand", holds=dice.random() < 0.7)
        case 1 if incidents:
            row = dice.choice(list(LinkRow.objects.order_by("pk")))
            kind = dice.choice(("same", "not_same"))
            link = Link("i1", dice.choice(incidents), False, kind, 1.0, "by hand", f"hand/{step}")
            with writer.turn():
                writer.link(link, row.report_id, when)
        case 2:
            item, reading = blast(outlet, dice.randrange(5), known=when, place=town, more=f"Step {step}.")
            store((item, reading))
            again = replace(reading, reader="hand/2", reports=(replace(reading.reports[0], type="explosion"),))
            with writer.turn():
                writer.add_reading(relink_reading(item, again, when + timedelta(days=dice.randrange(9))))
        case 3:
            store(claim(outlet, "Red Dawn", when))
        case 4:  # another capture of one of few addresses, perhaps an older one that comes late
            url = f"https://edited.example/{dice.randrange(3)}"
            late = when + timedelta(days=dice.choice((0, 0, 5)))
            store(blast(outlet, dice.randrange(5), known=when, place=town, url=url, more=f"Step {step}."), since=late)
        case _:
            store(blast(outlet, dice.randrange(5), known=when, place=town, speaker=dice.choice(("", "Chief Abaev"))))


@pytest.mark.parametrize("seed", range(6))
def test_what_is_kept_is_what_would_be_made_again(ledger: Path, seed: int) -> None:
    from sayso.app.as_of import list_incidents
    from sayso.app.projection import rebuild, refresh

    dice = random.Random(seed)  # noqa: S311
    for step in range(14):
        with suppress(IntegrityError):  # the same document or decision twice: nothing was written
            some_act(dice, step)
        if dice.random() < 0.6:
            refresh()
    refresh()
    incremental = kept()
    rebuild()
    assert kept() == incremental
    for moment in (None, *(at(day, 9) for day in range(1, 24, 3))):
        assert list_incidents(moment, include_background=True) == from_the_ledger(moment)


def test_a_judgement_makes_the_lines_it_is_about_again(ledger: Path) -> None:
    from sayso.store.models import JudgementRow, StaleRow
    from sayso.store.view import View

    store(blast("Daily Steppe", 2))
    StaleRow.objects.all().delete()
    (incident,) = View().linked_reports()
    report = View().linked_reports()[incident][0]
    assertion = View().assertions([report.id])[report.id][0].ledger_id
    for n, subject in enumerate((incident, report.key, assertion, f"{incident}+KAZ-NONE", "0" * 63 + "2")):
        JudgementRow(
            id=f"{n:064x}", kind="accept", subject=subject, author="Ada", at=at(5), reason="seen", payload=""
        ).save()
        assert set(StaleRow.objects.values_list("incident", flat=True)) >= {incident}, subject
        StaleRow.objects.all().delete()


def test_lists_come_page_by_page(ledger: Path) -> None:
    from sayso.app.as_of import list_incidents

    store_apart(*(blast(f"Paper {n}", n, known=at(n), place=town) for n, town in enumerate(TOWNS, start=1)))
    everything = list_incidents()
    assert len(everything) == 4
    assert list_incidents(limit=3) + list_incidents(limit=3, offset=3) == everything
    assert list_incidents(at(2), limit=1)[0].last_changed == at(2)


def test_lists_are_narrowed_by_country_status_and_days(ledger: Path) -> None:
    from datetime import date

    from sayso.app.as_of import list_incidents

    store_apart(blast("Daily Steppe", 2), blast("Gulf Herald", 2, place=TOWNS[2], status="foiled"))
    assert len(list_incidents(country="kz")) == 2
    assert not list_incidents(country="UZ")
    assert [line.status for line in list_incidents(status="foiled")] == ["foiled"]
    assert len(list_incidents(days=(date(2011, 10, 31), None))) == 2
    assert not list_incidents(days=(date(2011, 11, 1), None))
    assert not list_incidents(days=(None, date(2011, 10, 30)))


def test_a_circle_holds_what_is_certainly_or_possibly_in_it(ledger: Path) -> None:
    from sayso.app.as_of import list_incidents

    store_apart(blast("Daily Steppe", 2), blast("Gulf Herald", 2, place=TOWNS[2]))
    lat, lon = ATYRAU.lat, ATYRAU.lon
    assert lat is not None
    assert lon is not None
    (line,) = list_incidents(near=(lat + 0.18, lon, 30_000))  # 20 km away, known to 8 km
    assert (line.within, round((line.distance_m or 0) / 1000)) == ("certain", 20)
    (line,) = list_incidents(near=(lat + 0.18, lon, 15_000))
    assert line.within == "possible"
    assert not list_incidents(near=(lat + 0.18, lon, 11_000))
    assert not list_incidents(at(1, 0), near=(lat, lon, 30_000))


def test_no_circle_that_is_none(ledger: Path) -> None:
    from sayso.app.as_of import list_incidents
    from sayso.model import SaysoError

    for near in ((91.0, 0.0, 1.0), (0.0, 181.0, 1.0), (0.0, 0.0, -1.0), (float("nan"), 0.0, 1.0)):
        with pytest.raises(SaysoError, match="circle"):
            list_incidents(near=near)
