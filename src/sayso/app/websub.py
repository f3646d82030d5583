"""Feeds whose hub tells of news at once (WebSub), for houses that the hub can reach.

Nothing is subscribed to unless SAYSO_PUBLIC names the address under which the desk is reached from outside. No list of
subscriptions is kept: the callback holds a token made of the source, the topic and the house's secret, so that it can
be checked by itself. A hub's message makes a source due; what is new is found by looking, never taken from the message.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import os
import threading
import time
from datetime import UTC, datetime, timedelta

from django.conf import settings

from sayso.collect.masked import masked
from sayso.collect.ways import Ways
from sayso.collect.websub import is_signed, subscribe
from sayso.model import SaysoError
from sayso.model.source import Look, Source
from sayso.store import sources as held

log = logging.getLogger("sayso.websub")
AGAIN_S = 86_400.0
"""Seconds after which a hub is asked again; leases are longer, and asking again renews them."""
_REST = timedelta(seconds=60)
"""A source is looked at no sooner after its last look, however often its hub speaks."""
_asked: dict[str, float] = {}
_turn = threading.Lock()


def public_address() -> str:
    """Where the desk is reached from outside, "" when nobody said so."""
    return os.environ.get("SAYSO_PUBLIC", "").strip().rstrip("/")


def ask_hub(source: Source, look: Look, ways: Ways) -> bool:
    """Subscribe to the feed that ``look`` saw, when it offers a hub and the house can be reached; once a day.

    Returns:
        True when the hub agreed. A hub that does not is noted in the log: the feed is looked at as before.
    """
    if not look.hub or not public_address():
        return False
    key, now = f"{source.id} {look.hub} {look.topic}", time.monotonic()
    with _turn:
        if now - _asked.get(key, -AGAIN_S) < AGAIN_S:
            return False
        _asked[key] = now
    token = token_of(source.id, look.topic)
    callback = f"{public_address()}/websub/{source.id}/{token}"
    words: dict[str, object] = {"source": source.id, "hub": masked(look.hub)}
    try:
        secret = _secret(source.id, token)
        subscribe(look.hub, look.topic, callback, secret, ways=ways, allow_hosts=source.allow_hosts)
    except SaysoError as error:
        log.warning("hub", extra={"event": "hub", "words": words | {"problem": masked(error.message)}})
        return False
    log.info("hub", extra={"event": "hub", "words": words})
    return True


def token_of(source: str, topic: str) -> str:
    """The part of a callback that only this house can have made for this source and topic."""
    return _made("token", source, topic)[:32]


def agrees(source: str, token: str, mode: str, topic: str) -> bool:
    """True when the house wants what a hub asks it about: to subscribe a source that is watched to this topic."""
    known = held.sources().get(source)
    meant = hmac.compare_digest(token.encode(), token_of(source, topic).encode())
    wanted = known is not None and not known.paused and bool(public_address())
    return meant and (wanted if mode == "subscribe" else not wanted if mode == "unsubscribe" else False)


def hear(source: str, token: str, body: bytes, signature: str) -> str:
    """Take a hub's message: "due" when the source is looked at now, "unsigned" or "unknown" when nothing follows."""
    known = held.sources().get(source)
    if known is None or known.paused:
        return "unknown"
    if not is_signed(body, signature, _secret(source, token)):
        return "unsigned"
    last = held.looks(source, 1)
    now = datetime.now(UTC)
    held.look_again(source, max(now, last[-1].at + _REST) if last else now)
    return "due"


def _secret(source: str, token: str) -> str:
    return _made("secret", source, token)


def _made(*parts: str) -> str:
    text = "\n".join(("websub", *parts)).encode("utf-8", "surrogatepass")
    return hmac.new(settings.SECRET_KEY.encode(), text, hashlib.sha256).hexdigest()
