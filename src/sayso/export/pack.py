"""What an evidence pack is made of: frozen records, handed in; and the plain JSON of its ``sayso/`` folder.

The pack is for those who work on the incident: it holds the captured pages and texts as they are, with every name in
them. Values, chains and headlines of the incident name private persons by role, as everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from sayso.export.case import Case
from sayso.model import Document, Span
from sayso.model.codec import to_plain

SCHEMA = "sayso.evidence/1"


@dataclass(frozen=True, slots=True)
class PackRecord:
    """One WARC record of a capture.

    Attributes:
        data: its bytes, one gzip member; a request that belongs to it comes behind, as ``more``.
        kind: ``response``, ``resource`` or ``revisit``; ``id``: WARC-Record-ID; ``uri``: WARC-Target-URI.
        at: WARC-Date, UTC. ``digest``: SHA-256 of the payload. ``mime``, ``status``: for the index.
    """

    data: bytes
    kind: str
    id: str
    uri: str
    at: datetime
    digest: str
    mime: str = ""
    status: str = ""
    more: bytes = b""


@dataclass(frozen=True, slots=True)
class PackCapture:
    """The bytes of one digest with every record of them, the one that holds them first.

    Attributes:
        body: None when they are no longer kept; then ``dropped`` says when (UTC) and by which rule.
        known_from: of the first capture behind a document here; ``media_type``, ``charset``: as stated then.
        given: what was given along with it.
    """

    digest: str
    body: bytes | None
    known_from: datetime
    media_type: str
    charset: str
    given: Mapping[str, str]
    records: tuple[PackRecord, ...] = ()
    dropped: tuple[datetime, str] | None = None


@dataclass(frozen=True, slots=True)
class PackDocument:
    """A document with the name of the reader that read it; ``source`` is the decoded capture, None without bytes."""

    document: Document
    reader: str
    known_from: datetime
    source: str | None


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything that goes into one evidence pack.

    Attributes:
        created: when it was made, UTC. ``software``: what made it.
        versions: name of a part to its version.
    """

    case: Case
    documents: tuple[PackDocument, ...]
    captures: tuple[PackCapture, ...]
    versions: Mapping[str, str]
    created: datetime
    software: str


def canonical(plain: Any) -> bytes:
    """JSON as it stands in packs: sorted keys, one line a value, so that equal contents are equal bytes."""
    return (json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8", "surrogatepass")


def sayso_files(pack: Pack) -> dict[str, bytes]:
    """The members of ``sayso/`` but the script: path below it to content."""
    files = {
        "incident.json": canonical({"schema": SCHEMA, "incident": to_plain(pack.case)}),
        "documents.json": canonical([_document(d) for d in pack.documents]),
        "captures.json": canonical([_capture(c) for c in pack.captures]),
        "spans.json": canonical(list(_spans(pack))),
        "versions.json": canonical(dict(pack.versions)),
    }
    for held in pack.documents:
        files[_text_path(held.document)] = held.document.text.encode("utf-8", "surrogatepass")
    return files


def _text_path(document: Document) -> str:
    return f"texts/{document.id}.txt"


def _document(held: PackDocument) -> dict[str, Any]:
    doc = held.document
    return {
        "id": doc.id, "capture": doc.capture, "known_from": held.known_from.isoformat(), "outlet": doc.outlet,
        "published": doc.published.value.isoformat() if doc.published else "", "language": doc.language,
        "url": doc.url, "cleaner": doc.cleaner, "reader": held.reader, "text": _text_path(doc),
        "text_sha256": sha256(doc.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "encoding": doc.offsets.encoding,
        "segments": [[s.text.start, s.text.end, s.source.start, s.source.end] for s in doc.offsets.segments],
    }  # fmt: skip


def _capture(held: PackCapture) -> dict[str, Any]:
    dropped = {"at": held.dropped[0].isoformat(), "why": held.dropped[1]} if held.dropped else None
    records = [{"id": r.id, "kind": r.kind, "uri": r.uri, "at": _z(r.at)} for r in held.records]
    return {
        "digest": held.digest, "kept": held.body is not None, "known_from": held.known_from.isoformat(),
        "media_type": held.media_type, "charset": held.charset, "given": dict(held.given), "dropped": dropped,
        "bytes": len(held.body) if held.body is not None else None, "records": records,
    }  # fmt: skip


def _z(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")


def _spans(pack: Pack) -> Iterator[dict[str, Any]]:
    """Every place the incident rests on, with the characters and bytes of the capture behind it."""
    bodies = {c.digest: c.body for c in pack.captures}
    for held in pack.documents:
        doc = held.document
        for span, names in sorted(_places(pack.case, doc).items()):
            yield {
                "document": doc.id, "start": span.start, "end": span.end, "words": span.of(doc.text), "of": names,
                **_traced(held, span, bodies.get(doc.capture)),
            }  # fmt: skip


def _places(case: Case, doc: Document) -> dict[Span, list[str]]:
    """Span to what stands there: values, their sentences, statements, voices that are named as they stand, cues."""
    found: dict[Span, list[str]] = {}
    for a in case.assertions:
        if a.report.partition("/")[0] == doc.id:
            found.setdefault(a.assertion.span, []).append(f"{a.field} {a.id}")
            found.setdefault(a.sentence_span, []).append(f"sentence of {a.id}")
    for s in case.statements:
        if s.document == doc.id:
            found.setdefault(s.span, []).append(f"statement {s.key.rpartition('/')[2]}")
            for voice in s.chain:
                if voice.cue_span:
                    found.setdefault(voice.cue_span, []).append(f"cue in {s.key.rpartition('/')[2]}")
                if voice.span and voice.span.of(doc.text) == voice.voice:  # not by role: a private person's name
                    found.setdefault(voice.span, []).append(f"voice in {s.key.rpartition('/')[2]}")
    return {span: sorted(set(names)) for span, names in found.items() if len(span)}


def _traced(held: PackDocument, span: Span, body: bytes | None) -> dict[str, Any]:
    source = held.document.offsets.source(span) if held.source is not None else None
    if source is None or held.source is None or body is None:
        return {"source": None, "bytes": None, "captured": None}
    captured = source.of(held.source)
    place = _bytes_of(held.source, source, held.document.offsets.encoding, body, captured)
    return {"source": [source.start, source.end], "bytes": place, "captured": captured}


def _bytes_of(text: str, span: Span, encoding: str, body: bytes, captured: str) -> list[int] | None:
    """Where characters stand in the bytes; None for encodings in which that cannot be told."""
    try:
        start = len(text[: span.start].encode(encoding))
        end = len(text[: span.end].encode(encoding))
        return [start, end] if body[start:end].decode(encoding) == captured else None
    except (UnicodeError, LookupError):
        return None


def without_paths(case: Case, uris: Mapping[str, str]) -> Case:
    """The case with addresses as they stand in the pack: a path on somebody's machine is nobody's business.

    Args:
        uris: digest to WARC-Target-URI.
    """
    reports = tuple(replace(r, address=uris.get(r.digest, r.address)) for r in case.reports)
    return replace(case, reports=reports)


def first_of(captures: Iterable[PackCapture]) -> dict[str, str]:
    """Digest to the address of its first record."""
    return {c.digest: c.records[0].uri for c in captures if c.records}
