"""Web archives into the ledger: what is passed over is counted, and a broken run goes on where it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_sample import record, warc

HTML = [("Content-Type", "text/html")]
PAGE = """<html lang="en"><head><title>Meeting number {n}</title></head><body><article><h1>Meeting number {n}</h1>
<p>The council of the town met for the {n}th time on Monday to talk about the road to the harbour, and adjourned after
three hours without a vote on it. Some forty people had come to listen, and a few of them asked to be heard.</p>
<p>The mayor said that the work could not begin before the ground had dried, and that nobody had asked the owners of the
gardens beside the road so far. A second meeting is planned for the end of the month, when the drawings are ready.</p>
</article></body></html>"""


def crawl(number: int) -> list[bytes]:
    """Pages, each followed by a picture."""
    some = []
    for n in range(number):
        some.append(record(f"https://town.example/{n}", PAGE.format(n=n).encode()))
        some.append(record(f"https://town.example/{n}.png", b"\x89PNG", http=[("Content-Type", "image/png")]))
    return some


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return warc(tmp_path / "crawl.warc.gz", crawl(9))


def test_pages_are_read_and_the_rest_is_counted(ledger: Path, file: Path) -> None:
    from sayso.app.ingest import ingest
    from sayso.store.models import CaptureRow

    result = ingest([file])
    assert (result.new, result.skipped) == (9, (("no_page", 9),))
    assert {row.known_from.isoformat() for row in CaptureRow.objects.all()} == {"2024-05-03T10:11:12+00:00"}


def test_a_whole_archive_again_is_not_looked_at_again(ledger: Path, file: Path) -> None:
    from sayso.app.ingest import ingest

    ingest([file])
    again = ingest([file])
    assert (again.new, again.known, again.resumed) == (0, 9, 9)


def test_a_broken_run_goes_on_where_it_was_and_loses_nothing(
    ledger: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sayso.app import through
    from sayso.app.ingest import ingest
    from sayso.store.models import DocumentRow

    monkeypatch.setattr(through, "_EVERY", 4)

    class Broken(Exception):
        pass

    def stop(done: int, total: int, address: str) -> None:
        if done == 5:
            raise Broken

    with pytest.raises(Broken):
        ingest([file], progress=stop)
    held = DocumentRow.objects.count()
    assert 5 <= held <= 9  # a batch may be stored whole before its first document is told of
    result = ingest([file])
    assert 2 <= result.resumed <= 5
    assert DocumentRow.objects.count() == 9
    assert result.new == 9 - held


def test_how_many_there_are_is_reckoned_from_the_bytes(ledger: Path, file: Path) -> None:
    from sayso.app.ingest import ingest

    totals: list[tuple[int, int]] = []
    ingest([file], progress=lambda done, total, _: totals.append((done, total)))
    assert [done for done, _ in totals[:-1]] == list(range(1, 10))
    assert all(total >= done for done, total in totals)
    assert 7 <= totals[4][1] <= 12
    assert totals[-1] == (9, 9)
