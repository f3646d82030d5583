"""Which hosts are on the public Internet: by IP address, and by names that never are."""

from __future__ import annotations

import ipaddress

_Ip = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
_NEVER: tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...] = (
    ipaddress.IPv4Network("168.63.129.16/32"),  # the host beneath a virtual machine of Azure
    ipaddress.IPv4Network("192.0.0.0/24"),  # protocol assignments (RFC 6890); metadata of one cloud among them
    ipaddress.IPv4Network("192.88.99.0/24"),  # relays of 6to4, withdrawn by RFC 7526
    ipaddress.IPv6Network("2001::/23"),  # protocol assignments (RFC 2928), Teredo and benchmarking among them
    ipaddress.IPv6Network("3fff::/20"),  # documentation (RFC 9637)
)
_SPECIAL = frozenset(
    {"localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "private", "domain", "test",
     "invalid", "example", "onion", "alt", "home.arpa", "in-addr.arpa", "ip6.arpa"}
)  # fmt: skip
"""Ends of names that are not on the public Internet: RFC 6761, 6762, 7686, 8375, 9476, ICANN's ``internal``, and those
that routers and offices give out."""


def is_public(ip: str) -> bool:
    """True for an IP address that is reachable by anyone; addresses wrapped inside IPv6 are unwrapped first."""
    try:
        return all(_is_global(a) for a in _unwrapped(ipaddress.ip_address(ip)))
    except ValueError:
        return False


def special_name(host: str) -> bool:
    """True for a name that is never on the public Internet: without a dot, or with an end set aside for such use."""
    labels = host.split(".")
    if ":" in host or host.replace(".", "").isdigit():
        return False
    return len(labels) == 1 or labels[-1] in _SPECIAL or ".".join(labels[-2:]) in _SPECIAL


def _is_global(ip: _Ip) -> bool:
    if not ip.is_global or ip.is_multicast or ip.is_reserved:
        return False
    if isinstance(ip, ipaddress.IPv6Address) and ip not in _GLOBAL_UNICAST:
        return False
    return not any(ip in net for net in _NEVER if net.version == ip.version)


def _unwrapped(ip: _Ip) -> list[_Ip]:
    """The IPv4 addresses carried inside an IPv6 address (mapped, 6to4, NAT64, ISATAP), or the address itself."""
    if isinstance(ip, ipaddress.IPv4Address):
        return [ip]
    low = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    if ip.ipv4_mapped:
        return [ip.ipv4_mapped]
    if ip.sixtofour:
        return [ip.sixtofour]
    if ip in _NAT64:
        return [low]
    if int(ip) >> 32 & 0xFDFFFFFF == 0x00005EFE:  # ISATAP (RFC 5214, 6.1)
        return [ip, low]
    return [ip]
