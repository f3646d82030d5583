"""Everything that was read from one Document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model.document import Document
from sayso.model.finding import Finding
from sayso.model.mention import Mention
from sayso.model.passage import Passage
from sayso.model.report import Report
from sayso.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """A Document with its passages, mentions, statements, reports and findings.

    Iterating over a Reading gives its Reports, ``len`` their number.

    Attributes:
        reader: name and version of the reader that made it.
    """

    document: Document
    passages: tuple[Passage, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    reports: tuple[Report, ...] = ()
    findings: tuple[Finding, ...] = ()
    reader: str = ""

    def __iter__(self) -> Iterator[Report]:
        return iter(self.reports)

    def __len__(self) -> int:
        return len(self.reports)
