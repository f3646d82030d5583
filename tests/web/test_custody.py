"""Where captured bytes are, and the evidence of an incident as a file to take along."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client

from ledger_sample import at, blast, store

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


def test_custody_of_a_capture_is_told_from_the_ledger(ledger: Path) -> None:
    from sayso.app.custody import custody
    from sayso.store import models as rows
    from sayso.store.bodies import drop
    from sayso.store.kept import HeldRecord, note_kept

    store(blast("Daily Steppe", 2, known=at(1)))
    digest = rows.DocumentRow.objects.get().capture.body_id
    record = HeldRecord(digest, "https://steppe.example/1", at(1), "steppe", "a.warc.gz", 7, 90, "response", "<urn:1>", "https://steppe.example/1")  # fmt: skip  # noqa: E501
    note_kept([record, HeldRecord(digest, record.address, at(3), "steppe", "a.warc.gz", 97, 40, "revisit", "<urn:2>", record.uri)])  # fmt: skip  # noqa: E501
    told = custody(digest)
    assert (len(told.seen), told.last_seen, told.sources) == (2, at(3), (("steppe", "steppe", False),))
    assert told.gone_at is None
    assert len(custody(digest, at(2)).seen) == 1
    drop([digest], "kept 30 days", datetime(2026, 1, 1, tzinfo=UTC))
    assert custody(digest).gone_why == "kept 30 days"


def test_evidence_of_an_incident_is_taken_along(ledger: Path, tmp_path: Path) -> None:
    from sayso.app.as_of import list_incidents
    from sayso.export.verify import main

    store(blast("Daily Steppe", 2, known=at(1)), blast("Gulf Herald", 3, known=at(2)))
    incident = list_incidents()[0].id
    client = Client()
    answer = client.get(f"/incidents/{incident}/evidence.wacz")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{incident}.wacz"'
    file = tmp_path / "got.wacz"
    file.write_bytes(b"".join(answer.streaming_content))  # type: ignore[attr-defined]
    assert main([str(file)]) == 0
    assert client.get("/incidents/KEN-000000/evidence.wacz").status_code == 404
    assert f"/incidents/{incident}/evidence.wacz" in client.get(f"/incident/{incident}").content.decode()
