"""A small real model server on this machine that behaves as a test tells it to, well or badly."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Asked:
    """One request as it came."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def form(self) -> str:
        """The form of output that was asked for: json_schema, json_object or text."""
        return str(self.body.get("response_format", {}).get("type", "text"))

    @property
    def prompt(self) -> str:
        return str(self.body["messages"][0]["content"])


Act = Callable[[socket.socket, Asked], None]


@dataclass
class ModelHost:
    """What the server does, request by request; the last act is repeated."""

    port: int = 0
    acts: list[Act] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def does(self, *acts: Act) -> str:
        self.acts = list(acts)
        return self.address

    def says(self, *statements: dict[str, Any]) -> str:
        """Answers every request with these statements."""
        return self.does(message(listed(*statements)))


def listed(*statements: dict[str, Any]) -> str:
    return json.dumps({"statements": list(statements)})


def message(content: Any, finish: str = "stop", **more: Any) -> Act:
    """A usual answer of a chat."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content, **more}, "finish_reason": finish}
    return reply(json.dumps({"object": "chat.completion", "choices": [choice]}).encode())


def trouble(status: int, words: str = "no", *headers: str) -> Act:
    """An error as servers word it."""
    return reply(json.dumps({"error": {"message": words, "code": status}}).encode(), status, *headers)


def reply(body: bytes, status: int = 200, *headers: str, kind: str = "application/json") -> Act:
    head = [f"HTTP/1.1 {status} Words", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers]
    return raw("\r\n".join([*head, "", ""]).encode() + body)


def raw(sent: bytes) -> Act:
    """Sends these bytes and closes the line."""
    return lambda line, _asked: line.sendall(sent)


@contextmanager
def model_host() -> Iterator[ModelHost]:
    """A ModelHost that listens until the end."""
    host = ModelHost()
    listener = socket.create_server(("127.0.0.1", 0))
    host.port = listener.getsockname()[1]
    over = threading.Event()

    def serve() -> None:
        while not over.is_set():
            try:
                line, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=_talk, args=(host, line), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield host
    finally:
        over.set()
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()


def _talk(host: ModelHost, line: socket.socket) -> None:
    with line:
        try:
            asked = _request(line)
            act = host.acts[min(len(host.asked), len(host.acts) - 1)]
            host.asked.append(asked)
            act(line, asked)
            line.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # the client went away, as it should from some of these


def _request(line: socket.socket) -> Asked:
    got = b""
    while b"\r\n\r\n" not in got:
        got += line.recv(65_536)
    head, _, body = got.partition(b"\r\n\r\n")
    first, *rest = head.decode().split("\r\n")
    headers = {k.lower(): v.strip() for k, _, v in (one.partition(":") for one in rest)}
    while len(body) < int(headers["content-length"]):
        body += line.recv(65_536)
    return Asked(first.split()[1], headers, json.loads(body))
