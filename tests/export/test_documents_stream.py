"""Document-shaped exports keep no incident: ten times as many take no more memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from documents import DESK
from fixed_ledger import BLAST

from sayso.export.case import Case
from sayso.export.formats import format_of


def many(case: Case, count: int) -> Iterator[Case]:
    """Incidents that share outlets and places but have reports of their own."""
    for n in range(count):
        yield replace(case, id=f"KAZ-{n:06X}", assertions=tuple(replace(a, report=f"{n}/{a.report}") for a in
                      case.assertions), reports=tuple(replace(r, key=f"{n}/{r.key}") for r in case.reports),
                      statements=tuple(replace(s, key=f"{n}/{s.key}", report=f"{n}/{s.report}") for s in
                      case.statements), links=())  # fmt: skip


def peak(case: Case, count: int, folder: Path, form: str) -> int:
    tracemalloc.start()
    format_of(form).write(many(case, count), folder, DESK)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


@pytest.mark.parametrize("form", ["geojson", "stix", "stix-report", "cap", "claims", "annotations"])
def test_memory_does_not_grow_with_the_ledger(fixed_cases: tuple[Case, ...], tmp_path: Path, form: str) -> None:
    case = next(c for c in fixed_cases if c.id == BLAST)
    peak(case, 3, tmp_path / "warm", form)
    few, more = (peak(case, n, tmp_path / str(n), form) for n in (8, 64))
    assert more < few * 1.2 + 50_000
