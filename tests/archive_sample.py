"""Makes web archives for tests, whole and broken, with warcio."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

import zstandard
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HTML = [("Content-Type", "text/html; charset=utf-8")]


def record(
    uri: str, body: bytes = b"<p>words</p>", kind: str = "response", status: str = "200 OK",
    http: list[tuple[str, str]] | None = None, warc: dict[str, str] | None = None, gz: bool = True,
) -> bytes:  # fmt: skip
    """One record as bytes, a gzip member by itself unless ``gz`` is False."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gz, warc_version="1.1")
    headers = {"WARC-Date": "2024-05-03T10:11:12Z", **(warc or {})}
    said = StatusAndHeaders(status, HTML if http is None else http, protocol="HTTP/1.1") if kind == "response" else None
    made = writer.create_warc_record(
        uri, kind, payload=io.BytesIO(body), length=len(body), http_headers=said, warc_headers_dict=headers,
        warc_content_type=(warc or {}).get("Content-Type", "text/html") if kind == "resource" else "",
    )  # fmt: skip
    writer.write_record(made)
    return out.getvalue()


def pages(number: int, gz: bool = True) -> list[bytes]:
    """Records of pages with addresses https://a.example/0, /1 ..."""
    return [record(f"https://a.example/{n}", b"<p>Page %d.</p>" % n, gz=gz) for n in range(number)]


def warc(path: Path, records: Iterable[bytes]) -> Path:
    path.write_bytes(b"".join(records))
    return path


def warc_zst(path: Path, records: Iterable[bytes]) -> Path:
    """Each record a frame of its own."""
    return warc(path, (zstandard.compress(one) for one in records))


def wacz(path: Path, members: dict[str, bytes], packing: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", packing) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return path
