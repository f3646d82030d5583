"""Times of day take the time zone of the place they are told of."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.gazetteer.zones import zone_of
from sayso.model import Document, Mention, Passage, Place, Span, When

_CLOCK = re.compile(r"T\d\d:\d\d(?::\d\d)?$")


def with_zones(
    document: Document, passages: tuple[Passage, ...], dates: list[Mention], found: tuple[Mention, ...]
) -> list[Mention]:
    """``dates`` with ``When.zone`` filled in for clock times that name no offset.

    The zone is that of the places of the same sentence when they share one, else that of the dateline.

    Args:
        found: mentions of earlier parts; resolved places among them are used.
    """
    if not any(isinstance(d.datum, When) and _CLOCK.search(d.datum.value or "") for d in dates):
        return dates
    places = [m for m in found if isinstance(m.datum, Place)]
    out = []
    for mention in dates:
        when = mention.datum
        if isinstance(when, When) and _CLOCK.search(when.value or ""):
            zone = _zone(document, passages, places, mention.span)
            mention = replace(mention, datum=replace(when, zone=zone)) if zone else mention
        out.append(mention)
    return out


def _zone(document: Document, passages: tuple[Passage, ...], places: list[Mention], span: Span) -> str:
    sentence = next((p.span for p in passages if p.span.contains(span)), None)
    for held in (sentence, document.dateline_span):
        zones = {zone_of(m.datum) for m in places if held and held.contains(m.span) and isinstance(m.datum, Place)}
        if len(zones) == 1:
            return zones.pop()
        if zones:
            return ""
    return ""
