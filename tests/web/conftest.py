"""The desk over hand-built records: a Django test client, and a real server for the browser."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator

import django
import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sayso.app.settings")
django.setup()

from django.test import Client, override_settings  # noqa: E402 - the settings must stand first


@pytest.fixture(scope="module")
def sample_desk() -> Iterator[None]:
    """Addresses lead to the hand-built records while a test of this folder runs."""
    with override_settings(ROOT_URLCONF="desk_sample_urls", DEBUG=False):
        yield


@pytest.fixture()
def client(sample_desk: None) -> Client:
    return Client(raise_request_exception=False)


@pytest.fixture(scope="module")
def address(sample_desk: None) -> Iterator[str]:
    """A waitress server on a free port of this machine."""
    from waitress import create_server

    from sayso.web.serve import application

    server = create_server(application(), host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
