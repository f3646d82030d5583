"""What the ledger says as of a time: the list of incidents, one incident, one article.

``as_of`` is UTC and inclusive; None is everything the ledger holds. Naive times are taken as UTC.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from sayso.app.gather import gather
from sayso.app.life import life_of
from sayso.app.lines import incident_line
from sayso.app.origins import graph_of
from sayso.app.pages import field_rows, finding_rows, report_lines, statement_trees
from sayso.app.private import shown_reading
from sayso.app.projection import find_lines, line_question
from sayso.app.revisions import revisions_in, revisions_of
from sayso.app.rules import Asked, as_rules
from sayso.app.views import ArticlePage, IncidentLine, IncidentPage
from sayso.model import SaysoError
from sayso.store.view import View


class NotFound(SaysoError):
    """Nothing of that id is known at that time."""


def list_incidents(
    as_of: datetime | None = None,
    *,
    query: str = "",
    type: str = "",
    family: str = "",
    status: str = "",
    country: str = "",
    days: tuple[date | None, date | None] = (None, None),
    include_background: bool = False,
    disputed: bool = False,
    near: tuple[float, float, float] | None = None,
    rule: Asked = None,
    limit: int | None = None,
    offset: int = 0,
) -> tuple[IncidentLine, ...]:
    """Incidents as of a time, the one that changed last first.

    The values of a line come without the ids of the assertions behind them: the incident page has those.

    Args:
        query: words that must all stand in id, title, type, place, outlets or public voices, any case. Persons who are
            no public voice are not found by name.
        type, family, status: only these; "" for all.
        country: ISO 3166-1 alpha-2 code; "" for all.
        days: first and last day, None for no limit: only what happened, as far as is known, between them.
        include_background: also incidents that are only retold as context.
        disputed: only those of which any value is disputed.
        near: (latitude, longitude, metres): only what is certainly or possibly, with regard to how precisely its place
            is known, within so many metres of the point; ``IncidentLine.within`` tells which.
        rule: rule for the values, or one for each field (``sayso.app.rules``); the settings' when None.
        limit, offset: lines at most, and how many are left out before; None and 0 for all.

    Raises:
        SaysoError: the rule is unknown, or the point or the page is none.
    """
    ask = line_question(
        utc(as_of), query=query, type=type, family=family, status=status, country=country, days=days,
        include_background=include_background, disputed=disputed, near=near, limit=limit, offset=offset,
    )  # fmt: skip
    return find_lines(ask, as_rules(rule))


def incident_page(incident_id: str, as_of: datetime | None = None, *, rule: Asked = None) -> IncidentPage:
    """Everything about one incident as of a time.

    Args:
        incident_id: as listed, any case.

    Raises:
        NotFound: no such incident is known at that time.
        SaysoError: the rule is unknown.
    """
    at, chosen = utc(as_of), as_rules(rule)
    view = View(at)
    name = view.survivor(incident_id.strip().upper())
    gathered = gather(view, (name,)).get(name)
    if gathered is None:
        raise NotFound(f"no incident {incident_id!r} is known{until_words(at)}", "see the list of incidents for ids")
    readings = view.unpack(sorted({r.reading.id for r in gathered.reports}))
    fields = field_rows(gathered, readings, chosen)
    return IncidentPage(
        line=incident_line(gathered, chosen),
        as_of=at,
        rule=str(chosen),
        fields=fields,
        statements=statement_trees(gathered, readings),
        findings=finding_rows(gathered, readings),
        reports=report_lines(gathered, readings),
        origins=gathered.origins,
        disagreements=tuple(d for row in fields for d in row.disagreements),
        voices=gathered.voices,
        graph=graph_of(gathered, readings),
        revisions=revisions_in(view, gathered),
        life=life_of(gathered, readings),
    )


def article_page(document_id: str, as_of: datetime | None = None) -> ArticlePage:
    """One document with its reading as of a time.

    Args:
        document_id: id of the document.

    Raises:
        NotFound: no such document is known at that time.
    """
    at = utc(as_of)
    view = View(at)
    held = view.reading_of(document_id)
    if held is None:
        raise NotFound(f"no document {document_id!r} is known{until_words(at)}", "search for its words to find it")
    reading = view.unpack([held.id])[held.id]
    return ArticlePage(
        document=reading.document,
        reading=shown_reading(reading),
        incidents=view.incidents_in(held.id),
        known_from=held.known_from,
        address=held.address,
        constructed=held.constructed,
        revisions=revisions_of(view, held.address),
    )


def utc(as_of: datetime | None) -> datetime | None:
    """The time in UTC; a time without zone is UTC already."""
    if as_of is None:
        return None
    return as_of.replace(tzinfo=UTC) if as_of.tzinfo is None else as_of.astimezone(UTC)


def until_words(at: datetime | None) -> str:
    """ " as of 2011-11-01 14:00 UTC" for messages, "" for now."""
    return f" as of {at:%Y-%m-%d %H:%M} UTC" if at else ""
