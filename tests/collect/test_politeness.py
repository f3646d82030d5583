"""The gate: one request at a time for each host, with pauses, in order of coming, as long as patience lasts."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta

import pytest

from sayso.collect.answer import FetchProblem
from sayso.collect.politeness import LONGEST_GAP_S, LONGEST_WAIT_S, Gate, retry_after

NOW = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_only_one_is_in_at_a_time() -> None:
    gate, inside, most = Gate(0.0), [0], [0]

    def work() -> None:
        for _ in range(20):
            with gate.turn("a", 30):
                inside[0] += 1
                most[0] = max(most[0], inside[0])
                time.sleep(0.0005)
                inside[0] -= 1

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]


def test_other_hosts_do_not_wait() -> None:
    gate = Gate(1000.0)
    with gate.turn("a"), gate.turn("b"):
        pass
    with gate.turn("c", 0.1):
        pass


def test_first_come_first_served() -> None:
    gate, order = Gate(0.0), []

    def work(number: int) -> None:
        with gate.turn("a", 30):
            order.append(number)

    with gate.turn("a"):
        threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
        for number, thread in enumerate(threads):
            thread.start()
            while len(gate._lanes["a"].waiting) <= number:
                time.sleep(0.001)
    for thread in threads:
        thread.join()
    assert order == list(range(6))


def test_the_pause_is_kept_from_the_end_of_a_request() -> None:
    clock = Clock()
    gate = Gate(2.0, clock)
    with gate.turn("a"):
        clock.now += 10
    assert gate.wait_s("a") == 2.0
    clock.now += 1.5
    assert gate.wait_s("a") == 0.5
    assert gate.wait_s("b") == 0.0


def test_a_real_pause_is_waited_for() -> None:
    gate = Gate(0.15)
    with gate.turn("a"):
        pass
    started = time.monotonic()
    with gate.turn("a"):
        assert time.monotonic() - started >= 0.14


@pytest.mark.parametrize(("asked", "gap"), [(7.0, 7.0), (0.5, 2.0), (None, 2.0), (1e9, LONGEST_GAP_S)])
def test_a_host_may_ask_for_a_longer_pause(asked: float | None, gap: float) -> None:
    gate = Gate(2.0, Clock())
    gate.ask_gap("a", asked)
    with gate.turn("a"):
        pass
    assert gate.wait_s("a") == gap


def test_a_host_that_asked_for_rest_is_not_waited_for() -> None:
    gate = Gate(2.0, Clock())
    gate.hold("a", 3600)
    with pytest.raises(FetchProblem) as caught, gate.turn("a", 30):
        pass
    assert (caught.value.reason, caught.value.retry_after_s) == ("rate_limited", 3600)


def test_rest_is_bounded_and_never_made_shorter() -> None:
    gate = Gate(0.0, Clock())
    gate.hold("a", 1e12)
    gate.hold("a", 5)
    assert gate.wait_s("a") == LONGEST_WAIT_S


def test_a_queue_that_is_too_long_is_told_at_once() -> None:
    gate = Gate(20.0, Clock())
    with gate.turn("a"), pytest.raises(FetchProblem) as caught, gate.turn("a", 10):
        pass
    assert (caught.value.outcome, caught.value.reason) == ("failing", "busy")
    assert caught.value.retry_after_s == 20


def test_patience_ends_while_another_is_in() -> None:
    gate = Gate(0.0)
    with gate.turn("a"), pytest.raises(FetchProblem) as caught, gate.turn("a", 0.05):
        pass
    assert caught.value.reason == "busy"
    with gate.turn("a", 0.05):
        pass


def test_a_request_that_fails_gives_its_turn_back() -> None:
    gate = Gate(0.0)
    with pytest.raises(KeyError), gate.turn("a"):
        raise KeyError
    with gate.turn("a", 0.05):
        pass


def test_hosts_that_rest_are_forgotten_when_there_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.collect.politeness._MOST_HOSTS", 10)
    gate = Gate(0.0)
    gate.hold("held", 60)
    for number in range(100):
        with gate.turn(str(number)):
            pass
    assert len(gate._lanes) <= 10
    assert gate.wait_s("held") > 50


@pytest.mark.parametrize(
    ("stated", "seconds"),
    [("120", 120), (" 7 ", 7), ("0", 0), ("1.5", 2), ("9" * 60, LONGEST_WAIT_S), ("", None), ("soon", None),
     ("-5", None),
     ("1e9", None), ("\u0663", None), ("Mon, 02 Nov 2026 08:01:00 GMT", 60), ("Mon, 02 Nov 2026 08:01:00", 60),
     ("Mon, 02 Nov 2026 10:01:00 +0200", 60), ("Wed, 21 Oct 2015 07:28:00 GMT", 0),
     ("Fri, 31 Dec 9999 23:59:59 GMT", LONGEST_WAIT_S), ("Mon, 99 Foo 99999 25:61:61 GMT", None)],
)  # fmt: skip
def test_retry_after(stated: str, seconds: int | None) -> None:
    assert retry_after(stated, NOW) == seconds


def test_retry_after_counts_from_the_answer() -> None:
    assert retry_after("Mon, 02 Nov 2026 08:01:00 GMT", NOW + timedelta(seconds=30)) == 30
