"""WebSub (W3C Recommendation, 2018): ask a hub to tell of news at once, and know its messages from forged ones."""

from __future__ import annotations

import hashlib
import hmac
import time
from collections.abc import Collection
from urllib.parse import urlencode

import h11

from sayso.collect.address import Address, parse, resolve
from sayso.collect.answer import Header, problem
from sayso.collect.connect import Deadline, connected, timed_look_up, told
from sayso.collect.exchange import Line
from sayso.collect.trip import user_agent
from sayso.collect.ways import Ways

LEASE_S = 10 * 86_400
"""How long a subscription is asked for; hubs may give less."""
_METHODS = ("sha256", "sha1", "sha384", "sha512")


def subscribe(
    hub: str, topic: str, callback: str, secret: str, *,
    ways: Ways, allow_hosts: Collection[str] = (), timeout: float = 15.0,
) -> None:  # fmt: skip
    """Ask ``hub`` to tell ``callback`` when ``topic`` changes; it verifies that at the callback afterwards.

    The hub is an address that a feed names, so it is checked as every other: public, reached at a checked IP address.

    Args:
        secret: with which the hub signs what it sends, at most 200 bytes.
        timeout: seconds for everything.

    Raises:
        FetchProblem: the hub cannot be reached, or does not agree.
    """
    address, deadline = parse(hub), Deadline(time.monotonic() + timeout)
    form = urlencode({
        "hub.mode": "subscribe", "hub.topic": topic, "hub.callback": callback, "hub.secret": secret,
        "hub.lease_seconds": str(LEASE_S),
    }).encode("ascii")  # fmt: skip
    with ways.turn(address.host), told(address):
        ips = resolve(address, allow_hosts, timed_look_up(ways.look_up, deadline))
        with connected(address, ips, deadline, ways.dial, ways.context) as (sock, ip):
            reply = _Post(form, sock, ip, address, deadline).ask(_request(address, form), frozenset(), 0)
    if not 200 <= reply.status < 300:
        raise problem("http_4xx", f"the hub {address.site} answered {reply.status}", "news is found by looking instead")


class _Post(Line):
    """An exchange that sends a form."""

    def __init__(self, form: bytes, *line: object) -> None:
        super().__init__(*line)  # type: ignore[arg-type]
        self._form = form

    def _send(self, request: list[Header]) -> None:
        message = h11.Request(method="POST", target=self._address.target, headers=request)
        parts = (message, h11.Data(data=self._form), h11.EndOfMessage())
        self._sock.settimeout(self._deadline.left())
        self._sock.sendall(b"".join(self._h11.send(part) or b"" for part in parts))


def _request(address: Address, form: bytes) -> list[Header]:
    return [
        ("Host", address.site), ("User-Agent", user_agent()), ("Content-Type", "application/x-www-form-urlencoded"),
        ("Content-Length", str(len(form))), ("Connection", "close"),
    ]  # fmt: skip


def is_signed(body: bytes, signature: str, secret: str) -> bool:
    """True when ``signature`` (the header X-Hub-Signature, "sha256=...") is that of ``body`` under ``secret``."""
    method, _, said = signature.strip().partition("=")
    if method.lower() not in _METHODS or not said.isascii():
        return False
    made = hmac.new(secret.encode(), body, getattr(hashlib, method.lower())).hexdigest()
    return hmac.compare_digest(made, said.strip().lower())
