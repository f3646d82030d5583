"""One incident as an evidence pack: its captures, texts, values and who said them, sealed in one file."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Collection, Iterable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from platform import python_version

import sayso.app.prepare  # noqa: F401
from sayso.app.as_of import NotFound, until_words, utc
from sayso.app.evidence import SOFTWARE, warc_folder
from sayso.app.export_cases import cases
from sayso.app.rules import Asked
from sayso.clean.decode import decode_as
from sayso.collect.warc import Kept, read_bytes
from sayso.collect.warc_record import First, as_uri, records, warcinfo
from sayso.export.case import Case
from sayso.export.pack import Pack, PackCapture, PackDocument, PackRecord, first_of, without_paths
from sayso.export.wacz import Written, write_wacz
from sayso.gazetteer.build import stamp as gazetteer_stamp
from sayso.link import LINKER
from sayso.model import Capture
from sayso.store import models as rows
from sayso.store.bodies import body_of, tombstones
from sayso.store.kept import HeldRecord, kept_of
from sayso.store.pack import unpack_document

_LIBRARIES = ("trafilatura", "htmldate", "lxml", "warcio")
_NOTE = "Captures behind one incident. Not for publication: they name people as the pages do."


def pack(
    incident: str,
    path: Path,
    as_of: datetime | None = None,
    *,
    rule: Asked = None,
    stamp: Callable[[bytes], bytes] | None = None,
    now: datetime | None = None,
) -> tuple[Written, Pack]:
    """Write the evidence for an incident into one WACZ file.

    Args:
        incident: ledger id; of one that became part of another, the other is packed.
        path: file to write; it is there whole or not at all.
        as_of: time (UTC); None is everything the ledger holds.
        rule: rule of the shown values; values under all rules are in the pack.
        stamp: gives an RFC 3161 time stamp for the bytes it is handed (:mod:`sayso.app.stamp`).
        now: when the pack is made; the clock when None.

    Returns:
        The file with its seal, and what is in it.

    Raises:
        NotFound: no such incident is known at that time.
        SaysoError: the file cannot be written, or the stamp cannot be had.
    """
    at = utc(as_of)
    case = next(iter(cases(at, rule, [incident])), None)
    if case is None:
        raise NotFound(f"no incident {incident!r} is known{until_words(at)}", "see the list of incidents for ids")
    made = _pack(case, at, now or datetime.now(UTC))
    info = warcinfo("data.warc.gz", SOFTWARE, made.created, name=f"pack {case.id}", note=_NOTE)
    return write_wacz(made, info.data, path, stamp), made


def _pack(case: Case, at: datetime | None, now: datetime) -> Pack:
    names = sorted({r.document for r in case.reports})
    found = {row.pk: row for row in rows.DocumentRow.objects.filter(pk__in=names).select_related("capture")}
    some = sorted(found.values(), key=lambda row: (row.capture.known_from, row.pk))
    captures = _captures([row.capture for row in some], at)
    bodies = {c.digest: c.body for c in captures}
    readers = {r.document: r.reader for r in case.reports}
    documents = []
    for row in some:
        document, body = unpack_document(row.text, row.record), bodies[row.capture.body_id]
        source = decode_as(body, document.offsets.encoding) if body is not None else None
        documents.append(PackDocument(document, readers[row.pk], row.capture.known_from, source))
    case = without_paths(case, first_of(captures))
    return Pack(case, tuple(documents), captures, _versions(case), now, SOFTWARE)


def _captures(some: Iterable[rows.CaptureRow], at: datetime | None) -> tuple[PackCapture, ...]:
    """The captures behind documents, one for each digest, with every record of it up to the time."""
    by_digest: dict[str, list[rows.CaptureRow]] = {}
    for row in some:
        by_digest.setdefault(row.body_id, []).append(row)
    held: dict[str, list[HeldRecord]] = {}
    for kept in kept_of(by_digest):
        if at is None or kept.at <= at:
            held.setdefault(kept.digest, []).append(kept)
    return tuple(_capture(digest, found, held.get(digest, [])) for digest, found in by_digest.items())


def _capture(digest: str, found: list[rows.CaptureRow], kept: Collection[HeldRecord]) -> PackCapture:
    first = found[0]
    body = body_of(digest)
    made = _from_files(kept, first.media_type) if body is not None else []
    known = {(r.uri, r.at) for r in made}
    for row in found if body is not None else ():
        given = json.loads(row.given).get("url", "")
        address = given or ("" if as_uri(row.address, digest).startswith("file:") else row.address)
        uri = as_uri(address, digest)
        if body is not None and (uri, row.known_from) not in known:
            capture = Capture(address, body, row.known_from, row.media_type, row.charset, digest)
            made.append(_own(capture, made))
    gone = tombstones(digest) if body is None else ()
    return PackCapture(
        digest, body, first.known_from, first.media_type, first.charset, json.loads(first.given), tuple(made),
        (gone[-1].at, gone[-1].why) if gone else None,
    )  # fmt: skip


def _own(capture: Capture, before: list[PackRecord]) -> PackRecord:
    """A record for bytes that came from a file: a resource, or a revisit when the pack has them already."""
    first = First(before[0].id, before[0].uri, before[0].at) if before else None
    name = f"{capture.digest} {capture.known_from.isoformat()} {capture.address}"
    made = records(capture, first=first, name=name)[0]
    mime = capture.media_type or "application/octet-stream"
    return PackRecord(made.data, made.kind, made.record, made.address, capture.known_from, capture.digest, mime)


def _from_files(kept: Iterable[HeldRecord], mime: str) -> list[PackRecord]:
    """Records as they lie in the house's WARC files, the one with the bytes first; none when that one is gone."""
    found: list[PackRecord] = []
    for held in sorted(kept, key=lambda h: (h.kind == "revisit", h.at)):
        if held.uri.startswith("file:"):
            continue
        place = Kept(held.file, held.offset, held.length, held.kind, held.record, held.uri, held.at, held.digest)
        data = read_bytes(warc_folder(), place)
        if data is None or (held.kind == "revisit" and not found):
            continue
        head, more = _split(data)
        status = "" if held.kind == "resource" else "200"
        made = PackRecord(head, held.kind, held.record, held.uri, held.at, held.digest, mime, status, more)
        found.append(made)
    return found


def _split(data: bytes) -> tuple[bytes, bytes]:
    """The first gzip member, and those behind it (a request)."""
    opened = zlib.decompressobj(31)
    opened.decompress(data)
    cut = len(data) - len(opened.unused_data)
    return data[:cut], data[cut:]


def _versions(case: Case) -> dict[str, str]:
    named = {
        "sayso": version("sayso"), "python": python_version(), "linker": LINKER, "gazetteer": gazetteer_stamp(),
        "cleaner": ", ".join(sorted({r.cleaner for r in case.reports})),
        "reader": ", ".join(sorted({r.reader for r in case.reports})),
    }  # fmt: skip
    return named | {name: version(name) for name in _LIBRARIES}
