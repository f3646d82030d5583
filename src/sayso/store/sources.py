"""Watched sources as configured, every look at them, and where the watching stands."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from django.db import transaction

from sayso.model.codec import canonical, from_plain, to_plain
from sayso.model.source import LookState, Source
from sayso.store import models as rows

LOOKS_KEPT_IN_MIND = 200
"""Looks at a source that schedule and health are made from; at one every two minutes that is seven hours."""

DAYS_KEPT = 35
"""Days of which the number of new items is kept at hand: five of each weekday."""


@dataclass(frozen=True, slots=True)
class HeldLook:
    """One look as it was recorded; see ``model.source.Look`` for the words.

    Attributes:
        at: when it began, UTC. ``next_at``: when the next one was due then.
        items: items it showed; ``new_items``: those never seen before.
        note: one sentence for people, "" when there is nothing to say.
    """

    source: str
    at: datetime
    outcome: str
    reason: str
    note: str
    items: int
    new_items: int
    duration_ms: int
    next_at: datetime


@dataclass(frozen=True, slots=True)
class Watching:
    """Where the watching of a source stands.

    Attributes:
        next_at: when the next look is due, UTC; the time it was added while nobody looked.
        state: what the next look needs.
        first_at: the first look that reached the source, None before it. What it found is the backlog, not news.
        success_at: the last look that reached the source; ``item_at``: the last one that found a new item.
        days: day (UTC) to (looks that reached it, new items without the backlog), of the last five weeks.
        counts: totals since it was added: "looks:<outcome>", "items", "captures", "same" (looked at again, nothing
            new), "read", "refused".
    """

    source: str
    next_at: datetime
    state: LookState = field(default_factory=LookState)
    first_at: datetime | None = None
    success_at: datetime | None = None
    item_at: datetime | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    days: Mapping[date, tuple[int, int]] = field(default_factory=dict)


def sources() -> dict[str, Source]:
    """Every source that is configured now (paused ones too), in order of ids."""
    latest = dict(rows.SourceRow.objects.order_by("id").values_list("source", "record"))
    return {pk: from_plain(Source, json.loads(latest[pk])) for pk in sorted(latest) if latest[pk]}


def source_history(source: str) -> tuple[tuple[datetime, str, Source | None], ...]:
    """(when, by whom, what) of every version of a source's configuration, oldest first; None where it was removed."""
    found = rows.SourceRow.objects.filter(source=source).order_by("id").values_list("at", "made_by", "record")
    return tuple((at, by, from_plain(Source, json.loads(record)) if record else None) for at, by, record in found)


def configured_by() -> dict[str, str]:
    """Source id to who configured it last, removed sources among them."""
    return dict(rows.SourceRow.objects.order_by("id").values_list("source", "made_by"))


def save_source(source: Source, made_by: str, at: datetime | None = None) -> bool:
    """Add a version of a source's configuration; False when it is the one that counts already."""
    return _save(source.id, canonical(to_plain(source)), made_by, at)


MOVED_BY = "permanent redirect from "
"""What configured a source that moved on by itself, before its old address."""


def move_on(source: Source, address: str, at: datetime) -> None:
    """Add the version in which a source stands at the address that it redirects to for good; it goes on as it was."""
    moved = canonical(to_plain(replace(source, address=address)))
    _save(source.id, moved, MOVED_BY + source.address, at, same_place=True)


def moved_on(source: str) -> tuple[datetime, str] | None:
    """Since when a source stands where a permanent redirect led, and from where; None when a person put it there."""
    found: tuple[datetime, str] | None = None
    before = ""
    for at, by, now in source_history(source):
        address = now.address if now else ""
        if address != before:
            found = (at, before) if by.startswith(MOVED_BY) else None
        before = address
    return found


def remove_source(source: str, made_by: str, at: datetime | None = None) -> bool:
    """Say that a source is watched no more; False when there was none. What was found stays."""
    return bool(_latest(source)) and _save(source, "", made_by, at)


def _save(source: str, record: str, made_by: str, at: datetime | None, same_place: bool = False) -> bool:
    with transaction.atomic():
        before = _latest(source)
        if before == record:
            return False
        at = at or datetime.now(UTC)
        rows.SourceRow(source=source, at=at, made_by=made_by, record=record).save()
        if record:  # looked at as soon as there is time
            start = {"next_at": at, "state": "{}", "counts": "{}"}
            rows.WatchRow.objects.get_or_create(source=source, defaults=start)
        if record and before is not None and not same_place and _place(before) != _place(record):
            # validators and position of another place mean nothing here, and what it shows first is its backlog
            rows.WatchRow.objects.filter(source=source).update(state="{}", first_at=None, next_at=at)
    return True


