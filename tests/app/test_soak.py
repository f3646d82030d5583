"""`sayso run`, killed while it collects: every version captured once, nothing that was said lost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_two_kills_lose_and_double_nothing(tmp_path: Path) -> None:
    """The short form of ``python -m quality.bench_soak``, on loopback addresses only."""
    command = [
        sys.executable, "-m", "quality.bench_soak", "--kills", "2", "--sources", "20", "--every", "4",
        "--per-minute", "120", "--edits", "2", "--settled", "15", "--calm", "240", "--samples", "3",
        "--keep", str(tmp_path / "house"),
    ]  # fmt: skip
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=500, check=False)
    assert done.stdout, done.stderr[-2000:]
    found = json.loads(done.stdout)
    problems = {name: number for name, number in found["problems"].items() if number and name != "memory grows"}
    assert not problems, (problems, found["examples"], found["odd"])
    assert found["kills"] == 2
    assert found["published"] > found["items"] >= 20, "nothing was edited"
