"""Jobs in threads: what is done is taken once, a fault is told, and one that hangs is given up."""

import threading
import time

import pytest

from sayso.run import Crew, TookTooLong


def _all(crew: Crew[int], number: int) -> dict[str, object]:
    made: dict[str, object] = {}
    end = time.monotonic() + 10
    while len(made) < number and time.monotonic() < end:
        made |= {done.key: done.made if done.error is None else done.error for done in crew.take(0.05)}
    return made


def test_what_is_done_is_taken_once() -> None:
    crew: Crew[int] = Crew(3)
    for n in range(3):
        crew.submit(f"job {n}", lambda n=n: n * n, 5)  # type: ignore[misc]
    assert crew.free == 0
    assert _all(crew, 3) == {"job 0": 0, "job 1": 1, "job 2": 4}
    assert crew.free == 3
    assert crew.take(0.0) == []


def test_a_fault_is_told_and_stops_nobody() -> None:
    crew: Crew[int] = Crew(2)
    crew.submit("bad", lambda: 1 // 0, 5)
    crew.submit("good", lambda: 1, 5)
    made = _all(crew, 2)
    assert made["good"] == 1
    assert isinstance(made["bad"], ZeroDivisionError)


def test_a_job_that_hangs_is_given_up_and_what_it_makes_later_is_thrown_away() -> None:
    crew: Crew[int] = Crew(1)
    go_on = threading.Event()
    crew.submit("stuck", lambda: int(go_on.wait(20)), 0.1)
    made = _all(crew, 1)
    assert isinstance(made["stuck"], TookTooLong)
    assert (crew.free, crew.given_up) == (1, 1)
    crew.submit("stuck", lambda: 7, 5)
    go_on.set()
    assert _all(crew, 1) == {"stuck": 7}
    time.sleep(0.1)
    assert crew.take(0.0) == []


def test_no_place_and_no_two_jobs_of_one_name() -> None:
    crew: Crew[int] = Crew(2)
    go_on = threading.Event()
    crew.submit("one", lambda: int(go_on.wait(20)), 30)
    with pytest.raises(ValueError, match="no place"):
        crew.submit("one", lambda: 1, 5)
    crew.submit("two", lambda: int(go_on.wait(20)), 30)
    with pytest.raises(ValueError, match="no place"):
        crew.submit("three", lambda: 1, 5)
    go_on.set()
    assert _all(crew, 2) == {"one": 1, "two": 1}