def _place(record: str) -> tuple[str, str]:
    """Kind and address in a configuration; empty for a removed source."""
    plain = json.loads(record) if record else {}
    return plain.get("kind", ""), plain.get("address", "")


def _latest(source: str) -> str | None:
    found = rows.SourceRow.objects.filter(source=source).order_by("-id").values_list("record", flat=True)
    return found.first()


def watching(some: Collection[str] | None = None) -> dict[str, Watching]:
    """Source id to where its watching stands; ``some`` of them, all when None. Removed sources are among them."""
    query = rows.WatchRow.objects.all()
    if some is not None:
        query = query.filter(source__in=some)
    return {row.source: _watching(row) for row in query}


def due_watching(now: datetime) -> dict[str, Watching]:
    """The same for those whose next look is due, the longest due first."""
    return {row.source: _watching(row) for row in rows.WatchRow.objects.filter(next_at__lte=now).order_by("next_at")}


def _watching(row: rows.WatchRow) -> Watching:
    state = from_plain(LookState, json.loads(row.state))
    counts = json.loads(row.counts)
    days = {date.fromisoformat(day): (looks, items) for day, (looks, items) in json.loads(row.days).items()}
    return Watching(row.source, row.next_at, state, row.first_at, row.success_at, row.item_at, counts, days)


def looks(source: str, limit: int = LOOKS_KEPT_IN_MIND) -> tuple[HeldLook, ...]:
    """The last looks at a source, oldest first."""
    newest = rows.LookRow.objects.filter(source=source).order_by("-at", "-id")[:limit]
    return tuple(_held(row) for row in newest)[::-1]


def looks_of(some: Collection[str], limit: int) -> dict[str, tuple[HeldLook, ...]]:
    """The last looks at each of some sources, oldest first; a source without any is left out."""
    found = ((source, looks(source, limit)) for source in some)
    return {source: held for source, held in found if held}


def _held(row: rows.LookRow) -> HeldLook:
    return HeldLook(
        row.source, row.at, row.outcome, row.reason, row.note, row.items, row.new_items, row.duration_ms, row.next_at
    )


REACHED = ("new", "unchanged", "empty")
"""Outcomes of a look that reached the source and found it in order."""


def keep_look(look: HeldLook, state: LookState) -> None:
    """Record a look and move the watching on; call it in the transaction that writes its items."""
    rows.LookRow(
        source=look.source, at=look.at, outcome=look.outcome, reason=look.reason[:40], note=look.note, items=look.items,
        new_items=look.new_items, duration_ms=look.duration_ms, next_at=look.next_at,
    ).save()  # fmt: skip
    row, _ = rows.WatchRow.objects.get_or_create(
        source=look.source, defaults={"next_at": look.next_at, "state": "{}", "counts": "{}"}
    )
    row.next_at, row.state = look.next_at, canonical(to_plain(state))
    if look.outcome in REACHED:
        row.days = _another(row.days, look, backlog=row.first_at is None)
        row.first_at, row.success_at = row.first_at or look.at, look.at
    if look.new_items:
        row.item_at = look.at
    row.counts = _added(row.counts, {f"looks:{look.outcome}": 1, "items": look.new_items})
    row.save()


def _another(days: str, look: HeldLook, backlog: bool) -> str:
    """The days with one look more; what lies further back than is needed is left out."""
    held: dict[str, tuple[int, int]] = json.loads(days)
    day = look.at.astimezone(UTC).date()
    reached, items = held.get(day.isoformat(), (0, 0))
    held[day.isoformat()] = reached + 1, items + (0 if backlog else look.new_items)
    oldest = (day - timedelta(days=DAYS_KEPT)).isoformat()
    return canonical({d: n for d, n in held.items() if d >= oldest})


def count(source: str, **more: int) -> None:
    """Add to the totals of a source; call it in the transaction that does what is counted."""
    row = rows.WatchRow.objects.filter(source=source).first()
    if row is not None:
        row.counts = _added(row.counts, more)
        row.save(update_fields=["counts"])


def _added(counts: str, more: Mapping[str, int]) -> str:
    return canonical(dict(Counter(json.loads(counts)) + Counter(more)))


def look_again(source: str, at: datetime) -> None:
    """Make the next look at a source due at ``at``: a person asked for it, or its configuration changed."""
    rows.WatchRow.objects.filter(source=source).update(next_at=at)


def totals(some: Iterable[Watching]) -> Counter[str]:
    """The counts of several sources together."""
    made: Counter[str] = Counter()
    for one in some:
        made.update(one.counts)
    return made
