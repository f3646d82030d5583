"""Collecting from real hosts on loopback: captured once per version, nobody stops anybody."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from loopback_host import TEXT, Host, loopback_host
from sayso.collect.kinds.watched import Get, Watched
from sayso.model import SaysoError
from sayso.model.source import Look, LookState, Seen, Source


@pytest.fixture
def host() -> Iterator[Host]:
    yield from loopback_host("127.31.0.1")


@pytest.fixture
def other() -> Iterator[Host]:
    yield from loopback_host("127.31.0.2")


def source_at(host: Host, name: str = "steppe", kind: str = "shown", **more: object) -> Source:
    return Source(
        name, name.title(), kind, host.address("/"), every_s=1, allow_hosts=(host.home,), outlet=name.title(), **more  # type: ignore[arg-type]
    )  # fmt: skip


class Shown:
    """A kind of source that shows what a test says, by source id."""

    def __init__(self) -> None:
        self.items: dict[str, list[Seen]] = {}

    def __call__(self, source: Source, state: LookState, get: Get) -> Look:
        items = tuple(self.items.get(source.id, ()))
        return Look(items, replace(state, cursor=str(len(items))), "new" if items else "empty")


@pytest.fixture
def shown() -> Shown:
    return Shown()


def _raises(source: Source, state: LookState, get: Get) -> Look:
    raise RuntimeError("a fault")


def _hangs(source: Source, state: LookState, get: Get) -> Look:
    time.sleep(30)
    return Look((), state, "empty")


def collect(
    shown: Shown, *some: Source, seconds: float = 60.0, read: bool = True, kept: Sequence[Source] = (), **limits: float
) -> None:
    """Save the sources, look at each once, fetch what is due then, and read it."""
    from sayso.app.collecting import Collector, Limits
    from sayso.app.reading_queue import Reader
    from sayso.run import Pool
    from sayso.store.sources import look_again, save_source, sources

    for source in (*some, *kept):
        save_source(source, "test")
        look_again(source.id, _now())
    kinds = {name: Watched(name, look) for name, look in (("shown", shown), ("raises", _raises), ("hangs", _hangs))}
    made = Collector(kinds, sources, Limits(gap_s=0.01, **limits), once=True)  # type: ignore[arg-type]
    end = time.monotonic() + seconds
    while not made.idle():
        made.step(0.02)
        assert time.monotonic() < end, "it does not come to rest"
    reader = Reader(Pool())
    while read and reader.step():
        pass


def _now():  # type: ignore[no-untyped-def]
    from datetime import UTC, datetime

    return datetime.now(UTC)


def states(source: str = "steppe") -> list[tuple[str, str]]:
    from sayso.store.items import last_items

    return sorted((item.state, item.reason) for item in last_items(source))


def held() -> Counter[str]:
    """Address to number of captures in the ledger."""
    from sayso.store.models import CaptureRow

    return Counter(CaptureRow.objects.values_list("address", flat=True))


def test_an_item_is_fetched_captured_and_read(ledger: Path, host: Host, shown: Shown) -> None:
    from sayso.store.models import DocumentRow

    item = host.article("/1", "Atyrau")
    shown.items["steppe"] = [item]
    collect(shown, source_at(host))
    assert states() == [("read", "")]
    assert held() == {item.address: 1}
    assert DocumentRow.objects.get().outlet == "Steppe"


def test_a_second_look_doubles_nothing(ledger: Path, host: Host, shown: Shown) -> None:
    item = host.article("/1", "Atyrau")
    shown.items["steppe"] = [item]
    collect(shown, source_at(host))
    collect(shown, source_at(host))
    assert held() == {item.address: 1}
    assert host.fetched() == ["/1"]


def test_an_edited_item_is_another_version_of_its_address(ledger: Path, host: Host, shown: Shown) -> None:
    shown.items["steppe"] = [host.article("/1", "Atyrau")]
    collect(shown, source_at(host))
    shown.items["steppe"] = [host.article("/1", "Atyrau", "Two people were hurt.")]
    collect(shown, source_at(host))
    assert held() == {host.address("/1"): 2}


def test_unchanged_bytes_make_no_new_capture_whatever_the_source_says(ledger: Path, host: Host, shown: Shown) -> None:
    from sayso.store.models import KeptRow, VersionRow
    from sayso.store.sources import watching

    item = host.article("/1", "Atyrau")
    shown.items["steppe"] = [item]
    collect(shown, source_at(host))
    shown.items["steppe"] = [replace(item, version="another")]
    collect(shown, source_at(host))
    assert host.fetched() == ["/1", "/1"]
    assert VersionRow.objects.count() == 1
    assert held() == {item.address: 1}
    assert watching()["steppe"].counts["same"] == 1
    assert sorted(KeptRow.objects.values_list("kind", flat=True)) == ["response", "revisit"]


def test_what_is_edited_back_is_a_version_that_is_known(ledger: Path, host: Host, shown: Shown) -> None:
    for more in ("", "Two people were hurt.", ""):
        shown.items["steppe"] = [host.article("/1", "Atyrau", more)]
        collect(shown, source_at(host))
    assert len(host.fetched()) == 3
    assert held() == {host.address("/1"): 2}


def test_text_that_the_source_brings_along_needs_no_fetching(ledger: Path, host: Host, shown: Shown) -> None:
    body = TEXT.format(town="Quetta", more="").encode()
    shown.items["steppe"] = [
        Seen(host.address("/list#1"), "The bridge", body=body, media_type="text/plain", key="1", fetch=False)
    ]
    collect(shown, source_at(host))
    assert host.fetched() == []
    assert states() == [("read", "")]


def test_text_that_came_along_counts_when_the_page_cannot_be_had(ledger: Path, host: Host, shown: Shown) -> None:
    body = TEXT.format(town="Quetta", more="").encode()
    host.pages["/1"] = 410
    shown.items["steppe"] = [Seen(host.address("/1"), body=body, media_type="text/plain", charset="utf-8")]
    collect(shown, source_at(host))
    time.sleep(1.1)  # the second and last try
    collect(shown, source_at(host))
    assert states() == [("read", "")]
    assert held() == {host.address("/1"): 1}


def test_a_page_that_is_gone_is_given_up_after_a_second_try(ledger: Path, host: Host, shown: Shown) -> None:
    host.pages["/1"] = 410
    shown.items["steppe"] = [Seen(host.address("/1"))]
    collect(shown, source_at(host))
    assert states() == [("waiting", "gone")]
    time.sleep(1.1)
    collect(shown, source_at(host))
    assert states() == [("refused", "gone")]


def test_what_was_in_the_way_once_is_forgotten_when_it_can_be_had(ledger: Path, host: Host, shown: Shown) -> None:
    item = host.article("/1", "Atyrau")
    page, host.pages["/1"] = host.pages["/1"], 500
    shown.items["steppe"] = [item]
    collect(shown, source_at(host))
    assert states() == [("waiting", "http_5xx")]
    host.pages["/1"] = page
    time.sleep(1.1)
    collect(shown, source_at(host))
    assert states() == [("read", "")]


def test_a_page_that_goes_after_it_was_read_stays_in_the_ledger(ledger: Path, host: Host, shown: Shown) -> None:
    item = host.article("/1", "Atyrau")
    shown.items["steppe"] = [item]
    collect(shown, source_at(host))
    host.pages["/1"] = 410
    shown.items["steppe"] = [replace(item, version="another")]
    collect(shown, source_at(host))
    assert states() == [("read", "gone")]
    assert held() == {item.address: 1}


def test_what_cannot_be_read_is_put_aside(ledger: Path, host: Host, shown: Shown) -> None:
    from sayso.store.models import QuarantineRow

    host.pages["/1"] = "<html><body></body></html>"
    shown.items["steppe"] = [Seen(host.address("/1"))]
    collect(shown, source_at(host))
    assert [state for state, _ in states()] == ["refused"]
    assert QuarantineRow.objects.count() == 1


def test_files_of_a_folder_are_read_as_ingest_does(ledger: Path, host: Host, shown: Shown, tmp_path: Path) -> None:
    import json

    from sayso.store.models import DocumentRow, QuarantineRow
    from sayso.store.sources import watching

    lines = [json.dumps({"text": TEXT.format(town="Quetta", more=str(n)), "outlet": "Herald"}) for n in range(11)]
    file = tmp_path / "day.jsonl"
    file.write_text("\n".join([*lines, "no JSON"]))
    shown.items["steppe"] = [Seen(str(file), version="1", fetch=False)]
    collect(shown, source_at(host))
    assert states() == [("read", "")]
    assert (DocumentRow.objects.count(), QuarantineRow.objects.count()) == (11, 1)
    file.write_text("\n".join([*lines, json.dumps({"text": TEXT.format(town="Garoua", more="new")})]))
    shown.items["steppe"] = [Seen(str(file), version="2", fetch=False)]
    collect(shown, source_at(host))
    assert DocumentRow.objects.count() == 12
    assert watching()["steppe"].counts["read"] == 12


def test_the_item_of_a_file_leads_to_its_documents(ledger: Path, host: Host, shown: Shown, tmp_path: Path) -> None:
    import json

    from sayso.app.source_desk import source_sheet
    from sayso.store.items import DOCUMENTS_OF_FILE
    from sayso.store.models import DocumentRow

    page = tmp_path / "page.txt"
    page.write_text(TEXT.format(town="Quetta", more="one"))
    texts = [TEXT.format(town="Atyrau", more=str(n)) for n in range(DOCUMENTS_OF_FILE + 5)]
    (tmp_path / "day.jsonl").write_text("\n".join(json.dumps({"text": text}) for text in texts))
    shown.items["steppe"] = [Seen(str(tmp_path / name), version="1", fetch=False) for name in ("page.txt", "day.jsonl")]
    collect(shown, source_at(host))
    (first,) = DocumentRow.objects.filter(text__contains="Quetta").values_list("pk", flat=True)
    lines = {Path(line.item.address).name: line for line in source_sheet("steppe").items}
    assert lines["page.txt"].documents == (first,)
    assert len(lines["day.jsonl"].documents) == DOCUMENTS_OF_FILE
    assert lines["day.jsonl"].word == "document"
    page.write_text(TEXT.format(town="Quetta", more="two"))
    shown.items["steppe"] = [Seen(str(page), version="2", fetch=False)]
    collect(shown, source_at(host))
    (line,) = [one for one in source_sheet("steppe").items if one.item.address == str(page)]
    assert len(line.documents) == 2
    assert line.documents[0] == first


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)  # the other engine plans by the size of its tables
def test_the_look_for_documents_of_items_goes_by_indexes(ledger: Path) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from sayso.store.source_items import documents_of

    with CaptureQueriesContext(
        connection,
    ) as asked:
        documents_of([1, 2])
    with connection.cursor() as cursor:
        for query in asked.captured_queries:
            cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
            plan = [row[3] for row in cursor.fetchall()]
            assert plan
            assert not [step for step in plan if step.startswith("SCAN")], plan


def test_a_document_that_ends_the_process_again_and_again_is_put_aside(ledger: Path, host: Host, shown: Shown) -> None:
    from sayso.app.reading_queue import Reader
    from sayso.run import Pool
    from sayso.store.items import note_begun, versions_to_read
    from sayso.store.models import QuarantineRow

    shown.items["steppe"] = [host.article(f"/{n}", "Atyrau", str(n)) for n in range(3)]
    collect(shown, source_at(host), read=False)
    for _ in range(6):
        note_begun(versions_to_read(1))
    reader = Reader(Pool())
    while reader.step():
        pass
    assert sorted(state for state, _ in states()) == ["read", "read", "refused"]
    assert QuarantineRow.objects.get().reason == "reader_died"


def test_items_of_a_paused_source_wait(ledger: Path, host: Host, other: Host, shown: Shown) -> None:
    from sayso.store.items import add_items

    add_items("steppe", [host.article("/1", "Atyrau")], _now())
    shown.items["calm"] = [other.article("/2", "Quetta")]
    collect(shown, source_at(other, "calm"), kept=[source_at(host, paused=True)])
    assert states() == [("waiting", "")]
    assert states("calm") == [("read", "")]


def test_a_source_that_raises_or_hangs_stops_no_other(ledger: Path, host: Host, other: Host, shown: Shown) -> None:
    from sayso.store.sources import looks

    shown.items["steppe"] = [host.article(f"/{n}", "Atyrau", str(n)) for n in range(5)]
    began = time.monotonic()
    collect(
        shown, source_at(host), source_at(other, "broken", "raises"), replace(source_at(other, "stuck", "hangs")),
        look_s=1.0, grace_s=-29.5, places=3,
    )  # fmt: skip
    assert states() == [("read", "")] * 5
    assert (looks("broken")[0].outcome, looks("broken")[0].reason) == ("failing", "reader_error")
    assert (looks("stuck")[0].outcome, looks("stuck")[0].reason) == ("failing", "hung")
    assert time.monotonic() - began < 25


def test_a_flood_does_not_starve_others(ledger: Path, host: Host, other: Host, shown: Shown) -> None:
    from sayso.app.collecting import Collector, Limits
    from sayso.store.sources import save_source, sources

    shown.items["flood"] = [host.article(f"/{n}", "Atyrau", str(n)) for n in range(500)]
    shown.items["calm"] = [other.article("/1", "Quetta")]
    made = Collector({"shown": Watched("shown", shown)}, sources, Limits(gap_s=0.01, places=4))
    save_source(source_at(host, "flood"), "test")
    save_source(source_at(other, "calm"), "test")
    end = time.monotonic() + 20
    while states("calm") != [("captured", "")] and time.monotonic() < end:
        made.step(0.02)
    assert states("calm") == [("captured", "")]
    assert len(host.fetched()) < 100


def test_a_text_that_no_database_takes_is_the_source_s_failure(ledger: Path, host: Host, shown: Shown) -> None:
    from sayso.store.sources import looks

    shown.items["steppe"] = [host.article("/1", "Atyrau"), Seen(host.address("/3"), title="half a letter \ud800")]
    shown.items["calm"] = [host.article("/2", "Quetta")]
    collect(shown, source_at(host), source_at(host, "calm"))
    assert looks("steppe")[0].outcome == "failing"
    assert states("steppe") == [], "part of a look was stored"
    assert states("calm") == [("read", "")]


def test_what_a_later_answer_may_not_change(ledger: Path, host: Host, shown: Shown) -> None:
    """What is read counts from when it was written: who asked in between keeps the answer."""
    from sayso.store.models import ReadingRow

    shown.items["steppe"] = [host.article("/1", "Atyrau")]
    collect(shown, source_at(host))
    row = ReadingRow.objects.select_related("document__capture").get()
    assert row.since > row.document.capture.known_from


def test_the_second_service_says_so_and_stops(ledger: Path) -> None:
    from sayso.app.only_one import only_service, running

    assert running(ledger) is None
    with only_service(ledger, "sayso run"):
        now = running(ledger)
        assert now is not None
        assert now["what"] == "sayso run"
        with pytest.raises(SaysoError, match="another service collects"), only_service(ledger):
            pass
    assert running(ledger) is None
    with only_service(ledger):
        pass


def test_services_of_two_folders_on_one_postgresql_are_two_services(ledger: Path, engine: str, tmp_path: Path) -> None:
    from sayso.app.only_one import only_service

    if engine == "sqlite":
        pytest.skip("a SQLite ledger lies in its folder")
    (tmp_path / "another").mkdir()
    refused = pytest.raises(SaysoError, match="another service collects")
    with only_service(ledger), refused, only_service(tmp_path / "another"):
        pass
    with only_service(tmp_path / "another"):
        pass
