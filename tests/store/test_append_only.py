"""Rows of the ledger are added, never changed, never deleted: by the models and by the database itself."""

from pathlib import Path

import pytest

from ledger_sample import blast, store


@pytest.fixture
def one_row(ledger: Path):  # type: ignore[no-untyped-def]
    from sayso.store.models import DocumentRow

    store(blast("Daily Steppe"))
    return DocumentRow.objects.get()


def test_a_stored_row_cannot_be_saved_again(one_row) -> None:  # type: ignore[no-untyped-def]
    from sayso.store.models import LedgerIsAppendOnly

    one_row.title = "another title"
    with pytest.raises(LedgerIsAppendOnly):
        one_row.save()


def test_a_stored_row_cannot_be_deleted(one_row) -> None:  # type: ignore[no-untyped-def]
    from sayso.store.models import DocumentRow, LedgerIsAppendOnly

    with pytest.raises(LedgerIsAppendOnly):
        one_row.delete()
    with pytest.raises(LedgerIsAppendOnly):
        DocumentRow.objects.all().delete()


def test_queries_cannot_change_rows(one_row) -> None:  # type: ignore[no-untyped-def]
    from sayso.store.models import DocumentRow, LedgerIsAppendOnly

    with pytest.raises(LedgerIsAppendOnly):
        DocumentRow.objects.update(title="another title")


@pytest.mark.parametrize("sql", ["UPDATE {} SET id = id", "DELETE FROM {}"])
def test_the_database_refuses_too(one_row, sql: str) -> None:  # type: ignore[no-untyped-def]
    from django.apps import apps
    from django.db import DatabaseError, connection, transaction

    from sayso.store.models import LedgerRow

    ledger = [m for m in apps.get_app_config("store").get_models() if issubclass(m, LedgerRow)]
    filled = [m for m in ledger if m._default_manager.exists()]
    assert len(filled) >= 6
    for model in filled:
        column = model._meta.pk.column
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql.format(model._meta.db_table).replace("id = id", f"{column} = {column}"))
