"""The bytes of one address at one time."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as they were received, addressed by their SHA-256 digest.

    Attributes:
        address: URL or file path the bytes came from; "-" for standard input.
        body: the bytes themselves.
        known_from: time of capture, UTC, time-zone aware.
        media_type: what the sender or the file name said ("text/html"), "" when unknown.
        charset: the encoding the sender stated, "" when unknown.
    """

    address: str
    body: bytes
    known_from: datetime
    media_type: str = ""
    charset: str = ""
    digest: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if not self.digest:
            object.__setattr__(self, "digest", hashlib.sha256(self.body).hexdigest())
