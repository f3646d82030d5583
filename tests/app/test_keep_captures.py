"""Captures of watched sources: in WARC files before they count, each once with its bytes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from sayso.collect.answer import Answer
from sayso.collect.warc import Keep
from sayso.model import Capture

AT = datetime(2024, 5, 3, 10, tzinfo=UTC)
PAGE = b"<p>A warehouse burned down at the port on Friday.</p>"


@pytest.fixture
def house(ledger: Path) -> Path:
    from sayso.app import evidence

    yield ledger  # type: ignore[misc]
    evidence.end_files()
    evidence._writer.cache_clear()


def keep(body: bytes = PAGE, hour: int = 10, source: str = "port-news"):  # type: ignore[no-untyped-def]
    from sayso.app.evidence import keep_capture

    address = "https://port.example/fire"
    capture = Capture(address, body, AT.replace(hour=hour), "text/html")
    return keep_capture(capture, Answer(200, address, body, {"content-type": "text/html"}), source=source)


def kinds(house: Path) -> list[str]:
    found = []
    for path in sorted((house / "warc").iterdir()):
        with path.open("rb") as file:
            found += [record.rec_type for record in ArchiveIterator(file)]
    return [kind for kind in found if kind != "warcinfo"]


def test_a_capture_is_kept_in_the_house_and_found_again(house: Path) -> None:
    from sayso.collect.warc import read_bytes
    from sayso.store.kept import kept_of

    kept = keep()
    (held,) = kept_of([kept.digest])
    assert (held.source, held.address, held.at, held.kind) == (
        "port-news",
        "https://port.example/fire",
        kept.at,
        "response",
    )
    assert read_bytes(house / "warc", kept) is not None


def test_the_same_page_later_is_a_revisit_also_after_a_restart(house: Path) -> None:
    from sayso.app import evidence

    keep(hour=10)
    evidence.end_files()
    evidence._writer.cache_clear()
    keep(hour=11)
    assert sorted(kinds(house)) == ["response", "revisit"]  # two files of one second stand in any order


def test_when_the_first_file_is_gone_the_bytes_are_kept_again(house: Path) -> None:
    from sayso.app import evidence

    kept = keep(hour=10)
    evidence.end_files()
    (house / "warc" / kept.file).unlink()
    keep(hour=11)
    assert kinds(house) == ["response"]


def test_several_at_once_wait_for_the_disk_once(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    from sayso.app.evidence import keep_captures

    keep(b"first, so that the file is there")
    waits: list[int] = []
    real = os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: (waits.append(handle), real(handle))[1])
    keep_captures([Keep(Capture(f"https://port.example/{n}", b"%d" % n, AT)) for n in range(10)])
    assert len(waits) == 1


def test_a_torn_file_is_ended_when_the_house_is_opened_again(house: Path) -> None:
    from sayso.app import evidence

    kept = keep()
    path = house / "warc" / (kept.file + ".open")
    whole = path.read_bytes()
    evidence.end_files()
    evidence._writer.cache_clear()
    torn = house / "warc" / "sayso-20240503-000000-aaaaaa.warc.gz.open"
    torn.write_bytes(whole + whole[:40])
    keep(b"something new")
    assert not torn.exists()
    assert torn.with_suffix("").read_bytes() == whole
