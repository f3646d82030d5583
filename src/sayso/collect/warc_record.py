"""One capture as WARC 1.1 records (ISO 28500:2017): response, resource or revisit, with digests of block and payload.

What is written never holds credentials: cookies and authorisations are left out, and an address is refused with a user
name before it is fetched. A body is kept as it was unpacked; headers that told of its packing are kept under another
name (``X-Archive-Orig-``, as other archivers do), so that the record reads as a plain answer of the same length.
"""

from __future__ import annotations

import http.client
import io
import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import PurePath
from urllib.parse import quote

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sayso.collect.answer import Answer
from sayso.model import Capture

VERSION = "WARC/1.1"
_SECRET = frozenset({"cookie", "set-cookie", "set-cookie2", "authorization", "proxy-authorization", "x-api-key"})
_PACKING = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_ORIGINAL = "X-Archive-Orig-"
_SAFE = "!#$%&'()*+,/:;=?@[]~-._"
_HEADER = re.compile(r"[^\x20-\x7e\xa0-\U0010ffff]+")
_NAMES = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")  # RFC 4122, names that are URLs


@dataclass(frozen=True, slots=True)
class First:
    """The record that holds the payload a revisit record leaves out.

    Attributes:
        record: its WARC-Record-ID ("<urn:uuid:...>"); ``address``: its WARC-Target-URI; ``at``: its WARC-Date.
    """

    record: str
    address: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Packed:
    """One record, ready to be appended to a WARC file.

    Attributes:
        data: the record as a gzip member of its own, so that it can be read by its offset alone.
        kind: ``response``, ``resource``, ``revisit``, ``request`` or ``warcinfo``.
        record: WARC-Record-ID; ``address``: WARC-Target-URI.
    """

    data: bytes
    kind: str
    record: str
    address: str


def records(
    capture: Capture,
    answer: Answer | None = None,
    *,
    first: First | None = None,
    request: Iterable[tuple[str, str]] = (),
    name: str = "",
) -> list[Packed]:
    """The records of a capture; the first of them is the capture, a request follows when it is known.

    Args:
        capture: bytes, address and time.
        answer: what the host answered; None for what came from a file, which becomes a resource record, as does what
            has no http(s) address.
        first: where the same payload is kept already: then a revisit record is made, without the bytes.
        request: headers that were sent, in order; needs ``answer``.
        name: what the record's id is made from; a random id when "".
    """
    uri, ident = as_uri(capture.address, capture.digest), _id(name)
    own = {"WARC-Record-ID": ident, "WARC-Date": warc_date(capture.known_from)}
    answered = answer if uri.startswith(("http://", "https://")) else None
    headers = _response_headers(answered, len(capture.body)) if answered else None
    kind = "revisit" if first else "response" if headers else "resource"
    body = b"" if first else capture.body
    own |= _refers_to(first) if first else {}
    own["WARC-Payload-Digest"] = digest_of(capture.digest)
    own["WARC-Block-Digest"] = digest_of(sha256((headers.headers_buff if headers else b"") + body).hexdigest())
    kept = _made(kind, uri, own, body, headers, "" if headers else _media_type(capture))
    made = [Packed(kept, kind, ident, uri)]
    if answered and request:
        made.append(_request(uri, own["WARC-Date"], ident, request, name))
    return made


def warcinfo(filename: str, software: str, at: datetime, *, name: str = "", note: str = "") -> Packed:
    """The record a file begins with: which program wrote it, in which format.

    Args:
        filename: name of the file; ``software``: program and version; ``at``: UTC.
        name: what the record's id is made from, random when ""; ``note``: a sentence for who opens the file.
    """
    fields = {"software": software, "format": "WARC File Format 1.1", "description": note}
    body = "".join(f"{key}: {_plain(value)}\r\n" for key, value in fields.items() if value).encode("utf-8")
    ident = _id(name)
    own = {"WARC-Record-ID": ident, "WARC-Date": warc_date(at), "WARC-Filename": _plain(filename)}
    own["WARC-Block-Digest"] = digest_of(sha256(body).hexdigest())
    return Packed(_made("warcinfo", "", own, body, None, "application/warc-fields"), "warcinfo", ident, "")


