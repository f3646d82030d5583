"""What is shown for a field as of a time under a rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.assertion import Datum

Rule = Literal["lowest", "highest", "latest", "latest_official", "median_of_origins", "reviewed_first"]
ValueState = Literal["reported", "reported_none", "reported_unclear", "not_reported", "not_read"]


@dataclass(frozen=True, slots=True)
class Rules:
    """One rule for every field, and others for single fields ("killed" by ``highest``).

    Attributes:
        default: for every field that is not named.
        fields: (field, rule), sorted by field; never the default again.
    """

    default: Rule
    fields: tuple[tuple[str, Rule], ...] = ()

    def of(self, field: str) -> Rule:
        """The rule for a field."""
        return dict(self.fields).get(field, self.default)

    def __str__(self) -> str:
        return ",".join([self.default, *(f"{name}={rule}" for name, rule in self.fields)])


RuleChoice = Rule | Rules
"""What a reader of the ledger chooses: one rule, or one for each field."""


def rule_of(choice: RuleChoice, field: str) -> Rule:
    """The rule for a field under a choice."""
    return choice.of(field) if isinstance(choice, Rules) else choice


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
        reviewed: True when a person gave the value, or accepted an assertion that carries it.
        judgement: id of the Judgement that gave the value, "" when a rule chose it.
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
    reviewed: bool = False
    judgement: str = ""


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
