"""The soak test: ``python -m quality.bench_soak [--minutes 30] [--sources 500]``.

`sayso run` collects from a made-up web (``quality.soak_web``) and is killed (SIGKILL) at a random moment of every
minute, and started again. At the end, after a calm stretch in which nothing more is published, it must hold every
published version of every item exactly once, everything it ever said to have captured or read, and need no more memory
than in the beginning. Prints the figures as JSON; exits 1 when one of them is not as it must be.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from quality.soak_web import Site, Web

MOST_GROWTH = 1.15
"""Memory in the last quarter of a life against its second quarter; caches are full by then."""


class Life:
    """One process of the service, from start to kill: what it said, and the memory it took."""

    def __init__(self, data: Path, number: int, web: Web) -> None:
        self._web = web
        self.number, self.began = number, time.monotonic()
        command = [sys.executable, "-m", "sayso.cli", "run", "--no-desk", "--log-json", "--data", str(data)]
        environment = {**os.environ, "SAYSO_DATABASE": ""}
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
        self.said: list[dict[str, Any]] = []
        self.odd: list[str] = []
        self.memory: list[tuple[float, float]] = []
        self._watched = psutil.Process(self.process.pid)
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            try:
                told = json.loads(line)
            except ValueError:
                self.odd += [line.strip()] if line.strip() else []
                continue
            self.said.append(told)
            if told["event"] == "captured":
                self._web.said(told["digest"])

    def sample(self) -> None:
        with suppress(psutil.Error):
            self.memory.append((time.monotonic() - self.began, self._watched.memory_info().rss / 1e6))

    def end(self, how: signal.Signals) -> None:
        self.process.send_signal(how)
        self.process.wait(timeout=90)
        self._listener.join(timeout=10)


def configure(data: Path, web: Web, every_s: int) -> None:
    """Write the sources into the ledger."""
    from sayso.app.build import open_house

    open_house(data, "")
    from django.db import connection, transaction

    from sayso.model.source import Source
    from sayso.store.sources import save_source

    path = {"feed": "/feed.xml", "sitemap": "/sitemap.xml", "page": "/news/"}
    with transaction.atomic():
        for site in web.sites:
            home = f"{site.host}:{web.port}"
            source = Source(
                source_id(site), f"Gazette {site.number}", site.kind, f"http://{home}{path[site.kind]}",
                every_s=every_s, allow_hosts=(home,), outlet=f"Gazette {site.number}",
            )  # fmt: skip
            save_source(source, "soak")
    connection.close()


def source_id(site: Site) -> str:
    """Id of the source of a site."""
    return f"gazette-{site.number}"


@dataclass(frozen=True)
class Plan:
    """How long and how hard.

    Attributes:
        minutes: time in which it is killed; ``kill_every_s`` on average.
        kills: when given, so many kills instead, each soon after a life has captured something new.
        calm_s: most time to come to rest afterwards.
        samples: of memory in the last life, one every two seconds, before it may end.
    """

    minutes: float
    kill_every_s: float
    kills: int | None
    calm_s: float
    samples: int
    seed: int


def soak(data: Path, web: Web, plan: Plan) -> list[Life]:
    """Run and kill, then let it come to rest."""
    dice, end = random.Random(plan.seed), time.monotonic() + plan.minutes * 60  # noqa: S311
    lives: list[Life] = []
    while len(lives) < plan.kills if plan.kills is not None else time.monotonic() < end:
        life = Life(data, len(lives), web)
        lives.append(life)
        if plan.kills is not None:
            _stay(life, 60, until=lambda life=life: _captured(life) >= 5)  # type: ignore[misc]
            time.sleep(dice.uniform(0, 1))
        else:
            _stay(life, min(dice.uniform(0.3, 1.7) * plan.kill_every_s, max(1.0, end - time.monotonic())))
        life.end(signal.SIGKILL)
        web.killed()
        print(f"killed {len(lives)} times; {_told(lives)}", file=sys.stderr, flush=True)
    if plan.kills is not None:  # what is published is edited too before it ends
        lives.append(Life(data, len(lives), web))
        _stay(lives[-1], 90, until=lambda: _edited(web) >= 5)
    web.calm()
    if plan.kills is None:
        lives.append(Life(data, len(lives), web))
    rest = time.monotonic() + plan.calm_s
    while time.monotonic() < rest and not _settled(web, lives, plan.samples):
        _stay(lives[-1], 2 if plan.kills is not None else 5)
        print(_told(lives), file=sys.stderr, flush=True)
    lives[-1].end(signal.SIGTERM)
    return lives


def _edited(web: Web) -> int:
    with web.lock:
        return sum(item.versions - 1 for site in web.sites for item in site.items)


def _captured(life: Life) -> int:
    return sum(line["event"] == "captured" for line in life.said)


def _stay(life: Life, seconds: float, until: Callable[[], bool] = lambda: False) -> None:
    """Let it run; raises SystemExit when it ends by itself."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0 and not until():
        time.sleep(min(2.0 if seconds > 100 else 0.5, left))
        life.sample()
        if life.process.poll() is not None:
            raise SystemExit(f"the service ended by itself: {life.odd[-20:]}")


