"""The tables of the ledger. Rows are added, never changed and never deleted.

``since`` is the time from which a row counts in ``as_of``: for what was read from a capture it is the capture's
``known_from``, for a later re-reading or a judgement it is the time of that act. Times are UTC.
Columns named ``record`` hold canonical JSON of the noun (``sayso.model.codec``); the other columns of those rows
repeat what is searched or sorted by.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NoReturn

from django.db import models


class LedgerIsAppendOnly(Exception):
    """Raised when code tries to change or delete a row of the ledger."""


class AppendOnlyRows(models.QuerySet[Any]):
    """A query that reads and adds, but neither changes nor deletes."""

    def update(self, **_values: Any) -> NoReturn:
        """Refused. Raises LedgerIsAppendOnly."""
        raise LedgerIsAppendOnly("rows of the ledger are never changed")

    def bulk_update(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refused. Raises LedgerIsAppendOnly."""
        raise LedgerIsAppendOnly("rows of the ledger are never changed")

    def delete(self) -> NoReturn:
        """Refused. Raises LedgerIsAppendOnly."""
        raise LedgerIsAppendOnly("rows of the ledger are never deleted")


class LedgerRow(models.Model):
    """A row that can be added once; the database has triggers that say the same."""

    objects = AppendOnlyRows.as_manager()

    class Meta:  # noqa: D106
        abstract = True

    def save(
        self,
        *,
        force_insert: Any = False,
        force_update: bool = False,
        using: str | None = None,
        update_fields: Iterable[str] | None = None,
    ) -> None:
        """Add the row. Raises LedgerIsAppendOnly when it is already there."""
        if not self._state.adding or force_update or update_fields:
            raise LedgerIsAppendOnly("rows of the ledger are never changed")
        super().save(force_insert=force_insert or True, using=using)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refused. Raises LedgerIsAppendOnly."""
        raise LedgerIsAppendOnly("rows of the ledger are never deleted")


class BodyRow(LedgerRow):
    """Captured bytes, zlib-compressed, once per digest."""

    digest = models.CharField(primary_key=True, max_length=64)
    size = models.BigIntegerField()
    data = models.BinaryField()


class CaptureRow(LedgerRow):
    """One address at one time. ``id`` hashes bytes and everything given along that a reading depends on."""

    id = models.CharField(primary_key=True, max_length=64)
    body = models.ForeignKey(BodyRow, models.PROTECT)
    address = models.TextField()
    known_from = models.DateTimeField(db_index=True)
    media_type = models.CharField(max_length=100)
    charset = models.CharField(max_length=40)
    given = models.TextField()
    constructed = models.BooleanField()


class DocumentRow(LedgerRow):
    """The clean text of a capture; ``record`` is the Document without its text, compressed."""

    id = models.CharField(primary_key=True, max_length=64)
    capture = models.ForeignKey(CaptureRow, models.PROTECT)
    title = models.TextField()
    outlet = models.TextField()
    url = models.TextField()
    language = models.CharField(max_length=16)
    published = models.DateField(null=True)
    text = models.TextField()
    cleaner = models.TextField()
    record = models.BinaryField()


class ReadingRow(LedgerRow):
    """What one reader read from one document, complete and compressed in ``record`` (without the Document)."""

    id = models.CharField(primary_key=True, max_length=64)
    document = models.ForeignKey(DocumentRow, models.PROTECT)
    reader = models.TextField()
    since = models.DateTimeField(db_index=True)
    record = models.BinaryField()


class StatementRow(LedgerRow):
    """A Statement; ``key`` is "<document id>/s1"."""

    id = models.CharField(primary_key=True, max_length=64)
    reading = models.ForeignKey(ReadingRow, models.PROTECT)
    number = models.IntegerField()
    key = models.CharField(max_length=80)
    kind = models.CharField(max_length=40)
    parent = models.CharField(max_length=16)
    origin_name = models.TextField()
    origin_kind = models.CharField(max_length=20)
    record = models.TextField()


class ReportRow(LedgerRow):
    """A Report without its assertions; ``key`` is "<document id>/i1", ``facts`` is what linking compares."""

    id = models.CharField(primary_key=True, max_length=64)
    reading = models.ForeignKey(ReadingRow, models.PROTECT)
    number = models.IntegerField()
    key = models.CharField(max_length=80, db_index=True)
    type = models.CharField(max_length=40)
    family = models.CharField(max_length=40)
    status = models.CharField(max_length=20)
    day_from = models.DateField()
    day_to = models.DateField()
    country_code = models.CharField(max_length=2)
    since = models.DateTimeField()
    facts = models.TextField()

    class Meta:  # noqa: D106
        indexes = (
            models.Index(fields=("country_code", "day_to", "day_from"), name="store_report_days"),
            models.Index(fields=("day_to", "day_from"), name="store_report_last_day"),  # for those without a country
            models.Index(fields=("since",)),
        )


class AssertionRow(LedgerRow):
    """An Assertion. ``ledger_id`` hashes what was said and where, so it survives a change of reader."""

    id = models.CharField(primary_key=True, max_length=64)
    ledger_id = models.CharField(max_length=64, db_index=True)
    report = models.ForeignKey(ReportRow, models.PROTECT)
    number = models.IntegerField()
    field = models.CharField(max_length=20)
    start = models.IntegerField()
    end = models.IntegerField()
    statement = models.CharField(max_length=16)
    record = models.TextField()


class FindingRow(LedgerRow):
    """A Finding in one reading."""

    id = models.CharField(primary_key=True, max_length=64)
    reading = models.ForeignKey(ReadingRow, models.PROTECT)
    number = models.IntegerField()
    check_name = models.CharField(max_length=40)
    severity = models.CharField(max_length=10)
    record = models.TextField()


class IncidentRow(LedgerRow):
    """An incident's id and the report that opened it; everything else about it is a view."""

    id = models.CharField(primary_key=True, max_length=24)
    opened_by = models.ForeignKey(ReportRow, models.PROTECT)
    since = models.DateTimeField()


