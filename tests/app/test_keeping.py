"""Retention: old bytes behind no incident go, everything that was read and known stays as it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ledger_sample import at, blast, store
from sayso.collect.warc import Keep
from sayso.model import Capture, Reading

LATER = datetime(2012, 3, 1, tzinfo=UTC)
RULE = {"port": 30}


def quiet(outlet: str, day: int = 1):  # type: ignore[no-untyped-def]
    """A document from which no report was read."""
    item, reading = blast(outlet, None, known=at(day))
    made: Reading = replace(reading, reports=(), statements=())
    return item, made


def kept_as(source: str, *captures: Capture) -> None:
    from sayso.app.evidence import keep_captures

    keep_captures([Keep(c) for c in captures], source=source)


@pytest.fixture
def house(ledger: Path) -> Iterator[Path]:
    from sayso.app import evidence

    evidence._writer.cache_clear()
    yield ledger
    evidence.end_files()
    evidence._writer.cache_clear()


@pytest.fixture
def both(house: Path) -> tuple[str, str]:
    """Digests of one capture behind an incident and one behind none, both of the source "port" in November 2011."""
    loud, still = blast("Daily Steppe", killed=3), quiet("Quiet Courier")
    kept_as("port", loud[0].capture, still[0].capture)
    store(loud, still)
    return loud[0].capture.digest, still[0].capture.digest


def test_old_bytes_behind_no_incident_go_and_the_others_stay(both: tuple[str, str]) -> None:
    from sayso.app.keeping import keep
    from sayso.store.bodies import body_of, tombstones

    (told,) = keep(apply=True, now=LATER, keep_days=RULE)
    assert (told.source, told.captures, told.size > 50) == ("port", 1, True)
    loud, still = both
    assert body_of(loud)
    assert body_of(still) is None
    assert [(t.why, t.at) for t in tombstones(still)] == [("source port keeps 30 days", LATER)]
    assert keep(apply=True, now=LATER, keep_days=RULE) == ()


def test_telling_changes_nothing(both: tuple[str, str]) -> None:
    from sayso.app.keeping import keep
    from sayso.store.bodies import body_of

    assert [e.captures for e in keep(now=LATER, keep_days=RULE)] == [1]
    assert all(body_of(digest) for digest in both)


def test_no_answer_changes(both: tuple[str, str]) -> None:
    from sayso.app.as_of import article_page, incident_page, list_incidents
    from sayso.app.keeping import keep
    from sayso.store.models import DocumentRow

    documents = sorted(DocumentRow.objects.values_list("pk", flat=True))

    def answers() -> object:
        listed = list_incidents(at(20))
        return listed, [incident_page(line.id, at(20)) for line in listed], [article_page(d, at(20)) for d in documents]

    before = answers()
    keep(apply=True, now=LATER, keep_days=RULE)
    assert answers() == before


def test_the_bytes_leave_the_warc_files_and_the_others_are_found_again(both: tuple[str, str], house: Path) -> None:
    from sayso.app.evidence import firsts
    from sayso.app.keeping import keep
    from sayso.collect.warc import Kept, read_bytes
    from sayso.store.kept import kept_of

    loud, _ = both
    keep(apply=True, now=LATER, keep_days=RULE)
    (h,) = kept_of([loud])
    place = Kept(h.file, h.offset, h.length, h.kind, h.record, h.uri, h.at, h.digest)
    assert read_bytes(house / "warc", place)
    assert set(firsts(house / "warc", both)) == {loud}
    (file,) = (house / "warc").iterdir()
    from warcio.archiveiterator import ArchiveIterator

    with file.open("rb") as stream:
        uris = [r.rec_headers.get_header("WARC-Target-URI") for r in ArchiveIterator(stream)]
    assert [uri and "daily-steppe" in uri for uri in uris] == [None, True]


def test_what_came_another_way_or_is_young_stays(house: Path) -> None:
    from sayso.app.keeping import keep

    by_hand, young, other = quiet("By Hand"), quiet("Young"), quiet("Other")
    again = replace(young[0].capture, known_from=datetime(2012, 2, 20, tzinfo=UTC))
    kept_as("port", young[0].capture, again)
    kept_as("no-rule", other[0].capture)
    store(by_hand, young, other)
    assert keep(apply=True, now=LATER, keep_days=RULE) == ()


def test_a_run_that_was_killed_is_ended_by_the_next(both: tuple[str, str], house: Path) -> None:
    from sayso.app.evidence import firsts
    from sayso.app.keeping import keep
    from sayso.store.bodies import drop

    drop([both[1]], "killed before the files were written anew")
    assert set(firsts(house / "warc", both)) == set(both)
    keep(apply=True, now=LATER, keep_days=RULE)
    assert set(firsts(house / "warc", both)) == {both[0]}


def test_reading_again_leaves_out_what_has_no_bytes(both: tuple[str, str]) -> None:
    from sayso.app.keeping import keep
    from sayso.store import stored

    keep(apply=True, now=LATER, keep_days=RULE)
    assert [s.capture.digest for s in stored.captures(lambda reader, cleaner: True)] == [both[0]]
    assert stored.count(lambda reader, cleaner: True) == 1


def test_bytes_that_are_captured_again_come_back_whole(both: tuple[str, str], house: Path) -> None:
    from sayso.app.evidence import firsts
    from sayso.app.keeping import keep
    from sayso.store.bodies import body_of, keep_body

    _, still = both
    body = body_of(still)
    assert body
    keep(apply=True, now=LATER, keep_days=RULE)
    kept_as("port", Capture("https://port.example/again", body, LATER, "text/plain"))
    keep_body(still, body)
    assert body_of(still) == body
    assert still in firsts(house / "warc", both)


def test_the_service_lets_go_by_the_rules_of_its_sources(both: tuple[str, str]) -> None:
    from sayso.app.service import let_go
    from sayso.model.source import Source
    from sayso.store.bodies import body_of
    from sayso.store.sources import save_source

    assert let_go(LATER) == 0
    save_source(Source("port", "Port", "feed", "https://port.example/feed", keep_days=30), "person")
    assert let_go(LATER) == 1
    assert [body_of(digest) is None for digest in both] == [False, True]
