"""What is asked of an export beside the incidents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sayso.export.case import Case, CaseStatement
from sayso.model import Rule, RuleChoice, rule_of


@dataclass(frozen=True, slots=True)
class Redirect:
    """An incident id that now answers with another: ``old`` became part of ``new`` at ``since`` (UTC).

    Attributes:
        opened: when ``old`` was opened; None when that is not told.
    """

    old: str
    new: str
    since: datetime
    opened: datetime | None = None


@dataclass(frozen=True, slots=True)
class Deleted:
    """An incident that holds no report any more, with when (UTC) and why; ``opened`` as in ``Redirect``."""

    id: str
    at: datetime
    reason: str
    opened: datetime | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a field; ``old`` and ``new`` are plain JSON values.

    Attributes:
        cause: ``new_report``, ``edited_report``, ``review``, ``merge``, ``split``, ``model_upgrade`` ...
        report: report key, "" without one; ``user``: author of a judgement, "" for the machine.
        kind: what sort of change ("value", "merged" ...); ``document``: id of the document that brought it.
    """

    id: str
    at: datetime
    incident: str
    field: str
    old: object
    new: object
    cause: str
    report: str = ""
    user: str = ""
    note: str = ""
    kind: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Before:
    """The incidents that changed between two times, for formats that take back what they told.

    Attributes:
        then, now: give them as they were known at the earlier time (of those that were asked for), and as they are
            now (all of them); called as often as needed.
        changed: incident id to when (UTC) it changed last.
    """

    then: Callable[[], Iterator[Case]]
    now: Callable[[], Iterator[Case]]
    changed: Mapping[str, datetime]


def _nothing() -> Iterator[CaseStatement]:
    return iter(())


@dataclass(frozen=True, slots=True)
class Options:
    """How to write.

    Attributes:
        as_of: the time the incidents are told for (UTC); None is everything the ledger holds.
        rules: field ("killed", "happened" ..., "" for all) to the rule a person asked for; formats have defaults.
        query: the question in words for the record (``where``, ``since``).
        links: base address of the desk for links to incidents ("https://desk.example"), "" for none.
        publisher: name of the desk that stands behind documents (STIX, CAP, reviews).
        marking: level of the Traffic Light Protocol 2.0 (``clear``, ``green``, ``amber``, ``amber+strict``, ``red``),
            "" for none.
        version, gazetteer: of the program and of its places, for the record.
        min_precision: coarsest place precision (``model.PlacePrecision``) that a flat shape takes, "" for the
            shape's own.
        background: also incidents that are only retold as context (the native tables always hold them).
        claims: a claim of responsibility alone fills an actor's column.
        spreadsheet: guard cells that a spreadsheet program would run as a formula.
        redirects, deleted: ids that answer no more by themselves.
        loose: statements of the ledger that are about no incident; read once, by the native tables only.
        changes: every change up to ``as_of``; read once, by the native tables only.
        before: what changed since the time that was asked for; None when no time was.
    """

    as_of: datetime | None = None
    rules: Mapping[str, Rule] = field(default_factory=dict)
    query: str = ""
    links: str = ""
    publisher: str = "Sayso"
    marking: str = ""
    version: str = ""
    gazetteer: str = ""
    min_precision: str = ""
    background: bool = False
    claims: bool = False
    spreadsheet: bool = False
    redirects: tuple[Redirect, ...] = ()
    deleted: tuple[Deleted, ...] = ()
    loose: Callable[[], Iterator[CaseStatement]] = _nothing
    changes: Callable[[], Iterator[Change]] = lambda: iter(())
    before: Before | None = None

    def rule(self, name: str, default: RuleChoice) -> Rule:
        """The rule for a field: the one asked for, the one asked for all fields, the format's own."""
        return self.rules.get(name) or self.rules.get("") or rule_of(default, name)
