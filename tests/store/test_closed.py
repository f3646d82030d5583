"""The past that was closed stays as it was answered: late arrivals count from when they came."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ledger_sample import at

_TEXT = "A bomb exploded at a bus station in Quetta, Pakistan, on March 4, 2024, killing {} people, {} said."


def lines(file: Path, *made: tuple[str, int, str]) -> Path:
    """One report a line: day of capture in March 2024, toll, outlet; reports of one outlet share an address."""
    records = [
        {
            "text": _TEXT.format(("no", "one", "two", "three", "four", "five")[toll], "police"), "outlet": outlet,
            "url": f"https://{outlet.casefold().replace(' ', '-')}.example/1", "published": "2024-03-05",
            "known_from": f"2024-03-{day}:00:00Z",
        }
        for day, toll, outlet in made
    ]  # fmt: skip
    file.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    return file


def test_a_ledger_without_runs_is_not_closed(ledger: Path) -> None:
    from sayso.store.closed import closed, since_of

    assert closed() is None
    assert since_of(at(1), closed()) == at(1)


def test_one_run_takes_an_archive_in_any_order(ledger: Path, tmp_path: Path) -> None:
    from sayso.app.ingest import ingest
    from sayso.store.closed import closed
    from sayso.store.view import View

    ingest([lines(tmp_path / "a.jsonl", ("09T10", 3, "Late Post"), ("07T10", 2, "Early Post"))])
    assert closed() == datetime(2024, 3, 9, 10, tzinfo=UTC)
    assert [r.since for r in View().readings()] == [r.known_from for r in View().readings()]


def test_a_late_arrival_counts_from_when_it_came(ledger: Path, tmp_path: Path) -> None:
    from sayso.app.as_of import list_incidents
    from sayso.app.ingest import ingest
    from sayso.store.view import View

    ingest([lines(tmp_path / "a.jsonl", ("07T10", 2, "Early Post"), ("09T10", 3, "Late Post"))])
    asked = datetime(2024, 3, 8, tzinfo=UTC)
    before = list_incidents(asked)
    start = datetime.now(UTC)
    ingest([lines(tmp_path / "b.jsonl", ("07T12", 5, "Forgotten Post"), ("10T10", 4, "New Post"))])
    since = {r.outlet: r.since for r in View().readings()}
    assert since["Forgotten Post"] >= start
    assert since["New Post"] == datetime(2024, 3, 10, 10, tzinfo=UTC)  # news is never late
    assert list_incidents(asked) == before
    assert list_incidents()[0].n_reports == 4


def test_a_late_capture_of_a_known_address_supersedes_nothing_before_it_came(ledger: Path, tmp_path: Path) -> None:
    from sayso.app.as_of import list_incidents
    from sayso.app.ingest import ingest

    ingest([lines(tmp_path / "a.jsonl", ("07T10", 2, "Early Post"), ("09T10", 3, "Late Post"))])
    asked = datetime(2024, 3, 9, 12, tzinfo=UTC)
    before = list_incidents(datetime(2024, 3, 8, tzinfo=UTC))
    ingest([lines(tmp_path / "b.jsonl", ("07T12", 5, "Early Post"))])
    assert list_incidents(datetime(2024, 3, 8, tzinfo=UTC)) == before
    assert list_incidents(asked)[0].n_reports == 2
    assert list_incidents(rule="highest")[0].killed.datum.low == 5  # type: ignore[union-attr]


def test_a_run_that_was_killed_closes_nothing(ledger: Path) -> None:
    from sayso.store.closed import closed
    from sayso.store.writer import Writer

    Writer().note_run("r1", "begin", at(1), {})
    assert closed() is None


def test_a_run_that_adds_nothing_keeps_what_was_closed(ledger: Path, tmp_path: Path) -> None:
    from sayso.app.ingest import ingest
    from sayso.store.closed import closed

    file = lines(tmp_path / "a.jsonl", ("07T10", 2, "Early Post"))
    ingest([file])
    before = closed()
    ingest([file])
    assert closed() == before


def test_the_act_of_a_person_closes_and_counts_after_what_is_closed(ledger: Path) -> None:
    from sayso.store.closed import closed, time_of_act
    from sayso.store.models import JudgementRow

    ahead = datetime.now(UTC) + timedelta(days=2)  # a clock that ran ahead
    JudgementRow(id="j1", kind="accept", subject="x", author="A", at=ahead, reason="seen", payload="").save()
    assert closed() == ahead
    assert time_of_act() == ahead + timedelta(microseconds=1)
    assert time_of_act(ahead + timedelta(days=1)) == ahead + timedelta(days=1)
