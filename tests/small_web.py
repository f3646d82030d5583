"""A small web on this machine for looks at sources: pages by path, conditional requests answered as servers do."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from sayso.collect.fetch import getter
from sayso.collect.kinds import watched_of
from sayso.collect.kinds.watched import Get
from sayso.model.source import Look, LookState, Source


@dataclass
class Page:
    body: bytes
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


class SmallWeb:
    """Pages by path, which a test may change between looks; other paths answer 404."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.asked: list[str] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append(self.path)
                page = outer.pages.get(self.path, Page(b"nothing here", status=404))
                tag = f'"{hashlib.md5(page.body, usedforsecurity=False).hexdigest()}"'
                same = page.status == 200 and self.headers.get("If-None-Match") == tag
                self.send_response(304 if same else page.status)
                for name, value in {"Content-Type": page.kind, "ETag": tag, **page.headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", "0" if same else str(len(page.body)))
                self.end_headers()
                if not same:
                    self.wfile.write(page.body)

            def log_message(self, *_: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.http.server_port}"
        self.base = f"http://{self.host}"

    def put(self, path: str, body: str | bytes, kind: str = "text/html; charset=utf-8", **more: object) -> str:
        """Set a page; gives its address."""
        made = body.encode() if isinstance(body, str) else body
        self.pages[path] = Page(made, kind, **more)  # type: ignore[arg-type]
        return self.base + path

    @property
    def get(self) -> Get:
        return getter(allow_hosts=(self.host,), timeout=10)

    def look(self, kind: str, path: str, state: LookState | None = None) -> Look:
        """One look at a source of this web."""
        source = Source("s", "S", kind, self.base + path, allow_hosts=(self.host,))
        return watched_of(kind).look(source, state or LookState(), self.get)


@contextmanager
def small_web() -> Iterator[SmallWeb]:
    web = SmallWeb()
    thread = threading.Thread(target=web.http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield web
    finally:
        web.http.shutdown()
        web.http.server_close()


def rss(*items: str, head: str = "") -> str:
    """A feed of these items (XML of each)."""
    body = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>River News</title>{head}{body}</channel></rss>'


def item(number: int, title: str = "", more: str = "") -> str:
    """The XML of one item with an address of its own."""
    title = title or f"Ferry number {number} runs aground"
    guid = f'<guid isPermaLink="false">f-{number}</guid>'
    return f"<title>{title}</title><link>/2026/11/{number:02d}/ferry-runs-aground</link>{guid}{more}"
