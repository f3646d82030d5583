"""The pages of watched sources: the list, adding one, one of them, lists of feeds in and out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from sayso.app import find_sources, source_desk
from sayso.app.source_desk import SourceLine
from sayso.app.sources import (
    change_source,
    configured,
    export_opml,
    move_source,
    pause_source,
    remove_source,
    resume_source,
)
from sayso.app.vitals import state
from sayso.model import SaysoError
from sayso.model.source import Source
from sayso.web.question import Question
from sayso.web.review import reviewer_of
from sayso.web.show.strips import day_strip, look_strip, runs
from sayso.web.source_forms import Typed, number_of, settings, told, typed_in, typed_of, wrong
from sayso.web.views import missing, page

_MOST_OPML = 5_000_000
_FIRST_LOOKS, _FIRST_ITEMS = 10, 15
"""What is shown at once; the rest is folded."""


def sources(request: HttpRequest) -> HttpResponse:
    """Every source and how it fares, those that need a person first."""
    removed = told(request.GET, "removed")
    return _list(request, {"removed": removed if removed and removed not in configured() else ""})


def add(request: HttpRequest) -> HttpResponse:
    """The address to be looked at, or what was found there."""
    key = told(request.GET, "found")
    if not key:
        return _add_page(request, Typed(address=told(request.GET, "address")))
    return _found_page(request, key, number_of(request.GET), None)


def find(request: HttpRequest) -> HttpResponse:
    """Find out what can be watched at an address, then show it."""
    typed = Typed(address=told(request.POST, "address"))
    try:
        key = find_sources.find_out(typed.address)
    except SaysoError as error:
        return _add_page(request, wrong(typed, error), status=400)
    return _go(f"{reverse('source-add')}?found={key}")


def save(request: HttpRequest) -> HttpResponse:
    """Save what was found and chosen."""
    form, key = request.POST, told(request.POST, "found")
    typed = typed_in(form)
    try:
        made = find_sources.save_found(key, number_of(form), _who(request), **settings(typed))
    except SaysoError as error:
        return _found_page(request, key, number_of(form), wrong(typed, error), status=400)
    return _go(reverse("source", args=[made.id]))


def source(request: HttpRequest, source_id: str) -> HttpResponse:
    """One source: how it fares, its looks, its items, its configuration."""
    try:
        _one(source_id.replace("\0", ""))
    except SaysoError as error:
        return missing(request, Question(), "source", source_id, error)
    return _source_page(request, source_id, None)


def change(request: HttpRequest, source_id: str) -> HttpResponse:
    """Another name, volume, outlet, language or retention for a source."""
    typed = typed_in(request.POST)
    try:
        old = _one(source_id)
        if not typed.name:
            raise SaysoError("a source needs a name", "type one")
        changed: Source = replace(old, **settings(typed))
        if changed != old:
            change_source(changed, made_by=_who(request))
    except SaysoError as error:
        return _source_page(request, source_id, wrong(typed, error), status=400)
    return _go(reverse("source", args=[source_id]))


def pause(request: HttpRequest, source_id: str) -> HttpResponse:
    """Look no more at a source until it is resumed."""
    return _do(request, source_id, pause_source)


def resume(request: HttpRequest, source_id: str) -> HttpResponse:
    """Look at a paused source again."""
    return _do(request, source_id, resume_source)


def back(request: HttpRequest, source_id: str) -> HttpResponse:
    """Watch a source that moved by itself where it was before."""
    return _do(request, source_id, move_source)


def remove(request: HttpRequest, source_id: str) -> HttpResponse:
    """Watch a source no more; what came from it stays."""
    return _do(request, source_id, remove_source, f"{reverse('sources')}?{urlencode({'removed': source_id})}")


def opml_out(request: HttpRequest) -> HttpResponse:
    """All sources as an OPML file."""
    answer = HttpResponse(export_opml(), content_type="text/x-opml; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="sources.opml"'
    answer.headers["Cache-Control"] = "no-store"
    return answer


def opml_in(request: HttpRequest) -> HttpResponse:
    """Take in the sources of an OPML file, and say which."""
    file = request.FILES.get("file")
    try:
        if file is None:
            raise SaysoError("no file was chosen", "choose the OPML file that your feed reader exported")
        if (file.size or 0) > _MOST_OPML:
            raise SaysoError("the file is larger than 5 MB", "a list of feeds is much smaller; check the file")
        added, left = find_sources.take_opml(file.read(), _who(request))
    except SaysoError as error:
        return _list(request, {"opml_problem": wrong(Typed(), error)}, status=400)
    return _list(request, {"taken": (added, left)})


def _list(request: HttpRequest, more: dict[str, object], status: int = 200) -> HttpResponse:
    lines = source_desk.source_lines()
    context = {"rows": [(line, day_strip(line)) for line in lines], "collecting": state().collecting, "typed": Typed()}
    return page(request, "sources", Question(), context | more, status)


def _add_page(request: HttpRequest, typed: Typed, status: int = 200) -> HttpResponse:
    return _unstored(page(request, "source_add", Question(), {"typed": typed}, status))


def _found_page(
    request: HttpRequest, key: str, number: int, typed: Typed | None, status: int = 200
) -> HttpResponse:  # fmt: skip
    try:
        some = find_sources.found(key)
    except SaysoError as error:
        return _add_page(request, wrong(Typed(), error), status=400)
    number = number if 0 <= number < len(some) else 0
    chosen = some[number]
    context: dict[str, object] = {
        "key": key, "number": number, "chosen": chosen, "typed": typed or typed_of(chosen.source),
        "others": [(place, one) for place, one in enumerate(some) if place != number],
    }  # fmt: skip
    return _unstored(page(request, "source_found", Question(), context, status))


def _source_page(request: HttpRequest, id: str, typed: Typed | None, status: int = 200) -> HttpResponse:
    sheet = source_desk.source_sheet(id.replace("\0", ""))
    looks = runs(sheet.looks)
    collecting = state().collecting
    line, strip = sheet.line, look_strip(sheet.looks)
    context: dict[str, object] = {
        "line": line, "view": line.view, "source": line.view.source, "days": day_strip(line), "strip": strip,
        "looks": looks[:_FIRST_LOOKS], "earlier": looks[_FIRST_LOOKS:],
        "items": sheet.items[:_FIRST_ITEMS], "older": sheet.items[_FIRST_ITEMS:],
        "typed": typed or typed_of(line.view.source), "collecting": collecting, "moved": sheet.moved,
        "waits": collecting and _moves(line),
    }  # fmt: skip
    return page(request, "source", Question(), context, status)


def _moves(line: SourceLine) -> bool:
    """True when the page will soon say something else: a look is due, or items are on their way."""
    due = line.view.next_at is not None and line.view.next_at <= datetime.now(UTC)
    return bool(line.waiting or line.captured) or (due and not line.view.source.paused)


def _do(request: HttpRequest, id: str, act: Callable[..., object], then: str = "") -> HttpResponse:
    try:
        act(id, made_by=_who(request))
    except SaysoError as error:
        return _source_page(request, id, wrong(typed_of(_one(id)), error), status=400)
    return _go(then or reverse("source", args=[id]))


def _one(id: str) -> Source:
    found = configured().get(id)
    if found is None:
        raise SaysoError(f"no source has the id {id!r}", "see the list of sources")
    return found


def _who(request: HttpRequest) -> str:
    return reviewer_of(request) or "desk"


def _go(address: str) -> HttpResponse:
    return HttpResponseRedirect(address, status=303)


def _unstored(answer: HttpResponse) -> HttpResponse:
    """A page with an address that somebody typed, key and all, is kept by no browser."""
    answer.headers["Cache-Control"] = "no-store"
    return answer
