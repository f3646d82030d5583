"""Sources in the house: found out, saved, listed, paused, removed, from a file and from OPML."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.model import SaysoError
from sayso.model.source import Source
from small_web import SmallWeb, item, rss, small_web

FEED = Source("herald", "Valley Herald", "feed", "https://herald.example.org/feed")
TOML = """
[[source]]
name = "Gulf Post"
address = "https://gulf.example.org/rss"
expected_per_day = 12
every = "10 min"

[[source]]
id = "notices"
kind = "page"
address = "https://harbour.example.org/notices"
"""


@pytest.fixture
def web() -> Iterator[SmallWeb]:
    with small_web() as made:
        yield made


def write(file: Path, text: str, at: int) -> None:
    file.write_text(text, encoding="utf-8")
    os.utime(file, (at, at))


def ids() -> list[str]:
    from sayso.app.sources import list_sources

    return sorted(view.source.id for view in list_sources())


def test_a_saved_source_is_listed_as_new(ledger: Path) -> None:
    from sayso.app.sources import add_source, list_sources

    add_source(FEED)
    (view,) = list_sources()
    assert (view.source, view.word, view.last_look, view.from_file) == (FEED, "new", None, False)


def test_an_address_is_watched_once(ledger: Path) -> None:
    from sayso.app.sources import add_source

    add_source(FEED)
    with pytest.raises(SaysoError, match="watched already"):
        add_source(Source("again", "Again", "feed", FEED.address))


def test_an_id_that_was_used_is_not_given_again(ledger: Path) -> None:
    from sayso.app.sources import add_source, remove_source

    add_source(FEED)
    remove_source("herald")
    other = Source("herald", "Valley Herald", "feed", "https://other.example.org/feed")
    assert add_source(other).id == "herald-2"
    assert ids() == ["herald-2"]


def test_pause_and_resume(ledger: Path) -> None:
    from sayso.app.sources import add_source, list_sources, pause_source, resume_source

    add_source(FEED)
    pause_source("herald")
    assert list_sources()[0].word == "paused"
    resume_source("herald")
    assert list_sources()[0].word == "new"


def test_an_unknown_id_is_said(ledger: Path) -> None:
    from sayso.app.sources import remove_source, show_source

    for act in (remove_source, show_source):
        with pytest.raises(SaysoError, match="no source has the id"):
            act("nobody")


@pytest.mark.parametrize(
    "source",
    [
        Source("a", "A", "feed", "/home/feed.xml"),
        Source("a", "A", "folder", "https://a.example.org/"),
        Source("a", "A", "carrier pigeon", "https://a.example.org/"),
        Source("a", "A", "feed", "https://user:secret@a.example.org/"),
        Source("a", "A", "feed", "https://a.example.org/", expected_per_day=0),
        Source("a", "A", "feed", "https://a.example.org/", every_s=5),
    ],
    ids=["path", "web folder", "kind", "credentials", "volume", "every"],
)
def test_what_cannot_be_watched_is_not_saved(ledger: Path, source: Source) -> None:
    from sayso.app.sources import add_source

    with pytest.raises(SaysoError):
        add_source(source)
    assert ids() == []


def test_found_out_before_it_is_saved(ledger: Path, web: SmallWeb) -> None:
    from sayso.app.sources import add_source, find_source

    web.put("/feed", rss(*(item(n) for n in range(8))), "application/rss+xml")
    found = find_source(f"{web.base}/feed", allow_hosts=(web.host,))
    assert (found.source.kind, found.source.id, len(found.last_items)) == ("feed", "river-news", 5)
    assert ids() == []
    add_source(found.source)
    assert find_source(f"{web.base}/feed", allow_hosts=(web.host,)).known == "river-news"


def test_private_hosts_are_not_looked_at_unless_named(ledger: Path, web: SmallWeb) -> None:
    from sayso.app.sources import find_source

    web.put("/feed", rss(item(1)), "application/rss+xml")
    with pytest.raises(SaysoError, match="public"):
        find_source(f"{web.base}/feed")
    assert web.asked == []


def test_sources_of_the_file(ledger: Path) -> None:
    from sayso.app.sources import configured, list_sources

    write(ledger / "sayso.toml", TOML, 1_000)
    found = configured()["gulf-post"]
    assert (found.name, found.kind, found.expected_per_day, found.every_s) == ("Gulf Post", "feed", 12.0, 600)
    assert all(view.from_file for view in list_sources())
    assert ids() == ["gulf-post", "notices"]


def test_the_file_wins_and_lets_go(ledger: Path) -> None:
    from sayso.app.sources import add_source, configured, remove_source

    write(ledger / "sayso.toml", TOML, 1_000)
    add_source(FEED)
    with pytest.raises(SaysoError, match=r"sayso\.toml"):
        remove_source("gulf-post")
    evening = '[[source]]\nid = "gulf-post"\nname = "Gulf Post (evening)"\naddress = "https://gulf.example.org/rss"\n'
    write(ledger / "sayso.toml", evening, 2_000)
    assert configured()["gulf-post"].name == "Gulf Post (evening)"
    assert ids() == ["gulf-post", "herald"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[source]\n", "cannot be read"),
        ('[[source]]\nadress = "https://a.example.org/"\n', "unknown key 'adress'"),
        ('[[source]]\naddress = "https://a.example.org/"\nevery = "often"\n', "every is seconds"),
        ('[[source]]\naddress = "https://a.example.org/"\nexpected_per_day = "many"\n', "expected_per_day is a number"),
        ('[[source]]\nname = "A"\n', "no address"),
        ('[source]\naddress = "https://a.example.org/"\n', "double brackets"),
        (2 * '[[source]]\nid = "a"\naddress = "https://a.example.org/"\n', "two sources"),
    ],
)  # fmt: skip
def test_a_file_with_a_mistake_changes_nothing(ledger: Path, text: str, says: str) -> None:
    from sayso.app.sources import configured
    from sayso.store.sources import sources

    write(ledger / "sayso.toml", TOML, 1_000)
    configured()
    write(ledger / "sayso.toml", text, 2_000)
    with pytest.raises(SaysoError, match=says):
        configured()
    assert set(sources()) == {"gulf-post", "notices"}


def test_opml_there_and_back(ledger: Path, tmp_path: Path) -> None:
    from sayso.app.sources import add_source, configured, export_opml, import_opml, remove_source

    wanted = [
        FEED,
        Source(
            "notices", "Notices", "page", "https://harbour.example.org/notices", 2.5, 600, 90, (), "Harbour", "en", True
        ),
    ]
    for source in wanted:
        add_source(source)
    (tmp_path / "all.opml").write_bytes(export_opml())
    assert import_opml(tmp_path / "all.opml")[0] == []
    for source in wanted:
        remove_source(source.id)
    added, left = import_opml(tmp_path / "all.opml")
    assert left == []
    from dataclasses import replace

    assert [replace(source, id="") for source in added] == [replace(source, id="") for source in wanted]
    assert len(configured()) == 2


def test_opml_of_other_readers(ledger: Path, tmp_path: Path) -> None:
    from sayso.app.sources import import_opml

    (tmp_path / "reader.opml").write_text("""<?xml version="1.0"?><opml version="1.0"><body><outline text="News">
    <outline text="Gulf Post" type="rss" xmlUrl="https://gulf.example.org/rss" htmlUrl="https://gulf.example.org/"/>
    <outline text="Twice" type="rss" xmlUrl="https://gulf.example.org/rss"/>
    <outline text="Old" type="rss" xmlUrl="feed://old.example.org/rss"/>
    <outline text="Odd" type="rss" xmlUrl="javascript:alert(1)"/></outline></body></opml>""")
    added, left = import_opml(tmp_path / "reader.opml")
    assert [(source.id, source.address) for source in added] == [
        ("gulf-post", "https://gulf.example.org/rss"), ("old", "https://old.example.org/rss"),
    ]  # fmt: skip
    assert left == ["Odd: no address that can be watched"]


def test_what_is_no_opml_is_said(ledger: Path, tmp_path: Path) -> None:
    from sayso.app.sources import import_opml

    (tmp_path / "x.opml").write_text('<!DOCTYPE o [<!ENTITY a "b">]><opml><body/></opml>')
    with pytest.raises(SaysoError, match="no OPML"):
        import_opml(tmp_path / "x.opml")
    with pytest.raises(SaysoError, match="cannot be read"):
        import_opml(tmp_path / "none.opml")
