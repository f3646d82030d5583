"""An evidence pack as WACZ 1.1.1 (Web Archive Collection Zipped): captures that any replay tool opens, and ``sayso/``.

https://specs.webrecorder.net/wacz/1.1.1/ - one ZIP file with the WARC under ``archive/``, its CDXJ index, the list of
pages, and ``datapackage.json`` with the digest of every member. Its own digest, in ``datapackage-digest.json``, is the
seal of the pack. Members are stored, not packed, with fixed times, so equal contents make equal bytes and the script in
the pack can tell when any byte is another.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from sayso.export.files import staged
from sayso.export.pack import Pack, PackRecord, canonical, sayso_files
from sayso.export.verify import FREE, STAMP
from sayso.model import SaysoError

VERSION = "1.1.1"
LARGEST = 2_000_000_000
"""Bytes of a pack; what is larger needs the 64-bit form of ZIP, which the script does not check."""
_WARC = "data.warc.gz"
_README = """Evidence of one incident, packed by Sayso.

This file is a WACZ web archive: any replay tool for web archives shows the captured pages.
The folder sayso/ holds what was read from them: incident.json (values, who said them, statements, judgements of
persons), texts/ (the clean text of each document), spans.json (where each value stands in the text, and in the
characters and bytes of the capture), documents.json (offset maps), captures.json, versions.json.

To check it:   python3 verify.py PACK.wacz     (the script is sayso/verify.py; take it from a copy of Sayso you trust)

It holds the captured pages as they are, with the names of everybody in them. It is meant for those who work on the
incident. Do not publish it.
"""


@dataclass(frozen=True, slots=True)
class Written:
    """A pack on the disk: its path, bytes, and seal (SHA-256 of ``datapackage.json``)."""

    path: Path
    size: int
    seal: str


def write_wacz(pack: Pack, warcinfo: bytes, path: Path, stamp: Callable[[bytes], bytes] | None = None) -> Written:
    """Write a pack; the file is there whole or not at all.

    Args:
        pack: what it holds.
        warcinfo: the first record of its WARC file.
        path: where to write it.
        stamp: gives the time-stamp token (DER) for the bytes of ``datapackage.json``; no stamp when None.

    Raises:
        SaysoError: it cannot be written, is too large, or the stamp cannot be had.
    """
    members = _members(pack, warcinfo)
    package = canonical(_datapackage(pack, members))
    seal = sha256(package).hexdigest()
    sealed = {
        "datapackage.json": package,
        "datapackage-digest.json": canonical({"path": "datapackage.json", "hash": f"sha256:{seal}"}),
    }
    if stamp:
        sealed[STAMP] = stamp(package)
    size = sum(map(len, (*members.values(), *sealed.values())))
    if size > LARGEST:
        raise SaysoError(f"the pack would have {size / 1e9:.1f} GB", "give --as-of an earlier time: fewer captures")
    with staged(path.parent) as stage:
        _zip(stage.path(path.name), {**members, **sealed})
    return Written(path, path.stat().st_size, seal)


def _zip(path: Path, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as package:
        for name, data in members.items():
            info = zipfile.ZipInfo(name)  # the first day of ZIP time, so that equal packs are equal bytes
            info.create_system, info.external_attr = 3, 0o644 << 16
            package.writestr(info, data)


def _members(pack: Pack, warcinfo: bytes) -> dict[str, bytes]:
    warc, index = _archive(pack, warcinfo)
    own = {f"sayso/{name}": data for name, data in sayso_files(pack).items()}
    script = files("sayso.export").joinpath("verify.py").read_bytes()
    return {
        f"archive/{_WARC}": warc, "indexes/index.cdxj": index, "pages/pages.jsonl": _pages(pack),
        **dict(sorted(own.items())), "sayso/verify.py": script, "sayso/README.txt": _README.encode(),
    }  # fmt: skip


def _datapackage(pack: Pack, members: dict[str, bytes]) -> dict[str, Any]:
    resources = [
        {
            "name": name.rpartition("/")[2],
            "path": name,
            "hash": f"sha256:{sha256(data).hexdigest()}",
            "bytes": len(data),
        }
        for name, data in members.items()
        if name not in FREE
    ]
    return {
        "profile": "data-package", "wacz_version": VERSION, "software": pack.software,
        "title": f"{pack.case.id} {pack.case.title}".strip(), "created": _time(pack.created),
        "modified": _time(pack.created), "resources": resources,
    }  # fmt: skip


def _archive(pack: Pack, warcinfo: bytes) -> tuple[bytes, bytes]:
    """The WARC file and its index."""
    out, lines = io.BytesIO(), []
    out.write(warcinfo)
    for capture in pack.captures:
        for record in capture.records:
            lines.append(_line(record, out.tell()))
            out.write(record.data)
            out.write(record.more)
    return out.getvalue(), "".join(f"{line}\n" for line in sorted(lines)).encode("utf-8")


def _line(record: PackRecord, offset: int) -> str:
    told = {
        "url": record.uri, "mime": "warc/revisit" if record.kind == "revisit" else record.mime or "unk",
        "status": record.status, "digest": f"sha256:{record.digest}", "length": str(len(record.data)),
        "offset": str(offset), "filename": _WARC,
        "recordDigest": f"sha256:{sha256(record.data).hexdigest()}",
    }  # fmt: skip
    text = json.dumps({k: v for k, v in told.items() if v}, ensure_ascii=False)
    return f"{surt(record.uri)} {record.at.astimezone(UTC):%Y%m%d%H%M%S} {text}"


def surt(url: str) -> str:
    """The key an index is sorted by: host names from the end, then path and sorted query, all in lower case.

    Sort-friendly URI Reordering Transform, as in the Wayback machines: "https://www.A.example/x?b=1&a=2" is
    "example,a)/x?a=2&b=1".
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return re.sub(r"\s", "%20", url.lower())
    host = re.sub(r"^www\d*\.", "", parts.hostname.lower())
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    query = urlencode(sorted(parse_qsl(parts.query.lower(), keep_blank_values=True)))
    return f"{','.join(reversed(host.split('.')))}{port}){parts.path.lower() or '/'}{'?' + query if query else ''}"


def _pages(pack: Pack) -> bytes:
    titles = {r.digest: r.title for r in pack.case.reports}
    lines = [{"format": "json-pages-1.0", "id": "pages", "title": "Captured pages"}]
    for capture in pack.captures:
        if capture.records:
            first = capture.records[0]
            told = {"id": capture.digest[:16], "url": first.uri, "ts": _time(first.at)}
            lines.append({**told, "title": titles.get(capture.digest) or first.uri})
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode("utf-8")


def _time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
