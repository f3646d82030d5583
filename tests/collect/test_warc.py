"""WARC files: what warcio and FastWARC read back, and what a kill leaves."""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio.archiveiterator import ArchiveIterator as Warcio

from sayso.collect.answer import Answer
from sayso.collect.warc import Keep, Kept, WarcFolder, find, read_bytes, repair, without
from sayso.collect.warc_record import First
from sayso.model import Capture, SaysoError

AT = datetime(2024, 5, 3, 10, 11, 12, 345678, tzinfo=UTC)
PAGE = b"<html><body><p>Two shops burned in the harbour street, the fire service said.</p></body></html>"
ANSWER = Answer(
    200, "https://news.example/a", PAGE,
    {"content-type": "text/html; charset=utf-8", "content-encoding": "gzip", "content-length": "71",
     "set-cookie": "session=1", "etag": '"x1"'},
)  # fmt: skip


def capture(body: bytes = PAGE, address: str = "https://news.example/a", at: datetime = AT) -> Capture:
    return Capture(address, body, at, "text/html", "utf-8")


def folder(tmp_path: Path, **more: object) -> WarcFolder:
    return WarcFolder(tmp_path / "warc", "Sayso/test", **more)  # type: ignore[arg-type]


def records(path: Path) -> list[tuple[str, dict[str, str], bytes]]:
    """Type, WARC headers and payload of every record, as warcio reads and checks them."""
    found = []
    with path.open("rb") as file:
        for record in Warcio(file, check_digests=True):
            body = record.content_stream().read()
            assert record.digest_checker.passed is not False, record.digest_checker.problems
            found.append((record.rec_type, dict(record.rec_headers.headers), body))
    return found


def only_file(tmp_path: Path) -> Path:
    (path,) = (tmp_path / "warc").iterdir()
    return path


def test_a_page_with_its_answer_is_a_response_record(tmp_path: Path) -> None:
    out = folder(tmp_path)
    (kept,) = out.keep([Keep(capture(), ANSWER)])
    out.close()
    info, (kind, headers, body) = records(only_file(tmp_path))
    assert info[0] == "warcinfo"
    assert (kind, body) == ("response", PAGE)
    assert headers["WARC-Target-URI"] == "https://news.example/a"
    assert headers["WARC-Date"] == "2024-05-03T10:11:12.345678Z"
    assert headers["WARC-Payload-Digest"] == f"sha256:{sha256(PAGE).hexdigest()}"
    assert kept.record == headers["WARC-Record-ID"]


def test_the_answers_packing_is_kept_under_another_name_and_cookies_are_not(tmp_path: Path) -> None:
    out = folder(tmp_path)
    out.keep([Keep(capture(), ANSWER)])
    out.close()
    raw = gzip.decompress(only_file(tmp_path).read_bytes())
    assert b"X-Archive-Orig-content-encoding: gzip\r\n" in raw
    assert f"\r\nContent-Length: {len(PAGE)}\r\n\r\n".encode() in raw
    assert b"session=1" not in raw


def test_fastwarc_finds_every_digest_right(tmp_path: Path) -> None:
    out = folder(tmp_path)
    out.keep([Keep(capture(), ANSWER), Keep(capture(b"plain words", "/srv/in/note.txt"))])
    out.close()
    kinds = []
    with only_file(tmp_path).open("rb") as file:
        for record in ArchiveIterator(file, parse_http=False):
            assert record.verify_block_digest()
            if record.is_http:  # it computes the payload digest of HTTP records only
                record.parse_http()
                assert record.verify_payload_digest()
            kinds.append(record.record_type)
    assert kinds == [WarcRecordType.warcinfo, WarcRecordType.response, WarcRecordType.resource]


def test_a_file_is_a_resource_record_under_a_uri(tmp_path: Path) -> None:
    out = folder(tmp_path)
    out.keep([Keep(Capture("/srv/in/a note.txt", b"words", AT, "text/plain"))])
    out.close()
    kind, headers, body = records(only_file(tmp_path))[1]
    assert (kind, headers["WARC-Target-URI"], body) == ("resource", "file:///srv/in/a%20note.txt", b"words")
    assert headers["Content-Type"] == "text/plain"


