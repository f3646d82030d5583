"""A file that is one page or one text; a page may be packed with gzip."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from sayso.collect.kinds.kind import LARGEST, Found, Kind, Refused, saved_at
from sayso.collect.unpack import gunzip
from sayso.model import Capture, SaysoError

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
        body = gunzip(file.read_bytes(), LARGEST, file.name) if _is_packed(file) else file.read_bytes()
    except SaysoError as error:
        yield Refused(address, getattr(error, "reason", "bad_encoding"), error.message, at)
        return
    except OSError as error:
        yield Refused(address, "unreadable_file", error.strerror or str(error), at)
        return
    ending = Path(file.stem if _is_packed(file) else file.name).suffix.lower()
    yield Found(Capture(address, body, at, media_type=_TYPES.get(ending, "")))


def _is_packed(file: Path) -> bool:
    return file.name.lower().endswith(_PACKED)


_PACKED = (".html.gz", ".htm.gz")
PAGE = Kind("page", (*_TYPES, *_PACKED), lambda file: 1, read)
