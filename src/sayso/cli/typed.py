"""Turns what a person types - a path, an address, "-" - into a Capture."""

from __future__ import annotations

import mimetypes
import sys
from datetime import UTC, datetime
from pathlib import Path

from sayso.model import Capture, SaysoError, Unreadable

MAX_BYTES = 20_000_000
"""No article is larger; one page of 20 MB is a bomb or not a page."""


def capture(source: str) -> Capture:
    """Get the bytes behind a path, an http(s) address or "-" (standard input).

    Raises:
        SaysoError: nothing there, a folder, not readable, too large, or the address cannot be fetched.
    """
    if source == "-":
        return _limited("-", sys.stdin.buffer.read(MAX_BYTES + 1), "")
    if source.startswith(("http://", "https://")):
        from sayso.collect.fetch import fetch

        return fetch(source)
    return _file(Path(source))


def _file(path: Path) -> Capture:
    if not path.exists():
        raise SaysoError(f"no such file: {path}", "check the path; use - to read standard input")
    if path.is_dir():
        raise SaysoError(f"{path} is a folder", "read one file, or take the whole folder in with: sayso ingest")
    try:
        with path.open("rb") as file:
            body = file.read(MAX_BYTES + 1)
    except OSError as problem:
        raise SaysoError(f"cannot read {path}: {problem.strerror}", "check its permissions") from None
    return _limited(str(path), body, mimetypes.guess_type(path.name)[0] or "")


def _limited(address: str, body: bytes, media_type: str) -> Capture:
    if len(body) > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        raise Unreadable("too_large", f"{address} is larger than {limit} MB", "no single article is; split it first")
    return Capture(address, body, datetime.now(UTC), media_type)
