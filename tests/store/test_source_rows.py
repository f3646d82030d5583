"""Sources, looks and the queue of items: appended or moved on together, on both engines."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ledger_sample import at
from sayso.model import Capture
from sayso.model.source import LookState, Seen, Source
from sayso.store.entry import Given

STEPPE = Source("daily-steppe", "Daily Steppe", "feed", "https://steppe.example/feed", expected_per_day=12.0)


def look(when: datetime, outcome: str = "new", items: int = 3, new: int = 3, source: str = STEPPE.id):  # type: ignore[no-untyped-def]
    from sayso.store.sources import HeldLook

    return HeldLook(source, when, outcome, "", "", items, new, 120, when + timedelta(minutes=10))


def test_the_latest_configuration_counts_and_the_earlier_ones_are_kept(ledger: Path) -> None:
    from sayso.store.sources import remove_source, save_source, source_history, sources

    assert save_source(STEPPE, "hand", at(1))
    assert not save_source(STEPPE, "hand", at(2))
    paused = replace(STEPPE, paused=True)
    assert save_source(paused, "another hand", at(3))
    assert sources() == {STEPPE.id: paused}
    assert remove_source(STEPPE.id, "hand", at(4))
    assert not remove_source(STEPPE.id, "hand", at(5))
    assert sources() == {}
    assert [what for _, _, what in source_history(STEPPE.id)] == [STEPPE, paused, None]


def test_a_new_source_is_due_at_once(ledger: Path) -> None:
    from sayso.store.sources import save_source, watching

    save_source(STEPPE, "hand", at(1))
    assert watching()[STEPPE.id].next_at == at(1)


def test_a_look_moves_the_watching_on(ledger: Path) -> None:
    from sayso.store.sources import keep_look, looks, save_source, watching

    save_source(STEPPE, "hand", at(1))
    keep_look(look(at(1)), LookState(etag="a"))
    keep_look(look(at(2), "failing", 0, 0), LookState(etag="a"))
    keep_look(look(at(3), "unchanged", 3, 0), LookState(etag="b"))
    held = watching()[STEPPE.id]
    assert (held.first_at, held.success_at, held.item_at) == (at(1), at(3), at(1))
    assert held.state == LookState(etag="b")
    assert held.counts == {"items": 3, "looks:new": 1, "looks:failing": 1, "looks:unchanged": 1}
    assert held.days == {at(1).date(): (1, 0), at(3).date(): (1, 0)}
    assert [one.outcome for one in looks(STEPPE.id)] == ["new", "failing", "unchanged"]


def test_the_last_looks_of_each_source(ledger: Path) -> None:
    from sayso.store.sources import keep_look, looks_of

    for day in range(1, 6):
        keep_look(look(at(day)), LookState())
        keep_look(look(at(day), source="other"), LookState())
    found = looks_of([STEPPE.id, "other", "nobody"], limit=2)
    assert {source: [one.at for one in some] for source, some in found.items()} == {
        STEPPE.id: [at(4), at(5)], "other": [at(4), at(5)],
    }  # fmt: skip


def test_a_look_cannot_be_changed(ledger: Path) -> None:
    from django.db import DatabaseError, connection

    from sayso.store.sources import keep_look

    keep_look(look(at(1)), LookState())
    with pytest.raises(DatabaseError, match="append-only"), connection.cursor() as cursor:
        cursor.execute("UPDATE store_lookrow SET outcome = 'unchanged'")


def test_a_flood_of_one_source_comes_after_the_first_items_of_others(ledger: Path) -> None:
    from sayso.store.items import add_items, due_items

    add_items("flood", [Seen(f"https://flood.example/{n}") for n in range(600)], at(1))
    add_items("calm", [Seen("https://calm.example/1")], at(2))
    first = due_items(at(3), limit=3, per_source=2)
    assert [item.source for item in first] == ["flood", "calm", "flood"]
    assert len(due_items(at(3), limit=100, per_source=5)) == 6
    assert [item.source for item in due_items(at(3), 9, 5, among=["calm", "nobody"])] == ["calm"]


def test_a_version_is_captured_once(ledger: Path) -> None:
    from sayso.store.items import add_items, due_items, keep_version, note_read, versions_to_read

    add_items("calm", [Seen("https://calm.example/1")], at(1))
    (item,) = due_items(at(1), 9, 9)
    capture = Capture(item.address, b"Words.", at(1), "text/plain", "utf-8")
    assert keep_version(item, capture, Given(url=item.address))
    assert not keep_version(item, replace(capture, known_from=at(2)), Given(url=item.address))
    (version,) = versions_to_read(9)
    assert (version.capture, version.given.url, version.source) == (capture, item.address, "calm")
    note_read(version)
    assert versions_to_read(9) == ()
    assert due_items(at(1), 9, 9)[0].state == "read"


def test_what_the_source_brought_along_is_kept_until_it_is_captured(ledger: Path) -> None:
    from sayso.store.items import add_items, due_items, note_fetched

    add_items("calm", [Seen("https://calm.example/1", body=b"Words.", media_type="text/plain")], at(1))
    (item,) = due_items(at(1), 9, 9)
    assert (item.seen.body, item.seen.media_type) == (b"Words.", "text/plain")
    note_fetched(item, digest="d", etag="", modified="", next_at=at(2), changed=True)
    assert due_items(at(1), 9, 9) == ()
    assert due_items(at(2), 9, 9)[0].seen.body is None


def test_an_item_that_is_given_up_is_refused_unless_it_was_captured_before(ledger: Path) -> None:
    from sayso.store.items import add_items, due_items, last_items, note_failed

    add_items("calm", [Seen("https://calm.example/1"), Seen("https://calm.example/2")], at(1))
    one, two = due_items(at(1), 9, 9)
    note_failed(one, "timeout", at(2))
    note_failed(two, "http_4xx", None)
    held = {item.id: (item.state, item.reason, item.tries) for item in last_items("calm")}
    assert held == {one.id: ("waiting", "timeout", 1), two.id: ("refused", "http_4xx", 1)}


def test_another_address_is_looked_at_from_the_beginning(ledger: Path) -> None:
    from sayso.store.sources import keep_look, save_source, watching

    save_source(STEPPE, "hand", at(1))
    keep_look(look(at(2)), LookState(etag="a", cursor="{}"))
    save_source(replace(STEPPE, name="The Steppe"), "hand", at(3))
    assert watching()[STEPPE.id].state.etag == "a"
    save_source(replace(STEPPE, address="https://steppe.example/other"), "hand", at(4))
    held = watching()[STEPPE.id]
    assert (held.state, held.first_at, held.next_at) == (LookState(), None, at(4))


def test_a_version_whose_reading_never_ends_is_read_alone(ledger: Path) -> None:
    from sayso.store.items import add_items, due_items, keep_version, note_begun, versions_to_read

    add_items("calm", [Seen(f"https://calm.example/{n}") for n in range(3)], at(1))
    for item in due_items(at(1), 9, 9):
        keep_version(item, Capture(item.address, item.address.encode(), at(1)), Given())
    assert len(versions_to_read(9)) == 3
    bad = versions_to_read(9)[1]
    note_begun(versions_to_read(9))
    note_begun([versions_to_read(9)[1]])
    assert [v.begun for v in versions_to_read(9)] == [1]
    from sayso.store.items import note_read

    note_read(versions_to_read(9)[0])
    assert [(v.id, v.begun) for v in versions_to_read(9)] == [(bad.id, 2)]
