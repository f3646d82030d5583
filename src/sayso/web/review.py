"""The review queue: one item at a time, decided by keys, and the pages around it.

Every state is in the address (which items, blind or not, which one); the reviewer's name is asked for once (cookie).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import quote, unquote, urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

from sayso.app import review
from sayso.app.agreement import agreement
from sayso.app.given_values import GIVABLE
from sayso.app.judge import adjudicate, judge, withdraw
from sayso.app.review_queue import KINDS, Item
from sayso.link.judgements import is_second
from sayso.model import Judgement, SaysoError
from sayso.web.question import Question
from sayso.web.views import page

COOKIE = "sayso_reviewer"
_YEAR = 365 * 24 * 3600
_NAME = 80
KIND_NAMES = {
    "lost": "to decide again", "unsure": "left by a merge taken back", "disputed": "disputed values",
    "pair": "possible merges", "doubtful": "read with doubt", "new": "new incidents",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ask:
    """What the address of the queue asks.

    Attributes:
        kind, incident: filters, "" for all.
        blind: True hides what others decided.
        at: subject of the item to show, "" for the first that is open.
        last: id of the judgement made just before, to offer its undo.
        fresh: True makes the queue anew.
    """

    kind: str = ""
    incident: str = ""
    blind: bool = False
    at: str = ""
    last: str = ""
    fresh: bool = False

    def address(self, at: str = "", last: str = "") -> str:
        """The address of the queue at an item, with the same filters."""
        kept = {
            "kind": self.kind, "incident": self.incident, "blind": "1" if self.blind else "", "at": at, "last": last,
        }  # fmt: skip
        text = urlencode({key: value for key, value in kept.items() if value})
        return f"/review?{text}" if text else "/review"

    def carried(self) -> str:
        """Links to other pages keep nothing of the queue."""
        return ""


def asked(params: Mapping[str, str]) -> Ask:
    """Reads the parameters of a request; what is no filter is none."""
    told = {key: value.replace("\0", "").strip() for key, value in params.items()}
    kind = told.get("kind", "")
    return Ask(
        kind=kind if kind in KINDS else "", incident=told.get("incident", "").upper(), blind=told.get("blind") == "1",
        at=told.get("at", ""), last=told.get("last", ""), fresh=told.get("fresh") == "1",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filled:
    """What a reviewer typed, to be shown again when it cannot be taken."""

    reason: str = ""
    other: str = ""
    to: str = ""
    field: str = ""
    value: str = ""
    reports: tuple[str, ...] = ()
    problem: str = ""
    hint: str = ""
    act: str = ""


def reviewer_of(request: HttpRequest) -> str:
    """The reviewer's name, "" before it was asked for."""
    return " ".join(unquote(request.COOKIES.get(COOKIE, "")).split())[:_NAME]


def queue(request: HttpRequest) -> HttpResponse:
    """The item in view with its decisions; first of all the reviewer's name."""
    ask, reviewer = asked(request.GET.dict()), reviewer_of(request)
    if not reviewer:
        return page(request, "review_name", Question(), {"next": ask.address(ask.at)})
    return _item_page(request, ask, reviewer, Filled())


def name(request: HttpRequest) -> HttpResponse:
    """Remember who reviews, then go on."""
    said = " ".join(request.POST.get("name", "").replace("\0", "").split())[:_NAME]
    then = request.POST.get("next", "/review")
    answer = HttpResponseRedirect(_inside(then), status=303)
    if said:
        answer.set_cookie(COOKIE, quote(said), max_age=_YEAR, httponly=True, samesite="Lax")
    else:
        answer.delete_cookie(COOKIE)
    return answer


def decide(request: HttpRequest) -> HttpResponse:
    """Write the decision and go to the next item; what cannot be taken is said beside the form."""
    ask, reviewer, form = asked(request.POST.dict()), reviewer_of(request), request.POST
    if not reviewer:
        return HttpResponseRedirect("/review", status=303)
    some = review.items(reviewer, blind=ask.blind, kind=ask.kind, incident=ask.incident)
    item = next((i for i in some if i.subject == ask.at), None)
    filled = _filled(form)
    if item is None:
        return HttpResponseRedirect(ask.address(), status=303)
    try:
        second = ask.blind and review.decided_by_others(item.subject, reviewer)
        made = _judge(item, filled, partial(judge, author=reviewer, reason=filled.reason, second=second), form)
    except SaysoError as error:
        again = replace(filled, problem=error.message, hint=error.hint)
        return _item_page(request, ask, reviewer, again, status=400)
    return HttpResponseRedirect(ask.address(_after(some, item, reviewer), made.id), status=303)


def undo(request: HttpRequest) -> HttpResponse:
    """Take a judgement back and come back to where it was made."""
    reviewer, ask = reviewer_of(request), asked(request.POST.dict())
    then = _inside(request.POST.get("next", "")) if request.POST.get("next") else ask.address(ask.at)
    reason = request.POST.get("reason", "").strip() or "taken back in review"
    withdraw(request.POST.get("judgement", ""), author=reviewer or "unnamed reviewer", reason=reason)
    return HttpResponseRedirect(then, status=303)


