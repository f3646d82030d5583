"""Puts the parts of reading together: Document in, Reading out.

Order matters and is fixed: passages, then mentions (places and dates before figures, figures before
actors, so that "18 people" or "Atyrau" is never taken for a name), then statements, then reports.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from sayso.gazetteer import Gazetteer
from sayso.model import Document, Mention, Passage, Reading
from sayso.read.actors import find_actors
from sayso.read.dates import find_dates
from sayso.read.encoder.roles import find_roles
from sayso.read.encoder.session import Encoder
from sayso.read.figures import find_figures
from sayso.read.incidents import find_reports
from sayso.read.parts import MentionPart, PassagePart, ReportPart, StatementPart
from sayso.read.passages import split_passages
from sayso.read.places import find_places
from sayso.read.places.learned import find_places_with
from sayso.read.statements import find_statements

READER = "rules-en/4"
"""Name and version of the English rules. It is raised whenever a reading changes (``tests/readings_by_name.py``)."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts a Reader is made of, each replaceable behind its protocol (``read/parts.py``)."""

    passages: PassagePart
    mentions: tuple[tuple[str, MentionPart], ...]
    statements: StatementPart
    reports: ReportPart


def english(gazetteer: Gazetteer, encoder: Encoder | None = None) -> Parts:
    """The parts for English.

    Args:
        gazetteer: where places are looked up.
        encoder: the released model, which reads beside the rules; None for rules alone.
    """
    if encoder is None:
        places = partial(find_places, gazetteer=gazetteer)
        by_rule: tuple[tuple[str, MentionPart], ...] = (
            ("places", places), ("dates", find_dates), ("figures", find_figures), ("actors", find_actors),
        )  # fmt: skip
        return Parts(split_passages, by_rule, find_statements, partial(find_reports, gazetteer=gazetteer))
    mentions: tuple[tuple[str, MentionPart], ...] = (
        ("places", partial(find_places_with, gazetteer=gazetteer, encoder=encoder)),
        ("dates", find_dates),
        ("figures", partial(find_figures, encoder=encoder)),
        ("actors", partial(find_actors, encoder=encoder)),
        ("roles", partial(find_roles, encoder=encoder)),
    )
    statements = partial(find_statements, encoder=encoder)
    reports = partial(find_reports, encoder=encoder, gazetteer=gazetteer)
    return Parts(split_passages, mentions, statements, reports)


class Reader:
    """Reads Documents with a fixed set of parts.

    Args:
        parts: what to read with.
        name: name and version written into each Reading.
    """

    def __init__(self, parts: Parts, name: str = READER) -> None:
        self.parts = parts
        self.name = name

    def read(self, document: Document, clock: Callable[[str, float], None] | None = None) -> Reading:
        """Read one document.

        Args:
            document: cleaned text.
            clock: called with the name of each part and the seconds it took, when given.

        Returns:
            a Reading without findings (checks run on a finished Reading).
        """
        timed = _Timed(clock)
        passages = timed("passages", lambda: self.parts.passages(document))
        mentions = self._mentions(document, passages, timed)
        statements = timed("statements", lambda: self.parts.statements(document, passages, mentions))
        reports, about = timed("incidents", lambda: self.parts.reports(document, passages, mentions, statements))
        return Reading(document, passages, mentions, about, reports, (), self.name)

    def _mentions(self, document: Document, passages: tuple[Passage, ...], timed: _Timed) -> tuple[Mention, ...]:
        found: tuple[Mention, ...] = ()
        for name, part in self.parts.mentions:
            new = timed(name, partial(part, document, passages, found))
            found = tuple(sorted(found + new, key=lambda m: (m.span, m.kind)))
        return found


T = TypeVar("T")


class _Timed:
    def __init__(self, clock: Callable[[str, float], None] | None) -> None:
        self.clock = clock

    def __call__(self, name: str, work: Callable[[], T]) -> T:
        start = time.perf_counter()
        result = work()
        if self.clock:
            self.clock(name, time.perf_counter() - start)
        return result
