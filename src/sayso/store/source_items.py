"""What became of the items of watched sources, for people who look at them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime

from django.db.models import Count, OuterRef, Subquery

from sayso.store import models as rows
from sayso.store.ask import rows_among

WAITING = ("waiting", "captured")
"""States of items that are still to be fetched or read."""


def queues() -> dict[str, Counter[str]]:
    """Source id to number of items by state (``WAITING`` only); sources without any are left out."""
    query = rows.ItemRow.objects.filter(state__in=WAITING).values_list("source", "state").annotate(n=Count("id"))
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for source, state, number in query.order_by("source"):
        found[source][state] = number
    return dict(found)


def documents_of(items: Collection[int]) -> dict[int, tuple[str, ...]]:
    """Row id of an item to ids of the documents made of its captured versions, oldest first."""
    asked = (
        "SELECT v.item_id, d.id, v.id FROM store_versionrow v JOIN store_documentrow d ON d.capture_id = v.capture "
        "WHERE v.item_id IN"
    )
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for item, document, version in rows_among(asked, items):
        found[item][document] = min(version, found[item].get(document, version))
    known = _known_from({d for some in found.values() for d in some})
    # captured in the same second: the version that was written first is the older one
    return {item: tuple(sorted(some, key=lambda d: (known[d], some[d]))) for item, some in found.items()}


def _known_from(documents: Collection[str]) -> dict[str, datetime]:
    query = rows.DocumentRow.objects.filter(pk__in=sorted(documents)).values_list("pk", "capture__known_from")
    return dict(query)


def refusals(digests: Collection[str]) -> dict[str, str]:
    """Digest of captured bytes that could not be read to why, in words."""
    query = rows.QuarantineRow.objects.filter(digest__in=sorted(digests)).order_by("at")
    return dict(query.values_list("digest", "message"))


def last_outcomes(until: datetime) -> Mapping[str, tuple[datetime, str]]:
    """Source id to (when, what it came to) of the last look at it until then; removed sources are among them."""
    last = rows.LookRow.objects.filter(source=OuterRef("source"), at__lte=until).order_by("-at", "-id")
    query = rows.WatchRow.objects.annotate(
        last=Subquery(last.values("at")[:1]), came=Subquery(last.values("outcome")[:1])
    )
    found = query.filter(last__isnull=False).order_by("source").values_list("source", "last", "came")
    return {source: (at, outcome) for source, at, outcome in found}