def _told(lives: list[Life]) -> str:
    events = Counter(line["event"] for life in lives for line in life.said)
    return ", ".join(f"{n} {event}" for event, n in sorted(events.items()))


def _settled(web: Web, lives: list[Life], least_samples: int) -> bool:
    """True when everything that was published is captured and read; what was said last may have gone with a kill."""
    from sayso.store.models import VersionRow

    read = {(s, d) for s, d in VersionRow.objects.exclude(state="captured").values_list("item__source", "digest")}
    wanted = must_be_held(web)
    return len(lives[-1].memory) >= least_samples and all((k[0], digest) in read for k, digest in wanted.items())


def must_be_held(web: Web) -> dict[tuple[str, int, int], str]:
    """(source, item, version) to digest ("" when it was never even asked for) of all that was published."""
    from quality.soak_web import article

    made = {}
    with web.lock:
        for site in web.sites:
            for item in site.items:
                for version in range(1, item.versions + 1):
                    if item.deleted and version == item.versions and version not in item.bodies:
                        continue  # gone before anybody could see it
                    body = item.bodies.get(version, "")
                    made[source_id(site), item.number, version] = body
                    assert not body or len(article(site, item, version)) > 0
    return made


def verdict(data: Path, web: Web, lives: list[Life]) -> dict[str, Any]:
    """The figures, and what is wrong ("" when nothing is)."""
    from sayso.app.build import open_house

    open_house(data, "")
    from sayso.store.models import CaptureRow, DocumentRow, ItemRow, LookRow, QuarantineRow, ReadingRow, VersionRow

    versions = Counter(VersionRow.objects.values_list("item__source", "digest"))
    captures = Counter(CaptureRow.objects.values_list("address", "body_id"))
    digests = {digest for _, digest in captures}
    wanted = must_be_held(web)
    missing = [k for k, digest in wanted.items() if not digest or versions[k[0], digest] == 0]
    twice = [k for k, n in versions.items() if n > 1] + [str(k) for k, n in captures.items() if n > 1]
    unread = [d for d in wanted.values() if d and d not in digests]
    said = [line for life in lives for line in life.said]
    lost = [line for line in said if line["event"] == "captured" and versions[line["source"], line["digest"]] == 0]
    lost += [line for line in said if line["event"] == "read" and line["digest"] not in digests]
    doubled = [
        k for k, n in Counter((s["source"], s["digest"]) for s in said if s["event"] == "captured").items() if n > 1
    ]
    memory = memory_of(lives)
    problems = {
        "missing": len(missing), "captured twice": len(twice) + len(doubled), "lost": len(lost), "unread": len(unread),
        "memory grows": int(memory["growth"] > MOST_GROWTH), "odd lines": sum(len(life.odd) for life in lives),
        "faults": sum(line["event"] in ("fault", "trouble") for line in said),
    }  # fmt: skip
    return {
        "ok": not any(problems.values()), "problems": problems, "examples": [str(x) for x in (missing + lost)[:10]],
        "kills": len(lives) - 1, "sources": len(web.sites), "items": ItemRow.objects.count(),
        "versions": sum(versions.values()), "published": len(wanted), "documents": DocumentRow.objects.count(),
        "readings": ReadingRow.objects.count(), "quarantine": QuarantineRow.objects.count(),
        "looks": LookRow.objects.count(), "outcomes": dict(Counter(LookRow.objects.values_list("outcome", flat=True))),
        "requests": web.requests, "not_modified": web.not_modified, "errors_served": web.refused,
        "events": dict(Counter(line["event"] for line in said)), "memory": memory,
        "odd": [line for life in lives for line in life.odd][:20],
        "lag_s": lag_of(said), "served_to_held_s": spread(web.waits),
    }  # fmt: skip


