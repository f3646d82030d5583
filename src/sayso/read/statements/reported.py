"""What one voice tells through another behind it: "The bridge is shut, the radio reported the mayor said"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.lang.en import closed
from sayso.model import Span
from sayso.read.statements.draft import Draft, Hop

_WHO = re.compile(r"\s+(?P<who>[^\s,;:.!?\"“”][^,;:.!?\"“”]{0,60}?)\s+")
"""The words between two cues that name who spoke."""


def through(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with such pairs as one: the second cue's speaker is the origin, the first's carries him.

    Args:
        text: the document's text.
        drafts: what was found, in any order.
    """
    made: list[Draft] = []
    carrying: list[Draft] = []
    for draft in drafts:
        pair, who = next(((d, who) for d in drafts if (who := _who(text, d, draft)) is not None), (None, None))
        if pair is None or pair.source is None:
            made.append(draft)
            continue
        made.append(replace(draft, source=who, core=None, via=[Hop(pair.source, pair.cue)]))
        carrying.append(pair)
    return [d for d in made if not any(d is c for c in carrying)]


def _who(text: str, carrier: Draft, told: Draft) -> Span | None:
    """Who spoke, when what the second draft has is told before both cues and it has no speaker of its own."""
    if carrier is told or carrier.cue is None or told.cue is None or carrier.source is None or carrier.via or told.via:
        return None
    same = carrier.content == told.content
    mistaken = carrier.content.start > carrier.cue.start and carrier.content.end == told.cue.end  # "police said"
    if not (same or mistaken) or told.content.end > carrier.cue.start:
        return None
    if told.source is not None and not told.source.overlaps(carrier.source):
        return None
    between = _WHO.fullmatch(text, carrier.cue.end, told.cue.start)
    if between is None or between["who"].split()[0].lower() in closed.CONJUNCTIONS | closed.PREPOSITIONS:
        return None  # "A reported and B said": each speaks
    return Span(*between.span("who"))
