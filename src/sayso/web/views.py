"""The pages of the desk. Each asks its source, arranges the records, and renders one template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import overload

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sayso.app.sure import at_least
from sayso.app.views import ArticlePage, IncidentLine, IncidentPage
from sayso.model import Dropped, SaysoError
from sayso.web.desk import DeskSource
from sayso.web.question import RULES, Question, question
from sayso.web.show import evidence, highlights, origins, pins, words

SEARCH_LIMIT = 50
PAGE_OF_LIST = 100
"""Lines on one page of the list."""
MOST_PINS = 2_000
"""Incidents on the map, those that changed last; a page with more is slow to load and nobody can tell them apart."""


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
        kinds = self.source.kinds(ask.as_of, include_background=ask.background)
        lines = _Lines(self.source, ask)
        pages = Paginator(lines, PAGE_OF_LIST)
        shown = pages.get_page(ask.page)
        placed = pins.pins(lines.first, lambda i: f"/incident/{i}{ask.carried()}")
        context = {
            "lines": shown,
            "older": ask.on_page(shown.next_page_number()) if shown.has_next() else "",
            "newer": ask.on_page(shown.previous_page_number()) if shown.has_previous() else "",
            "found": len(lines),
            "pins": placed,
            "pin_data": pins.collection(placed),
            "frame": pins.frame(placed),
            "off_map": tuple(line for line in shown if not pins.pinned(line.place)),
            "mapped": len(lines.first) if len(lines.first) < len(lines) else 0,
            "total": sum(kinds.values()),
            "types": sorted(kinds.items(), key=lambda item: item[0][::-1]),
            "families": _families(kinds),
            "coverage": self.source.coverage(ask.as_of),
        }
        return page(request, "situation", ask, context)

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
        custody = self.source.custody(record.document.capture, ask.as_of)
        whole = record.reading
        record = replace(record, reading=at_least(whole, ask.least))
        left_out = len(whole.statements) - len(record.reading.statements)
        shown = {"custody": custody, "left_out": left_out, "least_given": f"{ask.least:.2f}"}
        return page(request, "article", ask, _article_context(record) | shown)

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
    marks = highlights.article_marks(record)
    ledger = dict(record.incidents)
    counts = Counter(layer for mark in marks for layer in mark.layers)
    return {
        "page": record,
        "document": record.document,
        "paragraphs": highlights.shown(record.document, marks),
        "layers": [(key, name, counts[key]) for key, name in highlights.LAYERS.items()],
        "reports": [(report, ledger.get(report.id, "")) for report in record.reading.reports],
        "statements": record.reading.statements,
        "findings": record.reading.findings,
        "dropped": _dropped(record.document.dropped),
    }


def _dropped(parts: tuple[Dropped, ...]) -> list[tuple[str, list[Dropped]]]:
    """What was cut away by its reason, in the order in which the reasons come first."""
    found: dict[str, list[Dropped]] = {}
    for part in parts:
        found.setdefault(part.why, []).append(part)
    return list(found.items())


def _families(kinds: Counter[tuple[str, str]]) -> list[tuple[tuple[str], int]]:
    found: Counter[str] = Counter()
    for (_, family), number in kinds.items():
        found[family] += number
    return [((family,), number) for family, number in sorted(found.items())]


class _Lines(Sequence[IncidentLine]):
    """The lines that match a question, fetched as far as they are shown.

    Attributes:
        first: those that changed last, as many as the map shows.
    """

    def __init__(self, source: DeskSource, ask: Question) -> None:
        self._source, self._ask = source, ask
        self.first = self._fetch(MOST_PINS, 0)
        self._number = len(self.first) if len(self.first) < MOST_PINS else self._count()

    def _fetch(self, limit: int, offset: int) -> tuple[IncidentLine, ...]:
        ask = self._ask
        return self._source.list_incidents(
            ask.as_of, query=ask.query, type=ask.type, family=ask.family, include_background=ask.background,
            disputed=ask.disputed, rule=ask.rule or None, limit=limit, offset=offset,
        )  # fmt: skip

    def _count(self) -> int:
        ask = self._ask
        found = self._source.kinds(
            ask.as_of, query=ask.query, type=ask.type, family=ask.family, include_background=ask.background,
            disputed=ask.disputed,
        )  # fmt: skip
        return sum(found.values())

    def __len__(self) -> int:
        return self._number

    @overload
    def __getitem__(self, place: int) -> IncidentLine: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[IncidentLine, ...]: ...

    def __getitem__(self, place: int | slice) -> IncidentLine | tuple[IncidentLine, ...]:
        if isinstance(place, int):
            return self[place : place + 1][0]
        start, stop, _ = place.indices(self._number)
        if stop <= len(self.first):
            return self.first[start:stop]
        return self._fetch(max(0, stop - start), start)


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
