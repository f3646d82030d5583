"""A source that redirects for good is watched where it went, and goes back when a person says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sayso.collect.fetch import getter
from sayso.collect.kinds import watched_of
from sayso.model import SaysoError
from sayso.model.source import Source
from small_web import SmallWeb, item, rss, small_web

START = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture
def web() -> Iterator[SmallWeb]:
    with small_web() as made:
        made.put("/feed", rss(item(1)), "application/rss+xml")
        yield made


def moved_permanently(web: SmallWeb, status: int = 301, to: str = "/feed") -> None:
    web.put("/old", "", status=status, headers={"Location": to})


def saved(web: SmallWeb, path: str = "/old") -> Source:
    from sayso.store.sources import save_source

    source = Source("herald", "Herald", "feed", web.base + path, allow_hosts=(web.host,))
    save_source(source, "test", START)
    return source


def looked(hours: int) -> str:
    """One look at the source, so many hours after the first; its note."""
    from sayso.app.collected import store_look
    from sayso.store import sources as held
    from sayso.store.writer import Writer

    source, watching = held.sources()["herald"], held.watching()["herald"]
    look = watched_of("feed").look(source, watching.state, getter(allow_hosts=source.allow_hosts, timeout=10))
    with Writer().turn():
        store_look(source, watching, look, START + timedelta(hours=hours), 0.1)
    return held.looks("herald")[-1].note


def address() -> str:
    from sayso.store.sources import sources

    return sources()["herald"].address


@pytest.mark.parametrize("status", [301, 308])
def test_a_source_that_moved_for_good_is_watched_there(ledger: Path, web: SmallWeb, status: int) -> None:
    from sayso.app.sources import show_source
    from sayso.store import sources as held

    moved_permanently(web, status)
    old = saved(web)
    looked(0)
    looked(12)
    assert address() == old.address
    assert "moved for good" in looked(24)
    assert address() == web.base + "/feed"
    at, by, now = held.source_history("herald")[-1]
    assert (at, by) == (START + timedelta(hours=24), f"permanent redirect from {old.address}")
    assert now == replace(old, address=web.base + "/feed")
    assert show_source("herald").moved == (at, old.address)


def test_a_moved_source_goes_on_as_it_was(ledger: Path, web: SmallWeb) -> None:
    from sayso.store import sources as held

    moved_permanently(web)
    saved(web)
    for hours in (0, 12, 24):
        looked(hours)
    before = held.watching()["herald"]
    looked(36)
    after = held.watching()["herald"]
    assert before.first_at == after.first_at == START
    assert after.counts["items"] == 1
    assert held.looks("herald")[-1].note == ""


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_redirect_for_now_moves_nobody(ledger: Path, web: SmallWeb, status: int) -> None:
    moved_permanently(web, status)
    old = saved(web)
    for hours in (0, 12, 24, 48):
        assert looked(hours) == ""
    assert address() == old.address


def test_a_source_that_a_person_took_back_stays(ledger: Path, web: SmallWeb) -> None:
    from sayso.app.sources import move_source, show_source

    moved_permanently(web)
    old = saved(web)
    for hours in (0, 12, 24):
        looked(hours)
    move_source("herald", made_by="test")
    assert address() == old.address
    assert show_source("herald").moved is None
    notes = [looked(hours) for hours in (30, 42, 54)]
    assert address() == old.address
    assert "a person took it away from there" in notes[-1]


def test_a_source_is_not_moved_onto_another(ledger: Path, web: SmallWeb) -> None:
    from sayso.store.sources import save_source

    moved_permanently(web)
    old = saved(web)
    save_source(Source("other", "Other", "feed", web.base + "/feed"), "test", START)
    notes = [looked(hours) for hours in (0, 12, 24)]
    assert address() == old.address
    assert "other watches that already" in notes[-1]


def test_what_the_file_names_is_changed_there(ledger: Path, web: SmallWeb) -> None:
    from sayso.app.sources import configured, sync_file

    moved_permanently(web)
    file = ledger / "sayso.toml"
    file.write_text(
        f'[[source]]\nid = "herald"\nkind = "feed"\naddress = "{web.base}/old"\nallow_hosts = ["{web.host}"]\n', "utf-8"
    )
    sync_file(file)
    notes = [looked(hours) for hours in (0, 12, 24)]
    assert configured()["herald"].address == web.base + "/old"
    assert "it stands in sayso.toml" in notes[-1]


def test_there_is_a_place_to_go_back_to_or_a_clear_line(ledger: Path, web: SmallWeb) -> None:
    from sayso.app.sources import move_source

    saved(web, "/feed")
    with pytest.raises(SaysoError, match="did not move by itself"):
        move_source("herald")
    assert move_source("herald", web.base + "/news").address == address() == web.base + "/news"