def memory_of(lives: list[Life]) -> dict[str, Any]:
    """Memory of the longest life, and the peak of every life (MB)."""
    last = [mb for _, mb in max(lives, key=lambda life: len(life.memory)).memory]
    quarter = max(1, len(last) // 4)
    early, late = last[quarter : 2 * quarter] or last, last[-quarter:]
    peaks = [round(max((mb for _, mb in life.memory), default=0)) for life in lives]
    growth = (sum(late) / len(late)) / (sum(early) / len(early)) if last else 1.0
    return {"growth": round(growth, 3), "end_mb": round(last[-1]) if last else 0, "peaks_mb": peaks}


def lag_of(said: list[dict[str, Any]]) -> dict[str, float]:
    """Seconds from capture to reading."""
    return spread([line["lag_s"] for line in said if line["event"] == "read"])


def spread(seconds: list[float]) -> dict[str, float]:
    """Median, 95th percentile and greatest."""
    told = [round(one, 2) for one in sorted(seconds)]
    return {"median": told[len(told) // 2], "p95": told[int(len(told) * 0.95)], "most": told[-1]} if told else {}


def main() -> None:
    """Soak, print, and exit 1 when something is wrong."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--minutes", type=float, default=30.0)
    asked.add_argument("--sources", type=int, default=500)
    asked.add_argument("--per-minute", type=float, default=30.0, help="items published a minute, over all sources")
    asked.add_argument("--kill-every", type=float, default=60.0, metavar="SECONDS", help="on average")
    asked.add_argument("--kills", type=int, default=None, help="the short form: so many kills, and soon")
    asked.add_argument("--edits", type=float, default=0.3, help="for each item that is published")
    asked.add_argument("--every", type=int, default=120, metavar="SECONDS", help="gap between two looks at a source")
    asked.add_argument("--calm", type=float, default=1500.0, metavar="SECONDS", help="most time to come to rest")
    asked.add_argument("--samples", type=int, default=150, help="of memory in the last life, one every two seconds")
    asked.add_argument("--settled", type=float, default=20.0, metavar="SECONDS", help="before a version is edited")
    asked.add_argument("--seed", type=int, default=5)
    asked.add_argument("--keep", type=Path, default=None, help="folder of the house, kept afterwards")
    told = asked.parse_args()
    data = told.keep or Path(tempfile.mkdtemp(prefix="sayso-soak-"))
    web = Web(told.sources, told.per_minute / 60, told.seed, told.settled, 1.25 * told.every, told.edits)
    try:
        web.start()
        configure(data, web, told.every)
        plan = Plan(told.minutes, told.kill_every, told.kills, told.calm, told.samples, told.seed)
        lives = soak(data, web, plan)
        found = verdict(data, web, lives)
    finally:
        if told.keep is None:
            shutil.rmtree(data, ignore_errors=True)
    print(json.dumps(found, indent=1))
    sys.exit(0 if found["ok"] else 1)


if __name__ == "__main__":
    main()
