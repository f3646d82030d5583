"""What the README shows is what the program prints today."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_shown_reading_is_real():
    block = re.search(r"```\n\$ sayso (read .*?)\n(.*?)```", (ROOT / "README.md").read_text(), re.S)
    assert block
    command = [sys.executable, "-m", "sayso.cli", *block.group(1).split()]
    env = {**os.environ, "COLUMNS": "110", "SAYSO_ENCODER": ""}
    out = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True).stdout
    printed = {line.rstrip() for line in out.splitlines()}
    shown = [line for line in block.group(2).splitlines() if line.strip() and "└── ..." not in line]
    assert len(shown) > 40
    assert [line for line in shown if line not in printed] == []


def test_the_two_commands_are_targets_of_the_makefile():
    makefile = (ROOT / "Makefile").read_text()
    for target in re.findall(r"^make (\w+)", (ROOT / "README.md").read_text(), re.M):
        assert f"\n{target}:" in makefile
