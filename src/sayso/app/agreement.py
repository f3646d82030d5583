"""How far reviewers agree, out of the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sayso.app.prepare  # noqa: F401
from sayso.app.judge import Deed, deeds
from sayso.link import agreement as core
from sayso.link.agreement import Agreement
from sayso.store import judgements as ledger


@dataclass(frozen=True, slots=True)
class Dispute:
    """An item about which reviewers decided differently.

    Attributes:
        subject: what is judged. ``deeds``: each reviewer's last word, in order of time.
        open: True until somebody upheld one of them.
    """

    subject: str
    group: str
    deeds: tuple[Deed, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Report:
    """Agreement on each group of items, and what is to be adjudicated: open disagreements first."""

    groups: tuple[Agreement, ...]
    disputes: tuple[Dispute, ...]


def agreement(as_of: datetime | None = None) -> Report:
    """Agreement of all reviewers on the items that two or more judged.

    Args:
        as_of: UTC, inclusive; None for all.
    """
    rows = ledger.everything(as_of)
    units = core.units(rows)
    gone = [j for j in rows if j.kind == "withdraw"]
    disputes = [
        Dispute(u.subject, u.group, deeds((*u.verdicts, *gone))[::-1], u.open) for u in units if not u.is_agreed
    ]  # fmt: skip
    return Report(core.agreement(units), tuple(sorted(disputes, key=lambda d: not d.open)))
