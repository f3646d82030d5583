"""`sayso read --server` as a person types it, in a real process."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from model_host import ModelHost, model_host, trouble

TEXT = """Ferry Fire in Port Sorrel

Two people were hurt when a ferry burned in Port Sorrel on Monday, the coast guard said. The harbour master put it \
down to a faulty heater.
"""
HEATER = {"sentence": 2, "source": "The harbour master", "cue": "put it down to", "content": "a faulty heater"}
INVENTED = HEATER | {"content": "a bomb in the hold"}


@pytest.fixture
def host():
    with model_host() as made:
        yield made


def sayso(*args: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("SAYSO_MODEL")}
    return subprocess.run(
        [sys.executable, "-m", "sayso.cli", "read", "-", *args], input=TEXT, capture_output=True, text=True,
        timeout=120, check=False, env=kept,
    )  # fmt: skip


def test_what_the_model_adds_and_what_was_refused(host: ModelHost):
    done = sayso("--json", "--server", host.says(HEATER, INVENTED), "--model", "tiny")
    statements = json.loads(done.stdout)["statements"]
    assert ("a faulty heater", "server tiny") in [(s["content"]["text"], s["made_by"]) for s in statements]
    assert "told 1 statements; 1 were refused" in done.stderr


def test_a_server_that_fails_costs_a_line_and_no_reading(host: ModelHost):
    done = sayso("--json", "--server", host.does(trouble(404, "model 'tiny' not found")), "--model", "tiny")
    assert (done.returncode, json.loads(done.stdout)["incidents"][0]["type"]) == (0, "fire")
    assert "not found: read by rules alone" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("args", [("--server", "http://127.0.0.1:9"), ("--model", "tiny"), ("--server", "here")])
def test_half_a_choice_is_refused(args: tuple[str, ...]):
    done = sayso(*args)
    assert (done.returncode, done.stdout, len(done.stderr.strip().splitlines())) == (1, "", 1)
