"""One request and its answer over a line, with limits: HTTP/1.1 as h11 reads it (RFC 9112)."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from datetime import UTC, datetime

import h11

from sayso.collect.address import Address
from sayso.collect.answer import Exchange, FetchProblem, Header, problem
from sayso.collect.connect import Deadline, plain
from sayso.collect.unpack import Body, coding, too_large

MOST_HEAD = 65_536
"""Bytes of the head of an answer; browsers and servers stop between 8 and 256 kB."""
_MOST_INTERIM = 20
_PIECE = 65_536
_HEAD_PIECE = 8_192  # h11 measures a head that has not ended, so small pieces keep the limit sharp
_GRACE_S = 0.25
"""Seconds that are waited, when a host said that it closes the line, for bytes beyond the length it announced."""


@dataclass(frozen=True, slots=True)
class Reply:
    """The head of an answer, and its body when it was wanted.

    Attributes:
        status: HTTP status.
        headers: names in lower case with their first value; ``link`` with all of them.
        body: unpacked, empty when not wanted.
        exchange: what went over the line.
    """

    status: int
    headers: dict[str, str]
    body: bytes
    exchange: Exchange


class Line:
    """One exchange on an open line.

    Args:
        sock, ip: the line and the IP address it goes to.
        address: what is asked for.
        deadline: when the time is over.
    """

    def __init__(self, sock: socket.socket, ip: str, address: Address, deadline: Deadline) -> None:
        self._sock, self._ip, self._address, self._deadline = sock, ip, address, deadline
        self._h11 = h11.Connection(our_role=h11.CLIENT, max_incomplete_event_size=MOST_HEAD)
        self._heard = b""
        self._closed = False

    def ask(self, request: list[Header], wanted: frozenset[int], max_bytes: int, cut: bool = False) -> Reply:
        """Send a GET and read the answer; the body only for a status in ``wanted``.

        Args:
            request: headers, in order.
            max_bytes: most bytes of the body, packed and unpacked.
            cut: keep the beginning of a body that is too long, or whose end does not come.

        Raises:
            FetchProblem: reset, bad_answer, truncated, wrong_length, bad_encoding, bomb, too_large.
            TimeoutError, OSError: from the line, before the body.
        """
        asked_at = datetime.now(UTC)
        self._send(request)
        head = self._head()
        headers = _headers(head)
        body = b""
        if head.status_code in wanted:
            self._check_size(headers.get("content-length", "0"), max_bytes, cut)
            body = self._body(coding(headers.get("content-encoding", ""), self._address.host), max_bytes, cut)
            self._check_end(headers)
        made = Exchange(
            asked_at, datetime.now(UTC), self._ip, f"GET {self._address.target} HTTP/1.1", tuple(request),
            f"HTTP/{head.http_version.decode()} {head.status_code} {head.reason.decode('latin-1')}".strip(),
            tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in head.headers.raw_items()
                  if name.lower() not in (b"set-cookie", b"set-cookie2")),
        )  # fmt: skip
        return Reply(head.status_code, headers, body, made)

    def _send(self, request: list[Header]) -> None:
        message = h11.Request(method="GET", target=self._address.target, headers=request)
        sent = (self._h11.send(message) or b"") + (self._h11.send(h11.EndOfMessage()) or b"")
        self._sock.settimeout(self._deadline.left())
        self._sock.sendall(sent)

    def _head(self) -> h11.Response:
        interim = 0
        while True:
            try:
                event = self._next()
            except h11.RemoteProtocolError as error:
                raise self._no_answer(error) from None
            if isinstance(event, h11.Response):
                return event
            interim += isinstance(event, h11.InformationalResponse)
            if interim > _MOST_INTERIM or isinstance(event, h11.ConnectionClosed):
                raise self._no_answer(None)

    def _check_size(self, announced: str, max_bytes: int, cut: bool) -> None:
        """A body that is announced as too long is not even begun."""
        if not cut and announced.isdigit() and int(announced[:30]) > max_bytes:
            raise too_large(self._address.host, max_bytes)

    def _body(self, packing: str, max_bytes: int, cut: bool) -> bytes:
        body = Body(packing, max_bytes, self._address.host)
        try:
            while not body.full:
                event = self._next()
                if isinstance(event, h11.Data):
                    body.add(bytes(event.data))
                elif isinstance(event, (h11.EndOfMessage, h11.ConnectionClosed)):
                    break
        except (TimeoutError, FetchProblem):
            raise
        except (h11.RemoteProtocolError, OSError) as error:
            if self._closed or isinstance(error, OSError):
                words = f"{self._address.site} closed the line before the end of {self._address.shown}"
                raise problem("truncated", words, "try again later") from None
            raise self._no_answer(error) from None
        return body.whole(cut)

    def _check_end(self, headers: dict[str, str]) -> None:
        """Bytes beyond the announced length mean that the length, and so the body, is wrong."""
        if "content-length" not in headers or "transfer-encoding" in headers:
            return
        if self._h11.their_state is h11.SEND_BODY:
            return
        more, closed = self._h11.trailing_data
        if not more and not closed and not self._closed and headers.get("connection", "").lower() == "close":
            try:
                self._sock.settimeout(min(_GRACE_S, self._deadline.left()))
                more = self._sock.recv(1_000)
            except OSError:
                return
        if more.strip():
            words = f"{self._address.site} sent more than the {headers['content-length'][:20]} bytes it announced"
            raise problem("wrong_length", words, "the text would be cut; try again later")

    def _next(self) -> object:
        """The next event, with as much read from the line as it takes."""
        while True:
            event = self._h11.next_event()
            if event is not h11.NEED_DATA:
                return event
            self._sock.settimeout(self._deadline.left())
            data = self._sock.recv(_PIECE if self._h11.their_state is h11.SEND_BODY else _HEAD_PIECE)
            self._heard = self._heard or data[:8]
            self._closed = not data
            self._h11.receive_data(data)

    def _no_answer(self, error: h11.RemoteProtocolError | None) -> FetchProblem:
        site = self._address.site
        if self._closed and (not self._heard or self._heard.startswith(b"HTTP/")):
            return problem("reset", f"{site} could not be read: it closed the line", "try again later")
        if error and error.error_status_hint == 431:
            return problem("bad_answer", f"{site} sent more than {MOST_HEAD // 1024} kB of headers", "it is not read")
        words = f" ({plain(error)})" if error else ""
        return problem("bad_answer", f"{site} did not answer in HTTP{words}", "check the address")


def _headers(head: h11.Response) -> dict[str, str]:
    kept: dict[str, str] = {}
    for raw_name, raw in head.headers:
        name, value = raw_name.decode("latin-1"), raw.decode("latin-1")
        if name == "link" and name in kept:
            kept[name] += f", {value}"
        elif name not in ("set-cookie", "set-cookie2"):
            kept.setdefault(name, value)
    return kept
