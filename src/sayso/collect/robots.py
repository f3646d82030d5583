"""robots.txt: may this address be fetched, and how fast? Read by Protego, kept for a day (RFC 9309)."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from protego import Protego

LONGEST = 500_000
"""Bytes of robots.txt that are read; RFC 9309 (2.5) asks for at least 500 KiB."""
FRESH_S = 24 * 3600.0
"""Seconds that rules are kept; RFC 9309 (2.4) asks for no more than a day."""
RETRY_S = 60.0
"""Seconds until a robots.txt that could not be read is asked for again; looks at a source in trouble come seldom
enough by themselves."""
STALE_S = 7 * FRESH_S
"""Seconds that old rules stand in for a robots.txt that cannot be read for now (allowed by RFC 9309, 2.4)."""
_MOST_KEPT = 10_000_000  # characters of all the files that are kept
_MOST_PARSED = 16
"""Files kept as Protego reads them, which takes about thirty times their size; reading one anew takes milliseconds."""
_AGENT_LINE = re.compile(r"(?mi)^([ \t]*user-?agent[ \t]*:[ \t]*[a-z_-]+)[^\r\n]*")


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one host for one agent.

    Attributes:
        agent: product name, without version.
        text: the file, "" for rules that need no reading.
        welcome: without ``text``: whether everything may be fetched, or nothing.
        refused_for: why nothing may be fetched, when that is not in the rules ("answered 503").
    """

    agent: str = ""
    text: str = ""
    welcome: bool = True
    refused_for: str = ""

    def allows(self, target: str) -> bool:
        """True when ``target`` (path and query) may be fetched; the longest rule wins, and allow wins a tie."""
        if target == "/robots.txt":
            return True
        return _parsed(self.text).can_fetch(f"http://host{target}", self.agent) if self.text else self.welcome

    @property
    def delay_s(self) -> float | None:
        """Seconds between two requests that the host asks for (Crawl-delay, Request-rate), None when it does not."""
        if not self.text:
            return None
        rules = _parsed(self.text)
        rate = rules.request_rate(self.agent)
        asked = [rules.crawl_delay(self.agent), rate.seconds / rate.requests if rate else None]
        return max((seconds for seconds in asked if seconds is not None), default=None)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """Addresses of sitemaps, as written there; at most 100."""
        return tuple(list(_parsed(self.text).sitemaps)[:100]) if self.text else ()


ALLOW_ALL = Robots()
REFUSE_ALL = Robots(welcome=False)


def parse_robots(text: str, agent: str) -> Robots:
    """The rules in ``text`` for ``agent`` (its product name, without version), or those for everybody.

    "Sayso/2.0 (news)" in a user-agent line means "Sayso": only the product counts (RFC 9309, 2.2.1).
    """
    return Robots(agent, _AGENT_LINE.sub(r"\1", text.lstrip("\ufeff")[:LONGEST].replace("\0", "")))


@lru_cache(maxsize=_MOST_PARSED)
def _parsed(text: str) -> Protego:
    return Protego.parse(text)


class RuleBook:
    """The rules of the hosts asked so far; one for a whole service, safe to share between threads.

    Args:
        now: a clock in seconds.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._kept: dict[str, tuple[Robots, float, float]] = {}
        self._lock = threading.Lock()

    def of(self, site: str, read: Callable[[], Robots]) -> Robots:
        """The rules of ``site`` ("https://example.org"): those kept, or those ``read`` brings when a day is over.

        When the robots.txt cannot be read, rules of the last seven days stand in; without them nothing is allowed.
        What ``read`` raises goes through and is not kept.
        """
        with self._lock:
            old, until, read_at = self._kept.get(site, (None, 0.0, 0.0))
        now = self._now()
        if old and now < until:
            return old
        new = read()
        if not new.refused_for:
            return self._keep(site, new, now + FRESH_S, now)
        if old and not old.refused_for and now - read_at < STALE_S:
            return self._keep(site, old, now + RETRY_S, read_at)
        return self._keep(site, new, now + RETRY_S, now)

    def _keep(self, site: str, rules: Robots, until: float, read_at: float) -> Robots:
        with self._lock:
            self._kept.pop(site, None)
            self._kept[site] = (rules, until, read_at)
            size = sum(200 + len(kept[0].text) for kept in self._kept.values())
            while size > _MOST_KEPT and len(self._kept) > 1:
                oldest = next(iter(self._kept))
                size -= 200 + len(self._kept.pop(oldest)[0].text)
        return rules
