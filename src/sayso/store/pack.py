"""Nouns of the model to compressed bytes and back, and the content hashes that name the rows."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from functools import lru_cache
from typing import Any

from sayso.model import Assertion, Capture, Document, Place, Reading
from sayso.model.codec import canonical, content_hash, from_plain, to_plain
from sayso.store.entry import Given

_REMEMBERED = 600  # documents without their texts, some 20 KB each


def capture_id(capture: Capture, given: Given) -> str:
    """Name of a capture: the bytes and what was given along.

    The address counts only as far as it was given as URL, so a file that is moved or copied adds nothing.
    """
    return content_hash(capture.digest, to_plain(given))


def reading_id(reading: Reading) -> str:
    """Name of a reading: the document and the reader that read it."""
    return content_hash(reading.document.id, reading.reader)


_OF_THE_READER = ("made_by", "score", "certainty", "statement")
_OF_THE_GAZETTEER = ("reason", "runners_up", "uncertainty_m", "lat", "lon", "admin1")


def assertion_id(document: str, report: str, assertion: Assertion) -> str:
    """Ledger id of an assertion: which value stands at which words of which document.

    What a reader thinks of it (who said it, how surely) and how the gazetteer argues is left out: two readers that
    find the same value in the same words give the same id, so a change of reader shows as the difference only, and a
    person's judgement stays with the assertion it was made about.
    """
    plain = to_plain(assertion)
    for part in _OF_THE_READER:
        plain.pop(part, None)
    if isinstance(assertion.value, Place):
        plain["value"] = {k: v for k, v in plain["value"].items() if k not in _OF_THE_GAZETTEER}
    return content_hash(document, report, plain)


def shrink(plain: Any) -> bytes:
    """Compressed canonical JSON."""
    return zlib.compress(canonical(plain).encode("utf-8"), 6)


def grow(data: bytes | memoryview) -> Any:
    """The plain JSON value that ``shrink`` compressed."""
    return json.loads(zlib.decompress(data))


def pack_document(document: Document) -> bytes:
    """Everything of a Document but its text, which has a column of its own."""
    return shrink(to_plain(replace(document, text="")))


def unpack_document(text: str, record: bytes | memoryview) -> Document:
    """The Document as it was packed."""
    return replace(_unpacked(bytes(record)), text=text)


@lru_cache(_REMEMBERED)
def _unpacked(record: bytes) -> Document:
    """A Document without its text; remembered, since a much-copied one is asked for again with each new copy."""
    return from_plain(Document, grow(record))


def pack_reading(reading: Reading) -> bytes:
    """Everything of a Reading but its Document."""
    plain = to_plain(reading)
    del plain["document"]
    return shrink(plain)


def unpack_reading(document: Document, record: bytes | memoryview) -> Reading:
    """The Reading as it was packed."""
    plain = grow(record)
    plain["document"] = {"id": "", "capture": "", "text": ""}
    return replace(from_plain(Reading, plain), document=document)
