"""Web archives: which records become documents, and what broken and hostile archives come to."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
import zstandard

from archive_sample import HTML, pages, record, wacz, warc, warc_zst
from sayso.collect.kinds import LARGEST, Found, Passed, Refused, kind_of
from sayso.collect.kinds.archive import ARCHIVE, read, resume

AT = datetime(2024, 6, 1, tzinfo=UTC)
TEXT = "<p>Zwei Häuser brannten.</p>".encode()


def only(tmp_path: Path, one: bytes) -> Found | Refused | Passed:
    (found,) = read(warc(tmp_path / "a.warc.gz", [one]), AT)
    return found


def addresses(found: list[Found | Refused | Passed]) -> list[str]:
    return [f.capture.address.rpartition("/")[2] for f in found if isinstance(f, Found)]


def test_a_response_brings_its_address_time_type_and_charset(tmp_path: Path) -> None:
    body = "<p>Zwei Häuser brannten.</p>".encode("cp1252")
    found = only(
        tmp_path, record("https://a.example/x", body, http=[("Content-Type", "text/html; charset=windows-1252")])
    )
    assert isinstance(found, Found)
    capture = found.capture
    assert (capture.body, capture.media_type, capture.charset) == (body, "text/html", "windows-1252")
    assert capture.known_from == datetime(2024, 5, 3, 10, 11, 12, tzinfo=UTC)
    assert found.url == capture.address == "https://a.example/x"


@pytest.mark.parametrize(
    ("make", "ending"),
    [
        (lambda p: warc(p, pages(3, gz=False)), ".warc"),
        (lambda p: warc(p, pages(3)), ".warc.gz"),
        (lambda p: warc_zst(p, pages(3, gz=False)), ".warc.zst"),
        (lambda p: warc(p, [zstandard.compress(b"".join(pages(3, gz=False)))]), "-one-frame.warc.zst"),
        (lambda p: wacz(p, {"archive/b.warc.gz": b"".join(pages(3)[2:]), "archive/a.warc.gz": b"".join(pages(2)),
                            "pages/pages.jsonl": b"{}", "datapackage.json": b"{}"}), ".wacz"),
    ],
)  # fmt: skip
def test_every_packing_gives_the_same_pages(tmp_path: Path, make, ending: str) -> None:  # type: ignore[no-untyped-def]
    file = make(tmp_path / f"news{ending}")
    assert kind_of(file) is ARCHIVE
    found = list(read(file, AT))
    assert addresses(found) == ["0", "1", "2"]
    assert len(found) == 3


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (record("https://a.example/p.png", b"\x89PNG", http=[("Content-Type", "image/png")]), "no_page"),
        (record("https://a.example/gone", status="404 Not Found"), "status"),
        (record("https://a.example/robots.txt", b"User-agent: *", http=[("Content-Type", "text/plain")]), "no_page"),
        (record("https://a.example/none", b"  "), "empty"),
        (record("urn:text:https://a.example/", b"words", "resource", warc={"Content-Type": "text/plain"}), "no_page"),
        (record("https://a.example/x", b"", "revisit"), "unchanged"),
        (record("https://a.example/x", b"words", "conversion"), "no_page"),
    ],
)
def test_what_is_no_page_is_passed_over_with_a_reason(tmp_path: Path, one: bytes, reason: str) -> None:
    found = only(tmp_path, one)
    assert isinstance(found, Passed)
    assert (found.reason, found.number) == (reason, 1)


def test_bookkeeping_is_not_counted(tmp_path: Path) -> None:
    some = [record("", b"software: x", "warcinfo"), record("https://a.example/x", b"", "metadata"), *pages(1)]
    assert len(list(read(warc(tmp_path / "a.warc.gz", some), AT))) == 1


def test_a_page_without_a_stated_type_is_known_by_its_beginning(tmp_path: Path) -> None:
    assert isinstance(only(tmp_path, record("https://a.example/x", b"<!DOCTYPE html><p>words", http=[])), Found)


def test_a_resource_is_a_page_too(tmp_path: Path) -> None:
    one = record("file:///in/x.txt", b"words", "resource", warc={"Content-Type": "text/plain; charset=koi8-r"})
    found = only(tmp_path, one)
    assert isinstance(found, Found)
    assert (found.url, found.capture.media_type, found.capture.charset) == ("", "text/plain", "koi8-r")


CHUNKED = b"5;name=x\r\n<p>Zw\r\n%x\r\n%b\r\n0\r\n\r\n" % (len(TEXT) - 5, TEXT[5:])


@pytest.mark.parametrize(
    ("body", "more"),
    [
        (gzip.compress(TEXT, mtime=0), [("Content-Encoding", "gzip")]),  # a time here would be part of the test's name
        (zlib.compress(TEXT), [("Content-Encoding", "deflate")]),
        (zstandard.compress(TEXT), [("Content-Encoding", "zstd")]),
        (TEXT, [("Content-Encoding", "gzip")]),
        (TEXT, [("Content-Encoding", "br")]),
        (TEXT, [("Transfer-Encoding", "chunked")]),
        (CHUNKED, [("Transfer-Encoding", "chunked")]),
    ],
)
def test_bodies_are_unpacked_also_when_the_archiver_did_it_before(
    tmp_path: Path, body: bytes, more: list[tuple[str, str]]
) -> None:
    found = only(tmp_path, record("https://a.example/x", body, http=[*HTML, *more]))
    assert isinstance(found, Found)
    assert found.capture.body == TEXT


def test_a_date_that_cannot_be_counts_for_nothing(tmp_path: Path) -> None:
    for date in ("2999-01-01T00:00:00Z", "1400-01-01T00:00:00Z", "yesterday"):
        found = only(tmp_path, record("https://a.example/x", warc={"WARC-Date": date}))
        assert isinstance(found, Found)
        assert found.capture.known_from == AT


# Hostile and broken archives


def test_a_body_that_unpacks_beyond_all_measure_is_refused(tmp_path: Path) -> None:
    bomb = gzip.compress(b"\0" * 60_000_000)
    found = only(tmp_path, record("https://a.example/x", bomb, http=[*HTML, ("Content-Encoding", "gzip")]))
    assert isinstance(found, Refused)
    assert found.reason == "bomb"


@pytest.mark.parametrize("packing", ["zstd", "deflate"])
def test_other_bombs_stop_at_the_largest_page(tmp_path: Path, packing: str) -> None:
    raw = b"\0" * (LARGEST + 5_000_000)
    bomb = zstandard.compress(raw) if packing == "zstd" else zlib.compress(raw)
    found = only(tmp_path, record("https://a.example/x", bomb, http=[*HTML, ("Content-Encoding", packing)]))
    assert isinstance(found, Refused | Passed)


def test_a_record_larger_than_any_page_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    large = record("https://a.example/large", b"a" * (LARGEST + 2_000_000))
    found = list(read(warc(tmp_path / "a.warc.gz", [large, *pages(1)]), AT))
    assert isinstance(found[0], Refused)
    assert found[0].reason == "too_large"
    assert addresses(found) == ["0"]


def test_a_cut_off_archive_gives_what_is_whole_and_says_where_it_ends(tmp_path: Path) -> None:
    whole = b"".join(pages(3))
    found = list(read(warc(tmp_path / "a.warc.gz", [whole[:-20]]), AT))
    assert addresses(found) == ["0", "1"]
    assert isinstance(found[-1], Refused)
    assert found[-1].reason == "damaged_archive"


def test_behind_a_damaged_record_reading_goes_on(tmp_path: Path) -> None:
    some = pages(5)
    broken = bytearray(some[2])
    broken[len(broken) // 2] ^= 0xFF
    found = list(read(warc(tmp_path / "a.warc.gz", [*some[:2], bytes(broken), *some[3:]]), AT))
    assert addresses(found) == ["0", "1", "3", "4"]
    assert [f.reason for f in found if isinstance(f, Refused)] in (["damaged_archive"], ["bad_digest"])


@pytest.mark.parametrize("new", [b"Content-Length: 99999999", b"Content-Length: -7", b"Content-Length: 40"])
def test_a_lying_length_spoils_one_record_not_the_archive(tmp_path: Path, new: bytes) -> None:
    old = b"Content-Length: 73"
    some = pages(4, gz=False)
    assert old in some[1]
    at = some[1].index(old)
    some[1] = some[1][:at] + new + some[1][at + len(old) :]
    for name, data in (("a.warc", some), ("a.warc.gz", [gzip.compress(s) for s in some])):
        found = list(read(warc(tmp_path / name, data), AT))
        assert addresses(found) == ["0", "2", "3"], name
        assert any(isinstance(f, Refused) for f in found)


def test_bytes_that_are_not_those_of_their_digest_are_refused(tmp_path: Path) -> None:
    one = record("https://a.example/x", warc={"WARC-Block-Digest": "sha256:" + "0" * 64})
    found = only(tmp_path, one)
    assert isinstance(found, Refused)
    assert found.reason == "bad_digest"


@pytest.mark.parametrize("body", [b"", b"no archive at all\n" * 50, b"\x1f\x8b\x08" * 400, bytes(range(256)) * 40])
def test_what_is_no_archive_raises_nothing_and_gives_no_page(tmp_path: Path, body: bytes) -> None:
    found = list(read(warc(tmp_path / "a.warc.gz", [body]), AT))
    assert not addresses(found)
    assert len(found) <= 51
    assert bool(found) == bool(body)


@pytest.mark.parametrize(
    "name", ["../a.warc.gz", "/archive/a.warc.gz", "archive/../../a.warc.gz", "archive\\a.warc.gz"]
)
def test_a_package_that_leads_out_of_itself_is_refused(tmp_path: Path, name: str) -> None:
    file = wacz(tmp_path / "a.wacz", {name: b"".join(pages(1)), "archive/good.warc.gz": b"".join(pages(2))})
    found = list(read(file, AT))
    assert isinstance(found[0], Refused)
    assert found[0].reason == "path_trick"
    assert addresses(found) == ["0", "1"]
    assert [p.name for p in tmp_path.iterdir()] == ["a.wacz"]


def test_a_package_whose_member_is_a_bomb_is_refused(tmp_path: Path) -> None:
    file = wacz(tmp_path / "a.wacz", {"archive/a.warc": b"\0" * 50_000_000}, zipfile.ZIP_DEFLATED)
    (found,) = read(file, AT)
    assert isinstance(found, Refused)
    assert found.reason == "bomb"


@pytest.mark.parametrize("body", [b"PK\x03\x04 no package", b""])
def test_a_broken_package_is_refused(tmp_path: Path, body: bytes) -> None:
    (found,) = read(warc(tmp_path / "a.wacz", [body]), AT)
    assert isinstance(found, Refused)
    assert found.reason == "bad_archive"


# Going on

ZIPPED = b"".join(pages(6)[1:])


@pytest.mark.parametrize(
    "make",
    [
        lambda p: warc(p / "a.warc", pages(6, gz=False)),
        lambda p: warc(p / "a.warc.gz", pages(6)),
        lambda p: warc_zst(p / "a.warc.zst", pages(6, gz=False)),
        lambda p: wacz(p / "a.wacz", {"archive/a.warc": pages(1, gz=False)[0], "archive/b.warc.gz": ZIPPED}),
    ],
)  # fmt: skip
def test_a_cursor_leads_to_what_comes_behind_it(tmp_path: Path, make) -> None:  # type: ignore[no-untyped-def]
    file = make(tmp_path)
    found = list(read(file, AT))
    for n, one in enumerate(found):
        assert one.position is not None
        assert addresses(list(resume(file, AT, one.position.cursor))) == [str(k) for k in range(n + 1, 6)]


def test_where_one_cannot_go_on_reading_begins_at_the_beginning(tmp_path: Path) -> None:
    one_frame = warc(tmp_path / "a.warc.zst", [zstandard.compress(b"".join(pages(4, gz=False)))])
    one_member = warc(tmp_path / "b.warc.gz", [gzip.compress(b"".join(pages(4, gz=False)))])
    for file in (one_frame, one_member):
        for one in read(file, AT):
            assert one.position is not None
            got = addresses(list(resume(file, AT, one.position.cursor)))
            assert got[-1:] == ["3"] or got == []
            assert set("0123"[int(addresses([one])[0]) + 1 :]) <= set(got)


def test_a_cursor_into_another_file_counts_for_nothing(tmp_path: Path) -> None:
    found = list(read(warc(tmp_path / "a.warc.gz", pages(3)), AT))
    assert found[2].position is not None
    other = warc(tmp_path / "b.warc.gz", [record(f"https://b.example/{n}", b"<p>other</p>") for n in range(3)])
    assert len(list(resume(other, AT, found[2].position.cursor))) == 3
    assert len(list(resume(other, AT, "nonsense|x|y"))) == 3


def test_how_far_through_the_file_grows_to_its_end(tmp_path: Path) -> None:
    through = [f.position.through for f in read(warc(tmp_path / "a.warc.gz", pages(50)), AT) if f.position]
    assert through == sorted(through)
    assert through[0] == 0
    assert 0.9 < through[-1] < 1
