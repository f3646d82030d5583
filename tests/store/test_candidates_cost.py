"""Candidates are found by an index: no question of linking walks the whole ledger."""

from datetime import date
from pathlib import Path

import pytest

from sayso.store.entry import ReportPlace


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)  # the other engine plans by the size of its tables
@pytest.mark.parametrize("country", ["KZ", ""])
def test_no_report_is_held_against_the_whole_ledger(ledger: Path, country: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from sayso.store.candidates import linked_near

    with CaptureQueriesContext(connection) as asked:
        linked_near(ReportPlace(date(2011, 10, 31), date(2011, 10, 31), country, "{}"))
    with connection.cursor() as cursor:
        plans = []
        for query in asked.captured_queries:
            cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
            plans += [row[-1] for row in cursor.fetchall()]
    assert plans
    assert not [plan for plan in plans if plan.startswith("SCAN")]
