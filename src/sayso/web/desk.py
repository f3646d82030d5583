"""Where the desk gets its records from: one small protocol, so that pages never ask the ledger themselves."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Protocol

from sayso.app.coverage import Coverage
from sayso.app.custody import Custody
from sayso.app.views import ArticlePage, IncidentLine, IncidentPage, SearchHit


class DeskSource(Protocol):
    """What the pages need. ``as_of`` is a UTC time (``known_from`` at most that) or None for now.

    ``incident_page`` and ``article_page`` raise ``LookupError`` or ``SaysoError``, or return None, when the
    record is not known as of that time.
    """

    def list_incidents(
        self,
        as_of: datetime | None = None,
        *,
        query: str = "",
        type: str = "",
        family: str = "",
        include_background: bool = False,
        disputed: bool = False,
        rule: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[IncidentLine, ...]:
        """Incidents that match every condition that is not empty, as lines for a list; ``limit`` at most."""
        ...

    def kinds(
        self,
        as_of: datetime | None = None,
        *,
        query: str = "",
        type: str = "",
        family: str = "",
        include_background: bool = False,
        disputed: bool = False,
    ) -> Counter[tuple[str, str]]:
        """(type, family) of all incidents that match, with their number."""
        ...

    def incident_page(
        self, incident_id: str, as_of: datetime | None = None, *, rule: str | None = None
    ) -> IncidentPage | None:
        """Everything about one incident under a rule (None: the rule of the settings)."""
        ...

    def article_page(self, document_id: str, as_of: datetime | None = None) -> ArticlePage | None:
        """One document with its reading."""
        ...

    def coverage(self, as_of: datetime | None = None) -> Coverage | None:
        """Which sources were looked at; None where that is no question."""
        ...

    def custody(self, digest: str, as_of: datetime | None = None) -> Custody | None:
        """Where the captured bytes of a digest are; None where that is no question."""
        ...

    def search(self, query: str, as_of: datetime | None = None, limit: int = 50) -> tuple[SearchHit, ...]:
        """Documents that hold the words, best first, at most ``limit``."""
        ...
