"""What a judgement may be about, found by the start of its id, and where it stands now."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sayso.model import Assertion
from sayso.model.codec import from_plain
from sayso.store import models as rows
from sayso.store.entry import HeldReading
from sayso.store.judgements import BY
from sayso.store.redirects import survivors
from sayso.store.view import View

_MOST = 3  # enough to say that an id is ambiguous, and between what


@dataclass(frozen=True, slots=True)
class Standing:
    """A report of the latest reading of its document, and where it is linked.

    Attributes:
        row: row id of the report; ``key``: "<document id>/i1"; ``facts``: opaque JSON of the linker.
        incident: the survivor it is linked to now, "" when it belongs to none; ``linked`` is the id in the link itself.
    """

    row: str
    key: str
    facts: str
    incident: str
    linked: str
    reading: HeldReading


def incidents_beginning(prefix: str) -> tuple[str, ...]:
    """Ids of incidents that begin like this, at most three; only the one that equals it, when there is one."""
    name = prefix.strip().upper()
    if rows.IncidentRow.objects.filter(pk=name).exists():
        return (name,)
    found = rows.IncidentRow.objects.filter(pk__startswith=name).order_by("pk").values_list("pk", flat=True)
    return tuple(found[:_MOST]) if name else ()


def assertions_beginning(prefix: str) -> tuple[str, ...]:
    """Ledger ids of assertions that begin like this, at most three."""
    return _hashes(rows.AssertionRow, "ledger_id", prefix)


def documents_beginning(prefix: str) -> tuple[str, ...]:
    """Ids of documents that begin like this, at most three."""
    return _hashes(rows.DocumentRow, "id", prefix)


def _hashes(table: Any, column: str, prefix: str) -> tuple[str, ...]:
    start = prefix.strip().lower()
    if not start or not all(c in "0123456789abcdef" for c in start):
        return ()
    # a range uses the index in both databases; LIKE does not in SQLite
    found = table.objects.filter(**{f"{column}__gte": start, f"{column}__lt": start + "g"})
    return tuple(found.order_by(column).values_list(column, flat=True).distinct()[:_MOST])


def assertion(ledger_id: str) -> tuple[str, Assertion] | None:
    """(key of its report, the assertion) in the latest reading that holds it; None when there is none."""
    found = rows.AssertionRow.objects.filter(ledger_id=ledger_id).select_related("report__reading")
    row = found.order_by("-report__reading__since", "-report__reading__id").first()
    return (row.report.key, from_plain(Assertion, json.loads(row.record))) if row else None


def document_text(document: str) -> str | None:
    """The text of a document, None when there is none of that id."""
    return rows.DocumentRow.objects.filter(pk=document).values_list("text", flat=True).first()


def documents_at(address: str) -> frozenset[str]:
    """Ids of the documents of every capture of an address."""
    found = rows.DocumentRow.objects.filter(capture__address=address).values_list("pk", flat=True)
    return frozenset(found)


def documents_of(capture: str) -> frozenset[str]:
    """Ids of the documents that cleaners made of one capture (``pack.capture_id``)."""
    return frozenset(rows.DocumentRow.objects.filter(capture=capture).values_list("pk", flat=True))


def reports_of(document: str) -> tuple[Standing, ...]:
    """The reports of the latest reading of the capture behind a document, as linked now, in order of the reading."""
    reading = View().reading_of(document)
    if reading is None:
        return ()
    found = list(rows.ReportRow.objects.filter(reading=reading.id).order_by("number"))
    links = rows.LinkRow.objects.filter(report__in=found).order_by("since", "id")
    latest = {link.report_id: link for link in links}
    linked = {r.pk: latest[r.pk].incident_id for r in found if r.pk in latest and latest[r.pk].decision == "same"}
    into = survivors(set(linked.values()), None)
    return tuple(
        Standing(r.pk, r.key, r.facts, into.get(linked.get(r.pk, ""), ""), linked.get(r.pk, ""), reading)
        for r in found
    )  # fmt: skip


def report(key: str) -> Standing | None:
    """One report by its key, None when the latest reading of its document has none of that key."""
    return next((r for r in reports_of(key.rpartition("/")[0]) if r.key == key), None)


def linked_by_linker(row: str) -> str:
    """The incident that the linker's last word, persons aside, puts a report into; "" when it never had one."""
    links = rows.LinkRow.objects.filter(report=row, decision="same").exclude(made_by__startswith=BY)
    found = links.order_by("since", "id").last()
    return found.incident_id if found else ""


def assertions_of(reports: Iterable[str]) -> dict[str, tuple[tuple[str, Assertion], ...]]:
    """Row id of a report to (ledger id, assertion) of all its assertions."""
    held = View().assertions(list(reports))
    return {row: tuple((a.ledger_id, a.assertion) for a in some) for row, some in held.items()}
