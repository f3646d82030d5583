"""Assertions to Values and Disagreements, under a rule. Pure."""

from sayso.weigh.choose import Choice, choose
from sayso.weigh.disagree import disagreements
from sayso.weigh.lifecycle import Step, lifecycle
from sayso.weigh.said import Said
from sayso.weigh.sums import Sum, sums
from sayso.weigh.weigh import DEFAULT_RULE, weigh

__all__ = ["DEFAULT_RULE", "Choice", "Said", "Step", "Sum", "choose", "disagreements", "lifecycle", "sums", "weigh"]
