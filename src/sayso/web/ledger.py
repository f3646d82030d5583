"""The desk's records from the ledger."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from sayso.app import as_of as ledger
from sayso.app import coverage as watching
from sayso.app import custody as keeping
from sayso.app import search as finder
from sayso.app.coverage import Coverage
from sayso.app.custody import Custody
from sayso.app.projection import kinds_of_lines, line_question
from sayso.app.views import ArticlePage, IncidentLine, IncidentPage, SearchHit


class LedgerSource:
    """A ``DeskSource`` over the installation's ledger."""

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
        """See ``sayso.app.as_of.list_incidents``."""
        return ledger.list_incidents(
            as_of, query=query, type=type, family=family, include_background=include_background, disputed=disputed,
            rule=rule, limit=limit, offset=offset,
        )  # fmt: skip

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
        """See ``sayso.app.projection.kinds_of_lines``."""
        ask = line_question(
            ledger.utc(as_of), query=query, type=type, family=family, include_background=include_background,
            disputed=disputed,
        )  # fmt: skip
        return kinds_of_lines(ask)

    def incident_page(
        self, incident_id: str, as_of: datetime | None = None, *, rule: str | None = None
    ) -> IncidentPage | None:
        """See ``sayso.app.as_of.incident_page``."""
        return ledger.incident_page(incident_id, as_of, rule=rule)

    def article_page(self, document_id: str, as_of: datetime | None = None) -> ArticlePage | None:
        """See ``sayso.app.as_of.article_page``."""
        return ledger.article_page(document_id, as_of)

    def coverage(self, as_of: datetime | None = None) -> Coverage | None:
        """See ``sayso.app.coverage.coverage``."""
        return watching.coverage(as_of)

    def custody(self, digest: str, as_of: datetime | None = None) -> Custody | None:
        """See ``sayso.app.custody.custody``."""
        return keeping.custody(digest, as_of)

    def search(self, query: str, as_of: datetime | None = None, limit: int = 50) -> tuple[SearchHit, ...]:
        """See ``sayso.app.search.search``."""
        return tuple(finder.search(query, as_of, limit))
