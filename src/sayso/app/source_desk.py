"""The watched places as the desk shows them: how much came day by day, what waits, what became of each item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import sayso.app.prepare  # noqa: F401
from sayso.app.sources import SourceView, list_sources, show_source
from sayso.collect.health import expectation
from sayso.store import source_items
from sayso.store.items import HeldItem
from sayso.store.sources import HeldLook, Watching, watching

DAYS = 14
"""Days of the strip beside a source."""
LOOKS = 50
"""Looks of the strip on a source's page."""


@dataclass(frozen=True, slots=True)
class Day:
    """One day (UTC) of a source.

    Attributes:
        looks: looks that reached it; 0 means that nobody got there.
        items: new items; what the first look found is a backlog and does not count.
        before: True when the source was not watched yet.
    """

    day: date
    looks: int
    items: int
    before: bool


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in the list.

    Attributes:
        view: how it is configured and how it fares.
        days: the last days, oldest first, today last.
        usual: new items a day that are normal, None while nobody can say.
        stated: True when a person stated them, False when they are learned.
        waiting, captured: items to be fetched, and to be read.
    """

    view: SourceView
    days: tuple[Day, ...]
    usual: float | None
    stated: bool
    waiting: int
    captured: int


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item with the documents that were read from it, oldest first, and in words why it was refused ("")."""

    item: HeldItem
    documents: tuple[str, ...]
    refusal: str

    @property
    def word(self) -> str:
        """What several documents of it are: versions of a page, a post or a mail, else documents of a file."""
        one = self.item.seen.fetch or "://" in self.item.address or self.item.address.startswith("mid:")
        return "version" if one else "document"


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """One source: its line, its last looks (oldest first), its last items (newest first).

    ``moved`` as in ``sayso.app.sources.SourcePage``.
    """

    line: SourceLine
    looks: tuple[HeldLook, ...]
    items: tuple[ItemLine, ...]
    moved: tuple[datetime, str] | None = None


def source_lines() -> list[SourceLine]:
    """Every source, those that need a person first.

    Raises:
        SaysoError: ``sayso.toml`` cannot be read as it is.
    """
    return _lines(list_sources())


def source_sheet(id: str) -> SourceSheet:
    """One source with its looks and items.

    Raises:
        SaysoError: no source has that id.
    """
    page = show_source(id)
    return SourceSheet(_lines([page])[0], page.looks[-LOOKS:], _items(page.items), page.moved)


def _lines(views: Sequence[SourceView]) -> list[SourceLine]:
    where, queues = watching([view.source.id for view in views]), source_items.queues()
    today = datetime.now(UTC).date()
    return [_line(v, where.get(v.source.id), queues.get(v.source.id, Counter()), today) for v in views]


def _line(view: SourceView, where: Watching | None, queue: Mapping[str, int], today: date) -> SourceLine:
    days = where.days if where else {}
    usual, _ = expectation(view.source, days, today)
    return SourceLine(
        view, last_days(days, where.first_at if where else None, today), usual.mean if usual else None,
        view.source.expected_per_day is not None, queue.get("waiting", 0), queue.get("captured", 0),
    )  # fmt: skip


def last_days(days: Mapping[date, tuple[int, int]], first_at: datetime | None, today: date) -> tuple[Day, ...]:
    """The last ``DAYS`` days, oldest first.

    Args:
        days: day to (looks that reached the source, new items).
        first_at: first look that reached it, None before it.
    """
    made = []
    for back in range(DAYS - 1, -1, -1):
        day = today - timedelta(days=back)
        looks, items = days.get(day, (0, 0))
        before = first_at is None or day < first_at.astimezone(UTC).date()
        made.append(Day(day, looks, items, before))
    return tuple(made)


def _items(items: Sequence[HeldItem]) -> tuple[ItemLine, ...]:
    documents = source_items.documents_of([item.id for item in items])
    refused = source_items.refusals({item.digest for item in items if item.state == "refused" and item.digest})
    return tuple(ItemLine(item, documents.get(item.id, ()), refused.get(item.digest, "")) for item in items)
