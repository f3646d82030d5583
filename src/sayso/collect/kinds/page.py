"""A file that is one page or one text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from sayso.collect.kinds.kind import LARGEST, Found, Kind, Refused, saved_at
from sayso.model import Capture

_TYPES = {".html": "text/html", ".htm": "text/html", ".xhtml": "text/html", ".txt": "text/plain", ".text": "text/plain"}


def read(file: Path, known_from: datetime | None) -> Iterator[Found | Refused]:
    """The one document of the file; see :class:`sayso.collect.kinds.kind.Kind`."""
    address = str(file.absolute())
    at = known_from or datetime.fromtimestamp(0, UTC)
    try:
        at = known_from or saved_at(file)
        size = file.stat().st_size
        if size > LARGEST:
            yield Refused(address, "too_large", f"{size / 1e6:.0f} MB is more than {LARGEST / 1e6:.0f} MB", at)
            return
        body = file.read_bytes()
    except OSError as error:
        yield Refused(address, "unreadable_file", error.strerror or str(error), at)
        return
    yield Found(Capture(address, body, at, media_type=_TYPES.get(file.suffix.lower(), "")))


PAGE = Kind("page", tuple(_TYPES), lambda file: 1, read)
