"""Lists of what happened between two days: single days, and what may have happened any time in a year."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

JUNE = date(2011, 6, 6), date(2011, 6, 12)


def write(**days: tuple[date, date] | None) -> None:
    from sayso.store.lines import LineVersion, replace_all

    at = datetime(2012, 1, 1, tzinfo=UTC)
    lines = {
        name: (at, [LineVersion(at, "fire", "accident", "happened", "", told, False, None, None, at, "", name)])
        for name, told in days.items()
    }
    replace_all(lines)  # type: ignore[arg-type]  # no line ends here


def found(first: date | None, last: date | None) -> set[str]:
    from sayso.store.lines import LineQuestion, find

    return {line.record for line in find(LineQuestion(day_from=first, day_to=last))}


def test_a_week_holds_its_days_and_what_may_lie_in_it(ledger: Path) -> None:
    write(
        before=(date(2011, 6, 5), date(2011, 6, 5)), first=(JUNE[0], JUNE[0]), last=(JUNE[1], JUNE[1]),
        after=(date(2011, 6, 13), date(2011, 6, 13)), month=(date(2011, 6, 1), date(2011, 6, 30)),
        year=(date(2011, 1, 1), date(2011, 12, 31)), other=(date(2010, 1, 1), date(2010, 12, 31)), unknown=None,
    )  # fmt: skip
    assert found(*JUNE) == {"first", "last", "month", "year"}


def test_one_limit_alone_holds_everything_on_its_side(ledger: Path) -> None:
    write(early=(date(2011, 1, 1), date(2011, 1, 1)), year=(date(2011, 1, 1), date(2011, 12, 31)))
    assert found(JUNE[0], None) == {"year"}
    assert found(None, JUNE[1]) == {"early", "year"}


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)  # the other engine plans by the size of its tables
def test_a_week_is_found_by_an_index(ledger: Path) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        found(*JUNE)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {asked.captured_queries[-1]['sql']}")
        plans = [row[-1] for row in cursor.fetchall()]
    assert any("store_line_days" in plan for plan in plans), plans
    assert not [plan for plan in plans if plan.startswith("SCAN")]
