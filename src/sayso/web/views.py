"""The pages of the desk. Each asks its source, arranges the records, and renders one template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sayso.app.views import ArticlePage, IncidentLine, IncidentPage
from sayso.model import SaysoError
from sayso.web.desk import DeskSource
from sayso.web.question import RULES, Question, question
from sayso.web.show import evidence, highlights, origins, pins, words

SEARCH_LIMIT = 50
PAGE_OF_LIST = 100
"""Lines on one page of the list; the map always shows all of them."""


class Desk:
    """The pages over one source of records.

    Args:
        source: where the records come from; the ledger in the application, hand-built records in tests.
    """

    def __init__(self, source: DeskSource) -> None:
        self.source = source

    def situation(self, request: HttpRequest) -> HttpResponse:
        """All incidents as a list and on a map."""
        ask = question(request.GET.dict())
        everything = self.source.list_incidents(ask.as_of, include_background=ask.background, rule=ask.rule or None)
        lines = self._matching(ask) if ask.filtered else everything
        placed = pins.pins(lines, lambda i: f"/incident/{i}{ask.carried()}")
        pages = Paginator(lines, PAGE_OF_LIST)
        shown = pages.get_page(ask.page)
        off_map = tuple(line for line in shown if not pins.pinned(line.place))
        context = {
            "lines": shown,
            "older": ask.on_page(shown.next_page_number()) if shown.has_next() else "",
            "newer": ask.on_page(shown.previous_page_number()) if shown.has_previous() else "",
            "found": len(lines),
            "pins": placed,
            "pin_data": pins.collection(placed),
            "frame": pins.frame(placed),
            "off_map": off_map,
            "total": len(everything),
            "types": _counted((line.type, line.family) for line in everything),
            "families": _counted((line.family,) for line in everything),
        }
        return page(request, "situation", ask, context)

    def _matching(self, ask: Question) -> tuple[IncidentLine, ...]:
        found = self.source.list_incidents(
            ask.as_of, query=ask.query, type=ask.type, family=ask.family,
            include_background=ask.background, rule=ask.rule or None,
        )  # fmt: skip
        return tuple(line for line in found if line.disputed or not ask.disputed)

    def incident(self, request: HttpRequest, incident_id: str) -> HttpResponse:
        """One incident: values, say-so, times, findings, reports, origins."""
        ask = question(request.GET.dict())
        try:
            record = self.source.incident_page(incident_id.replace("\0", ""), ask.as_of, rule=ask.rule or None)
        except (LookupError, SaysoError) as error:
            return missing(request, ask, "incident", incident_id, error)
        if record is None:
            return missing(request, ask, "incident", incident_id)
        return page(request, "incident", ask, _incident_context(record))

    def article(self, request: HttpRequest, document_id: str) -> HttpResponse:
        """One document with everything that was read in it."""
        ask = question(request.GET.dict())
        try:
            record = self.source.article_page(document_id.replace("\0", ""), ask.as_of)
        except (LookupError, SaysoError) as error:
            return missing(request, ask, "article", document_id, error)
        if record is None:
            return missing(request, ask, "article", document_id)
        return page(request, "article", ask, _article_context(record))

    def search(self, request: HttpRequest) -> HttpResponse:
        """Documents found by words."""
        ask = question(request.GET.dict())
        hits = self.source.search(ask.query, ask.as_of, SEARCH_LIMIT) if ask.query else ()
        return page(request, "search", ask, {"hits": hits, "limit": SEARCH_LIMIT})


def _incident_context(record: IncidentPage) -> dict[str, object]:
    pin = pins.pins([record.line], lambda i: "")
    trees = origins.origin_trees(record)
    return {
        "page": record,
        "line": record.line,
        "fields": evidence.field_views(record),
        "tree": evidence.attribution_tree(evidence.drawn(record)),
        "copies": evidence.verbatim_copies(record),
        "timeline": evidence.timeline(evidence.drawn(record)),
        "origins": evidence.origin_views(record),
        "origin_trees": trees,
        "origin_drawing": origins.drawing(trees),
        "disagreements": [(d, evidence.sides(record, d)) for d in record.disagreements],
        "pins": pin,
        "pin_data": pins.collection(pin),
        "frame": pins.frame(pin, least=16),
        "rules": RULES,
    }


def _article_context(record: ArticlePage) -> dict[str, object]:
    text = record.document.text
    marks = highlights.article_marks(record)
    ledger = dict(record.incidents)
    counts = Counter(layer for mark in marks for layer in mark.layers)
    return {
        "page": record,
        "document": record.document,
        "paragraphs": [
            (span == record.document.title_span, highlights.marked(text, some, span))
            for span, some in highlights.by_paragraph(text, marks)
        ],
        "layers": [(key, name, counts[key]) for key, name in highlights.LAYERS.items()],
        "reports": [(report, ledger.get(report.id, "")) for report in record.reading.reports],
        "statements": record.reading.statements,
        "findings": record.reading.findings,
    }


def _counted(keys: Iterable[tuple[str, ...]]) -> list[tuple[tuple[str, ...], int]]:
    return sorted(Counter(keys).items(), key=lambda item: item[0][::-1])


def page(request: HttpRequest, name: str, ask: Question, context: dict[str, object], status: int = 200) -> HttpResponse:
    """Renders ``sayso/<name>.html`` with what every page needs."""
    return render(request, f"sayso/{name}.html", {"ask": ask, "words": words, **context}, status=status)


def missing(request: HttpRequest, ask: Question, what: str, key: str, error: Exception | None = None) -> HttpResponse:
    """The 404 page for a record that is not in the ledger as of the time asked for."""
    known = error.message if isinstance(error, SaysoError) else ""
    when = f" as of {words.moment(ask.as_of)}" if ask.as_of else ""
    context: dict[str, object] = {
        "code": 404,
        "title": f"No such {what}",
        "message": known or f"The ledger holds no {what} “{key}”{when}.",
        "hint": "It may have become known later: look at it as of now." if ask.as_of else "",
        "now": request.path if ask.as_of else "",
    }
    return page(request, "error", ask, context, 404)


def refused(request: HttpRequest, error: SaysoError) -> HttpResponse:
    """The 400 page for a request that cannot be understood."""
    context: dict[str, object] = {
        "code": 400, "title": "That cannot be shown", "message": f"{error.message}.", "hint": error.hint,
    }  # fmt: skip
    return page(request, "error", Question(), context, 400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The 404 page for an address that is no page."""
    context: dict[str, object] = {
        "code": 404, "title": "No such page", "message": f"There is no page at {request.path}.", "hint": "",
    }  # fmt: skip
    return page(request, "error", Question(), context, 404)


def failed(request: HttpRequest) -> HttpResponse:
    """The 500 page."""
    context: dict[str, object] = {
        "code": 500, "title": "Something went wrong here",
        "message": "The desk could not make this page. Nothing in the ledger was changed.",
        "hint": "The reason stands in the output of the running desk. Try again, or go back to the list.",
    }  # fmt: skip
    return page(request, "error", Question(), context, 500)
