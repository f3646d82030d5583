"""What the ledger says as of a time: the list of incidents, one incident, one article.

``as_of`` is UTC and inclusive; None is everything the ledger holds. Naive times are taken as UTC.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import cast, get_args

from sayso.app.gather import Gathered, gather
from sayso.app.lines import Listed, incident_line, listed, search_words
from sayso.app.pages import field_rows, finding_rows, report_lines, statement_trees
from sayso.app.private import shown_reading
from sayso.app.views import ArticlePage, IncidentLine, IncidentPage
from sayso.model import Rule, SaysoError
from sayso.store.view import View
from sayso.weigh import DEFAULT_RULE


class NotFound(SaysoError):
    """Nothing of that id is known at that time."""


def list_incidents(
    as_of: datetime | None = None,
    *,
    query: str = "",
    type: str = "",
    family: str = "",
    include_background: bool = False,
    rule: str | None = None,
) -> tuple[IncidentLine, ...]:
    """Incidents as of a time, the one that changed last first.

    Args:
        query: words that must all stand in id, title, type, place, outlets or public voices, any case. Persons who are
            no public voice are not found by name.
        type, family: only these; "" for all.
        include_background: also incidents that are only retold as context.
        rule: rule for the values; the default rule when None.

    Raises:
        SaysoError: the rule is unknown.
    """
    chosen = as_rule(rule)
    words = query.casefold().split()
    kept = [
        line
        for line, found_by in ((e.line, e.words) for e in listed(View(utc(as_of)), chosen, _listed))
        if (include_background or line.status != "background")
        and type in ("", line.type)
        and family in ("", line.family)
        and all(w in found_by for w in words)
    ]
    return tuple(sorted(kept, key=lambda line: (line.last_changed, line.id), reverse=True))


def _listed(gathered: Gathered, rule: Rule) -> Listed:
    line = incident_line(gathered, rule)
    return Listed(line, search_words(line, gathered))


def incident_page(incident_id: str, as_of: datetime | None = None, *, rule: str | None = None) -> IncidentPage:
    """Everything about one incident as of a time.

    Args:
        incident_id: as listed, any case.

    Raises:
        NotFound: no such incident is known at that time.
        SaysoError: the rule is unknown.
    """
    at, chosen = utc(as_of), as_rule(rule)
    view = View(at)
    name = view.survivor(incident_id.strip().upper())
    gathered = gather(view, (name,)).get(name)
    if gathered is None:
        raise NotFound(f"no incident {incident_id!r} is known{_until(at)}", "see the list of incidents for ids")
    readings = view.unpack(sorted({r.reading.id for r in gathered.reports}))
    fields = field_rows(gathered, readings, chosen)
    return IncidentPage(
        line=incident_line(gathered, chosen),
        as_of=at,
        rule=chosen,
        fields=fields,
        statements=statement_trees(gathered, readings),
        findings=finding_rows(gathered, readings),
        reports=report_lines(gathered, readings),
        origins=gathered.origins,
        disagreements=tuple(d for row in fields for d in row.disagreements),
        voices=gathered.voices,
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
        raise NotFound(f"no document {document_id!r} is known{_until(at)}", "search for its words to find it")
    reading = view.unpack([held.id])[held.id]
    return ArticlePage(
        document=reading.document,
        reading=shown_reading(reading),
        incidents=view.incidents_in(held.id),
        known_from=held.known_from,
        address=held.address,
        constructed=held.constructed,
    )


def utc(as_of: datetime | None) -> datetime | None:
    """The time in UTC; a time without zone is UTC already."""
    if as_of is None:
        return None
    return as_of.replace(tzinfo=UTC) if as_of.tzinfo is None else as_of.astimezone(UTC)


def as_rule(rule: str | None) -> Rule:
    """The rule of that name, the default rule for None or "".

    Raises:
        SaysoError: there is none of that name.
    """
    if not rule:
        return DEFAULT_RULE
    if rule not in get_args(Rule):
        raise SaysoError(f"unknown rule {rule!r}", "use one of " + ", ".join(get_args(Rule)))
    return cast(Rule, rule)


def _until(at: datetime | None) -> str:
    return f" as of {at:%Y-%m-%d %H:%M} UTC" if at else ""
