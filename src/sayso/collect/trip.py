"""The way to one answer: from host to host, redirects followed, each host asked only after its rules were read."""

from __future__ import annotations

import http.client
import time
from collections.abc import Collection
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version

from sayso.collect import robots
from sayso.collect.address import Address, parse, resolve
from sayso.collect.answer import NO_VALIDATORS, Answer, FetchProblem, Header, Validators, problem
from sayso.collect.connect import Deadline, connected, timed_look_up, told
from sayso.collect.exchange import Line, Reply
from sayso.collect.politeness import retry_after
from sayso.collect.ways import Ways

PRODUCT = "Sayso"
MAX_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_WHOLE = frozenset({200, 203})
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.9,*/*;q=0.5"
_HOLD_S = 60
"""Seconds that a host is left alone after a 429 without Retry-After."""
_OWN_TROUBLE = frozenset({"dns", "timeout", "tls", "refused", "reset", "busy", "rate_limited"})
"""Problems with a robots.txt that the host itself has, so that its pages would have them too."""


def user_agent() -> str:
    """How Sayso names itself to the hosts it asks: "Sayso/<version>"."""
    try:
        return f"{PRODUCT}/{version('sayso')}"
    except PackageNotFoundError:
        return f"{PRODUCT}/0"


class Trip:
    """One address asked for, with its redirects: what has been seen on the way and what is left of the time.

    Args: as of :func:`sayso.collect.fetch.get`, with ``deadline`` for the whole way.
    """

    def __init__(
        self, validators: Validators, deadline: Deadline, max_bytes: int, allow_hosts: Collection[str], ways: Ways
    ) -> None:
        self._validators, self._deadline, self._max_bytes = sound(validators), deadline, max_bytes
        self._allow_hosts, self._ways = allow_hosts, ways
        self._ips: dict[tuple[str, int], list[str]] = {}
        self._seen: list[str] = []
        self._permanent = True

    def go(self, address: Address) -> Answer:
        """From host to host until there is an answer; only one host's turn is held at a time.

        Raises:
            FetchProblem: whatever went wrong.
        """
        while True:
            came = time.monotonic()
            with self._ways.turn(address.host):
                self._deadline.end += time.monotonic() - came
                step = self._at_host(address)
            if isinstance(step, Answer):
                return step
            address = step

    def _at_host(self, address: Address) -> Answer | Address:
        """The answer, or the first address on another host."""
        here = address.host
        try:
            while address.host == here:
                self._check_rules(address)
                reply = self._ask(address, self._max_bytes, self._validators)
                if _is_another(reply, self._validators):
                    self._validators = NO_VALIDATORS
                    continue
                if reply.status not in _REDIRECTS:
                    return self._answer(address, reply)
                address = self._next(address, reply)
        except FetchProblem as trouble:
            if self._ways.gate and trouble.status in (429, 503):
                rest = trouble.retry_after_s
                self._ways.gate.hold(here, rest if rest is not None else _HOLD_S if trouble.status == 429 else 0)
            raise
        return address

    def _next(self, address: Address, reply: Reply) -> Address:
        self._seen.append(address.url)
        self._permanent = self._permanent and reply.status in _PERMANENT
        following = _location(address, reply)
        if following.url in self._seen:
            raise problem("redirects", f"{address.site} redirects in a circle", "check the address")
        if len(self._seen) > MAX_REDIRECTS:
            raise problem("redirects", f"{address.site} redirects more than {MAX_REDIRECTS} times", "check the address")
        return following

    def _answer(self, address: Address, reply: Reply) -> Answer:
        headers = reply.headers
        wait = retry_after(headers.get("retry-after", ""), datetime.now(UTC))
        not_modified = reply.status == 304
        if not_modified and self._validators == NO_VALIDATORS:
            words = f"{address.site} answered 304 Not Modified, but was asked for everything"
            raise problem("bad_answer", words, "try again later", status=304)
        if not not_modified:
            _check_status(address, reply, wait)
        return Answer(
            reply.status, address.url, reply.body, headers,
            _validators(headers, self._validators if not_modified else NO_VALIDATORS), not_modified, wait,
            address.url if self._seen and self._permanent else "", tuple(self._seen), reply.exchange,
        )  # fmt: skip

    def _check_rules(self, address: Address) -> None:
        rules = self._ways.rules.of(address.origin, lambda: self._read_rules(address))
        if self._ways.gate:
            self._ways.gate.ask_gap(address.host, rules.delay_s)
        if rules.refused_for:
            words = f"The robots.txt of {address.site} {rules.refused_for}"
            raise problem("robots_unread", words, "that counts as a refusal; it is asked again soon")
        if not rules.allows(address.target):
            words = f"The robots.txt of {address.site} does not allow {address.shown}"
            raise problem("robots", words, "Sayso obeys it")

    def _read_rules(self, address: Address) -> robots.Robots:
        """The host's rules: 4xx means none are set, anything else but 200 means keep away (RFC 9309, 2.3.1)."""
        place = Address(address.scheme, address.host, address.port, "/robots.txt")
        try:
            for _ in range(MAX_REDIRECTS + 1):
                reply = self._ask(place, robots.LONGEST, NO_VALIDATORS, cut=True)
                if reply.status not in _REDIRECTS:
                    return _rules(place, reply)
                place = _location(place, reply)
        except FetchProblem as trouble:
            if trouble.reason in _OWN_TROUBLE or (trouble.reason == "private_address" and place.host == address.host):
                raise
            return robots.Robots(welcome=False, refused_for=f"cannot be read ({trouble.reason})")
        return robots.ALLOW_ALL

    def _ask(self, address: Address, max_bytes: int, validators: Validators, cut: bool = False) -> Reply:
        with told(address):
            key = (address.host, address.port)
            if key not in self._ips:
                look_up = timed_look_up(self._ways.look_up, self._deadline)
                self._ips[key] = resolve(address, self._allow_hosts, look_up)
            line = connected(address, self._ips[key], self._deadline, self._ways.dial, self._ways.context)
            with line as (sock, ip):
                talk = Line(sock, ip, address, self._deadline)
                return talk.ask(_request(address, validators), _WHOLE, max_bytes, cut)


def _request(address: Address, validators: Validators) -> list[Header]:
    headers = [
        ("Host", address.site), ("User-Agent", user_agent()), ("Accept", _ACCEPT), ("Accept-Encoding", "gzip, deflate"),
    ]  # fmt: skip
    if validators.etag:
        headers.append(("If-None-Match", validators.etag))
    if validators.modified:
        headers.append(("If-Modified-Since", validators.modified))
    return [*headers, ("Connection", "close")]


def _is_another(reply: Reply, asked: Validators) -> bool:
    """True for a 304 that names another version than the one asked about: it is asked for in full."""
    etag = reply.headers.get("etag", "")
    return bool(reply.status == 304 and etag and asked.etag and _strong(etag) != _strong(asked.etag))


def _strong(etag: str) -> str:
    """Weak comparison (RFC 9110, 8.8.3.2), and blind to what proxies add for a packed body."""
    return etag.removeprefix("W/").strip('"').removesuffix("-gzip").removesuffix("--gzip")


def _location(address: Address, reply: Reply) -> Address:
    place = reply.headers.get("location", "")
    if not place:
        raise problem("redirects", f"{address.site} redirects without saying where to", "check the address")
    return parse(place.encode("latin-1").decode("utf-8", errors="replace"), base=address.url)


def _rules(place: Address, reply: Reply) -> robots.Robots:
    if reply.status in _WHOLE:
        text = reply.body.decode("utf-8", errors="replace")
        page = text.lstrip("\ufeff \t\r\n").startswith("<")
        return robots.ALLOW_ALL if page else robots.parse_robots(text, PRODUCT)
    if reply.status == 429:
        wait = retry_after(reply.headers.get("retry-after", ""), datetime.now(UTC))
        raise problem(
            "rate_limited", f"{place.site} answered {_named(429)} for its robots.txt", "it is asked again later",
            retry_after_s=wait, status=429,
        )  # fmt: skip
    if 400 <= reply.status < 500 or reply.status == 204:
        return robots.ALLOW_ALL
    return robots.Robots(welcome=False, refused_for=f"cannot be read (answered {_named(reply.status)})")


def _check_status(address: Address, reply: Reply, wait: int | None) -> None:
    if reply.status in _WHOLE and reply.body:
        return
    if reply.status in (200, 203, 204, 205):
        raise problem("empty", f"{address.site} sent nothing for {address.shown}", "check the address")
    reason = _reason(reply)
    words = f"{address.site} answered {_named(reply.status)} for {address.shown}"
    hint = "it is asked again later" if reason in ("rate_limited", "http_5xx") else "check the address"
    raise problem(reason, words, hint, retry_after_s=wait, status=reply.status)


def _reason(reply: Reply) -> str:
    status, headers = reply.status, reply.headers
    if headers.get("cf-mitigated") == "challenge" or headers.get("x-amzn-waf-action") in ("challenge", "captcha"):
        return "captcha"
    named = {401: "forbidden", 402: "paywall", 403: "forbidden", 404: "gone", 407: "forbidden", 410: "gone"}
    named |= {420: "rate_limited", 429: "rate_limited", 451: "forbidden", 999: "forbidden"}
    if status in named:
        return named[status]
    return {4: "http_4xx", 5: "http_5xx"}.get(status // 100, "bad_answer")


def _named(status: int) -> str:
    return f"{status} {http.client.responses.get(status, '')}".strip()


def _validators(headers: dict[str, str], asked: Validators) -> Validators:
    """What the next request can be made conditional with."""
    return sound(Validators(headers.get("etag", asked.etag), headers.get("last-modified", asked.modified)))


def sound(validators: Validators) -> Validators:
    """``validators`` without those that are too long or strange to be sent: the page is then asked for in full."""
    texts = (validators.etag, validators.modified)
    return Validators(*(t if len(t) <= 300 and t.isascii() and t.isprintable() else "" for t in texts))