def test_the_same_bytes_again_are_a_revisit_that_names_the_first(tmp_path: Path) -> None:
    out = folder(tmp_path)
    later = AT.replace(hour=15)
    first, again = out.keep([Keep(capture(), ANSWER), Keep(capture(at=later), ANSWER)])
    out.close()
    _, _, (kind, headers, body) = records(only_file(tmp_path))
    assert (kind, body, again.kind) == ("revisit", b"", "revisit")
    assert headers["WARC-Refers-To"] == first.record
    assert headers["WARC-Refers-To-Target-URI"] == "https://news.example/a"
    assert headers["WARC-Refers-To-Date"] == "2024-05-03T10:11:12.345678Z"
    assert headers["WARC-Profile"] == "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
    assert headers["WARC-Payload-Digest"] == f"sha256:{first.digest}"


def test_a_revisit_of_bytes_kept_earlier(tmp_path: Path) -> None:
    out = folder(tmp_path)
    first = First("<urn:uuid:00000000-0000-4000-8000-000000000001>", "https://news.example/a", AT)
    (kept,) = out.keep([Keep(capture(at=AT.replace(hour=20)), ANSWER, first=first)])
    assert kept.kind == "revisit"


def test_a_known_request_is_kept_without_its_secrets(tmp_path: Path) -> None:
    out = folder(tmp_path)
    sent = (("Host", "news.example"), ("User-Agent", "Sayso/1"), ("Authorization", "Basic abc"))
    (kept,) = out.keep([Keep(capture(), ANSWER, sent)])
    out.close()
    _, _, (kind, headers, _) = records(only_file(tmp_path))
    raw = gzip.decompress(only_file(tmp_path).read_bytes())
    assert kind == "request"
    assert headers["WARC-Concurrent-To"] == kept.record
    assert b"GET /a HTTP/1.1\r\nHost: news.example\r\n" in raw
    assert b"Basic abc" not in raw


@pytest.mark.parametrize("evil", ["https://news.example/a\r\nWARC-Type: metadata", "x:\x00\x1f y", "relative/path"])
def test_no_address_can_begin_a_header(tmp_path: Path, evil: str) -> None:
    out = folder(tmp_path)
    out.keep([Keep(capture(address=evil), Answer(200, evil, PAGE, {"x": "1\r\nEvil: 2"}))])
    out.close()
    kind, headers, body = records(only_file(tmp_path))[1]
    expected = "response" if evil.startswith("https:") else "resource"
    assert (kind, headers["WARC-Type"], body) == (expected, expected, PAGE)
    assert not {"\r", "\n", " ", "\x00"} & set(headers["WARC-Target-URI"])


def test_a_record_is_read_by_its_offset_alone(tmp_path: Path) -> None:
    out = folder(tmp_path)
    kept = out.keep([Keep(capture(b"<p>%d</p>" % n, f"https://news.example/{n}"), ANSWER) for n in range(5)])
    data = read_bytes(out.folder, kept[3])
    assert data is not None
    record = next(iter(Warcio(BytesIO(data))))
    assert record.content_stream().read() == b"<p>3</p>"


def test_a_new_file_for_a_new_day_and_when_one_is_full(tmp_path: Path) -> None:
    clock = [AT]
    out = folder(tmp_path, largest=1500, now=lambda: clock[0])
    names = [out.keep([Keep(capture(os.urandom(600)), ANSWER)])[0].file for _ in range(3)]
    clock[0] = AT.replace(day=4)
    names.append(out.keep([Keep(capture(b"next day"), ANSWER)])[0].file)
    out.close()
    assert len(set(names)) == 3
    assert [n[:14] for n in names] == ["sayso-20240503"] * 3 + ["sayso-20240504"]
    assert all(find(out.folder, n) == out.folder / n for n in names)


