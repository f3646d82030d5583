"""Where the captured bytes behind a document are: seen when and where, kept, or no longer kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sayso.app.prepare  # noqa: F401
from sayso.store.bodies import dropped, tombstones
from sayso.store.kept import HeldRecord, kept_of
from sayso.store.sources import sources


@dataclass(frozen=True, slots=True)
class Custody:
    """The captured bytes of one digest.

    Attributes:
        digest: SHA-256 of them.
        seen: every time they came from a watched source, oldest first; empty for a file that was handed in.
        sources: (id, name, watched now) of the sources that found them.
        gone_at, gone_why: when and by which rule the bytes went; None and "" while they are kept.
    """

    digest: str
    seen: tuple[HeldRecord, ...] = ()
    sources: tuple[tuple[str, str, bool], ...] = ()
    gone_at: datetime | None = None
    gone_why: str = ""

    @property
    def last_seen(self) -> datetime | None:
        """When the bytes were seen last."""
        return self.seen[-1].at if self.seen else None


def custody(digest: str, as_of: datetime | None = None) -> Custody:
    """Where the bytes of a digest were seen until a time (UTC, None for now), and whether they are kept now."""
    seen = tuple(one for one in kept_of([digest]) if as_of is None or one.at <= as_of)
    known = sources()
    found = dict.fromkeys(one.source for one in seen if one.source)
    named = tuple((id, known[id].name if id in known else id, id in known) for id in found)
    gone = tombstones(digest) if digest in dropped([digest]) else ()
    last = gone[-1] if gone else None
    return Custody(digest, seen, named, last.at if last else None, last.why if last else "")
