"""How hosts are reached, and what is remembered of them between two requests."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sayso.collect.address import LookUp, system_look_up
from sayso.collect.connect import Dial, dial, usual_trust
from sayso.collect.politeness import Gate
from sayso.collect.robots import RuleBook


@dataclass(frozen=True)
class Ways:
    """Made once for a whole service and shared by its threads; a single fetch makes its own.

    Attributes:
        gate: lets requests to a host through one by one; None lets all of them through at once.
        rules: what the robots.txt of the hosts say.
        patience_s: seconds a request waits for its turn at the gate.
        look_up: gives the IP addresses of a host name.
        dial: opens a line to an IP address.
        trust: certificates that are trusted, None for those of the operating system.
    """

    gate: Gate | None = None
    rules: RuleBook = field(default_factory=RuleBook)
    patience_s: float = 30.0
    look_up: LookUp = system_look_up
    dial: Dial = dial
    trust: ssl.SSLContext | None = None

    @property
    def context(self) -> ssl.SSLContext:
        """The TLS context in use."""
        return self.trust or usual_trust()

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """The turn at ``host``, at once without a gate; raises as :meth:`Gate.turn` does."""
        if self.gate is None:
            yield
            return
        with self.gate.turn(host, self.patience_s):
            yield