def torn(tmp_path: Path, cut: int) -> tuple[Path, list[Kept]]:
    """A folder as a killed process leaves it: one open file, its last record cut short by ``cut`` bytes."""
    out = folder(tmp_path)
    kept = out.keep([Keep(capture(b"<p>%d</p>" % n, f"https://news.example/{n}"), ANSWER) for n in range(3)])
    path = find(out.folder, kept[0].file)
    assert path is not None
    other = tmp_path / "after"
    other.mkdir()
    data = path.read_bytes()
    (other / path.name).write_bytes(data[: len(data) - cut])
    return other, kept


@pytest.mark.parametrize("cut", [1, 30, 0])
def test_a_torn_tail_is_cut_off_and_the_rest_is_whole(tmp_path: Path, cut: int) -> None:
    after, kept = torn(tmp_path, cut)
    ((name, gone),) = repair(after)
    assert name == kept[0].file
    assert gone == (kept[2].length - cut if cut else 0)
    assert [body for _, _, body in records(after / name)][1:] == [b"<p>0</p>", b"<p>1</p>", b"<p>2</p>"][
        : 3 - bool(cut)
    ]


def test_what_is_known_to_be_whole_is_not_read_again(tmp_path: Path) -> None:
    after, kept = torn(tmp_path, 5)
    asked = []
    repair(after, lambda name: asked.append(name) or kept[1].offset + kept[1].length)  # type: ignore[func-returns-value]
    assert asked == [kept[0].file]
    assert len(records(after / kept[0].file)) == 3


def test_a_file_with_nothing_whole_is_removed(tmp_path: Path) -> None:
    after = tmp_path / "after"
    after.mkdir()
    (after / "sayso-20240503-000000-aaaaaa.warc.gz.open").write_bytes(b"\x1f\x8b\x08 torn")
    repair(after)
    assert list(after.iterdir()) == []


def test_the_file_of_a_running_process_is_left_alone(tmp_path: Path) -> None:
    out = folder(tmp_path)
    out.keep([Keep(capture(), ANSWER)])
    assert repair(out.folder) == []
    assert only_file(tmp_path).name.endswith(".open")


def test_a_full_disk_leaves_no_half_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = folder(tmp_path)
    (good,) = out.keep([Keep(capture(), ANSWER)])
    size = only_file(tmp_path).stat().st_size

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(SaysoError, match="No space left"):
            out.keep([Keep(capture(b"more"), ANSWER)])
    assert only_file(tmp_path).stat().st_size == size
    (next_one,) = out.keep([Keep(capture(b"later"), ANSWER)])
    assert next_one.offset == good.offset + good.length


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from sayso.collect.answer import Answer
from sayso.collect.warc import Keep, WarcFolder
from sayso.model import Capture
out, n = WarcFolder(Path(sys.argv[1]), "Sayso/test"), 0
while True:
    body = b"<p>%d</p>" % n * 5000
    kept = out.keep([Keep(Capture(f"https://news.example/{n}", body, datetime.now(UTC)), Answer(200, "", body))])[0]
    print(kept.digest, flush=True)
    n += 1
"""


def test_after_kill_9_everything_that_was_acknowledged_is_there(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    told = [process.stdout.readline().strip() for _ in range(20)]
    time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    told += [line.strip() for line in process.stdout if len(line.strip()) == 64]
    process.wait()
    ((name, _),) = repair(tmp_path)
    held = [sha256(body).hexdigest() for kind, _, body in records(tmp_path / name) if kind == "response"]
    assert held[: len(told)] == told


def test_captures_can_be_taken_out_and_the_others_are_found_again(tmp_path: Path) -> None:
    out = folder(tmp_path)
    kept = out.keep([Keep(capture(b"<p>%d</p>" % n, f"https://news.example/{n}"), ANSWER) for n in range(4)])
    out.close()
    stay = without(out.folder, kept[0].file, [kept[1]], kept, AT)
    (out.folder / kept[0].file).unlink()
    assert [k.digest for k in stay] == [k.digest for k in kept if k is not kept[1]]
    assert [b for kind, _, b in records(out.folder / stay[0].file) if kind == "response"] == [
        b"<p>0</p>", b"<p>2</p>", b"<p>3</p>",
    ]  # fmt: skip
    assert all(read_bytes(out.folder, k) for k in stay)
