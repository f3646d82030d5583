"""Work keeps its order and survives the items that fail, in one process or in several."""

import math
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

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


_SCRIPT = """
import os, sys, time
sys.path.insert(0, sys.argv[1])
from test_work import own_number
from sayso.run import run
if __name__ == "__main__":
    made = run(own_number, range(100), workers=2)
    print(next(made).made, flush=True)
    time.sleep(60)
"""


def own_number(_: int) -> int:
    return os.getpid()


def test_processes_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(_SCRIPT)
    with subprocess.Popen(
        [sys.executable, str(script), os.path.dirname(__file__)], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.send_signal(signal.SIGKILL)
        parent.wait()
        end = time.monotonic() + 10
        while Path(f"/proc/{child}").exists() and time.monotonic() < end:
            time.sleep(0.1)
        assert not Path(f"/proc/{child}").exists()
