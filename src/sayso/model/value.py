"""What is shown for a field as of a time under a rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.assertion import Datum

Rule = Literal["lowest", "highest", "latest", "latest_official", "median_of_origins", "reviewed_first"]
ValueState = Literal["reported", "reported_none", "reported_unclear", "not_reported", "not_read"]


@dataclass(frozen=True, slots=True)
class Value:
    """The value of a field under a rule, with everything it was chosen from.

    Attributes:
        field: field of the incident.
        state: unknown is not zero: see ``ValueState``.
        datum: the chosen value; None unless ``state`` is ``reported`` or ``reported_none``.
        rule: the rule that chose it.
        chosen: ledger ids of the assertions that carry the chosen value.
        assertions: ledger ids of all assertions of the field known at the time.
        n_reports, n_origins: how many reports and independent origins carry the chosen value.
        disputed: True when a Disagreement exists for the field.
    """

    field: str
    state: ValueState
    datum: Datum | None
    rule: Rule
    chosen: tuple[str, ...] = ()
    assertions: tuple[str, ...] = ()
    n_reports: int = 0
    n_origins: int = 0
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field whose assertions cannot all hold.

    Attributes:
        field: which field.
        reason: ``later_update``, ``scope``, ``rounding``, ``place``, ``origin`` or ``denial``.
        explanation: one sentence in words.
        sides: groups of ledger ids; each group carries one value.
    """

    field: str
    reason: str
    explanation: str
    sides: tuple[tuple[str, ...], ...]
