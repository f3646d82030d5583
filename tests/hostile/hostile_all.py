"""The whole table: every hostile host by its name."""

from __future__ import annotations

import hostile_again
import hostile_bodies
import hostile_feeds
import hostile_lines
import hostile_lists
import hostile_ways
from hostile_web import Behaviour

_ALL = [
    *hostile_lines.BEHAVIOURS, *hostile_ways.BEHAVIOURS, *hostile_bodies.BEHAVIOURS, *hostile_again.BEHAVIOURS,
    *hostile_feeds.BEHAVIOURS, *hostile_lists.BEHAVIOURS, *hostile_again.HEALTHY,
]  # fmt: skip
BEHAVIOURS: dict[str, Behaviour] = {behaviour.name: behaviour for behaviour in _ALL}
assert len(BEHAVIOURS) == len(_ALL), "two hosts share a name"
