"""A Reading cut down to what is sure enough: fewer wrong lines against fewer right ones."""

from __future__ import annotations

from dataclasses import replace

from sayso.model import Reading, Report


def at_least(reading: Reading, least: float) -> Reading:
    """The Reading without what scores below ``least``.

    A value said in a statement that is left out is left out too: without it, the outlet would seem to say it. So are
    statements inside such a statement, and reports of which no value is left. Findings stay, they are computed.

    Args:
        reading: what was read.
        least: 0 (everything) to 1 (only what is certain by its score).

    Raises:
        ValueError: ``least`` is not between 0 and 1.
    """
    if not 0.0 <= least <= 1.0:
        raise ValueError("a score lies between 0 and 1")
    doubtful = {s.id for s in reading.statements if s.score < least}
    while more := {s.id for s in reading.statements if s.parent in doubtful} - doubtful:
        doubtful |= more
    reports = tuple(cut for r in reading.reports if (cut := _cut(r, least, doubtful)).assertions)
    return replace(
        reading,
        mentions=tuple(m for m in reading.mentions if m.score >= least),
        statements=tuple(s for s in reading.statements if s.id not in doubtful),
        reports=reports,
    )


def _cut(report: Report, least: float, doubtful: set[str]) -> Report:
    kept = tuple(a for a in report.assertions if a.score >= least and a.statement not in doubtful)
    return replace(report, assertions=kept)
