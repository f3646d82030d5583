"""One POST over one line, with one end to its time and its size: HTTP/1.1 as h11 reads it.

The client of ``collect`` is not used, as it asks public hosts only and obeys robots.txt, while this one is for the
operator's own server.
"""

from __future__ import annotations

import socket
from dataclasses import dataclass
from datetime import UTC, datetime

import h11

from sayso.collect.address import Address, system_look_up
from sayso.collect.answer import FetchProblem
from sayso.collect.connect import Deadline, connected, dial, plain, timed_look_up, usual_trust
from sayso.collect.politeness import retry_after
from sayso.model import SaysoError

MOST_BYTES = 2_000_000
"""Bytes of an answer; one of 2,048 tokens has some ten thousand."""
_PIECE = 65_536
_CONNECT_S = 5.0


class Broken(SaysoError):
    """A line that brought no whole answer.

    Args:
        again: True when another try may bring one.
    """

    def __init__(self, message: str, hint: str, *, again: bool) -> None:
        super().__init__(message, hint)
        self.again = again


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer: HTTP status, body, and the seconds after which to ask again (0 when not said)."""

    status: int
    body: bytes
    retry_after_s: float = 0.0


def post(address: Address, body: bytes, key: str, deadline: Deadline) -> Answered:
    """Send ``body`` (JSON) and read the whole answer.

    Raises:
        Broken: not there, too slow, too large, cut short, or no HTTP.
    """
    site = address.site
    try:
        ips = _look_up(address, deadline)
        with connected(address, ips, deadline, _dial, usual_trust()) as (sock, _):
            return _exchange(sock, address, body, key, deadline)
    except TimeoutError:
        hint = "raise the limit (seconds), take a smaller model, or see whether the server works"
        raise Broken(f"{site} did not answer in time", hint, again=False) from None
    except FetchProblem as problem:
        reason = problem.message.partition(": ")[2] or problem.message
        words = f"{site} could not be reached: {reason}"
        raise Broken(words, "start it, or check its address", again=problem.reason != "tls") from None
    except OSError as error:
        raise Broken(f"{site} broke the line: {plain(error)}", "see the server's own log", again=True) from None


def _look_up(address: Address, deadline: Deadline) -> list[str]:
    try:
        return timed_look_up(system_look_up, deadline)(address.host, address.port)
    except TimeoutError:
        raise
    except OSError as error:
        words = f"{address.site} could not be reached: {plain(error)}"
        raise Broken(words, "check its address", again=True) from None


def _dial(ip: str, port: int, seconds: float) -> socket.socket:
    """A server on this machine or beside it answers at once or not at all."""
    return dial(ip, port, min(seconds, _CONNECT_S))


def _exchange(sock: socket.socket, address: Address, body: bytes, key: str, deadline: Deadline) -> Answered:
    line = h11.Connection(our_role=h11.CLIENT)
    headers = [
        ("Host", address.site), ("User-Agent", "Sayso"), ("Accept", "application/json"), ("Connection", "close"),
        ("Content-Type", "application/json"), ("Content-Length", str(len(body))),
    ]  # fmt: skip
    if key:
        headers.append(("Authorization", f"Bearer {key}"))
    request = h11.Request(method="POST", target=address.target, headers=headers)
    for event in (request, h11.Data(data=body), h11.EndOfMessage()):
        sock.settimeout(deadline.left())
        sock.sendall(line.send(event) or b"")
    return _answer(line, sock, address.site, deadline)


def _answer(line: h11.Connection, sock: socket.socket, site: str, deadline: Deadline) -> Answered:
    head: h11.Response | None = None
    got = bytearray()
    heard, closed = b"", False
    while True:
        try:
            event = line.next_event()
        except h11.RemoteProtocolError as error:
            cut = closed and b"HTTP/1.".startswith(heard[:7])
            words = "closed the line before the end of its answer" if cut else f"speaks no HTTP ({plain(error)})"
            raise Broken(f"{site} {words}", "see the server's own log", again=cut) from None
        if event is h11.NEED_DATA:
            sock.settimeout(deadline.left())
            data = sock.recv(_PIECE)
            heard, closed = heard or data[:7], not data
            line.receive_data(data)
        elif isinstance(event, h11.Response):
            head = event
        elif isinstance(event, h11.Data):
            got += event.data
            if len(got) > MOST_BYTES:
                hint = "take another model: this one does not come to an end"
                raise Broken(f"{site} sent more than {MOST_BYTES // 1_000_000} MB", hint, again=False)
        elif isinstance(event, (h11.EndOfMessage, h11.ConnectionClosed)):
            break
    if head is None:
        raise Broken(f"{site} closed the line without an answer", "see the server's own log", again=True)
    wait = next((v.decode("latin-1") for name, v in head.headers if name == b"retry-after"), "")
    return Answered(head.status_code, bytes(got), float(retry_after(wait, datetime.now(UTC)) or 0))
