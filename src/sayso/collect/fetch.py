"""Get one address politely and safely: checked hosts, robots.txt, one end to the time, and problems by their reason."""

from __future__ import annotations

import time
from collections.abc import Collection
from typing import TYPE_CHECKING

from sayso.collect import pages
from sayso.collect.address import parse
from sayso.collect.answer import NO_VALIDATORS, Answer, Validators
from sayso.collect.connect import Deadline
from sayso.collect.trip import Trip
from sayso.collect.ways import Ways
from sayso.model import Capture

if TYPE_CHECKING:
    from sayso.collect.kinds.watched import Get

TIMEOUT_S = 20.0
MAX_BYTES = 20_000_000


def get(
    url: str,
    *,
    validators: Validators = NO_VALIDATORS,
    timeout: float = TIMEOUT_S,
    max_bytes: int = MAX_BYTES,
    allow_hosts: Collection[str] = (),
    ways: Ways | None = None,
) -> Answer:
    """Ask for ``url`` over http(s).

    The host's robots.txt is obeyed (a missing one is a welcome, one that cannot be read a refusal). Every host on the
    way, redirects included, is resolved once, all its addresses are checked to be public, and the line goes to a
    checked address. Nothing is retried, no cookie is kept, nobody is logged in.

    Args:
        url: http or https address.
        validators: of the last answer, to ask only for what changed since.
        timeout: seconds for everything together, robots.txt and redirects included, waiting for a turn not.
        max_bytes: most bytes of the body, packed and unpacked.
        allow_hosts: hosts ("intranet" or "127.0.0.1:8080") that may be asked although they are not public.
        ways: how hosts are reached and what is remembered of them; without it nothing is remembered.

    Returns:
        The answer: status 200 or 203 with a body, or 304 without one when ``validators`` were given.

    Raises:
        FetchProblem: whatever went wrong, with its outcome, reason and one line for people.
    """
    trip = Trip(validators, Deadline(time.monotonic() + timeout), max_bytes, allow_hosts, ways or Ways())
    return trip.go(parse(url))


def get_page(
    url: str,
    *,
    validators: Validators = NO_VALIDATORS,
    timeout: float = TIMEOUT_S,
    max_bytes: int = MAX_BYTES,
    allow_hosts: Collection[str] = (),
    ways: Ways | None = None,
) -> Answer:
    """Ask for a page that shall become a document.

    As :func:`get`; a page without text that points on to another (``meta refresh``) is followed, and a page that
    stands in the way of the one asked for (captcha, login, consent) is a problem.

    Raises:
        FetchProblem: as :func:`get`, and captcha, login, consent, forbidden, not_text.
    """
    end = time.monotonic() + timeout
    ways = ways or Ways()
    answer = get(url, validators=validators, timeout=timeout, allow_hosts=allow_hosts, ways=ways, max_bytes=max_bytes)
    for _ in range(pages.MOST_STEPS):
        target = pages.refresh(answer)
        if target is None:
            return answer if answer.not_modified else pages.check_page(answer)
        if target.url in (*answer.redirects, answer.url):
            break
        left = pages.seconds_left(end)
        following = get(target.url, timeout=left, allow_hosts=allow_hosts, ways=ways, max_bytes=max_bytes)
        answer = pages.joined(answer, following)
    raise pages.circle(answer)


def fetch(
    url: str,
    *,
    timeout: float = TIMEOUT_S,
    max_bytes: int = MAX_BYTES,
    allow_hosts: Collection[str] = (),
    ways: Ways | None = None,
) -> Capture:
    """The bytes of one public page; arguments and errors as in :func:`get_page`."""
    return get_page(url, timeout=timeout, max_bytes=max_bytes, allow_hosts=allow_hosts, ways=ways).capture()


def getter(*, timeout: float = TIMEOUT_S, allow_hosts: Collection[str] = (), ways: Ways | None = None) -> Get:
    """A function ``(url, validators, max_bytes) -> Answer`` that asks through ``ways``; the watched kinds take it."""
    shared = ways or Ways()

    def ask(url: str, validators: Validators = NO_VALIDATORS, max_bytes: int = MAX_BYTES) -> Answer:
        return get(
            url, validators=validators, timeout=timeout, max_bytes=max_bytes, allow_hosts=allow_hosts, ways=shared
        )

    return ask
