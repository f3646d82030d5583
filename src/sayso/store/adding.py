"""Rows into their tables by the shortest way: one prepared statement per table, for as many rows as there are.

The same values as ``Model.save`` writes; what is left out is what Django does around them (signals, look-ups, keys
handed back), which costs more than the insert itself. Triggers and foreign keys hold as ever.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from django.db import connection, models

_Prepare = Callable[[Any], Any]


def add_rows(made: Sequence[models.Model]) -> None:
    """Insert rows of one table; numbers that the database gives out itself are not handed back.

    Raises:
        django.db.IntegrityError: one of them is there already, or refers to a row that is not.
    """
    if not made:
        return
    sql, attributes = _statement(type(made[0]), connection.vendor)
    values = [tuple(_value(getattr(row, name), prepare) for name, prepare in attributes) for row in made]
    with connection.cursor() as cursor:
        if len(values) == 1:
            cursor.execute(sql, values[0])
        else:
            cursor.executemany(sql, values)


def _value(value: Any, prepare: _Prepare | None) -> Any:
    return value if prepare is None or value is None else prepare(value)


@cache
def _statement(table: type[models.Model], _vendor: str) -> tuple[str, tuple[tuple[str, _Prepare | None], ...]]:
    given_out = ("AutoField", "BigAutoField")
    fields = [f for f in table._meta.concrete_fields if f.get_internal_type() not in given_out]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(f.column)) for f in fields)
    marks = ", ".join(["%s"] * len(fields))
    sql = f"INSERT INTO {quote(table._meta.db_table)} ({columns}) VALUES ({marks})"
    return sql, tuple((f.attname, _prepare(f)) for f in fields)


def _prepare(field: Any) -> _Prepare | None:
    kind = field.target_field if isinstance(field, models.ForeignKey) else field
    if isinstance(kind, models.DateTimeField):
        return lambda value: connection.ops.adapt_datetimefield_value(value)
    if isinstance(kind, models.DateField):
        return lambda value: connection.ops.adapt_datefield_value(value)
    return None  # numbers, texts and bytes as they are: both drivers take them
