"""The desk over hand-built records: a Django test client, and a real server for the browser.

Django is imported inside the fixtures: set up while tests are being configured, the pytest plugin would lock the
database for the whole run.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """Debian's Chromium without a window; what asks for it is left out where it is not installed."""
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed (pip install sayso[dev])"
    )
    # the browser's tool runs a loop in this thread, which Django takes for an asynchronous caller
    with pytest.MonkeyPatch.context() as patch, playwright.sync_playwright() as tool:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = tool.chromium.launch(
            executable_path=str(CHROMIUM), args=["--headless=new", "--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def sample_desk() -> Iterator[None]:
    """Addresses lead to the hand-built records while a module of this folder runs."""
    import django
    from django.test import override_settings

    django.setup()
    with override_settings(ROOT_URLCONF="desk_sample_urls", DEBUG=False):
        yield


@pytest.fixture
def client(sample_desk: None) -> Any:
    """A client that gets the 500 page instead of the exception."""
    from django.test import Client

    return Client(raise_request_exception=False)


@pytest.fixture(scope="module")
def address(sample_desk: None) -> Iterator[str]:
    """A waitress server on a free port of this machine."""
    from waitress import create_server

    from sayso.app.serve import application, listening_port

    server = create_server(application(), host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening_port(server)}"
    server.close()