class LinkRow(LedgerRow):
    """A decision that a report belongs to an incident (``same``) or does not (``not_same``); the latest counts."""

    id = models.CharField(primary_key=True, max_length=64)
    report = models.ForeignKey(ReportRow, models.PROTECT)
    incident = models.ForeignKey(IncidentRow, models.PROTECT)
    decision = models.CharField(max_length=10)
    score = models.FloatField()
    why = models.TextField()
    made_by = models.TextField()
    since = models.DateTimeField(db_index=True)


class RedirectRow(LedgerRow):
    """``incident`` is part of ``into`` (``holds``), or no longer is; the latest row of an incident counts.

    ``judgement`` is the id of the person's decision behind it, "" when the linker merged. Of rows of one time the one
    written last counts, which is why ``id`` is a number.
    """

    id = models.BigAutoField(primary_key=True)
    incident = models.ForeignKey(IncidentRow, models.PROTECT, related_name="redirects")
    into = models.ForeignKey(IncidentRow, models.PROTECT, related_name="redirected_here")
    holds = models.BooleanField()
    why = models.TextField()
    made_by = models.TextField()
    judgement = models.CharField(max_length=64)
    since = models.DateTimeField(db_index=True)


class CopyRow(LedgerRow):
    """``document`` is a copy of ``original``."""

    id = models.CharField(primary_key=True, max_length=64)
    document = models.ForeignKey(DocumentRow, models.PROTECT, related_name="copies_made")
    original = models.ForeignKey(DocumentRow, models.PROTECT, related_name="copies")
    kind = models.CharField(max_length=10)
    similarity = models.FloatField()
    since = models.DateTimeField()


class CopyBandRow(LedgerRow):
    """Index for finding near copies: documents that share a band are compared."""

    id = models.BigAutoField(primary_key=True)
    document = models.ForeignKey(DocumentRow, models.PROTECT)
    band = models.BigIntegerField(db_index=True)


class JudgementRow(LedgerRow):
    """A person's decision."""

    id = models.CharField(primary_key=True, max_length=64)
    kind = models.CharField(max_length=24)
    subject = models.CharField(max_length=100, db_index=True)
    author = models.TextField()
    at = models.DateTimeField(db_index=True)
    reason = models.TextField()
    payload = models.TextField()

    def save(self, **kwargs: Any) -> None:
        """Add the row; the lines of the incidents it is about are made again. Raises LedgerIsAppendOnly."""
        from sayso.store.stale import judged, mark  # it reads these tables

        super().save(**kwargs)
        mark(judged(self.subject), self.at)


