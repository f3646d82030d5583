"""Work keeps its order and survives the items that fail, in one process or in several."""

import math

import pytest

from sayso.run import run


@pytest.mark.parametrize("workers", [1, 2])
def test_outcomes_come_in_order_and_a_failing_item_stops_nobody(workers: int) -> None:
    outcomes = list(run(math.sqrt, [4, -1, 9, 16], workers=workers))
    assert [o.made for o in outcomes] == [2.0, None, 3.0, 4.0]
    assert [type(o.error) for o in outcomes] == [type(None), ValueError, type(None), type(None)]


def test_items_are_taken_one_by_one() -> None:
    taken = []

    def items():  # type: ignore[no-untyped-def]
        for n in (1, 4, 9):
            taken.append(n)
            yield n

    next(iter(run(math.sqrt, items())))
    assert taken == [1]
