"""Which kinds of incident first reports mix up."""

from __future__ import annotations

import math
from functools import cache

from sayso.link.facts import Facts

# What is known on the first day is a bang, a fire, shots.
_ALIKE = (
    frozenset({"bombing", "explosion", "sabotage", "arson", "fire"}),
    frozenset({"armed_attack", "assassination", "armed_clash", "hostage_taking", "stabbing", "use_of_force"}),
    frozenset({"kidnapping", "hostage_taking", "hijacking"}),
    frozenset({"air_strike", "drone_strike", "missile_attack", "shelling", "explosion"}),
    frozenset({"vehicle_ramming", "crash", "armed_attack"}),
    frozenset({"protest", "riot", "use_of_force"}),
    frozenset({"arrest", "raid", "armed_clash"}),
)


def kind_gap(one: Facts, other: Facts) -> float:
    """0 for one kind, 1 for kinds that are told of one happening or of one family, 2 for others, NaN when not read."""
    if one.type == other.type and one.type:
        return 0.0
    return _gap(one.type, one.family, other.type, other.family)


@cache
def _gap(one: str, family: str, other: str, other_family: str) -> float:
    if not one or not other:
        return math.nan
    together = any(one in kinds and other in kinds for kinds in _ALIKE)
    return 1.0 if together or family == other_family else 2.0