class QuarantineRow(LedgerRow):
    """Input that could not be read, with the reason; it stands in nobody's way."""

    id = models.CharField(primary_key=True, max_length=64)
    address = models.TextField()
    digest = models.CharField(max_length=64)
    reason = models.CharField(max_length=40)
    message = models.TextField()
    at = models.DateTimeField()


class RunRow(LedgerRow):
    """Bookkeeping of work: what was begun and ended when. No part of any answer."""

    id = models.BigAutoField(primary_key=True)
    run = models.CharField(max_length=36, db_index=True)
    event = models.CharField(max_length=10)
    at = models.DateTimeField()
    detail = models.TextField()


class LineRow(models.Model):
    """One incident's line in lists, valid from ``valid_from`` until before ``valid_until``; no part of the ledger.

    A projection: made from the ledger's rows, made again when they call for it, never a source of truth, so not
    append-only. ``record`` is the line as canonical JSON, the other columns repeat what is searched or sorted by.
    ``cell`` is the grid cell of its place (``sayso.store.grid``), None without a point; ``lasting`` is True when more
    than a month lies between its first and its last day.
    """

    id = models.BigAutoField(primary_key=True)
    incident = models.CharField(max_length=24)
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField()
    last_changed = models.DateTimeField()
    type = models.CharField(max_length=40)
    family = models.CharField(max_length=40)
    status = models.CharField(max_length=20)
    country_code = models.CharField(max_length=2)
    day_from = models.DateField(null=True)
    day_to = models.DateField(null=True)
    lasting = models.BooleanField(default=False)
    disputed = models.BooleanField()
    cell = models.IntegerField(null=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    uncertainty_m = models.FloatField(null=True)
    words = models.TextField()
    record = models.TextField()

    class Meta:  # noqa: D106
        indexes = (
            models.Index(fields=("incident", "valid_from"), name="store_line_incident"),
            models.Index(fields=("valid_until", "last_changed", "incident"), name="store_line_current"),
            models.Index(fields=("last_changed", "incident"), name="store_line_changed"),
            models.Index(fields=("type", "last_changed", "incident"), name="store_line_type"),
            models.Index(fields=("country_code", "last_changed", "incident"), name="store_line_country"),
            models.Index(fields=("cell", "valid_until"), name="store_line_cell"),
            models.Index(fields=("lasting", "day_to", "day_from"), name="store_line_days"),
        )


class LineWordsRow(models.Model):
    """The words any version of an incident's line is found by: few and short rows, so rare words are found fast."""

    incident = models.CharField(primary_key=True, max_length=24)
    words = models.TextField()


class StaleRow(models.Model):
    """The lines of ``incident`` must be made again from ``since`` on; gone when that is done."""

    id = models.BigAutoField(primary_key=True)
    incident = models.CharField(max_length=24)
    since = models.DateTimeField()


class ProjectionRow(models.Model):
    """Which version of the code made the lines; another one makes them again."""

    id = models.IntegerField(primary_key=True)
    version = models.CharField(max_length=40)


class SourceRow(LedgerRow):
    """One version of a source's configuration, the latest one counts; ``record`` is the Source, "" once removed."""

    id = models.BigAutoField(primary_key=True)
    source = models.CharField(max_length=100, db_index=True)
    at = models.DateTimeField()
    made_by = models.TextField()
    record = models.TextField()


class LookRow(LedgerRow):
    """One look at a source: what it came to, and when the next one was due. So "nobody looked" can be told for ever."""

    id = models.BigAutoField(primary_key=True)
    source = models.CharField(max_length=100)
    at = models.DateTimeField()
    outcome = models.CharField(max_length=12)
    reason = models.CharField(max_length=40)
    note = models.TextField()
    items = models.IntegerField()
    new_items = models.IntegerField()
    duration_ms = models.IntegerField()
    next_at = models.DateTimeField()

    class Meta:  # noqa: D106
        indexes = (models.Index(fields=("source", "at"), name="store_look_source"),)


class WatchRow(models.Model):
    """Where the watching of one source stands; no part of the ledger, changed in the transaction of every look.

    ``state`` is the LookState as canonical JSON, ``counts`` a JSON object of totals since the source was added,
    ``days`` one of the last weeks' days (UTC) to [looks that reached it, new items without the backlog of the first].
    """

    source = models.CharField(primary_key=True, max_length=100)
    next_at = models.DateTimeField(db_index=True)
    state = models.TextField()
    first_at = models.DateTimeField(null=True)
    success_at = models.DateTimeField(null=True)
    item_at = models.DateTimeField(null=True)
    counts = models.TextField()
    days = models.TextField(default="{}")


class ItemRow(models.Model):
    """One item of a source, known by its key; a working queue, not a part of the ledger.

    ``state``: ``waiting`` (to be fetched), ``captured`` (its newest version waits to be read), ``read``, ``refused``.
    ``next_at`` is when it is to be fetched (again), None when it is not. ``record`` is what the source said of it last
    (Seen as canonical JSON, without the body), ``body`` (zlib) what it brought along, kept until the item is captured;
    ``digest`` is that of the bytes last captured; ``checks`` counts looks at the item since those changed.
    """

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=64, unique=True)
    source = models.CharField(max_length=100)
    address = models.TextField()
    record = models.TextField()
    body = models.BinaryField(null=True)
    found_at = models.DateTimeField()
    next_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10)
    tries = models.IntegerField(default=0)
    checks = models.IntegerField(default=0)
    reason = models.CharField(max_length=40)
    etag = models.TextField()
    modified = models.TextField()
    digest = models.CharField(max_length=64)

    class Meta:  # noqa: D106
        indexes = (
            models.Index(fields=("next_at", "source"), name="store_item_due"),
            models.Index(fields=("source", "found_at"), name="store_item_source"),
            models.Index(fields=("state", "source"), name="store_item_state"),
        )


