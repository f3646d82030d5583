"""Sources in a real browser, by keyboard, and the whole way of a new user with the real service behind it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from small_web import SmallWeb, rss, small_web

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("engine", ["sqlite"], indirect=True),
]
PATIENCE_MS = 90_000
TOWNS = ("Kisumu", "Nakuru", "Mombasa")
APPEAL = "Support our journalism: please donate to keep River News free for everyone."
PAGE = """<!doctype html><html lang="en"><head><title>{title}</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav><article><h1>{title}</h1>
<p>{town}, Kenya - A bomb left beside a customs shed in {town} killed {number} people on Tuesday, police said.</p>
<p>The explosion damaged two warehouses near the market. No group has claimed responsibility, a spokesman said.</p>
<p>The governor asked residents of {town} to stay at home while the police searched the yard.</p>
<p>{appeal}</p></article></body></html>"""


@pytest.fixture
def web() -> Iterator[SmallWeb]:
    with small_web() as made:
        publish(made, 3)
        yield made


def publish(web: SmallWeb, number: int) -> None:
    """The small web shows so many articles, the newest first in its feed."""
    told = []
    for n in range(number):
        town = TOWNS[n % 3]
        title = f"Bomb kills {n + 2} at {town} freight yard"
        web.put(f"/news/{n}", PAGE.format(title=title, town=town, number=n + 2, appeal=APPEAL))
        at = (datetime.now(UTC) - timedelta(hours=20 - n)).strftime("%a, %d %b %Y %H:%M:%S +0000")
        told.append(f"<title>{title}</title><link>/news/{n}</link><guid>k{n}</guid><pubDate>{at}</pubDate>")
    web.put("/feed.xml", rss(*told[::-1]), "application/rss+xml")
    named = "<link rel='alternate' type='application/rss+xml' href='/feed.xml'>"
    links = "".join(
        f"<h2><a href='/news/{n}'>{TOWNS[n % 3]} freight yard bombed at night</a></h2>" for n in range(number)
    )
    web.put("/", f"<html><head><title>River News</title>{named}</head><body>{links}</body></html>")


class Service:
    """`sayso run` as a user starts it, over one house."""

    def __init__(self, house: Path, allow: str) -> None:
        command = [sys.executable, "-m", "sayso.cli", "run", "--port", "0", "--log-json", "--data", str(house)]
        environment = os.environ | {"SAYSO_ALLOW_HOSTS": allow, "SAYSO_DATA": str(house)}
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
        self.said: list[str] = []
        threading.Thread(target=self._listen, daemon=True).start()
        end = time.monotonic() + 90
        while not (address := re.search(r"open at (http://\S+?)/ ", " ".join(self.said))):
            assert time.monotonic() < end, self.said
            assert self.process.poll() is None, self.said
            time.sleep(0.1)
        self.address = address.group(1)

    def _listen(self) -> None:
        assert self.process.stderr is not None
        self.said.extend(iter(self.process.stderr.readline, ""))

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=90)


class Visit:
    """A page that notes what it asks for and complains about."""

    def __init__(self, browser: Any, **options: Any) -> None:
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE_MS)
        self.hosts: set[str] = set()
        self.complaints: list[str] = []
        self.page.on("request", lambda r: self.hosts.add(urlsplit(r.url).netloc))
        self.page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda e: self.complaints.append(str(e)))

    def tab_to(self, what: str) -> None:
        """Press Tab until the element has the focus, and see that the focus is in sight."""
        for _ in range(60):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(f"document.activeElement.matches({what!r})"):
                assert self.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
                return
        raise AssertionError(f"Tab does not lead to {what}")


def held() -> tuple[int, int, int]:
    """Items, captured versions and documents in the ledger."""
    from sayso.store import models as rows

    return rows.ItemRow.objects.count(), rows.VersionRow.objects.count(), rows.DocumentRow.objects.count()


@pytest.mark.slow
def test_the_way_of_a_new_user(ledger: Path, web: SmallWeb, chromium: Any) -> None:
    service = Service(ledger, web.host)
    one = Visit(chromium)
    page = one.page
    try:
        page.goto(service.address + "/")
        assert "No source is watched." in page.locator(".coverage").inner_text()
        page.goto(service.address + "/sources")
        one.tab_to("#address")
        page.keyboard.type(web.base)
        page.keyboard.press("Enter")
        page.wait_for_selector(".found-items")
        assert page.locator(".found-items li").count() == 3
        assert "Bomb kills 4 at Mombasa freight yard" in page.locator(".found-items li").first.inner_text()
        one.tab_to(".settings button")
        page.keyboard.press("Enter")
        # it turns healthy by itself, and its items are read, without a touch
        page.wait_for_selector(".badge.health:has-text('healthy')")
        page.wait_for_selector(".items:has(tr:nth-child(3) .badge:has-text('read'))")
        page.locator(".items a[href^='/article/']").nth(2).wait_for()
        one.tab_to(".items a[href^='/article/']")
        page.keyboard.press("Enter")
        page.wait_for_selector("#dropped-title")
        one.tab_to(".dropped summary:has(> .why)")
        dropped = page.locator(".dropped")
        assert "appeal for money" in dropped.inner_text().lower()
        assert APPEAL in dropped.inner_text()
        assert APPEAL not in page.locator(".text > p").all_inner_texts()
        assert "kept" in page.locator(".about").inner_text()
        before = held()
        assert before == (3, 3, 3)

        # stopped and started, with one more article: that one and nothing else is new
        assert service.stop() == 0
        publish(web, 4)
        service = Service(ledger, web.host)
        page.goto(service.address + "/source/river-news")
        page.click("text=Pause")
        page.wait_for_selector(".badge.health:has-text('paused')")
        page.click("text=Resume")
        page.wait_for_selector(".items:has(tr:nth-child(4) .badge:has-text('read'))", state="attached")
        page.locator(".items a[href^='/article/']").nth(3).wait_for()
        assert held() == (4, 4, 4)
        page.goto(service.address + "/")
        assert "1 of 1 source" in page.locator(".coverage").inner_text()
        assert web.host not in one.hosts
        assert [c for c in one.complaints if "WebGL" not in c] == []
        assert service.stop() == 0
    finally:
        print("".join(service.said))  # what the service said, when this test fails
        one.context.close()
        service.process.kill()
        service.process.wait()


@pytest.fixture
def desk(ledger: Path) -> Iterator[str]:
    """The address of a desk with sources of every kind of health, and nobody who collects."""
    from django.test import override_settings
    from waitress import create_server

    from sayso.app.serve import application, listening_port

    fill()
    with override_settings(ROOT_URLCONF="sayso.web.urls", DEBUG=False):
        server = create_server(application(), host="127.0.0.1", port=0, threads=3)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening_port(server)}"
        server.close()
        thread.join(timeout=5)


def fill() -> None:
    from sayso.model.source import LookState, Seen, Source
    from sayso.store.items import add_items
    from sayso.store.sources import HeldLook, keep_look, save_source

    now = datetime.now(UTC)
    for id, outcome, reason in (
        ("steppe", "failing", "timeout"), ("gulf", "blocked", "robots"), ("river", "new", ""), ("delta", "", ""),
    ):  # fmt: skip
        long = f"https://{id}.example/a/very/long/way/to/the/feed/of/the/world/news/section/feed.xml?token=hidden"
        save_source(Source(id, id.title(), "feed", long, 2.0, paused=id == "delta"), "test", now - timedelta(days=9))
        for hour in range(60 if outcome else 0, 0, -1):
            bad = outcome != "new" and hour < 9
            said = (outcome, reason, "Nothing came in twenty seconds") if bad else ("new", "", "")
            at = now - timedelta(hours=hour)
            keep_look(HeldLook(id, at, *said, 9, 0 if bad else hour % 3, 90, now + timedelta(hours=1)), LookState())
        add_items(id, [Seen(f"https://{id}.example/{n}", f"A title of item number {n}") for n in range(20)], now)


def test_words_and_reasons_stand_beside_every_source(chromium: Any, desk: str) -> None:
    one = Visit(chromium)
    one.page.goto(f"{desk}/sources")
    words = one.page.locator(".badge.health").all_inner_texts()
    assert words == ["failing", "blocked", "healthy", "paused"]
    assert "no answer in time" in one.page.locator(".source-list").inner_text()
    assert "Nobody is looking now" in one.page.locator("main").inner_text()
    assert one.page.locator("svg.strip[aria-label]").count() == 4
    assert "hidden" not in one.page.content().replace("aria-hidden", "").replace('type="hidden"', "").replace(
        " hidden>", ""
    )
    one.page.goto(desk)
    gaps = one.page.locator(".coverage").inner_text()
    assert "failing: Steppe" in gaps
    assert "blocked: Gulf" in gaps
    assert one.hosts == {urlsplit(desk).netloc}
    assert [c for c in one.complaints if "WebGL" not in c] == []
    one.context.close()


def test_a_source_is_paused_and_removed_by_keyboard_alone(chromium: Any, desk: str) -> None:
    one = Visit(chromium)
    page = one.page
    page.goto(f"{desk}/sources")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('Gulf')")
    one.tab_to(".deeds-row button")
    page.keyboard.press("Enter")
    page.wait_for_selector(".badge.health:has-text('paused')")
    one.tab_to(".remove summary")
    page.keyboard.press("Enter")
    one.tab_to(".remove button")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=is no longer watched")
    assert page.locator(".source-list h2").all_inner_texts() == ["Steppe", "River", "Delta"]
    one.context.close()


def test_a_refusal_is_told_where_it_was_typed(chromium: Any, desk: str) -> None:
    one = Visit(chromium)
    page = one.page
    page.goto(f"{desk}/sources/add")
    page.fill("#address", "http://127.0.0.1:1/feed")
    page.press("#address", "Enter")
    page.wait_for_selector("[role=alert]")
    assert "not on the public Internet" in page.locator("[role=alert]").inner_text()
    assert page.input_value("#address") == "http://127.0.0.1:1/feed"
    assert page.evaluate("document.activeElement.id") == "address"
    one.context.close()


def test_it_all_works_without_script(chromium: Any, desk: str) -> None:
    one = Visit(chromium, java_script_enabled=False)
    page = one.page
    page.goto(f"{desk}/source/river")
    page.fill("#expected", "7")
    page.click("text=Save changes")
    assert page.input_value("#expected") == "7"
    page.click("summary:has-text('Remove')")
    page.click("text=Yes, remove")
    assert "is no longer watched" in page.locator("[role=status]").first.inner_text()
    one.context.close()


@pytest.mark.parametrize("path", ["/sources", "/sources/add", "/source/steppe", "/"])
@pytest.mark.parametrize("width", [320, 390])
def test_nothing_runs_out_of_a_narrow_window(chromium: Any, desk: str, path: str, width: int) -> None:
    one = Visit(chromium, viewport={"width": width, "height": 844})
    one.page.goto(desk + path)
    assert one.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    one.context.close()
