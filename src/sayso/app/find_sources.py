"""Sources found out from the desk: within a limit of time, only public addresses, and kept aside until they are saved.

Whoever can open the desk can make it ask for addresses. So hosts that are not public, and paths of this machine, are
not taken from there: they are allowed by name by whoever starts it (SAYSO_ALLOW_HOSTS), or added on the command line.
"""

from __future__ import annotations

import os
import re
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from urllib.parse import urlsplit

from django.db import transaction

import sayso.app.prepare  # noqa: F401
from sayso.app.collecting import Budget
from sayso.app.sources import Proposal, add_source, find_source
from sayso.collect.answer import FetchProblem
from sayso.collect.opml import read_opml
from sayso.collect.politeness import Gate
from sayso.collect.ways import Ways
from sayso.model import SaysoError
from sayso.model.source import Source

TIME_S = 25.0
"""Seconds for everything that finding out asks for."""
AT_ONCE = 2
"""Addresses that are found out at the same time; the desk has four threads, and others want pages meanwhile."""
_ONE_REQUEST_S = 10.0
_GAP_S = 0.5  # between two requests to a host: about a dozen in a row, once, because a person asked
_KEPT_S = 1800.0
_MOST_KEPT = 50
_HOST = re.compile(r"(?:[\w-]+\.)+[\w-]+(?::\d{1,5})?(?:[/?#].*)?|localhost(?::\d{1,5})?(?:/.*)?")
_turn = threading.BoundedSemaphore(AT_ONCE)
_lock = threading.Lock()
_found: OrderedDict[str, tuple[float, tuple[Proposal, ...]]] = OrderedDict()


def find_out(address: str) -> str:
    """Find out what can be watched at an address.

    Args:
        address: http(s) address or host name, as typed.

    Returns:
        A key for :func:`found`.

    Raises:
        SaysoError: nothing there can be watched, it is not public, or it takes too long.
    """
    address = web_address(address)
    allow = allowed_for(address)
    with _a_turn():
        get = Budget(allow, Ways(gate=Gate(gap_s=_GAP_S)), _ONE_REQUEST_S, TIME_S)
        try:
            first = find_source(address, allow_hosts=allow, get=get)
        except FetchProblem as problem:
            if problem.reason != "private_address":
                raise
            hint = "if it is yours, whoever starts the desk can allow it by name; see below"
            raise SaysoError(problem.message, hint) from None
    return _keep((replace(first, others=()), *first.others))


def found(key: str) -> tuple[Proposal, ...]:
    """What was found under a key, the best first.

    Raises:
        SaysoError: it was too long ago, or the desk was started anew since.
    """
    with _lock:
        at, some = _found.get(key, (0.0, ()))
    if not some or time.monotonic() - at > _KEPT_S:
        raise SaysoError("what was found is no longer at hand", "look at the address again")
    return some


def web_address(typed: str) -> str:
    """An http(s) address from what was typed.

    Raises:
        SaysoError: nothing was typed, or something that is no web address.
    """
    typed = typed.strip()
    if typed.lower().startswith(("http://", "https://")):
        return typed
    if not typed:
        raise SaysoError("no address is given", "type one like https://example.org")
    if _HOST.fullmatch(typed):
        return f"https://{typed}"
    raise SaysoError(
        "this is no address of the web",
        "type one like https://example.org; files and folders of this machine are added with: sayso source add PATH",
    )


def allowed_for(address: str) -> tuple[str, ...]:
    """The host of an address, when whoever started the desk allows it although it is not public."""
    allowed = {host.strip().lower() for host in os.environ.get("SAYSO_ALLOW_HOSTS", "").split(",")}
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return ()
    names = (f"{host}:{port}", host) if port else (host,)
    return tuple(name for name in names if name and name in allowed)[:1]


def save_found(key: str, number: int, made_by: str, **other: object) -> Source:
    """Save one of what was found.

    Args:
        key, number: see :func:`found`; 0 is the best.
        other: attributes of ``Source`` that a person gave another value.

    Raises:
        SaysoError: it is no longer at hand, watched already, or cannot be watched so.
    """
    some = found(key)
    if not 0 <= number < len(some):
        raise SaysoError("nothing was chosen", "choose one of what was found")
    source: Source = replace(some[number].source, **other)  # type: ignore[arg-type]
    return add_source(source, made_by=made_by)


def take_opml(body: bytes, made_by: str) -> tuple[list[Source], list[str]]:
    """Add the sources of an OPML file that are on the web; the others are left to the command line.

    Returns:
        The sources that were added, and in words what was not taken.

    Raises:
        SaysoError: the bytes are no OPML.
    """
    sources, left = read_opml(body)
    added = []
    with transaction.atomic():
        for source in sources:
            try:
                web_only(source)
                added.append(add_source(source, made_by=made_by))
            except SaysoError as problem:
                left.append(f"{source.name}: {problem.message}")
    return added, left


def web_only(source: Source) -> None:
    """Raises SaysoError when a source is a path of this machine."""
    if not source.address.startswith(("http://", "https://")):
        raise SaysoError("files and folders are not added from the desk", "sayso source add PATH")


@contextmanager
def _a_turn() -> Iterator[None]:
    if not _turn.acquire(blocking=False):
        raise SaysoError("other addresses are being looked at right now", "try again in half a minute")
    try:
        yield
    finally:
        _turn.release()


def _keep(some: tuple[Proposal, ...]) -> str:
    key = secrets.token_urlsafe(12)
    with _lock:
        _found[key] = time.monotonic(), some
        while len(_found) > _MOST_KEPT:
            _found.popitem(last=False)
    return key
