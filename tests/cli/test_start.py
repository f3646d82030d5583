"""How little is loaded before a command begins: what is loaded is waited for, by people and by a hundred tests."""

from __future__ import annotations

import subprocess
import sys


def loaded(module: str, *asked: str) -> set[str]:
    """Which of the libraries are loaded once a module is."""
    code = f"import sys, {module}; print(*(set({asked!r}) & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_command_line_loads_no_library_of_a_command() -> None:
    assert loaded("sayso.cli.main", "django", "numpy", "scipy", "trafilatura", "onnxruntime") == set()


def test_linking_loads_no_scipy_before_there_is_something_to_link() -> None:
    assert loaded("sayso.link", "scipy", "datasketch") == set()