def act(request: HttpRequest) -> HttpResponse:
    """A decision from an incident or an article page, which is shown again afterwards."""
    reviewer = reviewer_of(request) or " ".join(request.POST.get("author", "").split())[:_NAME]
    form, filled = request.POST, _filled(request.POST)
    judge(
        form.get("act", ""), form.get("subject", ""), author=reviewer, reason=filled.reason,
        other=filled.other or filled.to, reports=filled.reports, field=filled.field, value=filled.value,
    )  # fmt: skip
    answer = HttpResponseRedirect(_inside(form.get("next", "/")), status=303)
    answer.set_cookie(COOKIE, quote(reviewer), max_age=_YEAR, httponly=True, samesite="Lax")
    return answer


def agreed(request: HttpRequest) -> HttpResponse:
    """How far reviewers agree, and what is to be adjudicated."""
    report = agreement()
    return page(request, "agreement", Question(), {"report": report, "reviewer": reviewer_of(request)})


def uphold(request: HttpRequest) -> HttpResponse:
    """Adjudicate: one of the decisions about an item is right."""
    reason = request.POST.get("reason", "")
    adjudicate(request.POST.get("judgement", ""), author=reviewer_of(request), reason=reason)
    return HttpResponseRedirect("/review/agreement", status=303)


def _item_page(request: HttpRequest, ask: Ask, reviewer: str, filled: Filled, status: int = 200) -> HttpResponse:
    some = review.items(reviewer, blind=ask.blind, kind=ask.kind, incident=ask.incident, fresh=ask.fresh)
    done = review.decided_by(reviewer, some)
    context: dict[str, object] = {
        "queue": ask, "reviewer": reviewer, "kinds": KIND_NAMES, "total": len(some), "filled": filled,
        "done": len(done), "reasons": review.recent_reasons(reviewer), "last": _last(ask, reviewer),
    }  # fmt: skip
    last = context["last"]
    context["last_second"] = isinstance(last, Judgement) and is_second(last)
    place = _place(some, ask.at, done)
    if place is None:
        return page(request, "review", Question(), context, status)
    item = some[place]
    try:
        view = review.shown(item, reviewer, blind=ask.blind)
    except (SaysoError, LookupError):
        view = None  # its incident is gone: split, merged or rejected meanwhile
    context |= {
        "item": item, "view": view, "number": place + 1, "at": ask.address(item.subject), "fields": GIVABLE,
        "before": ask.address(some[place - 1].subject) if place else "",
        "after": ask.address(some[place + 1].subject) if place + 1 < len(some) else "",
        "is_pair": "+" in item.subject, "is_report": "/" in item.subject,
        "undo": (view.mine if view else None) or context["last"],
    }  # fmt: skip
    undone = getattr(context["undo"], "subject", "")  # whoever takes something back wants to see it again
    context["undo_next"] = ask.address(undone if any(i.subject == undone for i in some) else item.subject)
    return page(request, "review", Question(), context, status)


def _place(some: tuple[Item, ...], at: str, done: frozenset[str]) -> int | None:
    """Which item to show: the one asked for, else the first that is open, None when all are decided."""
    if at == "done":
        return None
    asked_for = next((n for n, i in enumerate(some) if i.subject == at), None)
    return asked_for if asked_for is not None else next((n for n, i in enumerate(some) if i.subject not in done), None)


def _after(some: tuple[Item, ...], item: Item, reviewer: str) -> str:
    """The next item that is open, going round; "done" when there is none."""
    done = review.decided_by(reviewer, some)
    at = some.index(item)
    left = [i.subject for i in (*some[at + 1 :], *some[:at]) if i.subject not in done]
    return left[0] if left else "done"


def _last(ask: Ask, reviewer: str) -> Judgement | None:
    if not ask.last:
        return None
    return next((j for j in review.own_standing(reviewer) if j.id == ask.last), None)


def _judge(item: Item, filled: Filled, said: Callable[..., Judgement], form: QueryDict) -> Judgement:
    """The decision that a button means for this item; ``said`` is ``judge`` with author and reason."""
    what, is_pair = filled.act, "+" in item.subject
    if is_pair and what in ("split", "not_this_incident", "other_value"):
        raise SaysoError("that is no decision about two incidents", "merge them (a or m), or keep them apart (r)")
    if what == "merge" and not is_pair:
        return said("merge", item.incident, other=filled.other)
    if what == "split":
        return said("split", item.incident, reports=filled.reports)
    if what == "not_this_incident":
        return said("not_this_incident", form.get("report", "") or item.subject, other=filled.to)
    if what == "other_value":
        return said("other_value", item.incident, field=filled.field, value=filled.value, evidence=_words(form))
    if what in ("accept", "reject", "merge"):
        return said("reject" if what == "reject" else "accept", item.subject)
    raise SaysoError("no decision was chosen", "press a key or one of the buttons")


def _words(form: QueryDict) -> tuple[str, int, int] | None:
    """The words in view as evidence, when the reviewer says that the value stands on them."""
    document, _, span = form.get("words", "").partition(":")
    start, _, end = span.partition("-")
    return (document, int(start), int(end)) if document and start.isdigit() and end.isdigit() else None


def _filled(form: QueryDict) -> Filled:
    def told(key: str) -> str:
        return form.get(key, "").replace("\0", "").strip()

    return Filled(
        told("reason"), told("other"), told("to"), told("field"), told("value"), tuple(form.getlist("reports")),
        act=told("act"),
    )  # fmt: skip


def _inside(address: str) -> str:
    """An address of this desk; anything else leads to the queue."""
    return address if address.startswith("/") and not address.startswith(("//", "/\\")) else "/review"
