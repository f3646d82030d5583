"""Addresses that may be fetched: http and https, on hosts that are public on the Internet."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from sayso.model import SaysoError

_CONTROL = re.compile(r"[\x00-\x20\x7f]")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_Ip = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Address:
    """A checked http(s) address, taken apart.

    Attributes:
        scheme: ``http`` or ``https``.
        host: name or IP literal, in ASCII (IDNA), lower case.
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
        return host if self.port == {"http": 80, "https": 443}[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole address."""
        return f"{self.scheme}://{self.site}{self.target}"


def parse(url: str, base: str = "") -> Address:
    """Take ``url`` apart, relative to ``base`` when given (a redirect).

    Raises:
        SaysoError: no http(s) address, or one with a user name, a bad port or control characters.
    """
    try:
        parts = urlsplit(urljoin(base, url.strip()) if base else url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
        host = host if _is_literal(host) else host.encode("idna").decode("ascii").lower()
    except (ValueError, UnicodeError):
        raise SaysoError(f"Not an address: {_shown(url)}", "give one like https://example.org/article") from None
    if parts.scheme not in ("http", "https") or not host:
        raise SaysoError(f"Only http and https addresses can be fetched, not {_shown(url)}", "give the text as a file")
    if parts.username or parts.password:
        raise SaysoError("An address with a user name or password is not fetched", "Sayso does not log in anywhere")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = "?" + quote(parts.query, safe="/?%:@!$&'()*+,;=~-._[]") if parts.query else ""
    if _CONTROL.search(host + path + query):
        raise SaysoError(f"Not an address: {_shown(url)}", "give one like https://example.org/article")
    return Address(parts.scheme, host, port or {"http": 80, "https": 443}[parts.scheme], path + query)


def resolve(address: Address, allow_hosts: Collection[str] = ()) -> list[str]:
    """IP addresses of the host, each of them checked to be public; connect to these and to nothing else.

    One private, loopback, link-local, reserved or multicast address among them refuses the host, as a name that
    points to both is used to get past such checks.

    Args:
        address: where to go.
        allow_hosts: hosts ("127.0.0.1" or "127.0.0.1:8080") that are let through unchecked.

    Raises:
        SaysoError: unknown host, or a host that is not public.
    """
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise SaysoError(f"The host {address.host} is not known", "check the address and the network") from None
    ips = list(dict.fromkeys(str(info[4][0]) for info in found))
    if address.host in allow_hosts or f"{address.host}:{address.port}" in allow_hosts:
        return ips
    if not ips or not all(is_public(ip) for ip in ips):
        raise SaysoError(f"The host {address.host} is not on the public Internet", "give the text as a file instead")
    return ips


def is_public(ip: str) -> bool:
    """True for an IP address that is reachable by anyone; addresses wrapped inside IPv6 are unwrapped first."""
    try:
        return all(a.is_global and not (a.is_multicast or a.is_reserved) for a in _unwrapped(ipaddress.ip_address(ip)))
    except ValueError:
        return False


def _unwrapped(ip: _Ip) -> list[_Ip]:
    """The IPv4 addresses carried inside an IPv6 address (mapped, 6to4, Teredo, NAT64), or the address itself."""
    if isinstance(ip, ipaddress.IPv4Address):
        return [ip]
    if ip.ipv4_mapped:
        return [ip.ipv4_mapped]
    if ip.sixtofour:
        return [ip.sixtofour]
    if ip.teredo:
        return list(ip.teredo)
    if ip in _NAT64:
        return [ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)]
    return [ip]


def _is_literal(host: str) -> bool:
    return ":" in host


def _shown(url: str) -> str:
    return repr(url if len(url) <= 80 else url[:77] + "...")
