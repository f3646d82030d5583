"""Fetch one address politely and safely: the bytes of one public page as a Capture."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from importlib.metadata import PackageNotFoundError, version

from sayso.collect import robots
from sayso.collect.address import Address, parse, resolve
from sayso.model import Capture, SaysoError

PRODUCT = "Sayso"
MAX_BYTES = 20_000_000
MAX_REDIRECTS = 5
WORST_RATIO = 200
"""A compressed body that grows more than this many times (and beyond a megabyte) is taken for an attack."""
_CHUNK = 65_536
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ACCEPT = "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1"


@dataclass(frozen=True, slots=True)
class _Limits:
    """What one fetch may take: an end on the monotonic clock, bytes, and hosts let through unchecked."""

    end: float
    max_bytes: int
    allow_hosts: Collection[str]

    def left(self) -> float:
        """Seconds left; never zero, which would mean "no limit" to a socket."""
        return max(0.01, self.end - time.monotonic())


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: Message
    body: bytes


def user_agent() -> str:
    """How Sayso names itself to the hosts it asks: "Sayso/<version>"."""
    try:
        return f"{PRODUCT}/{version('sayso')}"
    except PackageNotFoundError:
        return f"{PRODUCT}/0"


def fetch(url: str, *, timeout: float = 20, max_bytes: int = MAX_BYTES, allow_hosts: Collection[str] = ()) -> Capture:
    """Get the bytes of ``url`` over http(s).

    The host's robots.txt is obeyed (an unreachable one counts as a refusal, a missing one as a welcome). Every
    host on the way, redirects included, is resolved once, all its addresses are checked to be public, and the
    connection goes to a checked address. Nothing is retried, no cookie is kept, nobody is logged in.

    Args:
        url: http or https address.
        timeout: seconds for everything together, robots.txt and redirects included.
        max_bytes: most bytes of the body, packed and unpacked.
        allow_hosts: hosts ("127.0.0.1:8080") that may be asked although they are not public; for tests.

    Returns:
        The Capture, with the address of the last redirect.

    Raises:
        SaysoError: whatever went wrong, in one line.
    """
    limits = _Limits(time.monotonic() + timeout, max_bytes, allow_hosts)
    address = parse(url)
    for _ in range(MAX_REDIRECTS + 1):
        if not _rules(address, limits).allows(address.target):
            raise SaysoError(f"The robots.txt of {address.host} does not allow {address.target}", "Sayso obeys it")
        answer = _get(address, limits)
        if answer.status not in _REDIRECTS:
            return _capture(address, answer)
        address = _next(address, answer)
    raise SaysoError(f"{address.host} redirects more than {MAX_REDIRECTS} times", "check the address")


def _capture(address: Address, answer: _Answer) -> Capture:
    if answer.status != 200:
        reason = http.client.responses.get(answer.status, "unknown answer")
        raise SaysoError(f"{address.host} answered {answer.status} {reason} for {address.target}", "check the address")
    if not answer.body:
        raise SaysoError(f"{address.host} sent nothing for {address.target}", "check the address")
    headers = answer.headers
    media_type = headers.get_content_type() if headers.get("content-type") else ""
    return Capture(
        address.url, answer.body, datetime.now(UTC), media_type=media_type, charset=headers.get_content_charset() or ""
    )


def _next(address: Address, answer: _Answer) -> Address:
    place = answer.headers.get("location", "")
    if not place:
        raise SaysoError(f"{address.host} redirects without saying where to", "check the address")
    return parse(place, base=address.url)


def _rules(address: Address, limits: _Limits) -> robots.Robots:
    """The host's rules: 4xx means none are set, anything else but 200 means keep away (RFC 9309, 2.3.1)."""
    small = _Limits(limits.end, robots.LONGEST, limits.allow_hosts)
    place = Address(address.scheme, address.host, address.port, "/robots.txt")
    for _ in range(MAX_REDIRECTS + 1):
        answer = _get(place, small, cut=True)
        if answer.status == 200:
            return robots.parse_robots(answer.body.decode("utf-8", errors="replace"), PRODUCT)
        if answer.status in _REDIRECTS:
            place = _next(place, answer)
            continue
        return robots.ALLOW_ALL if 400 <= answer.status < 500 and answer.status != 429 else robots.REFUSE_ALL
    return robots.ALLOW_ALL


