"""Readings into the ledger, several documents in one transaction: linked, written, and their incidents' lines made."""

from __future__ import annotations

from collections.abc import Iterable

import sayso.app.prepare  # noqa: F401
from sayso.app.inputs import Item
from sayso.app.linking import link_reading, merge_incidents
from sayso.app.projection import refresh_in_turn
from sayso.model import Reading
from sayso.store.closed import closed, since_of, time_of_act
from sayso.store.entry import Entry
from sayso.store.pack import capture_id
from sayso.store.writer import Writer


def store_readings(
    read: Iterable[tuple[Item, Reading]], writer: Writer | None = None, *, live: bool = False
) -> list[Entry | None]:
    """Link and write documents in order, all of them in one transaction; the Entry of each, None when it was known.

    Whatever is returned is stored; when this raises, nothing of the documents is.

    Args:
        read: where each reading came from, and the reading.
        writer: a new one when None.
        live: True for a service that is asked while it reads: everything counts from the time it is written, so that
            no answer that was given since the capture changes.

    Raises:
        django.db.DatabaseError: the ledger cannot be written.
    """
    writer = writer or Writer()
    made: list[Entry | None] = []
    with writer.turn():
        until = closed()
        for item, reading in read:
            known = writer.knows(capture_id(item.capture, item.given)) or writer.has_document(reading.document.id)
            since = time_of_act() if live else since_of(item.capture.known_from, until)
            made.append(None if known else link_reading(item, reading, since))
            if (entry := made[-1]) is not None:
                writer.add(entry)
                merge_incidents(entry, writer)
        while refresh_in_turn():
            pass
    return made
