"""Lines to hosts: to a checked IP address only, with one end to the time for everything, and errors by their reason."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from sayso.collect.address import Address, LookUp
from sayso.collect.answer import FetchProblem, problem

_T = TypeVar("_T")
_PER_IP_S = 6.0
"""Seconds for one of several IP addresses to answer, so that a dead one leaves time for the next."""

Dial = Callable[[str, int, float], socket.socket]
"""Opens a line to an IP address and port within some seconds; raises OSError."""


@dataclass(slots=True)
class Deadline:
    """One end to the time, in seconds of the monotonic clock."""

    end: float

    def left(self) -> float:
        """Seconds left, always more than zero.

        Raises:
            TimeoutError: the time is over.
        """
        left = self.end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def dial(ip: str, port: int, seconds: float) -> socket.socket:
    """A TCP line to ``ip``, which must be an IP address: no name is looked up here."""
    return socket.create_connection((ip, port), timeout=seconds)


@lru_cache(maxsize=1)
def usual_trust() -> ssl.SSLContext:
    """The certificates that the operating system trusts, read once (that takes longer than many a page)."""
    return ssl.create_default_context()


def timed_look_up(look_up: LookUp, deadline: Deadline) -> LookUp:
    """``look_up`` with an end: the system's cannot be stopped, so it is left behind when the time is over."""
    return lambda host, port: _within(deadline.left(), lambda: look_up(host, port))


def _within(seconds: float, work: Callable[[], _T]) -> _T:
    done: list[_T] = []
    failed: list[Exception] = []

    def run() -> None:
        try:
            done.append(work())
        except Exception as error:
            failed.append(error)

    thread = threading.Thread(target=run, name="look-up", daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed[0]
    if not done:
        raise TimeoutError
    return done[0]


@contextmanager
def connected(
    address: Address, ips: list[str], deadline: Deadline, way: Dial, trust: ssl.SSLContext
) -> Iterator[tuple[socket.socket, str]]:
    """A line to the first of ``ips`` that answers, with TLS for https, and that IP address; closed at the end."""
    sock, ip = _first(address, ips, deadline, way)
    try:
        if address.scheme == "https":
            sock.settimeout(deadline.left())
            with _tls_told(address):
                sock = trust.wrap_socket(sock, server_hostname=address.host)
        yield sock, ip
    finally:
        sock.close()


def _first(address: Address, ips: list[str], deadline: Deadline, way: Dial) -> tuple[socket.socket, str]:
    failure: OSError = OSError("no address")
    for place, ip in enumerate(ips):
        more = len(ips) - place - 1
        try:
            return way(ip, address.port, min(deadline.left(), _PER_IP_S) if more else deadline.left()), ip
        except OSError as error:
            failure = error
    if isinstance(failure, TimeoutError):
        raise failure
    words = f"{address.site} could not be read: {plain(failure)}"
    raise problem("refused", words, "check the address, or try again later") from None


@contextmanager
def _tls_told(address: Address) -> Iterator[None]:
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        words = f"{address.site} could not be read: its certificate is not valid ({error.verify_message})"
        raise problem("tls", words, "it cannot be told whether this is the host") from None
    except TimeoutError:
        raise
    except ssl.SSLError as error:
        words = f"{address.site} could not be read: no TLS ({plain(error)})"
        raise problem("tls", words, "check the address") from None


@contextmanager
def told(address: Address) -> Iterator[None]:
    """Turns what goes wrong on a line, before the answer has begun, into a FetchProblem."""
    try:
        yield
    except FetchProblem:
        raise
    except TimeoutError:
        words = f"{address.site} did not answer in time"
        raise problem("timeout", words, "try again later, or raise the limit") from None
    except (OSError, ValueError) as error:
        words = f"{address.site} could not be read: {plain(error)}"
        raise problem("reset", words, "try again later") from None


def plain(error: Exception) -> str:
    """The words of an error of the network, in one line."""
    words = (getattr(error, "strerror", None) or str(error) or type(error).__name__).strip()
    return words.splitlines()[0][:120] if words else type(error).__name__
