"""One incident at one moment, as far as changes are told: values, disagreements, origins, standings, decisions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from sayso.app.gather import Gathered
from sayso.app.lines import incident_line
from sayso.app.pages import FIELD_ORDER, value_words
from sayso.app.views import IncidentLine
from sayso.model import Disagreement, Judgement, RuleChoice, Value
from sayso.weigh import Step, disagreements, lifecycle, weigh

TOLD = tuple(f for f in FIELD_ORDER if f != "person")
"""Fields whose changes are told; persons are not followed."""


@dataclass(frozen=True, slots=True)
class State:
    """An incident at a moment.

    Attributes:
        values: field to its Value under the rule; ``words``: the same in words.
        differences: (field, reason) to its Disagreement.
        steps: standings of perpetrators by (name, status).
        captures: capture id to the reading of it that counts; ``addresses``: address to the newest capture.
    """

    gathered: Gathered
    line: IncidentLine
    values: dict[str, Value]
    words: dict[str, str]
    differences: dict[tuple[str, str], Disagreement]
    steps: dict[tuple[str, str], Step]
    reports: frozenset[str] = frozenset()
    captures: dict[str, str] = field(default_factory=dict)
    addresses: frozenset[str] = frozenset()
    decisions: dict[str, Judgement] = field(default_factory=dict)


def state_of(gathered: Gathered, rule: RuleChoice, before: State | None = None) -> State:
    """The state of what was gathered, under a rule.

    Args:
        before: an earlier state under the same rule: fields of which the same is said still are not weighed again.
    """
    said = {f: gathered.said.get(f, ()) for f in TOLD}
    as_before = {f for f in TOLD if before and before.gathered.said.get(f, ()) == said[f]}
    kept = before.differences.values() if before else ()
    differ = {
        f: tuple(d for d in kept if d.field == f)
        if f in as_before
        else disagreements(f, [s for s in some if not s.judgement])
        for f, some in said.items()
    }
    values = {
        f: before.values[f] if before and f in as_before else weigh(f, some, rule, differ=differ[f])
        for f, some in said.items()
    }
    steps = lifecycle(said["perpetrator"])
    return State(
        gathered=gathered,
        line=incident_line(gathered, rule, values),
        values=values,
        words={f: value_words(f, v) for f, v in values.items()},
        differences={(d.field, d.reason): d for some in differ.values() for d in some},
        steps={(s.name.casefold(), s.status): s for s in steps},
        reports=frozenset(r.key for r in gathered.reports),
        captures={r.reading.capture: r.reading.id for r in gathered.reports},
        addresses=frozenset(r.reading.address for r in gathered.reports),
        decisions={j.id: j for j in gathered.judgements.standing},
    )


def new_readings(before: State | None, after: State, at: datetime) -> dict[str, str]:
    """Reading id to why it came at this moment: ``new_report``, ``late_report``, ``edited_report``, ``reader``."""
    captures = before.captures if before else {}
    addresses = before.addresses if before else frozenset()
    found: dict[str, str] = {}
    for report in after.gathered.reports:
        held = report.reading
        if max(held.since, held.known_from) != at:
            continue
        if held.capture in captures:
            if captures[held.capture] != held.id:
                found[held.id] = "reader"
        elif held.address in addresses:
            found[held.id] = "edited_report"
        else:
            found[held.id] = "late_report" if held.since > held.known_from else "new_report"
    return found


def first_of(causes: Iterable[str]) -> str:
    """The cause that counts when several come at one moment: news before bookkeeping."""
    order = ("edited_report", "new_report", "late_report", "judgement", "merge", "split", "link", "reader")
    return min(causes, key=order.index, default="link")
