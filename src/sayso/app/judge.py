"""Decisions of persons in the ledger: made, withdrawn, and told with author, time and reason.

A judgement and everything that follows from it (links, redirects) are rows of one transaction and one moment. The
answer as of any earlier time stays what it was.
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sayso.app.prepare  # noqa: F401
from sayso.app import judge_acts as acts
from sayso.app import judge_subjects as find
from sayso.app.ingest import writing
from sayso.app.judge_acts import Draft
from sayso.app.judge_undo import undo
from sayso.link import judgements as core
from sayso.link.agreement import units
from sayso.model import Judgement, SaysoError
from sayso.store import judgements as ledger
from sayso.store.closed import time_of_act
from sayso.store.writer import Writer

KINDS = ("merge", "split", "not_this_incident", "other_value", "accept", "reject")
_LONGEST = 2000  # characters of a reason
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Deed:
    """A judgement as it is shown in a history.

    Attributes:
        said: what was decided, in words ("rejected: 3 killed").
        withdrawn: the withdrawal, None while it stands.
        second: True for a second opinion, which changes nothing.
    """

    judgement: Judgement
    said: str
    withdrawn: Judgement | None = None
    second: bool = False


def judge(
    kind: str,
    subject: str,
    *,
    author: str,
    reason: str,
    other: str = "",
    reports: Sequence[str] = (),
    field: str = "",
    value: str = "",
    evidence: tuple[str, int, int] | None = None,
    second: bool = False,
) -> Judgement:
    """Write a decision into the open ledger; the same decision of the same author again is the one that stands.

    Args:
        kind: one of ``KINDS``.
        subject: an incident (``merge``, ``split``, ``other_value``), a report key (``not_this_incident``), for
            ``accept`` and ``reject`` an assertion, a report key ("this report tells of no incident") or two incidents
            "A+B" (``accept`` merges them, ``reject`` keeps them apart). The start of an id is enough when it is
            unambiguous.
        author: who decides. ``reason``: why; neither may be empty.
        other: the other incident of a ``merge``; the incident a report belongs to for ``not_this_incident``, "" for
            one of its own.
        reports: for ``split``, keys of the reports that tell of something else.
        field, value, evidence: for ``other_value``, see :func:`sayso.app.given_values.given_value`; ``evidence`` is
            (document id, start, end) of the words the value stands on.
        second: True for a second opinion: it counts for agreement and changes nothing.

    Returns:
        the Judgement that stands.

    Raises:
        SaysoError: unknown subject, empty reason, a value that is none, or a second opinion of somebody whose
            decision stands; the hint says what to do.
    """
    who, why = _author(author), _reason(reason)
    with writing(), Writer().turn():
        return _sign(_draft(kind, subject, other, tuple(reports), field, value, evidence), who, why, second)


def _sign(draft: Draft, who: str, why: str, second: bool) -> Judgement:
    known = _standing_about(draft.subject)
    if same := next((j for j in reversed(known) if j.author == who and _is_same(j, draft, second, known)), None):
        return same
    if second:
        _is_second_person(known, who)
    mark = {"second": True} if second else {}
    made = ledger.make(draft.kind, draft.subject, who, _moment(), why, {**draft.essence, **draft.payload, **mark})
    ledger.add(made)
    if not second:
        acts.act(made)
    return made


def _is_second_person(known: Sequence[Judgement], who: str) -> None:
    """Refuse a second opinion of a person whose decision stands: it would be compared with itself.

    Raises:
        SaysoError: the person has decided about the subject.
    """
    if any(j.author == who and not core.is_second(j) for j in known):
        raise SaysoError(
            f"{who} decided about that already: a second opinion is another person's",
            "name the second reviewer (--author NAME, or SAYSO_AUTHOR), or leave out --second to change the decision",
        )


def adjudicate(judgement_id: str, *, author: str, reason: str) -> Judgement:
    """Uphold one of several contradicting decisions: the others are withdrawn, and this one takes effect.

    Args:
        judgement_id: id of the decision that is right, or its start.

    Returns:
        the judgement that stands: the one upheld, or the adjudicator's own in the place of a second opinion.

    Raises:
        SaysoError: there is no such judgement.
    """
    who, why = _author(author), _reason(reason)
    upheld = find.judgement(judgement_id)
    if upheld.kind not in KINDS:
        raise SaysoError("that is no decision", "uphold the judgement itself")
    with Writer().turn():
        rows = ledger.everything()
        stands = {j.id for j in core.standing(rows)}
        about = [u for u in units(rows) if upheld.id in {j.id for j in u.verdicts}]
        for j in {j.id: j for u in about for j in u.verdicts if core.verdict(j) != core.verdict(upheld)}.values():
            if j.id in stands:
                withdraw(j.id, author=who, reason=why)
        if upheld.id in stands and not core.is_second(upheld):
            return upheld
        told = core.details(upheld)
        if upheld.kind == "other_value":
            kept = _of(told, ("shown", "evidence"))
            draft = Draft(upheld.kind, upheld.subject, {"field": told["field"], "value": told["value"]}, kept)
            return _sign(draft, who, why, False)
        kind = "accept" if upheld.kind == "merge" else upheld.kind
        more = {"reports": told.get("reports", ()), "other": "" if told.get("opened") else told.get("to", "")}
        return judge(kind, upheld.subject, author=who, reason=why, **more)


def withdraw(judgement_id: str, *, author: str, reason: str) -> Judgement:
    """Take a judgement back: from now on the ledger answers as if it had not been made.

    Args:
        judgement_id: id of the judgement, or its start.

    Returns:
        the withdrawal; the one that is there when it was withdrawn before.

    Raises:
        SaysoError: there is no such judgement, or it is a withdrawal itself.
    """
    who, why = _author(author), _reason(reason)
    with writing(), Writer().turn():
        target = find.judgement(judgement_id)
        if target.kind not in KINDS:
            raise SaysoError("a withdrawal cannot be withdrawn", "judge again instead")
        if before := core.withdrawn(ledger.about((target.subject, target.id))).get(target.id):
            return before
        made = ledger.make("withdraw", target.id, who, _moment(), why, {})
        ledger.add(made)
        undo(target, made)
    return made


def history(subject: str, as_of: datetime | None = None) -> tuple[Deed, ...]:
    """Every judgement about a subject, the newest first, with what became of it.

    Args:
        subject: an incident (then also everything about its reports and what they say), a report key, or an
            assertion; the start of an id is enough.
        as_of: UTC, inclusive; None for all.

    Raises:
        SaysoError: nothing of that id is known.
    """
    from sayso.app.judge_history import judgements_of

    return deeds(judgements_of(subject, as_of))


def deeds(rows: Sequence[Judgement]) -> tuple[Deed, ...]:
    """Decisions among the rows as they are shown, the newest first."""
    gone = core.withdrawn(rows)
    made = [j for j in rows if j.kind in core.ACTS]
    return tuple(Deed(j, in_words(j), gone.get(j.id), core.is_second(j)) for j in reversed(core.in_order(made)))


def deed_of(j: Judgement) -> Deed:
    """A judgement just made as it is shown."""
    return Deed(j, in_words(j), second=core.is_second(j))


def in_words(j: Judgement) -> str:
    """What was decided, in a few words; names of private persons are roles."""
    told: dict[str, Any] = core.details(j)
    if j.kind == "withdraw":
        return f"withdrawn: {j.subject[:12]}"
    one, _, other = j.subject.partition("+")
    number = len(told.get("reports", ()))
    words = {
        "merge": f"{one} and {other} are one incident",
        "split": f"{number} {'report' if number == 1 else 'reports'} split off into {told.get('to')}",
        "not_this_incident": f"a report belongs to {told.get('to')}, not to {told.get('incident')}",
        "other_value": f"{told.get('field', '').replace('_', ' ')}: {told.get('shown')}",
    }
    if j.kind in words:
        return words[j.kind]
    if other:
        return f"{one} and {other} are two incidents"
    if "/" in j.subject:
        where = told.get("incident") or "no incident"
        return (
            f"a report belongs to {where}" if j.kind == "accept" else f"a report tells of no incident, not of {where}"
        )
    return f"{j.kind}ed: {told.get('field', '').replace('_', ' ')} {told.get('shown')}"


@dataclass(frozen=True, slots=True)
class Fate:
    """What a re-reading did to a judgement.

    Attributes:
        of: the judgement. ``at``: when. ``said``: what happened, in words.
        lost: True when nothing is read any more at the words it stood on, or another value is.
        open: True while it is lost and nobody has decided again or withdrawn it.
    """

    of: Judgement
    at: datetime
    said: str
    lost: bool
    open: bool


def moved(as_of: datetime | None = None) -> tuple[Fate, ...]:
    """Every judgement that re-readings carried or lost, the newest first.

    Args:
        as_of: UTC, inclusive; None for all.
    """
    rows = ledger.of_kind(("carried", "lost"), as_of)
    behind = {core.details(row)["of"] for row in rows}
    known = {j.id: j for j in ledger.by_ids(behind)}
    stands = {j.id for j in core.standing((*known.values(), *ledger.of_kind(("withdraw",), as_of)))}
    last = {core.details(row)["of"]: row.id for row in rows}
    made = []
    for row in reversed(rows):
        j = known[core.details(row)["of"]]
        lost = row.kind == "lost"
        made.append(Fate(j, row.at, row.reason, lost, lost and j.id in stands and last[j.id] == row.id))
    return tuple(made)


def all_deeds(as_of: datetime | None = None) -> tuple[Deed, ...]:
    """Every judgement in the ledger as it is shown, the newest first."""
    return deeds(ledger.everything(as_of))


def as_row(deed: Deed) -> dict[str, Any]:
    """A judgement as plain values, for JSON."""
    j, gone = deed.judgement, deed.withdrawn
    told = core.details(j)
    shown = _of(told, ("field", "shown", "incident", "to", "reports", "evidence"))
    return {
        "id": j.id, "kind": j.kind, "subject": j.subject, "author": j.author, "at": j.at.isoformat(),
        "reason": j.reason, "said": deed.said, **shown, "second": deed.second,
        "withdrawn": {"author": gone.author, "at": gone.at.isoformat(), "reason": gone.reason} if gone else None,
    }  # fmt: skip


def _of(told: dict[str, Any], names: Sequence[str]) -> dict[str, Any]:
    return {name: told[name] for name in names if name in told}


def default_author() -> str:
    """Who judges when nobody is named: ``SAYSO_AUTHOR``, else the login name, "" when there is none."""
    if named := os.environ.get("SAYSO_AUTHOR", "").strip():
        return named
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no entry for this user id, as in a bare container
        return ""


def _draft(
    kind: str, subject: str, other: str, reports: tuple[str, ...], field: str, value: str,
    evidence: tuple[str, int, int] | None,
) -> Draft:  # fmt: skip
    if kind not in KINDS:
        raise SaysoError(f"unknown kind of judgement {kind!r}", "use one of " + ", ".join(KINDS))
    if kind in ("accept", "reject") and "+" in subject:
        one, _, second = subject.partition("+")
        return acts.merge(one, second) if kind == "accept" else acts.apart(one, second)
    makers: dict[str, Callable[[], Draft]] = {
        "merge": lambda: acts.merge(subject, other),
        "split": lambda: acts.split(subject, reports),
        "not_this_incident": lambda: acts.not_this_incident(subject, other),
        "other_value": lambda: acts.other_value(subject, field, value, evidence),
    }
    return makers.get(kind, lambda: acts.accept(subject, kind))()


def _moment() -> datetime:
    """Now, but after every link: of the decisions about a report the latest counts."""
    at, linked = time_of_act(), ledger.last_link()
    return at if linked is None or at > linked else linked + timedelta(microseconds=1)


def _standing_about(subject: str) -> tuple[Judgement, ...]:
    return core.standing(ledger.about((subject,)))


def _is_same(j: Judgement, draft: Draft, second: bool, known: Sequence[Judgement]) -> bool:
    """True when the author's last word on the subject is this very decision and still decides."""
    told = core.details(j)
    if j.kind != draft.kind or any(told.get(key) != value for key, value in draft.essence.items()):
        return False
    if core.is_second(j) != second:
        return False
    last = [k for k in known if core.subject_of(k) == core.subject_of(j) and (not second or k.author == j.author)]
    return last[-1].id == j.id


def _author(author: str) -> str:
    name = " ".join(author.split())
    if not name or len(name) > _LONGEST_NAME:
        raise SaysoError("nobody is named as the author", "use --author NAME, or set SAYSO_AUTHOR")
    return name


def _reason(reason: str) -> str:
    words = " ".join(reason.replace("\0", "").split())
    if not words:
        raise SaysoError("a judgement needs a reason", "say in a few words why")
    if len(words) > _LONGEST:
        raise SaysoError(f"the reason is longer than {_LONGEST} characters", "keep to what decided it")
    return words
