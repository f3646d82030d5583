"""A standing pool: the same outcomes here and in processes; a process that dies takes nobody with it."""

import os
import signal
import subprocess
import sys
import time

import pytest

from sayso.run import Pool


def half(number: int) -> float:
    if number == 13:
        os._exit(3)
    if number == 14:
        time.sleep(60)
    return 10 / number


@pytest.mark.parametrize("workers", [1, 2])
def test_outcomes_come_in_order_with_their_errors(workers: int) -> None:
    pool = Pool(workers)
    made = pool.each(half, [1, 0, 5])
    assert [outcome.made for outcome in made] == [10.0, None, 2.0]
    assert isinstance(made[1].error, ZeroDivisionError)
    assert pool.each(half, [2])[0].made == 5.0
    pool.close()


def test_an_item_that_kills_its_process_is_found_out() -> None:
    pool = Pool(2)
    made = pool.each(half, [1, 13, 5])
    assert [outcome.made for outcome in made] == [10.0, None, 2.0]
    assert "died" in str(made[1].error)
    pool.close()


def test_an_item_that_never_ends_is_ended() -> None:
    pool = Pool(2, limit_s=8)
    began = time.monotonic()
    made = pool.each(half, [1, 14, 5])
    assert [outcome.made for outcome in made] == [10.0, None, 2.0]
    assert "no end after 8 seconds" in str(made[1].error)
    assert time.monotonic() - began < 50
    pool.close()


_SCRIPT = """
import os, sys, time
sys.path.insert(0, sys.argv[1])
from test_pool import half
from sayso.run import Pool
if __name__ == "__main__":
    pool = Pool(2)
    pool.each(half, [1, 2])
    print(*pool._processes._processes, flush=True)
    time.sleep(60)
"""


def test_processes_end_with_a_parent_that_is_killed(tmp_path) -> None:  # type: ignore[no-untyped-def]
    script = tmp_path / "parent.py"
    script.write_text(_SCRIPT)
    command = [sys.executable, str(script), os.path.dirname(__file__)]
    parent = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    children = [int(pid) for pid in parent.stdout.readline().split()]
    assert children
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    end = time.monotonic() + 10
    while any(map(_lives, children)) and time.monotonic() < end:
        time.sleep(0.1)
    assert not any(map(_lives, children))


def _lives(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
