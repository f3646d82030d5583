"""Objects that an earlier bundle held and that hold no more: told once more with the same id, as revoked.

A consumer keeps what it was sent. When a place is corrected, a report leaves its incident or a disagreement is settled,
the old relationship, note or opinion must be taken back (STIX 2.1, section 3.6: versioning and revocation).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from sayso.export.case import Case
from sayso.export.options import Before
from sayso.export.stix.ids import Object, Producer, stamp
from sayso.export.stix.incident import own_objects

_TICK = timedelta(milliseconds=1)  # what STIX tells times apart by


def gone_objects(before: Before, producer: Producer, container: str) -> Iterator[Object]:
    """Every object told of an incident at the earlier time that is told of none now, each id once, as revoked.

    Args:
        before: the incidents that changed since, as they were and as they are; each is read twice at most and no Case
            is kept: memory holds the ids of their objects.
        producer: who made both bundles. ``container``: as in ``write_stix``.
    """
    left = set(_ids(before.then(), producer, container))
    if not left:
        return
    left.difference_update(_ids(before.now(), producer, container))
    for case in before.then() if left else ():
        at = max((before.changed[pk] for pk in (case.id, *case.merged_ids) if pk in before.changed), default=None)
        for made in own_objects(case, producer, container):
            if made["id"] in left:
                left.discard(made["id"])
                yield _revoked(made, at)


def _ids(cases: Iterable[Case], producer: Producer, container: str) -> Iterator[str]:
    for case in cases:
        yield from (str(made["id"]) for made in own_objects(case, producer, container))


def _revoked(made: Object, at: datetime | None) -> Object:
    """The object as it was, revoked at a time, which is later than its last version."""
    last = datetime.fromisoformat(made["modified"]).astimezone(UTC) + _TICK
    return {**made, "modified": max(stamp(last), stamp(at) if at else ""), "revoked": True}
