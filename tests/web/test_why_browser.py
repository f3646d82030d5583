"""An explanation opened and closed in place by keyboard, and pages that fit a phone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from ledger_sample import at, blast, claim, store

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install sayso[dev])")
CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed (apt-get install chromium)"),
    pytest.mark.parametrize("engine", ["sqlite"], indirect=True),
]


@pytest.fixture
def desk(ledger: Path) -> Iterator[str]:
    """The address of a desk over two reports, an edited article and a claim."""
    from waitress import create_server

    from sayso.app.serve import application, listening_port

    url = "https://north.example/1"
    store(
        blast("Daily Steppe", 2, known=at(1)), blast("Gulf Herald", 4, known=at(2), speaker="Chief Abaev"),
        blast("North Star", 5, known=at(3), url=url), blast("North Star", 3, known=at(3, 14), url=url),
        claim("West Wind", "Red Dawn", at(4)),
    )  # fmt: skip
    with override_settings(ROOT_URLCONF="sayso.web.urls", DEBUG=False):
        server = create_server(application(), host="127.0.0.1", port=0, threads=2)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening_port(server)}"
        server.close()
        thread.join(timeout=5)


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    # the browser's tool runs a loop in this thread, which Django takes for an asynchronous caller
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with playwright.sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=str(CHROMIUM), args=["--headless=new", "--no-sandbox"])
        yield browser.new_page(viewport={"width": 390, "height": 844})
        browser.close()


@pytest.fixture
def name(desk: str) -> str:
    """The incident's id, asked for before the browser's loop runs: inside it Django would take another connection."""
    from sayso.app.as_of import list_incidents

    return list_incidents()[0].id


def test_why_opens_and_closes_in_place_by_keyboard(desk: str, name: str, page: Any) -> None:
    page.goto(f"{desk}/incident/{name}")
    ask = page.locator("a.ask-why[href*='/explain/killed']")
    ask.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#why-killed .explain")
    assert "no official anything later" in page.locator("#why-killed").inner_text()
    assert ask.get_attribute("aria-expanded") == "true"
    assert page.url.endswith(f"/incident/{name}")
    page.keyboard.press("Enter")
    page.wait_for_selector("#why-killed:empty", state="attached")
    assert ask.get_attribute("aria-expanded") == "false"


def test_the_new_pages_fit_a_phone(desk: str, name: str, page: Any) -> None:
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
    for path in (f"/incident/{name}", f"/incident/{name}/explain/killed", "/changes?since=2011-11-01"):
        page.goto(desk + path)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
    assert [c for c in complaints if "WebGL" not in c and "GPU" not in c] == []
