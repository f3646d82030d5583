"""A mailbox goes through ingest like any other input: read once, known the second time, bad mail put aside."""

from __future__ import annotations

from pathlib import Path

MAILS = b"""From x
Subject: Blast in Quetta
Date: Tue, 5 Mar 2024 09:00:00 +0500
Message-ID: <one@list.example>
Content-Type: text/plain; charset=utf-8

A bomb exploded at a bus station in Quetta, Pakistan, on Monday, killing three people, police said.

From x
Content-Type: image/png

nothing to read
"""


def test_a_mailbox_is_ingested_once(ledger: Path, tmp_path: Path) -> None:
    from sayso.app.as_of import list_incidents
    from sayso.app.ingest import ingest

    (tmp_path / "alerts.mbox").write_bytes(MAILS)
    first, second = ingest([tmp_path]), ingest([tmp_path])
    assert (first.new, first.quarantined, second.new, second.known) == (1, 1, 0, 1)
    (line,) = list_incidents()
    assert line.happened is not None
    assert line.happened.value == "2024-03-04"
