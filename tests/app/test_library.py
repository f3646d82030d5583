"""The library as a notebook uses it."""

from __future__ import annotations

import subprocess
import sys

import pytest

import sayso
from sayso.model import SaysoError

TEXT = "OSLO, Norway — A bomb killed two people in Oslo on Monday, police said."


def loaded(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(' '.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_importing_sayso_loads_no_web_framework():
    assert not {m for m in loaded("import sayso") if m.split(".")[0] in ("django", "ninja", "trafilatura")}


def test_reading_loads_no_web_framework():
    assert not {m for m in loaded(f"import sayso\nsayso.read({TEXT!r})") if m.split(".")[0] in ("django", "ninja")}


def test_read_gives_reports():
    assert [r.type for r in sayso.read(TEXT, published="2020-03-04")] == ["bombing"]


def test_read_takes_bytes_of_a_page():
    body = f"<p>{TEXT}</p><p>{TEXT.replace('two', 'Two')}</p>"
    page = f"<html><title>Bomb in Oslo</title><body><article>{body}</article></body></html>"
    assert len(sayso.read(page.encode(), published="2020-03-04")) == 1


def test_a_wrong_day_is_refused():
    with pytest.raises(SaysoError, match="not a date"):
        sayso.read(TEXT, published="Monday")


def test_the_room_of_reading_is_still_a_module():
    from sayso.read.reader import READER

    assert sayso.read.reader.READER == READER
