"""What taking a judgement back does to links and merges: they become what the decisions that are left ask for.

Nothing is undone step by step, because decisions may be taken back in any order. A report goes where the last decision
that still stands puts it, else where the linker put it; two incidents are one when the last decision that still stands
says so, else when the linker says so.
"""

from __future__ import annotations

from collections.abc import Sequence

import sayso.app.prepare  # noqa: F401
from sayso.app.judge_acts import link
from sayso.app.parted import share_out
from sayso.link import judgements as core
from sayso.model import Judgement
from sayso.store import judgements as ledger
from sayso.store import redirects, subjects
from sayso.store.writer import Writer


def undo(j: Judgement, withdrawal: Judgement) -> None:
    """Write the rows that follow from a withdrawal that was added; call it with the Writer's turn held.

    Args:
        j: the judgement that was taken back.
        withdrawal: what took it back; the rows are of its moment.
    """
    if core.is_second(j) or j.kind == "other_value" or not (set("+/") & set(j.subject) or j.kind == "split"):
        return  # such a decision has no rows of its own
    rows = ledger.deciding_links()
    left = [k for k in core.standing(rows) if not core.is_second(k)]
    if "+" in j.subject:
        _settle_pair(j.subject, left, withdrawal)
        _uphold(left, withdrawal)
        older, younger = redirects.opened_first(j.subject.split("+"))
        if redirects.parted_at(younger, older, withdrawal.at):
            share_out(younger, older, withdrawal)
        return
    also = core.carried(rows)
    for key in sorted({*core.reports_of(j), *also.get(j.id, ())}):
        about = [k for k in left if key in {*core.reports_of(k), *also.get(k.id, ())}]
        _settle_report(key, about, j, withdrawal)
    if core.details(j).get("opened"):
        _close(j, left, withdrawal)


def _settle_pair(subject: str, left: Sequence[Judgement], withdrawal: Judgement) -> None:
    older, younger = redirects.opened_first(subject.split("+"))
    last = next((k for k in reversed(left) if k.subject == subject), None)
    wanted = last.kind != "reject" if last else redirects.by_linker(younger, older)
    now = redirects.standing(None, (younger,)).get(younger)
    if wanted and now is None:
        _redirect(younger, older, withdrawal)
    elif not wanted and now == older:
        _redirect(younger, older, withdrawal, holds=False)


def _uphold(left: Sequence[Judgement], withdrawal: Judgement) -> None:
    """Merges that others still stand for, and that held only through the one taken back."""
    latest = {k.subject: k for k in left if "+" in k.subject}
    for subject, k in latest.items():
        ends = set(redirects.survivors(subject.split("+"), None).values())
        if k.kind != "reject" and len(ends) == 2:
            older, younger = redirects.opened_first(ends)
            _redirect(younger, older, withdrawal)


def _settle_report(key: str, about: Sequence[Judgement], j: Judgement, withdrawal: Judgement) -> None:
    held = subjects.report(key)
    if held is None:
        return
    if about:
        told = core.details(about[-1])
        incident = "" if about[-1].kind == "reject" else told["incident" if about[-1].kind == "accept" else "to"]
    else:
        incident = subjects.linked_by_linker(held.row) or core.details(j)["incident"]
    if incident != held.linked:
        decision = "same" if incident else "not_same"
        link(withdrawal, key, incident or held.linked, decision=decision)


def _close(j: Judgement, left: Sequence[Judgement], withdrawal: Judgement) -> None:
    """The incident that a judgement opened becomes part of the one its reports came from.

    Whoever joined it since was found to be about the same happening, and comes along.
    """
    told = core.details(j)
    new, old = told["to"], redirects.survivors((told["incident"],), None)[told["incident"]]
    kept = any(k.subject == core.pair(new, old) and k.kind == "reject" for k in left)
    if not kept and new != old and redirects.survivors((new,), None)[new] == new:
        _redirect(new, old, withdrawal)


def _redirect(younger: str, older: str, withdrawal: Judgement, *, holds: bool = True) -> None:
    Writer().redirect(
        younger, older, withdrawal.at, why=withdrawal.reason, made_by=withdrawal.author, holds=holds,
        judgement=withdrawal.id,
    )  # fmt: skip
