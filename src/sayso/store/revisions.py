"""The captures of one address, oldest first: what an article said before it was edited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sayso.store import models as rows
from sayso.store.entry import HeldReading
from sayso.store.view import View

_CHUNK = 500  # parameters per query, below every engine's limit


def captures_of(view: View, addresses: Collection[str]) -> dict[str, tuple[HeldReading, ...]]:
    """Address to the latest reading of each of its captures known at the view's time, oldest capture first.

    Addresses that were captured once only are left out.
    """
    documents: list[str] = []
    ordered = sorted(addresses)
    for start in range(0, len(ordered), _CHUNK):
        held = rows.DocumentRow.objects.filter(capture__address__in=ordered[start : start + _CHUNK])
        documents += held.values_list("pk", flat=True)
    found: dict[str, list[HeldReading]] = defaultdict(list)
    for reading in view.readings_of(documents) if len(documents) > len(ordered) else ():
        found[reading.address].append(reading)
    return {
        address: tuple(sorted(some, key=lambda r: (r.known_from, r.capture)))
        for address, some in found.items()
        if len(some) > 1
    }
