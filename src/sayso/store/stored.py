"""Captures as they were stored, to be read again, and what one reading held."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sayso.model import Capture
from sayso.store import models as rows
from sayso.store.bodies import dropped
from sayso.store.entry import Given, HeldReading
from sayso.store.subjects import Standing, reports_of
from sayso.store.view import View
from sayso.store.writer import given_of

_PAGE = 200  # captures looked at in one go


@dataclass(frozen=True, slots=True)
class Stored:
    """A capture with what was given along, and its latest reading.

    Attributes:
        document, reading, reader, cleaner: of the latest reading.
    """

    capture: Capture
    given: Given
    constructed: bool
    document: str
    reading: str
    reader: str
    cleaner: str


def captures(wanted: Callable[[str, str], bool]) -> Iterator[Stored]:
    """Every stored capture whose latest reading is ``wanted``, in the order of ids, bytes and all.

    Captures whose bytes are no longer kept cannot be read again and are left out.

    Args:
        wanted: asked with the names of reader and cleaner of the latest reading.
    """
    for some in _pages():
        for held in _kept(some):
            if wanted(held.reader, held.cleaner):
                yield _stored(held.capture, held.document, held.id, held.reader, held.cleaner)


def count(wanted: Callable[[str, str], bool]) -> int:
    """How many captures ``captures`` gives."""
    return sum(wanted(held.reader, held.cleaner) for some in _pages() for held in _kept(some))


def _kept(documents: list[str]) -> list[HeldReading]:
    """The latest readings of the captures behind documents, without those whose bytes are no longer kept."""
    found = View().readings_of(documents)
    gone = dropped({held.digest for held in found})
    return [held for held in found if held.digest not in gone]


def _pages() -> Iterator[list[str]]:
    """One document of each capture, in pages; documents of re-readings come along and are told apart by capture."""
    last, seen = "", True
    while seen:
        query = rows.CaptureRow.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:_PAGE]
        found = list(query)
        seen = bool(found)
        if found:
            last = found[-1]
            documents = rows.DocumentRow.objects.filter(capture__in=found)
            yield list(documents.order_by("pk").values_list("pk", flat=True))


def _stored(capture: str, document: str, reading: str, reader: str, cleaner: str) -> Stored:
    row = rows.CaptureRow.objects.select_related("body").get(pk=capture)
    body = zlib.decompress(row.body.data)
    made = Capture(row.address, body, row.known_from, row.media_type, row.charset, row.body_id)
    return Stored(made, given_of(row), row.constructed, document, reading, reader, cleaner)


def has_reading(reading: str) -> bool:
    """True when a reading of this id (``pack.reading_id``) was stored."""
    return rows.ReadingRow.objects.filter(pk=reading).exists()


def linked(document: str) -> tuple[Standing, ...]:
    """The reports of the latest reading of a document with the incidents they are in now."""
    return reports_of(document)
