"""Check: a crowd, or a number of dead or displaced, larger than the place has inhabitants.

Silent below a thousand people and below twice the population; compared with the largest place of that name, as the
smaller one may have been taken wrongly. Crowds come from elsewhere (a pilgrimage, a festival), so the finding is a
note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.evidence import passage_of, statement_of
from sayso.gazetteer import Gazetteer
from sayso.lang.en import checks as words
from sayso.model import Figure, Finding, Mention, Place, Reading, Span

VERSION = "crowd/1"
_ROLES = ("crowd", "killed", "injured", "displaced")
_LEAST = 1_000
_TIMES = 2.0
_REACH = 80
_IN = re.compile(words.IN_PLACE + r"$", re.IGNORECASE)


def check(reading: Reading, gazetteer: Gazetteer) -> Iterator[Finding]:
    """Give a finding for each number of people that its place cannot have held."""
    for mention in reading.mentions:
        figure = mention.datum
        if mention.role not in _ROLES or not isinstance(figure, Figure) or figure.low < _LEAST:
            continue
        place = _place_after(reading, mention)
        if place is None:
            continue
        people = max((e.population for e in gazetteer.lookup(place.text)), default=0)
        if people and figure.low > _TIMES * people:
            yield _finding(reading, mention, figure, place, people)


def _place_after(reading: Reading, figure: Mention) -> Mention | None:
    """The settlement named after the figure: "rallied in Portadown"; none when a wider area follows at once."""
    passage, text = passage_of(reading, figure.span), reading.document.text
    for mention in reading.mentions:
        if mention.span.start < figure.span.end or passage is None or not passage.span.contains(mention.span):
            continue
        if not isinstance(mention.datum, Place):
            continue
        between = text[figure.span.end : mention.span.start]
        settled = mention.datum.precision == "settlement" and mention.datum.geonames_id is not None
        clear = len(between) <= _REACH and _IN.search(between) and not words.NOT_THERE.search(between)
        return mention if settled and clear else None
    return None


def _finding(reading: Reading, mention: Mention, figure: Figure, place: Mention, people: int) -> Finding:
    span = Span(mention.span.start, place.span.end)
    return Finding(
        "crowd", "note", f"{figure.low:,}", f"{people:,} inhabitants", span.of(reading.document.text), span,
        f"The text speaks of {figure.low:,} people in {place.text}; the gazetteer gives {people:,} inhabitants.",
        statement_of(reading, span), VERSION,
    )  # fmt: skip
