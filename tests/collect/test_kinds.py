"""Kinds of source: what a file gives, in order, and how hostile files are refused."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sayso.collect.kinds import KINDS, LARGEST, Found, Refused, kind_of
from sayso.collect.kinds.mbox import MBOX

MAIL = b"""From list@example.org Mon Mar  4 10:00:00 2024
From: Alerts <alerts@example.org>
To: me@example.org
Subject: =?utf-8?b?0JLQt9GA0YvQsg==?= in Quetta
Date: Mon, 4 Mar 2024 23:30:00 -0500
Message-ID: <one@example.org>
List-Id: "Steppe Watch" <watch.example.org>
Content-Type: text/plain; charset=utf-8

A bomb exploded in Quetta on Monday.
>From the market, smoke was seen.

"""
TWO = b"""From x Mon Mar  4 10:00:00 2024
Subject: two parts
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain

View this mail in a browser.
--b
Content-Type: text/html; charset=latin-1
Content-Transfer-Encoding: quoted-printable

<p>Caf=E9 bombed</p>
--b--

"""


def mails(tmp_path: Path, body: bytes) -> list[Found | Refused]:
    file = tmp_path / "news.mbox"
    file.write_bytes(body)
    return list(MBOX.read(file, datetime(2024, 3, 5, tzinfo=UTC)))


def test_names_and_endings_are_of_one_kind_each() -> None:
    endings = [e for kind in KINDS for e in kind.endings]
    assert len(endings) == len(set(endings))
    assert len({k.name for k in KINDS}) == len(KINDS)


@pytest.mark.parametrize(
    ("name", "kind"), [("A.HTML", "page"), ("x.jsonl.gz", "lines"), ("m.mbox", "mbox"), ("p.png", None), ("gz", None)]
)
def test_the_name_tells_the_kind(name: str, kind: str | None) -> None:
    found = kind_of(Path(name))
    assert (found.name if found else None) == kind


def test_a_mail_is_a_document_with_what_its_head_says(tmp_path: Path) -> None:
    (found,) = mails(tmp_path, MAIL)
    assert isinstance(found, Found)
    assert (found.title, found.outlet, found.published) == ("Взрыв in Quetta", "Steppe Watch", "2024-03-04")
    assert found.capture.address == "mid:one@example.org"
    assert found.capture.known_from == datetime(2024, 3, 5, tzinfo=UTC)
    assert b"\nFrom the market" in found.capture.body


def test_sender_and_receiver_are_not_kept(tmp_path: Path) -> None:
    assert not any(who in repr(mails(tmp_path, MAIL)) for who in ("alerts@", "me@example"))


def test_the_html_part_stands_in_for_a_stub(tmp_path: Path) -> None:
    (found,) = mails(tmp_path, TWO)
    assert isinstance(found, Found)
    assert (found.capture.media_type, found.capture.charset) == ("text/html", "latin-1")
    assert found.capture.body.decode("latin-1").strip() == "<p>Café bombed</p>"


def test_mails_come_in_order_and_are_counted(tmp_path: Path) -> None:
    found = mails(tmp_path, MAIL + TWO + MAIL)
    assert [f.title for f in found if isinstance(f, Found)] == ["Взрыв in Quetta", "two parts", "Взрыв in Quetta"]
    assert MBOX.count(tmp_path / "news.mbox") == 3


NESTED = b"From x\n" + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))
HOSTILE = {
    "no mail": (b"just words\n", "bad_record"),
    "empty": (b"", "bad_record"),
    "only a picture": (b"From x\nContent-Type: image/png\n\n\x89PNG\n", "bad_record"),
    "nested without end": (NESTED, "bad_record"),
    "too large": (b"From x\n\n" + b"a" * (LARGEST + 9), "too_large"),
    "an attachment named as text": (
        b'From x\nContent-Type: text/plain\nContent-Disposition: attachment; filename="a.txt"\n\nwords\n', "bad_record",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_mail_is_refused_with_a_reason(name: str, tmp_path: Path) -> None:
    body, reason = HOSTILE[name]
    (found,) = mails(tmp_path, body)
    assert isinstance(found, Refused)
    assert found.reason == reason


@pytest.mark.parametrize(
    "head",
    [
        b"Content-Type: text/plain; charset=no-such-charset",
        b"Content-Type: ;;;===\x00",
        b"Content-Transfer-Encoding: base64",
        b"Date: the day before never",
        b"Date: Mon, 99 Foo 99999 99:99:99 +9999",
        b"Subject: =?utf-8?b?////?= =?x?y?z?=",
        b"Subject: " + b"a" * 100_000,
        b"Message-ID: <" + b"b" * 100_000 + b">",
        b"Archived-At: <javascript:alert(1)>",
        b"List-Id: <<<>>>",
        b"From: \xff\xfe\x00 <\xd8>",
    ],
)
def test_a_strange_head_breaks_nothing(head: bytes, tmp_path: Path) -> None:
    found = mails(tmp_path, b"From x\n" + head + b"\n\nA bomb exploded in Quetta on Monday, police said.\n\n" + MAIL)
    assert len(found) == 2
    first = found[0]
    assert isinstance(first, Refused) or (
        first.url == "" and len(first.title) <= 1000 and not first.capture.address.startswith("javascript")
    )
    assert isinstance(found[1], Found)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    for kind in KINDS:
        (found,) = kind.read(tmp_path / "gone", None)
        assert isinstance(found, Refused)
        assert found.reason == "unreadable_file"
        assert kind.count(tmp_path / "gone") in (1, None)


def test_a_cut_off_archive_of_lines_gives_what_it_holds(tmp_path: Path) -> None:
    lines = b"".join(json.dumps({"text": f"words {n}" * 50}).encode() + b"\n" for n in range(2000))
    file = tmp_path / "a.jsonl.gz"
    file.write_bytes(gzip.compress(lines)[:-200])
    kind = kind_of(file)
    assert kind is not None
    found = list(kind.read(file, datetime(2024, 3, 5, tzinfo=UTC)))
    assert isinstance(found[0], Found)
    assert isinstance(found[-1], Refused)


def test_every_kind_gives_the_same_twice(tmp_path: Path) -> None:
    assert repr(mails(tmp_path, MAIL + TWO)) == repr(mails(tmp_path, MAIL + TWO))
