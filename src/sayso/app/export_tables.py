"""The ledger as of a time, written in one of the export formats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sayso import __version__
from sayso.app.as_of import utc
from sayso.app.export_cases import cases, statement_of
from sayso.app.rules import Asked, as_rules
from sayso.export.case import CaseStatement
from sayso.export.formats import format_of
from sayso.export.options import Options
from sayso.model import Rule, RuleChoice, Rules
from sayso.store.view import View

_BATCH = 100  # readings unpacked at once


def export(
    folder: Path, form: str = "csv", as_of: datetime | None = None, rule: Asked = None
) -> list[tuple[Path, int]]:
    """Write the ledger as of a time in one format.

    Args:
        folder: made when missing.
        form: a name of ``sayso.export.formats.FORMATS``.
        as_of: time (UTC); None is everything the ledger holds.
        rule: rule for the incidents' values; the default rule when None.

    Returns:
        (path, number of rows) of each file.

    Raises:
        SaysoError: unknown form or rule, or the folder cannot be written.
    """
    write = format_of(form).write
    at, chosen = utc(as_of), as_rules(rule)
    options = Options(as_of=at, rules=_by_field(chosen) if rule else {}, version=__version__)
    view = View(at)
    options = replace(options, loose=lambda: loose_statements(view))
    return write(cases(at, chosen), folder, options)


def _by_field(chosen: RuleChoice) -> dict[str, Rule]:
    return {"": chosen.default, **dict(chosen.fields)} if isinstance(chosen, Rules) else {"": chosen}


def loose_statements(view: View) -> Iterator[CaseStatement]:
    """Statements that are about no incident of the ledger, by capture and then in order of the text."""
    held = view.readings()
    for start in range(0, len(held), _BATCH):
        batch = held[start : start + _BATCH]
        readings = view.unpack([r.id for r in batch])
        for one in batch:
            linked = {name for name, _ in view.incidents_in(one.id)}
            reading = readings[one.id]
            single = len(reading.reports) == 1 and bool(linked)
            for s in reading.statements:
                if not linked.intersection(s.about) and (s.about or not single):
                    yield statement_of(s, reading, one)
