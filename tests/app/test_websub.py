"""Feeds whose hub tells of news: subscribed to once, confirmed, heard only when signed, never without an address."""

from __future__ import annotations

import hashlib
import hmac
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from sayso.collect.ways import Ways
from sayso.model.source import Look, LookState, Source
from small_web import SmallWeb, item, rss, small_web

PUBLIC = "https://desk.example.org"


class Hub:
    """A hub that keeps what it is asked."""

    def __init__(self, status: int = 202) -> None:
        self.forms: list[dict[str, str]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                outer.forms.append({key: values[0] for key, values in parse_qs(body).items()})
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()


@pytest.fixture
def web() -> Iterator[SmallWeb]:
    with small_web() as made:
        yield made


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    from sayso.app import websub

    monkeypatch.setenv("SAYSO_PUBLIC", PUBLIC + "/")
    websub._asked.clear()
    made = Hub()
    yield made
    made.http.shutdown()
    made.http.server_close()


def watched(web: SmallWeb, hub: Hub) -> tuple[Source, Look]:
    """A source whose feed names the hub, and a look at it."""
    from sayso.app.sources import add_source

    links = f'<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="http://{hub.host}/"/>'
    links += f'<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="{web.base}/feed?all=1"/>'
    web.put("/feed", rss(item(1), head=links), "application/rss+xml")
    source = add_source(Source("river", "River", "feed", f"{web.base}/feed", allow_hosts=(web.host, hub.host)))
    return source, web.look("feed", "/feed")


def sign(body: bytes, secret: str) -> str:
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def post(client: Client, callback: str, body: bytes, signature: str) -> int:
    path = urlsplit(callback).path
    return client.post(path, body, "application/rss+xml", headers={"X-Hub-Signature": signature}).status_code


def due_at(source: str) -> datetime:
    from sayso.store.sources import watching

    return watching([source])[source].next_at


def wait(source: str) -> None:
    """As if the source was due in an hour."""
    from sayso.store.sources import look_again

    look_again(source, datetime.now(UTC) + timedelta(hours=1))


def test_the_hub_is_asked_once(ledger: Path, web: SmallWeb, hub: Hub) -> None:
    from sayso.app.websub import ask_hub

    source, look = watched(web, hub)
    assert (look.hub, look.topic) == (f"http://{hub.host}/", f"{web.base}/feed?all=1")
    assert ask_hub(source, look, Ways())
    assert not ask_hub(source, look, Ways())
    (form,) = hub.forms
    assert form["hub.mode"] == "subscribe"
    assert form["hub.topic"] == f"{web.base}/feed?all=1"
    assert form["hub.callback"].startswith(f"{PUBLIC}/websub/river/")


def test_nothing_is_asked_without_a_public_address(
    ledger: Path, web: SmallWeb, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sayso.app.websub import ask_hub

    source, look = watched(web, hub)
    monkeypatch.delenv("SAYSO_PUBLIC")
    assert not ask_hub(source, look, Ways())
    assert hub.forms == []


def test_a_hub_on_a_private_host_is_not_asked_unless_named(ledger: Path, web: SmallWeb, hub: Hub) -> None:
    from dataclasses import replace

    from sayso.app.websub import ask_hub

    source, look = watched(web, hub)
    assert not ask_hub(replace(source, allow_hosts=(web.host,)), look, Ways())
    assert hub.forms == []


def test_what_the_hub_asks_is_confirmed_only_when_it_was_meant(ledger: Path, web: SmallWeb, hub: Hub) -> None:
    from sayso.app.sources import remove_source
    from sayso.app.websub import ask_hub

    source, look = watched(web, hub)
    ask_hub(source, look, Ways())
    path = urlsplit(hub.forms[0]["hub.callback"]).path
    client = Client()
    asked = {"hub.mode": "subscribe", "hub.topic": look.topic, "hub.challenge": "c-123"}
    confirmed = client.get(path, asked)
    assert (confirmed.status_code, confirmed.content) == (200, b"c-123")
    assert client.get(path, asked | {"hub.topic": "https://other.example.org/feed"}).status_code == 404
    assert client.get(path[:-1] + ("0" if path[-1] != "0" else "1"), asked).status_code == 404
    assert client.get(path, asked | {"hub.mode": "unsubscribe"}).status_code == 404
    remove_source("river")
    assert client.get(path, asked).status_code == 404


def test_signed_news_makes_the_source_due(ledger: Path, web: SmallWeb, hub: Hub) -> None:
    from sayso.app.websub import ask_hub

    source, look = watched(web, hub)
    ask_hub(source, look, Ways())
    form, body = hub.forms[0], b"<rss>anything</rss>"
    wait("river")
    assert post(Client(), form["hub.callback"], body, sign(body, form["hub.secret"])) == 202
    assert due_at("river") <= datetime.now(UTC)


@pytest.mark.parametrize("signature", ["", "sha256=00", "md5=00", "sha256=" + 64 * "0", "sha256=é"])
def test_unsigned_news_changes_nothing(ledger: Path, web: SmallWeb, hub: Hub, signature: str) -> None:
    from sayso.app.websub import hear, token_of

    watched(web, hub)
    wait("river")
    assert hear("river", token_of("river", "x"), b"<rss/>", signature) == "unsigned"
    assert due_at("river") > datetime.now(UTC) + timedelta(minutes=50)


def test_a_source_that_is_gone_ends_its_subscription(ledger: Path, web: SmallWeb, hub: Hub) -> None:
    from sayso.app.sources import remove_source
    from sayso.app.websub import ask_hub

    source, look = watched(web, hub)
    ask_hub(source, look, Ways())
    remove_source("river")
    assert post(Client(), hub.forms[0]["hub.callback"], b"x", "sha256=00") == 410


def test_a_hub_that_refuses_is_no_trouble(ledger: Path, web: SmallWeb, hub: Hub) -> None:
    from sayso.app.websub import ask_hub

    refusing = Hub(status=500)
    source = Source("river", "River", "feed", f"{web.base}/feed", allow_hosts=(refusing.host,))
    look = Look((), LookState(), "unchanged", hub=f"http://{refusing.host}/", topic=f"{web.base}/feed")
    assert not ask_hub(source, look, Ways())
    assert len(refusing.forms) == 1
    refusing.http.shutdown()
    refusing.http.server_close()
