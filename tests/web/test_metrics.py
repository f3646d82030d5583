"""/metrics and /health: numbers of the ledger, sources by id, never an address."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from sayso.model.source import LookState, Source


def _told(path: str):  # type: ignore[no-untyped-def]
    from django.test import Client

    return Client().get(path)


def _samples() -> dict[tuple[str, str], float]:
    text = _told("/metrics").content.decode()
    return {
        (sample.name, "".join(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_looks_captures_and_the_last_success_are_told(ledger: Path) -> None:
    from sayso.store.sources import HeldLook, count, keep_look, save_source

    at = datetime.now(UTC)
    address = "https://user:pw123@steppe.example/feed?token=verysecret"
    save_source(Source("steppe", "Steppe", "feed", address), "test", at)
    keep_look(HeldLook("steppe", at, "new", "", "", 3, 3, 20, at + timedelta(hours=1)), LookState())
    count("steppe", captures=2, read=1, refused=1)
    told = _samples()
    assert told["sayso_looks_total", "new"] == 1
    assert told["sayso_looks_total", "failing"] == 0
    assert told["sayso_captures_total", ""] == 2
    assert told["sayso_readings_total", ""] == 1
    assert told["sayso_quarantine", ""] == 0
    assert told["sayso_queue", "waiting"] == 0
    assert told["sayso_sources", "healthy"] == 1
    assert told["sayso_collecting", ""] == 0
    assert abs(told["sayso_source_last_success_timestamp_seconds", "steppe"] - at.timestamp()) < 1
    text = _told("/metrics").content.decode()
    assert "verysecret" not in text
    assert "pw123" not in text


def test_health_is_ok_while_nothing_should_run(ledger: Path) -> None:
    answer = _told("/health")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok", "collecting": False, "parts": {}})


def test_health_tells_of_a_part_that_is_stuck_or_in_trouble(ledger: Path) -> None:
    from sayso.app.service import STUCK_S, Beat, beats

    beats["collecting"] = Beat()
    beats["reading"] = Beat(at=time.monotonic() - STUCK_S - 1)
    try:
        answer = _told("/health")
        assert answer.status_code == 503
        assert answer.json()["parts"] == {"collecting": "ok", "reading": "stuck"}
        beats["reading"] = Beat(trouble="the ledger cannot be written: disk full")
        assert "disk full" in _told("/health").json()["parts"]["reading"]
    finally:
        beats.clear()


def test_a_service_in_another_process_is_seen(ledger: Path) -> None:
    from sayso.app.only_one import only_service

    with only_service(ledger):
        assert _told("/health").json()["collecting"] is True
        assert _samples()["sayso_collecting", ""] == 1
