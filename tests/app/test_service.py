"""The service as a whole: how sources fare, what is taken up again, and trouble that ends nothing."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ledger_sample import at
from sayso.model import Capture, SaysoError
from sayso.model.source import LookState, Seen, Source
from sayso.store.entry import Given


def test_how_sources_fare(ledger: Path) -> None:
    from sayso.app.service import fares, summary
    from sayso.store.sources import HeldLook, keep_look, save_source

    now = datetime.now(UTC)
    for name in ("good", "bad", "idle"):
        save_source(Source(name, name, "feed", f"https://{name}.example/"), "test", now)
    keep_look(HeldLook("good", now, "new", "", "", 3, 3, 9, now + timedelta(hours=1)), LookState())
    keep_look(HeldLook("bad", now, "failing", "dns", "", 0, 0, 9, now + timedelta(hours=1)), LookState())
    assert {source: word for source, (word, _) in fares().items()} == {
        "good": "healthy",
        "bad": "failing",
        "idle": "new",
    }
    assert fares(["bad"])["bad"][1].startswith("It cannot be reached (its name is not found)")
    assert dict(summary().sources) == {"healthy": 1, "failing": 1, "new": 1}


def test_what_a_fault_put_aside_is_read_again_by_another_reader(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sayso.app import service
    from sayso.store.items import add_items, due_items, keep_version, note_refused, versions_to_read

    add_items("steppe", [Seen(f"https://steppe.example/{n}") for n in range(2)], at(1))
    for item in due_items(at(1), 9, 9):
        keep_version(item, Capture(item.address, item.address.encode(), at(1)), Given())
    service.begin()
    one, two = versions_to_read(9)
    note_refused(one, "reader_error")
    note_refused(two, "no_article")
    service.begin()
    assert versions_to_read(9) == ()
    monkeypatch.setattr(service, "CLEANER", "cleaner/another")
    service.begin()
    assert [version.id for version in versions_to_read(9)] == [one.id]


def test_one_round_without_sources_says_what_to_do(ledger: Path) -> None:
    from sayso.app.service import collect_once

    with pytest.raises(SaysoError, match="no source is watched yet"):
        collect_once(ledger)


def test_trouble_with_the_ledger_is_said_and_ends_nothing(ledger: Path) -> None:
    from sayso.app.service import Beat, _Pause

    beat, stop = Beat(), threading.Event()
    stop.set()  # so that nobody waits
    pause = _Pause(stop, beat)
    with pause:
        raise SaysoError("the ledger cannot be written: disk full")
    assert beat.trouble == "the ledger cannot be written: disk full"
    with pause:
        pass
    assert beat.trouble == ""
    with pytest.raises(KeyboardInterrupt), pause:
        raise KeyboardInterrupt
