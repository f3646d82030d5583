"""When a source that redirects for good is taken to have moved, and when never.

A permanent redirect (RFC 9110, 15.4.2 and 15.4.9) asks for the new address from now on. Sites also send one by mistake
for an hour, and send everything that is gone to their front page; so the new address must have been told by looks in a
row, over a day at least, and have shown what a source shows.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from sayso.collect.address import parse
from sayso.collect.masked import masked
from sayso.collect.past import REACHED
from sayso.collect.public import is_public, special_name
from sayso.model import SaysoError
from sayso.model.source import Look, LookState, Source

LOOKS = 3
"""Looks in a row that must have been led to the same new address."""
SPAN = timedelta(days=1)
"""Time that must lie between the first and the last of them."""


def noted(source: Source, before: LookState, look: Look, at: datetime) -> LookState:
    """The state a look leaves behind, with how often in a row the source has told the same new address.

    A look that found the source without a redirect, or with one that is not permanent, begins anew; one that did not
    get there changes nothing.

    Args:
        before: the state before the look.
        at: when it began, UTC.
    """
    again = before.moved_to == look.moved_to and bool(before.moved_since)
    if look.outcome in ("new", "unchanged") and look.moved_to and look.moved_to != source.address:
        since = before.moved_since if again else at.isoformat()
        times = before.moved + 1 if again else 1
        return replace(look.state, moved_to=look.moved_to, moved_since=since, moved=times)
    if look.outcome in REACHED:
        return settled(look.state)
    return replace(look.state, moved_to=before.moved_to, moved_since=before.moved_since, moved=before.moved)


def settled(state: LookState) -> LookState:
    """``state`` without any new address."""
    return replace(state, moved_to="", moved_since="", moved=0)


def is_due(state: LookState, at: datetime) -> bool:
    """True when the new address has been told often and long enough by ``at``."""
    return state.moved >= LOOKS and at - datetime.fromisoformat(state.moved_since) >= SPAN


def objection(source: Source, target: str) -> str:
    """Why a source must not be moved on to an address by itself, in words; "" when it may.

    Args:
        source: as configured, at its old address.
        target: where it redirects to for good.
    """
    try:
        old, new = parse(source.address), parse(target)
    except SaysoError:
        return "that is no address that can be watched"
    if _internal(new.host, new.port, source) and not _internal(old.host, old.port, source):
        return "that host is not public"
    if old.scheme == "https" and new.scheme == "http":
        return "that address is not encrypted"
    if masked(new.url) != new.url and masked(old.url) == old.url:
        return "that address carries a key"
    if not urlsplit(new.url).path.strip("/") and urlsplit(old.url).path.strip("/"):
        return "that is the front page, where sites send what is gone"
    return ""


def _internal(host: str, port: int, source: Source) -> bool:
    """True for a host that is not public, or is let through unchecked."""
    literal = ":" in host or host.replace(".", "").isdigit()
    allowed = host in source.allow_hosts or f"{host}:{port}" in source.allow_hosts
    return allowed or special_name(host) or (literal and not is_public(host))
