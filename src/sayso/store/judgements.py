"""The judgements in the ledger. Rows only: which of them stand and what they mean is told by ``link/judgements.py``."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import cast

from django.db.models import Max, Q, QuerySet

from sayso.model import Judgement, JudgementKind
from sayso.model.codec import canonical, content_hash
from sayso.store import models as rows
from sayso.store.ask import rows_of
from sayso.store.stale import judged as touched
from sayso.store.stale import mark

BY = "judgement:"
"""``made_by`` of a link that a judgement made, before the judgement's id."""
_CHUNK = 500  # parameters per query, below every engine's limit


def make(kind: str, subject: str, author: str, at: datetime, reason: str, payload: dict[str, object]) -> Judgement:
    """A Judgement whose id is the content hash of the rest."""
    told = canonical(payload) if payload else ""
    name = content_hash(kind, subject, author, at.isoformat(), reason, told)
    return Judgement(name, cast(JudgementKind, kind), subject, author, at, reason, told)


def add(judgement: Judgement) -> None:
    """Add a judgement; call it with the Writer's turn held.

    Raises:
        django.db.IntegrityError: it is there already.
    """
    rows.JudgementRow(
        id=judgement.id, kind=judgement.kind, subject=judgement.subject, author=judgement.author, at=judgement.at,
        reason=judgement.reason, payload=judgement.payload,
    ).save()  # fmt: skip
    mark(touched(judgement.subject), judgement.at)


def everything(as_of: datetime | None = None) -> tuple[Judgement, ...]:
    """Every row known at the time, oldest first: decisions, withdrawals, and what re-readings did to them.

    Args:
        as_of: UTC, inclusive; None for all.
    """
    return tuple(_judgements(_known(as_of).order_by("at", "id")))


def about(subjects: Collection[str], as_of: datetime | None = None) -> tuple[Judgement, ...]:
    """Every row known at the time that bears on these subjects, oldest first.

    Withdrawals of what is found come along, and judgements that re-readings carried to one of the subjects.

    Args:
        subjects: ids of assertions, keys of reports, ids of incidents, pairs "A+B".
        as_of: UTC, inclusive; None for all.
    """
    known = _known(as_of)
    if not known.exists():
        return ()
    if known.count() <= len(subjects):  # fewer judgements than questions
        return _bearing(everything(as_of), set(subjects))
    found = {j.id: j for j in _judgements(_each(known, "subject__in", subjects))}
    behind = {json.loads(j.payload)["of"] for j in found.values() if j.kind == "carried"}
    found.update({j.id: j for j in _judgements(_each(known, "pk__in", behind - found.keys()))})
    found.update({j.id: j for j in _judgements(_each(known.filter(kind="withdraw"), "subject__in", found))})
    return tuple(sorted(found.values(), key=lambda j: (j.at, j.id)))


def _bearing(some: tuple[Judgement, ...], subjects: set[str]) -> tuple[Judgement, ...]:
    found = {j.id for j in some if j.subject in subjects}
    found |= {json.loads(j.payload)["of"] for j in some if j.kind == "carried" and j.id in found}
    found |= {j.id for j in some if j.kind == "withdraw" and j.subject in found}
    return tuple(j for j in some if j.id in found)


def deciding_links(as_of: datetime | None = None) -> tuple[Judgement, ...]:
    """Every row that may bear on a link or a merge: decisions about reports, incidents and pairs, with their fate."""
    known = _known(as_of)
    links = Q(kind__in=("merge", "split", "not_this_incident")) | Q(subject__contains="/") | Q(subject__contains="+")
    made = {j.id: j for j in _judgements(known.filter(links))}
    made.update({j.id: j for j in _judgements(_each(known.filter(kind="withdraw"), "subject__in", made))})
    return tuple(sorted(made.values(), key=lambda j: (j.at, j.id)))


def anything() -> bool:
    """True when anybody ever judged anything."""
    return bool(rows_of("SELECT 1 FROM store_judgementrow LIMIT 1"))


def of_documents(documents: Iterable[str]) -> tuple[Judgement, ...]:
    """Every row that decides where a report of these documents belongs, in any of their readings, oldest first."""
    reports = rows.ReportRow.objects.filter(reading__document__in=list(documents))
    keys = set(reports.values_list("key", flat=True))
    by = rows.LinkRow.objects.filter(report__in=reports, made_by__startswith=BY).values_list("made_by", flat=True)
    found = {j.id: j for j in about(keys)} if keys else {}
    behind = {made_by.removeprefix(BY) for made_by in by} - found.keys()
    found.update({j.id: j for j in _judgements(_each(_known(None), "pk__in", behind))})
    gone = _known(None).filter(kind="withdraw")
    found.update({j.id: j for j in _judgements(_each(gone, "subject__in", behind))})
    return tuple(sorted(found.values(), key=lambda j: (j.at, j.id)))


def of_kind(kinds: Iterable[str], as_of: datetime | None = None) -> tuple[Judgement, ...]:
    """Every row of these kinds known at the time, oldest first."""
    return tuple(_judgements(_known(as_of).filter(kind__in=list(kinds)).order_by("at", "id")))


def about_pairs(as_of: datetime | None = None) -> tuple[Judgement, ...]:
    """Every decision about two incidents known at the time with its withdrawal, oldest first."""
    made = {j.id: j for j in _judgements(_known(as_of).filter(subject__contains="+"))}
    made.update({j.id: j for j in _judgements(_each(_known(as_of).filter(kind="withdraw"), "subject__in", made))})
    return tuple(sorted(made.values(), key=lambda j: (j.at, j.id)))


def last_link() -> datetime | None:
    """The latest ``since`` of any link; None without one."""
    found: datetime | None = rows.LinkRow.objects.aggregate(last=Max("since"))["last"]
    return found


def by_author(author: str, most: int = 50) -> tuple[Judgement, ...]:
    """The last judgements of an author, oldest first."""
    found = _known(None).filter(author=author).order_by("-at", "-id")[:most]
    return tuple(_judgements(found))[::-1]


def by_ids(ids: Iterable[str]) -> tuple[Judgement, ...]:
    """The judgements of these ids, oldest first."""
    return tuple(sorted(_judgements(_each(_known(None), "pk__in", ids)), key=lambda j: (j.at, j.id)))


def beginning(prefix: str) -> tuple[Judgement, ...]:
    """Judgements whose id begins like this, at most three."""
    return tuple(_judgements(rows.JudgementRow.objects.filter(pk__startswith=prefix).order_by("pk")[:3]))


def _known(as_of: datetime | None) -> QuerySet[rows.JudgementRow]:
    return rows.JudgementRow.objects.filter(Q() if as_of is None else Q(at__lte=as_of))


def _each(query: QuerySet[rows.JudgementRow], column: str, values: Iterable[str]) -> Iterator[rows.JudgementRow]:
    ordered = sorted(values)
    for start in range(0, len(ordered), _CHUNK):
        yield from query.filter(**{column: ordered[start : start + _CHUNK]})


def _judgements(found: Iterable[rows.JudgementRow]) -> Iterator[Judgement]:
    for row in found:
        kind = cast(JudgementKind, row.kind)
        yield Judgement(row.pk, kind, row.subject, row.author, row.at, row.reason, row.payload)
