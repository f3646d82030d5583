"""Captured bytes go with a tombstone only, and the ledger's rows stay."""

from pathlib import Path

import pytest

from ledger_sample import blast, store


@pytest.fixture
def digest(ledger: Path) -> str:
    item, reading = blast("Daily Steppe")
    store((item, reading))
    return item.capture.digest


def test_without_a_tombstone_the_database_refuses(digest: str) -> None:
    from django.db import DatabaseError, connection, transaction

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE store_bodyrow SET data = %s", [b""])


def test_a_body_goes_with_its_tombstone(digest: str) -> None:
    from sayso.store import bodies

    assert bodies.body_of(digest)
    bodies.drop([digest], "nothing happened in it")
    assert bodies.body_of(digest) is None
    assert [(t.why, t.size > 0) for t in bodies.tombstones(digest)] == [("nothing happened in it", True)]


def test_even_with_a_tombstone_nothing_else_of_a_body_can_change(digest: str) -> None:
    from django.db import DatabaseError, connection, transaction

    from sayso.store import bodies

    bodies.drop([digest], "old")
    for sql in ("UPDATE store_bodyrow SET size = 1, data = 'x'", "DELETE FROM store_bodyrow"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)


def test_a_body_with_bytes_cannot_be_given_other_bytes(digest: str) -> None:
    from django.db import DatabaseError, connection, transaction

    from sayso.store.closed import time_of_act
    from sayso.store.models import DroppedRow

    DroppedRow(digest=digest, size=1, at=time_of_act(), why="forged").save()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE store_bodyrow SET data = %s", [b"other"])


def test_bytes_come_back_when_they_are_captured_again(digest: str) -> None:
    from sayso.store import bodies

    body = bodies.body_of(digest)
    assert body
    bodies.drop([digest], "old")
    assert bodies.keep_body(digest, body)
    assert bodies.body_of(digest) == body
    assert not bodies.keep_body(digest, body)
