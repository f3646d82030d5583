"""Folders, mailboxes and lists on this machine: what is whole is taken, once per version."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from sayso.collect.answer import Answer, Validators
from sayso.collect.kinds import watched_of
from sayso.model.source import Look, LookState, Source
from small_web import small_web

MAIL = """From MAILER Tue Nov 24 10:00:00 2026
Message-ID: <{n}@herald.example.org>
Subject: Alert {n}
Date: Tue, 24 Nov 2026 10:0{n}:00 +0000
Content-Type: text/plain; charset=utf-8

{text}

"""
TEXT = "A lorry overturned on the coast road and two people were taken to hospital, the fire service said."


def look(kind: str, path: Path, state: LookState | None = None) -> Look:
    return watched_of(kind).look(Source("s", "S", kind, str(path)), state or LookState(), no_get)


def no_get(url: str, validators: Validators, max_bytes: int) -> Answer:
    raise AssertionError(f"asked for {url}")


def put(path: Path, text: str, settled: bool = True) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    if settled:
        settle(path)
    return path


def settle(path: Path) -> None:
    """As if it had been written to the last time a minute ago."""
    then = time.time() - 60
    os.utime(path, (then, then))


def names(found: Look) -> list[str]:
    return sorted(item.key for item in found.items)


def test_files_of_known_kinds_are_items(tmp_path: Path) -> None:
    put(tmp_path / "a.html", TEXT)
    put(tmp_path / "deep/b.txt", TEXT)
    put(tmp_path / "picture.png", "x")
    put(tmp_path / ".hidden.txt", TEXT)
    found = look("folder", tmp_path)
    assert (found.outcome, names(found)) == ("new", ["a.html", "deep/b.txt"])
    assert not any(item.fetch or item.body for item in found.items)
    assert found.items[0].address.startswith(str(tmp_path))
    assert found.note == "1 files of other kinds are left alone"


def test_only_what_came_since_is_shown(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", TEXT)
    first = look("folder", tmp_path)
    put(tmp_path / "b.txt", TEXT)
    second = look("folder", tmp_path, first.state)
    assert names(second) == ["b.txt"]
    assert look("folder", tmp_path, second.state).outcome == "unchanged"


def test_half_written_files_wait(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", TEXT[:20], settled=False)
    put(tmp_path / "b.txt", TEXT)
    put(tmp_path / "c.html.part", TEXT)
    first = look("folder", tmp_path)
    assert names(first) == ["b.txt"]
    settle(tmp_path / "a.txt")
    assert "a.txt" in names(look("folder", tmp_path, first.state))


def test_a_file_written_again_is_a_new_version(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", TEXT)
    first = look("folder", tmp_path)
    put(tmp_path / "a.txt", TEXT + " One of them died.")
    second = look("folder", tmp_path, first.state)
    assert names(second) == ["a.txt"]
    assert second.items[0].version != first.items[0].version


def test_files_moved_in_with_an_old_date_are_found(tmp_path: Path) -> None:
    outside = put(tmp_path / "outside/old.txt", TEXT)
    os.utime(outside, (1_000_000_000, 1_000_000_000))
    put(tmp_path / "in/a.txt", TEXT)
    first = look("folder", tmp_path / "in")
    time.sleep(0.02)
    outside.rename(tmp_path / "in/old.txt")
    assert names(look("folder", tmp_path / "in", first.state)) == ["old.txt"]


def test_a_folder_moved_in_whole_is_found(tmp_path: Path) -> None:
    put(tmp_path / "outside/x.txt", TEXT)
    put(tmp_path / "in/a.txt", TEXT)
    first = look("folder", tmp_path / "in")
    (tmp_path / "outside").rename(tmp_path / "in/week")
    assert names(look("folder", tmp_path / "in", first.state)) == ["week/x.txt"]


def test_a_folder_that_is_not_there_is_gone(tmp_path: Path) -> None:
    assert look("folder", tmp_path / "none").outcome == "gone"
    assert look("folder", tmp_path).outcome == "empty"


def mails(*numbers: int, text: str = TEXT) -> str:
    return "".join(MAIL.format(n=n, text=text) for n in numbers)


def test_each_mail_is_a_document(tmp_path: Path) -> None:
    found = look("mail", put(tmp_path / "in.mbox", mails(1, 2)))
    assert found.outcome == "new"
    newest = found.items[0]
    assert (newest.title, newest.published, newest.address) == ("Alert 2", "2026-11-24", "mid:2@herald.example.org")
    assert TEXT in (newest.body or b"").decode()


def test_only_mails_behind_the_last_are_read(tmp_path: Path) -> None:
    box = put(tmp_path / "in.mbox", mails(1, 2))
    first = look("mail", box)
    put(box, mails(1, 2, 3))
    second = look("mail", box, first.state)
    known = {(item.key, item.version) for item in first.items}
    assert [item.title for item in second.items if (item.key, item.version) not in known] == ["Alert 3"]
    assert "Alert 1" not in [item.title for item in second.items]
    assert look("mail", box, second.state).outcome == "unchanged"


def test_the_last_mail_waits_until_the_file_is_settled(tmp_path: Path) -> None:
    box = put(tmp_path / "in.mbox", mails(1, 2), settled=False)
    first = look("mail", box)
    assert [item.title for item in first.items] == ["Alert 1"]
    settle(box)
    assert [item.title for item in look("mail", box, first.state).items] == ["Alert 2"]


def test_a_mailbox_written_anew_is_read_from_its_beginning(tmp_path: Path) -> None:
    box = put(tmp_path / "in.mbox", mails(1, 2))
    first = look("mail", box)
    put(box, mails(7, 8, 9))
    assert [item.title for item in look("mail", box, first.state).items] == ["Alert 9", "Alert 8", "Alert 7"]


def test_a_long_mailbox_is_read_in_steps_without_loss(tmp_path: Path) -> None:
    box = put(tmp_path / "in.mbox", "".join(MAIL.format(n=n, text=TEXT) for n in range(1_203)))
    state, seen = LookState(), set()
    for _ in range(4):
        found = look("mail", box, state)
        seen |= {item.key for item in found.items}
        state = found.state
    assert len(seen) == 1_203
    assert look("mail", box, state).outcome == "unchanged"


def test_a_mail_that_quotes_from_is_one_mail(tmp_path: Path) -> None:
    found = look("mail", put(tmp_path / "in.mbox", mails(1, text=TEXT + "\nFrom here on the road is closed.")))
    assert len(found.items) == 1


def test_mails_of_a_maildir_keep_their_key_when_they_are_read(tmp_path: Path) -> None:
    for part in ("new", "cur", "tmp"):
        (tmp_path / part).mkdir()
    body = mails(1).split("\n", 1)[1]
    put(tmp_path / "new/1700000000.1.host", body)
    first = look("mail", tmp_path)
    (tmp_path / "new/1700000000.1.host").rename(tmp_path / "cur/1700000000.1.host:2,S")
    second = look("mail", tmp_path, first.state)
    assert [(item.key, item.version) for item in first.items] == [("1700000000.1.host", first.items[0].version)]
    assert {(i.key, i.version) for i in second.items} <= {(i.key, i.version) for i in first.items}


@pytest.mark.parametrize(
    "text",
    [
        "url,title,published\nhttps://a.example.org/1,Fire at mill,2026-11-24\n",
        "Title;Published;Address\nFire at mill;2026-11-24;https://a.example.org/1\n",
        "published\turl\ttitle\n2026-11-24\thttps://a.example.org/1\tFire at mill\n",
    ],
)
def test_columns_of_a_list_are_found_by_their_names(tmp_path: Path, text: str) -> None:
    (found,) = look("list", put(tmp_path / "list.csv", text)).items
    assert (found.address, found.title, found.published) == ("https://a.example.org/1", "Fire at mill", "2026-11-24")


def test_a_list_without_heading_is_one_address_a_line(tmp_path: Path) -> None:
    box = put(
        tmp_path / "list.txt", "# seen today\nhttps://a.example.org/1\n\nnot an address\nhttps://a.example.org/2\n"
    )
    assert names(look("list", box)) == ["https://a.example.org/1", "https://a.example.org/2"]


def test_what_is_added_to_a_list_is_new(tmp_path: Path) -> None:
    box = put(tmp_path / "list.txt", "https://a.example.org/1\n")
    first = look("list", box)
    assert look("list", box, first.state).outcome == "unchanged"
    put(box, "https://a.example.org/1\nhttps://a.example.org/2\n")
    assert "https://a.example.org/2" in names(look("list", box, first.state))


def test_a_list_on_the_web() -> None:
    with small_web() as web:
        web.put("/list.csv", "url\nhttps://a.example.org/1\n", "text/csv")
        assert names(web.look("list", "/list.csv")) == ["https://a.example.org/1"]
