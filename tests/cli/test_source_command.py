"""`sayso source`: what a person types and sees."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.main import app
from small_web import SmallWeb, item, rss, small_web

RUN = CliRunner()


@pytest.fixture
def web() -> Iterator[SmallWeb]:
    with small_web() as made:
        made.put("/feed", rss(*(item(n) for n in range(1, 8))), "application/rss+xml")
        yield made


def source(ledger: Path, *words: str, typed: str | None = None) -> Result:
    return RUN.invoke(app, ["source", *words, "--data", str(ledger)], input=typed, env={"COLUMNS": "120"})


def add(ledger: Path, web: SmallWeb, *more: str, typed: str | None = None) -> Result:
    return source(ledger, "add", f"{web.base}/feed", "--allow-host", web.host, *more, typed=typed)


def test_shows_five_items_and_asks_before_it_saves(ledger: Path, web: SmallWeb) -> None:
    done = add(ledger, web, typed="n\n")
    assert done.exit_code == 1
    assert done.output.count("Ferry number") == 5
    assert "Watch this?" in done.output
    assert "Nothing is watched yet" in source(ledger, "list").output
    assert add(ledger, web, typed="y\n").exit_code == 0
    assert "river-news" in source(ledger, "list").output


def test_without_anybody_to_ask_nothing_is_saved(ledger: Path, web: SmallWeb) -> None:
    done = add(ledger, web, typed="")
    assert done.exit_code == 1
    assert "--yes" in str(done.exception)
    assert "Nothing is watched yet" in source(ledger, "list").output


def test_options_are_saved(ledger: Path, web: SmallWeb) -> None:
    assert (
        add(ledger, web, "--yes", "--name", "Ferries", "--expect", "3", "--every", "15", "--language", "en").exit_code
        == 0
    )
    (row,) = [json.loads(line) for line in source(ledger, "list", "--json").output.splitlines()]
    assert (row["name"], row["expected_per_day"], row["every_s"], row["language"]) == ("Ferries", 3.0, 900, "en")
    assert (row["health"], row["last_look"]) == ("new", None)


def test_another_kind_than_the_best(ledger: Path, web: SmallWeb) -> None:
    done = add(ledger, web, "--yes", "--kind", "page")
    assert "nothing there can be watched as page" in str(done.exception)


def test_pause_resume_remove(ledger: Path, web: SmallWeb) -> None:
    add(ledger, web, "--yes")
    for act, word in (("pause", "paused"), ("resume", "new")):
        assert source(ledger, act, "river-news").exit_code == 0
        assert word in source(ledger, "list").output
    assert "what came from it stays" in source(ledger, "remove", "river-news").output
    assert "Nothing is watched yet" in source(ledger, "list").output


def test_a_source_that_moved_by_itself_says_so_and_goes_back(ledger: Path) -> None:
    from datetime import UTC, datetime

    from sayso.model.source import Source
    from sayso.store.sources import move_on, save_source

    old = Source("steppe", "Steppe", "feed", "https://steppe.example/feed")
    save_source(old, "test")
    move_on(old, "https://news.example/feed", datetime(2026, 11, 20, 9, tzinfo=UTC))
    shown = source(ledger, "show", "steppe").output
    assert "since 2026-11-20 09:00Z; before at https://steppe.example/feed, which redirects here for good" in shown
    assert "is watched at https://steppe.example/feed" in source(ledger, "move", "steppe").output
    assert "since 2026-11-20" not in source(ledger, "show", "steppe").output
    assert "is watched at https://b.example/" in source(ledger, "move", "steppe", "https://b.example/").output


def test_show_after_a_look(ledger: Path, web: SmallWeb) -> None:
    add(ledger, web, "--yes")
    shown = source(ledger, "show", "river-news").output
    assert "Nobody has looked at it yet" in shown
    assert f"feed  {web.base}/feed" in shown


def test_credentials_in_an_address_are_not_shown(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "a.opml").write_text(
        '<opml version="2.0"><body><outline text="A" xmlUrl="https://a.example.org/feed?token=Zx81kq"/></body></opml>'
    )
    assert "1 added" in source(ledger, "import", str(tmp_path / "a.opml")).output
    for words in (("list", "--json"), ("show", "a"), ("list",)):
        assert "Zx81kq" not in source(ledger, *words).output


def test_export_is_what_import_takes(ledger: Path, web: SmallWeb, tmp_path: Path) -> None:
    add(ledger, web, "--yes")
    (tmp_path / "all.opml").write_bytes(source(ledger, "export").stdout_bytes)
    assert "0 added, 1 left out" in source(ledger, "import", str(tmp_path / "all.opml")).output
