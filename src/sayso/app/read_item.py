"""Reads one item of an ingest; free of the ledger, so that a reading process needs no database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sayso.app.inputs import Item
from sayso.app.read import read_capture
from sayso.collect.kinds import Passed
from sayso.model import Reading, Unreadable
from sayso.model.codec import content_hash
from sayso.store.entry import Quarantined


def work(item: Item | Quarantined | Passed | str) -> Reading | None:
    """The Reading of an Item; None for what needs no reading."""
    return read_item(item) if isinstance(item, Item) else None


def read_item(item: Item) -> Reading:
    """The Reading of one item.

    Raises:
        Unreadable: when it cannot become a Document.
    """
    given = item.given
    published = date.fromisoformat(given.published) if given.published else None
    reading = read_capture(item.capture, published=published, url=given.url, outlet=given.outlet, title=given.title)
    text = reading.document.text
    if "\x00" in text or any("\ud800" <= c <= "\udfff" for c in text):
        raise Unreadable("binary", "the text holds characters that no text has")
    # outlet and title are given from outside the bytes, so two outlets that print the same words stay two documents
    own = content_hash(reading.document.id, given.outlet, given.title) if given.outlet or given.title else ""
    return replace(reading, document=replace(reading.document, id=own)) if own else reading
