"""The protocol of each part of reading. A trained part replaces a rule behind the same protocol.

All parts are pure: frozen objects in, frozen objects out, offsets into ``Document.text``.
"""

from __future__ import annotations

from typing import Protocol

from sayso.model import Document, Mention, Passage, Report, Statement


class PassagePart(Protocol):
    """Cuts a Document into sentences, in order, without overlap."""

    def __call__(self, document: Document) -> tuple[Passage, ...]:
        """Passages in order of the text."""
        ...


class MentionPart(Protocol):
    """Finds mentions of its kinds; ``found`` holds what earlier parts found (dates, places ...)."""

    def __call__(
        self, document: Document, passages: tuple[Passage, ...], found: tuple[Mention, ...]
    ) -> tuple[Mention, ...]:
        """New mentions only, in order of the text."""
        ...


class StatementPart(Protocol):
    """Finds who said what, with nested attribution."""

    def __call__(
        self, document: Document, passages: tuple[Passage, ...], mentions: tuple[Mention, ...]
    ) -> tuple[Statement, ...]:
        """Statements in order of the text, ids s1, s2 ..."""
        ...


class ReportPart(Protocol):
    """Finds the incidents told; also returns the statements with ``about`` filled in."""

    def __call__(
        self,
        document: Document,
        passages: tuple[Passage, ...],
        mentions: tuple[Mention, ...],
        statements: tuple[Statement, ...],
    ) -> tuple[tuple[Report, ...], tuple[Statement, ...]]:
        """Reports, the main one first, and all statements again with ``about``."""
        ...