class VersionRow(models.Model):
    """One version of an item, captured once: its bytes are a BodyRow, the rest of the Capture stands here.

    It waits here to be read; then ``capture`` names the CaptureRow. A working queue, not a part of the ledger.
    """

    id = models.BigAutoField(primary_key=True)
    item = models.ForeignKey(ItemRow, models.PROTECT, related_name="versions")
    digest = models.CharField(max_length=64)
    capture = models.CharField(max_length=64)
    address = models.TextField()
    known_from = models.DateTimeField()
    media_type = models.CharField(max_length=100)
    charset = models.CharField(max_length=40)
    given = models.TextField()
    state = models.CharField(max_length=10)
    reason = models.CharField(max_length=40)

    class Meta:  # noqa: D106
        constraints = (models.UniqueConstraint(fields=("item", "digest"), name="store_version_once"),)
        indexes = (models.Index(fields=("state", "id"), name="store_version_state"),)


class KeptRow(LedgerRow):
    """Where a capture lies in the WARC files of the house; of several rows of one capture the one written last counts.

    ``digest``, ``address`` and ``at`` are those of the capture, ``uri`` and ``record`` names in the WARC record.
    """

    id = models.BigAutoField(primary_key=True)
    digest = models.CharField(max_length=64)
    address = models.TextField()
    at = models.DateTimeField()
    source = models.CharField(max_length=100)
    file = models.CharField(max_length=100, db_index=True)
    offset = models.BigIntegerField()
    length = models.BigIntegerField()
    kind = models.CharField(max_length=10)
    record = models.CharField(max_length=60)
    uri = models.TextField()

    class Meta:  # noqa: D106
        indexes = (models.Index(fields=("digest", "at"), name="store_kept_digest"),)


class DroppedRow(LedgerRow):
    """A tombstone: the bytes of ``digest`` went, when and by which rule. Only with one may a BodyRow become empty."""

    id = models.BigAutoField(primary_key=True)
    digest = models.CharField(max_length=64, db_index=True)
    size = models.BigIntegerField()
    at = models.DateTimeField()
    why = models.TextField()