def as_uri(address: str, digest: str) -> str:
    """The address as a URI: as it is when it is one, ``file:`` for a path, ``urn:sha256:`` for what has none."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", address):
        return quote(address, safe=_SAFE)
    path = PurePath(address)
    return quote(path.as_uri(), safe=_SAFE) if path.is_absolute() else f"urn:sha256:{digest}"


def warc_date(at: datetime) -> str:
    """UTC time as WARC-Date; WARC 1.1 allows fractions of a second."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def digest_of(hexadecimal: str) -> str:
    """A SHA-256 as labelled digest."""
    return f"sha256:{hexadecimal}"


def _refers_to(first: First) -> dict[str, str]:
    return {
        "WARC-Profile": WARCWriter.REVISIT_PROFILE_1_1, "WARC-Refers-To": first.record,
        "WARC-Refers-To-Target-URI": first.address, "WARC-Refers-To-Date": warc_date(first.at),
    }  # fmt: skip


def _response_headers(answer: Answer, length: int) -> StatusAndHeaders:
    reason = http.client.responses.get(answer.status, "")
    return _headers(f"{answer.status} {reason}".strip(), _kept(answer.headers, length), "HTTP/1.1")


def _kept(headers: Mapping[str, str], length: int) -> list[tuple[str, str]]:
    kept = []
    for name, value in headers.items():
        low = name.lower()
        if low not in _SECRET:
            kept.append((f"{_ORIGINAL}{name}" if low in _PACKING else name, value))
    return [*kept, ("Content-Length", str(length))]


def _headers(line: str, pairs: Iterable[tuple[str, str]], protocol: str) -> StatusAndHeaders:
    clean = [(_plain(name), _plain(value)) for name, value in pairs]
    made = StatusAndHeaders(line, clean, protocol=protocol)
    made.compute_headers_buffer(None)
    return made


def _request(uri: str, date: str, answer: str, request: Iterable[tuple[str, str]], name: str) -> Packed:
    sent = [(key, value) for key, value in request if key.lower() not in _SECRET]
    target = re.sub(r"^[a-z]+://[^/?]*", "", uri) or "/"
    headers = _headers(f"{target} HTTP/1.1", sent, "GET")
    ident = _id(f"{name} request" if name else "")
    own = {
        "WARC-Record-ID": ident, "WARC-Date": date, "WARC-Concurrent-To": answer,
        "WARC-Block-Digest": digest_of(sha256(headers.headers_buff).hexdigest()),
        "WARC-Payload-Digest": digest_of(sha256(b"").hexdigest()),
    }  # fmt: skip
    return Packed(_made("request", uri, own, b"", headers, ""), "request", ident, uri)


def _made(kind: str, uri: str, own: dict[str, str], body: bytes, http: StatusAndHeaders | None, media: str) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version=VERSION)
    record: ArcWarcRecord = writer.create_warc_record(
        uri, kind, payload=io.BytesIO(body), length=len(body), http_headers=http, warc_headers_dict=own,
        warc_content_type=media,
    )  # fmt: skip
    writer.write_record(record)
    return out.getvalue()


def _media_type(capture: Capture) -> str:
    kind = capture.media_type or "application/octet-stream"
    return _plain(f"{kind}; charset={capture.charset}" if capture.charset else kind)


def _plain(words: str) -> str:
    """Words without line ends and control characters: nothing that comes from outside can begin a header."""
    return _HEADER.sub(" ", words).strip()


def _id(name: str) -> str:
    return f"<urn:uuid:{uuid.uuid5(_NAMES, name) if name else uuid.uuid4()}>"
