"""Addresses that may be fetched: http and https, on hosts that are public on the Internet."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable, Collection
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from sayso.collect.answer import problem
from sayso.collect.masked import masked
from sayso.collect.public import is_public, special_name

LONGEST = 8_000
"""Characters of an address; RFC 9110 (4.1) asks for at least that many."""
MOST_IPS = 8
"""Addresses of one host that are looked at; more in a DNS answer are an attack or a mistake."""
_PORTS = {"http": 80, "https": 443}
_CONTROL = re.compile(r"[\x00-\x1f\x7f\\]")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_REFUSED_PORTS = frozenset(
    {*range(1, 80), 87, *range(89, 443), *range(444, 591), *range(6665, 6670), 601, 636, 873, 989, 990, 993, 995, 1719,
     1720, 1723, 2049, 2375, 2376, 2379, 3306, 3389, 3659, 4045, 4190, 5060, 5061, 5432, 5672, 5900, 6000, 6379, 6566,
     6697, 9042, 9200, 9300, 10080, 11211, 27017}
)  # fmt: skip
"""Ports of services that are no web servers (the Fetch standard's "bad ports", those reserved below 591, and those of
databases, queues and caches): an address in a feed must not make Sayso talk to them."""

LookUp = Callable[[str, int], list[str]]
"""Gives the IP addresses of a host name and port; raises OSError when there are none."""


@dataclass(frozen=True, slots=True)
class Address:
    """A checked http(s) address, taken apart.

    Attributes:
        scheme: ``http`` or ``https``.
        host: name or IP literal, in ASCII (IDNA), lower case; IPv4 with four decimal numbers however it was written.
        port: TCP port.
        target: path and query as sent, percent-encoded.
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def site(self) -> str:
        """Host as sent in the Host header, with the port when it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what robots.txt speaks for."""
        return f"{self.scheme}://{self.site}"

    @property
    def url(self) -> str:
        """The whole address."""
        return f"{self.scheme}://{self.site}{self.target}"

    @property
    def shown(self) -> str:
        """Path and query as they may stand in a message."""
        return masked(self.target)


def parse(url: str, base: str = "") -> Address:
    """Take ``url`` apart, relative to ``base`` when given (a redirect).

    Raises:
        FetchProblem: bad_address; no http(s) address, or one with a user name, a bad port or control characters.
    """
    text = url.strip()
    if len(text) > LONGEST or _CONTROL.search(text):
        raise _no_address(url)
    try:
        parts = urlsplit(urljoin(base, text) if base else text)
        port = parts.port
        scheme, known = parts.scheme.lower(), parts.hostname or ""
        if "[" in parts.netloc and ":" not in known:
            raise ValueError("no IPv6 address")
        host = canonical(known) if known else ""
    except (ValueError, UnicodeError):
        raise _no_address(url) from None
    if scheme not in _PORTS or not host:
        words = f"Only http and https addresses can be fetched, not {masked(url)!r}"
        raise problem("bad_address", words, "give the text as a file")
    if "@" in parts.netloc:
        words = "An address with a user name or password is not fetched"
        raise problem("bad_address", words, "Sayso does not log in anywhere")
    if port == 0:
        raise _no_address(url)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = "?" + quote(parts.query, safe="/?%:@!$&'()*+,;=~-._[]") if parts.query else ""
    if len(path + query) > LONGEST:
        raise _no_address(url)
    return Address(scheme, host, port or _PORTS[scheme], path + query)


def canonical(host: str) -> str:
    """The one spelling of a host: IDNA, lower case, no dot at the end; IP literals in their usual form.

    What looks like a number is an IPv4 address as browsers and operating systems read it (WHATWG URL, 3.5):
    ``0x7f.1``, ``017700000001`` and ``2130706433`` are all 127.0.0.1.

    Raises:
        ValueError: no host name; UnicodeError among them.
    """
    if ":" in host:
        if "%" in host:
            raise ValueError("an IPv6 zone means something on one machine only")
        return ipaddress.IPv6Address(host).compressed
    name = host.encode("idna").decode("ascii").lower().removesuffix(".")
    labels = name.split(".")
    if len(name) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise ValueError("no host name")
    if not re.fullmatch(r"\d+|0x[0-9a-f]*", labels[-1]):
        return name
    try:
        return ipaddress.IPv4Address(socket.inet_aton(name)).compressed
    except OSError:
        raise ValueError("no IPv4 address") from None


def system_look_up(host: str, port: int) -> list[str]:
    """The operating system's answer: IP addresses in the order it prefers."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


def resolve(address: Address, allow_hosts: Collection[str] = (), look_up: LookUp = system_look_up) -> list[str]:
    """IP addresses of the host, each of them checked to be public; connect to these and to nothing else.

    One private, loopback, link-local, reserved or multicast address among them refuses the host, as a name that
    points to both is used to get past such checks. Names that never are on the public Internet (``localhost``,
    names without a dot, ``*.internal``) are refused without asking for them.

    Args:
        address: where to go.
        allow_hosts: hosts ("127.0.0.1" or "127.0.0.1:8080") that are let through unchecked, by their name alone.
        look_up: gives the IP addresses of a host name.

    Raises:
        FetchProblem: dns for an unknown host, private_address for one that is not public.
        TimeoutError: from ``look_up``.
    """
    allowed = address.host in allow_hosts or f"{address.host}:{address.port}" in allow_hosts
    literal = ":" in address.host or address.host.replace(".", "").isdigit()
    if not allowed and (special_name(address.host) or address.port in _REFUSED_PORTS):
        raise _not_public(address)
    if literal:
        ips = [address.host]
    else:
        try:
            ips = list(dict.fromkeys(look_up(address.host, address.port)))
        except TimeoutError:
            raise
        except (OSError, UnicodeError):
            ips = []
    if not ips:
        raise problem("dns", f"The host {address.host} is not known", "check the address and the network")
    if not allowed and not all(is_public(ip) for ip in ips):
        raise _not_public(address)
    return ips[:MOST_IPS]


def _not_public(address: Address) -> Exception:
    words = f"The host {address.site} is not on the public Internet"
    return problem("private_address", words, "give the text as a file, or allow the host by name for this source")


def _no_address(url: str) -> Exception:
    return problem("bad_address", f"Not an address: {masked(url)[:80]!r}", "give one like https://example.org/article")