def _get(address: Address, limits: _Limits, cut: bool = False) -> _Answer:
    """One request to one checked address; ``cut`` keeps the start of a body that is too long."""
    ips = resolve(address, limits.allow_hosts)
    try:
        with _connected(address, ips, limits) as connection:
            connection.request(
                "GET",
                address.target,
                headers={
                    "Host": address.site, "User-Agent": user_agent(), "Accept": _ACCEPT,
                    "Accept-Encoding": "gzip, deflate", "Connection": "close",
                },
            )  # fmt: skip
            response = connection.getresponse()
            skip = response.status in _REDIRECTS
            return _Answer(response.status, response.headers, b"" if skip else _body(response, limits, address, cut))
    except SaysoError:
        raise
    except (OSError, http.client.HTTPException, ValueError) as error:
        if time.monotonic() >= limits.end or isinstance(error, TimeoutError):
            raise SaysoError(f"{address.host} did not answer in time", "try again later, or raise the limit") from None
        raise SaysoError(f"{address.host} could not be read: {_plain(error)}", "check the address") from None


@contextmanager
def _connected(address: Address, ips: list[str], limits: _Limits) -> Iterator[http.client.HTTPConnection]:
    """A connection to the first address that answers; closed from outside when the time is over."""
    held = [_socket(address, ips, limits)]
    watch = threading.Timer(limits.left(), lambda: _shut(held[0]))
    watch.daemon = True
    watch.start()
    connection = http.client.HTTPConnection(address.host, address.port)
    try:
        if address.scheme == "https":
            context = ssl.create_default_context()
            tls = context.wrap_socket(held[0], server_hostname=address.host, do_handshake_on_connect=False)
            held[0] = tls
            tls.do_handshake()
        connection.sock = held[0]
        yield connection
    finally:
        watch.cancel()
        connection.close()
        held[0].close()


def _socket(address: Address, ips: list[str], limits: _Limits) -> socket.socket:
    failure: OSError = OSError("no address")
    for ip in ips:
        try:
            sock = socket.create_connection((ip, address.port), timeout=limits.left())
            sock.settimeout(limits.left())
            return sock
        except OSError as error:
            failure = error
    raise failure


def _shut(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def _body(response: http.client.HTTPResponse, limits: _Limits, address: Address, cut: bool) -> bytes:
    unpack = _unpacker(response.headers.get("content-encoding", ""), address)
    out, packed = bytearray(), 0
    while chunk := response.read(_CHUNK):
        if time.monotonic() >= limits.end:
            raise TimeoutError
        packed += len(chunk)
        out += unpack(chunk, limits.max_bytes + 1 - len(out)) if unpack else chunk
        if len(out) > limits.max_bytes or packed > limits.max_bytes:
            if cut:
                return bytes(out[: limits.max_bytes])
            size = limits.max_bytes / 1e6
            raise SaysoError(f"{address.host} sent more than {size:g} MB", "that is too large for an article")
        if len(out) > max(1_000_000, WORST_RATIO * packed):
            raise SaysoError(f"{address.host} sent a body that unpacks beyond all measure", "it is not read")
    if time.monotonic() >= limits.end:
        raise TimeoutError  # the watch closed the line, which looks like the end of the body
    return bytes(out)


class _Inflate:
    """Unpacks gzip and deflate, with or without a header, never more than asked for."""

    def __init__(self) -> None:
        self._made = zlib.decompressobj(47)
        self._first = True

    def __call__(self, chunk: bytes, most: int) -> bytes:
        try:
            out = self._made.decompress(chunk, max(1, most))
        except zlib.error:
            if not self._first:
                raise OSError("the packed body is damaged") from None
            self._made = zlib.decompressobj(-zlib.MAX_WBITS)
            out = self._raw(chunk, most)
        self._first = False
        return out

    def _raw(self, chunk: bytes, most: int) -> bytes:
        try:
            return self._made.decompress(chunk, max(1, most))
        except zlib.error:
            raise OSError("the packed body is damaged") from None


def _unpacker(encoding: str, address: Address) -> _Inflate | None:
    kind = encoding.strip().lower()
    if kind in ("", "identity"):
        return None
    if kind in ("gzip", "x-gzip", "deflate"):
        return _Inflate()
    raise SaysoError(f"{address.host} sent a body packed as {kind[:20]!r}", "Sayso did not ask for that")


def _plain(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid ({error.verify_message})"
    words = (getattr(error, "strerror", None) or str(error) or type(error).__name__).strip()
    return words.splitlines()[0][:120] if words else type(error).__name__
