"""A small real host on a loopback address, for tests of collecting."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from sayso.model.source import Seen

TEXT = (
    "The council of {town} met on Tuesday to talk about the bridge over the river, which has been closed since the "
    "spring, and adjourned after four hours without a vote. Shop owners had asked for an answer, the mayor said. {more}"
)


@dataclass
class Host:
    """A host on loopback: path to page text or status."""

    pages: dict[str, str | int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    ip: str = "127.31.0.1"
    port: int = 0

    @property
    def home(self) -> str:
        return f"{self.ip}:{self.port}"

    def address(self, path: str) -> str:
        return f"http://{self.home}{path}"

    def article(self, path: str, town: str, more: str = "") -> Seen:
        self.pages[path] = f"<html><body><article><h1>Bridge in {town}</h1><p>{TEXT.format(town=town, more=more)}</p>"
        return Seen(self.address(path), version=str(hash(more)))

    def fetched(self) -> list[str]:
        return [path for path in self.asked if path != "/robots.txt"]

    def feed(self, *paths: str) -> None:
        """Shows these articles in a feed at /feed.xml."""
        entries = "".join(f"<item><title>{p}</title><link>{self.address(p)}</link></item>" for p in paths)
        self.pages["/feed.xml"] = f'<rss version="2.0"><channel><title>Steppe</title>{entries}</channel></rss>'


def loopback_host(ip: str) -> Iterator[Host]:
    """Serves a Host until the generator is ended."""
    made = Host(ip=ip)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append(self.path)
            page = made.pages.get(self.path, 404)
            body = page.encode() if isinstance(page, str) else b"no"
            self.send_response(200 if isinstance(page, str) else page)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer((ip, 0), Handler)
    made.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield made
    server.shutdown()
    server.server_close()
