"""`sayso collect` and `sayso run` as commands: what they print, and how they end."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from loopback_host import Host, loopback_host
from sayso.model.source import Source

SAYSO = [sys.executable, "-m", "sayso.cli"]


@pytest.fixture
def host() -> Iterator[Host]:
    yield from loopback_host("127.31.0.3")


@pytest.fixture
def house(tmp_path: Path, blank_sqlite: Path) -> Path:
    import shutil

    (tmp_path / "house").mkdir()
    shutil.copy(blank_sqlite, tmp_path / "house")
    return tmp_path / "house"


def add(house: Path, *some: Source) -> None:
    from django.db import connection

    from sayso.app.build import open_house
    from sayso.store.sources import save_source

    open_house(house, "", migrate=False)
    for source in some:
        save_source(source, "test")
    connection.close()


def feed_of(host: Host, name: str = "steppe", path: str = "/feed.xml") -> Source:
    return Source(name, name.title(), "feed", host.address(path), every_s=60, allow_hosts=(host.home,))


def sayso(house: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "SAYSO_DATABASE": "", "SAYSO_DATA": str(house)}
    return subprocess.run([*SAYSO, *words], capture_output=True, text=True, env=environment, check=False, timeout=120)


def test_one_round_says_in_one_line_what_came(house: Path, host: Host) -> None:
    for n in range(2):
        host.article(f"/news/{n}.html", "Atyrau", str(n))
    host.feed("/news/0.html", "/news/1.html")
    add(house, feed_of(host), feed_of(host, "broken", "/none.xml"))
    done = sayso(house, "collect", "--once")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "2 looks (1 gone), 2 new, 2 captured, 2 read, 0 in quarantine\n"
    again = sayso(house, "collect", "--once", "--source", "steppe", "--log-json")
    assert again.stdout == "1 look, 0 new, 0 captured, 0 read, 0 in quarantine\n"
    events = [json.loads(line) for line in again.stderr.splitlines() if line.startswith("{")]
    assert [(e["event"], e["source"], e["outcome"]) for e in events if e["event"] == "look"] == [
        ("look", "steppe", "unchanged")
    ]


def test_nothing_that_could_be_done_is_an_error(house: Path, host: Host) -> None:
    assert sayso(house, "collect").returncode == 1
    add(house, feed_of(host, "broken", "/none.xml"))
    done = sayso(house, "collect")
    assert done.returncode == 1
    assert done.stdout.startswith("1 look (1 gone)")
    assert "no source is called" in sayso(house, "collect", "--source", "nobody").stderr


def test_the_service_collects_shows_and_stops_when_it_is_asked_to(house: Path, host: Host) -> None:
    host.article("/news/1.html", "Atyrau")
    host.feed("/news/1.html")
    add(house, feed_of(host))
    environment = {**os.environ, "SAYSO_DATABASE": "", "SAYSO_DATA": str(house)}
    command = [*SAYSO, "run", "--port", "0", "--log-json"]
    service = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    try:
        assert service.stderr is not None
        address = ""
        for line in service.stderr:
            if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
                address = found.group()
            if line.startswith("{") and json.loads(line)["event"] == "read":
                break
        told = json.loads(urllib.request.urlopen(f"{address}health", timeout=20).read())  # noqa: S310
        assert (told["status"], told["collecting"]) == ("ok", True)
        numbers = urllib.request.urlopen(f"{address}metrics", timeout=20).read().decode()  # noqa: S310
        assert "sayso_readings_total 1.0" in numbers
        second = sayso(house, "run", "--no-desk")
        assert second.returncode == 1
        assert "another service collects into this ledger already (sayso run, process" in second.stderr
        assert sayso(house, "collect").returncode == 1
        service.send_signal(signal.SIGTERM)
        assert service.wait(timeout=60) == 0
    finally:
        service.kill()
        service.wait()
